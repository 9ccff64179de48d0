"""Refusals about drafts that were edited in Word, and about comparing drafts."""

from data.errors.base import Refusal


class EditedDraftMissing(Refusal):
    what = "There is no edited draft {file}."
    remedy = "Give its path, or put it into the folder {folder}."


class EditedDraftUnreadable(Refusal):
    what = "“{file}” cannot be read: {reason}"
    remedy = "Open it in Word, save it under a new name as .docx and hand that file back."


class EditedDraftUnknown(Refusal):
    what = "“{file}” does not say which draft of {cycle} {pillar} it is a copy of."
    remedy = "Make the edits in the file the program wrote; the drafts are: {known}."


class EditedDraftOfAnotherTrack(Refusal):
    what = "“{file}” is a copy of {draft} of {found}, not of {cycle} {pillar}."
    remedy = "Hand it back where it belongs: mapping accept-edits CYCLE {file} --pillar PILLAR."


class AuthorMissing(Refusal):
    what = "It is not said whose words “{file}” brings."
    remedy = "Name the person: --author."


class WordsClosed(Refusal):
    what = "The {pillar} report of {cycle} stands at “{state}”, when its words stay as they are."
    remedy = "Words are taken from the first draft on until the report is before the Board."


class ForeignChangesFound(Refusal):
    what = (
        "“{file}” changes {count} of {draft} outside the places for words of people:\n{changes}\n"
        "None of its words was taken; the changes are shown in {path}."
    )
    remedy = (
        "Send each as a comment (mapping record-comment) or have the answer changed in a new "
        "workbook; to take only the words, hand the file back with --taking words."
    )


class NewerWordsStand(Refusal):
    what = "Since {draft} was written, newer words were recorded at {places}."
    remedy = (
        "Put both together in “{file}” and hand it back with --taking replace; the versions before "
        "are kept."
    )


class NothingToCompare(Refusal):
    what = "The {pillar} report of {cycle} has no two drafts to compare."
    remedy = "Go on with: mapping develop {cycle} --pillar {pillar}."


class DraftUnknown(Refusal):
    what = "There is no “{named}” of {cycle} {pillar}; the drafts are: {known}."
    remedy = "Name two of them as kind:number, for example --first first:1 --second final:1."
