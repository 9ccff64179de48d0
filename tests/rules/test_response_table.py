"""The response to comments lists every remark with its outcome, and names no person."""

from dataclasses import replace
from datetime import date

from data.vocabulary import Comment, CommentKind, Disposition, DraftKind, Paragraph, Table
from tasks.rules import kosovo, report, response_table
from tests.rules.year_2025 import LAST, PILLAR

NAMES = {"AL": "Albania", "XK": "Kosovo*", "UNODC": "UNODC"}
FIRST = Comment(
    1,
    "AL",
    "AL-CT-01",
    "The reference lacks the date.",
    "Official Gazette 12/2025 of 3 June 2025.",
    date(2026, 5, 4),
    Disposition.ACCEPTED,
    kind=CommentKind.INSERTION,
    author="Ana Hoxha",
)
COMMENTS = (
    FIRST,
    replace(FIRST, number=2, member="XK", author="", same_as=1),
    replace(FIRST, number=3, text="Agreed.", proposed="", kind=CommentKind.MARGIN, answers=1),
    replace(
        FIRST,
        number=4,
        member="UNODC",
        kind=CommentKind.DELETION,
        text="in two years",
        proposed="",
        disposition=Disposition.PARTLY,
        reason="Shortened. Taken up as: In one year.",
    ),
)
ANSWERED = response_table.Answered("2025", PILLAR, "Final draft 1", "20 May 2026", COMMENTS, NAMES)
PAPER = response_table.compose(ANSWERED)
OFFERED, RESPONSES = [block for block in PAPER.blocks if isinstance(block, Table)]


def test_every_comment_has_a_row_with_member_outcome_and_reason():
    assert [row[0] for row in RESPONSES.rows] == ["1", "2", "3", "4"]
    assert RESPONSES.rows[1] == (
        "2",
        "Kosovo*",
        "AL-CT-01",
        "Tracked insertion: The reference lacks the date.\n(the same as no. 1)",
        "Official Gazette 12/2025 of 3 June 2025.",
        "Accepted",
        "–",
    )
    assert RESPONSES.rows[3][-2:] == ("Partly accepted", "Shortened. Taken up as: In one year.")


def test_persons_are_named_nowhere():
    assert not any("Hoxha" in text for text in kosovo.texts_of(PAPER.blocks))


def test_the_lead_counts_what_the_table_lists():
    assert PAPER.blocks[0] == Paragraph(
        "4 comments of 3 members were received in the consultation: 3 accepted and 1 partly "
        "accepted. Every comment is listed with its outcome.",
        "lead",
    )


def test_accepted_wording_is_offered_once_with_its_author():
    assert OFFERED.rows == (
        ("1", "Albania", "AL-CT-01", "Official Gazette 12/2025 of 3 June 2025."),
    )


def test_the_paper_names_kosovo_with_its_footnote():
    assert kosovo.check(PAPER) == []
    assert PAPER.kosovo_footnote


def test_without_comments_the_paper_says_so():
    empty = response_table.compose(replace(ANSWERED, comments=()))
    assert empty.blocks == (Paragraph("No comment was received in the consultation.", "lead"),)
    assert empty.kosovo_footnote == ""


def test_a_letter_shortens_the_words_and_never_the_outcome():
    long = replace(COMMENTS[3], text="word " * 100)
    number, place, words, outcome = response_table.told(long)
    assert (number, place) == ("4", "AL-CT-01")
    assert len(words) <= 160
    assert words.endswith(" …")
    assert outcome == "Partly accepted: Shortened. Taken up as: In one year."


def test_what_several_say_alike_is_one_row_and_one_sentence_of_the_final_draft():
    snapshot = replace(LAST, comments=COMMENTS)
    document = report.compose(snapshot, DraftKind.FINAL, 1)
    table = next(
        block
        for block in document.blocks
        if isinstance(block, Table) and block.caption.startswith("Comments and what became")
    )
    assert [(row[0], row[1]) for row in table.rows] == [
        ("1, 2", "Albania; Kosovo*"),
        ("3", "Albania"),
        ("4", "UNODC"),
    ]
    taken = [t for t in kosovo.texts_of(document.blocks) if t.startswith("Taken up from")]
    assert taken == [
        "Taken up from the consultation (Albania, AL-CT-01, comment 1): Official Gazette 12/2025 "
        "of 3 June 2025.",
        "Taken up from the consultation (UNODC, AL-CT-01, comment 4): In one year.",
    ]


def test_a_place_bears_the_number_of_its_heading_or_not():
    numbered = replace(FIRST, place="4.1 Criminal legislation", same_as=0)
    document = report.compose(replace(LAST, comments=(numbered,)), DraftKind.FINAL, 1)
    texts = list(kosovo.texts_of(document.blocks))
    taken = next(n for n, text in enumerate(texts) if text.startswith("Taken up from"))
    assert taken < next(n for n, text in enumerate(texts) if text == "Annex: Response to comments")
