"""What release and verification share: the leak check over the built public files (rule R10)."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from email.utils import parseaddr

from data import snapshots, store
from data.errors.shelf import ShelfFileChanged, ShelfFileMissing
from data.queries import board, cycles, members, members_only, releases, taxonomy
from data.settings import settings
from data.store import Session
from data.vocabulary import Door, TrackId
from tasks import filing
from tasks.edges import leak_inspection
from tasks.rules import leaks, leaks_standing

_HOUSE = frozenset({"IISG Secretariat", "IISG Response Mapping"})


def leaks_in(files: Mapping[str, bytes], tracks: tuple[TrackId, ...] = ()) -> list[str]:
    """One sentence for each leak in public files: the file, the place and the kind.

    Args:
        files: Relative path to content, as built or as found on the disk.
        tracks: Tracks that are about to be published, besides those that are.
    """
    with store.session() as session:
        secrets = members_only.texts(session)
        allowed = [*_public_words(session), *_standing(session, tracks)]
    seen = leak_inspection.inspect(files, _HOUSE)
    _, address = parseaddr(settings().sender)
    found = leaks.find(seen.texts, secrets, allowed, [address], seen.flows)
    return [str(leak) for leak in sorted({*seen.leaks, *found})]


def _public_words(session: Session) -> Iterator[str]:
    days = {cycles.get(session, code).taxonomy_on for code in cycles.codes(session)}
    for day in sorted(days):
        yield from leaks_standing.methodology_words(taxonomy.on(session, day))
        yield from taxonomy.framework_on(session, day)
        names = [member.name for member in members.on(session, day)]
        partners = [member.name for member in members.on(session, day) if member.is_partner]
        yield from (*names, " ".join(partners), f"{', '.join(partners[:-1])} and {partners[-1]}")


def _standing(session: Session, tracks: tuple[TrackId, ...]) -> Iterator[str]:
    released = [r for code in cycles.codes(session) for r in releases.of_cycle(session, code)]
    public = {r.track for r in released if r.door is Door.PUBLIC}
    for track in sorted(public.union(tracks)):
        opened = board.newest_round(session, track)
        if opened is None:
            continue
        with suppress(ShelfFileChanged, ShelfFileMissing):  # verification says it elsewhere
            snapshot = snapshots.from_bytes(filing.take_from_shelf(opened.summary_snapshot))
            words = leaks_standing.standing_words(snapshot)
            yield from (*words, " ".join(words))  # a reader sees them one after another
