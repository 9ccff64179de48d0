"""Why a proposal, what the Board says of it, or a version of the Methodology is not taken down."""

from data.errors.base import Refusal


class ProposerNotAPartner(Refusal):
    what = "{name} is no WB partner, and proposals to amend the Methodology come from partners."
    remedy = "Name one of the partners: `mapping propose-amendment --member` {known}."


class ProposalWithoutWords(Refusal):
    what = "A proposal to amend the Methodology needs both its words and the reason for them."
    remedy = "Give both: `mapping propose-amendment --text WORDS --reason WORDS`."


class ProposalUnknown(Refusal):
    what = "There is no proposal {proposal} to amend the Methodology; on record are: {known}."
    remedy = "Name one of them with `--proposal`, or record it: `mapping propose-amendment`."


class ProposalSettled(Refusal):
    what = "The Board's decision on proposal {proposal} is “{state}”, so it is not sent again."
    remedy = (
        "The Board decides on the words it was sent; record those that are meant now as a new "
        "proposal: `mapping propose-amendment`."
    )


class ProposalRoundChanged(Refusal):
    what = "Round {number} on {pillar} is open as “{held}”, not “{mode}”."
    remedy = "Conclude it first with `mapping record-proposal-decision`, then submit anew."


class ProposalModeDoesNotFit(Refusal):
    what = "The rule in force takes a decision in writing only, and the mode is “{mode}”."
    remedy = "Submit with `mapping submit-proposal --mode written`."


class ProposalLettersKeptBack(Refusal):
    what = "The outbox kept back {count} on proposals; all others are on their way:{sentences}\n"
    remedy = "Put each of them right, then give `mapping release-proposal-letters`."


class ProposalNotBeforeTheBoard(Refusal):
    what = "The Board has not been sent {pillar} yet."
    remedy = "Send it first: `mapping submit-proposal`."


class ProposalSeatUnknown(Refusal):
    what = "{seat} had no seat when round {number} on {pillar} was opened."
    remedy = "The seats of this round are {known}; name one of them with `--seat`."


class ProposalRoundClosed(Refusal):
    what = "Round {number} on {pillar} is already closed: it is “{state}”."
    remedy = "A new decision needs a new round: `mapping submit-proposal`."


class ObjectionToAProposalWithoutReason(Refusal):
    what = "An objection of {seat} to a proposal is to be recorded without its reason."
    remedy = "Give it in the seat's own words: `mapping record-proposal-position --text`."


class ProposalProxyIsTheSeat(Refusal):
    what = "{seat} cannot speak on a proposal for itself by proxy."
    remedy = "Name who spoke for it: `mapping record-proposal-position --by-proxy NAME`."


class ProposalRuleNotMet(Refusal):
    what = "Round {number} on {pillar} cannot be concluded so: {why}."
    remedy = (
        "See `mapping proposal-standing`; record what is missing, or conclude “postponed” with "
        "`mapping record-proposal-decision`."
    )


class ProposalMinutesMissing(Refusal):
    what = "The decision on {pillar} names no reference of the minutes or letter that holds it."
    remedy = "Give it as the paper has it: `mapping record-proposal-decision --minutes REFERENCE`."


class ProposalDecisionWithoutEvidence(Refusal):
    what = "The decision on round {number} on {pillar} names no evidence."
    remedy = "Give the minutes or letter as a file: `mapping record-proposal-decision --evidence`."


class ProposalDecisionInTheFuture(Refusal):
    what = "The decision on {pillar} is dated {day}, which is yet to come."
    remedy = "Give the day the Board decided: `mapping record-proposal-decision --date`."


class ProposalDecisionBeforeItsRound(Refusal):
    what = "The decision is dated {day}, but {pillar} went to the Board on {opened} only."
    remedy = "Check the minutes and give their day: `mapping record-proposal-decision --date`."


class NoProposalDecision(Refusal):
    what = "No decision of the Board on round {number} on {pillar} is in force."
    remedy = "Record it with its evidence: `mapping record-proposal-decision`."


class ProposalConfirmedByItsRecorder(Refusal):
    what = (
        "The decision on round {number} on {pillar} was recorded by {name}, who cannot confirm it."
    )
    remedy = "A colleague does: `mapping confirm-proposal-decision --confirmed-by NAME`."


