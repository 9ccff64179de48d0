"""The EU reference list (framework.yaml; Methodology, section II)."""

from datetime import date
from functools import cache

from data.reference.reading import FOLDER, Dated, Reviewed, read
from data.vocabulary.reference import FrameworkReference


class _Reference(Dated):
    code: str
    name: str
    title: str


class _FrameworkFile(Reviewed):
    references: tuple[_Reference, ...]


@cache
def framework_references() -> tuple[FrameworkReference, ...]:
    """The whole list, superseded references included, in the order of the file.

    Raises:
        ReferenceDataBroken: framework.yaml does not hold what it should.
    """
    return tuple(
        FrameworkReference(entry.code, entry.name, entry.title, entry.validity)
        for entry in read(FOLDER / "framework.yaml", _FrameworkFile).references
    )


def framework_on(day: date) -> tuple[FrameworkReference, ...]:
    """The references in force on a day, in the order of the file.

    Raises:
        ReferenceDataBroken: framework.yaml does not hold what it should.
    """
    return tuple(entry for entry in framework_references() if entry.validity.covers(day))
