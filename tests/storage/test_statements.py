"""What a return says is read back as it was said, cell by cell (rules R5, R11)."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlmodel import select

from data import schema, store
from data.queries import cycles, history, needs, requests, returns, statement_rows, statements
from data.vocabulary import (
    AnswerState,
    Cycle,
    Finding,
    InstrumentKind,
    LastYear,
    NeedReply,
    NeedsRegister,
    NeedStatus,
    Place,
    ProjectSupport,
    Reading,
    RequestKind,
    RequestState,
    ResponseLine,
    ReturnState,
    Severity,
    StatementKind,
    SupportLine,
)
from tests.storage.year_2025 import (
    AL_1,
    AT,
    CT,
    CYCLE,
    REGISTER,
    XK_1,
    ask,
    need,
    open_year,
    request_of,
    take_in,
)

NEEDS_SHEET = "4 Coordination"
KNOWN = {AL_1.key, XK_1.key}


def at(cell: str) -> Place:
    return Place(NEEDS_SHEET, cell)


REPLIES = (
    NeedReply(AL_1.key, AnswerState.LATER, "after the election", at("D6")),
    NeedReply(XK_1.key, None, "", at("D9")),
)
LAW = ResponseLine(
    AL_1.key,
    1,
    StatementKind.ACHIEVED,
    "Ligji u miratua; Закон усвојен.",
    InstrumentKind.LAW,
    "OG 12/2025",
    "Q3 2025",
    date(2025, 9, 30),
    ProjectSupport.YES,
    "EU4FAST-WB",
    "Acquis chapter 24, firearms",
    at("F6"),
)
PLAN = ResponseLine(AL_1.key, 2, StatementKind.PLANNED, "A second unit.", place=at("F7"))
BARE = ResponseLine(XK_1.key, 1, None, "x" * 40_000, place=at("F9"))
PROJECT = SupportLine(
    AL_1.key,
    1,
    "EU4FAST-WB",
    "GIZ",
    "IPA III",
    "Training",
    "2024",
    "Q2 2027",
    "33,303,022",
    "EUR",
    "ongoing",
    at("E6"),
)


def reading(
    replies: tuple[NeedReply, ...] = (),
    responses: tuple[ResponseLine, ...] = (),
    support: tuple[SupportLine, ...] = (),
    kind: RequestKind = RequestKind.RESPONSE,
    additional: tuple[tuple[Place, str], ...] = (),
    unplaced: tuple[tuple[Place, str], ...] = (),
) -> Reading:
    return Reading(kind, {}, "", replies, responses, support, additional, unplaced, ())


def from_file(told: Reading, session: store.Session, row: int) -> Reading:
    """What was told, with the file it stands in."""
    sha256 = session.get_one(schema.Return, row).sha256
    return replace(
        told,
        replies=tuple(replace(each, file_sha256=sha256) for each in told.replies),
        responses=tuple(replace(each, file_sha256=sha256) for each in told.responses),
        support=tuple(replace(each, file_sha256=sha256) for each in told.support),
    )


def test_replies_and_lines_come_back_as_they_were_given(books_open: str):
    told = reading(REPLIES, (LAW, PLAN, BARE))
    with store.session() as session:
        open_year(session)
        reference = ask(session, "AL")
        row = take_in(session, reference)
        statement_rows.keep_reading(session, row, told, KNOWN)
    with store.session() as session:
        assert statements.told_in(session, CT, RequestKind.RESPONSE) == [
            statements.Told("AL", from_file(told, session, row), reference)
        ]
        assert statements.told_in(session, CT, RequestKind.SUPPORT) == []


def test_one_project_for_two_needs_is_one_project_with_two_links(books_open: str):
    second = replace(PROJECT, need=XK_1.key, line=2, place=at("E9"))
    other = replace(PROJECT, line=3, title="Another one", place=at("E10"))
    told = reading(support=(PROJECT, second, other), kind=RequestKind.SUPPORT)
    with store.session() as session:
        open_year(session)
        row = take_in(session, ask(session, "UNODC", RequestKind.SUPPORT))
        statement_rows.keep_reading(session, row, told, KNOWN)
    with store.session() as session:
        read_back = statements.of_return(session, row, RequestKind.SUPPORT)
        assert read_back == from_file(told, session, row)
        assert len(session.exec(select(schema.SupportProject)).all()) == 2


def test_nothing_that_was_written_is_lost_though_nobody_knows_its_need(books_open: str):
    told = reading(
        replies=(NeedReply("gone", AnswerState.ANSWERED, "", at("D7")),),
        responses=(replace(LAW, need="gone", text="On a need of another year."),),
        support=(replace(PROJECT, need="gone", place=at("E7")),),
        additional=((Place("Additional", "A2"), "We also trained twelve officers."),),
        unplaced=((at("Z9"), "See attached."),),
    )
    with store.session() as session:
        open_year(session)
        row = take_in(session, ask(session, "AL"))
        statement_rows.keep_reading(session, row, told, KNOWN)
    with store.session() as session:
        assert statements.of_return(session, row, RequestKind.RESPONSE) == reading()
        texts = session.exec(select(schema.ReturnedText).order_by(schema.ReturnedText.text)).all()
        assert {(t.kind, t.text) for t in texts} == {
            ("additional", "We also trained twelve officers."),
            ("unplaced", "EU4FAST-WB"),
            ("unplaced", "On a need of another year."),
            ("unplaced", "See attached."),
        }


def test_only_accepted_returns_speak_and_in_the_order_they_came(books_open: str):
    march, april = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
    with store.session() as session:
        open_year(session)
        reference = ask(session, "AL")
        newer = take_in(session, reference, "7" * 64, at=april)
        older = take_in(session, reference, "8" * 64, at=march)
        held = take_in(session, reference, "9" * 64, ReturnState.HELD)
        for row, line in ((newer, PLAN), (older, LAW), (held, BARE)):
            statement_rows.keep_reading(session, row, reading(responses=(line,)), KNOWN)
    with store.session() as session:
        told = statements.told_in(session, CT, RequestKind.RESPONSE)
        lines = [
            (line.text, line.file_sha256[:1]) for each in told for line in each.reading.responses
        ]
        assert lines == [(LAW.text, "8"), (PLAN.text, "7")]
        assert [record.row for record in returns.waiting(session)] == [held]
        assert [record.sha256[0] for record in returns.of_cycle(session, "2025")] == ["7", "8", "9"]


def test_the_day_of_the_first_reply_is_the_day_the_first_file_came(books_open: str):
    march, april = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
    with store.session() as session:
        open_year(session)
        reference = ask(session, "AL")
        assert returns.first_received(session, reference) is None
        take_in(session, reference, "7" * 64, at=april)
        take_in(session, reference, "8" * 64, at=march)
        assert returns.first_received(session, reference) == march


def test_a_finding_is_kept_once_with_its_place(books_open: str):
    swapped = Finding(
        "day-month", Severity.CHECK, "03.04. may be two days.", "Write 3 April.", at("G6")
    )
    blank = Finding("no-reference", Severity.NOTE, "No reference given.", "Name one if there is.")
    with store.session() as session:
        open_year(session)
        row = take_in(session, ask(session, "AL"))
        returns.keep_findings(session, row, (swapped, blank, swapped), AT)
    with store.session() as session:
        assert returns.findings_of(session, row) == [swapped, blank]


def test_a_request_is_read_back_and_tells_when_it_went_out(books_open: str):
    asked = request_of("AL")
    with store.session() as session:
        open_year(session)
        ask(session, "AL")
        ask(session, "UNODC", RequestKind.SUPPORT)
        requests.set_state(session, asked.reference, RequestState.RECEIVED)
        requests.set_state(session, asked.reference, RequestState.SENT, AT)
    with store.session() as session:
        (record,) = requests.of_track(session, CT, RequestKind.RESPONSE)
        assert (record.request, record.sent_at) == (asked, AT)
        assert requests.find(session, asked.reference) == record
        assert requests.state_of(session, asked.reference) is RequestState.SENT
        assert requests.find(session, "2025-WBCTi-XX-response") is None
        assert requests.track_of(session, asked.reference) == CT


def test_last_year_is_found_by_lineage_and_plans_stay_plans(books_open: str):
    before = Cycle(
        "2024",
        date(2024, 1, 1),
        date(2024, 12, 31),
        date(2025, 12, 31),
        date(2025, 1, 13),
        "2025",
        date(2025, 1, 13),
        "2023-2024",
    )
    mapped = need("AL-9", "AL", "Case management", edition="2023-2024")
    with store.session() as session:
        open_year(session)
        needs.keep(session, NeedsRegister("2023-2024", "Needs", (mapped,)), REGISTER, AT)
        heir = need("AL-1", "AL", "Case management system", "AL-9")
        needs.keep(session, NeedsRegister("2025-2026", "Needs", (heir, XK_1)), REGISTER, AT)
        cycles.open_cycle(session, before, ["WBCTi"], AT)
        asked = replace(request_of("AL"), reference="2024-WBCTi-AL-response", cycle="2024")
        requests.keep(session, asked, "1", REGISTER, "2024.xlsx", AT)
        row = take_in(session, asked.reference)
        lines = (replace(LAW, need=mapped.key), replace(PLAN, need=mapped.key))
        statement_rows.keep_reading(session, row, reading(responses=lines), {mapped.key})
    with store.session() as session:
        assert history.last_year(session, CYCLE, "WBCTi") == {
            AL_1.key: LastYear(
                "2024",
                (LAW.text,),
                ("A second unit.",),
                (StatementKind.ACHIEVED,),
                True,
                NeedStatus.OPEN,
                ("AL-9",),
            )
        }


def test_the_cycle_before_is_held_for_every_need_it_had_and_a_new_need_has_none(books_open: str):
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    before = Cycle("2024", first, last, last, last, "2025", last, "2023-2024")
    mapped = need("AL-9", "AL", "Case management", edition="2023-2024")
    closed = replace(need("AL-8", "AL", "Archive", edition="2023-2024"), status=NeedStatus.MET)
    silent = need("XK-9", "XK", "Registers", edition="2023-2024")
    with store.session() as session:
        open_year(session)
        old = (mapped, closed, silent)
        needs.keep(session, NeedsRegister("2023-2024", "Needs", old), REGISTER, AT)
        merged = need("AL-1", "AL", "Case management system", "AL-9", "AL-8")
        heir, new = need("XK-1", "XK", "Registers"), need("XK-2", "XK", "A new need")
        heir = replace(heir, replaces=("XK-9",))
        register = NeedsRegister("2025-2026", "Needs", (merged, heir, new))
        needs.keep(session, register, REGISTER, AT)
        cycles.open_cycle(session, before, ["WBCTi"], AT)
        asked = replace(request_of("AL"), reference="2024-WBCTi-AL-response", cycle="2024")
        requests.keep(session, asked, "1", REGISTER, "2024.xlsx", AT)
        row = take_in(session, asked.reference)
        nothing = (NeedReply(mapped.key, AnswerState.NOTHING_TO_REPORT),)
        statement_rows.keep_reading(session, row, reading(replies=nothing), {mapped.key})
    with store.session() as session:
        assert history.last_year(session, CYCLE, "WBCTi") == {}
        assert history.comparison(session, CYCLE, "WBCTi") == {
            merged.key: LastYear("2024", (), (), (), True, NeedStatus.PARTLY_MET, ("AL-8", "AL-9")),
            heir.key: LastYear("2024", (), (), (), False, NeedStatus.OPEN, ("XK-9",)),
        }


def test_both_parts_of_a_need_that_was_split_are_held_against_what_was_said_of_it(books_open: str):
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    before = Cycle("2024", first, last, last, last, "2025", last, "2023-2024")
    mapped = need("AL-9", "AL", "Case management", edition="2023-2024")
    with store.session() as session:
        open_year(session)
        needs.keep(session, NeedsRegister("2023-2024", "Needs", (mapped,)), REGISTER, AT)
        parts = (need("AL-1", "AL", "Cases", "AL-9"), need("AL-2", "AL", "Archive", "AL-9"))
        needs.keep(session, NeedsRegister("2025-2026", "Needs", parts), REGISTER, AT)
        cycles.open_cycle(session, before, ["WBCTi"], AT)
        asked = replace(request_of("AL"), reference="2024-WBCTi-AL-response", cycle="2024")
        requests.keep(session, asked, "1", REGISTER, "2024.xlsx", AT)
        row = take_in(session, asked.reference)
        lines = (replace(LAW, need=mapped.key), replace(PLAN, need=mapped.key))
        statement_rows.keep_reading(session, row, reading(responses=lines), {mapped.key})
    with store.session() as session:
        held = history.comparison(session, CYCLE, "WBCTi")
    assert held.keys() == {each.key for each in parts}
    assert {(each.reported, each.planned, each.numbers) for each in held.values()} == {
        ((LAW.text,), ("A second unit.",), ("AL-9",))
    }


def test_a_pillar_younger_than_the_cycle_before_has_no_history(books_open: str):
    with store.session() as session:
        open_year(session)
        first, last = date(2024, 1, 1), date(2024, 12, 31)
        before = Cycle("2024", first, last, last, last, "2025", last, "2025-2026")
        cycles.open_cycle(session, before, ["WBCTi"], AT)
        assert history.last_year(session, CYCLE, "WBBSi") == {}
