"""Comments of an .xls: three records in a stream of a compound file, written here byte by byte."""

import contextlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.edges.sheets.old_notes import Note, notes_in

SECTOR = 512
BOF, EOF, SHEET, OBJECT, TEXT, GOES_ON, NOTE = 0x809, 0x0A, 0x85, 0x5D, 0x1B6, 0x3C, 0x1C
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def note(number: int, row: int, column: int, *pieces: tuple[str, bool]) -> bytes:
    """An object, its text in one or more pieces, and the note that leads to it."""
    written = sum(len(text) for text, _ in pieces)
    parts = [
        record(OBJECT, struct.pack("<HHHH", 0x15, 0x12, 0x19, number)),
        record(TEXT, struct.pack("<HH6xHHI", 0, 0, written, 16, 0)),
        *(
            record(GOES_ON, bytes([wide]) + text.encode("utf-16-le" if wide else "latin-1"))
            for text, wide in pieces
        ),
        record(GOES_ON, bytes(16)),  # how the letters look
        record(NOTE, struct.pack("<HHHH", row - 1, column - 1, 0, number) + b"somebody"),
    ]
    return b"".join(parts)


def compound(*sheets: bytes) -> bytes:
    """A file with nothing in it but the workbook."""
    heads = len(sheets) * 8
    begin, places, at = record(BOF, bytes(4)), [], 8 + heads + 4
    for sheet in sheets:
        places.append(at)
        at += 8 + len(sheet) + 4
    listed = b"".join(record(SHEET, struct.pack("<I", place)) for place in places)
    bodies = b"".join(begin + sheet + record(EOF) for sheet in sheets)
    stream = (begin + listed + record(EOF) + bodies).ljust(8 * SECTOR, b"\0")
    sectors = -(-len(stream) // SECTOR)
    table = [TABLE, END, *range(3, 2 + sectors), END]
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
        + struct.pack("<HHHHH6xIIIIIIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0)
        + struct.pack("<109I", 0, *[FREE] * 108)
    )
    name = "Workbook".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2) + bytes(50)
    entry += struct.pack("<II", 2, len(stream)) + bytes(4)
    told = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return head + told + entry.ljust(SECTOR, b"\0") + stream.ljust(sectors * SECTOR, b"\0")


FILE = compound(
    note(1, 9, 7, ("see annex", False)) + note(2, 3, 1, ("Питај ", True), ("Ану", True)),
    b"",
    note(1, 65_536, 256, ("ç" * 9_000, True)),
)
NOTES: list[list[Note]] = [
    [(9, 7, "see annex"), (3, 1, "Питај Ану")],
    [],
    [(65_536, 256, "ç" * 9_000)],
]


def test_every_comment_is_found_with_its_cell_by_sheet():
    assert notes_in(FILE) == NOTES


def test_a_workbook_without_comments_has_none():
    assert notes_in(compound(b"", b"")) == [[], []]


@pytest.mark.parametrize(
    "content", [b"", b"PK", FILE[:100], FILE[:1_500], FILE[:76] + bytes(9_999)]
)
def test_another_file_is_refused_and_not_guessed_at(content: bytes):
    with pytest.raises(ValueError, match=r"compound|workbook|table"):
        notes_in(content)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2_600), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(damage: list[tuple[int, int]]):
    content = bytearray(FILE)
    for place, sign in damage:
        content[place] = sign
    with contextlib.suppress(ValueError):
        found = notes_in(bytes(content))
        assert all(
            row > 0 and column > 0 and text for sheet in found for row, column, text in sheet
        )
