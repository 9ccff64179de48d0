"""Pictures: nothing but the picture may be in them; no text, no camera, no smaller picture."""

import re
import struct

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.seen import Seen

_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURE = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"pHYs", b"sBIT")
)
_WRITTEN = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_SCAN, _END, _REMARK, _JFIF, _EXIF, _ADOBE = 0xDA, 0xD9, 0xFE, 0xE0, 0xE1, 0xEE
_JFIF_SIZE = 14  # without a smaller picture
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # what interrupts the dots of a picture


def look_at_png(seen: Seen, content: bytes) -> None:
    """Look into a .png file, chunk by chunk."""
    if not content.startswith(_PNG):
        seen.leak("the whole file", LeakKind.UNREADABLE)
        return
    at, kind = len(_PNG), b""
    while kind != b"IEND" and at + 12 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        if kind in _WRITTEN:
            seen.leak("words in the picture file", LeakKind.PROPERTY)
            seen.say("words in the picture file", content[at + 8 : at + 8 + size].decode("latin-1"))
        elif kind not in _PICTURE:
            seen.leak("a chunk beside the picture", LeakKind.EXIF)
        at += 12 + size
    if kind != b"IEND" or at != len(content):
        seen.leak("the end of the file", LeakKind.ATTACHMENT)


def look_at_jpeg(seen: Seen, content: bytes) -> None:
    """Look into a .jpg file, segment by segment, those between its scans as well."""
    if not content.startswith(b"\xff\xd8"):
        seen.leak("the whole file", LeakKind.UNREADABLE)
        return
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != _END:
        marker, size = struct.unpack_from(">BH", content, at + 1)
        _segment(seen, marker, content[at + 4 : at + 2 + size])
        at += 2 + size
        if marker == _SCAN:
            found = _MARKER.search(content, at)
            at = found.start() if found else len(content)
    if at != len(content) - 2 or not content.endswith(b"\xff\xd9"):
        seen.leak("the end of the file", LeakKind.ATTACHMENT)


def _segment(seen: Seen, marker: int, content: bytes) -> None:
    if marker == _REMARK:
        seen.leak("a remark in the picture file", LeakKind.REMARK)
        seen.say("a remark in the picture file", content.decode("utf-8", "replace"))
    elif marker == _JFIF and len(content) > _JFIF_SIZE:
        seen.leak("the head of the file", LeakKind.THUMBNAIL)
    elif _EXIF <= marker <= 0xEF and marker != _ADOBE:
        seen.leak("the head of the file", LeakKind.EXIF)
        seen.say("the head of the file", content.decode("latin-1"))
