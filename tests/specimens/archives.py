"""Archives written byte by byte, so that they can lie: about sizes, places, names, checksums."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

STORED, DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an archive: its data as it lies there, and what the headers say of it.

    `at` places its data where those of another entry lie; None is its own place.
    """

    name: bytes
    raw: bytes
    size: int
    checksum: int
    method: int = DEFLATED
    flags: int = 0
    at: int | None = None


def entry(name: str, part: bytes, level: int = 6) -> Entry:
    """An honest entry."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    raw = packer.compress(part) + packer.flush()
    return Entry(name.encode(), raw, len(part), zlib.crc32(part))


def swollen(name: str, unit: bytes, times: int, begin: bytes = b"", end: bytes = b"") -> Entry:
    """An entry that holds one unit very many times, packed without ever holding it in memory.

    The unit is packed once and its packed form repeated; sizes and checksum are right.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(begin) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    last = packer.compress(end) + packer.flush()
    checksum = zlib.crc32(begin)
    for _ in range(times):
        checksum = zlib.crc32(unit, checksum)
    size = len(begin) + len(unit) * times + len(end)
    return Entry(name.encode(), first + again * times + last, size, zlib.crc32(end, checksum))


def archive(entries: Iterable[Entry]) -> bytes:
    """Write the entries one after the other, and the directory as each entry wants it."""
    body, directory, count = bytearray(), bytearray(), 0
    for one in entries:
        at = len(body) if one.at is None else one.at
        told = struct.pack(
            "<HHHHHIIIHH",
            20,
            one.flags,
            one.method,
            0,
            0x21,
            one.checksum,
            len(one.raw),
            one.size,
            len(one.name),
            0,
        )
        if one.at is None:
            body += b"PK\x03\x04" + told + one.name + one.raw
        directory += b"PK\x01\x02\x14\x00" + told + bytes(10) + struct.pack("<I", at) + one.name
        count += 1
    end = struct.pack(
        "<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), len(body), 0
    )
    return bytes(body + directory) + b"PK\x05\x06" + end
