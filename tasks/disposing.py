"""What becomes of a comment, and of all that is disposed of with it (rule R6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from data.queries import comments, journal, narratives
from data.store import Session
from data.vocabulary import Comment, TrackId
from data.vocabulary.comment_register import Disposing
from tasks.rules import comment_threads


def dispose(
    session: Session,
    track: TrackId,
    held: Sequence[Comment],
    wanted: Disposing,
    recorded_by: str,
    at: datetime,
) -> list[Comment]:
    """Write down a disposition, and the same one for the open comments that follow.

    Args:
        session: The unit of work.
        track: The track of the comments.
        held: Every comment of the track.
        wanted: What is to become of which comment.
        recorded_by: Who says so.
        at: The moment.

    Returns:
        The comments of the track as they stand now.
    """
    own = [each for each in held if each.number == wanted.number]
    changed = {
        each.number: replace(each, disposition=wanted.disposition, reason=wanted.reason)
        for each in (*own, *comment_threads.followers(held, wanted.number))
        if (each.disposition, each.reason) != (wanted.disposition, wanted.reason)
    }
    for number in changed:
        comments.dispose(session, track, number, wanted.disposition, wanted.reason, recorded_by, at)
    if changed:
        facts = {
            "number": str(wanted.number),
            "disposition": wanted.disposition.value,
            "reason": wanted.reason,
        }
        if others := [str(number) for number in changed if number != wanted.number]:
            facts["with it"] = ", ".join(others)
        matter = f"{track.cycle} {track.pillar}"
        journal.append(session, at, recorded_by, "comment disposed", matter, facts)
    if wanted.narrative:
        _take_over(session, track, own[0], wanted, recorded_by, at)
    return [changed.get(each.number, each) for each in held]


def _take_over(
    session: Session,
    track: TrackId,
    comment: Comment,
    wanted: Disposing,
    recorded_by: str,
    at: datetime,
) -> None:
    """Put accepted wording behind the words that stand at its place, with its author, once."""
    wording = wanted.wording or comment.proposed
    standing = {each.place: each.text for each in narratives.newest(session, track)}
    held = standing.get(wanted.narrative, "")
    if wording in held:
        return
    text = f"{held}\n{wording}" if held else wording
    author = comment.author or comment.member
    origin = f"comment {comment.number} of {comment.member}"
    narratives.keep(session, track, wanted.narrative, text, author, origin, recorded_by, at)
    facts = {"place": wanted.narrative, "author": author, "origin": origin}
    matter = f"{track.cycle} {track.pillar}"
    journal.append(session, at, recorded_by, "wording taken over", matter, facts)
