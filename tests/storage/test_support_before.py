"""What a supporter is shown of its own projects of the year before, and of nobody else's."""

from dataclasses import replace
from datetime import date

from data import store
from data.queries import cycles, history, needs, requests, statement_rows
from data.store import Session
from data.vocabulary import Cycle, LastYear, NeedsRegister, Reading, RequestKind, SupportLine
from tests.storage.year_2025 import (
    AT,
    CYCLE,
    REGISTER,
    XK_1,
    need,
    open_year,
    request_of,
    take_in,
)

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
BEFORE = Cycle("2024", FIRST, LAST, LAST, LAST, "2025", LAST, "2023-2024")
MAPPED = need("AL-9", "AL", "Case management", edition="2023-2024")
HEIR = need("AL-1", "AL", "Case management system", "AL-9")
PROJECT = SupportLine(
    MAPPED.key, 1, "EU4FAST-WB", "GIZ", start_text="2024-03-01", end_text="Q4 2027"
)


def told(session: Session, member: str, *lines: SupportLine, sha256: str) -> None:
    reference = f"2024-WBCTi-{member}-support"
    if requests.find(session, reference) is None:
        asked = replace(
            request_of(member), reference=reference, cycle="2024", kind=RequestKind.SUPPORT
        )
        requests.keep(session, asked, "1", REGISTER, "2024.xlsx", AT)
    row = take_in(session, reference, sha256=sha256)
    said = Reading(RequestKind.SUPPORT, {}, "", (), (), lines, (), (), ())
    statement_rows.keep_reading(session, row, said, {MAPPED.key})


def test_a_supporter_is_shown_its_own_projects_of_last_time_by_lineage(books_open: str):
    with store.session() as session:
        open_year(session)
        needs.keep(session, NeedsRegister("2023-2024", "Needs", (MAPPED,)), REGISTER, AT)
        needs.keep(session, NeedsRegister("2025-2026", "Needs", (HEIR, XK_1)), REGISTER, AT)
        cycles.open_cycle(session, BEFORE, ["WBCTi"], AT)
        told(session, "AL", replace(PROJECT, title="Another's"), sha256="c" * 64)
        told(session, "XK", replace(PROJECT, title="An older word"), sha256="a" * 64)
        told(session, "XK", PROJECT, SupportLine(MAPPED.key, 2, "Labs"), sha256="b" * 64)
    with store.session() as session:
        assert history.supported_before(session, CYCLE, "WBCTi", "XK") == {
            HEIR.key: LastYear("2024", ("EU4FAST-WB · GIZ · 2024-03-01 – Q4 2027", "Labs"), ())
        }
        assert history.supported_before(session, CYCLE, "WBCTi", "RS") == {}
