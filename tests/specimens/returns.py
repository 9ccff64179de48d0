"""Returned workbooks: what two members say, and how a person changes a file by hand."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from data.vocabulary import (
    NOWHERE,
    AnswerState,
    InstrumentKind,
    NeedReply,
    ProjectSupport,
    Reading,
    ResponseLine,
    StatementKind,
    SupportLine,
)
from tasks.edges.guard import why_refused
from tasks.edges.workbook import reading
from tasks.edges.workbook.filling import fill
from tasks.edges.workbook.reading import read_return
from tasks.edges.workbook.undisturbed import Undisturbed
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.requests import response_workbook
from tests.tables import rows

SHEET = "1 Legal framework"
REPLIES = (
    NeedReply("n-0001", AnswerState.ANSWERED),
    NeedReply("n-0002", AnswerState.LATER, "2026-05-01"),
    NeedReply("n-0003", None),
)


def response_lines(table: str) -> tuple[ResponseLine, ...]:
    return tuple(
        ResponseLine(
            need=row["need"],
            line=int(row["line"]),
            kind=StatementKind(row["kind"]),
            text=row["text"],
            instrument=InstrumentKind(row["instrument"]),
            reference=row["reference"],
            date_text=row["date"],
            on=date.fromisoformat(row["on"]) if row["on"] else None,
            with_project_support=ProjectSupport(row["support"]),
            project=row["project"],
        )
        for row in rows(table)
    )


RESPONSES = response_lines("""
| need   | line | kind     | text              | instrument    | reference | date       | on         | support | project |
| n-0001 | 1    | achieved | Донесен закон     | law or by-law | OG 12/25  | Q3 2025    | 2025-09-30 | no      |         |
| n-0001 | 2    | planned  | Unë do të vij     | training      |           | 2026-05-01 | 2026-05-01 | yes     | EU4FAST |
| n-0002 | 1    | ongoing  | Želim čaj         | staff         | Decree 4  |            |            | unknown |         |
""")  # noqa: E501 – a table reads better on long lines than broken
SUPPORT = (
    SupportLine(
        "n-0101",
        1,
        "EU4FAST-WB",
        "GIZ",
        "IPA III; the Netherlands",
        "Training of prosecutors",
        "2024-03-01",
        "Q4 2027",
        "33303022",
        "EUR",
        "ongoing",
    ),
    SupportLine("n-0001", 1, "Another project", budget="not disclosed"),
    SupportLine("n-0001", 2, "A third project", "UNODC", currency="USD"),
)


def read(content: bytes) -> Reading:
    assert why_refused(content) == ""
    return read_return(content, read_date, did_you_mean)


def filled(noise: str = "", additional: str = "") -> bytes:
    return fill(response_workbook(), REPLIES, RESPONSES, [], additional, noise)


def changed(content: bytes, change: Callable[[Workbook], object]) -> bytes:
    """What a person did to the file by hand."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def without_places(said: Reading) -> tuple[tuple[ResponseLine, ...], tuple[NeedReply, ...]]:
    return (
        tuple(replace(line, place=NOWHERE) for line in said.responses),
        tuple(replace(reply, place=NOWHERE) for reply in said.replies),
    )


def row_by_row(content: bytes) -> Reading:
    """The reading when no row is taken for undisturbed, and each is looked at closely."""

    def nothing(*_: object) -> Undisturbed:
        return Undisturbed()

    with pytest.MonkeyPatch.context() as off:
        off.setattr(reading, "read_undisturbed", nothing)
        return read(content)
