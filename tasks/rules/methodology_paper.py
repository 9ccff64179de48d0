"""The comparison of two versions of the Methodology as a paper for members (final section)."""

from collections.abc import Iterable, Sequence

from data.vocabulary import (
    DISCLAIMERS,
    KOSOVO_FOOTNOTE,
    MARKING_MEMBERS,
    Block,
    Document,
    Heading,
    Paragraph,
    Table,
)
from data.vocabulary.methodology import (
    LIVING_DOCUMENT,
    ComparedVersion,
    Fate,
    VersionsCompared,
    WordCompared,
)
from tasks.rules import deadlines, kosovo
from tasks.rules.methodology_comparison import compare, tally
from tasks.rules.phrases import counted, joined, plural

_ABSENT = "–"


def compose(old: ComparedVersion, new: ComparedVersion) -> Document:
    """What two versions say, side by side: counted first, then word by word.

    Args:
        old: The earlier version; its taxonomy is read on its day.
        new: The later version.
    """
    found = compare(old, new)
    blocks: list[Block] = [
        Paragraph(_lead(old, new, found), "lead"),
        Paragraph(LIVING_DOCUMENT, "quote"),
        Heading(1, "What changed, counted"),
        _counted(old, new, found),
        Heading(1, "Steps and their distances"),
        Paragraph(
            "Each step of the calendar falls so many working days after the start of a cycle."
        ),
        _steps(old, new, found.steps),
        Heading(1, "Pillars"),
        _headings("Pillars", "Code", old, new, found.pillars),
        Heading(1, "Sub-pillars"),
        _headings("Sub-pillars", "No.", old, new, found.sub_pillars),
        Heading(1, "Filters"),
        *_filters(found),
        Heading(1, "Templates"),
        _templates(found.templates),
        Heading(1, "Where the versions stand"),
        *_standing(old),
        *_standing(new),
    ]
    day = deadlines.long_date(new.day)
    return Document(
        kind="paper",
        title="Comparison of two versions of the Methodology",
        subtitle=f"Version {old.code} and version {new.code}",
        facts=(
            f"Version {old.code}: {old.standing}",
            f"Version {new.code}: {new.standing}",
            f"Taxonomy as of {deadlines.long_date(old.day)} and {day}",
        ),
        marking=MARKING_MEMBERS,
        version=f"Methodology {old.code} to {new.code}",
        disclaimers=DISCLAIMERS,
        kosovo_footnote=KOSOVO_FOOTNOTE if kosovo.occurs(kosovo.texts_of(blocks)) else "",
        blocks=tuple(blocks),
    )


def summary(found: VersionsCompared) -> str:
    """What changed in one sentence without its end: “steps: 2 changed; filters: 1 added”."""
    told = [
        f"{what}: {joined(said)}"
        for what, words in _kinds(found)
        if (said := _said(words, (Fate.ADDED, Fate.REMOVED, Fate.CHANGED)))
    ]
    return "; ".join(told) or "nothing that the program reads has changed"


def _kinds(found: VersionsCompared) -> tuple[tuple[str, Sequence[WordCompared]], ...]:
    return (
        ("steps", found.steps),
        ("pillars", found.pillars),
        ("sub-pillars", found.sub_pillars),
        ("filters", found.filters),
        ("templates", found.templates),
    )


def _said(words: Iterable[WordCompared], fates: Sequence[Fate]) -> list[str]:
    counts = tally(words)
    return [f"{counts[fate]} {fate}" for fate in fates if counts[fate]]


def _lead(old: ComparedVersion, new: ComparedVersion, found: VersionsCompared) -> str:
    return (
        f"From version {old.code} to version {new.code} of the Methodology: {summary(found)}. "
        "A cycle keeps the version it began with; only cycles opened after a version came into "
        "force begin with it."
    )


def _counted(old: ComparedVersion, new: ComparedVersion, found: VersionsCompared) -> Table:
    rows = [
        (what.capitalize(), *(str(tally(words)[fate]) for fate in Fate))
        for what, words in _kinds(found)
    ]
    return Table(
        caption=f"What became of the words of version {old.code} in version {new.code}",
        header=("Words", *(fate.capitalize() for fate in Fate)),
        rows=tuple(rows),
        widths=(0.36, 0.16, 0.16, 0.16, 0.16),
        numbers=(1, 2, 3, 4),
    )


def _steps(old: ComparedVersion, new: ComparedVersion, words: Sequence[WordCompared]) -> Table:
    return Table(
        caption=f"Working days after the start in versions {old.code} and {new.code}",
        header=("Step", old.code, new.code, "What changed"),
        rows=tuple(
            (word.name, word.before or _ABSENT, word.after or _ABSENT, _fate(word))
            for word in words
        ),
        widths=(0.46, 0.12, 0.12, 0.3),
        numbers=(1, 2),
    )


def _headings(
    what: str,
    key: str,
    old: ComparedVersion,
    new: ComparedVersion,
    words: Sequence[WordCompared],
) -> Block:
    if all(word.fate is Fate.UNCHANGED for word in words):
        names = joined([word.name for word in words])
        verb = plural(len(words), "is")
        return Paragraph(f"{counted(len(words), what[:-1].lower())} {verb} unchanged: {names}.")
    return Table(
        caption=f"{what} of versions {old.code} and {new.code}",
        header=(key, f"Version {old.code}", f"Version {new.code}", "What changed"),
        rows=tuple(
            (word.place, word.before or _ABSENT, word.after or _ABSENT, _fate(word))
            for word in words
        ),
        widths=(0.12, 0.33, 0.33, 0.22),
    )


def _templates(words: Sequence[WordCompared]) -> Block:
    if not words:
        return Paragraph("Neither version brings templates of its own; both use the program's.")
    return Table(
        caption="Templates the versions bring; all others are those of the program",
        header=("Template", "What changed"),
        rows=tuple((word.name, _fate(word)) for word in words),
        widths=(0.6, 0.4),
    )


def _filters(found: VersionsCompared) -> list[Block]:
    named = {word.place: word.name for word in found.sub_pillars}
    blocks: list[Block] = []
    for pillar in dict.fromkeys(word.under for word in found.filters):
        words = [word for word in found.filters if word.under == pillar]
        told = joined(_said(words, tuple(Fate)))
        blocks += [
            Heading(2, pillar),
            Table(
                caption=f"Filters of {pillar}: {told}",
                header=("Sub-pillar", "Filter", "What changed"),
                rows=tuple(
                    (f"{word.place} {named.get(word.place, '')}".strip(), word.name, _fate(word))
                    for word in words
                ),
                widths=(0.36, 0.36, 0.28),
            ),
        ]
    return blocks


def _fate(word: WordCompared) -> str:
    return f"{word.fate}: {word.how}" if word.how else str(word.fate)


def _standing(version: ComparedVersion) -> list[Block]:
    blocks: list[Block] = [
        Heading(2, f"Version {version.code}"),
        Paragraph(f"{version.title}; {version.standing}."),
    ]
    if version.templates:
        blocks.append(Paragraph(f"Templates that go with it: {version.templates}", "note"))
    if version.files:
        blocks.append(
            Table(
                caption=f"Files of version {version.code} on the shelf",
                header=("File", "SHA-256"),
                rows=tuple((file.name, file.sha256) for file in version.files),
                widths=(0.28, 0.72),
            )
        )
    return blocks
