"""Refusals of the shelf: a file is the bytes it was, or it is not given out."""

from data.errors.base import Refusal


class ShelfFileMissing(Refusal):
    what = "The file {sha256} is not on the shelf."
    remedy = "Restore {path} from the backup, then run: mapping verify."


class ShelfFileChanged(Refusal):
    what = "The file {sha256} on the shelf is no longer the file that was kept."
    remedy = "Restore {path} from the backup, then run: mapping verify."
