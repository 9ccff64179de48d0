"""Returned copies of a draft: what people said and changed in them goes into one register (I.2)."""

from collections.abc import Sequence
from pathlib import Path

from data import clock, store
from data.errors.comments import CopyMissing, CopyWithoutMember
from data.errors.cycles import MemberUnknown, NameMissing, NotOpenForComments
from data.queries import comments, cycles, drafts, members
from data.settings import settings
from data.store import Session
from data.vocabulary import Arrival, Comment, Draft, Member, TrackId, TrackState
from tasks import copies, filing
from tasks.copies import TakenCopy
from tasks.edges import drop_folder
from tasks.patience import step
from tasks.rules import remark_registration
from tasks.rules.phrases import counted
from tasks.rules.returned_draft import Hints, draft_of, tracks_named

_TAKES_COMMENTS = (TrackState.FIRST_DRAFT, TrackState.CONSULTING, TrackState.FINAL_DRAFT)


@step("collect returned copies")
def collect_copies(track: TrackId, member: str, file: str, recorded_by: str) -> list[str]:
    """The copies that wait to be read, each as the code of its member and its path.

    Args:
        track: The track whose draft was sent out.
        member: The code of one member; empty for all.
        file: One file, by its path or its name in the folder of its member; empty for all that lie
            in `inbox/comments`.
        recorded_by: Who takes them in.

    Raises:
        NameMissing: it is not said who.
        NotOpenForComments: there is no draft to comment on, or it is with the Board.
        MemberUnknown, CopyWithoutMember, CopyMissing: the copy cannot be told.
    """
    if not recorded_by.strip():
        raise NameMissing
    with store.session() as session:
        state = cycles.track_state(session, track)
        known = _taking_part(session, track)
    if state not in _TAKES_COMMENTS:
        raise NotOpenForComments(cycle=track.cycle, pillar=track.pillar, state=state)
    codes = ", ".join(each.code for each in known)
    if member and member not in [each.code for each in known]:
        raise MemberUnknown(member=member, pillar=track.pillar, known=codes)
    folder = settings().root / "inbox" / "comments"
    if file and not member:
        raise CopyWithoutMember(file=file, known=codes)
    if file:
        return [f"{member}:{_found(folder / member, file)}"]
    return [
        f"{each.code}:{tray / name}"
        for each in known
        if member in ("", each.code)
        for tray in _trays(folder, each)
        for name in drop_folder.waiting(tray)
    ]


def _trays(folder: Path, member: Member) -> list[Path]:
    """The folders of a member, under its code or its name, however they are spelt."""
    spelt = {member.code.casefold(), member.name.replace("*", "").casefold()}
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.is_dir() and path.name.casefold() in spelt
    )


def _found(folder: Path, file: str) -> Path:
    path = Path(file).expanduser()
    inbox = folder.parent.parent
    places = (path, *(each / path.name for each in (folder, folder / "held", inbox / "held")))
    found = next((each for each in places if each.is_file()), None)
    if found is None:
        raise CopyMissing(file=file, folder=folder.parent)
    return found.resolve()


def _taking_part(session: Session, track: TrackId) -> list[Member]:
    return members.in_pillar(session, track.pillar, cycles.get(session, track.cycle).taxonomy_on)


@step("take in a returned copy")
def take_copy(track: TrackId, entry: str, recorded_by: str, certain: bool) -> list[TakenCopy]:
    """Read one copy, or all that one message or archive brought, into the register.

    The same bytes of a member are read once (rule R17). What cannot be read, or names no draft, is
    held with a sentence; what names another track is left for that one.

    Args:
        track: The track.
        entry: The code of the member and the path, parted by a colon.
        recorded_by: Who takes it in.
        certain: A person named this very file for this track, which then needs to name no draft.
    """
    member, _, where = entry.partition(":")
    path = Path(where)
    taken: list[TakenCopy] = []
    for arrival in copies.brought_by(path):
        # The text of a message is about the draft that came with it.
        with_ours = arrival.name == path.name and any(each.is_ours for each in taken)
        taken.append(_take(track, member, arrival, recorded_by, certain or with_ours))
    lies_to_be_taken = path.is_relative_to(settings().root / "inbox") and path.parent.name != "held"
    if taken and lies_to_be_taken and not any(each.left for each in taken):
        tray = "held" if any(each.why_held for each in taken) else "read"
        drop_folder.file_away(path.parent, path.name, tray)
    return taken


