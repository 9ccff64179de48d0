"""Comments in an .xls, for the child that reads it: the library it uses passes over them.

A compound file holds the stream “Workbook”, a run of records. A comment is three of them: an object
with a number, the text behind it, and a note that names the cell and the number of its object.
"""

import struct
from collections.abc import Iterator
from itertools import pairwise

Note = tuple[int, int, str]  # row, column, text

_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_SECTOR = 0xFFFFFFFA  # this and everything above is no sector
_BOF, _EOF, _SHEET, _OBJECT, _TEXT, _GOES_ON, _NOTE = 0x809, 0x0A, 0x85, 0x5D, 0x1B6, 0x3C, 0x1C
_WIDE = 1


def notes_in(content: bytes) -> list[list[Note]]:
    """Give the comments of each sheet, in the order of the sheets.

    Raises:
        ValueError: the file is built otherwise.
    """
    try:
        stream = _workbook(content)
        places = _places(stream)
        # No sheet reaches into the next one, so that all of them together are read once.
        ends = [*sorted(set(places)), len(stream)]
        found = {one: _of_sheet(stream, one, end) for one, end in pairwise(ends)}
        return [found[place] for place in places]
    except (struct.error, IndexError) as error:
        raise ValueError("no compound file, or a damaged one") from error


def _workbook(content: bytes) -> bytes:
    """Find the stream of the workbook by the directory of the compound file."""
    if not content.startswith(_HEAD):
        raise ValueError("no compound file")
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    first_directory, _, smallest = struct.unpack_from("<III", content, 48)
    table = _table(content, size)
    directory = b"".join(_chain(content, size, table, first_directory))
    for entry in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, entry + 64)[0]
        name = directory[entry : entry + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if name in ("Workbook", "Book"):
            first, total = struct.unpack_from("<II", directory, entry + 116)
            if total < smallest:
                raise ValueError("a workbook too small to hold a form")
            stream = b"".join(_chain(content, size, table, first))[:total]
            if len(stream) < total:
                raise ValueError("a workbook that ends too early")
            return stream
    raise ValueError("no workbook in it")


def _table(content: bytes, size: int) -> list[int]:
    """Say for each sector which one follows it."""
    listed = [*struct.unpack_from("<109I", content, 76)]
    more, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        sectors = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        listed += sectors[:-1]
        more = sectors[-1]
    table: list[int] = []
    for sector in listed:
        if sector < _NO_SECTOR:
            table += struct.unpack_from(f"<{size // 4}I", content, (sector + 1) * size)
        if len(table) > len(content) // size + size:
            raise ValueError("a table of more sectors than the file has")
    return table


def _chain(content: bytes, size: int, table: list[int], sector: int) -> Iterator[bytes]:
    for _ in range(len(table)):  # a chain that bites its tail ends here
        if sector >= _NO_SECTOR:
            return
        yield content[(sector + 1) * size : (sector + 2) * size]
        sector = table[sector]


def _records(stream: bytes, place: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Give the records from a place on to the end of what begins there."""
    depth = 0
    while place + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return


def _places(stream: bytes) -> list[int]:
    return [
        struct.unpack_from("<I", data)[0]
        for kind, data in _records(stream, 0, len(stream))
        if kind == _SHEET
    ]


def _of_sheet(stream: bytes, place: int, end: int) -> list[Note]:
    texts: dict[int, str] = {}
    cells: list[tuple[int, int, int]] = []
    number, left = 0, 0
    for kind, data in _records(stream, place, end):
        if kind == _OBJECT and len(data) >= 8:
            number = struct.unpack_from("<H", data, 6)[0]
        elif kind == _TEXT:
            left = struct.unpack_from("<H", data, 10)[0]
            texts[number] = ""
        elif kind == _GOES_ON and left and data:
            wide = data[0] & _WIDE
            text = data[1:].decode("utf-16-le" if wide else "latin-1", "replace")[:left]
            texts[number] += text
            left -= len(text)
        elif kind == _NOTE:
            row, column, _, owner = struct.unpack_from("<HHHH", data)
            cells.append((row + 1, column + 1, owner))
            left = 0
    return [(row, column, texts[owner]) for row, column, owner in cells if texts.get(owner)]
