"""Numbers in the tables of a report or summary, each beside what was counted (rule R20)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from data.vocabulary import Need, ReplySituation, StatementKind, Table
from data.vocabulary.recounts import Claim
from tasks.rules import recount_findings
from tasks.rules.deadlines import long_date
from tasks.rules.recount_books import Books

_DASH = "– "  # it marks the filters of a sub-pillar in a summary
_ONE_PROJECT = re.compile("one project, reported by ([0-9]+) member")

Reader = Callable[[Table, Books, int | None], Iterator[tuple[str, object, object]]]
"""From a table, the books and the sub-pillar of the chapter to: words, what it says, what is so."""


def claims_of(table: Table, sub_pillar: int | None, books: Books) -> Iterator[Claim]:
    """Every number of one table that a caption of the program stands over.

    Args:
        table: As the document holds it.
        sub_pillar: The sub-pillar of its chapter; None outside the chapters.
        books: The snapshot, counted.
    """
    reader = _reader(table.caption)
    if reader is not None:
        for words, said, counted in reader(table, books, sub_pillar):
            yield Claim(f"table “{table.caption}”", words, (str(said),), (str(counted),))


def _reader(caption: str) -> Reader | None:
    if caption in _BY_CAPTION:
        return _BY_CAPTION[caption]
    for ending, reader in _BY_ENDING.items():
        if caption.endswith(ending):
            return reader
    return None


def _situations(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    snapshot = books.snapshot
    partners = table.caption.startswith("Partners")
    sides = snapshot.partner_situation if partners else snapshot.supporter_situation
    by_name: dict[str, ReplySituation] = {each.member.name: each for each in sides}
    yield "rows", len(table.rows), len(sides)
    for name, asked_on, *_, information in table.rows:
        held = by_name.get(name)
        asked = held.asked_on if held else None
        came = held.received_on if held else None
        yield f"{name}, asked on", asked_on, long_date(asked) if asked else "–"
        words = f"Received on {long_date(came)}." if came else ""
        yield f"{name}, received", information if "Received on" in information else "", words


def _state_of_play(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    name = table.caption.removesuffix(": mapped needs and state of play")
    yield "rows", len(table.rows), len(books.needs(place, name))


def _reported(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    keys = [need.key for need in books.needs(place)]
    yield "rows", len(table.rows), sum(len(books.support.get(key, ())) for key in keys)
    said = Counter(_ONE_PROJECT.findall("\n".join(row[-1] for row in table.rows)))
    marked: Counter[str] = Counter()
    for same in books.snapshot.same_projects:
        members = str(len({who for who, _, _ in same.reports}))
        for key in keys:
            for who, line in books.support.get(key, ()):
                told = ((by, title) for by, title, needs in same.reports if key in needs)
                marked[members] += (who, line.title) in told
    for members in sorted(said | +marked):
        yield f"one project, reported by {members} members", said[members], marked[members]


def _all_needs(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    yield "rows", len(table.rows), len(books.snapshot.needs)
    waiting = {number: list(needs) for number, needs in books.by_number.items()}
    for number, *_, statements, projects in table.rows:
        same = waiting.get(number) or [None]
        need = same.pop(0)
        lines = len(books.lines[need.key]) if need else 0
        reported = len(books.support.get(need.key, ())) if need else 0
        yield f"{number}, statements", statements, lines
        yield f"{number}, projects", projects, reported


def _classes(table: Table, books: Books, place: int | None) -> Iterator[tuple[str, object, object]]:
    counts = Counter(gap.kind.casefold() for gap in books.snapshot.gaps)
    counts["filter without a response in the region"] = recount_findings.silent_filters(books)
    for name, _, _, number in table.rows:
        yield name, number, counts[name.casefold()]


def _gaps(table: Table, books: Books, place: int | None) -> Iterator[tuple[str, object, object]]:
    counts = Counter(gap.kind.casefold() for gap in books.snapshot.gaps)
    said = Counter(row[3].casefold() for row in table.rows)
    for kind in sorted(counts | said):
        yield kind, said[kind], counts[kind]


def _changes(table: Table, books: Books, place: int | None) -> Iterator[tuple[str, object, object]]:
    counts = recount_findings.changes(books)
    for name, _, number in table.rows:
        yield name, number, counts[name.casefold()]


def _changed(table: Table, books: Books, place: int | None) -> Iterator[tuple[str, object, object]]:
    counts = recount_findings.changes(books)
    said = Counter(row[3].casefold() for row in table.rows)
    for kind in ("advanced", "reopened", "new", "met"):
        yield kind, said[kind], counts[kind]


def _outcomes(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    counts = recount_findings.outcomes(books)
    said = Counter(row[3].split("\n", 1)[0].removesuffix(".").casefold() for row in table.rows)
    for outcome in sorted(counts | said):
        yield outcome, said[outcome], counts[outcome]


def _named(table: Table, books: Books, place: int | None) -> Iterator[tuple[str, object, object]]:
    counts = recount_findings.named_support(books)
    said = Counter(row[4] for row in table.rows)
    words = (("Both", "both"), ("Supporting member", "supporter"), ("Partner", "partner"))
    for word, kind in words:
        yield word, said[word], counts[kind]


def _comments(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    """Comments that say the same share a row, with all their numbers."""
    said = sorted(int(number) for row in table.rows for number in row[0].split(", "))
    counted = sorted(comment.number for comment in books.snapshot.comments)
    yield "numbers", said, counted


def _of_filters(
    table: Table, books: Books, place: int | None
) -> Iterator[tuple[str, object, object]]:
    """The table of a summary: a row for each sub-pillar, below it one for each of its filters."""
    chapters = books.snapshot.outline.chapters
    agreed = {each.sub_pillar: each.filters for each in chapters}
    number: int | None = None
    title = ""
    yield "sub-pillars", sum(not row[0].startswith(_DASH) for row in table.rows), len(chapters)
    for words, *said in table.rows:
        name = words.removeprefix(_DASH)
        if name == words:
            number, title = books.sub_pillar_of(name), name
            needs = books.needs(number)
        elif name == "Other" and name not in agreed.get(number or 0, ()):
            known = agreed.get(number or 0, ())
            needs = [need for need in books.needs(number) if need.filter not in known]
        else:
            needs = books.needs(number, name)
        where = title if name == words else f"{title}, {name}"
        for heading, shown, counted in zip(
            table.header[1:], said, _row_of(needs, books), strict=False
        ):
            yield f"{where}, {heading}", shown, counted


def _row_of(needs: list[Need], books: Books) -> tuple[int, ...]:
    kinds = Counter(line.kind for line in books.statements(needs))
    in_order = (
        StatementKind.ACHIEVED,
        StatementKind.ONGOING,
        StatementKind.PLANNED,
        StatementKind.REQUEST,
    )
    return (
        len(needs),
        books.with_statements(needs),
        kinds.total(),
        *(kinds[kind] for kind in in_order),
    )


def _rows(count: Callable[[Books], int]) -> Reader:
    def read(table: Table, books: Books, place: int | None) -> Iterator[tuple[str, object, object]]:
        yield "rows", len(table.rows), count(books)

    return read


_BY_CAPTION: dict[str, Reader] = {
    "All mapped needs of this pillar": _all_needs,
    "Needs and statements by sub-pillar and filter": _of_filters,
    "Classes of gaps": _classes,
    "Mapped needs with a gap": _gaps,
    "Filters without a response in the region": _rows(recount_findings.silent_filters),
    "Possible overlaps that members may wish to discuss": _rows(
        lambda books: len(books.snapshot.overlaps)
    ),
    "Filters under which several partners have needs": _rows(recount_findings.shared_filters),
    "Members that support neighbouring partners under one filter": _rows(
        recount_findings.shared_supporters
    ),
    "Intentions of several partners for one quarter": _rows(recount_findings.shared_quarters),
    "Support of mapped needs as its two sides name it": _named,
    "Changes since the cycle before": _changes,
    "Mapped needs that changed since the cycle before": _changed,
    "Intentions of the cycle before and what this cycle holds": _outcomes,
    "Comments and what became of them": _comments,
}
_BY_ENDING: dict[str, Reader] = {
    ": information asked for and received": _situations,
    ": mapped needs and state of play": _state_of_play,
    ": projects reported by other members": _reported,
}