class ProposalRecallReasonMissing(Refusal):
    what = "A decision on a proposal is not taken back without a reason."
    remedy = "Say why: `mapping recall-proposal-decision --reason`."


class ProposalInForce(Refusal):
    what = "A version of the Methodology came of {pillar} already; that and its decision stay."
    remedy = "Only a newer version supersedes it: `mapping propose-amendment`."


class ProposalNotAdopted(Refusal):
    what = "The latest decision on round {number} on {pillar} is “{outcome}”."
    remedy = (
        "Only what the Board adopted comes into force; record its new decision with "
        "`mapping record-proposal-decision` when there is one."
    )


class ProposalAmended(Refusal):
    what = "The Board adopted {pillar} with amendments (round {number})."
    remedy = (
        "Record the words as amended as a new proposal, `mapping propose-amendment`, so that the "
        "Board decides on the very words that come into force."
    )


class ProposalEvidenceGone(Refusal):
    what = "The evidence of the decision on round {number} on {pillar} is not in the files."
    remedy = "Put it back on the shelf from the backup, then run `mapping verify`."


class NotTheProposalDecidedOn(Refusal):
    what = "The files of {pillar} are not those the Board decided on in round {number}."
    remedy = "Put them back on the shelf from the backup, then run `mapping verify`."


class ProposalDecisionNotConfirmed(Refusal):
    what = "The decision on round {number} on {pillar} is not confirmed."
    remedy = "Somebody other than its recorder does so: `mapping confirm-proposal-decision`."


class ProposalDecisionNotAsTold(Refusal):
    what = (
        "What is on record of the decision on {pillar} is not what the journal tells: {mismatches}"
    )
    remedy = (
        "Somebody changed the books outside the program: run `mapping verify`, and restore them "
        "from a backup."
    )


class ProposalClockBehind(Refusal):
    what = "The clock of this machine stands at {now}, before what is on record ({recorded})."
    remedy = "Set the clock right, then give the command again: `mapping confirm-methodology`."


class ProposalRests(Refusal):
    what = "What the Board decided on {pillar} rests until {until}."
    remedy = "Go on then with `mapping confirm-methodology`, or change MAPPING_QUIET_HOURS."


class VersionFilesBroken(Refusal):
    what = "The version in {folder} is not laid, since it has {count} to put right:\n{faults}\n"
    remedy = "Correct the files and give the command again: `mapping adopt-methodology`."


class VersionFolderMissing(Refusal):
    what = "There is no folder {folder} with the files of a version."
    remedy = (
        "Put methodology.yaml, calendar.yaml and taxonomy.yaml into one folder, give its path "
        "with `mapping adopt-methodology --folder`, or put it into the folder {place}."
    )


class VersionAlreadyInForce(Refusal):
    what = "The version {code} of the Methodology is on record already and never changes."
    remedy = "Give the new one a code of its own in methodology.yaml: `mapping adopt-methodology`."


class VersionOfMethodologyUnknown(Refusal):
    what = "There is no version {code} of the Methodology; on record are: {known}."
    remedy = "{hint}Name one of them, or lay it on record with `mapping adopt-methodology`."


class NoSecondVersion(Refusal):
    what = "No version of the Methodology was laid on record beside {known}."
    remedy = "Lay one on record with `mapping adopt-methodology`, then compare it."


class VersionConfirmedByItsRecorder(Refusal):
    what = "The version {code} was laid on record by {name}, who cannot confirm it as well."
    remedy = (
        "A colleague holds it against what the Board adopted: "
        "`mapping confirm-methodology --confirmed-by NAME`."
    )


class VersionFilesChanged(Refusal):
    what = "The version {code} is no longer what was laid on record: {mismatches}"
    remedy = "Restore the named files from a backup and run: `mapping verify`."


class WordsOfVersionGone(Refusal):
    what = "The words of version {code} are not in the reference data any more."
    remedy = (
        "Compare with the version whose calendar and taxonomy the folder data/reference holds: "
        "`mapping compare-methodologies --old`."
    )


class SameVersionTwice(Refusal):
    what = "The version {code} cannot be compared with itself."
    remedy = "Name two versions: `mapping compare-methodologies --old CODE --new CODE`."
