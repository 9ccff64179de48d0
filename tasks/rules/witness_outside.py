"""What left the house bears witness too: the heads it prints, and the public site as composed."""

import re
from collections.abc import Iterable, Mapping, Sequence

from data.vocabulary import JournalEntry

CONFIRMED = "decision confirmed"
COMPOSED = "public site composed"
_HEAD = re.compile(r"\bjournal\b[^\n]*?\b([0-9a-f]{64})\b", re.IGNORECASE)


def head_after(told: Sequence[JournalEntry], act: str, subject: str) -> str:
    """The head of the journal right after the newest such act; empty when there was none."""
    found = [each.hash for each in told if (each.act, each.subject) == (act, subject)]
    return found[-1] if found else ""


def heads_in(text: str) -> list[str]:
    """The heads of the journal that a letter prints."""
    return _HEAD.findall(text)


def heads(told: Sequence[JournalEntry], printed: Iterable[tuple[str, str]]) -> list[str]:
    """Hold what letters and manifests print against the journal.

    Whoever rewrites the history, or cuts it short, gets other hashes than were printed.

    Args:
        told: The whole journal.
        printed: Where a head is printed, and the head.

    Returns:
        One sentence for each head that is not the hash of an entry.
    """
    known = {entry.hash for entry in told}
    return [
        f"Journal: the head {head[:12]} printed in {where} is none of its entries; the history was "
        "rewritten or cut short since (rule R18)."
        for where, head in dict.fromkeys(printed)
        if head not in known
    ]


def newest_site(told: Sequence[JournalEntry]) -> Mapping[str, str] | None:
    """Every file of the public site with its SHA-256, as composed last; None before the first."""
    composed = [entry.facts for entry in told if entry.act == COMPOSED]
    return composed[-1] if composed else None


def public_site(
    told: Sequence[JournalEntry], released: Mapping[str, str], found: Mapping[str, str]
) -> list[str]:
    """Hold the public site as it stands against what was composed and released (rule R10).

    Args:
        told: The whole journal.
        released: Each path that was released to the public, with its SHA-256.
        found: Each file that lies there, with its SHA-256.

    Returns:
        One sentence for each file that is missing, differs or does not belong. Where the journal
        is older than its word on the whole site, files nobody released are not asked about.
    """
    composed = newest_site(told)
    expected = released if composed is None else composed
    wrong: list[str] = []
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            wrong.append(f"Public site: {name} is missing.")
        elif name in expected and found[name] != expected[name]:
            wrong.append(f"Public site: {name} is not what was released (rule R10).")
        elif name not in expected and composed is not None:
            wrong.append(f"Public site: {name} does not belong there (rule R10).")
    # A page may be drawn anew when its template changed; the files the Board decided on may not.
    return wrong + [
        f"Public site: {name} was put there with other bytes than were released (rule R8)."
        for name, sha256 in sorted(released.items())
        if not name.endswith(".html") and expected.get(name) != sha256
    ]
