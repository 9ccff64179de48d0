"""Pillars, sub-pillars and filters in force on a day (taxonomy.yaml, rule R19)."""

from datetime import date
from functools import cache

from pydantic import model_validator

from data.errors.reference import NothingInForce
from data.reference.reading import FOLDER, Dated, Reviewed, read
from data.vocabulary.members import Validity
from data.vocabulary.reference import DatedFilter
from data.vocabulary.taxonomy import Filter, Pillar, SubPillar, Taxonomy


class _Pillar(Dated):
    code: str
    name: str
    area: str


class _SubPillar(Dated):
    number: int
    name: str


class _Filter(Dated):
    name: str


class _TaxonomyFile(Reviewed):
    version: str
    pillars: tuple[_Pillar, ...]
    sub_pillars: tuple[_SubPillar, ...]
    filters: dict[str, dict[int, tuple[_Filter, ...]]]

    @model_validator(mode="after")
    def filters_stand_under_known_headings(self) -> "_TaxonomyFile":
        pillars = {pillar.code for pillar in self.pillars}
        numbers = {sub_pillar.number for sub_pillar in self.sub_pillars}
        strangers = sorted(set(self.filters) - pillars) + sorted(
            f"{pillar}.{number}"
            for pillar, charts in self.filters.items()
            for number in set(charts) - numbers
        )
        if strangers:
            raise ValueError(f"no pillar or sub-pillar bears the key {', '.join(strangers)}")
        return self


@cache
def _file() -> _TaxonomyFile:
    return read(FOLDER / "taxonomy.yaml", _TaxonomyFile)


def dated_pillars() -> tuple[tuple[Pillar, Validity], ...]:
    """All pillars the IISG ever had with their days, in the order of the file."""
    return tuple((Pillar(p.code, p.name, p.area), p.validity) for p in _file().pillars)


def dated_sub_pillars() -> tuple[tuple[SubPillar, Validity], ...]:
    """All sub-pillars the Methodology ever had with their days, in the order of the file."""
    return tuple((SubPillar(s.number, s.name), s.validity) for s in _file().sub_pillars)


def dated_filters() -> tuple[DatedFilter, ...]:
    """All filters the Methodology ever had, in the order of the file."""
    return tuple(
        DatedFilter(Filter(pillar, number, filter.name), filter.validity)
        for pillar, charts in _file().filters.items()
        for number, filters in charts.items()
        for filter in filters
    )


def taxonomy_version() -> str:
    """The version of the taxonomy that methodology.yaml names."""
    return _file().version


def taxonomy_on(day: date) -> Taxonomy:
    """The taxonomy in force on a day; a cycle keeps the day it began with (rule R19).

    Raises:
        NothingInForce: the day lies before the first pillar.
        ReferenceDataBroken: taxonomy.yaml does not hold what it should.
    """
    pillars = tuple(pillar for pillar, validity in dated_pillars() if validity.covers(day))
    if not pillars:
        raise NothingInForce(file="data/reference/taxonomy.yaml", subject="pillar", day=day)
    return Taxonomy(
        pillars,
        tuple(sub_pillar for sub_pillar, span in dated_sub_pillars() if span.covers(day)),
        tuple(dated.filter for dated in dated_filters() if dated.validity.covers(day)),
    )
