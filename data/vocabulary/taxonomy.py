"""How needs are sorted: pillar, sub-pillar, filter; and the EU reference list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pillar:
    """A pillar of the IISG, spelt exactly so: WBCTi, WBCSCi, WBBSi."""

    code: str
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class SubPillar:
    """One of the four sub-pillars of the Methodology, numbered 1 to 4."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A row of a sub-pillar's chart; filters keep the order the Methodology version gives them."""

    pillar: str
    sub_pillar: int
    name: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Pillars, sub-pillars and filters as in force on one day (rule R19)."""

    pillars: tuple[Pillar, ...]
    sub_pillars: tuple[SubPillar, ...]
    filters: tuple[Filter, ...]

    def pillar(self, code: str) -> Pillar:
        return next(pillar for pillar in self.pillars if pillar.code == code)

    def filters_of(self, pillar: str, sub_pillar: int) -> tuple[Filter, ...]:
        return tuple(f for f in self.filters if (f.pillar, f.sub_pillar) == (pillar, sub_pillar))
