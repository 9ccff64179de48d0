"""The objects of a PDF one by one: words no page shows, and things no page refers to.

What a program left of an earlier version, a description of a figure, a bookmark, a photograph with
the place where it was taken: all of it is in the file for whoever opens it with a program.
"""

import io
import re
from collections.abc import Iterator
from typing import cast

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.pictures import look_at_jpeg
from tasks.edges.leak_inspection.seen import Seen

_STREAM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)
_REMARK = re.compile(rb"^%(?!PDF-|%EOF)([^\r\n]*)", re.MULTILINE)
_BINARY = re.compile(rb"[\x80-\xff]{3,}\s*")  # the second line says that the file is no text
_PACKED = frozenset({"/EmbeddedFile", "/Filespec"})
_RUNS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"})
_LONGEST_NAME = 24  # signs; longer ones are nobody's keyword


def look_at_objects(seen: Seen, reader: PdfReader, content: bytes) -> None:
    """Look at every object of a file, referred to or not."""
    for remark in _REMARK.findall(_STREAM.sub(b"", content)):
        if not _BINARY.fullmatch(remark):
            seen.leak("between the objects", LeakKind.REMARK)
            seen.say("between the objects", remark.decode("utf-8", "replace"))
    every = {number for numbers in reader.xref.values() for number in numbers}
    every |= set(reader.xref_objStm)
    reached = _reached(reader)
    if any(reader.get_object(number) is not None for number in every - reached):
        seen.leak("objects no page refers to", LeakKind.REVISION)
    for number in sorted(every):
        for part in _parts(reader.get_object(number)):
            _look_at(seen, part)


def _look_at(seen: Seen, part: PdfObject) -> None:
    if isinstance(part, TextStringObject):
        seen.say_once("words beside the pages", str(part))
    elif isinstance(part, ByteStringObject):
        seen.say_once("words beside the pages", bytes(part).decode("latin-1"))
    elif isinstance(part, NameObject) and len(part) > _LONGEST_NAME:
        seen.say_once("names of objects", str(part))
    elif isinstance(part, DictionaryObject):
        _look_at_dictionary(seen, part)


def _look_at_dictionary(seen: Seen, part: DictionaryObject) -> None:
    if part.get("/Type") in _PACKED or "/EF" in part or "/AF" in part:
        seen.leak("the whole file", LeakKind.ATTACHMENT)
    if "/Metadata" in part or "/PieceInfo" in part or part.get("/Type") == "/Metadata":
        seen.leak("the properties", LeakKind.PROPERTY)
    if part.get("/S") in _RUNS or "/JS" in part:
        seen.leak("the whole file", LeakKind.ACTIVE)
    if isinstance(part, StreamObject) and "/DCTDecode" in str(part.get("/Filter", "")):
        look_at_jpeg(seen, _raw(part))


def _raw(stream: StreamObject) -> bytes:
    """The bytes of a photograph as they stand in the file."""
    written = io.BytesIO()
    stream.write_to_stream(written)
    return written.getvalue().partition(b"stream\n")[2].rpartition(b"\nendstream")[0]


def _parts(value: PdfObject | None) -> Iterator[PdfObject]:
    """A value and everything written inside it; what it refers to is an object of its own."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if part is None or isinstance(part, IndirectObject):
            continue
        yield part
        if isinstance(part, DictionaryObject):
            waiting += [part.raw_get(key) for key in part]
            waiting += list(part)
        elif isinstance(part, ArrayObject):
            waiting += cast("list[PdfObject]", part)


def _reached(reader: PdfReader) -> set[int]:
    """The numbers of all objects that the file's beginning leads to."""
    reached: set[int] = set()
    waiting: list[PdfObject | None] = [reader.trailer]
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            if part.idnum not in reached:
                reached.add(part.idnum)
                waiting.append(part.get_object())
        elif isinstance(part, DictionaryObject):
            waiting += [part.raw_get(key) for key in part]
        elif isinstance(part, ArrayObject):
            waiting += cast("list[PdfObject]", part)
    return reached
