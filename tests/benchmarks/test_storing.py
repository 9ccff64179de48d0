"""What it costs to store what a return says: rows in bulk against one object for each row."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from data import schema, store
from data.queries import statement_rows
from data.vocabulary import Place, Reading, RequestKind, ResponseLine, StatementKind
from tests.benchmarks.tables import show
from tests.storage.year_2025 import AL_1, ask, open_year, take_in

pytestmark = pytest.mark.endurance

LINES, TIMES = 5_000, 5


def reading() -> Reading:
    lines = tuple(
        ResponseLine(
            AL_1.key,
            number,
            StatementKind.ACHIEVED,
            f"A line of the state of play, number {number}, as long as people write them.",
            reference="Official Gazette 12/2025",
            date_text="2025-09-30",
            place=Place("1 Legal framework", f"D{number}"),
        )
        for number in range(1, LINES + 1)
    )
    return Reading(RequestKind.RESPONSE, {}, "", (), lines, (), (), (), ())


def in_bulk(session: store.Session, row: int, told: Reading) -> None:
    statement_rows.keep_reading(session, row, told, {AL_1.key})


def one_by_one(session: store.Session, row: int, told: Reading) -> None:
    session.add_all(
        schema.Response(
            return_id=row,
            need=line.need,
            line=line.line,
            kind=line.kind.value if line.kind else "",
            text=line.text,
            reference=line.reference,
            date_text=line.date_text,
            with_project_support=line.with_project_support.value,
            sheet=line.place.sheet,
            cell=line.place.cell,
        )
        for line in told.responses
    )
    session.flush()


def test_storing_in_bulk_is_several_times_quicker(home: Path, capsys: pytest.CaptureFixture[str]):
    told = reading()
    with store.session() as session:
        open_year(session)
        reference = ask(session, "AL")
    spent: dict[str, list[float]] = {"add_all": [], "bulk insert": []}
    ways: dict[str, Callable[[store.Session, int, Reading], None]] = {
        "add_all": one_by_one,
        "bulk insert": in_bulk,
    }
    for turn in range(TIMES):
        for number, (name, way) in enumerate(ways.items()):
            with store.session() as session:
                row = take_in(session, reference, f"{turn}{number}".ljust(64, "e"))
                began = perf_counter()
                way(session, row, told)
            spent[name].append(perf_counter() - began)
    base = median(spent["add_all"])
    rows = [
        (name, f"{1000 * median(times):.0f}", f"{base / median(times):.1f}")
        for name, times in spent.items()
    ]
    with capsys.disabled():
        show(f"Storing {LINES} lines", ("way", "ms", "times quicker than add_all"), rows)
    assert base > 8 * median(spent["bulk insert"])
