"""How fast returns are taken in, beside pandas and beside what the bytes themselves cost.

Ratios measured side by side in one run; nothing is asserted about times.
"""

import io
import math
import statistics
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TypeVar
from xml.parsers import expat

import pandas as pd
import pytest

from data.reference.screening import screening_lists
from data.vocabulary import (
    AnswerState,
    InstrumentKind,
    Need,
    NeedReply,
    ProjectSupport,
    Reading,
    Request,
    RequestKind,
    ResponseLine,
    StatementKind,
)
from data.vocabulary.conformity import Verdict
from tasks.edges import guard
from tasks.edges.workbook.filling import fill
from tasks.edges.workbook.reading import read_return
from tasks.rules import conformity, screening
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.benchmarks.tables import show
from tests.specimens.requests import RESPONSE, drawn

ROUNDS = 5


REQUEST = Request(
    RESPONSE.reference,
    "2025",
    "WBCTi",
    "XK",
    RequestKind.RESPONSE,
    datetime(2026, 3, 13, 16, tzinfo=UTC),
    "Europe/Belgrade",
)
YEAR = date(2025, 1, 1), date(2025, 12, 31)
NEXT_YEAR = date(2026, 1, 1), date(2026, 12, 31)


@cache
def asked_about(needs: int) -> tuple[Need, ...]:
    return tuple(
        Need(
            f"n-{n:05}",
            f"XK-CT-{n:04}",
            "XK",
            "WBCTi",
            n % 4 + 1,
            "Strategies",
            f"The title of need {n}",
            "A description of the need that goes on for some words. " * 4,
            eu_reference="Acquis chapter 24",
        )
        for n in range(1, needs + 1)
    )


@cache
def returned(needs: int) -> bytes:
    """A return with every need answered and three lines filled for each."""
    asked = asked_about(needs)
    lines = [
        ResponseLine(
            need.key,
            line,
            StatementKind.ACHIEVED,
            f"Statement {line} on {need.number}: a law was adopted and is applied. " * 3,
            InstrumentKind.LAW,
            f"OG {line}/25",
            "Q3 2025",
            None,
            ProjectSupport.YES,
            "EU4FAST",
        )
        for need in asked
        for line in (1, 2, 3)
    ]
    replies = [NeedReply(need.key, AnswerState.ANSWERED) for need in asked]
    return fill(drawn(replace(RESPONSE, needs=asked, last_year={})), replies, lines, [])


def taken_in(content: bytes) -> Reading:
    guard.forget()
    assert guard.why_refused(content) == ""
    return read_return(content, read_date, did_you_mean)


def limit(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(part, True)


def by_pandas(content: bytes) -> None:
    pd.read_excel(io.BytesIO(content), sheet_name=None, engine="openpyxl")


Given = TypeVar("Given", bytes, Reading)


def milliseconds(do: Callable[[Given], object], given: Given) -> float:
    taken: list[float] = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        do(given)
        taken.append(time.process_time() - begin)
    return statistics.median(taken) * 1000


def mebibytes(content: bytes) -> float:
    tracemalloc.start()
    taken_in(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20


@pytest.mark.endurance
def test_intake_beside_pandas_and_the_bytes_themselves(capsys: pytest.CaptureFixture[str]):
    found: list[tuple[int, float]] = []
    table: list[tuple[str, ...]] = []
    for needs in (120, 480, 1920, 3300):  # the last has some 20,000 rows
        content = returned(needs)
        assert len(taken_in(content).responses) == 3 * needs
        floor, ours = milliseconds(limit, content), milliseconds(taken_in, content)
        theirs = milliseconds(by_pandas, content) if needs < 1000 else math.nan
        found.append((needs, ours))
        numbers = (floor, ours, ours / floor, theirs, theirs / ours, mebibytes(content))
        table.append((str(needs), f"{len(content) // 1024}", *(f"{n:.1f}" for n in numbers)))
    (few, fast), (many, slow) = found[0], found[-1]
    growth = math.log(slow / fast) / math.log(many / few)
    header = ("needs", "KB", "floor ms", "ms", "x floor", "pandas ms", "pandas x", "MiB")
    with capsys.disabled():
        show(f"Intake; the floor is inflate and expat; growth exponent {growth:.2f}", header, table)


@pytest.mark.endurance
def test_checking_beside_reading(capsys: pytest.CaptureFixture[str]):
    asked, lists = asked_about(120), screening_lists()
    reading = taken_in(returned(120))
    assert conformity.check(reading, REQUEST, asked, YEAR, NEXT_YEAR).verdict is Verdict.ACCEPT
    checks: dict[str, Callable[[Reading], object]] = {
        "held against what was asked": lambda said: conformity.check(
            said, REQUEST, asked, YEAR, NEXT_YEAR
        ),
        "screened for what is sensitive": lambda said: screening.screen_reading(said, lists),
    }
    read = milliseconds(taken_in, returned(120))
    taken = {name: milliseconds(check, reading) for name, check in checks.items()}
    table = [(name, f"{ms:.1f}", f"{ms / read:.0%}") for name, ms in taken.items()]
    with capsys.disabled():
        header = ("120 needs", "ms", "of reading")
        show(f"Checking beside reading, which takes {read:.1f} ms", header, table)
