"""Whose workbook this is, written and found again in three places: files are renamed and re-saved.

Besides the reference, the hidden sheet keeps what a reader needs to know its own workbook again:
the needs asked about, the headings, and a fingerprint of every text that stood there when sent.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary import RequestForm
from tasks.edges.workbook.cells import as_written, fingerprint, put, written

PROPERTY = "IISG request reference"
VISIBLE_LABEL = "Request reference"
PLACES = ("property", "hidden sheet", "visible cell")
START, NEEDS, ADDITIONAL = "iisg:start", "iisg:needs:", "iisg:additional"
ADDITIONAL_LINE = "additional#"  # how the hidden keys of its lines begin
LISTS, IDENTITY = "iisg:lists", "iisg:identity"
_TO_A_CELL = 2_500  # fingerprints, far below the longest text a cell holds


class _Property(Protocol):
    name: str | None
    value: object


class _Properties(Protocol):
    """The custom document properties, as far as they are used here."""

    def append(self, prop: StringProperty) -> None: ...

    def __iter__(self) -> Iterator[_Property]: ...


@dataclass(frozen=True, slots=True)
class Passport:
    """What the hidden sheet says; everything is empty in a workbook that is not ours.

    `needs` maps keys to numbers, `headings` column keys to headings.
    """

    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    needs: Mapping[str, str] = field(default_factory=dict[str, str])
    headings: Mapping[str, str] = field(default_factory=dict[str, str])
    ours: frozenset[str] = frozenset()

    def knows(self, text: str) -> bool:
        """Whether this text stood in the workbook when it was sent."""
        return fingerprint(text) in self.ours


def stamp(book: Workbook, sheet: Worksheet, form: RequestForm, headings: Mapping[str, str]) -> None:
    """Write the identity into the document properties and the hidden sheet.

    The visible cell is part of the template. Call it last: all texts are fingerprinted.
    """
    _properties(book).append(StringProperty(name=PROPERTY, value=form.reference))
    facts = {
        "reference": form.reference,
        "kind": form.kind.value,
        "template": form.template_version,
        "cycle": form.cycle,
        "pillar": form.pillar,
    }
    marks = list(dict.fromkeys(fingerprint(text) for text in _texts_of(book, sheet)))
    lines = [
        *(("fact", name, value) for name, value in facts.items()),
        *(("need", need.key, need.number) for need in form.needs),
        *(("heading", key, heading) for key, heading in headings.items()),
        *(
            ("ours", "", " ".join(marks[start : start + _TO_A_CELL]))
            for start in range(0, len(marks), _TO_A_CELL)
        ),
    ]
    for row, line in enumerate(lines, start=2):
        for letter, text in zip("ABC", line, strict=True):
            put(sheet, row, letter, text)


def _texts_of(book: Workbook, passport: Worksheet) -> Iterable[str]:
    for sheet in book.worksheets:
        if sheet is passport or key_of(sheet) == LISTS:
            continue
        for row in sheet.iter_rows(values_only=True):
            yield from (as_written(value) for value in row if value is not None)


def read_passport(book: Workbook) -> Passport:
    """Find the hidden sheet by its key, or by its name should the key be gone."""
    sheet = next((s for s in book.worksheets if key_of(s) == IDENTITY), None)
    if sheet is None:
        sheet = next((s for s in book.worksheets if s.title.casefold() == "identity"), None)
    if sheet is None:
        return Passport()
    said: dict[str, dict[str, str]] = {"fact": {}, "need": {}, "heading": {}}
    ours: set[str] = set()
    for row in sheet.iter_rows(min_row=2, max_col=3, values_only=True):
        kind, name, value = (*map(as_written, row), "", "", "")[:3]
        if kind == "ours":
            ours.update(value.split())
        elif kind in said:
            said[kind][name] = value
    return Passport(said["fact"], said["need"], said["heading"], frozenset(ours))


def key_of(sheet: Worksheet) -> str:
    """Give the key in the hidden first cell of a sheet, or what else stands there."""
    return written(sheet.cell(1, 1))


def identities(book: Workbook, passport: Passport) -> dict[str, str]:
    """Collect the reference from its three places, empty where it is not found."""
    found: dict[str, str] = dict.fromkeys(PLACES, "")
    for entry in _properties(book):
        if entry.name == PROPERTY:
            found["property"] = as_written(entry.value)
    found["hidden sheet"] = passport.facts.get("reference", "")
    found["visible cell"] = next((seen for s in book.worksheets if (seen := _visible(s))), "")
    return found


def _properties(book: Workbook) -> _Properties:
    found: object = getattr(book, "custom_doc_props")  # noqa: B009 # the stubs lack the attribute
    return cast("_Properties", found)


def _visible(sheet: Worksheet) -> str:
    for row in sheet.iter_rows(max_row=40, max_col=12, values_only=True):
        texts = [as_written(value) for value in row]
        if VISIBLE_LABEL in texts:
            return next((text for text in texts[texts.index(VISIBLE_LABEL) + 1 :] if text), "")
    return ""
