"""What a new version of the Methodology must keep to before it is laid on record (R19)."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import asdict
from datetime import date, timedelta

from data.vocabulary.methodology import LaidVersion, VersionOnFile, VersionWords
from tasks.rules import deadlines
from tasks.rules.lettering import comparable


def faults(told: VersionOnFile, known: Collection[str], decided_on: date) -> list[str]:
    """Say all that keeps a version from being laid, one sentence each, with its file.

    Args:
        told: The version as its files give it.
        known: The codes of the versions on record.
        decided_on: The day the Board adopted the proposal it carries out.
    """
    return [*_names(told, known), *_days(told, decided_on), *_headings(told), *_charts(told)]


def first_day(since: date, confirmed_on: date, last_opened_on: date | None) -> date:
    """The day from which cycles begin with a version (rule R19).

    It is the day the version names, but never before the morning after its confirmation, nor before
    the morning after the latest cycle was opened: whatever day a clock shows, no cycle that is open
    finds another version on the day it began.
    """
    seen = [confirmed_on, *([last_opened_on] if last_opened_on else [])]
    return max([since, *(day + timedelta(days=1) for day in seen)])


def digest(laid: LaidVersion) -> str:
    """SHA-256 over all a laid version says to the program, in its order.

    The journal keeps it, so that a changed row shows.
    """
    said = asdict(laid)
    for beside in ("row", "recorded_by", "recorded_at"):
        del said[beside]
    line = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(line.encode()).hexdigest()


def _names(told: VersionOnFile, known: Collection[str]) -> Iterator[str]:
    version = told.version
    if version.code in known:
        yield (
            f"methodology.yaml: the code {version.code} is a version's on record; a new version "
            "has a code of its own."
        )
    for file, named, found in (
        ("calendar.yaml", version.calendar, told.calendar_named),
        ("taxonomy.yaml", version.taxonomy, told.taxonomy_named),
    ):
        if named != found:
            yield f"{file}: it is version “{found}”, and methodology.yaml names “{named}”."


def _days(told: VersionOnFile, decided_on: date) -> Iterator[str]:
    version = told.version
    if version.agreed_to != decided_on:
        yield (
            f"methodology.yaml: “agreed_to” is {deadlines.long_date(version.agreed_to)}, and the "
            f"Board decided on {deadlines.long_date(decided_on)}."
        )
    if version.validity.since < decided_on:
        yield (
            f"methodology.yaml: “since” is {deadlines.long_date(version.validity.since)}, before "
            "the Board decided; nothing comes into force backwards."
        )
    if version.validity.until is not None:
        yield (
            "methodology.yaml: “until” is given; leave it empty, since a version ends where the "
            "next one begins."
        )


def _headings(told: VersionOnFile) -> Iterator[str]:
    day = told.version.validity.since
    words = told.words.on(day)
    on = deadlines.long_date(day)
    if not words.pillars:
        yield f"taxonomy.yaml: no pillar is in force on {on}."
    if not words.sub_pillars:
        yield f"taxonomy.yaml: no sub-pillar is in force on {on}."
    for code in _twice(pillar.code for pillar in words.pillars):
        yield f"taxonomy.yaml: the pillar {code} stands twice on {on}."
    for number in _twice(str(each.number) for each in words.sub_pillars):
        yield f"taxonomy.yaml: the sub-pillar {number} stands twice on {on}."
    numbers = sorted(each.number for each in words.sub_pillars)
    if numbers and sorted(set(numbers)) != list(range(1, max(numbers) + 1)):
        listed = ", ".join(map(str, numbers))
        yield f"taxonomy.yaml: sub-pillars are numbered 1, 2, 3 and so on, not {listed}."


def _charts(told: VersionOnFile) -> Iterator[str]:
    day = told.version.validity.since
    words: VersionWords = told.words
    taxonomy, on = words.on(day), deadlines.long_date(day)
    pillars = {pillar.code for pillar in taxonomy.pillars}
    numbers = {each.number for each in taxonomy.sub_pillars}
    for each in taxonomy.filters:
        if each.pillar not in pillars or each.sub_pillar not in numbers:
            yield (
                f"taxonomy.yaml: the filter “{each.name}” is in force on {on}, and its heading "
                f"{each.pillar}.{each.sub_pillar} is not."
            )
    spelt = [(f.pillar, f.sub_pillar, comparable(f.name)) for f in taxonomy.filters]
    for pillar, number, name in sorted({each for each in spelt if spelt.count(each) > 1}):
        yield f"taxonomy.yaml: the filter “{name}” stands twice under {pillar}.{number} on {on}."


def _twice(names: Iterator[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
