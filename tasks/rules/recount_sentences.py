"""Numbers in the sentences of a report or summary, each beside what was counted (rule R20)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from re import Match, Pattern

from data.vocabulary import Snapshot, StatementKind
from data.vocabulary.recounts import Claim, Spot
from tasks.rules import recount_findings
from tasks.rules.deadlines import long_date, period
from tasks.rules.recount_books import Books, replied

Counting = Callable[[Match[str], Books, Spot], tuple[object, ...]]
"""From a match, the books and the spot in the document to what the groups should say."""

_KINDS = {
    "achieved": StatementKind.ACHIEVED,
    "ongoing": StatementKind.ONGOING,
    "planned for the coming year": StatementKind.PLANNED,
    "request": StatementKind.REQUEST,
    "of no stated kind": None,
}
_ABSENCES = {
    "there is nothing to report": "nothing to report",
    "the information is not shareable": "not shareable",
    "the partner finds the question not applicable": "not applicable",
    "information is announced for later": "later",
    "a reply came without a statement": "no statement",
    "no information was received": "no reply",
    "nothing was asked": "not asked",
}
_SPAN = r"[0-9]{1,2} [A-Z][a-z]+(?: [0-9]{4})? to [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}"
_DAY = r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}"


def claims_in(text: str, spot: Spot, books: Books) -> Iterator[Claim]:
    """Every number of one paragraph that a sentence of the program holds.

    Args:
        text: The paragraph as the document says it.
        spot: Where it stands.
        books: The snapshot, counted.
    """
    for pattern, counting in _SENTENCES:
        for match in pattern.finditer(text):
            counted = counting(match, books, spot)
            said = tuple(part for part in match.groups() if part is not None)
            yield Claim(spot.where, match[0], said, tuple(map(str, counted)))


def without_counted(text: str, snapshot: Snapshot) -> str:
    """The paragraph without what is counted, quoted or a day: what is left holds no number."""
    for pattern, _ in _SENTENCES:
        text = pattern.sub("", text)
    for known in (snapshot.cycle, snapshot.methodology, snapshot.pillar.code, snapshot.pillar.name):
        text = text.replace(known, "")
    return re.sub(rf"“[^”]*”|{_DAY}|[0-9]{{1,2}} [A-Z][a-z]+ to", "", text)


def _mapped(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    needs = books.needs(spot.sub_pillar)
    return len(needs), len({need.member for need in needs})


def _needs(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return (len(books.needs(spot.sub_pillar)),)


def _reported(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    needs = books.needs(spot.sub_pillar)
    return len(books.statements(needs)), books.with_statements(needs)


def _under_filter(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return (len(books.needs(spot.sub_pillar, spot.filter)),)


def _supported(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    reports = [books.support.get(need.key, ()) for need in books.needs(spot.sub_pillar)]
    return sum(len(each) for each in reports), sum(1 for each in reports if each)


def _kind(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    counts = Counter(line.kind for line in books.statements(books.needs(spot.sub_pillar)))
    word = match[2].removesuffix("s") if match[2].startswith("request") else match[2]
    return counts[_KINDS[word]], match[2]


def _absence(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    counts = Counter(books.absence(need) for need in books.needs(spot.sub_pillar))
    return counts[_ABSENCES[match[2]]], match[2]


def _asked(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    snapshot = books.snapshot
    partners = match[2].startswith("partner")
    came, asked = replied(snapshot.partner_situation if partners else snapshot.supporter_situation)
    return asked, match[2], came


def _replied(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    snapshot = books.snapshot
    partners = match[3].startswith("partner")
    sides = snapshot.partner_situation if partners else snapshot.supporter_situation
    return *replied(sides), match[3]


def _deadline(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    """The one deadline of the partners or of the others; several stand in the table."""
    partners = spot.where == "“Partners”"
    snapshot = books.snapshot
    sides = snapshot.partner_situation if partners else snapshot.supporter_situation
    return ("; ".join(sorted({each.deadline for each in sides if each.asked_on})),)


def _asked_of(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    came, asked = replied(books.snapshot.partner_situation)
    return asked, came


def _support(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    named = recount_findings.named_support(books)
    kinds = ("both", "supporter", "partner", "unheard")
    return named.total(), *(named[kind] for kind in kinds)


def _changes(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    found = recount_findings.changes(books)
    kinds = ("advanced", "unchanged", "reopened", "new", "met", "not compared")
    return found.total(), *(found[kind] for kind in kinds)


def _intentions(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return (recount_findings.outcomes(books).total(),)


def _outcome(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return match[1], recount_findings.outcomes(books)[match[1]]


def _period(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return (period(books.snapshot.reporting_from, books.snapshot.reporting_to),)


def _outlook(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return (long_date(books.snapshot.outlook_to),)


def _unnamed(match: Match[str], books: Books, spot: Spot) -> tuple[object, ...]:
    return (sum(line.kind is None for line in books.statements(books.needs())),)


def _sentence(words: str) -> Pattern[str]:
    return re.compile(words.replace("#", "([0-9]+)").replace("DAY", f"({_DAY})"))


_OUTCOMES = "|".join(
    (
        "reported as done",
        "still planned",
        "changed",
        "responses reported on the need",
        "information not shareable",
        "no information received on this item",
    )
)
_SENTENCES: tuple[tuple[Pattern[str], Counting], ...] = (
    (_sentence("# needs? of # partners? (?:is|are) mapped"), _mapped),
    (_sentence("# needs? (?:is|are) mapped"), _needs),
    (_sentence("The partners report # statements? on # needs?"), _reported),
    (_sentence("# statements? (?:was|were) reported on # needs?"), _reported),
    (_sentence(f"# ({'|'.join(_KINDS).replace('request', 'requests?')})(?=[,.]| and )"), _kind),
    (_sentence(f"[Ff]or # needs? ({'|'.join(_ABSENCES)})"), _absence),
    (
        _sentence(
            "# (partner|member)s? (?:was|were) asked for information; information from # "
            "(?:partner|member)s? had been received"
        ),
        _asked,
    ),
    (re.compile(r"The deadline was ([^.]+)\."), _deadline),
    (_sentence("# of # (partner|other member)s? replied"), _replied),
    (_sentence("Information was asked of # partners?; # partners? had replied"), _asked_of),
    (_sentence("# statements? of no stated kind stands? in the totals"), _unnamed),
    (_sentence(f"(?:the period |Period covered: )({_SPAN})"), _period),
    (_sentence("(?:planned |Planned responses: )until DAY"), _outlook),
    (_sentence("Table #"), lambda _, __, spot: (spot.tables + 1,)),
    (_sentence("Figure #"), lambda _, __, spot: (spot.figures + 1,)),
    (_sentence("state of play of # mapped needs? under this filter"), _under_filter),
    (_sentence("lists # reports? of support for # needs?"), _supported),
    (_sentence("by DAY"), lambda _, books, __: (long_date(books.snapshot.as_of),)),
    (
        _sentence("# comments? (?:was|were) received in the consultation"),
        lambda _, books, __: (len(books.snapshot.comments),),
    ),
    (
        _sentence("names # possible overlaps?"),
        lambda _, books, __: (len(books.snapshot.overlaps),),
    ),
    (
        _sentence("Under # filters?, more than one partner"),
        lambda _, books, __: (recount_findings.shared_filters(books),),
    ),
    (
        _sentence("In # cases?, one member reports projects"),
        lambda _, books, __: (recount_findings.shared_supporters(books),),
    ),
    (
        _sentence("In # cases?, several partners state intentions"),
        lambda _, books, __: (recount_findings.shared_quarters(books),),
    ),
    (
        _sentence(
            "In # cases?, support of a single need is named: in # by both sides, in # by the "
            "supporting member only, in # by the partner only; in # the partner"
        ),
        _support,
    ),
    (
        _sentence(
            "# needs? (?:is|are) held against the cycle before, through renaming, splitting and "
            "merging: # advanced, # unchanged, # reopened, # new and # met; # cannot be compared"
        ),
        _changes,
    ),
    (_sentence("# intentions? of the cycle before (?:is|are) held against this one"), _intentions),
    (_sentence(rf"({_OUTCOMES}) \(#\)"), _outcome),
)
