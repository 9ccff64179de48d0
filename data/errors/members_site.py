"""What the members' database refuses: at its door, about its accounts, and when it is built."""

from data.errors.base import Refusal


class AccountUnknown(Refusal):
    what = "There is no account '{account}'.{hint}"
    remedy = "See all accounts with 'mapping members-account --action list'."


class AccountExists(Refusal):
    what = "There is an account '{account}' already."
    remedy = (
        "Choose another name, or give this one a new password with "
        "'mapping members-account --action reset --account {account}'."
    )


class AccountNameUnfit(Refusal):
    what = "The name '{account}' cannot be that of an account."
    remedy = (
        "Run 'mapping members-account --action add' with a name of 2 to 60 small Latin letters, "
        "digits, dots, hyphens, underscores or one @."
    )


class AccountOfNobody(Refusal):
    what = "The code '{member}' is that of no member today.{hint}"
    remedy = "Name one of {known} with '--member', or run 'mapping import-members' first."


class TokenUnknown(Refusal):
    what = "The account '{account}' has no API token '{label}' in force."
    remedy = "See its tokens with 'mapping members-account --action list'."


class TokenExists(Refusal):
    what = "The account '{account}' has an API token '{label}' already."
    remedy = (
        "Choose another '--label', or revoke this one with "
        "'mapping members-account --action revoke-token --account {account} --label {label}'."
    )


class TokenWithoutALabel(Refusal):
    what = "An API token needs a label by which it can be revoked."
    remedy = "Name the program that will use it with '--label'."


class SecretLiesOpen(Refusal):
    what = "The file {file} can be read by other users of this machine, or is damaged."
    remedy = (
        "Delete it and start 'mapping members-site' again, which writes a new one; everybody then "
        "signs in once more."
    )


class ReleasedFileChanged(Refusal):
    what = "The released file {file} is not the one its manifest names: {found} instead of {told}."
    remedy = (
        "Run 'mapping verify', put the released folder back from the backup and run the command "
        "again."
    )


class MembersPortTaken(Refusal):
    what = "The port {port} of this machine is used by another program."
    remedy = "End that program, or choose another port with 'mapping members-site --port'."


class NothingReleased(Refusal):
    what = "No report of the cycle {cycle} has been released to the members."
    remedy = "Release one with 'mapping publish', then run 'mapping export-database' again."
