"""Pairs of support projects that may be one or overlap, and the Secretariat's word (rule R12)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from data import schema
from data.queries import cycles, members
from data.vocabulary import Place, PossibleOverlap, SupportLine, TrackId
from data.vocabulary.findings import Likeness, OverlapKind, OverlapState, ProjectReport
from data.vocabulary.overlap_review import OverlapWord, ReviewedPair

_REPORTED = "reported"  # beside the first report: whether the newest returns still give the pair
_COORDINATION = "The members may wish to coordinate."


def keep(session: Session, track: TrackId, likenesses: Iterable[Likeness], at: datetime) -> int:
    """Bring the pairs on record in line with what the newest returns say.

    A pair with a person's word keeps the word and the reports as the person saw them. One that is
    no longer found is marked as no longer reported and stays (rule R18); should it come back, its
    earlier word counts again.

    Returns:
        How many pairs were not on record before.
    """
    held = {row.key: row for row in _rows(session, track)}
    found = {each.key: each for each in likenesses}
    track_id = cycles.track_id(session, track)
    for key, each in found.items():
        row = held.get(key)
        if row is None:
            session.add(schema.PossibleOverlap(track=track_id, key=key, found_at=at, **_told(each)))
        elif row.state == OverlapState.OPEN:
            for name, value in _told(each).items():
                setattr(row, name, value)
        else:
            _mark(row, reported=True)
    for key in held.keys() - found.keys():
        _mark(held[key], reported=False)
    session.flush()
    return len(found.keys() - held.keys())


def on_track(session: Session, track: TrackId) -> tuple[ReviewedPair, ...]:
    """All pairs of a track: those that may be one project first, those most alike first."""
    return tuple(
        ReviewedPair(_likeness(row), bool(row.first.get(_REPORTED, True)))
        for row in _rows(session, track)
    )


def reported(session: Session, track: TrackId) -> tuple[Likeness, ...]:
    """The pairs the newest returns give, with the words on them."""
    return tuple(pair.likeness for pair in on_track(session, track) if pair.is_reported)


def confirmed(session: Session, track: TrackId) -> tuple[PossibleOverlap, ...]:
    """What a draft may show: confirmed possible overlaps, as potential for coordination (R12).

    No score is among the words: a draft ranks nobody (rule R15).
    """
    day = cycles.get(session, track.cycle).taxonomy_on
    names = {member.code: member.name for member in members.on(session, day)}
    return tuple(
        PossibleOverlap(
            need=each.needs[0],
            first=_named(each.first, names),
            second=_named(each.second, names),
            because=f"{each.because} {_COORDINATION}",
        )
        for each in sorted(reported(session, track), key=lambda each: (each.needs, each.key))
        if each.kind is OverlapKind.POSSIBLE_OVERLAP and each.state is OverlapState.CONFIRMED
    )


def waiting(session: Session, track: TrackId) -> int:
    """How many pairs wait for a word of the Secretariat."""
    return sum(each.state is OverlapState.OPEN for each in reported(session, track))


def record(session: Session, track: TrackId, word: OverlapWord, by: str, at: datetime) -> None:
    """Write down a person's word on a pair; the journal keeps the words before it."""
    row = next(row for row in _rows(session, track) if row.key == word.key)
    row.state, row.reason, row.decided_by, row.decided_at = word.state.value, word.reason, by, at
    session.flush()


def _rows(session: Session, track: TrackId) -> list[schema.PossibleOverlap]:
    table = schema.PossibleOverlap
    rows = session.exec(
        select(table)
        .where(table.track == cycles.track_id(session, track))
        .order_by(col(table.kind).desc(), col(table.score).desc(), col(table.key))
    )
    return list(rows)


def _mark(row: schema.PossibleOverlap, *, reported: bool) -> None:
    row.first = {**row.first, _REPORTED: reported}  # a new value, or the change goes unnoticed


def _told(each: Likeness) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "first": {**asdict(each.first), _REPORTED: True},
        "second": asdict(each.second),
        "needs": list(each.needs),
        "score": each.score,
        "matched": list(each.matched),
        "agree": list(each.agree),
        "clash": list(each.clash),
        "because": each.because,
    }


def _likeness(row: schema.PossibleOverlap) -> Likeness:
    return Likeness(
        row.key,
        OverlapKind(row.kind),
        _report(row.first),
        _report(row.second),
        tuple(row.needs),
        row.score,
        tuple(row.matched),
        tuple(row.agree),
        tuple(row.clash),
        row.because,
        OverlapState(row.state),
        row.decided_by,
        row.reason,
    )


def _report(told: Mapping[str, Any]) -> ProjectReport:
    line: dict[str, Any] = dict(told["line"])
    place = Place(**line.pop("place"))
    return ProjectReport(told["reporter"], SupportLine(place=place, **line), tuple(told["needs"]))


def _named(report: ProjectReport, names: Mapping[str, str]) -> str:
    return f"{report.line.title} (reported by {names.get(report.reporter, report.reporter)})"
