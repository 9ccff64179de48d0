"""R20: every number of a document is counted a second time, another way, from the snapshot."""

import re
from dataclasses import replace
from datetime import date

import pytest

from data.vocabulary import (
    Chart,
    Document,
    DraftKind,
    FollowUp,
    LastYear,
    Matrix,
    NeedStatus,
    Paragraph,
    PlannedReply,
    Snapshot,
    StatementKind,
    Table,
)
from tasks.rules import recount, report, summary
from tests.rules.year_2025 import COMMENTS, FIRST, LAST, NEEDS, RESPONSES, SUPPORT

HELD = {
    "al-ct-01": LastYear(
        "2024",
        ("A draft.",),
        ("A law.", "A unit."),
        (StatementKind.ONGOING,),
        True,
        NeedStatus.OPEN,
    ),
    "xk-ct-01": LastYear("2024", ("Old.",), (), (None,), True, NeedStatus.MET),
    "me-ct-01": LastYear("2024", (), ("Posts.",), (), True, NeedStatus.OPEN),
    "xk-ct-02": LastYear("2024", (), ("Links.",), (), True, NeedStatus.OPEN),
    "al-ct-02": LastYear("2024", (), (), (), False, NeedStatus.PARTLY_MET),
}
FULL = replace(
    LAST,
    last_year=HELD,
    planned=(
        PlannedReply("al-ct-01", 1, FollowUp.DONE, "Adopted."),
        PlannedReply("al-ct-01", 2, FollowUp.STILL_TRUE),
        PlannedReply("xk-ct-02", 1, FollowUp.DONE, "Secret."),
    ),
    responses=(
        *(replace(line, on=date(2026, 12, 31)) for line in RESPONSES),
        replace(RESPONSES[0], need="mk-ct-01", line=1, on=date(2026, 11, 1)),
        replace(RESPONSES[1], need="xk-ct-01", line=2, kind=None, project="Cyber Patrol"),
        replace(RESPONSES[1], need="xk-ct-02", line=1),
    ),
    support=(*SUPPORT, ("AT", replace(SUPPORT[1][1], need="al-ct-01"))),
)
SNAPSHOTS = {"first": FIRST, "last": LAST, "full": FULL}


def final(snapshot: Snapshot) -> Document:
    return report.compose(snapshot, DraftKind.FINAL, 1)


REPORT = final(FULL)
SUMMARY = summary.compose(FULL, 1)


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_R20_what_was_composed_and_what_is_counted_agree(name):
    snapshot = SNAPSHOTS[name]
    for kind in (DraftKind.FIRST, DraftKind.CONSULTATION, DraftKind.FINAL):
        assert recount.mismatches(snapshot, report.compose(snapshot, kind, 1)) == ()
    assert recount.mismatches(snapshot, summary.compose(snapshot, 1)) == ()


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_R20_no_sentence_of_the_program_holds_a_number_nobody_counts(name):
    snapshot = SNAPSHOTS[name]
    for kind in (DraftKind.FIRST, DraftKind.CONSULTATION, DraftKind.FINAL):
        assert recount.uncounted(snapshot, report.compose(snapshot, kind, 1)) == ()
    assert recount.uncounted(snapshot, summary.compose(snapshot, 1)) == ()


def test_R20_numbers_in_quotations_and_in_words_of_members_are_left_alone():
    comment = replace(COMMENTS[0], proposed="14 needs of 9 partners are mapped.")
    snapshot = replace(FULL, comments=(comment,))
    assert recount.mismatches(snapshot, final(snapshot)) == ()
    assert recount.uncounted(snapshot, final(snapshot)) == ()


def with_other(old: str, new: str, document: Document = REPORT) -> Document:
    """The document with one text changed; the text must stand in a paragraph of it."""
    blocks = [
        replace(block, text=block.text.replace(old, new)) if isinstance(block, Paragraph) else block
        for block in document.blocks
    ]
    assert blocks != list(document.blocks), old
    return replace(document, blocks=tuple(blocks))


def numbered_sentences() -> list[str]:
    """Every sentence of the report that holds a counted number, once."""
    claims = recount.claims(FULL, REPORT)
    spoken = [claim.words for claim in claims if re.search(r"[0-9]", claim.words)]
    return list(dict.fromkeys(words for words in spoken if "table" not in words))


SENTENCES = [
    words
    for words in numbered_sentences()
    if any(isinstance(b, Paragraph) and words in b.text for b in REPORT.blocks)
]


def test_R20_there_are_many_kinds_of_counted_sentences():
    kinds = {re.sub("[0-9]+", "#", words) for words in SENTENCES}
    assert len(kinds) > 25


