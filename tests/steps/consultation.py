"""A track whose consultation draft is out, and members who answer it."""

from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

from data import store
from data.queries import comments, cycles, drafts
from data.vocabulary import Comment, Draft, DraftKind, TrackId, TrackState
from tasks import filing
from tasks.analysis import take_snapshot
from tasks.copies import TakenCopy
from tasks.drafting import write_draft
from tasks.returned_copies import collect_copies, group_comments, take_copy
from tasks.structure import propose_structure
from tests.specimens.commented_copies import Said, returned

CT = TrackId("2025", "WBCTi")


def send_out(track: TrackId = CT) -> Draft:
    """Write the consultation draft of a track."""
    propose_structure.fn(track)
    with store.session() as session:
        cycles.set_track_state(session, track, TrackState.FIRST_DRAFT)
    snapshot = take_snapshot.fn(track, DraftKind.CONSULTATION)
    return write_draft.fn(track, DraftKind.CONSULTATION, snapshot)


def newest_draft(track: TrackId = CT) -> Draft:
    """The consultation draft of a track."""
    with store.session() as session:
        draft = drafts.newest(session, track, DraftKind.CONSULTATION)
    assert draft is not None
    return draft


def copy_of(draft: Draft, *said: Said) -> bytes:
    return returned(filing.take_from_shelf(draft.sha256), said)


def lay(home: Path, member: str, name: str, content: bytes) -> Path:
    """Lay a file into the folder of a member."""
    folder = home / "inbox" / "comments" / member
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name


def mail(sender: str, subject: str, text: str, **files: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "iisg@iisg.example", subject
    message["Message-ID"] = "<1@members.example>"
    message.set_content(text)
    for name, content in files.items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=f"{name}.docx"
        )
    return message.as_bytes()


def take_all(member: str = "", file: str = "", track: TrackId = CT) -> str:
    """Take in what lies there, as the flow does; returns its sentence."""
    taken: Sequence[Sequence[TakenCopy]] = [
        take_copy.fn(track, entry, "Officer", bool(file))
        for entry in collect_copies.fn(track, member, file, "Officer")
    ]
    return group_comments.fn(track, taken)


def register(track: TrackId = CT) -> list[Comment]:
    with store.session() as session:
        return comments.on_track(session, track)
