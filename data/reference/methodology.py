"""The versions of the Methodology (methodology.yaml; its final section: a living document)."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import field_validator

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
    templates: str | None = None

    def as_version(self) -> MethodologyVersion:
        return MethodologyVersion(
            self.code,
            self.title,
            self.agreed,
            self.agreed_from,
            self.agreed_to,
            self.validity,
            self.calendar,
            self.taxonomy,
        )


class _MethodologyFile(Reviewed):
    versions: tuple[_Version, ...]


class _OneVersionFile(_MethodologyFile):
    @field_validator("versions")
    @classmethod
    def it_holds_the_new_version_alone(cls, versions: tuple[_Version, ...]) -> tuple[_Version, ...]:
        if len(versions) != 1:
            raise ValueError(f"one version is expected here, the new one; {len(versions)} stand")
        return versions


@cache
def methodology_versions() -> tuple[MethodologyVersion, ...]:
    """All versions the program came with, in the order of the file.

    Raises:
        ReferenceDataBroken: methodology.yaml does not hold what it should.
    """
    versions = read(FOLDER / "methodology.yaml", _MethodologyFile).versions
    return tuple(entry.as_version() for entry in versions)


def version_in(path: Path) -> tuple[MethodologyVersion, str]:
    """The one version of a file, and what it says of the templates that go with it.

    Raises:
        ReferenceDataBroken: the file does not hold what it should, or not exactly one version.
    """
    (entry,) = read(path, _OneVersionFile).versions
    return entry.as_version(), entry.templates or ""


def methodology_on(day: date, adopted: Sequence[MethodologyVersion] = ()) -> MethodologyVersion:
    """The version in force on a day; the newest one when two overlap.

    Args:
        day: The day a cycle is opened on.
        adopted: Versions that came into force after the program was installed, in the order of
            their confirmation; of two with the same first day the last one counts.

    Raises:
        NothingInForce: the day lies before the first version.
        ReferenceDataBroken: methodology.yaml does not hold what it should.
    """
    versions = (*methodology_versions(), *adopted)
    in_force = [version for version in versions if version.validity.covers(day)]
    if not in_force:
        raise NothingInForce(file="data/reference/methodology.yaml", subject="version", day=day)
    newest = max(version.validity.since for version in in_force)
    return [version for version in in_force if version.validity.since == newest][-1]
