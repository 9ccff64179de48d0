"""Changes to what the program writes, found in a copy of a draft that somebody edited.

Tables, numbers and standing sentences come from the answers on record: a change to them in Word
would be lost, or worse, would say what nobody reported (rules R7, R20). Only the places for words
of people belong to people.
"""

from collections import Counter
from collections.abc import Sequence

from data.vocabulary.edits import Copy, ForeignChange, Passage, PassageKind, Twin
from tasks.rules.alignment import align, words_of

_SHOWN = 120  # letters of a text in a sentence
_BEFORE = 30  # letters before the first difference


def pair(stored: Copy, returned: Copy) -> tuple[Twin, ...]:
    """Which passage of the copy is which of the draft that was sent."""
    return align(stored.passages, returned.passages)


def find(stored: Copy, returned: Copy, twins: Sequence[Twin]) -> tuple[ForeignChange, ...]:
    """One change for each passage that reads differently, in the order of the draft.

    Args:
        stored: The draft as it lies on the shelf.
        returned: The copy that was handed back, with tracked changes accepted.
        twins: What `pair` said of them.
    """
    found = _changes(stored.passages, returned.passages, twins, "")
    was, now = Counter(stored.margins), Counter(returned.margins)
    found += [_change("In the margins", text, "") for text in was - now]
    found += [_change("In the margins", "", text) for text in now - was]
    return tuple(found)


def figures(first: Copy, second: Copy, twins: Sequence[Twin]) -> tuple[ForeignChange, ...]:
    """Figures that show other numbers, came or went: no program can track these changes."""
    found: list[ForeignChange] = []
    for twin in twins:
        was = None if twin.first is None else first.passages[twin.first]
        now = None if twin.second is None else second.passages[twin.second]
        either = was or now
        if either is None or either.kind is not PassageKind.FIGURE:
            continue
        if was is None or now is None or was.texts != now.texts:
            where = f"Figure under “{either.where}”"
            found.append(_change(where, _said(was) if was else "", _said(now) if now else ""))
    return tuple(found)


def _changes(
    first: Sequence[Passage], second: Sequence[Passage], twins: Sequence[Twin], within: str
) -> list[ForeignChange]:
    found: list[ForeignChange] = []
    for twin in twins:
        was = None if twin.first is None else first[twin.first]
        now = None if twin.second is None else second[twin.second]
        either = was or now
        if either is None or either.kind is PassageKind.WORDS:
            continue
        where = within or _place(either)
        if was and now:
            found += _between(was, now, where)
            found += _changes(was.inside, now.inside, twin.inside, where)
        else:
            found.append(_change(where, _said(was) if was else "", _said(now) if now else ""))
    return found


def _between(was: Passage, now: Passage, where: str) -> list[ForeignChange]:
    before = [words_of((text,)) for text in was.texts]
    after = [words_of((text,)) for text in now.texts]
    if before == after:
        return []
    if was.kind is not PassageKind.ROW or len(before) != len(after):
        return [_change(where, " | ".join(before), " | ".join(after))]
    row = f"{where}, row “{_cut(before[0], 0)}”" if before[0] else where
    return [
        _change(f"{row}, column {column}", one, other)
        for column, (one, other) in enumerate(zip(before, after, strict=True), start=1)
        if one != other
    ]


def _place(passage: Passage) -> str:
    if passage.kind is PassageKind.TABLE:
        return f"In the table “{passage.where}”" if passage.where else "In a table"
    return f"Under “{passage.where}”" if passage.where else "On the first pages"


def _said(passage: Passage) -> str:
    rows = [" | ".join(each.texts) for each in passage.inside]
    text = words_of([" | ".join(passage.texts), *rows])
    return text or f"an empty {passage.kind}"


def _change(where: str, was: str, now: str) -> ForeignChange:
    """Both texts shortened around the first place at which they differ."""
    same = next(
        (at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other),
        min(len(was), len(now)),
    )
    start = was.rfind(" ", 0, max(same - _BEFORE, 0)) + 1 if was and now else 0
    return ForeignChange(where, _cut(was, start), _cut(now, start))


def _cut(text: str, start: int) -> str:
    end = start + _SHOWN
    shown = text[start:end]
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"
