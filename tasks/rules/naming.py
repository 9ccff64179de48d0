"""Names of files people keep: plain letters, in order, free of signs a file system refuses."""

import re
import unicodedata

from data.vocabulary import DraftKind

_REFUSED = re.compile(r"[^A-Za-z0-9 ._()-]+")
_SPACES = re.compile(r"\s+")
_LONGEST = 80
_SPELT_OUT = str.maketrans({"đ": "dj", "Đ": "Dj", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O"})


def plain(text: str) -> str:
    """The text as part of a file name: ASCII, no asterisk, slash or colon, at most 80 signs."""
    spelt = unicodedata.normalize("NFKD", text.replace("*", "").translate(_SPELT_OUT))
    ascii_only = "".join(sign for sign in spelt if not unicodedata.combining(sign))
    spaced = _SPACES.sub(" ", _REFUSED.sub("-", ascii_only.replace("–", "-")))
    return spaced.strip(" .-")[:_LONGEST].rstrip(" .-") or "unnamed"


def draft(cycle: str, pillar: str, kind: DraftKind, number: int) -> str:
    """The name of a draft or summary: “2025 WBCTi First draft 1.docx”."""
    return f"{plain(f'{cycle} {pillar} {kind.capitalize()} {number}')}.docx"


def workbook(reference: str) -> str:
    """The name of a request workbook, its reference in full: “2025-WBCTi-AL-response.xlsx”."""
    return f"{plain(reference)}.xlsx"


def part(reference: str, sub_pillar: int) -> str:
    """The name of one part of a split workbook: “2025-WBCTi-AL-response part 2.xlsx”."""
    return f"{plain(f'{reference} part {sub_pillar}')}.xlsx"


def receipt(reference: str, version: int) -> str:
    """The name of a receipt workbook: “2025-WBCTi-AL-response receipt 2.xlsx”."""
    return f"{plain(f'{reference} receipt {version}')}.xlsx"


def letter(cycle: str, pillar: str, order: int, member: str, kind: str) -> str:
    """The name of a held letter, sorted as it will be sent: “2025 WBCTi 0003 ME request.eml”.

    Args:
        cycle: The cycle's code.
        pillar: The pillar's code; empty for a letter on all pillars.
        order: How many letters were written before it, and one.
        member: The member's code; its name may hold signs a file system refuses.
        kind: What the letter is about.
    """
    words = [cycle, pillar, f"{order:04}", member, kind]
    return f"{plain(' '.join(word for word in words if word))}.eml"


def paper(cycle: str, pillar: str, title: str, number: int) -> str:
    """The name of an internal paper: “2025 WBCTi Proposed structure 1.docx”."""
    return f"{plain(f'{cycle} {pillar} {title} {number}')}.docx"
