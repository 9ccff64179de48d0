"""Zip archives of strangers, inflated once: never further than promised, the promise checked.

The standard library trusts what an archive says of itself: it would inflate two gigabytes before it
complained of a header that promised a thousand bytes. Here every part is inflated step by step and
watched on the way.

zlib-ng inflates and checks sums in half the time of zlib. Only what comes in is inflated by it:
what goes out is deflated by zlib, whose bytes do not depend on the processor.
"""

# The types zlib-ng ships leave its arguments open, and take its error for an instance.
# pyright: reportUnknownMemberType=false

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import cast

from zlib_ng import zlib_ng

MEGABYTE = 1 << 20
_STEP = 2 * MEGABYTE  # inflated before one looks again
_LARGEST_PART = 64 * MEGABYTE
_LARGEST_TOGETHER = 128 * MEGABYTE
_MOST_PARTS = 300
_LARGEST_DIRECTORY = 256 * 1024  # three hundred long names
_END = b"PK\x05\x06"
_BAD_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\x00")

DAMAGED = "The file is damaged. Please open it, save it under a new name and send it again."
TOO_MUCH = (
    "The file unpacks to far more than a filled-in form can hold and is not opened. "
    "Please fill in the original form again."
)

_IS_DAMAGED = cast("type[Exception]", zlib_ng.error)

Watcher = Callable[[str, bytes], None]


class NotOpened(Exception):  # noqa: N818 – named by what happened, as our errors are
    """Carries the sentence for the sender to the one place that answers."""


def members_of(content: bytes) -> list[zipfile.ZipInfo]:
    """Read the directory of an archive, itself bounded, in the order of the parts.

    Raises:
        NotOpened: the directory is damaged, or it lists what no honest file holds.
    """
    end = content.rfind(_END, max(0, len(content) - 66_000))
    if end < 0 or len(content) < end + 22:
        raise NotOpened(DAMAGED)
    count, size = struct.unpack("<HI", content[end + 10 : end + 16])
    if count > _MOST_PARTS or size > _LARGEST_DIRECTORY:
        raise NotOpened(_too_many(count))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError) as error:
        raise NotOpened(DAMAGED) from error
    _check(members)
    return sorted(members, key=lambda member: member.header_offset)


def _check(members: Sequence[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(names) > _MOST_PARTS:
        raise NotOpened(_too_many(len(names)))
    if len({name.casefold() for name in names}) < len(names):
        raise NotOpened(DAMAGED)
    if any(_BAD_NAME.search(name) for name in names):
        raise NotOpened("The file names parts outside itself and is not opened.")
    if any(member.flag_bits & 1 for member in members):
        raise NotOpened("Parts of the file are encrypted. Please send it without encryption.")
    if any(member.file_size > _LARGEST_PART for member in members) or (
        sum(member.file_size for member in members) > _LARGEST_TOGETHER
    ):
        raise NotOpened(TOO_MUCH)


def _too_many(count: int) -> str:
    return f"The file has {count} parts, far more than such a file needs."


def inflate(
    content: bytes,
    members: Sequence[zipfile.ZipInfo],
    wanted: Callable[[str], bool],
    watch: Watcher,
) -> Iterator[tuple[str, bytes]]:
    """Inflate the wanted parts, one after the other.

    Args:
        content: The archive.
        members: What `members_of` gave for it.
        wanted: Whether a part, by name, is inflated at all.
        watch: Sees the name and each piece as it is inflated, and raises `NotOpened` to stop.

    Yields:
        Each part with its name.

    Raises:
        NotOpened: parts overlap, are damaged, or are not what the directory says of them.
    """
    end = 0
    for member in members:
        start = member.header_offset
        header = content[start : start + 30]
        if start < end or len(header) < 30 or not header.startswith(b"PK\x03\x04"):
            raise NotOpened(DAMAGED)
        name, extra = struct.unpack("<HH", header[26:30])
        begin = start + 30 + name + extra
        end = begin + member.compress_size
        if end > len(content):
            raise NotOpened(DAMAGED)
        if wanted(member.filename):
            yield member.filename, _inflated(content[begin:end], member, watch)


def _inflated(raw: bytes, member: zipfile.ZipInfo, watch: Watcher) -> bytes:
    if member.compress_type == zipfile.ZIP_STORED:
        watch(member.filename, raw)
        part = raw
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        part = _step_by_step(raw, member, watch)
    else:
        raise NotOpened(DAMAGED)
    if len(part) != member.file_size or zlib_ng.crc32(part) != member.CRC:
        raise NotOpened(DAMAGED)
    return part


def _step_by_step(raw: bytes, member: zipfile.ZipInfo, watch: Watcher) -> bytes:
    inflater, pieces, size = zlib_ng.decompressobj(-15), list[bytes](), 0
    waiting = raw
    try:
        while size <= member.file_size and not inflater.eof:
            piece = inflater.decompress(waiting, min(_STEP, member.file_size + 1 - size))
            waiting = inflater.unconsumed_tail
            if not piece and not waiting:
                break
            size += len(piece)
            watch(member.filename, piece)
            pieces.append(piece)
    except _IS_DAMAGED as error:
        raise NotOpened(DAMAGED) from error
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
