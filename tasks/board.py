"""The Board is asked: report and summary are frozen and go to every seat (I.3)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from data import clock, snapshots, store
from data.errors.board import RuleChanged
from data.errors.cycles import (
    CommentsOpen,
    NothingToSubmit,
    NumbersDiffer,
)
from data.queries import (
    board,
    board_voices,
    comments,
    cycles,
    drafts,
    journal,
    members,
    preparation,
    round_voices,
)
from data.reference import board_rule
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    BoardRule,
    BoardSeat,
    Document,
    Draft,
    DraftKind,
    Enclosure,
    LetterToWrite,
    RoundState,
    Snapshot,
    Step,
    TrackId,
    TrackState,
)
from data.vocabulary.board import Mode
from tasks import filing, transmitting
from tasks.edges.word import as_printed, read_document, write_document
from tasks.patience import step
from tasks.rules import (
    deadlines,
    due,
    naming,
    numbers,
    recount,
    report,
    summary,
    transitions,
    transmittals,
    voting,
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
        templates = filing.templates_of(session, track.cycle) / "drafts"
    if held is not None and held.snapshot_sha256 == final.snapshot_sha256:
        return held.sha256
    snapshot = snapshots.from_bytes(filing.take_from_shelf(final.snapshot_sha256))
    _recount(track, snapshot, final)
    content = write_document(templates, summary.compose(snapshot, final.number))
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
def open_round(track: TrackId, mode: Mode = Mode.MEETING) -> list[LetterToWrite]:
    """Bind report and summary by their hashes and write to every seat in force (rules R7, R8).

    Raises:
        NothingToSubmit: there is no final draft with its summary.
        ModeDoesNotFit: the rule in force decides in writing only.
        RuleChanged: the round is open already, in another mode.
    """
    at = clock.now()
    with store.session() as session:
        final = drafts.newest(session, track, DraftKind.FINAL)
        written = drafts.newest(session, track, DraftKind.SUMMARY)
        if final is None or written is None:
            raise _nothing_to_submit(session, track)
        _, items, _ = preparation.calendar_of(session, track.cycle)
        when = next(item for item in items if item.step is Step.BOARD)
        seats = members.board_on(session, clock.today())
        opened = board.newest_round(session, track)
        if opened is None or opened.state is not RoundState.OPEN:
            rule = board_rule()
            voting.fits(rule, mode)
            number = opened.number + 1 if opened else 1
            closes_at = _closing(at, when.due_at, rule, mode)
            opened = ApprovalRound(
                track.cycle,
                track.pillar,
                number,
                final.sha256,
                written.sha256,
                final.snapshot_sha256,
                written.snapshot_sha256,
                rule,
                at,
                RoundState.OPEN,
                mode,
                closes_at,
            )
            _open(session, track, opened, seats)
        elif opened.mode is not mode:
            facts = {"cycle": track.cycle, "pillar": track.pillar, "number": opened.number}
            raise RuleChanged(held=opened.mode, mode=mode, **facts)
        # An open round keeps the seats it began with, whatever the register says by now.
        kept = board_voices.kept(session, track, opened.number)
        bound = round_voices.seats(session, kept)
        present = [seat.member for seat in seats if seat.member in bound]
        addressed = [*present, *(seat for seat in bound if seat not in present)]
        final = _bound(session, track, DraftKind.FINAL, opened.report_sha256)
        written = _bound(session, track, DraftKind.SUMMARY, opened.summary_sha256)
        names = [
            drafts.file_name_of(session, track, each.kind, each.number) for each in (final, written)
        ]
    enclosures = (
        Enclosure(names[0], "the final draft of the report", opened.report_sha256, filing.WORD),
        Enclosure(names[1], "its summary for the public", opened.summary_sha256, filing.WORD),
    )
    deadline = deadlines.sentence(opened.closes_at or when.due_at, when.zone)
    letter = _letter(final, opened, enclosures, deadline, when.zone)
    return [
        LetterToWrite(
            key=f"{track.cycle}/{track.pillar}/board/{opened.number}/{seat}",
            kind="board",
            cycle=track.cycle,
            pillar=track.pillar,
            member=seat,
            facts={"rule": opened.rule.sentence},
            deadline=deadline,
            enclosures=enclosures,
            board=True,
            on_paper=letter,
        )
        for seat in addressed
    ]


def _bound(session: Session, track: TrackId, kind: DraftKind, sha256: str) -> Draft:
    """The draft or summary whose bytes a round is bound to (rule R8)."""
    return next(each for each in drafts.every(session, track, kind) if each.sha256 == sha256)


def _letter(
    final: Draft,
    opened: ApprovalRound,
    files: Sequence[Enclosure],
    deadline: str,
    zone: str,
) -> Document:
    snapshot = snapshots.from_bytes(filing.take_from_shelf(opened.report_snapshot))
    day, contact = deadlines.local_day(opened.opened_at, zone), filing.contact_line()
    letter = transmittals.to_the_board(snapshot, final, opened, files, deadline, day, contact)
    return transmitting.counted_again(snapshot, letter)


def _open(
    session: Session, track: TrackId, opened: ApprovalRound, seats: Sequence[BoardSeat]
) -> None:
    board.open_round(session, opened, seats)
    state = cycles.track_state(session, track)
    moved = transitions.move(state, TrackState.WITH_THE_BOARD)
    cycles.set_track_state(session, track, moved)
    facts = {
        "report": opened.report_sha256,
        "summary": opened.summary_sha256,
        "rule": opened.rule.code,
        "mode": opened.mode.value,
        "seats": ", ".join(seat.member for seat in seats),
    }
    matter = f"{track.cycle} {track.pillar} round {opened.number}"
    journal.append(
        session, opened.opened_at, "Secretariat", "submitted to the Board", matter, facts
    )


def _closing(at: datetime, due_at: datetime, rule: BoardRule, mode: Mode) -> datetime:
    """The calendar's moment for a sitting still to come; otherwise the days of the rule."""
    if mode is not Mode.WRITTEN and due_at > at:
        return due_at
    return at + timedelta(days=rule.days)


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
