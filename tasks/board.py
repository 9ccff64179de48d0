"""The Board: exact files go to every seat, and its decision is recorded with evidence (I.3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data import clock, snapshots, store
from data.errors.cycles import (
    CommentsOpen,
    NameMissing,
    NothingBeforeTheBoard,
    NothingToSubmit,
    NumbersDiffer,
)
from data.queries import board, comments, cycles, drafts, journal, members, preparation
from data.reference import board_rule
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    Decision,
    Draft,
    DraftKind,
    Enclosure,
    LetterToWrite,
    Outcome,
    RoundState,
    Snapshot,
    Step,
    TrackId,
    TrackState,
)
from tasks import filing
from tasks.edges.word import as_printed, read_document, write_document
from tasks.patience import step
from tasks.rules import (
    deadlines,
    decision,
    due,
    naming,
    numbers,
    recount,
    report,
    summary,
    transitions,
)


@step("freeze report and summary")
def freeze(track: TrackId) -> str:
    """Check the final draft against its snapshot and write its summary from the same one.

    Returns the SHA-256 of the summary. Run again it finds the summary it wrote (rule R17).

    Raises:
        NothingToSubmit: there is no final draft.
        CommentsOpen: a comment has no disposition (rule R6).
        NumbersDiffer: the report does not say what its snapshot says (rule R20).
    """
    with store.session() as session:
        final = _final_draft(session, track)
        held = drafts.newest(session, track, DraftKind.SUMMARY)
    if held is not None and held.snapshot_sha256 == final.snapshot_sha256:
        return held.sha256
    snapshot = snapshots.from_bytes(filing.take_from_shelf(final.snapshot_sha256))
    _recount(track, snapshot, final)
    content = write_document(
        settings().templates / "drafts", summary.compose(snapshot, final.number)
    )
    _refuse_if_told(track, recount.mismatches(snapshot, read_document(content)))
    name = naming.draft(track.cycle, track.pillar, DraftKind.SUMMARY, final.number)
    at = clock.now()
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, content, name, at)
        written = replace(final, kind=DraftKind.SUMMARY, sha256=sha256, built_at=at)
        drafts.keep(session, written, name)
        facts = {"summary": sha256, "snapshot": final.snapshot_sha256}
        matter = f"{track.cycle} {track.pillar}"
        journal.append(session, at, "Secretariat", "summary written", matter, facts)
    return sha256


@step("open the approval round")
def open_round(track: TrackId) -> list[LetterToWrite]:
    """Bind report and summary by their hashes and write to every seat in force (rules R7, R8)."""
    at = clock.now()
    with store.session() as session:
        final = drafts.newest(session, track, DraftKind.FINAL)
        written = drafts.newest(session, track, DraftKind.SUMMARY)
        if final is None or written is None:
            raise _nothing_to_submit(session, track)
        seats = members.board_on(session, clock.today())
        opened = board.newest_round(session, track)
        if opened is None or opened.state is not RoundState.OPEN:
            opened = ApprovalRound(
                track.cycle,
                track.pillar,
                opened.number + 1 if opened else 1,
                final.sha256,
                written.sha256,
                final.snapshot_sha256,
                written.snapshot_sha256,
                board_rule(),
                at,
                RoundState.OPEN,
            )
            board.open_round(session, opened, seats)
            state = cycles.track_state(session, track)
            moved = transitions.move(state, TrackState.WITH_THE_BOARD)
            cycles.set_track_state(session, track, moved)
            facts = {"report": final.sha256, "summary": written.sha256, "rule": opened.rule.code}
            matter = f"{track.cycle} {track.pillar} round {opened.number}"
            journal.append(session, at, "Secretariat", "submitted to the Board", matter, facts)
        names = [
            drafts.file_name_of(session, track, each.kind, each.number) for each in (final, written)
        ]
        _, items, _ = preparation.calendar_of(session, track.cycle)
    when = next(item for item in items if item.step is Step.BOARD)
    enclosures = (
        Enclosure(names[0], "the final draft of the report", final.sha256, filing.WORD),
        Enclosure(names[1], "its summary for the public", written.sha256, filing.WORD),
    )
    return [
        LetterToWrite(
            key=f"{track.cycle}/{track.pillar}/board/{opened.number}/{seat.member}",
            kind="board",
            cycle=track.cycle,
            pillar=track.pillar,
            member=seat.member,
            facts={"rule": opened.rule.sentence},
            deadline=deadlines.sentence(when.due_at, when.zone),
            enclosures=enclosures,
            board=True,
        )
        for seat in seats
    ]


@step("record the decision of the Board")
def record_decision(
    track: TrackId,
    outcome: Outcome,
    decided_on: date,
    evidence_sha256: str,
    recorded_by: str,
    text: str,
) -> str:
    """Append what the Board said on the exact bytes of the open round (rules R8, R9).

    Returns where round and track now stand. The same decision recorded again is kept once.

    Raises:
        NameMissing: it is not said who recorded the decision.
        NothingBeforeTheBoard: there is no round.
        DecisionWithoutEvidence, RoundClosed, TrackNotWithTheBoard: see tasks.rules.decision.
    """
    at = clock.now()
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        opened = board.newest_round(session, track)
        if opened is None:
            cycles.track_row(session, track)
            raise NothingBeforeTheBoard(cycle=track.cycle, pillar=track.pillar)
        taken = Decision(
            opened.number,
            outcome,
            decided_on,
            opened.report_sha256,
            opened.summary_sha256,
            evidence_sha256,
            text,
            recorded_by,
            at,
        )
        if any(_is_same(taken, held) for held in board.decisions_on(session, track)):
            return _standing(opened.number, opened.state, cycles.track_state(session, track))
        state = cycles.track_state(session, track)
        then = decision.consequence(opened, state, taken)
        board.record_decision(session, track, taken)
        board.set_round_state(session, track, opened.number, then.round, at)
        cycles.set_track_state(session, track, then.track)
        facts = {
            "outcome": outcome.value,
            "decided on": decided_on.isoformat(),
            "report": opened.report_sha256,
            "summary": opened.summary_sha256,
            "evidence": evidence_sha256,
        }
        matter = f"{track.cycle} {track.pillar} round {opened.number}"
        journal.append(session, at, recorded_by, journal.DECISION_RECORDED, matter, facts)
    return _standing(opened.number, then.round, then.track)


def _final_draft(session: Session, track: TrackId) -> Draft:
    state = cycles.track_state(session, track)
    final = drafts.newest(session, track, DraftKind.FINAL)
    if final is None or state not in (TrackState.FINAL_DRAFT, TrackState.WITH_THE_BOARD):
        raise _nothing_to_submit(session, track)
    unanswered = due.open_comments(comments.on_track(session, track))
    if unanswered:
        raise CommentsOpen(
            numbers=", ".join(map(str, unanswered)), cycle=track.cycle, pillar=track.pillar
        )
    return final


def _nothing_to_submit(session: Session, track: TrackId) -> NothingToSubmit:
    state = cycles.track_state(session, track)
    return NothingToSubmit(cycle=track.cycle, pillar=track.pillar, state=state)


def _recount(track: TrackId, snapshot: Snapshot, final: Draft) -> None:
    """Count every number of the file again, and hold its words against the snapshot (rule R20)."""
    recomposed = as_printed(report.compose(snapshot, final.kind, final.number))
    read_back = read_document(filing.take_from_shelf(final.sha256))
    counted = recount.mismatches(snapshot, read_back)
    compared = [finding.message for finding in numbers.check(recomposed, read_back)]
    _refuse_if_told(track, [*counted, *compared])


def _refuse_if_told(track: TrackId, sentences: Sequence[str]) -> None:
    if sentences:
        told = "; ".join(sentence.rstrip(".") for sentence in sentences)
        raise NumbersDiffer(cycle=track.cycle, pillar=track.pillar, findings=told)


def _is_same(taken: Decision, held: Decision) -> bool:
    return replace(taken, recorded_at=held.recorded_at) == held


def _standing(number: int, round_state: RoundState, state: TrackState) -> str:
    return f"Round {number} is {round_state}; the track stands at “{state}”."
