"""The findings counted a second time, from the snapshot alone (rule R20)."""

from collections import Counter
from collections.abc import Hashable, Iterable

from data.vocabulary import (
    FollowUp,
    LastYear,
    Need,
    NeedStatus,
    ProjectSupport,
    StatementKind,
    SupportLine,
)
from tasks.rules.project_titles import means
from tasks.rules.recount_books import Books
from tasks.rules.transliteration import plain_latin


def shared_filters(books: Books) -> int:
    """Filters under which needs of two or more partners are not met."""
    pairs = {
        (need.sub_pillar, need.filter, need.member)
        for need in books.snapshot.needs
        if need.status is not NeedStatus.MET
    }
    return _shared((number, name) for number, name, _ in pairs)


def shared_supporters(books: Books) -> int:
    """Members that report projects under one filter for two neighbours at least."""
    supported: dict[Hashable, set[str]] = {}
    for need in books.snapshot.needs:
        for reporter, _ in books.support.get(need.key, ()):
            place = (need.sub_pillar, need.filter, reporter)
            supported.setdefault(place, set()).add(need.member)
    return sum(
        any({*pair} <= members for pair in books.snapshot.neighbours)
        for members in supported.values()
    )


def shared_quarters(books: Books) -> int:
    """Quarters for which two or more partners plan something under one filter."""
    first, last = books.snapshot.reporting_to, books.snapshot.outlook_to
    pairs = {
        (need.sub_pillar, need.filter, line.on.year, (line.on.month - 1) // 3, need.member)
        for need in books.snapshot.needs
        for line in books.lines[need.key]
        if line.kind is StatementKind.PLANNED and line.on and first < line.on <= last
    }
    return _shared((number, name, year, quarter) for number, name, year, quarter, _ in pairs)


def _shared(places: Iterable[Hashable]) -> int:
    return sum(number > 1 for number in Counter(places).values())


def silent_filters(books: Books) -> int:
    """Filters on which all of two or more partners replied, and none reports a response."""
    found = 0
    for place in {(need.sub_pillar, need.filter) for need in books.snapshot.needs}:
        needs = [
            need
            for need in books.needs(*place)
            if need.status is not NeedStatus.MET and books.absence(need) != "not applicable"
        ]
        kinds = {line.kind for line in books.statements(needs)} - {StatementKind.REQUEST}
        partners = {need.member for need in needs}
        found += len(partners) > 1 and not kinds and all(books.is_told(need) for need in needs)
    return found


def named_support(books: Books) -> Counter[str]:
    """Supports by who names them: both, supporter, partner, unheard."""
    found: Counter[str] = Counter()
    for need in books.snapshot.needs:
        own = _own_names(books, need)
        heard = books.is_told(need) or books.absence(need) == "not applicable"
        matched: set[str] = set()
        for reporter, line in _projects(books, need):
            givers = {plain_latin(books.names.get(reporter, reporter))}
            givers |= {plain_latin(line.implementer)} - {""}
            meant = {
                project
                for project in own
                if means(project, line.title)
                or any(f" {giver} " in f" {plain_latin(project)} " for giver in givers)
            }
            matched |= meant
            found["both" if meant else "supporter" if heard else "unheard"] += 1
        found["partner"] += len(own - matched)
    return found


def _own_names(books: Books, need: Need) -> set[str]:
    """The projects a partner names, as it first spells each."""
    first: dict[str, str] = {}
    for line in sorted(books.lines[need.key], key=lambda line: line.line):
        if line.with_project_support is ProjectSupport.YES and plain_latin(line.project):
            first.setdefault(plain_latin(line.project), line.project)
    return set(first.values())


def _projects(books: Books, need: Need) -> list[tuple[str, SupportLine]]:
    """The projects reported for a need, each of a member once, as it first stands."""
    reports = books.support.get(need.key, [])
    first: dict[tuple[str, str], tuple[str, SupportLine]] = {}
    for reporter, line in sorted(reports, key=lambda each: (each[1].line, each[1].title)):
        first.setdefault((reporter, plain_latin(line.title)), (reporter, line))
    return list(first.values())


_STEPS = {StatementKind.ACHIEVED: 3, StatementKind.PLANNED: 1, StatementKind.REQUEST: 0}
_STATUSES = [NeedStatus.OPEN, NeedStatus.PARTLY_MET, NeedStatus.MET]


def changes(books: Books, sub_pillar: int | None = None) -> Counter[str]:
    """Needs by their change since the cycle before, under one sub-pillar or all."""
    held = books.snapshot.last_year
    return Counter(_change(books, need, held.get(need.key)) for need in books.needs(sub_pillar))


def _change(books: Books, need: Need, held: LastYear | None) -> str:
    if held is None:
        return "new"
    then = held.status or need.status
    if NeedStatus.MET in (then, need.status) and then is not need.status:
        return "met" if need.status is NeedStatus.MET else "reopened"
    if _STATUSES.index(need.status) > _STATUSES.index(then):
        return "advanced"
    if not (held.answered and books.is_told(need)):
        return "not compared"
    lines = books.lines[need.key]
    step = max((_STEPS.get(line.kind, 2) if line.kind else 2 for line in lines), default=0)
    before = [_STEPS.get(kind, 2) if kind else 2 for kind in held.kinds]
    known = {plain_latin(text) for text in held.reported + held.planned}
    achieved = {plain_latin(line.text) for line in lines if line.kind is StatementKind.ACHIEVED}
    further = step > max([*before, 1 if held.planned else 0]) or bool(achieved - known)
    return "advanced" if further else "unchanged"


def outcomes(books: Books) -> Counter[str]:
    """Items planned in the cycle before, by what this cycle holds on them."""
    told = {(reply.need, reply.item): reply.follow_up for reply in books.snapshot.planned}
    words = {
        FollowUp.DONE: "reported as done",
        FollowUp.STILL_TRUE: "still planned",
        FollowUp.CHANGED: "changed",
    }
    found: Counter[str] = Counter()
    for need in books.snapshot.needs:
        held = books.snapshot.last_year.get(need.key)
        kinds = {line.kind for line in books.lines[need.key]}
        own = kinds - {StatementKind.PLANNED, StatementKind.REQUEST}
        for item in range(1, 1 + len(held.planned if held else ())):
            follow_up = told.get((need.key, item))
            if books.absence(need) == "not shareable":
                found["information not shareable"] += 1
            elif follow_up:
                found[words[follow_up]] += 1
            elif own:
                found["responses reported on the need"] += 1
            else:
                found["no information received on this item"] += 1
    return found
