"""Sentences about Word files that cannot be drawn or read."""

from data.errors.base import Refusal


class DraftTemplateMissing(Refusal):
    what = "There is no Word template for a {kind} at {path}."
    remedy = "Put the template back, or set MAPPING_TEMPLATES to the folder that holds drafts."


class DraftTemplateLacksStyles(Refusal):
    what = "The Word template {name} has lost the styles {styles}, which the program writes in."
    remedy = "Create them again in Word, or put {name} back as it came with the program."


class DraftTemplateBroken(Refusal):
    what = "The template {name} draws XML that Word cannot open (line {line}: {reason})."
    remedy = "Undo the last change to {name}, or ask the person who edited it."


class DocumentUnreadable(Refusal):
    what = "The Word file cannot be read: {reason}."
    remedy = "Put the file back as the program drew it, or ask the Secretariat for that file."
