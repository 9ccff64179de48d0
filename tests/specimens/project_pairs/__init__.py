"""Labelled pairs of project reports, turned into the words of the rules.

The files `before_*` were written before the scoring was fixed and were used to better it: nothing
is claimed from them; `after` was written after that, and what is claimed is measured on it alone.

Two rows make a pair; the label stands in the first. `same` is one project reported by two members,
`overlap` two projects for a person to look at, `different` neither. Needs and filters of one name
are the same within a pair and never across pairs.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data.reference.thesaurus import thesaurus
from data.vocabulary import Need, SupportLine
from data.vocabulary.findings import Likeness, OverlapKind
from tasks.rules import overlaps
from tests.tables import rows

SAME, OVERLAP, DIFFERENT = "same", "overlap", "different"
SAID = {OverlapKind.SAME_PROJECT: SAME, OverlapKind.POSSIBLE_OVERLAP: OVERLAP}


@dataclass(frozen=True)
class Pairs:
    """All reports of one table at once, as they would come in one cycle, and what each pair is."""

    labels: dict[str, str]
    support: tuple[tuple[str, SupportLine], ...]
    needs: tuple[Need, ...]


def read(table: str) -> Pairs:
    labels: dict[str, str] = {}
    support: list[tuple[str, SupportLine]] = []
    needs: dict[str, Need] = {}
    for row in rows(table):
        pair = row["pair"]
        if row["label"]:
            labels[pair] = row["label"]
        budget, currency = money(row["budget"])
        for number in row["needs"].split(", "):
            key = f"{pair}/{number}"
            block = f"{pair} {row['filter']}"
            needs[key] = Need(key, number, number[:2], "WBCTi", 3, block, number)
            line = SupportLine(
                key,
                1,
                row["title"],
                row["implementer"],
                row["donors"],
                row["activity"],
                row["from"],
                row["to"],
                budget,
                currency,
            )
            support.append((row["reporter"], line))
    return Pairs(labels, tuple(support), tuple(needs.values()))


def money(told: str) -> tuple[str, str]:
    """A last word of three capitals is the currency; else all of it was typed in one column."""
    budget, _, last = told.rpartition(" ")
    return (budget, last) if last.isupper() and len(last) == 3 else (told, "")


def pair_of(likeness: Likeness) -> str:
    """The number of the labelled pair; empty for reports of two different pairs."""
    one, other = likeness.first.needs[0], likeness.second.needs[0]
    first, second = one.split("/")[0], other.split("/")[0]
    return first if first == second else ""


def verdicts(pairs: Pairs) -> Counter[tuple[str, str]]:
    """How often which label met which verdict, when all reports are compared at once."""
    found = {
        pair_of(each): SAID[each.kind]
        for each in overlaps.find(pairs.support, pairs.needs, {}, thesaurus())
    }
    return Counter((label, found.get(pair, DIFFERENT)) for pair, label in pairs.labels.items())


def precision_and_recall(
    counted: Counter[tuple[str, str]], kinds: Sequence[str]
) -> tuple[float, float]:
    """Of what was given one of these verdicts how much bears such a label, and the other way."""
    right = sum(n for (label, said), n in counted.items() if label in kinds and said in kinds)
    given = sum(n for (_, said), n in counted.items() if said in kinds)
    borne = sum(n for (label, _), n in counted.items() if label in kinds)
    return right / given, right / borne
