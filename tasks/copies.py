"""A returned copy as a file: opened, read by whoever reads its format, and kept or held."""

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from data import clock, store
from data.errors.documents import DocumentUnreadable
from data.queries import cycles, drafts, journal, members, returns
from data.queries.comments import COPY_READ
from data.store import Session
from data.vocabulary import Arrival, Draft, DraftKind, Finding, ReturnState, Severity, TrackId
from data.vocabulary.remarks import Review
from tasks import filing
from tasks.edges import drop_folder, guard
from tasks.edges.annotated_pdf import read_annotations
from tasks.edges.messages import open_message
from tasks.edges.whole_files import write_whole
from tasks.edges.word_review import read_review
from tasks.rules import covering, transitions
from tasks.rules.remarks import remarks_in_mail
from tasks.rules.returned_draft import Hints, draft_of

log = logging.getLogger(__name__)

DRAFTS = (DraftKind.CONSULTATION, DraftKind.FIRST, DraftKind.FINAL)
"""What people send back with remarks, the likeliest first."""

_NOTHING = Review((), {}, (), {})
_HELD = "copy held"
_TEXTS = (".txt", ".text", ".md")


@dataclass(frozen=True, slots=True)
class TakenCopy:
    """What became of one file.

    `came` is always the sum of `registered`, `as_before` and `folded`. A file that is `left` names
    another track; one read `again` was read before.
    """

    name: str
    came: int = 0
    registered: int = 0
    as_before: int = 0
    folded: int = 0
    why_held: str = ""
    left: bool = False
    again: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it is a copy of a draft of the track."""
        return not (self.left or self.why_held)


@dataclass(frozen=True, slots=True)
class ReadCopy:
    """A copy as it reads: its remarks, the words that may name its track, or why it is not read."""

    review: Review = _NOTHING
    words: str = ""
    is_text: bool = False
    why_not: str = ""


def brought_by(path: Path) -> list[Arrival]:
    """Everything one entry brought: a file, the files of an archive, or a message and its files.

    The text of a message comes last, for its files say which draft it is about.
    """
    opened = drop_folder.opened(path.parent, path.name)
    if path.suffix.lower() != ".eml":
        return opened
    content = path.read_bytes() if path.is_file() else b""
    letter = open_message(content)
    if letter is None:
        return opened
    files = [each for each in opened if each.content != content]
    return [*files, Arrival(path.name, content, letter.sender, path.name, letter.message_id)]


def draft_in(arrival: Arrival) -> Draft | None:
    """The draft a file that came in is a copy of; None for a workbook and for what names none."""
    is_pdf = b"%PDF-" in arrival.content[:1024]
    if arrival.problem or not (is_pdf or not guard.why_refused(arrival.content, "document")):
        return None
    with store.session() as session:
        tracks = [t for code in cycles.codes(session) for t, _ in cycles.tracks_of(session, code)]
        known = [
            d for track in tracks for kind in DRAFTS for d in drafts.every(session, track, kind)
        ]
    identity = read(arrival, None).review.identity
    return draft_of(Hints(sha256_of(arrival), arrival.name, identity), known)


def pass_on(inbox: Path, arrival: Arrival, draft: Draft) -> str:
    """Lay a copy that came with a message where the comments of its member are taken from.

    Args:
        inbox: The drop folder.
        arrival: A file that is a copy of a draft.
        draft: That draft.

    Returns:
        An empty string; or, when it cannot be told whose copy it is, the sentence that says so.
    """
    with store.session() as session:
        owners = members.of_address(session, arrival.sender, clock.today())
    if len(owners) != 1:
        return (
            f"It is a copy of {draft.kind} {draft.number} of {draft.cycle} {draft.pillar}. Say "
            f"whose it is: mapping take-comments {draft.cycle} “{arrival.name}” --pillar "
            f"{draft.pillar} --member CODE."
        )
    tray = inbox / "comments" / owners[0]
    tray.mkdir(parents=True, exist_ok=True)
    came = inbox / arrival.file
    content = came.read_bytes() if came.suffix.lower() == ".eml" else arrival.content
    name = came.name if came.suffix.lower() == ".eml" else arrival.name
    if not any((folder / name).exists() for folder in (tray, tray / "read", tray / "held")):
        write_whole(tray / name, content)
        log.info("%s is a copy of a draft and waits in %s", name, tray)
    return ""


def sha256_of(arrival: Arrival) -> str:
    """The name its bytes have on the shelf."""
    return hashlib.sha256(arrival.content).hexdigest()


def read(arrival: Arrival, sent: bytes | None) -> ReadCopy:
    """Read the remarks of a copy, whatever its format.

    Args:
        arrival: The file, or a message whose text is read.
        sent: The draft it may be a copy of.
    """
    name = arrival.name.lower()
    if arrival.problem:
        return ReadCopy(why_not=arrival.problem)
    if name.endswith(".eml"):
        return _mail(arrival)
    if name.endswith(_TEXTS):
        return _text(_decoded(arrival.content), "")
    try:
        review = _reviewed(arrival.content, sent)
    except DocumentUnreadable as unreadable:
        return ReadCopy(why_not=str(unreadable))
    blocking = [str(each) for each in review.findings if each.severity is Severity.BLOCKS]
    return ReadCopy(review, why_not=" ".join(blocking))


def _reviewed(content: bytes, sent: bytes | None) -> Review:
    if b"%PDF-" in content[:1024]:
        return read_annotations(content)
    if why := guard.why_refused(content, "document"):
        return replace(_NOTHING, findings=(_refused(why),))
    return read_review(content, sent)


def _mail(arrival: Arrival) -> ReadCopy:
    letter = open_message(arrival.content)
    if letter is None:
        return ReadCopy(why_not="It is no message that can be opened; save its text by hand.")
    only_covers = bool(letter.attachments) and covering.only_covers(letter.text)
    return _text("" if only_covers else letter.text, letter.subject)


def _text(text: str, subject: str) -> ReadCopy:
    review = replace(_NOTHING, remarks=remarks_in_mail(text))
    return ReadCopy(review, f"{subject}\n{text}", is_text=True)


def _decoded(content: bytes) -> str:
    """Text as it was most likely typed: Notepad of the region still saves its own code page."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1250", "replace")


