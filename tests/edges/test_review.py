"""What people did in a returned copy: every way of saying something becomes a remark."""

import pytest

from data.vocabulary.remarks import NO_REMARK, Remark
from data.vocabulary.reports import CommentKind
from tasks.edges.word_review import read_review
from tests.specimens.reviewed_copies import (
    BELOW,
    BOXED,
    FIRST,
    INTRODUCTION,
    NOTED,
    SECOND,
    THIRD,
    begins,
    body,
    box,
    by_google,
    by_word,
    contents,
    document,
    ends,
    paragraph,
    put_in,
    row,
    run,
    said,
    sent,
    split,
    taken_out,
)
from tests.tables import rows

ANA = 'w:author="Ana" w:date="2025-03-01T10:00:00Z"'
BOJAN = 'w:author="Bojan" w:date="2025-03-02T10:00:00Z"'


def remarks(content: bytes, draft: bytes | None = None) -> tuple[Remark, ...]:
    return read_review(content, draft or sent()).remarks


def one(**changed: str) -> Remark:
    """The only remark of a draft with one place said otherwise."""
    (remark,) = remarks(document(body(**changed)))
    return remark


def codes(content: bytes, draft: bytes | None) -> list[str]:
    return [finding.code for finding in read_review(content, draft).findings]


def test_everything_two_people_did_in_word_is_read_in_the_order_of_reading():
    told = rows("""
    | kind      | author | text                         | anchor       | place           |
    | MARGIN    | Ana    | Please check/the number.     | p_intro      | 1 Introduction  |
    | MARGIN    | Bojan  | It is five.                  | p_intro      | 1 Introduction  |
    | INSERTION | Bojan  | by name.                     | p_intro      | 1 Introduction  |
    | MARGIN    | Ana    | Which protocol?              | r_AL_1       | AL-CT-1         |
    | INSERTION | Ana    | four                         | r_RS_2       | RS-CT-2         |
    | INSERTION | Bojan  | BA-CT-9 ¦ Sarajevo adopted a | _Toc00000003 | BA-CT-9         |
    | MOVE      | Ana    | Montenegro plans an agreemen | r_ME_3       | ME-CT-3         |
    | INSERTION | Bojan  | A new paragraph.             | _Toc00000003 | 2.1 Information |
    | FORMAT    | Ana    | [change of format: 1 of text | _Toc00000003 | 2.1 Information |
    | DELETION  | Ana    | only                         |              |                 |
    | INSERTION | Bojan  | See the annex.               |              |                 |
    """)
    read = [
        {
            "kind": each.kind.name,
            "author": each.author.split()[0],
            "text": each.text.strip().replace("\n", "/").replace("|", "¦")[:28].strip(),
            "anchor": each.anchor,
            "place": each.place[:15].strip(),
        }
        for each in remarks(by_word())
    ]
    assert read == told


def test_a_reply_names_what_it_answers_and_a_comment_whether_it_is_resolved():
    first, second, *others = remarks(by_word())
    assert (first.reply_to, first.resolved) == (NO_REMARK, True)
    assert (second.reply_to, second.resolved) == (0, False)
    assert {each.reply_to for each in others} == {NO_REMARK}


def test_a_comment_quotes_the_words_it_hangs_on_across_cells_and_before_any_change():
    third = remarks(by_word())[3]
    assert third.quoted == f"{FIRST}\nRS-CT-2\n{SECOND}"
    assert third.file_place == "body, paragraph 10 (table 1, row 2, column 2)"


def test_words_in_place_of_others_are_one_remark_with_both_wordings():
    remark = remarks(by_word())[4]
    assert remark.quoted == SECOND
    assert remark.proposed == SECOND.replace("three", "four")


def test_a_comment_part_is_found_by_what_it_is_and_not_by_its_name():
    assert [each.text for each in remarks(by_google()) if each.kind is CommentKind.MARGIN] == [
        "Which protocol?"
    ]


def test_a_copy_without_bookmarks_takes_the_anchors_of_the_same_words_in_the_draft():
    assert [each.anchor for each in remarks(by_google())] == ["p_intro", "r_AL_1", "r_RS_2"]


def test_an_edit_nobody_tracked_is_found_beside_the_draft():
    remark = one(second=run(SECOND.replace("three rounds", "four long rounds")))
    assert remark.kind is CommentKind.EDIT
    assert (remark.text, remark.anchor, remark.place) == ("four long", "r_RS_2", "RS-CT-2")
    assert (remark.quoted, remark.proposed) == (
        SECOND,
        "Serbia set up a joint unit and trained its officers in four long rounds.",
    )


def test_words_that_vanished_without_tracking_are_told_as_they_were():
    remark = one(second=run(SECOND.replace(" and trained its officers", "")))
    assert remark.text == "and trained its officers"
    assert remark.proposed == "Serbia set up a joint unit in three rounds."


