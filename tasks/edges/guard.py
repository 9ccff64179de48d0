"""The guard before any parser: what a stranger's Office file must be before a library opens it.

Office files are zip archives, and the libraries that read them trust what the archive says of
itself. Each limit here stands against a file of a few kilobytes that would cost a library minutes
and gigabytes; honest returns stay far below all of them. Standard library only.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

MEGABYTE = 1 << 20
_LARGEST_FILE = 16 * MEGABYTE
_LARGEST_PART = 64 * MEGABYTE
_LARGEST_TOGETHER = 128 * MEGABYTE
_MOST_PARTS = 300
_MOST_CELLS = 200_000
_MOST_ROWS, _MOST_COLUMNS, _LARGEST_GRID = 50_000, 512, 600_000
_MOST_TAGS = 5_000_000
_MOST_PARAGRAPHS = 100_000
_LONGEST_TEXT = MEGABYTE  # of one shared text with its markup; Excel allows 32,767 characters
_LARGEST_TEXT = 256 * MEGABYTE  # of all shared texts, each as often as it is used
_LARGEST_JOINED = 200_000  # cells under merged ranges and links, which openpyxl creates one by one

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_PARTS = {"workbook": "xl/workbook.xml", "document": "word/document.xml"}
_WORDS = {"workbook": "an Excel workbook (.xlsx)", "document": "a Word document (.docx)"}
_HOW = {kind: f"save it as {words}" for kind, words in _WORDS.items()}

_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_ROW = re.compile(rb"<(?:\w+:)?row[ />]")
_PARAGRAPH = re.compile(rb"<w:p[ />]")
_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,4})([0-9]{1,9})[\"']")
_JOINED = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=[\"']([^\"']{1,40})[\"']")
_RANGE = re.compile(rb"\$?([A-Z]{1,4})\$?([0-9]{1,9}):\$?([A-Z]{1,4})\$?([0-9]{1,9})")
_SHARED = re.compile(rb"\bt=[\"']s[\"']")
_LONG_ATTRIBUTE = re.compile(rb"=\"[^\"<>]{262144}|='[^'<>]{262144}")
_BAD_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\x00")


class _Refused(Exception):  # noqa: N818 # named by what happened, as our errors are
    """Carries the sentence to the one place that answers."""


def why_refused(content: bytes, expected: str = "workbook") -> str:
    """Say why a file is not opened, in a sentence for its sender.

    Args:
        content: The bytes as they came.
        expected: "workbook" (.xlsx) or "document" (.docx).

    Returns:
        An empty string when the file may be opened, else one or two sentences.
    """
    try:
        _look(content, expected)
    except _Refused as refused:
        return str(refused)
    return ""


def _look(content: bytes, expected: str) -> None:
    _check_beginning(content, expected)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise _Refused(_damaged()) from error
    with archive:
        members = archive.infolist()
    _check_members(members)
    _check_kind({member.filename for member in members}, expected)
    sheets: list[bytes] = []
    shared, tags = b"", 0
    for member, part in _parts(content, members):
        if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        _check_markup(part)
        tags += part.count(b"<")
        if tags > _MOST_TAGS or len(_PARAGRAPH.findall(part)) > _MOST_PARAGRAPHS:
            raise _Refused(_too_much())
        if member.filename.startswith("xl/worksheets/"):
            sheets.append(part)
        if member.filename.endswith("sharedStrings.xml"):
            shared = part
    _check_grids(sheets)
    _check_texts(sheets, shared)


def _check_beginning(content: bytes, expected: str) -> None:
    if not content:
        raise _Refused("The file is empty. Please attach it again.")
    if len(content) > _LARGEST_FILE:
        raise _Refused(
            f"The file is larger than {_LARGEST_FILE // MEGABYTE} MB. "
            "Please take out pictures and send it again."
        )
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise _Refused("The file has a password. Please remove it and send the file again.")
        raise _Refused(f"The file has the format of Office before 2007. Please {_HOW[expected]}.")
    if not content.startswith(b"PK\x03\x04"):
        raise _Refused(f"The file is {_looks_like(content)}. Please {_HOW[expected]}.")


def _looks_like(content: bytes) -> str:
    beginning = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(b"%pdf"):
        return "a PDF"
    if beginning.startswith((b"<!doctype html", b"<html")) or b"<html" in beginning:
        return "a web page, whatever its name says"
    if beginning.startswith(b"{\\rtf"):
        return "a rich-text file"
    return "no Office file, whatever its name says"


def _check_members(members: Sequence[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(names) > _MOST_PARTS:
        raise _Refused(f"The file has {len(names)} parts, far more than such a file needs.")
    if len({name.casefold() for name in names}) < len(names):
        raise _Refused(_damaged())
    if any(_BAD_NAME.search(name) for name in names):
        raise _Refused("The file names parts outside itself and is not opened.")
    if any(member.flag_bits & 1 for member in members):
        raise _Refused("Parts of the file are encrypted. Please send it without encryption.")
    if any(member.file_size > _LARGEST_PART for member in members) or (
        sum(member.file_size for member in members) > _LARGEST_TOGETHER
    ):
        raise _Refused(_too_much())


def _check_kind(names: set[str], expected: str) -> None:
    if _MAIN_PARTS[expected] in names:
        return
    for kind, part in _MAIN_PARTS.items():
        if part in names:
            raise _Refused(f"The file is {_WORDS[kind]}, and {_WORDS[expected]} was asked for.")
    if "xl/workbook.bin" in names:
        raise _Refused(f"The file is a binary workbook (.xlsb). Please {_HOW[expected]}.")
    if "mimetype" in names and "content.xml" in names:
        raise _Refused(f"The file is in OpenDocument format. Please {_HOW[expected]}.")
    raise _Refused(f"The file is an archive, but not {_WORDS[expected]}. Please {_HOW[expected]}.")


def _parts(
    content: bytes, members: Sequence[zipfile.ZipInfo]
) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Inflate each part, never further than it promised; the promise is checked."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        start = member.header_offset
        header = content[start : start + 30]
        if start < end or len(header) < 30 or not header.startswith(b"PK\x03\x04"):
            raise _Refused(_damaged())
        name, extra = struct.unpack("<HH", header[26:30])
        begin = start + 30 + name + extra
        end = begin + member.compress_size
        part = _inflated(content[begin:end], member)
        if len(part) != member.file_size or zlib.crc32(part) != member.CRC:
            raise _Refused(_damaged())
        yield member, part


def _inflated(raw: bytes, member: zipfile.ZipInfo) -> bytes:
    if member.compress_type == zipfile.ZIP_STORED:
        return raw
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise _Refused(_damaged())
    try:
        return zlib.decompressobj(-15).decompress(raw, member.file_size + 1)
    except zlib.error as error:
        raise _Refused(_damaged()) from error


def _check_markup(part: bytes) -> None:
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in part:
        raise _Refused("A part of the file is written in an unusual encoding and is not opened.")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise _Refused("The file holds definitions no Office program writes and is not opened.")
    if _LONG_ATTRIBUTE.search(part):
        raise _Refused(_too_much())


def _check_grids(sheets: Sequence[bytes]) -> None:
    if sum(len(_CELL.findall(sheet)) for sheet in sheets) > _MOST_CELLS:
        raise _Refused(_too_much())
    for sheet in sheets:
        places = _PLACE.findall(sheet)
        last_row = max((int(row) for _, row in places), default=0)
        last_column = max((_column(letters) for letters, _ in places), default=0)
        far = last_row > _MOST_ROWS or last_column > _MOST_COLUMNS
        if far or last_row * last_column > _LARGEST_GRID or len(_ROW.findall(sheet)) > _MOST_ROWS:
            raise _Refused(
                "A cell stands very far from the others. "
                "Please delete the empty rows and columns around the table and send it again."
            )
        if sum(map(_size, _JOINED.findall(sheet))) > _LARGEST_JOINED:
            raise _Refused("A merged cell or link spans a whole sheet. Please undo that.")


def _check_texts(sheets: Sequence[bytes], shared: bytes) -> None:
    longest = max(map(len, shared.split(b"</si>")), default=0) if shared else 0
    used = sum(len(_SHARED.findall(sheet)) for sheet in sheets)
    if longest > _LONGEST_TEXT or longest * used > _LARGEST_TEXT:
        raise _Refused(_too_much())


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


def _damaged() -> str:
    return "The file is damaged. Please open it, save it under a new name and send it again."


def _too_much() -> str:
    return (
        "The file unpacks to far more than a filled-in form can hold and is not opened. "
        "Please fill in the original form again."
    )
