"""What the review workbook is made of: its sheets, columns and the places of its identity."""

from dataclasses import dataclass

from data.vocabulary.overlap_review import ReviewWord

PROPERTY = "IISG review of possible overlaps"
REVIEW_SHEET, DECIDED_SHEET, IDENTITY_SHEET = "Review", "Already decided", "identity"
IDENTITY_KEY, KEY_HEADING = "iisg:review", "iisg:pair"
CHOICES = tuple(word.value for word in ReviewWord)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: its letter, heading and width in characters."""

    letter: str
    key: str
    heading: str
    width: float


COLUMNS = (
    Column("A", "number", "Pair", 10),
    Column("B", "kind", "What it may be", 15),
    Column("C", "need", "Need", 22),
    Column("D", "first", "First report", 33),
    Column("E", "second", "Second report", 33),
    Column("F", "because", "What speaks for it, and against", 36),
    Column("G", "score", "Alike, of 1", 7),
    Column("H", "word", "Your word (choose)", 12),
    Column("I", "reason", "Reason (needed to dismiss)", 24),
)
KEY_COLUMN = Column("J", "key", KEY_HEADING, 12)
DECIDED_COLUMNS = (
    *(column for column in COLUMNS if column.key in ("number", "kind", "need", "first", "second")),
    Column("F", "word", "Word on record", 16),
    Column("G", "reason", "Reason", 34),
    Column("H", "decided_by", "By", 20),
    Column("I", "reported", "In the newest returns", 20),
)


def identity_of(cycle: str, pillar: str) -> str:
    """The line by which a workbook is known again, in each of its three places."""
    return f"{cycle} {pillar}"
