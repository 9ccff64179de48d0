"""A cycle that is open: two partners, one supporter, one pillar with two needs."""

from datetime import UTC, date, datetime

from sqlmodel import Session

from data.queries import cycles, members, needs, requests, returns, shelf_files, taxonomy
from data.vocabulary import (
    Cycle,
    DatedFilter,
    Filter,
    MemberEntry,
    MemberKind,
    MembersRegister,
    MethodologyVersion,
    Need,
    NeedsRegister,
    Pillar,
    Request,
    RequestKind,
    RequestState,
    ReturnState,
    SubPillar,
    TrackId,
    Validity,
)

FOUNDED = date(2014, 1, 1)
ALWAYS = Validity(FOUNDED)
AT = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
CT = TrackId("2025", "WBCTi")
REGISTER, WORKBOOK, RETURN = "1" * 64, "2" * 64, "3" * 64

CYCLE = Cycle(
    code="2025",
    reporting_from=date(2025, 1, 1),
    reporting_to=date(2025, 12, 31),
    outlook_to=date(2026, 12, 31),
    starts_on=date(2026, 1, 12),
    methodology="2025",
    taxonomy_on=date(2026, 1, 12),
    needs_edition="2025-2026",
)


def member(
    code: str,
    name: str,
    *pillars: str,
    kind: MemberKind = MemberKind.PARTNER,
    seat: bool = False,
    chairs: bool = False,
    validity: Validity = ALWAYS,
) -> MemberEntry:
    return MemberEntry(code, name, kind, seat, chairs, pillars, validity)


def need(number: str, of: str, title: str, *replaces: str, edition: str = "2025-2026") -> Need:
    return Need(
        f"{edition}/{number}",
        number,
        of,
        "WBCTi",
        4,
        "Information exchange",
        title,
        replaces=replaces,
    )


AL_1 = need("AL-1", "AL", "Case management system")
XK_1 = need("XK-1", "XK", "Secure links to partners’ databases")


def open_words(session: Session) -> None:
    """Keep the words everything else refers to: pillars, sub-pillars, filters, methodology."""
    taxonomy.keep(
        session,
        [
            (Pillar("WBCTi", "Western Balkans Counter-Terrorism Initiative", "terrorism"), ALWAYS),
            (Pillar("WBBSi", "Western Balkans Border Security Initiative", "borders"), ALWAYS),
        ],
        [(SubPillar(4, "Coordination and cooperation"), ALWAYS)],
        [DatedFilter(Filter("WBCTi", 4, "Information exchange"), ALWAYS)],
    )
    version = MethodologyVersion(
        "2025",
        "Methodology",
        "agreed in 2025",
        date(2025, 5, 1),
        date(2025, 5, 2),
        ALWAYS,
        "a",
        "b",
    )
    taxonomy.keep_methodology(session, [version])


def open_year(session: Session) -> None:
    """Keep members and needs, and open the cycle 2025 on them."""
    open_words(session)
    entries = (
        member("AL", "Albania", "WBCTi", "WBBSi", seat=True),
        member("XK", "Kosovo*", "WBCTi", seat=True),
        member("UNODC", "UNODC", "WBCTi", kind=MemberKind.INTERNATIONAL),
    )
    members.keep(session, MembersRegister(entries, ()), date(2026, 1, 12))
    on_shelf(session, REGISTER)
    needs.keep(session, NeedsRegister("2025-2026", "Needs", (AL_1, XK_1)), REGISTER, AT)
    cycles.open_cycle(session, CYCLE, ["WBCTi", "WBBSi"], AT)


def on_shelf(session: Session, *hashes: str) -> None:
    """Note files on the register of the shelf, so that rows may name them."""
    for sha256 in hashes:
        shelf_files.register(session, sha256, "a file", 1, AT)


def request_of(code: str, kind: RequestKind = RequestKind.RESPONSE) -> Request:
    return Request(
        f"2025-WBCTi-{code}-{kind}",
        "2025",
        "WBCTi",
        code,
        kind,
        datetime(2026, 3, 13, 16, 0, tzinfo=UTC),
        "Europe/Sarajevo",
        RequestState.SENT,
    )


def ask(session: Session, code: str, kind: RequestKind = RequestKind.RESPONSE) -> str:
    """Keep a request with its workbook; gives its reference."""
    asked = request_of(code, kind)
    on_shelf(session, WORKBOOK)
    requests.keep(session, asked, "1", WORKBOOK, f"{asked.reference}.xlsx", AT)
    return asked.reference


def take_in(
    session: Session,
    reference: str | None,
    sha256: str = RETURN,
    state: ReturnState = ReturnState.ACCEPTED,
    at: datetime = AT,
) -> int:
    """Keep a return; gives the number of its row."""
    on_shelf(session, sha256)
    return returns.keep(session, sha256, "answer.xlsx", "", reference, state, "", at)