@pytest.mark.parametrize("words", SENTENCES)
def test_R20_a_wrong_number_in_any_counted_sentence_is_found(words):
    number = re.search("[0-9]+", words)
    wrong = words[: number.start()] + str(int(number[0]) + 1) + words[number.end() :]
    told = recount.mismatches(FULL, with_other(words, wrong))
    assert told, words


def changed(caption: str, block) -> Document:
    blocks = tuple(block if getattr(b, "caption", "") == caption else b for b in REPORT.blocks)
    return replace(REPORT, blocks=blocks)


def named(caption: str):
    return next(b for b in REPORT.blocks if getattr(b, "caption", "") == caption)


FIGURES = [b.caption for b in REPORT.blocks if isinstance(b, Chart)]
MAPS = [b.caption for b in REPORT.blocks if isinstance(b, Matrix)]
TABLES = [b.caption for b in REPORT.blocks if isinstance(b, Table)]


@pytest.mark.parametrize("caption", FIGURES)
def test_R20_a_wrong_bar_in_any_chart_is_found(caption):
    chart = named(caption)
    (name, counts), *others = chart.series
    wrong = replace(chart, series=((name, (counts[0] + 1, *counts[1:])), *others))
    assert caption in " ".join(recount.mismatches(FULL, changed(caption, wrong)))


@pytest.mark.parametrize("caption", FIGURES)
def test_R20_the_alternative_text_of_a_chart_says_the_same_numbers(caption):
    chart = named(caption)
    *start, number = re.split("([0-9]+)(?=[.;,])", chart.description, maxsplit=1)[:2]
    wrong = replace(
        chart, description=chart.description.replace(f"{start[0]}{number}", f"{start[0]}99", 1)
    )
    (told,) = recount.mismatches(FULL, changed(caption, wrong))
    assert "its alternative text" in told


@pytest.mark.parametrize("caption", MAPS)
def test_R20_a_wrong_cell_in_any_heat_map_is_found(caption):
    matrix = named(caption)
    (name, cells), *others = matrix.rows
    wrong = replace(matrix, rows=((name, (7, *cells[1:])), *others))
    (told,) = recount.mismatches(FULL, changed(caption, wrong))
    assert f"table “{caption}”" in told
    assert "says 7" in told


@pytest.mark.parametrize("caption", TABLES)
def test_R20_a_row_taken_out_of_any_table_is_found(caption):
    table = named(caption)
    told = recount.mismatches(FULL, changed(caption, replace(table, rows=table.rows[1:])))
    if caption in ("Classes of gaps", "Changes since the cycle before"):
        assert told == ()  # a class without a row claims nothing; words are held elsewhere
    else:
        assert caption in " ".join(told)


def test_R20_a_wrong_number_in_the_annex_names_the_need():
    caption = "All mapped needs of this pillar"
    table = named(caption)
    first, *others = table.rows
    wrong = replace(table, rows=((*first[:-2], "9", first[-1]), *others))
    assert recount.mismatches(FULL, changed(caption, wrong)) == (
        "In table “All mapped needs of this pillar”, “AL-CT-01, statements” says 9; the snapshot "
        "gives 2.",
    )


def test_R20_a_figure_that_is_not_there_is_missed():
    blocks = tuple(b for b in REPORT.blocks if not isinstance(b, Matrix))
    told = recount.mismatches(FULL, replace(REPORT, blocks=blocks))
    assert "“Statements by partner and sub-pillar” is not in the document." in told


@pytest.mark.parametrize("heading", ["Needs", "Needs with statements", "Statements", "Achieved"])
def test_R20_a_wrong_number_in_the_summary_is_found(heading):
    table = next(b for b in SUMMARY.blocks if isinstance(b, Table))
    column = table.header.index(heading)
    first, *others = table.rows
    wrong = replace(table, rows=((*first[:column], "8", *first[column + 1 :]), *others))
    blocks = tuple(wrong if b is table else b for b in SUMMARY.blocks)
    (told,) = recount.mismatches(FULL, replace(SUMMARY, blocks=blocks))
    assert f", {heading}” says 8" in told


def test_R20_a_sub_pillar_left_out_of_the_summary_is_missed():
    table = next(b for b in SUMMARY.blocks if isinstance(b, Table))
    second = [place for place, row in enumerate(table.rows) if not row[0].startswith("– ")][1]
    shorter = replace(table, rows=table.rows[second:])
    blocks = tuple(shorter if b is table else b for b in SUMMARY.blocks)
    (told,) = recount.mismatches(FULL, replace(SUMMARY, blocks=blocks))
    assert "“sub-pillars” says" in told


def test_R20_a_report_of_another_snapshot_does_not_pass():
    other = replace(FULL, needs=NEEDS[1:], as_of=date(2026, 5, 21))
    told = " ".join(recount.mismatches(other, REPORT))
    assert "20 May 2026" in told
    assert "9 needs of 6 partners are mapped" in told
