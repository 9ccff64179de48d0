"""Why a position, a delivery, a confirmation or an amendment is not taken down (I.3)."""

from data.errors.base import Refusal


class SeatUnknown(Refusal):
    what = "{seat} had no seat when round {number} of the {pillar} report of {cycle} was opened."
    remedy = "The seats of this round are {known}; name one of them with `--seat`."


class ObjectionWithoutReason(Refusal):
    what = "An objection of {seat} is to be recorded without its reason."
    remedy = "Give the reason in the seat's own words: `mapping record-position --text`."


class ProxyIsTheSeat(Refusal):
    what = "{seat} cannot speak for itself by proxy."
    remedy = "Name who spoke for it, `mapping record-position --by-proxy NAME`, or leave it out."


class RuleNotMet(Refusal):
    what = "Round {number} of the {pillar} report of {cycle} cannot be concluded so: {why}."
    remedy = (
        "See `mapping board-standing`; record what is missing, or conclude “postponed” with "
        "`mapping record-decision`."
    )


class ModeDoesNotFit(Refusal):
    what = "The rule in force takes a decision in writing only, and the mode is “{mode}”."
    remedy = "Submit with `mapping submit-to-board --mode written`."


class RuleChanged(Refusal):
    what = "Round {number} of the {pillar} report of {cycle} is open as “{held}”, not “{mode}”."
    remedy = "Conclude it first with `mapping record-decision`, then submit anew."


class NoDecisionToConfirm(Refusal):
    what = "No decision on round {number} of the {pillar} report of {cycle} is in force."
    remedy = "Record the decision of the Board first: `mapping record-decision`."


class RecallReasonMissing(Refusal):
    what = "A decision is not taken back without a reason."
    remedy = "Say why: `mapping recall-decision --reason`."


class RecallAfterPublication(Refusal):
    what = "The {pillar} report of {cycle} is released, so its decision cannot be recalled."
    remedy = "Only a newer release supersedes it; ask the chair of the Board how to go on."


class NoAmendmentsHere(Refusal):
    what = "Round {number} of the {pillar} report of {cycle} is “{state}”, not with amendments."
    remedy = "Amendments follow a decision “adopted-with-amendments”: `mapping record-decision`."


class NotYetAmended(Refusal):
    what = "There is no newer final draft of the {pillar} report of {cycle} than the Board saw."
    remedy = "Work the amendments in, then build it with `mapping develop`."


class AmendmentUnknown(Refusal):
    what = "The Board asked for no amendment {amendment} of the {pillar} report of {cycle}."
    remedy = "On record are: {known}. Add one with `mapping record-amendment`."


class AmendmentsUnticked(Refusal):
    what = (
        "Amendments {amendments} of the {pillar} report of {cycle} are not ticked off against "
        "the newest final draft."
    )
    remedy = (
        "Hold the text against the one the Board saw with `mapping compare-drafts`, then tick "
        "each: `mapping tick-amendment`."
    )


class NoAmendmentsOnRecord(Refusal):
    what = "The amendments to the {pillar} report of {cycle} are not on record, not one of them."
    remedy = "Write down each, as the minutes have it: `mapping record-amendment`."
