"""The difference between two returns of one member, cell by cell (rule R5)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from data.vocabulary import Part, Place, Reading
from data.vocabulary.differences import Change, ChangeKind, Mode
from tasks.rules.returned_rows import ReturnedRow, as_written, continued, rows_of

_STATE = "state"
Texts = tuple[tuple[Place, str], ...]

_STATED = {
    Mode.REPLACES: (
        "This workbook answers everything the one before answered: its words stand now, and the "
        "older ones stay in the history."
    ),
    Mode.ADDS: (
        "This workbook answers needs the one before did not answer: its words are added, and the "
        "older answers stand."
    ),
    Mode.BOTH: (
        "This workbook answers a part of what the one before answered: there its words stand now, "
        "and the other older answers stand as well."
    ),
}


def compare(older: Reading, newer: Reading) -> tuple[Change, ...]:
    """Say which cells a newer return words differently.

    Only needs the newer file shows are compared: what a part of a split workbook does not hold is
    not emptied by it. A row whose number changed is moved; a row that stands elsewhere in the file
    under the same number (sorted, or pushed down) is no change. Spaces and the composition of
    accents make no difference. Takes time in proportion to the number of rows.

    Returns:
        The changes by part, need, line and field.
    """
    shown = _shown(newer)
    before, after = rows_of(older), rows_of(newer)
    rows = [
        change
        for part in (Part.REPLY, Part.PLANNED, Part.RESPONSE, Part.SUPPORT)
        for change in _changes([row for row in before[part] if row.need in shown], after[part])
    ]
    return (
        *rows,
        *_loose(Part.ADDITIONAL, older.additional, newer.additional),
        *_loose(Part.UNPLACED, older.unplaced, newer.unplaced),
    )


def emptied(older: Reading, newer: Reading) -> tuple[Change, ...]:
    """What the blanks of a newer return would delete, and rule R5 keeps until they are confirmed.

    Not among them: what stands in a row the newer return fills with other words, which replace it.
    """
    return tuple(change for change in compare(older, newer) if change.kept)


def replaces_or_adds(older: Reading, newer: Reading) -> Mode:
    """Whether a newer return answers all, none or some of the needs the older one answered."""
    answered, now = _answered(older), _answered(newer)
    if answered.isdisjoint(now):
        return Mode.ADDS
    return Mode.REPLACES if answered <= now else Mode.BOTH


def stated(mode: Mode) -> str:
    """The mode as a sentence of the receipt."""
    return _STATED[mode]


def _shown(reading: Reading) -> set[str]:
    return {row.need for rows in rows_of(reading).values() for row in rows}


def _answered(reading: Reading) -> set[str]:
    """The needs with a chosen answer or with a line that says something."""
    chosen = {reply.need for reply in reading.replies if reply.state is not None}
    rows = rows_of(reading)
    return chosen | {row.need for row in (*rows[Part.RESPONSE], *rows[Part.SUPPORT]) if row.saying}


def _changes(older: Sequence[ReturnedRow], newer: Sequence[ReturnedRow]) -> Iterator[Change]:
    filled = {row.number for row in newer if row.saying}
    for before, after in continued(older, newer):
        if after is not None:
            yield from _row_changes(before, after)
        elif before is not None:
            kept = before.number not in filled
            for field in before.cells:
                yield _emptied(before, None, field, kept)


def _row_changes(before: ReturnedRow | None, after: ReturnedRow) -> Iterator[Change]:
    older: Mapping[str, str] = before.cells if before else {}
    older_line = before.line if before else None
    if before and before.line != after.line:
        yield _shown_in(after, ChangeKind.MOVED, older_line, "line", str(before.line))
    for field, words in after.cells.items():
        if field not in older:
            yield _shown_in(after, ChangeKind.ADDED, older_line, field, "")
        elif older[field] != words:
            yield _shown_in(after, ChangeKind.CHANGED, older_line, field, older[field])
    if before:
        for field in older:
            if field not in after.cells:
                yield _emptied(before, after.line, field, _keeps(before, after))


def _keeps(before: ReturnedRow, after: ReturnedRow) -> bool:
    """Whether the older words of a blank cell stand (rule R5): not beside other words."""
    if after.part is Part.REPLY:
        return _STATE not in after.cells
    return after.saying in ("", before.saying)


def _shown_in(
    row: ReturnedRow, kind: ChangeKind, older_line: int | None, field: str, older: str
) -> Change:
    words = str(row.line) if kind is ChangeKind.MOVED else row.cells[field]
    return Change(kind, row.part, row.need, older_line, row.line, field, older, words, row.place)


def _emptied(row: ReturnedRow, newer_line: int | None, field: str, kept: bool) -> Change:
    words = row.cells[field]
    return Change(
        ChangeKind.EMPTIED,
        row.part,
        row.need,
        row.line,
        newer_line,
        field,
        words,
        "",
        row.place,
        kept,
    )


def _loose(part: Part, older: Texts, newer: Texts) -> Iterator[Change]:
    """Loose texts have no row: they are known by their words alone."""
    for kind, place, words in (
        *((ChangeKind.ADDED, *text) for text in _only_in(newer, older)),
        *((ChangeKind.EMPTIED, *text) for text in _only_in(older, newer)),
    ):
        said = ("", words) if kind is ChangeKind.ADDED else (words, "")
        yield Change(kind, part, "", 0, 0, "text", *said, place)


def _only_in(texts: Texts, others: Texts) -> Iterator[tuple[Place, str]]:
    left = Counter(as_written(text) for _, text in others)
    for place, text in texts:
        words = as_written(text)
        left[words] -= 1
        if words and left[words] < 0:
            yield place, words
