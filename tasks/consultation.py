"""Consultation: drafts go to all who contribute, comments come back and are disposed of (I.2)."""

from collections.abc import Sequence
from datetime import date

from data import clock, snapshots, store
from data.errors.cycles import (
    CommentDisposed,
    CommentUnknown,
    MemberUnknown,
    NameMissing,
    NotOpenForComments,
    ReasonMissing,
    TextMissing,
)
from data.queries import comments, cycles, drafts, journal, members, preparation
from data.vocabulary import (
    Comment,
    CommentKind,
    Disposition,
    Document,
    Draft,
    DraftKind,
    Enclosure,
    LetterToWrite,
    Step,
    TrackId,
    TrackState,
)
from data.vocabulary.comment_register import Disposing
from tasks import disposing, filing, transmitting
from tasks.patience import step
from tasks.rules import deadlines, transmittals

_TAKES_COMMENTS = (TrackState.FIRST_DRAFT, TrackState.CONSULTING, TrackState.FINAL_DRAFT)


@step("send the consultation draft")
def consult(track: TrackId) -> list[LetterToWrite]:
    """Letters with the consultation draft to every member that takes part in the pillar."""
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        if cycles.track_state(session, track) is not TrackState.CONSULTING:
            return []
        draft = drafts.newest(session, track, DraftKind.CONSULTATION)
        if draft is None:
            return []
        name = drafts.file_name_of(session, track, draft.kind, draft.number)
        _, items, _ = preparation.calendar_of(session, track.cycle)
        consulted = members.in_pillar(session, track.pillar, cycle.taxonomy_on)
    until = next(item for item in items if item.step is Step.COMMENTS)
    deadline = deadlines.sentence(until.due_at, until.zone)
    files = (Enclosure(name, "the consultation draft", draft.sha256, filing.WORD),)
    letter = _letter(draft, files, deadline, until.zone)
    return [
        LetterToWrite(
            key=f"{track.cycle}/{track.pillar}/consultation/{draft.number}/{member.code}",
            kind="consultation",
            cycle=track.cycle,
            pillar=track.pillar,
            member=member.code,
            facts={"version": f"Consultation draft {draft.number}"},
            deadline=deadline,
            enclosures=files,
            on_paper=letter,
        )
        for member in consulted
    ]


def _letter(draft: Draft, files: Sequence[Enclosure], deadline: str, zone: str) -> Document:
    snapshot = snapshots.from_bytes(filing.take_from_shelf(draft.snapshot_sha256))
    day = deadlines.local_day(draft.built_at, zone)
    contact = filing.contact_line()
    letter = transmittals.with_consultation_draft(snapshot, draft, files, deadline, day, contact)
    return transmitting.counted_again(snapshot, letter)


@step("record the comment")
def record_comment(
    track: TrackId,
    member: str,
    text: str,
    place: str,
    proposed: str,
    received_on: date | None,
    recorded_by: str,
    kind: CommentKind = CommentKind.REMARK,
    author: str = "",
) -> int:
    """Append one remark of a member to the register of comments; returns its number.

    The same remark of the same member on the same place is kept once (rule R17). `author` is the
    meeting where the remark is a conclusion of one.

    Raises:
        NameMissing, TextMissing: it is not said who recorded what.
        NotOpenForComments: there is no draft to comment on, or it is with the Board.
        MemberUnknown: no such member takes part in the pillar.
    """
    at = clock.now()
    if not recorded_by.strip():
        raise NameMissing
    if not text.strip():
        raise TextMissing(thing="comment")
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        state = cycles.track_state(session, track)
        if state not in _TAKES_COMMENTS:
            raise NotOpenForComments(cycle=track.cycle, pillar=track.pillar, state=state)
        known = [m.code for m in members.in_pillar(session, track.pillar, cycle.taxonomy_on)]
        if member not in known:
            raise MemberUnknown(member=member, pillar=track.pillar, known=", ".join(known))
        held = comments.on_track(session, track)
        for comment in held:
            if (comment.member, comment.place, comment.text) == (member, place, text):
                return comment.number
        number = max((comment.number for comment in held), default=0) + 1
        day = received_on or clock.today()
        comment = Comment(
            number, member, place, text, proposed, day, kind=kind, author=author.strip()
        )
        comments.record(session, track, comment, recorded_by, at)
        facts = {"number": str(number), "member": member, "place": place}
        matter = f"{track.cycle} {track.pillar}"
        journal.append(session, at, recorded_by, "comment recorded", matter, facts)
    return number


@step("dispose of the comment")
def dispose_comment(
    track: TrackId, number: int, disposition: Disposition, reason: str, recorded_by: str
) -> None:
    """Say what becomes of a comment, and of those that say the same; once said it stays.

    Raises:
        NameMissing, ReasonMissing: it is not said who decided, or why.
        CommentUnknown: there is no such comment.
        CommentDisposed: another disposition is on record.
    """
    at = clock.now()
    if not recorded_by.strip():
        raise NameMissing
    if disposition in (Disposition.PARTLY, Disposition.NOT_ACCEPTED) and not reason.strip():
        raise ReasonMissing
    place = {"cycle": track.cycle, "pillar": track.pillar, "number": number}
    with store.session() as session:
        held = {c.number: c for c in comments.on_track(session, track)}
        if number not in held:
            raise CommentUnknown(**place)
        standing = held[number].disposition
        same = (standing, held[number].reason) == (disposition, reason)
        if standing is not Disposition.OPEN and not same:
            raise CommentDisposed(disposition=standing, **place)
        wanted = Disposing(number, disposition, reason)
        disposing.dispose(session, track, list(held.values()), wanted, recorded_by, at)
