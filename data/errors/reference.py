"""Reference data that people edit and that cannot be used as it stands."""

from data.errors.base import Refusal


class ReferenceDataBroken(Refusal):
    what = "The reference file {file} cannot be used; {problems}."
    remedy = (
        "Correct the named keys in {file} (the lines at its top say how it is written) and run "
        "the command again."
    )


class NothingInForce(Refusal):
    what = "The reference file {file} holds no {subject} that is in force on {day}."
    remedy = (
        "Give an entry of {file} dates that cover this day, or choose another day for the cycle "
        "with --start."
    )
