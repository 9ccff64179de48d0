"""Errors whose reader can act: what happened, then what to do about it."""

from typing import ClassVar


class MappingError(Exception):
    """Base of every error we raise on purpose.

    A subclass states `what` happened and the `remedy`, both as templates over the facts it is
    raised with. Prefect pickles exceptions, so an error must survive the journey: see `__reduce__`.
    """

    what: ClassVar[str]
    remedy: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(f"{self.what.format(**facts)} {self.remedy.format(**facts)}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.facts)


def _rebuild(kind: type[MappingError], facts: dict[str, object]) -> MappingError:
    return kind(**facts)


class Refusal(MappingError):
    """The process says no. Trying again changes nothing, so it is never retried."""


class Interruption(MappingError):
    """The outside world did not answer. Trying again may help, so it is retried."""
