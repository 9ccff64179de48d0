"""What is refused when a named person settles a return, a text or a blank."""

from data.errors.base import Refusal


class ReturnNotFound(Refusal):
    what = "No return of {cycle} that is held is called “{file}”; those held are: {known}."
    remedy = "Name the file, or the first characters of its SHA-256: mapping settle-return {cycle}."


class RequestOfReturnUnknown(Refusal):
    what = "There is no request {reference} in {cycle}; the requests are: {known}."
    remedy = "Name the one the return answers: --request {known}."


class ReturnStaysUnreadable(Refusal):
    what = "“{file}” cannot be taken in: {reason}"
    remedy = "Ask the member for the file again, or reject the return: --outcome reject."


class VersionUnknown(Refusal):
    what = "{reference} has no version {version}; its accepted returns are: {known}."
    remedy = "Name one of them: --version {known}."


class TextNotWithheld(Refusal):
    what = "No text of {cycle} is withheld under number {text}; those that wait are: {known}."
    remedy = "Take the number from the table of: mapping status {cycle}."


class TextDecided(Refusal):
    what = "Text {text} is {state} already; a decision about a withheld text is not taken back."
    remedy = "Ask the member for a new workbook if the line is to be written differently."


class RowNotBlank(Refusal):
    what = "Row {line} of need {need} is not left blank by the newest return of {reference}."
    remedy = "Confirm only a row that mapping status names; rows left blank are: {known}."


class SettledWithoutReason(Refusal):
    what = "A decision about “{subject}” was to be recorded without a reason."
    remedy = "Say why in a sentence: --reason."
