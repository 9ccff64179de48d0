"""Refusals about meetings: none is convoked, or the moment is none."""

from data.errors.base import Refusal


class MeetingUnknown(Refusal):
    what = "No {scope} consultation on {cycle} {pillar} is convoked{whose}."
    remedy = "It is convoked once the consultation draft is out: mapping develop {cycle}."


class MeetingMomentWrong(Refusal):
    what = "{day}, {hour} o’clock, is no moment for a meeting to come."
    remedy = "Give a day that lies ahead and a full hour from 0 to 23: --day 2026-07-20 --hour 11."
