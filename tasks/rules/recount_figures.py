"""Numbers in the charts and heat maps of a document, beside what was counted (rule R20)."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from data.vocabulary import Chart, Matrix, Need
from data.vocabulary.recounts import Claim
from tasks.rules import recount_findings
from tasks.rules.recount_books import NAMELESS, Books
from tasks.rules.transliteration import plain_latin

_SIGNS = {
    "nothing to report": "0",
    "no reply": "–",
    "later": "–",
    "not shareable": "n.s.",
    "not applicable": "n.a.",
}
_KINDS = {
    "Achieved": "achieved",
    "Ongoing": "ongoing",
    "Planned": "planned",
    "Planned (intentions)": "planned",
    "Requests": "request",
    "No stated kind": "",
}


def claims_of_chart(chart: Chart, books: Books) -> Iterator[Claim]:
    """Every bar of a chart, and the same numbers in its alternative text."""
    count = _counting(chart.caption, books)
    if count is None:
        return
    where = f"chart “{chart.caption}”"
    for name, numbers in chart.series:
        for category, number in zip(chart.categories, numbers, strict=True):
            words = f"{category}, {name}"
            yield Claim(where, words, (str(number),), (str(count(category, name)),))
    said = Counter(re.findall(r"(?<= )[0-9]+(?=[,;.])", _without(chart)))
    shown = Counter(str(number) for _, numbers in chart.series for number in numbers)
    yield Claim(where, "its alternative text", _sorted(said), _sorted(shown))


def _without(chart: Chart) -> str:
    """The description without the names, which may hold numbers of their own."""
    text = chart.description
    for name in sorted((*chart.categories, *(name for name, _ in chart.series)), key=len)[::-1]:
        text = text.replace(name, "").replace(name.lower(), "")
    return text


def _sorted(numbers: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers.elements()))


def _counting(caption: str, books: Books) -> Callable[[str, str], int] | None:
    """How many a bar should show, from its category and series."""

    def of_kind(category: str, name: str) -> int:
        lines = books.statements(books.needs(books.sub_pillar_of(category)))
        return sum((line.kind or "") == _KINDS.get(name) for line in lines)

    def of_change(category: str, name: str) -> int:
        number = books.sub_pillar_of(category)
        return recount_findings.changes(books, number)[name.casefold()]

    def of_support(category: str, name: str) -> int:
        title = caption.removesuffix(": projects reported by filter")
        return _projects(books, books.sub_pillar_of(title), category)

    if caption.startswith("Statements by sub-pillar and kind"):
        return of_kind
    if caption == "Mapped needs by change since the cycle before":
        return of_change
    return of_support if caption.casefold().endswith("projects reported by filter") else None


def _projects(books: Books, sub_pillar: int | None, name: str) -> int:
    needs = books.needs(sub_pillar, "" if name == NAMELESS else name)
    return len(
        {
            (need.sub_pillar, reporter, plain_latin(line.title))
            for need in needs
            for reporter, line in books.support.get(need.key, ())
        }
    )


def claims_of_matrix(matrix: Matrix, books: Books) -> Iterator[Claim]:
    """Every cell of a heat map, and the total in the words beside it."""
    where = f"table “{matrix.caption}”"
    codes = {member.name: member.code for member in books.snapshot.partners}
    title = matrix.caption.removesuffix(": statements by filter and partner")
    total = 0
    for name, cells in matrix.rows:
        for column, said in zip(matrix.columns, cells, strict=True):
            if title != matrix.caption:
                number, named = books.sub_pillar_of(title), "" if name == NAMELESS else name
                needs = books.needs(number, named, codes.get(column, column))
            else:
                needs = books.needs(books.sub_pillar_of(column), None, codes.get(name, name))
            total += len(books.statements(needs))
            yield Claim(where, f"{name}, {column}", (str(said),), (_cell(needs, books),))
    stated = re.findall(r"([0-9]+) statements? in all", matrix.description)
    yield Claim(where, "its alternative text", tuple(stated), (str(total),))


def _cell(needs: Iterable[Need], books: Books) -> str:
    mine = list(needs)
    statements = len(books.statements(mine))
    if statements:
        return str(statements)
    signs = {_SIGNS.get(books.absence(need), "") for need in mine}
    return " / ".join(sign for sign in ("0", "–", "n.s.", "n.a.") if sign in signs)