def _refused(why: str) -> Finding:
    return Finding("cannot-be-opened", Severity.BLOCKS, why, "The file is kept as it came.")


def hold(track: TrackId, member: str, arrival: Arrival, why: str, recorded_by: str) -> TakenCopy:
    """Keep a file that cannot be read into the register, with the sentence on why."""
    at = clock.now()
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, arrival.content, arrival.name, at)
        if returns.find(session, sha256) is None:
            sender = arrival.sender or member
            returns.keep(session, sha256, arrival.name, sender, None, ReturnState.HELD, why, at)
            facts = {"file": sha256, "name": arrival.name, "member": member, "reason": why}
            matter = f"{track.cycle} {track.pillar}"
            journal.append(session, at, recorded_by, _HELD, matter, facts)
    return TakenCopy(arrival.name, why_held=why)


def keep(
    session: Session,
    track: TrackId,
    member: str,
    arrival: Arrival,
    sha256: str,
    taken: TakenCopy,
    draft: Draft | None,
    recorded_by: str,
    at: datetime,
) -> None:
    """Write down that a copy was read: what came in, and what of it is in the register."""
    about = f"{draft.kind} {draft.number}" if draft else "the draft"
    why = f"Remarks of {member} on {about}: {taken.came}."
    row = returns.find(session, sha256)
    if row is None:
        sender = arrival.sender or member
        returns.keep(session, sha256, arrival.name, sender, None, ReturnState.READ, why, at)
    elif row.state is ReturnState.HELD:
        state = transitions.move(row.state, ReturnState.READ)
        returns.settle(session, row.row, state, why)
    facts = {
        "file": sha256,
        "name": arrival.name,
        "member": member,
        "draft": about,
        "remarks": str(taken.came),
        "registered": str(taken.registered),
        "as before": str(taken.as_before),
        "folded": str(taken.folded),
    }
    journal.append(session, at, recorded_by, COPY_READ, f"{track.cycle} {track.pillar}", facts)
