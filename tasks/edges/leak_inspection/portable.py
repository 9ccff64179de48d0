"""PDF files: words page by page, and all a page does not show."""

import io
import re
from collections.abc import Iterator
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.portable_objects import look_at_objects
from tasks.edges.leak_inspection.portable_pen import dictionary, resolved
from tasks.edges.leak_inspection.portable_unseen import words_with_hidden
from tasks.edges.leak_inspection.seen import Seen

_MAKERS = frozenset({"/Author", "/Creator", "/Producer", "/Company", "/Manager"})
_PLAIN = frozenset({"/Title", "/Trapped"})
_DATES = frozenset({"/CreationDate", "/ModDate"})
_ENDS = re.compile(rb"%%EOF")
_RUNS = ("/OpenAction", "/AA")
_WRONG = (  # what the library is known to raise on damaged files
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def look_at_pdf(seen: Seen, content: bytes) -> None:
    """Look into a .pdf file."""
    if not content.startswith(b"%PDF-") or not content.rstrip().endswith(b"%%EOF"):
        seen.leak("the ends of the file", LeakKind.ATTACHMENT)
    if len(_ENDS.findall(content)) > 1:
        seen.leak("the whole file", LeakKind.REVISION)
    try:
        reader = PdfReader(io.BytesIO(content))
        _look_at_properties(seen, reader)
        _look_at_root(seen, reader)
        for number, page in enumerate(reader.pages, start=1):
            _look_at_page(seen, page, f"page {number}")
        look_at_objects(seen, reader, content)
    except _WRONG:
        seen.leak("the whole file", LeakKind.UNREADABLE)


def _look_at_properties(seen: Seen, reader: PdfReader) -> None:
    properties = cast("dict[str, object]", reader.metadata or {})
    for name, value in properties.items():
        where = f"the property {name.lstrip('/')}"
        if name in _MAKERS:
            seen.name(where, str(value))
        elif name not in _PLAIN | _DATES:
            seen.leak("the properties", LeakKind.PROPERTY)
        seen.say("the properties", str(value))


def _look_at_root(seen: Seen, reader: PdfReader) -> None:
    root = dictionary(reader.trailer["/Root"])
    if "/Metadata" in root:
        seen.leak("the properties", LeakKind.PROPERTY)
        seen.say("the properties", _stream(root["/Metadata"]).decode("utf-8", "replace"))
    names = dictionary(root.get("/Names"))
    if "/EmbeddedFiles" in names or "/AF" in root:
        seen.leak("the whole file", LeakKind.ATTACHMENT)
    if "/JavaScript" in names or any(_is_active(root.get(key)) for key in _RUNS):
        seen.leak("the whole file", LeakKind.ACTIVE)
    if "/OCProperties" in root:
        seen.leak("the layers", LeakKind.HIDDEN)
    if "/AcroForm" in root:
        seen.leak("the form fields", LeakKind.HIDDEN)


def _is_active(value: PdfObject | None) -> bool:
    """Whether opening the file does more than show a page."""
    action = dictionary(value)
    return bool(action) and action.get("/S") not in (None, "/GoTo")


def _look_at_page(seen: Seen, page: PageObject, where: str) -> None:
    words, hides = words_with_hidden(page)
    seen.show(where, words)
    if hides:
        seen.leak(where, LeakKind.HIDDEN)
    if "/Thumb" in page:
        seen.leak(where, LeakKind.THUMBNAIL)
    for key in ("/Metadata", "/PieceInfo"):
        if key in page:
            seen.leak(where, LeakKind.PROPERTY)
    for note in _dictionaries(page.get("/Annots")):
        _look_at_note(seen, note, where)


def _look_at_note(seen: Seen, note: DictionaryObject, where: str) -> None:
    kind = note.get("/Subtype")
    if kind == "/FileAttachment":
        seen.leak(where, LeakKind.ATTACHMENT)
    elif kind != "/Link":
        seen.leak(where, LeakKind.REMARK)
    for key in ("/Contents", "/T", "/Subj"):
        seen.say(where, str(note.get(key, "")))
    action = dictionary(note.get("/A"))
    seen.say(where, str(action.get("/URI", "")))
    seen.say(where, str(action.get("/F", "")))
    if action.get("/S") not in (None, "/GoTo", "/URI"):
        seen.leak(where, LeakKind.ACTIVE)


def _dictionaries(value: PdfObject | None) -> Iterator[DictionaryObject]:
    found = resolved(value)
    if isinstance(found, ArrayObject):
        yield from (dictionary(each) for each in cast("list[PdfObject]", found))


def _stream(value: PdfObject) -> bytes:
    found = resolved(value)
    data = getattr(found, "get_data", bytes)
    return bytes(data())
