"""How fast returns are taken in, beside pandas and beside what the bytes themselves cost.

Ratios measured side by side in one run; times alone are not asserted.
"""

import io
import math
import statistics
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache, partial
from xml.parsers import expat

import pandas as pd
import pytest
from openpyxl import load_workbook

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
from data.vocabulary.conformity import Conformity, Verdict
from data.vocabulary.screening import ScreenedLine
from tasks.edges import guard
from tasks.edges.workbook.filling import fill
from tasks.edges.workbook.reading import read_return
from tasks.rules import conformity, screening
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.benchmarks.tables import show
from tests.specimens.requests import RESPONSE, drawn

REQUEST = Request(
    RESPONSE.reference,
    "2025",
    "WBCTi",
    "XK",
    RequestKind.RESPONSE,
    datetime(2026, 3, 13, 16, tzinfo=UTC),
    "Europe/Belgrade",
)
pytestmark = pytest.mark.usefixtures("collector_as_in_the_program")

TIMES_FLOOR, TIMES_PANDAS = 3.0, 8.0  # at most so many times the floor, at least so many faster
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
    """Guard, reading and identity: what checking begins with."""
    guard.forget()
    assert guard.why_refused(content) == ""
    return read_return(content, read_date, did_you_mean)


def checked(reading: Reading, needs: int) -> Conformity:
    """Checking, and its findings."""
    return conformity.check(reading, REQUEST, asked_about(needs), YEAR, NEXT_YEAR)


def screened(reading: Reading) -> tuple[ScreenedLine, ...]:
    """The screen for what is sensitive."""
    return screening.screen_reading(reading, screening_lists())


def intake(content: bytes, needs: int) -> None:
    checked(taken_in(content), needs)


def intake_and_screen(content: bytes, needs: int) -> None:
    reading = taken_in(content)
    checked(reading, needs)
    screened(reading)


@cache
def resaved(needs: int) -> bytes:
    """The same return with its texts in one table, as office programs save it."""
    saved = io.BytesIO()
    load_workbook(io.BytesIO(returned(needs))).save(saved)
    return saved.getvalue()


def limit(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(part, True)


def by_pandas(content: bytes) -> None:
    pd.read_excel(io.BytesIO(content), sheet_name=None, engine="openpyxl")


def milliseconds(do: Callable[[], object]) -> float:
    begin = time.process_time()
    do()
    return (time.process_time() - begin) * 1000


def side_by_side(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each way, all of them in each round: the machine has other work."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, do in ways.items():
            taken[name].append(milliseconds(do))
    return {name: statistics.median(times) for name, times in taken.items()}


def mebibytes(content: bytes) -> float:
    tracemalloc.start()
    taken_in(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 2**20


@pytest.mark.endurance
def test_intake_beside_pandas_and_the_bytes_themselves(capsys: pytest.CaptureFixture[str]):
    """Intake is guard, reading, identity, checking and findings; the screen stands beside it."""
    found: dict[str, dict[str, float]] = {}
    table: list[tuple[str, ...]] = []
    for needs, rounds, made in (
        *((120, 15, returned), (120, 15, resaved)),
        *((480, 7, returned), (3300, 5, returned), (3300, 3, resaved)),  # 3,300: 20,000 rows
    ):
        content = made(needs)
        reading = taken_in(content)
        assert len(reading.responses) == 3 * needs
        assert checked(reading, needs).verdict is Verdict.ACCEPT
        name = f"{needs} {made.__name__}"
        found[name] = ms = side_by_side(
            {
                "floor": partial(limit, content),
                "reading": partial(taken_in, content),
                "rules": partial(checked, reading, needs),
                "screen": partial(screened, reading),
                "intake": partial(intake, content, needs),
                "with screen": partial(intake_and_screen, content, needs),
                "pandas": partial(by_pandas, content),
            },
            rounds,
        )
        used = mebibytes(content)
        assert used < 250
        ratios = [
            ratio
            for way in ("intake", "with screen", "reading")
            for ratio in (ms[way] / ms["floor"], ms["pandas"] / ms[way])
        ]
        shares = (f"{ms[way] / ms['reading']:.0%}" for way in ("rules", "screen"))
        numbers = (f"{n:.1f}" for n in (ms["floor"], ms["intake"], *ratios, used))
        table.append((name, f"{len(content) // 1024}", *numbers, *shares))
    growth = math.log(found["3300 returned"]["intake"] / found["120 returned"]["intake"])
    growth /= math.log(3300 / 120)
    header = (
        *("needs", "KB", "floor ms", "intake ms", "x floor", "pandas x"),
        *("and screen x floor", "pandas x", "reading x floor", "pandas x"),
        *("MiB", "rules", "screen"),
    )
    with capsys.disabled():
        show(f"Intake; the floor is inflate and expat; growth exponent {growth:.2f}", header, table)
    assert growth <= 1.1
    for ms in found.values():
        assert ms["rules"] < ms["reading"] / 10
        assert ms["screen"] < ms["reading"] / 3
        assert ms["intake"] < TIMES_FLOOR * ms["floor"]
        assert ms["pandas"] > TIMES_PANDAS * ms["intake"]
