"""A .docx opened within limits: small enough, whole, and without document type tricks."""

import io
import struct
import zipfile
import zlib
from xml.etree import ElementTree

from data.errors.documents import DocumentUnreadable

_MOST_BYTES = 16 << 20
_MOST_PARTS = 2_000
_MOST_IN_PART = 48 << 20
_MOST_TOGETHER = 128 << 20
_MOST_TAGS = 3_000_000  # ten times a long report; more is a bomb of empty paragraphs
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,  # a local header cut short
    EOFError,
    RuntimeError,
    ValueError,  # a name that is no text, a part that claims to begin before the file
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others inflate without a bound


class Opened:
    """The parts of one archive, inflated one by one when asked for."""

    def __init__(self, content: bytes) -> None:
        if len(content) > _MOST_BYTES:
            raise DocumentUnreadable(reason="it is larger than 16 MB")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as error:
            raise DocumentUnreadable(reason="it is not a .docx file") from error
        entries = self._archive.infolist()
        if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _MOST_TOGETHER:
            raise DocumentUnreadable(reason="it unpacks to more than a document can be")
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) < len(entries):
            raise DocumentUnreadable(reason="it holds a part twice")

    def names(self, start: str) -> list[str]:
        """The names of parts that begin with `start`, in order."""
        return sorted(name for name in self._entries if name.startswith(start))

    def xml(self, name: str) -> ElementTree.Element:
        """The root of one part.

        Raises:
            DocumentUnreadable: the part is missing, damaged, too large, or not plain XML.
        """
        content = self._inflated(name)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content:
            raise DocumentUnreadable(reason=f"{name} is not plain XML")
        if content.count(b"<") > _MOST_TAGS:
            raise DocumentUnreadable(reason=f"{name} holds more than a document can")
        try:
            return ElementTree.fromstring(content)  # noqa: S314 – size, tags and entities are checked above
        except (ElementTree.ParseError, LookupError, ValueError) as error:  # an unknown encoding
            raise DocumentUnreadable(reason=f"{name} is not well-formed XML") from error

    def _inflated(self, name: str) -> bytes:
        entry = self._entries.get(name)
        if entry is None:
            raise DocumentUnreadable(reason=f"{name} is missing")
        if entry.file_size > _MOST_IN_PART or entry.compress_type not in _METHODS:
            raise DocumentUnreadable(reason=f"{name} cannot be unpacked safely")
        try:
            with self._archive.open(entry) as part:
                return part.read(_MOST_IN_PART + 1)
        except _DAMAGES as error:
            raise DocumentUnreadable(reason=f"{name} is damaged") from error
