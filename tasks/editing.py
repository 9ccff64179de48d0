"""Drafts edited in Word are handed back: people's words are kept, anything else is compared."""

import hashlib
import logging
from dataclasses import dataclass, replace
from pathlib import Path

from data import clock, snapshots, store
from data.errors.cycles import NameMissing
from data.errors.documents import DocumentUnreadable
from data.errors.editing import (
    AuthorMissing,
    EditedDraftMissing,
    EditedDraftOfAnotherTrack,
    EditedDraftUnknown,
    EditedDraftUnreadable,
    ForeignChangesFound,
    NewerWordsStand,
    WordsClosed,
)
from data.queries import cycles, drafts, journal, narratives
from data.settings import settings
from data.store import Session
from data.vocabulary import Draft, DraftKind, NarrativeVersion, TrackId, TrackState
from data.vocabulary.edits import Copy, ForeignChange, Taking, Twin
from tasks import filing
from tasks.edges import guard
from tasks.edges.whole_files import write_whole
from tasks.edges.word.comparison import draw_comparison, draw_edits
from tasks.edges.word.comparison_copies import read_copy
from tasks.patience import step
from tasks.rules import alignment, drafts_named, foreign_changes, naming, narrative
from tasks.rules.phrases import counted, joined, plural
from tasks.rules.returned_draft import Hints, draft_of

log = logging.getLogger(__name__)

_KINDS = (DraftKind.FIRST, DraftKind.CONSULTATION, DraftKind.FINAL)
_TAKES_WORDS = (
    TrackState.COLLECTING,
    TrackState.FIRST_DRAFT,
    TrackState.CONSULTING,
    TrackState.FINAL_DRAFT,
)
_SHOWN = 20
_AUTHOR = "Secretariat"


@dataclass(frozen=True, slots=True)
class Edited:
    """A file that was handed back, beside the draft it is a copy of."""

    name: str
    content: bytes
    draft: Draft
    stored: Copy
    returned: Copy
    twins: tuple[Twin, ...]


@step("take over the words of an edited draft")
def accept_edits(
    track: TrackId, file: str, author: str, recorded_by: str, taking: Taking = Taking.CHECKED
) -> str:
    """Keep what a person wrote at the places for words; returns the sentence on what was taken.

    Tracked changes at those places are read as accepted: whoever hands a draft back stands for its
    words. The same file again changes nothing (rule R17).

    Args:
        track: The track of the draft.
        file: Path of the file, or its name in the folder `review` of the home.
        author: Whose words they are.
        recorded_by: Who hands it back.
        taking: Whether changes to what the program writes, or newer words, hinder.

    Raises:
        NameMissing, AuthorMissing: it is not said who recorded, or wrote.
        WordsClosed: the report is before the Board, or beyond.
        EditedDraftMissing, EditedDraftUnreadable: there is no such Word file.
        EditedDraftUnknown, EditedDraftOfAnotherTrack: it is a copy of no draft of the track.
        ForeignChangesFound: it changes what the program writes; a comparison lies in `review`.
        NewerWordsStand: somebody recorded other words after that draft was written.
    """
    if not recorded_by.strip():
        raise NameMissing
    if not author.strip():
        raise AuthorMissing(file=file)
    with store.session() as session:
        state = cycles.track_state(session, track)
    if state not in _TAKES_WORDS:
        raise WordsClosed(cycle=track.cycle, pillar=track.pillar, state=state)
    edited = _opened(track, file)
    foreign = foreign_changes.find(edited.stored, edited.returned, edited.twins)
    aside = _set_aside(track, edited, foreign, author, taking) if foreign else ""
    kept = _keep(track, edited, author, recorded_by, taking)
    return "\n".join(part for part in (kept, aside, _margin(edited.returned)) if part)


@step("compare two drafts")
def compare_drafts(track: TrackId, first: str = "", second: str = "") -> str:
    """Write a Word file with what changed between two drafts; returns where it lies.

    Args:
        track: The track of the drafts.
        first: The earlier one as kind:number; empty takes the newest first draft.
        second: The later one; empty takes the newest final draft, or the latest there is.

    Raises:
        DraftUnknown, NothingToCompare: there are no such two drafts.
    """
    with store.session() as session:
        known = _drafts(session, track)
    before, after = drafts_named.two(track, known, first, second)
    contents = [filing.take_from_shelf(each.sha256) for each in (before, after)]
    one, other = (read_copy(content) for content in contents)
    twins = alignment.align(one.passages, other.passages)
    content = draw_comparison(contents[0], contents[1], twins, _AUTHOR, after.built_at)
    names = drafts_named.title(before), drafts_named.title(after)
    path = _lay(track, f"{names[0]} to {names[1]}", content)
    log.info("%s and %s compared", *names)
    lines = [f"{names[0].capitalize()} is compared with {names[1]} in {path}"]
    lines += [str(each) for each in foreign_changes.figures(one, other, twins)]
    return "\n".join(lines)


@step("which words to read again")
def words_to_read_again(track: TrackId) -> list[str]:
    """A sentence for each place whose facts changed since its words were written.

    The newest draft is held against the draft the words at a place were written into.
    """
    with store.session() as session:
        known = sorted(_drafts(session, track), key=lambda draft: draft.built_at)
        standing = narratives.newest(session, track)
    if not known:
        return []
    now = snapshots.from_bytes(filing.take_from_shelf(known[-1].snapshot_sha256))
    sentences: list[str] = []
    for version in standing:
        origin = _origin(version, known)
        before = snapshots.from_bytes(filing.take_from_shelf(origin.snapshot_sha256))
        sentences += narrative.outdated(before, replace(now, narratives=(version,)))
    return sentences


