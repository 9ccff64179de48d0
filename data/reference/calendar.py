"""The distances of a draft calendar (calendar.yaml; Methodology I.1, step 1)."""

from functools import cache

from pydantic import Field, field_validator

from data.reference.reading import FOLDER, Entry, Reviewed, read
from data.vocabulary.cycles import ACTED_ON, Step, step_named
from data.vocabulary.reference import CalendarOffset


class _Step(Entry):
    step: str = Field(min_length=1)
    title: str
    working_days: int = Field(ge=0)
    source: str
    hour: int | None = Field(default=None, ge=0, le=23)


class _CalendarFile(Reviewed):
    version: str
    steps: tuple[_Step, ...]

    @field_validator("steps")
    @classmethod
    def every_step_has_its_day_in_order(cls, steps: tuple[_Step, ...]) -> tuple[_Step, ...]:
        named = [entry.step for entry in steps]
        twice = dict.fromkeys(name for name in named if named.count(name) > 1)
        if twice:
            raise ValueError(f"a step stands twice: {', '.join(twice)}")
        acted_on = [name for name in named if name in ACTED_ON]
        if acted_on != list(ACTED_ON):
            wanted = ", ".join(ACTED_ON)
            raise ValueError(f"these steps must be there, in this order: {wanted}")
        known = [name for name in named if name in set(Step)]
        if known != [step for step in Step if step in known]:
            raise ValueError(f"steps the program knows keep their order: {', '.join(Step)}")
        days = [entry.working_days for entry in steps]
        if days != sorted(days):
            raise ValueError("a step lies before the one above it")
        return steps


@cache
def _file() -> _CalendarFile:
    return read(FOLDER / "calendar.yaml", _CalendarFile)


def calendar_version() -> str:
    """The version of the calendar that methodology.yaml names."""
    return _file().version


@cache
def calendar_offsets() -> tuple[CalendarOffset, ...]:
    """Every step with its working days after the start of the cycle, in the order of the year.

    Raises:
        ReferenceDataBroken: calendar.yaml does not hold what it should.
    """
    return tuple(
        CalendarOffset(
            step_named(entry.step), entry.title, entry.working_days, entry.source, entry.hour
        )
        for entry in _file().steps
    )
