"""Refusals of the registers' door."""

from data.errors.base import Refusal


class RegisterRefused(Refusal):
    what = "Nothing was imported from {file}, which has {count} to put right:\n{findings}\n"
    remedy = "Correct the file and import it again: mapping {verb} FILE."


class RegisterUnreadable(Refusal):
    what = "The register {file} cannot be found or opened."
    remedy = "Give the path of an existing file, or put it into the folder {folder}."


class EditionPinned(Refusal):
    what = "The needs of {edition} are pinned by a cycle, and {file} would change {count} of them."
    remedy = "Import it as a new edition whose needs name what they replace: mapping import-needs."
