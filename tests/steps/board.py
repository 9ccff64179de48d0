"""A report of 2025 that is with the Board, without the months that lead there."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from data import clock, store
from data.queries import board, cycles, drafts, members
from data.settings import settings
from data.vocabulary import (
    ApprovalRound,
    BoardRule,
    Decision,
    Draft,
    DraftKind,
    Outcome,
    RoundState,
    TrackId,
    TrackState,
)
from data.vocabulary.board import Deciding, Mode, Watch
from tasks import deciding, filing
from tasks.rules import gate

CT = TrackId("2025", "WBCTi")
MINUTES = "Minutes 2026/2, item 4"
SILENCE = BoardRule("silence-1", "Silence counts.", "ToR, Article 7", Deciding.SILENCE, 0, 14)
CHAIR = BoardRule("chair-conclusion-1", "The chair concludes.", "configured")


@dataclass
class Submitted:
    """The seats of the round, and the hash of the minutes on the shelf."""

    seats: list[str]
    evidence: str


def put(text: str, name: str) -> str:
    with store.session() as session:
        return filing.put_on_shelf(session, text.encode(), name, clock.now())


def keep_drafts(number: int) -> tuple[str, str, str]:
    """A final draft with its summary; the words are those of the number."""
    snapshot = put(f"snapshot {number}", f"snapshot {number}.json")
    hashes: list[str] = []
    for kind in (DraftKind.FINAL, DraftKind.SUMMARY):
        name = f"2025 WBCTi {kind} {number}.docx"
        hashes.append(put(f"{kind} {number}", name))
        with store.session() as session:
            at = clock.now()
            drafts.keep(
                session, Draft("2025", "WBCTi", kind, number, hashes[-1], snapshot, at), name
            )
    return hashes[0], hashes[1], snapshot


def submit(rule: BoardRule = CHAIR, mode: Mode = Mode.MEETING, number: int = 1) -> Submitted:
    """Open a round on a final draft of this number."""
    report, summary, snapshot = keep_drafts(number)
    at = clock.now()
    with store.session() as session:
        seats = members.board_on(session, clock.today())
        opened = ApprovalRound(
            "2025",
            "WBCTi",
            number,
            report,
            summary,
            snapshot,
            snapshot,
            rule,
            at,
            RoundState.OPEN,
            mode,
            at + timedelta(days=rule.days),
        )
        board.open_round(session, opened, seats)
        cycles.set_track_state(session, CT, TrackState.WITH_THE_BOARD)
    evidence = put("The chair concluded.", "minutes.txt")
    return Submitted(sorted(seat.member for seat in seats), evidence)


def decide(given: Submitted, outcome: Outcome = Outcome.ADOPTED, by: str = "Officer", **other):
    """Record a decision of today."""
    on: date = other.get("on", clock.today())
    evidence = other.get("evidence", given.evidence)
    minutes = other.get("minutes", MINUTES)
    return deciding.record_decision.fn(CT, outcome, on, evidence, by, minutes, "Adopted.")


def go_to(day: int, hour: int = 9) -> None:
    """Let the simulated clock strike an hour in June 2026."""
    mark = clock.read_mark()
    assert mark is not None
    moment = datetime(2026, 6, day, hour, tzinfo=UTC).isoformat()
    clock.write_mark(clock.RehearsalMark(mark.seed, mark.cycles, moment, mark.passed))


def state() -> tuple[RoundState, TrackState]:
    """Where the newest round and the track stand."""
    with store.session() as session:
        opened = board.newest_round(session, CT)
        assert opened is not None
        return opened.state, cycles.track_state(session, CT)


def through_the_gate() -> Decision:
    """Ask the gate alone: the texts here are no Word files a site could be built from."""
    with store.session() as session:
        opened = board.newest_round(session, CT)
        assert opened is not None
        decisions = board.decisions_on(session, CT)
        evidence = [each.evidence_sha256 for each in decisions]
    watch = Watch(clock.now(), settings().zone, timedelta(hours=settings().quiet_hours))
    files = (opened.report_sha256, opened.summary_sha256)
    return gate.clear_for_release(CT, opened, decisions, *files, evidence, watch)
