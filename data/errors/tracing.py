"""Refusals of a trace: the file is no draft of ours, or what is asked for does not stand in it."""

from data.errors.base import Refusal


class DraftNotFound(Refusal):
    what = "The draft {file} cannot be found."
    remedy = "Give the path of a Word file, or put it into the folder {folder}."


class DraftNotRecognised(Refusal):
    what = "{file} is no draft on record, and does not say which draft it is."
    remedy = "Give a draft that the program wrote, or a copy of one saved as a Word file (.docx)."


class SummaryNotTraced(Refusal):
    what = "{file} is a summary for the public: nothing in it leads to the answers of members."
    remedy = "Its counts are those of the report from the same day; trace that: mapping trace FILE."


class AnchorUnknown(Refusal):
    what = "{file} has no anchor {anchor}."
    remedy = "{hint}Leave --anchor out to see every anchor: mapping trace FILE."


class WordsNotFound(Refusal):
    what = "No sentence, row or figure that the program wrote in {file} says “{text}”."
    remedy = "Give fewer words, as they stand in the draft: mapping trace FILE --text WORDS."