def test_a_paragraph_that_came_without_tracking_is_an_edit_with_nothing_before():
    remark = one(between=paragraph(run("Nobody asked for this.")))
    assert (remark.kind, remark.quoted, remark.proposed) == (
        CommentKind.EDIT,
        "",
        "Nobody asked for this.",
    )


def test_a_paragraph_that_went_without_tracking_is_an_edit_with_nothing_after():
    remark = one(introduction="", boxed=box(f"<w:p>{run(BOXED)}</w:p>"))
    assert (remark.text, remark.quoted, remark.proposed) == (INTRODUCTION, INTRODUCTION, "")


def test_a_row_that_went_without_tracking_is_found_where_it_stood_in_the_draft():
    added = row((paragraph(run("BA-CT-9"), anchor="r_BA_9"), paragraph(run("A by-law."))))
    (remark,) = remarks(sent(), document(body(row=added)))
    assert (remark.text, remark.proposed) == ("BA-CT-9 | A by-law.", "")
    assert (remark.anchor, remark.place) == ("r_BA_9", "BA-CT-9")
    assert remark.file_place == "after body, paragraph 11 (table 1, row 3, column 1)"


def test_a_row_that_came_without_tracking_is_one_edit():
    new = row((paragraph(run("BA-CT-9")), paragraph(run("A by-law was adopted."))))
    remark = one(row=new)
    assert (remark.text, remark.place) == ("BA-CT-9 | A by-law was adopted.", "BA-CT-9")


def test_a_picture_put_in_without_tracking_is_told():
    remark = one(between="<w:p><w:r><w:drawing/></w:r></w:p>")
    assert (remark.kind, remark.text) == (CommentKind.EDIT, "[picture]")


def test_a_list_of_contents_made_plain_by_another_program_is_no_edit():
    plain = paragraph(run("Introduction\t4"))
    assert remarks(document(body(contents=plain))) == ()


def test_a_paragraph_that_only_moved_is_told_as_moved():
    content = document(body(introduction=run(BELOW), below=run(INTRODUCTION)))
    told = [each.text for each in remarks(content)]
    assert f"[moved] {INTRODUCTION}" in told or f"[moved] {BELOW}" in told


def test_tracked_and_untracked_changes_of_one_paragraph_are_told_apart():
    changed = run(SECOND.replace("joint", "common")) + put_in(" It has ten officers.", ANA)
    assert {(each.kind, each.text) for each in remarks(document(body(second=changed)))} == {
        (CommentKind.EDIT, "common"),
        (CommentKind.INSERTION, " It has ten officers."),
    }


@pytest.mark.parametrize(
    "changed",
    [
        {"contents": contents("17")},
        {"second": split(SECOND)},
        {"second": run(SECOND.replace(" ", "  "))},
        {"below": run(BELOW.replace(" are ", "\u00a0are "))},
        {"between": "<w:p/>"},
    ],
)
def test_what_programs_change_by_themselves_is_no_edit(changed: dict[str, str]):
    assert read_review(document(body(**changed)), sent()).counted == {"edit": 0, "remarks": 0}


def test_a_deletion_quotes_the_paragraph_and_proposes_it_without_the_words():
    remark = one(below=run("Numbers are ") + taken_out("recomputed ", ANA) + run(BELOW[23:]))
    assert (remark.kind, remark.text, remark.quoted) == (CommentKind.DELETION, "recomputed ", BELOW)
    assert remark.proposed == "Numbers are from the replies."


def test_words_one_person_put_in_and_another_took_out_are_remarks_of_both():
    inside = taken_out("exactly ", BOJAN)
    mixed = f'<w:ins w:id="1" {ANA}>{run("counted ")}{inside}</w:ins>'
    first, second = remarks(document(body(below=mixed + run(BELOW))))
    assert (first.author, first.kind, first.text) == (
        "Ana",
        CommentKind.INSERTION,
        "counted exactly ",
    )
    assert (second.author, second.kind, second.text) == ("Bojan", CommentKind.DELETION, "exactly ")
    assert second.quoted == f"exactly {BELOW}"
    assert second.proposed == BELOW


def test_a_paragraph_parted_in_two_is_told_and_is_no_edit():
    half = paragraph(run("Numbers are "), mark=f'<w:ins w:id="1" {ANA}/>')
    remark = one(between=half, below=run("recomputed from the replies."))
    assert (remark.kind, remark.text) == (CommentKind.INSERTION, "[new paragraph]")
    assert (remark.quoted, remark.proposed) == (
        BELOW,
        "Numbers are \nrecomputed from the replies.",
    )


def test_two_paragraphs_inserted_one_after_the_other_are_one_remark():
    mark = f'<w:ins w:id="1" {ANA}/>'
    both = paragraph(put_in("First.", ANA), mark=mark) + paragraph(
        put_in("Second.", ANA), mark=mark
    )
    remark = one(between=both)
    assert (remark.text, remark.quoted, remark.proposed) == (
        "First.\nSecond.",
        "",
        "First.\nSecond.",
    )


