"""The bulletin: where each track stands, as a table in the terminal and an artifact in Prefect."""

import re
from collections.abc import Iterator
from datetime import timedelta

from prefect.artifacts import create_markdown_artifact

from data import clock, store
from data.queries import (
    board,
    comments,
    cycles,
    drafts,
    members,
    needs,
    overlaps,
    preparation,
    requests,
    returns,
    statements,
    withheld,
)
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    ApprovalRound,
    Decision,
    DraftKind,
    LetterState,
    Member,
    Reading,
    RequestKind,
    RequestState,
    Step,
    Subject,
    TrackId,
    TrackState,
    TrackStatus,
)
from tasks.patience import step
from tasks.rules import (
    agreement,
    bulletin_page,
    consolidation,
    deadlines,
    due,
    open_questions,
    waiting,
)

_ANSWERED = frozenset({RequestState.RECEIVED, RequestState.QUERIED, RequestState.CONFIRMED})


@step("state of play")
def state_of_play(code: str) -> list[TrackStatus]:
    """One line for each track of a cycle, or of all cycles when none is named."""
    with store.session() as session:
        codes = [cycles.get(session, code).code] if code else cycles.codes(session)
        return [
            _status(session, track, state)
            for each in codes
            for track, state in cycles.tracks_of(session, each)
        ]


@step("publish the bulletin")
def publish_bulletin(code: str, statuses: list[TrackStatus]) -> str:
    """Show the state of play as an artifact; returns the sentence that says what is awaited."""
    with store.session() as session:
        names = {
            member.code: member.name
            for each in {status.track.cycle for status in statuses}
            for member in members.on(session, cycles.get(session, each).taxonomy_on)
        }
    awaited = waiting.sentence(status.wait for status in statuses)
    create_markdown_artifact(
        bulletin_page.compose(code, awaited, statuses, names),
        key=re.sub(r"[^a-z0-9]+", "-", f"{_stage()}state-of-play-{code or 'all'}".lower()),
        description="Where each pillar stands, who answered and what is next.",
    )
    return awaited


def _stage() -> str:
    # A rehearsal on the officer's desk must not write over the state of play of real work.
    return "rehearsal-" if clock.read_mark() else ""


def _status(session: Session, track: TrackId, state: TrackState) -> TrackStatus:
    facts = _facts(session, track, state)
    following, wait = waiting.outlook(facts)
    asked = [r.request for kind in RequestKind for r in requests.of_track(session, track, kind)]
    return TrackStatus(
        track=track,
        state=state,
        answered=sum(request.state in _ANSWERED for request in asked),
        asked=len(asked),
        silent=tuple(r.member for r in asked if r.state not in _ANSWERED),
        next=following,
        wait=wait,
        drafts=tuple(
            f"{kind} {draft.number}"
            for kind in DraftKind
            if (draft := drafts.newest(session, track, kind)) is not None
        ),
        open_comments=facts.open_comments,
        questions=tuple(_questions(session, track)),
    )


def _questions(session: Session, track: TrackId) -> Iterator[str]:
    """What waits for a named person; a return that names no request stands with every track."""
    records = [r for kind in RequestKind for r in requests.of_track(session, track, kind)]
    references = {record.request.reference: record.request for record in records}
    for held in returns.held_in(session, track.cycle):
        if held.request is None or held.request in references:
            yield open_questions.on_held_return(
                track.cycle, held.file_name, held.sha256, held.reason
            )
    for text in withheld.of_cycle(session, track.cycle):
        if text.request in references:
            yield open_questions.on_withheld_text(track.cycle, text)
    if count := overlaps.waiting(session, track):
        yield open_questions.on_open_pairs(track.cycle, track.pillar, count)
    yield from _blanks(session, track)


def _blanks(session: Session, track: TrackId) -> Iterator[str]:
    edition = cycles.get(session, track.cycle).needs_edition
    numbers = {need.key: need.number for need in needs.of_edition(session, edition, track.pillar)}
    for kind in RequestKind:
        told: dict[str, list[Reading]] = {}
        for each in statements.told_in(session, track, kind):
            told.setdefault(each.request, []).append(each.reading)
        for reference in sorted(told):
            confirmed = returns.confirmed_blanks(session, reference)
            for kept in consolidation.consolidate(told[reference], confirmed).kept:
                number = numbers[kept.need]
                yield open_questions.on_kept_answer(track.cycle, reference, number, kept)
            for conflict in consolidation.disputed(told[reference]):
                yield open_questions.on_conflict(reference, numbers[conflict.need], conflict)


def _facts(session: Session, track: TrackId, state: TrackState) -> waiting.TrackFacts:
    cycle = cycles.get(session, track.cycle)
    present = members.in_pillar(session, track.pillar, cycle.taxonomy_on)
    partners = [member for member in present if member.is_partner]
    version, items, _ = preparation.calendar_of(session, track.cycle)
    outline, _ = preparation.outline_of(session, track)
    until = next((item for item in items if item.step is Step.COMMENTS), None)
    opened = board.newest_round(session, track)
    decision = _in_force(session, track, opened)
    return waiting.TrackFacts(
        state=state,
        calendar_missing=_missing(session, track.cycle, Subject.CALENDAR, "", version, partners),
        structure_missing=_missing(
            session,
            track.cycle,
            Subject.STRUCTURE,
            track.pillar,
            outline.number if outline else 0,
            partners,
        ),
        letters_held=len(
            [
                letter
                for letter in requests.letters_in(
                    session, track.cycle, track.pillar, LetterState.HELD, LetterState.RELEASED
                )
                if letter.kind.startswith("request-")
            ]
        ),
        responses_missing=_silent(session, track, RequestKind.RESPONSE),
        support_missing=_silent(session, track, RequestKind.SUPPORT),
        open_comments=due.open_comments(comments.on_track(session, track)),
        comments_until=deadlines.sentence(until.due_at, until.zone) if until else "",
        round_state=opened.state if opened else None,
        confirmed=decision is not None and bool(decision.confirmed_by),
        quiet_until=_quiet_until(decision),
    )


def _in_force(session: Session, track: TrackId, opened: ApprovalRound | None) -> Decision | None:
    if opened is None:
        return None
    taken = [d for d in board.decisions_on(session, track) if d.round_number == opened.number]
    return taken[-1] if taken and not taken[-1].recalled_by else None


def _quiet_until(decision: Decision | None) -> str:
    if decision is None:
        return ""
    until = decision.recorded_at + timedelta(hours=settings().quiet_hours)
    return deadlines.sentence(until, settings().zone) if clock.now() < until else ""


def _missing(
    session: Session,
    cycle: str,
    subject: Subject,
    pillar: str,
    version: int,
    partners: list[Member],
) -> frozenset[str]:
    words = preparation.agreements_on(session, cycle, subject, pillar, version)
    standing = agreement.standing(words, partners, subject, pillar, version)
    agreed = {partner.code for partner in standing.agreed}
    return frozenset(partner.code for partner in partners if partner.code not in agreed)


def _silent(session: Session, track: TrackId, kind: RequestKind) -> frozenset[str]:
    asked = [record.request for record in requests.of_track(session, track, kind)]
    return frozenset(r.member for r in asked if r.state not in _ANSWERED)
