"""Tables in Word: whole rows, repeated headers, long cells cut, wide ones on turned pages."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tasks.edges.word.grid import portions
from tasks.edges.word.marks import LINE
from tests.edges.drawn_words import W, body_of, styled, with_blocks
from tests.edges.one_draft import LONG_ANSWER, MATRIX, PARTNERS, REPORT


def test_a_wide_table_turns_the_page_and_takes_its_heading_along():
    sections = [size.get(f"{W}orient", "portrait") for size in body_of(REPORT).iter(f"{W}pgSz")]
    assert sections == ["portrait", "portrait", "landscape", "portrait"]
    body = list(body_of(REPORT))
    breaks = [i for i, element in enumerate(body) if element.find(f"{W}pPr/{W}sectPr") is not None]
    turned = ElementTree.Element("turned")
    turned.extend(body[breaks[1] + 1 : breaks[2]])
    assert styled(turned, "Heading1") == ["Coordination across partners"]
    assert styled(turned, "TableCaption") == ["Table 2: Responses by need and partner"]


def test_a_wide_table_at_the_end_leaves_no_empty_page_behind():
    sizes = list(body_of(with_blocks(MATRIX)).iter(f"{W}pgSz"))
    assert [size.get(f"{W}orient") for size in sizes] == [None, None, "landscape"]


def test_a_paper_that_begins_with_a_wide_table_has_no_empty_page_before_it():
    paper = replace(with_blocks(MATRIX), kind="paper", disclaimers=(), kosovo_footnote="")
    sizes = list(body_of(paper).iter(f"{W}pgSz"))
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape"]


def test_tables_repeat_their_header_keep_rows_whole_and_fill_the_width():
    for table in body_of(REPORT).iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
            number == 0 for number in range(len(rows))
        ]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        width = sum(int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol"))
        assert width in (11906 - 2 * 1247, 16838 - 2 * 1247)


def test_numbers_stand_to_the_right():
    body = body_of(REPORT)
    assert styled(body, "TableHeadNumber") == ["Year", *PARTNERS]
    assert "2024" in styled(body, "TableNumber")


def test_a_long_cell_continues_in_rows_that_are_no_taller_than_half_a_page():
    body = body_of(REPORT)
    parts = [text for text in styled(body, "TableContinued") if text.startswith(("The", "unit"))]
    assert len(styled(body, "TableNumberContinued")) >= 3
    assert all(len(text) < len(LONG_ANSWER) / 2 for text in parts)
    first = next(text for text in styled(body, "TableText") if text.startswith("The unit"))
    assert LONG_ANSWER.startswith(first)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("word " * 500, 10),
        ("unbroken" * 300, 10),
        (f"a line{LINE}" * 60, 10),
        (f"{LINE}" * 25, 10),
        (" " * 900, 10),
        ("", 10),
    ],
)
def test_portions_joined_are_the_text_and_none_is_longer_than_its_lines(text: str, lines: int):
    parts = portions(text, 20, lines)
    assert "".join(parts) == text
    assert all(len(part) <= lines * 21 and part.count(LINE) <= lines for part in parts)
