"""Refusals about cycles, tracks, calendar and structure."""

from data.errors.base import Refusal


class CycleUnknown(Refusal):
    what = "There is no cycle {cycle}; the cycles on record are: {known}."
    remedy = "Open it with: mapping prepare {cycle}."


class PillarUnknown(Refusal):
    what = "The cycle {cycle} has no pillar {pillar}; its pillars are: {known}."
    remedy = "Name one of them: --pillar {known}."


class CycleCodeUnfit(Refusal):
    what = (
        "“{cycle}” cannot be the code of a cycle, which stands in names of folders, files and "
        "requests."
    )
    remedy = "Use letters, digits and hyphens, 20 at the most: mapping prepare {hint}."


class PeriodMissing(Refusal):
    what = "The code {cycle} does not say which period the cycle reports on."
    remedy = "Name it: mapping prepare {cycle} --from 2025-01-01 --to 2025-12-31."


class PeriodBackwards(Refusal):
    what = "The cycle {cycle} would report from {since} to {until} with an outlook to {outlook}."
    remedy = "Each date must be later than the one before: mapping prepare {cycle} --from --to."


class CyclePinned(Refusal):
    what = "The cycle {cycle} already reports from {since} to {until} with an outlook to {outlook}."
    remedy = "A cycle keeps what it began with; open another one: mapping prepare CODE."


class NoNeedsRegister(Refusal):
    what = "No needs register has been imported, so there is nothing to ask about."
    remedy = "Import the latest one first: mapping import-needs FILE."


class NoMembersRegister(Refusal):
    what = "No members register has been imported, so there is nobody to ask."
    remedy = "Import it first: mapping import-members FILE."


class MemberUnknown(Refusal):
    what = "There is no member {member} in {pillar} on that day; those who take part are: {known}."
    remedy = "Use the code of a member, or import a newer register: mapping import-members FILE."


class NotAPartner(Refusal):
    what = "{name} is no partner, and only partners agree to calendar and structure."
    remedy = "Name one of the partners: --member {known}."


class PillarNeeded(Refusal):
    what = "An agreement on the structure is about one pillar, and none was named."
    remedy = "Name it: --pillar WBCTi, WBCSCi or WBBSi."


class VersionLocked(Refusal):
    what = "The {subject} of {cycle} is agreed by all partners and locked as version {version}."
    remedy = "Nothing more is recorded on it; go on with: mapping develop {cycle}."


class TextMissing(Refusal):
    what = "A {thing} without words tells nobody anything."
    remedy = "Give its words with --text."


class NameMissing(Refusal):
    what = "It is not said who recorded this."
    remedy = "Give your name with --recorded-by."


class EvidenceUnreadable(Refusal):
    what = "The evidence file {file} cannot be read."
    remedy = "Give the path of an existing file with --evidence, or put it into {folder}."


class StructureMissing(Refusal):
    what = "The {pillar} report of {cycle} has no structure yet."
    remedy = "Propose one with: mapping prepare {cycle}."


class NothingToSubmit(Refusal):
    what = "The {pillar} report of {cycle} stands at “{state}”; there is no final draft to submit."
    remedy = "Go on with: mapping develop {cycle} --pillar {pillar}."


class CommentsOpen(Refusal):
    what = "Comments {numbers} on the {pillar} report of {cycle} have no disposition yet."
    remedy = "Say what becomes of each: mapping dispose-comment {cycle} --pillar {pillar}."


class CommentUnknown(Refusal):
    what = "There is no comment {number} on the {pillar} report of {cycle}."
    remedy = "Look up its number with: mapping status {cycle}."


class NotOpenForComments(Refusal):
    what = "The {pillar} report of {cycle} stands at “{state}”, which takes no comments."
    remedy = "Comments are taken from the first draft until the report is before the Board."


class ReasonMissing(Refusal):
    what = "A comment that is not or only partly accepted needs a reason its author can read."
    remedy = "Give it with --reason."


class CommentDisposed(Refusal):
    what = "Comment {number} on the {pillar} report of {cycle} is already “{disposition}”."
    remedy = "A disposition stays; record a new comment with: mapping record-comment."


class NumbersDiffer(Refusal):
    what = "The {pillar} report of {cycle} does not say what its snapshot says: {findings}."
    remedy = "Build it again before it goes to the Board: mapping develop {cycle}."


class NothingBeforeTheBoard(Refusal):
    what = "The {pillar} report of {cycle} is not before the Board, so nothing can be decided."
    remedy = "Submit it first: mapping submit-to-board {cycle} --pillar {pillar}."
