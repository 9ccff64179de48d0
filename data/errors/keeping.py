"""What purge, backup and restore refuse, and where they give up."""

from data.errors.base import Interruption, Refusal


class NothingToPurge(Refusal):
    what = "Neither a file nor a text was named, and nothing was purged."
    remedy = "Name at least one: mapping purge {cycle} --file SHA256, or --text NUMBER."


class PurgeUnexplained(Refusal):
    what = "A purge needs a reason and the name of the person who decided it."
    remedy = "Give both and run again: mapping purge {cycle} --reason WORDS --decided-by NAME."


class FileToPurgeUnknown(Refusal):
    what = "No single file on the shelf has a SHA-256 that begins with “{file}”."
    remedy = (
        "Give at least 8 digits of it; the list of files is written by: mapping handover {cycle}."
    )


class TextToPurgeUnknown(Refusal):
    what = "The cycle {cycle} has no withheld text of the number {text}."
    remedy = "Its withheld texts are {known}; see them with: mapping status {cycle}."


class BoundToADecision(Refusal):
    what = "The file “{name}” went before the Board in {matter}; its bytes prove what was approved."
    remedy = (
        "Ask the Secretariat to take the words out of a new final draft and to submit that one "
        "with 'mapping submit-to-board'."
    )


class BoundToAVersion(Refusal):
    what = (
        "The file “{name}” belongs to version {code} of the Methodology, which is in force; the "
        "cycles that began with it are held to its bytes."
    )
    remedy = (
        "Let the Board adopt a version without these words, so that later cycles begin with that "
        "one: mapping propose-amendment."
    )


class BackupExists(Refusal):
    what = "The file {path} is there already, and a backup is never written over."
    remedy = "Name another file: mapping backup --to FILE."


class BooksKeptMoving(Interruption):
    what = "While the copy was made, reports were published or files purged {times} times."
    remedy = "Wait until the command that does so has ended, then run again: mapping backup."


class HomeNotEmpty(Refusal):
    what = "The folder {path} is not empty, and a backup is restored only into an empty home."
    remedy = "Name a folder that is empty or not there yet: mapping restore FILE --home FOLDER."


class DatabaseNotEmpty(Refusal):
    what = "The database MAPPING_DATABASE_URL names holds rows of {table}; nothing was restored."
    remedy = "Name an empty database in MAPPING_DATABASE_URL and run again: mapping restore."


class BackupDamaged(Refusal):
    what = "The file {path} is no whole backup ({reason}); nothing was restored."
    remedy = "Take another backup file and run again: mapping restore FILE --home FOLDER."
