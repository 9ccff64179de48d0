"""The versions of the Methodology (methodology.yaml; its final section: a living document)."""

from datetime import date
from functools import cache

from data.errors.reference import NothingInForce
from data.reference.reading import FOLDER, Dated, Reviewed, read
from data.vocabulary.reference import MethodologyVersion


class _Version(Dated):
    code: str
    title: str
    agreed: str
    agreed_from: date
    agreed_to: date
    calendar: str
    taxonomy: str


class _MethodologyFile(Reviewed):
    versions: tuple[_Version, ...]


@cache
def methodology_versions() -> tuple[MethodologyVersion, ...]:
    """All versions, in the order of the file.

    Raises:
        ReferenceDataBroken: methodology.yaml does not hold what it should.
    """
    return tuple(
        MethodologyVersion(
            entry.code,
            entry.title,
            entry.agreed,
            entry.agreed_from,
            entry.agreed_to,
            entry.validity,
            entry.calendar,
            entry.taxonomy,
        )
        for entry in read(FOLDER / "methodology.yaml", _MethodologyFile).versions
    )


def methodology_on(day: date) -> MethodologyVersion:
    """The version in force on a day; the newest one when two overlap.

    Raises:
        NothingInForce: the day lies before the first version.
        ReferenceDataBroken: methodology.yaml does not hold what it should.
    """
    in_force = [version for version in methodology_versions() if version.validity.covers(day)]
    if not in_force:
        raise NothingInForce(file="data/reference/methodology.yaml", subject="version", day=day)
    return max(in_force, key=lambda version: version.validity.since)
