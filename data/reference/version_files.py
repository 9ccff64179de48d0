"""The three files of a new version of the Methodology, read as those the program came with are."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from data.errors.reference import ReferenceDataBroken
from data.reference.calendar import _CalendarFile  # pyright: ignore[reportPrivateUsage] - one shape for the calendar of every version
from data.reference.methodology import version_in
from data.reference.reading import read
from data.reference.taxonomy import _TaxonomyFile  # pyright: ignore[reportPrivateUsage] - one shape for the taxonomy of every version
from data.vocabulary.cycles import step_named
from data.vocabulary.methodology import VersionOnFile, VersionWords
from data.vocabulary.reference import CalendarOffset, DatedFilter
from data.vocabulary.taxonomy import Filter, Pillar, SubPillar

FILES = ("methodology.yaml", "calendar.yaml", "taxonomy.yaml")

Read = TypeVar("Read")


def version_on_file(contents: Mapping[str, bytes]) -> tuple[VersionOnFile | None, list[str]]:
    """Read the files of a version from the very bytes that are kept.

    Args:
        contents: `FILES` by their names; one that is not there is a fault. What lies beside them
            (the templates of the version) is not read here.

    Returns:
        The version, or None; and one sentence for each file that cannot be used, with every wrong
        key in it.
    """
    with TemporaryDirectory() as folder:
        for name in FILES:
            if name in contents:
                (Path(folder) / name).write_bytes(contents[name])
        return _read(Path(folder))


def _read(folder: Path) -> tuple[VersionOnFile | None, list[str]]:
    faults: list[str] = []
    told = _try(lambda: version_in(folder / FILES[0]), faults)
    calendar = _try(lambda: read(folder / FILES[1], _CalendarFile), faults)
    taxonomy = _try(lambda: read(folder / FILES[2], _TaxonomyFile), faults)
    if told is None or calendar is None or taxonomy is None:
        return None, faults
    version, templates = told
    words = VersionWords(
        tuple(
            CalendarOffset(
                step_named(each.step), each.title, each.working_days, each.source, each.hour
            )
            for each in calendar.steps
        ),
        tuple((Pillar(p.code, p.name, p.area), p.validity) for p in taxonomy.pillars),
        tuple((SubPillar(s.number, s.name), s.validity) for s in taxonomy.sub_pillars),
        tuple(
            DatedFilter(Filter(pillar, number, each.name), each.validity)
            for pillar, charts in taxonomy.filters.items()
            for number, filters in charts.items()
            for each in filters
        ),
    )
    return VersionOnFile(version, words, calendar.version, taxonomy.version, templates), faults


def _try(reading: Callable[[], Read], faults: list[str]) -> Read | None:
    try:
        return reading()
    except ReferenceDataBroken as broken:
        name = Path(str(broken.facts["file"])).name
        faults.append(f"{name}: {broken.facts['problems']}")
        return None
