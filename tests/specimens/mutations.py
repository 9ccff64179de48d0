"""What people and programs do to a filled workbook on its way back, and what must come out.

The mutations themselves stand in the modules `mutations_of_…`, by subject. Each is a function whose
name says what was done; its claim says what a reader must make of it.
"""

import io
import pickle
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tasks.edges.archive import pack, unpack
from tests.specimens.returns import filled

ADDITIONAL = "More to say."
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
Line = tuple[str, int]  # the key of a need and the number of a line
FIRST, SECOND, THIRD = ("n-0001", 1), ("n-0001", 2), ("n-0002", 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """What must come out. Nothing given: the same answers, and nobody is asked anything.

    Attributes:
        differs: Lines of which some fields read differently, by field name.
        states: Needs whose answer reads differently; None where no answer is left.
        gone: Lines a person took out.
        more: Texts of the lines that are new.
        code: A finding that must be there; "assumed-" stands for any assumption.
        unplaced: Texts that must be listed as unplaced: sheet, cell ("" for any) and text.
        kept: Texts that must not be lost, wherever they come out.
        held: The code with which the file must be held.
        identities: What stands in the three places, where not all bear the reference.
        answers: Whether the answers are still there at all.
        additional: Whether the additional information is.
    """

    differs: Mapping[Line, Mapping[str, object]] = field(default_factory=dict)
    states: Mapping[str, str | None] = field(default_factory=dict)
    gone: tuple[Line, ...] = ()
    more: tuple[str, ...] = ()
    code: str = ""
    unplaced: tuple[tuple[str, str, str], ...] = ()
    kept: tuple[str, ...] = ()
    held: str = ""
    identities: Mapping[str, str] = field(default_factory=dict)
    answers: bool = True
    additional: bool = True

    @property
    def outcome(self) -> str:
        """The outcome in a few words, for the table people read."""
        words = "same answers" if self.answers else "texts kept"
        read = {**self.states, **{n: v for told in self.differs.values() for n, v in told.items()}}
        if read or self.gone:
            words += ", but " + ", ".join(f"{name}: {str(v)[:40]!r}" for name, v in read.items())
            words += "the deleted line" * bool(self.gone)
        if self.more:
            words += " and one line more" if len(self.more) == 1 else " and more lines"
        if self.code:
            words += f" + {'an assumption' if self.code == 'assumed-' else self.code}"
        if self.unplaced:
            places = ", ".join(f"{cell or sheet}" for sheet, cell, _ in self.unplaced)
            words += f" + unplaced text ({places})"
        return f"held: {self.held}" if self.held else words


SAME = Claim()


@dataclass(frozen=True, slots=True)
class Mutation:
    """One named change, the file it gives, and the claim about it."""

    name: str
    subject: str
    claim: Claim
    build: Callable[[], bytes]


MUTATIONS: dict[str, Mutation] = {}


def _register(make: Callable[..., object], claim: Claim, build: Callable[[], bytes]) -> None:
    name = make.__name__
    assert name not in MUTATIONS, f"two mutations are called {name}"
    subject = make.__module__.rpartition("mutations_of_")[2]
    MUTATIONS[name] = Mutation(name, subject, claim, build)


def by_hand(claim: Claim = SAME) -> Callable[[Callable[["Paper"], object]], object]:
    """A change a person makes in a spreadsheet program."""

    def decorate(change: Callable[[Paper], object]) -> object:
        def build() -> bytes:
            paper = Paper(_copied())
            change(paper)
            return saved_without_clock(paper.book)

        _register(change, claim, build)
        return change

    return decorate


def saved_without_clock(book: Workbook) -> bytes:
    """Save a workbook so that it has the same bytes on any day."""
    saved = io.BytesIO()
    book.save(saved)
    parts = unpack(saved.getvalue())
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified.*?>)[^<]*", rb"\g<1>2026-03-02T08:00:00Z", core
    )
    return pack(parts)


Parts = dict[str, bytes]


def in_the_file(claim: Claim = SAME) -> Callable[[Callable[[Parts], object]], object]:
    """A change in the parts of the file, as another program writes them."""

    def decorate(change: Callable[[Parts], object]) -> object:
        def build() -> bytes:
            parts = unpack(base())
            change(parts)
            return pack(parts)

        _register(change, claim, build)
        return change

    return decorate


def to_the_bytes(claim: Claim = SAME) -> Callable[[Callable[[bytes], bytes]], object]:
    """A change of the archive as a whole."""

    def decorate(change: Callable[[bytes], bytes]) -> object:
        _register(change, claim, lambda: change(base()))
        return change

    return decorate


@cache
def base() -> bytes:
    """The workbook before anything happened to it: two needs answered, a third left blank.

    Its texts are shared, as Excel saves them; its formulas bear no results.
    """
    book = load_workbook(io.BytesIO(filled(additional=ADDITIONAL)))
    parts = unpack(saved_without_clock(book))
    return pack(with_shared_texts(parts))


@cache
def _opened() -> bytes:
    return pickle.dumps(load_workbook(io.BytesIO(base())))


