"""Why something may not be decided, or may not leave the house (rules R7 to R10)."""

from data.errors.base import Refusal


class NotBeforeTheBoard(Refusal):
    what = "The {pillar} report of {cycle} has never been before the Board."
    remedy = "Submit report and summary together first: `mapping submit-to-board`."


class RoundVoid(Refusal):
    what = "Approval round {number} of the {pillar} report of {cycle} is void."
    remedy = "Build report and summary anew and submit both: `mapping submit-to-board`."


class NoDecisionRecorded(Refusal):
    what = "No decision of the Board is on record for round {number} of the {pillar} report."
    remedy = "Record it with its evidence: `mapping record-decision`."


class NotAdopted(Refusal):
    what = "The latest decision on round {number} of the {pillar} report of {cycle} is “{outcome}”."
    remedy = (
        "Only an adopted report leaves the house; record a new decision of the Board with "
        "`mapping record-decision` when there is one."
    )


class AmendmentsOutstanding(Refusal):
    what = (
        "The Board adopted the {pillar} report of {cycle} with amendments (round {number}), "
        "and the amended files have not been before it."
    )
    remedy = "Make the amendments with `mapping develop`, then run `mapping submit-to-board`."


class DifferentSnapshots(Refusal):
    what = "Report and summary of round {number} ({cycle} {pillar}) come from two snapshots."
    remedy = "Build both again from one snapshot with `mapping develop` and submit them together."


class NotTheBytesDecidedOn(Refusal):
    what = (
        "The {file} in the files of {cycle} {pillar} is not the one the Board decided on in "
        "round {number}."
    )
    remedy = (
        "Put the decided file back on the shelf from a backup, or take the new one to the "
        "Board with `mapping submit-to-board`."
    )


class EvidenceNotOnShelf(Refusal):
    what = "The evidence of the decision on round {number} ({cycle} {pillar}) is not in the files."
    remedy = "Record the decision again with the minutes or letter: `mapping record-decision`."


class DecisionWithoutEvidence(Refusal):
    what = "The decision on round {number} of the {pillar} report of {cycle} names no evidence."
    remedy = "Give the minutes or the letter of the Board as a file to `mapping record-decision`."


class RoundClosed(Refusal):
    what = "Round {number} of the {pillar} report of {cycle} is already closed: it is “{state}”."
    remedy = "A new decision needs a new round: `mapping submit-to-board`."


class RoundNotOpen(Refusal):
    what = "Round {number} of the {pillar} report of {cycle} has not been opened yet."
    remedy = "Send the files to the Board first: `mapping submit-to-board`."


class DecisionOnAnotherRound(Refusal):
    what = "The decision names round {named}, but round {number} of the {pillar} report is open."
    remedy = "Check the minutes and run `mapping record-decision` with the right round."


class TrackNotWithTheBoard(Refusal):
    what = "The {pillar} report of {cycle} is not with the Board: its track stands at “{state}”."
    remedy = "Send the files to the Board first: `mapping submit-to-board`."


class DecisionNotConfirmed(Refusal):
    what = "The decision on round {number} of the {pillar} report of {cycle} is not confirmed."
    remedy = "Somebody other than its recorder confirms it: `mapping confirm-decision`."


class ConfirmedByItsRecorder(Refusal):
    what = (
        "The decision on round {number} of the {pillar} report of {cycle} was recorded by {name}, "
        "who cannot confirm it as well."
    )
    remedy = "Ask a colleague to read the evidence: `mapping confirm-decision --confirmed-by NAME`."


class QuietPeriodRuns(Refusal):
    what = "The {pillar} report of {cycle} rests after its decision until {until}."
    remedy = "Publish it then with `mapping publish`, or change MAPPING_QUIET_HOURS."


class ClockBehind(Refusal):
    what = (
        "The clock of this machine stands at {now}, before what is on record for the {pillar} "
        "report of {cycle} ({recorded})."
    )
    remedy = "Set the clock right, then give the command again, for example `mapping publish`."


class DecisionInTheFuture(Refusal):
    what = "The decision on the {pillar} report of {cycle} is dated {day}, which is yet to come."
    remedy = "Give the day the Board decided: `mapping record-decision --date`."


class DecisionBeforeItsRound(Refusal):
    what = (
        "The decision is dated {day}, but round {number} of the {pillar} report of {cycle} went "
        "to the Board on {opened} only."
    )
    remedy = (
        "A decision on an earlier text does not count for this one; check the minutes and give "
        "their day: `mapping record-decision --date`."
    )


class WouldLeak(Refusal):
    what = "What would leave the house with the {pillar} report of {cycle} leaks ({leaks})."
    remedy = "Find where it comes from, build anew with `mapping develop` and submit it again."


class DecisionNotAsTold(Refusal):
    what = (
        "What is on record of the decision on the {pillar} report of {cycle} is not what the "
        "journal tells: {mismatches}."
    )
    remedy = (
        "Somebody changed the books outside the program: run `mapping verify`, and restore them "
        "from a backup."
    )


class DecisionChanged(Refusal):
    what = (
        "The decision on the {pillar} report of {cycle} was changed while it was being published."
    )
    remedy = (
        "See what the Board decided (`mapping board-standing`), then run `mapping publish` again."
    )


class MinutesMissing(Refusal):
    what = "The decision names no reference of the minutes or the letter that holds it."
    remedy = "Give it as the paper has it: `mapping record-decision --minutes REFERENCE`."
