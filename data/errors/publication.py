"""What the two doors refuse: nothing leaves the house that the Board did not decide on."""

from data.errors.base import Interruption, Refusal


class NotTheDecidedBytes(Refusal):
    what = (
        "The file {file_name} is not the one the Board decided on: its SHA-256 is {found}, "
        "the decision names {decided}."
    )
    remedy = (
        "Restore the decided file on the shelf from the backup and run 'mapping publish' again; "
        "if the text was meant to change, it goes back with 'mapping submit-to-board'."
    )


class MembersOnlyAtThePublicDoor(Refusal):
    what = (
        "The document of {pillar} {cycle} is of the kind '{kind}' and marked '{marking}', and the "
        "public site takes only summaries without a marking."
    )
    remedy = "Ask the Secretariat to submit an unmarked summary with 'mapping submit-to-board'."


class PublishedTwice(Refusal):
    what = "Two summaries of {pillar} {cycle} were handed to the public site."
    remedy = (
        "Run 'mapping verify' to see which of the two the Board decided on, and ask the "
        "Secretariat to withdraw the other."
    )


class NeedOutsideTheSnapshot(Refusal):
    what = (
        "The snapshot of {pillar} {cycle} speaks of needs that are not among its own needs: "
        "{needs}."
    )
    remedy = "Build the final draft again with 'mapping develop' and submit it to the Board anew."


class NameLeavesTheFolder(Refusal):
    what = "The file name '{name}' would lie outside the folder {folder}."
    remedy = "Ask the Secretariat to rename the file so that it has no '..' and no leading slash."


class FolderNotReplaced(Interruption):
    what = (
        "The folder {folder} could not be replaced ({reason}); whoever reads it still finds one "
        "whole release in it."
    )
    remedy = (
        "Free space on the disk, or give this user the right to write beside the folder (see "
        "MAPPING_HOME), and run the command again."
    )
