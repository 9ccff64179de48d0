"""The EU reference list, and which partners are neighbours (framework.yaml; Methodology, II)."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from pydantic import field_validator

from data.reference.reading import FOLDER, Dated, Reviewed, read
from data.vocabulary.reference import FrameworkReference


class _Reference(Dated):
    code: str
    name: str
    title: str


class FrameworkFile(Reviewed):
    """The shape of framework.yaml; borders are named from both sides."""

    neighbours: Mapping[str, tuple[str, ...]]
    references: tuple[_Reference, ...]

    @field_validator("neighbours")
    @classmethod
    def neighbours_name_each_other(
        cls, named: Mapping[str, tuple[str, ...]]
    ) -> Mapping[str, tuple[str, ...]]:
        if wrong := list(_one_sided(named)):
            raise ValueError("; ".join(wrong))
        return named


def _one_sided(named: Mapping[str, tuple[str, ...]]) -> list[str]:
    wrong: list[str] = []
    for partner, others in named.items():
        for other in sorted(set(others)):
            if other == partner:
                wrong.append(f"{partner} is named as its own neighbour")
            elif other not in named:
                wrong.append(f"{partner} names {other}, which has no line of its own")
            elif partner not in named[other]:
                wrong.append(f"{partner} names {other}, and {other} does not name {partner}")
            if others.count(other) > 1:
                wrong.append(f"{partner} names {other} twice")
    return wrong


@cache
def _file() -> FrameworkFile:
    return read(FOLDER / "framework.yaml", FrameworkFile)


@cache
def framework_references() -> tuple[FrameworkReference, ...]:
    """The whole list, superseded references included, in the order of the file.

    Raises:
        ReferenceDataBroken: framework.yaml does not hold what it should.
    """
    return tuple(
        FrameworkReference(entry.code, entry.name, entry.title, entry.validity)
        for entry in _file().references
    )


def framework_on(day: date) -> tuple[FrameworkReference, ...]:
    """The references in force on a day, in the order of the file.

    Raises:
        ReferenceDataBroken: framework.yaml does not hold what it should.
    """
    return tuple(entry for entry in framework_references() if entry.validity.covers(day))


@cache
def neighbours() -> tuple[tuple[str, str], ...]:
    """The partners that share a land border/boundary, by code: each pair once, in order.

    Raises:
        ReferenceDataBroken: framework.yaml does not hold what it should, or one partner names
            another as its neighbour that does not name it.
    """
    named = _file().neighbours
    return tuple(sorted((one, other) for one in named for other in named[one] if one < other))
