"""The parts of a returned copy, found by what they are to each other and never by their names."""

import posixpath
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.errors.reviews import ReviewUnreadable
from tasks.edges.word.opening import Opened

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_MOST_ELEMENTS = 1_500_000  # in all parts together; a long report holds a tenth
_TEXTS = ("header", "footer", "footnotes", "endnotes")


def is_open_document(content: bytes) -> bool:
    """Whether the bytes begin as an .odt does: its kind stands first and is never packed."""
    return content.startswith(b"PK") and _OPEN_DOCUMENT in content[:200]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the copy: what it is to the document, which of its kind, and its root."""

    kind: str
    number: int
    root: Element


class Copy:
    """A returned copy, opened within limits.

    Raises:
        ReviewUnreadable: it is no whole .docx, or has a password.
    """

    def __init__(self, content: bytes) -> None:
        if content.startswith(_OLD_OFFICE):
            raise ReviewUnreadable(reason=_old_office(content))
        self._left = _MOST_ELEMENTS
        try:
            self._opened = Opened(content)
            self._names = {name.lower(): name for name in self._opened.names("")}
        except DocumentUnreadable as error:
            raise ReviewUnreadable(reason=error.facts["reason"]) from error
        self._package = dict(self._related(""))
        main = self._package.get("officeDocument")
        if not main:
            raise ReviewUnreadable(reason="it holds no document")
        self._main = main[0]
        self._around = dict(self._related(self._main))

    def texts(self) -> Iterator[Part]:
        """The document and what stands around it, in the order in which people read."""
        yield Part("body", 1, self._xml(self._main))
        for kind in _TEXTS:
            for number, name in enumerate(self._around.get(kind, ()), start=1):
                yield Part(kind, number, self._xml(name))

    def one(self, kind: str) -> Element | None:
        """The root of the one part that is this to the document, if there is one."""
        names = self._around.get(kind)
        return self._xml(names[0]) if names else None

    def properties(self) -> Element | None:
        """The root of the file's own properties, which travel inside it."""
        names = self._package.get("custom-properties")
        return self._xml(names[0]) if names else None

    def holds(self, kind: str) -> bool:
        return kind in self._around

    def _related(self, source: str) -> Iterator[tuple[str, list[str]]]:
        """Kinds of relation and the parts they lead to; a part that is not there is left out."""
        folder, name = posixpath.split(source)
        path = self._names.get(posixpath.join(folder, "_rels", f"{name}.rels").lower())
        found: dict[str, list[str]] = {}
        for relation in self._xml(path) if path else ():
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            part = self._names.get(target.lstrip("/").lower())
            if part and relation.get("TargetMode") != "External":
                names = found.setdefault(kind, [])
                if part not in names:
                    names.append(part)
        yield from found.items()

    def _xml(self, name: str) -> Element:
        try:
            root = self._opened.xml(name)
        except DocumentUnreadable as error:
            raise ReviewUnreadable(reason=error.facts["reason"]) from error
        except (struct.error, ValueError, LookupError, OSError) as error:
            raise ReviewUnreadable(reason=f"{name} is damaged") from error
        self._left -= sum(1 for _ in root.iter())
        if self._left < 0:
            raise ReviewUnreadable(reason="it holds more than a document can")
        return root


def _old_office(content: bytes) -> str:
    if _ENCRYPTED in content:
        return "it has a password; remove the password"
    return "it is in the format before 2007 (.doc), or it has a password"
