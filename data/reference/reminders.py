"""When a contact is reminded (reminders.yaml)."""

from functools import cache

from pydantic import Field, field_validator

from data.reference.reading import FOLDER, Entry, Reviewed, read
from data.vocabulary.reference import ReminderStage


class _Stage(Entry):
    name: str
    working_days: int


class _RemindersFile(Reviewed):
    stages: tuple[_Stage, ...] = Field(max_length=5)  # polite and few

    @field_validator("stages")
    @classmethod
    def rungs_follow_each_other(cls, stages: tuple[_Stage, ...]) -> tuple[_Stage, ...]:
        days = [stage.working_days for stage in stages]
        if days != sorted(set(days)):
            raise ValueError("the stages must follow each other in time, one a day at the most")
        return stages


@cache
def reminder_ladder() -> tuple[ReminderStage, ...]:
    """The rungs in the order of time, in working days from the deadline.

    Raises:
        ReferenceDataBroken: reminders.yaml does not hold what it should.
    """
    file = read(FOLDER / "reminders.yaml", _RemindersFile)
    return tuple(ReminderStage(stage.name, stage.working_days) for stage in file.stages)