def test_the_end_of_a_move_that_lost_its_beginning_is_told_alone():
    moved = f'<w:moveTo w:id="1" {ANA}>{run("By law.")}</w:moveTo>'
    remark = one(below=run(BELOW) + moved)
    assert (remark.kind, remark.text, remark.quoted) == (CommentKind.MOVE, "By law.", "")


def test_a_deleted_row_is_one_remark_with_all_its_words():
    gone = row(
        (
            paragraph(taken_out("BA-CT-9", ANA)),
            paragraph(taken_out("A by-law.", ANA)),
        ),
        f'<w:del w:id="1" {ANA}/>',
    )
    draft = document(body(row=row((paragraph(run("BA-CT-9")), paragraph(run("A by-law."))))))
    (remark,) = remarks(document(body(row=gone)), draft)
    assert (remark.kind, remark.text, remark.proposed) == (
        CommentKind.DELETION,
        "BA-CT-9 | A by-law.",
        "",
    )


def test_changes_of_format_in_one_place_by_one_author_are_one_remark():
    change = f'<w:rPr><w:b/><w:rPrChange w:id="1" {ANA}><w:rPr/></w:rPrChange></w:rPr>'
    bold = f"<w:r>{change}<w:t>{BELOW}</w:t></w:r>"
    remark = one(below=bold + bold.replace(BELOW, ""))
    assert remark.kind is CommentKind.FORMAT
    assert (remark.text, remark.quoted) == ("[change of format: 2 of text]", BELOW)


def test_a_text_box_said_twice_in_the_file_is_read_once():
    changed = box(f"<w:p>{run(BOXED)}{put_in(' So be it.', ANA)}</w:p>")
    review = read_review(document(body(boxed=changed)), sent())
    assert review.counted == {"edit": 0, "ins": 1, "remarks": 1}


def test_a_change_in_the_old_half_of_a_text_box_alone_is_not_lost():
    changed = box(f"<w:p>{run(BOXED)}</w:p>", f"<w:p>{run(BOXED)}{put_in(' So.', ANA)}</w:p>")
    assert [each.text for each in remarks(document(body(boxed=changed)))] == [" So."]


def test_a_comment_without_place_is_kept_and_said_to_have_none():
    content = document(body(), said(4, "Well done.", ANA))
    (remark,) = remarks(content)
    assert (remark.text, remark.quoted, remark.file_place) == ("Well done.", "", "comments")
    assert "comments-without-place" in codes(content, sent())


def test_a_sign_of_a_comment_whose_words_are_gone_is_a_finding():
    content = document(body(first=begins(7) + run(FIRST) + ends(7)))
    assert "comments-lost" in codes(content, sent())


def test_a_comment_on_words_just_put_in_quotes_those():
    changed = run(BELOW) + begins(1) + put_in(" Truly.", ANA) + ends(1)
    content = document(body(below=changed), said(1, "Really?", BOJAN))
    assert [each.quoted for each in remarks(content) if each.text == "Really?"] == ["Truly."]


def test_a_changed_footnote_and_header_are_edits_too():
    content = document(body(), header="For the Board", footnote=f"{NOTED} Twice.")
    told = {each.file_place: each.text for each in remarks(content)}
    assert told == {
        "header, paragraph 1": "For the Board",
        "footnote 1, paragraph 1": "Twice.",
    }


def test_a_header_that_is_gone_is_told_with_its_words():
    content = document(body(), header='<w:r><w:t xml:space="preserve"> </w:t></w:r>')
    (remark,) = remarks(content)
    assert (remark.text, remark.file_place) == ("IISG members only", "header")


def test_an_unchanged_copy_says_that_nobody_said_anything():
    assert codes(sent(), sent()) == ["copy-without-remarks"]


def test_without_the_draft_the_reader_says_what_it_could_not_look_for():
    assert "edits-not-compared" in codes(by_word(), None)


def test_another_document_is_not_compared_line_by_line():
    other = document("".join(paragraph(run(f"Line {number}.")) for number in range(30)))
    review = read_review(other, sent())
    assert "not-this-draft" in [finding.code for finding in review.findings]
    assert review.counted["edit"] == 0


def test_the_identity_of_the_draft_is_read_and_a_lost_one_is_told():
    assert read_review(by_word(), sent()).identity["draft"] == "consultation draft 1"
    assert "identity-lost" in codes(by_google(), sent())
    other = document(body(), identity={"cycle": "2024"})
    assert "identity-differs" in codes(other, sent())


def test_hidden_authors_are_told():
    assert "authors-hidden" in codes(by_google(), sent())
    assert "authors-hidden" not in codes(by_word(), sent())


def test_where_the_draft_moved_on_a_long_answer_only_the_words_around_are_quoted():
    long = "One more sentence of the answer. " * 200
    draft = document(body(second=run(long)))
    changed = document(body(second=run(long[:3300]) + put_in("Here. ", ANA) + run(long[3300:])))
    (remark,) = remarks(changed, draft)
    assert len(remark.quoted) < 1300
    assert "Here. " in remark.proposed
    assert THIRD not in remark.quoted
