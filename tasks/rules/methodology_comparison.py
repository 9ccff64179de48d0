"""Two versions of the Methodology, held against each other word by word (final section, R19)."""

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from data.vocabulary import CalendarOffset, Filter, Pillar, SubPillar
from data.vocabulary.methodology import ComparedVersion, Fate, VersionsCompared, WordCompared
from tasks.rules.lettering import comparable
from tasks.rules.phrases import counted, joined

Word = TypeVar("Word", Pillar, SubPillar)


def compare(old: ComparedVersion, new: ComparedVersion) -> VersionsCompared:
    """Say of every step, pillar, sub-pillar and filter what became of it.

    A step is known by what the program calls it, a pillar by its code, a sub-pillar by its number,
    a filter by its name; case, accents of the keyboard and spaces make no other filter. Words stand
    in the order of the newer version, those that left it after them.
    """
    before, after = old.words.on(old.day), new.words.on(new.day)
    return VersionsCompared(
        steps=_steps(old.words.offsets, new.words.offsets),
        pillars=_headings(before.pillars, after.pillars, _code, _named),
        sub_pillars=_headings(before.sub_pillars, after.sub_pillars, _number, _called),
        filters=_filters(before.filters, after.filters),
        templates=_templates(_brought(old), _brought(new)),
    )


def tally(words: Iterable[WordCompared]) -> dict[Fate, int]:
    """How many words had each fate."""
    fates = [word.fate for word in words]
    return {fate: fates.count(fate) for fate in Fate}


def _brought(version: ComparedVersion) -> dict[str, str]:
    """The templates a version brings, each with its SHA-256; all others are the program's."""
    return {each.name: each.sha256 for each in version.files if "/" in each.name}


def _templates(before: dict[str, str], after: dict[str, str]) -> tuple[WordCompared, ...]:
    found: list[WordCompared] = []
    for name in sorted(before | after):
        earlier, later = before.get(name, ""), after.get(name, "")
        fate = Fate.UNCHANGED if earlier == later else Fate.CHANGED
        if not earlier:
            fate = Fate.ADDED
        how = "" if earlier else "in the place of the program's"
        if not later:
            fate, how = Fate.REMOVED, "the program's is used again"
        found.append(WordCompared(fate, name, earlier, later, how))
    return tuple(found)


def _steps(
    before: Sequence[CalendarOffset], after: Sequence[CalendarOffset]
) -> tuple[WordCompared, ...]:
    earlier = {each.step: each for each in before}
    later = {each.step: each for each in after}
    found = [_step(earlier.get(step), each) for step, each in later.items()]
    gone = [
        WordCompared(Fate.REMOVED, each.title, _days(each))
        for step, each in earlier.items()
        if step not in later
    ]
    return (*found, *gone)


def _step(before: CalendarOffset | None, after: CalendarOffset) -> WordCompared:
    if before is None:
        return WordCompared(Fate.ADDED, after.title, "", _days(after))
    told: list[str] = []
    moved = after.working_days - before.working_days
    if moved:
        way = "later" if moved > 0 else "earlier"
        told.append(f"{counted(abs(moved), 'working day')} {way}")
    if before.hour != after.hour:
        told.append(f"begins at {_hour(after.hour)} instead of {_hour(before.hour)}")
    if before.title != after.title:
        told.append(f"was called “{before.title}”")
    if before.source != after.source:
        told.append("quotes the Methodology anew")
    fate = Fate.CHANGED if told else Fate.UNCHANGED
    return WordCompared(fate, after.title, _days(before), _days(after), joined(told))


def _days(offset: CalendarOffset) -> str:
    return str(offset.working_days)


def _hour(hour: int | None) -> str:
    return "the hour of every deadline" if hour is None else f"{hour}:00"


def _headings(
    before: Sequence[Word],
    after: Sequence[Word],
    key: Callable[[Word], str],
    text: Callable[[Word], str],
) -> tuple[WordCompared, ...]:
    earlier, later = {key(each): each for each in before}, {key(each): each for each in after}
    found: list[WordCompared] = []
    for place, each in later.items():
        known = earlier.get(place)
        if known is None:
            found.append(WordCompared(Fate.ADDED, each.name, "", text(each), place=place))
            continue
        same = text(known) == text(each)
        fate = Fate.UNCHANGED if same else Fate.CHANGED
        how = "" if same else "worded anew"
        found.append(WordCompared(fate, each.name, text(known), text(each), how, place))
    found += [
        WordCompared(Fate.REMOVED, each.name, text(each), "", place=place)
        for place, each in earlier.items()
        if place not in later
    ]
    return tuple(found)


def _filters(before: Sequence[Filter], after: Sequence[Filter]) -> tuple[WordCompared, ...]:
    pillars = dict.fromkeys(each.pillar for each in (*after, *before))
    return tuple(
        word
        for pillar in pillars
        for word in _of_pillar(
            pillar,
            [each for each in before if each.pillar == pillar],
            [each for each in after if each.pillar == pillar],
        )
    )


def _of_pillar(
    pillar: str, before: Sequence[Filter], after: Sequence[Filter]
) -> list[WordCompared]:
    left = list(before)
    found: list[WordCompared] = []
    in_order = _in_order(before, after)
    for each in after:
        known = _same_place(each, left) or _elsewhere(each, left, after)
        place = str(each.sub_pillar)
        if known is None:
            found.append(WordCompared(Fate.ADDED, each.name, "", each.name, "", place, pillar))
            continue
        left.remove(known)
        how = _how(known, each, in_order)
        fate = Fate.CHANGED if how else Fate.UNCHANGED
        found.append(WordCompared(fate, each.name, known.name, each.name, how, place, pillar))
    found += [
        WordCompared(Fate.REMOVED, each.name, each.name, "", "", str(each.sub_pillar), pillar)
        for each in left
    ]
    return sorted(found, key=lambda word: int(word.place))


def _same_place(wanted: Filter, left: Sequence[Filter]) -> Filter | None:
    return next((each for each in left if _key(each) == _key(wanted)), None)


def _elsewhere(wanted: Filter, left: Sequence[Filter], after: Sequence[Filter]) -> Filter | None:
    """A filter of this name that left another sub-pillar: it was moved."""
    staying = {_key(each) for each in after}
    return next(
        (
            each
            for each in left
            if comparable(each.name) == comparable(wanted.name) and _key(each) not in staying
        ),
        None,
    )


def _how(before: Filter, after: Filter, in_order: set[tuple[int, str]]) -> str:
    if before.sub_pillar != after.sub_pillar:
        return f"moved from sub-pillar {before.sub_pillar}"
    if before.name != after.name:
        return f"was written “{before.name}”"
    return "" if _key(after) in in_order else "stands elsewhere in its chart"


def _in_order(before: Sequence[Filter], after: Sequence[Filter]) -> set[tuple[int, str]]:
    """The filters that keep their order among those that stay where they were."""
    both = {_key(each) for each in before} & {_key(each) for each in after}
    first = [_key(each) for each in before if _key(each) in both]
    second = [_key(each) for each in after if _key(each) in both]
    matched = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return {key for block in matched for key in first[block.a : block.a + block.size]}


def _key(each: Filter) -> tuple[int, str]:
    return each.sub_pillar, comparable(each.name)


def _code(pillar: Pillar) -> str:
    return pillar.code


def _named(pillar: Pillar) -> str:
    return f"{pillar.name}: {pillar.area}"


def _number(sub_pillar: SubPillar) -> str:
    return str(sub_pillar.number)


def _called(sub_pillar: SubPillar) -> str:
    return sub_pillar.name