def _copied() -> Workbook:
    """The base workbook, opened once: a copy of what is open is had ten times sooner."""
    book: Workbook = pickle.loads(_opened())  # noqa: S301 – what was opened a moment ago
    for sheet in book.worksheets:
        for name, make in (("row_dimensions", "_add_row"), ("column_dimensions", "_add_column")):
            kept = getattr(sheet, name)  # a copy forgets whose it is
            kept.worksheet, kept.default_factory = sheet, getattr(sheet, make)
    return book


def with_shared_texts(parts: "Parts") -> "Parts":
    """Move the texts of all cells into the part Excel keeps them in."""
    shared: dict[str, int] = {}

    def move(found: re.Match[str]) -> str:
        return f' t="s"><v>{shared.setdefault(found[1], len(shared))}</v></c>'

    moved = dict(parts)
    for name in sheet_parts(parts):
        inline = r' t="inlineStr"><is>(.*?)</is></c>'
        moved[name] = re.sub(inline, move, parts[name].decode(), flags=re.DOTALL).encode()
    texts = "".join(f"<si>{text}</si>" for text in shared)
    count = f'count="{len(shared)}" uniqueCount="{len(shared)}"'
    part = f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="{MAIN}" {count}>{texts}</sst>'
    kind = f"{OFFICE}/relationships/sharedStrings"
    relation = f'<Relationship Type="{kind}" Target="sharedStrings.xml" Id="rIdS"/>'
    words = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{words}"/>'
    for name, end, more in (
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", relation),
        ("[Content_Types].xml", b"</Types>", override),
    ):
        moved[name] = parts[name].replace(end, more.encode() + end)
    return moved | {"xl/sharedStrings.xml": part.encode()}


@dataclass(frozen=True, slots=True)
class Paper:
    """A workbook under the hands of a person, who finds things by what they are."""

    book: Workbook

    def sheet(self, number: int) -> Worksheet:
        """The sheet of a sub-pillar."""
        return self.keyed(f"iisg:needs:{number}")

    def keyed(self, key: str) -> Worksheet:
        return next(s for s in self.book.worksheets if s.cell(1, 1).value == key)

    @property
    def tables(self) -> list[Worksheet]:
        return [self.sheet(number) for number in (1, 2, 3, 4)]

    @property
    def identity(self) -> Worksheet:
        return self.keyed("iisg:identity")

    def row(self, key: str) -> tuple[Worksheet, int]:
        """Where a row stands, by its hidden key ("n-0001#2")."""
        return next(
            (sheet, row)
            for sheet in self.tables
            for row in range(1, sheet.max_row + 1)
            if sheet.cell(row, 1).value == key
        )

    def cell(self, key: str, column: str) -> Cell:
        """A cell by the key of its row and of its column ("text")."""
        sheet, row = self.row(key)
        found = sheet.cell(row, self.column(sheet, column))
        assert isinstance(found, Cell)
        return found

    def heading_row(self, sheet: Worksheet) -> int:
        return next(r for r in range(1, 40) if sheet.cell(r, 1).value == self._headings()["key"])

    def column(self, sheet: Worksheet, key: str) -> int:
        """The number of a column, by the heading the workbook itself has on record."""
        row, heading = self.heading_row(sheet), self._headings()[key]
        return next(c for c in range(1, 40) if sheet.cell(row, c).value == heading)

    def _headings(self) -> dict[str, str]:
        rows = self.identity.iter_rows(max_col=3, values_only=True)
        return {str(name): str(value) for kind, name, value in rows if kind == "heading"}

    def fact(self, name: str) -> Cell:
        """The cell of the hidden sheet in which a fact stands."""
        for row in self.identity.iter_rows(max_col=3):
            if row[0].value == "fact" and row[1].value == name:
                assert isinstance(row[2], Cell)
                return row[2]
        raise LookupError(name)

    def reference(self) -> Cell:
        """The visible cell that bears the reference."""
        start = self.keyed("iisg:start")
        for row in start.iter_rows():
            for cell in row:
                if cell.value == "2025-WBCTi-XK-response":
                    assert isinstance(cell, Cell)
                    return cell
        raise LookupError("reference")


def loosen(sheet: Worksheet) -> None:
    """Undo all joined cells, as one must before sorting or moving rows and columns."""
    for joined in sorted(map(str, sheet.merged_cells.ranges)):
        sheet.unmerge_cells(joined)


@cache
def where(key: str, column: str) -> tuple[str, str, str]:
    """The sheet, the part and the coordinate of a cell in the base workbook."""
    book = load_workbook(io.BytesIO(base()))
    cell = Paper(book).cell(key, column)
    number = book.worksheets.index(cell.parent) + 1
    return cell.parent.title, f"xl/worksheets/sheet{number}.xml", cell.coordinate


def rewrite(parts: Parts, key: str, column: str, markup: str) -> None:
    """Give a cell other markup: what follows the place, for example ' t="b"><v>1</v></c>'."""
    _, part, coordinate = where(key, column)
    pattern = rb'<c r="' + coordinate.encode() + rb'"((?: s="[0-9]+")?)[^>]*?(?:/>|>.*?</c>)'
    made = rf'<c r="{coordinate}"'.encode() + rb"\1" + markup.encode().replace(b"\\", rb"\\")
    parts[part], found = re.subn(pattern, made, parts[part], flags=re.DOTALL)
    assert found == 1, (key, column, found)


def sheet_parts(parts: Parts) -> list[str]:
    return sorted(name for name in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
