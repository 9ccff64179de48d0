"""Refusals about meetings: none is convoked, or the moment is none."""

from data.errors.base import Refusal


class MeetingUnknown(Refusal):
    what = "No {scope} on {cycle} {pillar} is convoked{whose}."
    remedy = (
        "The meeting on the structure is convoked once the calendar is agreed, consultations once "
        "the consultation draft is out: mapping develop {cycle}."
    )


class MeetingOver(Refusal):
    what = "The meeting of {moment} is over and cannot be cancelled."
    remedy = "Enter its conclusions, or that it was not held: mapping record-conclusions {cycle}."


class MeetingMomentWrong(Refusal):
    what = "{day}, {hour} o’clock, is no moment for a meeting to come."
    remedy = "Give a day that lies ahead and a full hour from 0 to 23: --day 2026-07-20 --hour 11."
