"""Refusals about the simulated clock."""

from data.errors.base import Refusal


class NotARehearsal(Refusal):
    what = "The simulated clock does not run in {home}, which holds the work of real cycles."
    remedy = "Name an empty folder: mapping rehearse --home DIR."


class NoCycleToRehearse(Refusal):
    what = "A rehearsal of {cycles} cycles plays nothing."
    remedy = "Give 1 or more: mapping rehearse --cycles 2."


class ClockSetBack(Refusal):
    what = "The rehearsal clock stands at {held} and was to be set back to {moment}."
    remedy = "Time only moves on; name an empty folder to begin again: mapping rehearse --home DIR."


class OtherRehearsal(Refusal):
    what = "{home} holds a rehearsal with seed {seed} and {cycles} cycles."
    remedy = "Continue that one, or name an empty folder: mapping rehearse --home DIR."


class RehearsalMarkMissing(Refusal):
    what = "The mark of the rehearsal in {home} is gone."
    remedy = "Begin again in an empty folder: mapping rehearse --home DIR."
