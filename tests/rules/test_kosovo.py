"""R14: the asterisk at every mention the program writes, the footnote once, members' words left."""

from dataclasses import replace

import pytest

from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    Bullets,
    Chart,
    Document,
    DraftKind,
    Heading,
    Paragraph,
    Table,
)
from tasks.rules import kosovo, report, summary
from tests.rules.year_2025 import FIRST, LAST

EMPTY = Document("report", "Title", "Subtitle", (), "", "1", (), "", ())


def codes(*blocks, footnote: str = "", **changes) -> list[str]:
    document = replace(EMPTY, blocks=blocks, kosovo_footnote=footnote, **changes)
    return [finding.code for finding in kosovo.check(document)]


BARE = [
    Heading(1, "Replies of Kosovo"),
    Paragraph("Kosovo, among others, replied."),
    Table("Partners", ("Partner",), (("Kosovo",),), (1.0,)),
    Table("Replies of Kosovo", ("Partner",), (("Serbia",),), (1.0,)),
    Chart("Statements", "Bars", ("Kosovo",), (("Statements", (1,)),)),
]


@pytest.mark.parametrize("block", BARE, ids=lambda block: type(block).__name__)
def test_R14_a_mention_of_the_program_without_asterisk_is_found(block):
    assert codes(block) == ["kosovo-without-asterisk"]


def test_R14_the_cover_is_looked_at_too():
    assert codes(subtitle="Visit to Kosovo") == ["kosovo-without-asterisk"]


@pytest.mark.parametrize(
    "block",
    [
        Table("Statements", ("Words",), (("Kosovo Police trains officers.",),), (1.0,)),
        Paragraph("Taken up from the consultation: the Kosovo Academy joins.", "note"),
        Paragraph("“the Kosovo declaration”", "quote"),
        Bullets(("Kosovo Judicial Council",)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_R14_words_of_members_are_left_as_they_are(block):
    assert codes(block) == []


def test_R14_a_mention_needs_its_footnote():
    assert codes(Paragraph("Kosovo* replied.")) == ["kosovo-footnote-missing"]
    assert codes(Paragraph("Kosovo* replied."), footnote=KOSOVO_FOOTNOTE) == []


def test_R14_an_altered_footnote_is_no_footnote():
    assert codes(Paragraph("Kosovo* replied."), footnote=KOSOVO_FOOTNOTE[:-1]) == [
        "kosovo-footnote-missing"
    ]


def test_R14_the_footnote_stands_once():
    blocks = (Paragraph("Kosovo* replied."), Paragraph(KOSOVO_FOOTNOTE, "note"))
    assert codes(*blocks, footnote=KOSOVO_FOOTNOTE) == ["kosovo-footnote-doubled"]


def test_R14_occurs_only_with_its_asterisk():
    assert kosovo.occurs(["Albania", "Kosovo*"])
    assert not kosovo.occurs(["Kosovo Police"])


@pytest.mark.parametrize("kind", [DraftKind.FIRST, DraftKind.CONSULTATION, DraftKind.FINAL])
def test_R14_every_report_we_compose_is_in_order(kind):
    document = report.compose(FIRST if kind is DraftKind.FIRST else LAST, kind, 1)
    assert document.kosovo_footnote == KOSOVO_FOOTNOTE
    assert kosovo.check(document) == []


def test_R14_the_summary_names_nobody_and_needs_no_footnote():
    document = summary.compose(LAST, 1)
    assert (document.kosovo_footnote, kosovo.check(document)) == ("", [])
