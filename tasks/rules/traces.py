"""A trace told in lines: the words of a draft, then every cell, file and record they rest on."""

from collections.abc import Iterable, Mapping, Sequence

from data.vocabulary import Snapshot, Source
from data.vocabulary.responses import NOWHERE
from data.vocabulary.tracing import TracedPlace, TracedSource
from tasks.rules.phrases import counted
from tasks.rules.provenance import Sources

_SHOWN = 120


def places(
    words: Iterable[tuple[str, str]], sources: Sources, snapshot: Snapshot
) -> list[TracedPlace]:
    """Every place of a draft whose sources are known, in the order of the draft.

    Args:
        words: The anchors of the draft, each with the words that stand there.
        sources: What stands behind each anchor.
        snapshot: The facts the draft was written from.
    """
    numbers = {need.key: need.number for need in snapshot.needs}
    members = (*snapshot.partners, *snapshot.supporters)
    names = {member.code: member.name for member in members}
    return [
        TracedPlace(
            anchor, says, tuple(_named(source, numbers, names) for source in sources[anchor])
        )
        for anchor, says in words
        if anchor in sources
    ]


def _named(source: Source, numbers: Mapping[str, str], names: Mapping[str, str]) -> TracedSource:
    return TracedSource(
        numbers.get(source.need, source.need), names.get(source.member, source.member), source
    )


def saying(traced: Iterable[TracedPlace], text: str) -> list[TracedPlace]:
    """The places whose words hold a piece of text; case and white space do not count."""
    wanted = _plain(text)
    return [place for place in traced if wanted in _plain(place.says)]


def told(traced: Sequence[TracedPlace], draft: str) -> str:
    """The whole trace as text for a terminal or a form; its first line says of what."""
    head = f"{draft}: {counted(len(traced), 'place')} traced"
    return "\n\n".join((head, *("\n".join(_lines(place)) for place in traced)))


def _lines(place: TracedPlace) -> list[str]:
    many = counted(len(place.sources), "source")
    return [
        f"{place.anchor}: “{short(place.says)}” ({many})",
        *(f"  - {in_words(source)}" for source in place.sources),
    ]


def in_words(traced: TracedSource, *, with_sha256: bool = True) -> str:
    """One source: who, on which need, in which file and cell, and what stands there."""
    source = traced.source
    whose = ", ".join(filter(None, (traced.member, traced.need)))
    said = f"“{short(source.says)}”" if source.file else short(source.says)
    where: list[str] = []
    if source.file:
        file = source.file
        of = "" if file.request in file.file_name else f" of {file.request}"
        where.append(f"return {file.number}{of}, {file.file_name}")
        if with_sha256:
            where.append(f"SHA-256 {file.sha256}")
    if source.place != NOWHERE:
        where.append(str(source.place))
    parts = [whose, *where] if whose else where
    if source.file and source.says == source.file.file_name:
        return ", ".join(parts)  # a count rests on the whole file, whose name is told already
    return f"{', '.join(parts)}: {said}" if parts else said


def short(text: str) -> str:
    """A text in one line, as long as a list can bear."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
