"""Two reports of projects, told in a few words, and what the rule says of them (rule R12)."""

from data.reference.thesaurus import thesaurus
from data.vocabulary import Need, SupportLine
from data.vocabulary.findings import Likeness, OverlapKind
from tasks.rules.overlaps import find
from tests.rules.year_2025 import support

NAMES = {"AT": "Austria", "UNODC": "UNODC", "IT": "Italy"}
SAME, OVERLAP = OverlapKind.SAME_PROJECT, OverlapKind.POSSIBLE_OVERLAP
NEEDS = tuple(
    Need(key, key.upper(), key[:2].upper(), "WBCTi", 3, what, what)
    for key, what in (
        ("al-ct-01", "Training"),
        ("al-ct-02", "Training"),
        ("al-ct-09", "Equipment"),
        ("rs-ct-01", "Training"),
    )
)


def found(table: str) -> tuple[Likeness, ...]:
    return find(support(table), NEEDS, NAMES, thesaurus())


def kinds(table: str) -> list[OverlapKind]:
    return [each.kind for each in found(table)]


def titles_are(one: str, other: str) -> list[OverlapKind]:
    reports = (
        ("AT", SupportLine("al-ct-01", 1, one)),
        ("IT", SupportLine("al-ct-01", 1, other)),
    )
    return [each.kind for each in find(reports, NEEDS, NAMES, thesaurus())]


def overlap_of(one: str, other: str, **facts: str) -> list[OverlapKind]:
    told = {"start_text": "2025", "end_text": "2026", "activity": "training", **facts}
    reports = (
        ("AT", SupportLine("al-ct-01", 1, one, **told)),
        ("IT", SupportLine("al-ct-01", 1, other, **told)),
    )
    return [each.kind for each in find(reports, NEEDS, NAMES, thesaurus())]
