"""The search: words in any spelling, with filters by partner, pillar, sub-pillar, filter, year."""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields

Fold = Callable[[str], str]
PAGE = 50  # hits on one page
_AROUND = 140  # signs shown before the first word found
_SHOWN = 420  # signs of a text shown in a hit
_WORD = re.compile(r"\w+")
_STROKES = str.maketrans("đĐђЂѓЃќЌǵǴḱḰ", "dDdDgGkKgGkK")
_SOURCES = {
    "needs": "need",
    "responses": "response",
    "support": "support",
    "gaps": "gap",
    "overlaps": "possible overlap",
    "planned": "planned the year before",
    "comments": "comment",
    "narratives": "text of the report",
    "decisions": "decision",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person searches for; an empty field leaves everything in."""

    q: str = ""
    partner: str = ""
    pillar: str = ""
    sub_pillar: str = ""
    filter: str = ""
    year: str = ""

    @property
    def is_blank(self) -> bool:
        return not any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Hit:
    """One row found. `parts` is its text, each piece with whether it is a word that was sought."""

    source: str
    cycle: str
    pillar: str
    need: str
    number: str
    title: str
    member: str
    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        return "".join(part for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: pairs of the value asked for and the words people read."""

    partners: tuple[tuple[str, str], ...]
    pillars: tuple[tuple[str, str], ...]
    sub_pillars: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]


def spellings(text: str, fold: Fold) -> str:
    """The folded words of a text, and once more without strokes and accents of two-letter sounds.

    Đorđe is Djordje by the book and Dorde on many keyboards, Ǵorče is Gjorce and Gorce.
    """
    return " ".join(dict.fromkeys((fold(text), fold(text.translate(_STROKES)))))


def find(
    catalogue: sqlite3.Connection, asked: Asked, fold: Fold, start: int = 0, most: int = PAGE
) -> tuple[int, list[Hit]]:
    """How many rows say it, and one page of them; without words, the needs the filters leave.

    Args:
        catalogue: The catalogue, open for reading.
        asked: Words and filters.
        fold: The folding the catalogue was built with.
        start: How many hits to pass over.
        most: How many to hand back.
    """
    terms = fold(asked.q).split()
    tables = "texts AS t LEFT JOIN needs AS n ON n.report = t.report AND n.key = t.need"
    order = "t.cycle DESC, t.pillar, n.sub_pillar, t.id"
    where, values = _conditions(asked)
    if terms:
        tables = f"search JOIN {tables.replace(' LEFT', ' ON t.id = search.rowid LEFT')}"
        where.insert(0, "search MATCH ?")
        values.insert(0, " ".join(f'"{term}"*' for term in terms))
        order = "bm25(search), t.id"
    else:
        where.append("t.source = 'needs'")
    told = f"FROM {tables} WHERE {' AND '.join(where)}"
    count = catalogue.execute(f"SELECT COUNT(*) {told}", values).fetchone()[0]
    rows = catalogue.execute(
        "SELECT t.source, t.cycle, t.pillar, coalesce(t.need, ''), coalesce(n.number, ''), "
        f"coalesce(n.title, ''), coalesce(n.member, t.member), t.text {told} "
        f"ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, most, start),
    ).fetchall()
    return count, [
        Hit(
            _SOURCES[row[0]],
            row[1],
            row[2],
            row[3],
            row[4],
            row[5],
            row[6],
            _marked(row[7], terms, fold),
        )
        for row in rows
    ]


def choices(catalogue: sqlite3.Connection) -> Choices:
    """Everything the filters can be set to, from what has been released."""

    def pairs(question: str) -> tuple[tuple[str, str], ...]:
        return tuple((str(one), str(two)) for one, two in catalogue.execute(question))

    return Choices(
        pairs("SELECT DISTINCT member, member FROM needs ORDER BY member COLLATE NOCASE"),
        pairs("SELECT pillar, max(pillar_name) FROM reports GROUP BY pillar ORDER BY 2"),
        pairs(
            "SELECT sub_pillar, sub_pillar || '. ' || max(sub_pillar_title) FROM needs "
            "GROUP BY sub_pillar ORDER BY sub_pillar"
        ),
        pairs("SELECT filter, filter FROM needs GROUP BY filter ORDER BY min(sub_pillar), filter"),
        pairs("SELECT DISTINCT cycle, cycle FROM reports ORDER BY cycle DESC"),
    )


def _conditions(asked: Asked) -> tuple[list[str], list[str]]:
    columns = {
        "n.member": asked.partner,
        "t.pillar": asked.pillar,
        "n.sub_pillar": asked.sub_pillar,
        "n.filter": asked.filter,
        "t.cycle": asked.year,
    }
    held = {column: value for column, value in columns.items() if value}
    return [f"{column} = ?" for column in held], list(held.values())


def _marked(text: str, terms: Sequence[str], fold: Fold) -> tuple[tuple[str, bool], ...]:
    """A text cut to what is around the first word found, with every such word marked."""
    found = [w for w in _WORD.finditer(text) if terms and _is_sought(w.group(), terms, fold)]
    start = max(0, found[0].start() - _AROUND) if found else 0
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + _SHOWN)
    return tuple(_pieces(text, start, end, [w.span() for w in found]))


def _pieces(
    text: str, start: int, end: int, found: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, bool]]:
    if start:
        yield "… ", False
    here = start
    for first, last in found:
        if last <= end:
            yield text[here:first], False
            yield text[first:last], True
            here = last
    yield text[here:end] + (" …" if end < len(text) else ""), False


def _is_sought(word: str, terms: Sequence[str], fold: Fold) -> bool:
    plain = spellings(word, fold)
    return any(part.startswith(term) for part in plain.split() for term in terms)
