"""What verify refuses to call proven."""

from data.errors.base import Refusal


class RecordsDoNotMatch(Refusal):
    what = "The records show {count}:\n{mismatches}\n"
    remedy = "Restore the named files from a backup and run again: mapping verify."
