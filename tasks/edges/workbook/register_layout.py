"""The register of comments as a sheet: its columns, and by which words they are known again."""

from dataclasses import dataclass

SHEET = "Comments"
LISTS = "iisg-lists"
PROPERTY = "iisg-register"
KEY = "iisg:comments"  # in the first cell: the reference stands beside it


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """One column: its heading, its width in characters, and the list of an open cell."""

    key: str
    letter: str
    heading: str
    width: float
    is_open: bool = False
    choices: str = ""


COLUMNS = (
    RegisterColumn("number", "B", "No.", 6),
    RegisterColumn("member", "C", "Member", 15),
    RegisterColumn("place", "D", "Place", 15),
    RegisterColumn("kind", "E", "Kind", 12),
    RegisterColumn("quoted", "F", "Words of the draft", 26),
    RegisterColumn("text", "G", "Remark", 36),
    RegisterColumn("proposed", "H", "Proposed wording", 34),
    RegisterColumn("also", "I", "Same remark also from", 24),
    RegisterColumn("outcome", "J", "Outcome\n(choose)", 13, True, "outcomes"),
    RegisterColumn("reason", "K", "Reason, for its author to read", 28, True),
    RegisterColumn("wording", "L", "Wording taken up, if another one", 28, True),
    RegisterColumn("narrative", "M", "Take into narrative of\n(choose)", 15, True, "places"),
)
OPEN = tuple(column for column in COLUMNS if column.is_open)


def plain(heading: str) -> str:
    """A heading as it is compared: programs move line ends and blanks."""
    return " ".join(heading.casefold().split())
