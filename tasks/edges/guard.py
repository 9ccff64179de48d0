"""The guard before any parser: what a stranger's Office file must be before anything opens it.

Office files are zip archives, and the libraries that read them trust what the archive says of
itself. Each limit here stands against a file of a few kilobytes that would cost minutes and
gigabytes; honest returns stay far below all of them.

What is inflated here is inflated once: `look` hands the parts on to whoever reads them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tasks.edges.inflating import (
    MEGABYTE,
    TOO_MUCH,
    NotOpened,
    inflate,
    members_of,
)

_LARGEST_FILE = 16 * MEGABYTE
_MARKUP_ALWAYS = 24 * MEGABYTE  # of all parts that are read, however small the file
_MARKUP_FOR_EACH_BYTE = 12  # and this much more for each byte of the file: text packs to a fifth
_TAGS_ALWAYS = 160_000  # a filled cell has four to six
_TAGS_FOR_EACH_BYTE = 4  # packed: an honest cell bears its own place
_MOST_TAGS = 8_000_000
_SHORTEST_TAG = 4  # bytes: "<a/>"; so much text cannot hold more tags, and is not counted
_MOST_PARAGRAPHS = 100_000
_LONGEST_TEXT = MEGABYTE  # without any markup in it; Excel allows 32,767 characters

# openpyxl makes a cell of every place a sheet mentions, so for it the grid itself is bounded.
_DENSE_ROWS, _DENSE_COLUMNS, _LARGEST_GRID = 50_000, 512, 600_000
_DENSE_CELLS = 200_000
_LARGEST_TEXT = 256 * MEGABYTE  # of all shared texts, each as often as it is used
_LARGEST_JOINED = 200_000  # cells under merged ranges and links

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOK = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_XLSX, _DOCX, _ODS = "xl/workbook.xml", "word/document.xml", "content.xml"
_WORDS = {
    _XLSX: "an Excel workbook (.xlsx)",
    _DOCX: "a Word document (.docx)",
    _ODS: "an OpenDocument spreadsheet (.ods)",
}
_MAIN_PARTS = {"return": (_XLSX, _ODS), "workbook": (_XLSX,), "document": (_DOCX,)}
_READ = re.compile(  # of a return: the parts our own readers look into
    r"xl/(?:workbook|styles|sharedStrings|(?:worksheets|comments|threadedComments|drawings)/[^/]+"
    r"|comments[0-9]*)\.xml|xl/(?:worksheets/)?_rels/[^/]+\.rels|docProps/custom\.xml"
    r"|(?:content|meta|styles)\.xml|META-INF/manifest\.xml",
    re.IGNORECASE,
)

_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,4})([0-9]{1,9})[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row[ />]")
_JOINED = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=[\"']([^\"']{1,40})[\"']")
_RANGE = re.compile(rb"\$?([A-Z]{1,4})\$?([0-9]{1,9}):\$?([A-Z]{1,4})\$?([0-9]{1,9})")
_SHARED = re.compile(rb"\bt=[\"']s[\"']")
_LONG_ATTRIBUTE = re.compile(rb"=\"[^\"<>]{262144}|='[^'<>]{262144}")


@dataclass(frozen=True, slots=True)
class Looked:
    """What the guard saw: why the file is not opened, or its parts, inflated.

    `parts` is empty for a file that is no archive (.xls), and for one that is refused.
    """

    why_refused: str
    parts: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


def why_refused(content: bytes, expected: str = "return") -> str:
    """Say why a file is not opened, in a sentence for its sender.

    Args:
        content: The bytes as they came.
        expected: "return" (a workbook our own readers read: .xlsx, .ods, .xls), "workbook" (.xlsx
            for openpyxl) or "document" (.docx).

    Returns:
        An empty string when the file may be opened, else one or two sentences.
    """
    if expected == "return":
        return look(content).why_refused
    return _looked(content, expected).why_refused  # those who ask read the file themselves


@lru_cache(maxsize=1)
def look(content: bytes) -> Looked:
    """Look at a return and keep what was inflated, until `forget` or the next file.

    The reader that comes after the guard asks again and is handed the same parts.
    """
    return _looked(content, "return")


def _looked(content: bytes, expected: str) -> Looked:
    try:
        return Looked("", _look(content, expected))
    except NotOpened as refused:
        return Looked(str(refused))


def forget() -> None:
    """Let go of the parts of the last file."""
    look.cache_clear()


def _look(content: bytes, expected: str) -> dict[str, bytes]:
    if _is_old_workbook(content, expected):
        return {}
    members = members_of(content)
    names = {member.filename for member in members}
    _check_kind(names, expected)
    wanted = _is_read if expected == "return" else _any
    promised = sum(each.file_size for each in members if wanted(each.filename))
    watch = _Watch(len(content), promised)
    parts = dict(inflate(content, members, wanted, watch.piece))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise NotOpened("The file has a password. Please remove it and send the file again.")
    for name, part in parts.items():
        if _is_markup(name):
            _check_markup(part)
    if expected != "return":
        _check_dense(parts)
    return parts


def _any(_: str) -> bool:
    return True


def _is_read(name: str) -> bool:
    return _READ.fullmatch(name) is not None


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _is_old_workbook(content: bytes, expected: str) -> bool:
    """Check how the file begins; only a return may be of the format before 2007."""
    if not content:
        raise NotOpened("The file is empty. Please attach it again.")
    if len(content) > _LARGEST_FILE:
        raise NotOpened(
            f"The file is larger than {_LARGEST_FILE // MEGABYTE} MB. "
            "Please take out pictures and send it again."
        )
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise NotOpened("The file has a password. Please remove it and send the file again.")
        if expected == "return" and any(stream in content for stream in _OLD_WORKBOOK):
            return True
        raise NotOpened(f"The file has the format of Office before 2007. Please {_how(expected)}.")
    if not content.startswith(b"PK\x03\x04"):
        raise NotOpened(f"The file is {_looks_like(content)}. Please {_how(expected)}.")
    return False


def _looks_like(content: bytes) -> str:
    beginning = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(b"%pdf"):
        return "a PDF"
    if beginning.startswith((b"<!doctype html", b"<html")) or b"<html" in beginning:
        return "a web page, whatever its name says"
    if beginning.startswith(b"{\\rtf"):
        return "a rich-text file"
    return "no Office file, whatever its name says"


def _how(expected: str) -> str:
    return f"save it as {_WORDS[_MAIN_PARTS[expected][0]]}"


def _check_kind(names: set[str], expected: str) -> None:
    if any(part in names and _is(part, names) for part in _MAIN_PARTS[expected]):
        return
    asked = _WORDS[_MAIN_PARTS[expected][0]]
    if _ODS in names and "mimetype" in names:
        raise NotOpened(f"The file is in OpenDocument format. Please {_how(expected)}.")
    for part, words in _WORDS.items():
        if part in names and part != _ODS:
            raise NotOpened(f"The file is {words}, and {asked} was asked for.")
    if "xl/workbook.bin" in names:
        raise NotOpened(f"The file is a binary workbook (.xlsb). Please {_how(expected)}.")
    raise NotOpened(f"The file is an archive, but not {asked}. Please {_how(expected)}.")


def _is(part: str, names: set[str]) -> bool:
    return part != _ODS or "mimetype" in names


class _Watch:
    """Counts while a file is inflated, so that a bomb is met when it begins to go off.

    Args:
        packed: The bytes of the file.
        promised: The bytes of its parts together; none of them is inflated any further.
    """

    def __init__(self, packed: int, promised: int) -> None:
        self.markup = _MARKUP_ALWAYS + _MARKUP_FOR_EACH_BYTE * packed
        self.tags = min(_MOST_TAGS, _TAGS_ALWAYS + _TAGS_FOR_EACH_BYTE * packed)
        self.may_hold_too_many = promised > _SHORTEST_TAG * self.tags
        self.paragraphs = _MOST_PARAGRAPHS

    def piece(self, name: str, piece: bytes) -> None:
        if not _is_markup(name):
            return
        self.markup -= len(piece)
        if self.may_hold_too_many:
            self.tags -= piece.count(b"<")
        if name.startswith("word/"):
            self.paragraphs -= piece.count(b"<w:p>") + piece.count(b"<w:p ") + piece.count(b"<w:p/")
        if min(self.markup, self.tags, self.paragraphs) < 0:
            raise NotOpened(TOO_MUCH)
        if len(piece) > _LONGEST_TEXT and _has_long_text(piece):
            raise NotOpened(TOO_MUCH)


def _has_long_text(piece: bytes) -> bool:
    """Whether a megabyte stands in a piece without a tag in it."""
    begin = 0
    while len(piece) - begin > _LONGEST_TEXT:
        last = piece.rfind(b"<", begin, begin + _LONGEST_TEXT + 1)
        if last < 0:
            return True
        begin = last + 1
    return False


def _check_markup(part: bytes) -> None:
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in part:
        raise NotOpened("A part of the file is written in an unusual encoding and is not opened.")
    if b"!" in part and (b"<!DOCTYPE" in part or b"<!ENTITY" in part):  # one letter is found fast
        raise NotOpened("The file holds definitions no Office program writes and is not opened.")


def _check_dense(parts: Mapping[str, bytes]) -> None:
    """Bound what a library would make of the parts that makes cells of whole ranges."""
    if any(_LONG_ATTRIBUTE.search(part) for name, part in parts.items() if _is_markup(name)):
        raise NotOpened(TOO_MUCH)
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/")]
    _check_grids(sheets)
    shared = next((p for name, p in parts.items() if name.endswith("sharedStrings.xml")), b"")
    longest = max(map(len, shared.split(b"</si>")), default=0) if shared else 0
    used = sum(len(_SHARED.findall(sheet)) for sheet in sheets)
    if longest > _LONGEST_TEXT or longest * used > _LARGEST_TEXT:
        raise NotOpened(TOO_MUCH)


def _check_grids(sheets: Sequence[bytes]) -> None:
    if sum(len(_CELL.findall(sheet)) for sheet in sheets) > _DENSE_CELLS:
        raise NotOpened(TOO_MUCH)
    for sheet in sheets:
        places = _PLACE.findall(sheet)
        last_row = max((int(row) for _, row in places), default=0)
        last_column = max((_column(letters) for letters, _ in places), default=0)
        far = last_row > _DENSE_ROWS or last_column > _DENSE_COLUMNS
        if far or last_row * last_column > _LARGEST_GRID or len(_ROW.findall(sheet)) > _DENSE_ROWS:
            raise NotOpened(
                "A cell stands very far from the others. "
                "Please delete the empty rows and columns around the table and send it again."
            )
        if sum(map(_size, _JOINED.findall(sheet))) > _LARGEST_JOINED:
            raise NotOpened("A merged cell or link spans a whole sheet. Please undo that.")


def _size(ref: bytes) -> int:
    found = _RANGE.fullmatch(ref)
    if found is None:
        return 1 if b":" not in ref else _LARGEST_JOINED + 1
    wide = abs(_column(found[3]) - _column(found[1])) + 1
    return wide * (abs(int(found[4]) - int(found[2])) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