def _take(
    track: TrackId, member: str, arrival: Arrival, recorded_by: str, certain: bool
) -> TakenCopy:
    with store.session() as session:
        tracks = [each for each, _ in cycles.tracks_of(session, track.cycle)]
        known = [
            d
            for each in tracks
            for kind in copies.DRAFTS
            for d in drafts.every(session, each, kind)
        ]
        newest = [d for kind in copies.DRAFTS if (d := drafts.newest(session, track, kind))]
        owners = members.of_address(session, arrival.sender, clock.today())
    sent = newest[0] if newest else None  # what most copies are copies of
    read = copies.read(arrival, filing.take_from_shelf(sent.sha256) if sent else None)
    hints = Hints(copies.sha256_of(arrival), arrival.name, read.review.identity, read.words)
    draft = draft_of(hints, known)
    named = [TrackId(draft.cycle, draft.pillar)] if draft else tracks_named(hints, tracks)
    if certain and draft is None:
        draft, named = sent, [track]
    if read.why_not:
        return copies.hold(track, member, arrival, read.why_not, recorded_by)
    if owners and member not in owners and not certain:
        why = f"It lies in the folder of {member} and was sent by a contact of {owners[0]}."
        return copies.hold(track, member, arrival, why, recorded_by)
    if named and track not in named:
        return TakenCopy(arrival.name, left=True)
    if draft is None and not (read.is_text and named == [track]):
        return copies.hold(track, member, arrival, _unknown(track, member, arrival), recorded_by)
    if draft is not None and sent is not None and draft.sha256 != sent.sha256:
        read = copies.read(arrival, filing.take_from_shelf(draft.sha256))
    return _register(track, member, arrival, read, draft, recorded_by)


def _unknown(track: TrackId, member: str, arrival: Arrival) -> str:
    return (
        "It does not say which draft it is a copy of. If it is one, take it by its name: mapping "
        f"take-comments {track.cycle} “{arrival.name}” --pillar {track.pillar} --member {member}."
    )


def _register(
    track: TrackId,
    member: str,
    arrival: Arrival,
    read: copies.ReadCopy,
    draft: Draft | None,
    recorded_by: str,
) -> TakenCopy:
    at, day = clock.now(), clock.today()
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, arrival.content, arrival.name, at)
        if (sha256, member) in comments.copies_read(session, track):
            return TakenCopy(arrival.name, again=True)
        held = comments.on_track(session, track)
        copy = remark_registration.Copy(member, sha256, day)
        told = remark_registration.register(held, read.review.remarks, copy)
        for comment in told.comments:
            comments.record(session, track, comment, recorded_by, at)
        taken = TakenCopy(arrival.name, told.came, len(told.comments), told.as_before, told.folded)
        copies.keep(session, track, member, arrival, sha256, taken, draft, recorded_by, at)
    return taken


@step("group what is said alike")
def group_comments(track: TrackId, taken: Sequence[Sequence[TakenCopy]]) -> str:
    """Put the same remark of several under the first one; returns the sentence on what was done."""
    with store.session() as session:
        held = comments.on_track(session, track)
        heads = remark_registration.heads(held)
        if heads:
            comments.group(session, track, heads)
    return _told([each for entry in taken for each in entry], held, len(heads))


def _told(taken: Sequence[TakenCopy], held: Sequence[Comment], grouped: int) -> str:
    read = [each for each in taken if not (each.left or each.again or each.why_held)]
    came = sum(each.came for each in read)
    parts = [
        f"{counted(came, 'remark')} of {len(read)} {'copy' if len(read) == 1 else 'copies'}: "
        f"{sum(each.registered for each in read)} registered",
        _some(sum(each.as_before for each in read), "as before"),
        _some(sum(each.folded for each in read), "changes of format kept under another"),
        _some(grouped, "said alike and grouped"),
        _some(sum(each.again for each in taken), "read already"),
    ]
    refused = [each for each in taken if each.why_held]
    parts += [f"{counted(len(refused), 'file')} held"] if refused else []
    lines = [f"  - “{each.name}”: {each.why_held}" for each in refused]
    lines += [f"  - “{each.name}” is left for its own pillar." for each in taken if each.left]
    lines += [f"  - The register holds {counted(len(held), 'comment')}."]
    return "\n".join((", ".join(part for part in parts if part), *lines))


def _some(count: int, what: str) -> str:
    return f"{count} {what}" if count else ""
