"""Two drafts compared in Word: real tracked changes, both ways, in the order Word wants."""

import io
import re
import time
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.vocabulary.documents import Document, Heading, Paragraph, Table
from tasks.edges.archive import unpack
from tasks.edges.word import write_document
from tasks.edges.word.comparison_copies import read_copy
from tasks.edges.word.names import W
from tasks.edges.word.styles import HEADINGS
from tasks.edges.word.words import style_of
from tests.edges.one_draft import TEMPLATES, TRACED
from tests.edges.tracked_words import ACCEPT, REJECT, body, settled, texts
from tests.edges.two_drafts import LATER, compared

FIRST, SECOND = (write_document(TEMPLATES, each) for each in (TRACED, LATER))
COMPARED = compared(FIRST, SECOND)

words = st.lists(
    st.sampled_from(["one", "two", "three,", "Kosovo*", "(four)", "–", "5", "\t", "\n", "six."]),
    max_size=8,
)
text = words.map(" ".join)
paragraphs = st.builds(Paragraph, text, st.sampled_from(["body", "lead", "quote"]))
rows = st.lists(st.tuples(text, text), max_size=4).map(tuple)
tables = st.builds(Table, text, st.tuples(text, text), rows, st.just((0.3, 0.7)))
blocks = st.lists(st.one_of(paragraphs, tables, st.builds(Heading, st.just(2), text)), max_size=6)
documents = st.builds(lambda held: replace(TRACED, blocks=tuple(held)), blocks)


def test_accepting_gives_the_later_draft_and_rejecting_the_earlier_one():
    assert settled(COMPARED, ACCEPT) == texts(body(SECOND))
    assert settled(COMPARED, REJECT) == texts(body(FIRST))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, documents)
def test_so_it_is_for_any_two_drafts(one: Document, other: Document):
    first, second = write_document(TEMPLATES, one), write_document(TEMPLATES, other)
    content = compared(first, second)
    assert settled(content, ACCEPT) == texts(body(second))
    assert settled(content, REJECT) == texts(body(first))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents, documents)
def test_no_heading_that_stays_follows_at_once_what_came_or_went(one: Document, other: Document):
    first, second = write_document(TEMPLATES, one), write_document(TEMPLATES, other)
    held = list(body(compared(first, second)).find(f"{W}body") or ())
    for before, after in pairwise(held):
        stays = style_of(after) in HEADINGS and not is_tracked(after)
        assert not (stays and before.tag == f"{W}p" and is_tracked(before))


def is_tracked(paragraph) -> bool:
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{each}") is not None for each in ("ins", "del"))


def test_changes_are_the_secretariats_and_bear_the_moment_of_the_later_draft():
    marks = [each for each in body(COMPARED).iter() if each.tag in (f"{W}ins", f"{W}del")]
    assert {each.get(f"{W}author") for each in marks} == {"Secretariat"}
    assert {each.get(f"{W}date") for each in marks} == {"2026-05-20T09:00:00Z"}
    assert len({each.get(f"{W}id") for each in marks}) == len(marks)


def test_a_word_that_changed_is_one_change_and_not_a_paragraph():
    lead = next(p for p in body(COMPARED).iter(f"{W}p") if "needs are mapped" in _all(p))
    assert [_all(each) for each in lead.iter(f"{W}del")] == ["Two ", "Table 2"]
    assert [_all(each) for each in lead.iter(f"{W}ins")] == ["Three ", "Table 3"]


def test_rows_that_came_and_went_are_rows():
    rows = {_all(row): row for row in body(COMPARED).iter(f"{W}tr")}
    assert rows["1.4A row that came."].find(f"{W}trPr/{W}ins") is not None
    assert rows["1.3Planned only."].find(f"{W}trPr/{W}del") is not None


def test_changes_stand_where_the_schema_wants_them():
    root = body(COMPARED)
    for properties in root.iter(f"{W}pPr"):
        tags = [each.tag.removeprefix(W) for each in properties]
        assert tags == sorted(tags, key=["pStyle", "keepNext", "tabs", "rPr", "sectPr"].index)
    for properties in root.iter(f"{W}trPr"):
        assert [e.tag for e in properties if e.tag in (f"{W}ins", f"{W}del")] == [
            e.tag for e in list(properties)[-1:] if e.tag in (f"{W}ins", f"{W}del")
        ]
    for gone in root.iter(f"{W}del"):
        assert not list(gone.iter(f"{W}t"))
        assert not list(gone.iter(f"{W}bookmarkStart"))
    assert not list(root.iter(f"{W}sdt"))


def test_names_of_bookmarks_stand_once():
    names = [each.get(f"{W}name") for each in body(COMPARED).iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)


def test_a_comparison_no_longer_says_that_it_is_a_draft():
    assert read_copy(SECOND).identity
    assert read_copy(COMPARED).identity == ()
    assert not any(b"custom.xml" in part for part in unpack(COMPARED).values())


def test_the_same_drafts_give_the_same_bytes_and_python_docx_opens_them():
    assert sha256(compared(FIRST, SECOND)).digest() == sha256(COMPARED).digest()
    assert len(docx.Document(io.BytesIO(COMPARED)).tables) == 4


def test_a_draft_compared_with_itself_shows_no_change():
    assert not re.search(b"<w:(ins|del) ", unpack(compared(FIRST, FIRST))["word/document.xml"])


@pytest.mark.endurance
def test_eighty_pages_are_compared_in_linear_time():
    seconds: list[float] = []
    for size in (200, 800):
        one, other = (write_document(TEMPLATES, _long(size, year)) for year in (2024, 2025))
        begun = time.perf_counter()
        compared(one, other)
        seconds.append(time.perf_counter() - begun)
    assert seconds[1] < 5
    assert seconds[1] < 4 * 2.5 * seconds[0]


def _long(size: int, year: int) -> Document:
    """About a tenth of a page for each need; every fifth one has changed."""
    held = [
        (f"AL-{n}", f"Need {n}", f"Law {n} was adopted in {year if n % 5 == 0 else 2023}. " * 4)
        for n in range(size)
    ]
    parts = [
        block
        for start in range(0, size, 20)
        for block in (
            Heading(2, f"Filter {start}"),
            Paragraph(f"Twenty needs from {start} on are mapped, as of {year}."),
            Table(f"Filter {start}", ("No.", "Need", "State"), tuple(held[start : start + 20]), ()),
        )
    ]
    return replace(TRACED, blocks=tuple(parts))


def _all(element) -> str:
    return "".join(
        each.text or "" for each in element.iter() if each.tag in (f"{W}t", f"{W}delText")
    )
