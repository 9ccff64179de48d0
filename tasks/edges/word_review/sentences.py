"""What is told of a returned copy as a whole."""

from collections.abc import Iterable

from data.vocabulary.findings import Finding, Severity
from tasks.edges.word_review.found import Found

_NOBODY = frozenset({"", "author", "anonymous", "unknown", "unknown author", "user", "guest"})

OPEN_DOCUMENT = Finding(
    "copy-in-opendocument",
    Severity.BLOCKS,
    "The copy is an OpenDocument text (.odt), in which the remarks were not read.",
    "Open it, save it as a Word file (.docx) and hand that in, or ask its sender to do so.",
)
NOT_COMPARED = Finding(
    "edits-not-compared",
    Severity.CHECK,
    "Edits without tracking could not be looked for, since the draft that was sent is not known.",
    "Say which draft the copy was made of and read it again.",
)
NO_COPY = Finding(
    "not-this-draft",
    Severity.CHECK,
    "Most of the draft is not found again in this file, so its text was not compared.",
    "Check that it is a copy of the draft named; comments and tracked changes were read.",
)
NOTHING_FOUND = Finding(
    "copy-without-remarks",
    Severity.NOTE,
    "Nobody said or changed anything in this copy.",
    "Ask its sender whether the right file was sent.",
)
HIDDEN_AUTHORS = Finding(
    "authors-hidden",
    Severity.NOTE,
    "No person is named in this copy: the program it was saved by leaves authors out.",
    "The remarks are kept under the member who sent the copy.",
)
INSERTED_FILE = Finding(
    "file-inside",
    Severity.CHECK,
    "Another file was put into the copy, and its words were not read.",
    "Open the copy in Word, save it again and hand that in.",
)
IDENTITY_LOST = Finding(
    "identity-lost",
    Severity.NOTE,
    "The copy no longer says which draft it was made of.",
    "Check that it is a copy of the draft named; its text was compared with that one.",
)
IDENTITY_DIFFERS = Finding(
    "identity-differs",
    Severity.CHECK,
    "The copy says that it was made of another draft than the one it was compared with.",
    "Say which draft the copy was made of and read it again.",
)


def comments_lost(number: int) -> Finding:
    """Signs of comments in the text that lead to no comment."""
    return Finding(
        "comments-lost",
        Severity.CHECK,
        f"The text bears the signs of {number} comments whose words are not in the file.",
        "Ask the sender what they said; a program dropped their words.",
    )


def comments_homeless(number: int) -> Finding:
    """Comments that hang on nothing in the text."""
    return Finding(
        "comments-without-place",
        Severity.NOTE,
        f"Of {number} comments the file does not say which words they are about.",
        "Read them as remarks on the whole draft, or ask the sender.",
    )


def authors_are_hidden(found: Iterable[Found]) -> bool:
    """Whether every author is a word that programs put in the place of a name."""
    authors = {each.author.strip().casefold() for each in found if each.author or each.date}
    return bool(authors) and authors <= _NOBODY
