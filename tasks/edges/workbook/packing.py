"""Pack a workbook from parts of which most were packed before: only what changed is deflated.

The standard library cannot copy the compressed bytes of an entry; the format is small enough to be
written here. Same parts, same bytes: no clock, user or platform stands in any entry (rule R7).
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_DAY = 1 << 5 | 1  # 1 January 1980, the earliest day an entry can bear
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_VERSION, _UTF8, _DEFLATED = 20, 0x800, 8


@dataclass(frozen=True, slots=True)
class Packed:
    """One entry of an archive, compressed and ready to be copied."""

    name: bytes
    crc: int
    size: int
    raw: bytes


def deflated(name: str, content: bytes) -> Packed:
    """Compress one part, once for all workbooks that hold it."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    raw = packer.compress(content) + packer.flush()
    return Packed(name.encode(), zlib.crc32(content), len(content), raw)


def archive_of(entries: Iterable[Packed]) -> bytes:
    """Write entries in the given order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        sizes = (entry.crc, len(entry.raw), entry.size, len(entry.name), 0)
        flags = 0 if entry.name.isascii() else _UTF8
        head = _LOCAL.pack(b"PK\3\4", _VERSION, flags, _DEFLATED, 0, _DAY, *sizes)
        pieces += (head, entry.name, entry.raw)
        listed = (b"PK\1\2", _VERSION, _VERSION, flags, _DEFLATED, 0, _DAY)
        directory += (_CENTRAL.pack(*listed, *sizes, 0, 0, 0, 0, offset), entry.name)
        offset += len(head) + len(entry.name) + len(entry.raw)
    listing = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*pieces, listing, end))