def _origin(version: NarrativeVersion, known: list[Draft]) -> Draft:
    """The draft the words came in; for other words, the newest one when they were recorded."""
    named = [each for each in known if drafts_named.title(each) == version.origin]
    earlier = [each for each in known if each.built_at <= version.recorded_at]
    return (named or earlier or known[:1])[-1]


def _opened(track: TrackId, file: str) -> Edited:
    path = _found(file)
    content, place = path.read_bytes(), {"cycle": track.cycle, "pillar": track.pillar}
    if why := guard.why_refused(content, "document"):
        raise EditedDraftUnreadable(file=path.name, reason=why)
    try:
        returned = read_copy(content)
    except DocumentUnreadable as error:
        raise EditedDraftUnreadable(file=path.name, reason=str(error)) from error
    with store.session() as session:
        known = [d for t, _ in cycles.tracks_of(session, track.cycle) for d in _drafts(session, t)]
    hints = Hints(hashlib.sha256(content).hexdigest(), path.name, dict(returned.identity))
    draft = draft_of(hints, known)
    if draft is None:
        own = [each for each in known if each.pillar == track.pillar]
        raise EditedDraftUnknown(file=path.name, known=drafts_named.listed(own), **place)
    if draft.pillar != track.pillar:
        found = f"{draft.cycle} {draft.pillar}"
        title = drafts_named.title(draft)
        raise EditedDraftOfAnotherTrack(file=path.name, draft=title, found=found, **place)
    stored = read_copy(filing.take_from_shelf(draft.sha256))
    twins = foreign_changes.pair(stored, returned)
    return Edited(path.name, content, draft, stored, returned, twins)


def _found(file: str) -> Path:
    folder = settings().root / "review"
    path = Path(file).expanduser()
    found = next((each for each in (path, folder / path) if each.is_file()), None)
    if found is None:
        raise EditedDraftMissing(file=file, folder=folder)
    return found


def _set_aside(
    track: TrackId,
    edited: Edited,
    foreign: tuple[ForeignChange, ...],
    author: str,
    taking: Taking,
) -> str:
    """Draw the comparison, and refuse unless only the words were to be taken."""
    draft, title = edited.draft, drafts_named.title(edited.draft)
    stored = filing.take_from_shelf(draft.sha256)
    content = draw_edits(stored, edited.returned.passages, edited.twins, author, draft.built_at)
    path = _lay(track, f"{title} foreign changes", content)
    lines = [f"  - {each}" for each in foreign[:_SHOWN]]
    more = len(foreign) - len(lines)
    changes = "\n".join([*lines, f"  - and {more} more"] if more else lines)
    count = counted(len(foreign), "passage")
    if taking is not Taking.WORDS:
        facts = {"file": edited.name, "count": count, "draft": title, "changes": changes}
        raise ForeignChangesFound(path=path, **facts)
    verb = plural(len(foreign), "was")
    return f"{count} outside them {verb} changed and set aside, see {path}:\n{changes}"


def _keep(track: TrackId, edited: Edited, author: str, recorded_by: str, taking: Taking) -> str:
    words = narrative.brought(edited.stored, edited.returned)
    title, at = drafts_named.title(edited.draft), clock.now()
    changed: list[str] = []
    with store.session() as session:
        standing = narratives.newest(session, track)
        newer = narrative.contradicted(words, standing, edited.stored)
        if newer and taking is not Taking.REPLACE:
            places = joined([f"{each.place} (by {each.author})" for each in newer])
            raise NewerWordsStand(draft=title, places=places, file=edited.name)
        sha256 = filing.put_on_shelf(session, edited.content, edited.name, at)
        held = {each.place: each.text for each in standing}
        for place, text in words:
            if held.get(place, "") == text:
                continue
            narratives.keep(session, track, place, text, author, title, recorded_by, at)
            facts = {"place": place, "author": author, "draft": title, "file": sha256}
            matter = f"{track.cycle} {track.pillar}"
            journal.append(session, at, recorded_by, "words recorded", matter, facts)
            changed.append(place)
    log.info("%s: words at %d places", edited.name, len(changed))
    if not changed:
        return f"“{edited.name}” brings no words that are not on record already"
    places = counted(len(changed), "place")
    return f"Words of {author} recorded at {places} of {title}: {', '.join(changed)}"


def _margin(returned: Copy) -> str:
    if not returned.comments:
        return ""
    count = counted(returned.comments, "comment")
    verb, them = plural(returned.comments, "stands"), plural(returned.comments, "it")
    return f"{count} {verb} in its margin; take {them} in with: mapping take-comments"


def _drafts(session: Session, track: TrackId) -> list[Draft]:
    return [each for kind in _KINDS for each in drafts.every(session, track, kind)]


def _lay(track: TrackId, title: str, content: bytes) -> Path:
    """Write a file into `review` under a name of its own; one a person may have open stays."""
    folder, number = settings().root / "review", 1
    while True:
        spelt = title if number == 1 else f"{title} {number}"
        path = folder / f"{naming.plain(f'{track.cycle} {track.pillar} {spelt}')}.docx"
        if not path.exists():
            write_whole(path, content)
        if path.read_bytes() == content:
            return path
        number += 1
