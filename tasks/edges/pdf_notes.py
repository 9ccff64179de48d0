"""The child that reads an annotated PDF: bytes on its input, JSON on its output, within limits.

Started as `python -m tasks.edges.pdf_notes`; nothing else imports it.
"""

import io
import json
import logging
import resource
import sys
from collections.abc import Iterator
from itertools import islice

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject

_MEMORY = 512 << 20
_SECONDS = 20
_MOST_PAGES = 2_000
_MOST_NOTES = 20_000
_MOST_LETTERS = 100_000  # of one note
_QUOTING = 300  # pages of which the marked words are looked up; it is slow
_MARKED = ("/Highlight", "/Underline", "/StrikeOut", "/Squiggly")
_SILENT = ("/Popup", "/Link", "/Widget", "/TrapNet", "/PrinterMark", "/Watermark")
_WRONG = (  # what the library is known to raise on damaged files
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)

Quad = tuple[float, float, float, float]
Line = tuple[float, str]


def main() -> int:
    """Read one file under limits the process cannot raise again; 1 when it cannot be read."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable()
    try:
        told = json.dumps(_notes(PdfReader(io.BytesIO(sys.stdin.buffer.read()))))
    except _WRONG:
        return 1
    sys.stdout.write(told)
    return 0


def _notes(reader: PdfReader) -> dict[str, object]:
    if _is_locked(reader):
        return {"locked": True}
    notes: list[dict[str, object]] = []
    for number, page in enumerate(reader.pages, start=1):
        held = list(islice(_of_page(page), _MOST_NOTES + 1))
        if number > _MOST_PAGES or len(notes) + len(held) > _MOST_NOTES:
            raise ValueError("more than a report can be")
        lines = _lines(page) if number <= _QUOTING and any(quads for _, quads in held) else []
        for note, quads in held:
            notes.append(note | {"page": number, "quoted": _under(lines, quads)})
    return {"locked": False, "notes": notes}


def _is_locked(reader: PdfReader) -> bool:
    """Whether it takes a password, or a cipher that is not at hand, to read the file."""
    try:
        return reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        return True


def _of_page(page: PageObject) -> Iterator[tuple[dict[str, object], list[Quad]]]:
    listed = page.get("/Annots")
    entries = _resolved(listed)
    for entry in entries if isinstance(entries, ArrayObject) else ():
        found = _resolved(entry)
        if not isinstance(found, DictionaryObject):
            continue
        kind = str(_resolved(found.get("/Subtype")))
        if kind in _SILENT:
            continue
        yield (
            {
                "id": _id(entry),
                "answers": _id(found.get("/IRT")) if "/IRT" in found else "",
                "kind": kind.removeprefix("/"),
                "text": _words(found, "/Contents"),
                "author": _words(found, "/T"),
                "date": _words(found, "/M") or _words(found, "/CreationDate"),
                "state": _words(found, "/State"),
                "grouped": str(found.get("/RT", "")) == "/Group",
            },
            list(_quads(found)) if kind in _MARKED else [],
        )


def _resolved(value: object) -> PdfObject | None:
    found = value.get_object() if isinstance(value, PdfObject) else None
    return None if isinstance(found, NullObject) else found


def _id(value: object) -> str:
    return f"{value.idnum} {value.generation}" if isinstance(value, IndirectObject) else ""


def _words(note: DictionaryObject, key: str) -> str:
    value = _resolved(note.get(key))
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value or "")
    return text.replace("\r\n", "\n").replace("\r", "\n")[:_MOST_LETTERS]


def _quads(note: DictionaryObject) -> Iterator[Quad]:
    """The boxes around marked words: left, bottom, right, top."""
    points = _resolved(note.get("/QuadPoints"))
    numbers = (
        [float(str(_resolved(each))) for each in points] if isinstance(points, ArrayObject) else []
    )
    for start in range(0, len(numbers) - 7, 8):
        across, up = numbers[start : start + 8 : 2], numbers[start + 1 : start + 8 : 2]
        yield min(across), min(up), max(across), max(up)


def _lines(page: PageObject) -> list[Line]:
    """Pieces of text with the height of their base line on the page."""
    found: list[Line] = []

    def note(text: str, where: list[float], within: list[float], *_: object) -> None:
        if text.strip():
            found.append((within[1] * where[4] + within[3] * where[5] + within[5], text))

    page.extract_text(visitor_text=note)
    return found


def _under(lines: list[Line], quads: list[Quad]) -> str:
    """The whole lines a marking touches: where a word begins and ends a PDF does not say."""
    touched = [
        text.strip()
        for up, text in lines
        if any(bottom - 1 <= up <= top for _, bottom, _, top in quads)
    ]
    return " ".join(touched)[:_MOST_LETTERS]


if __name__ == "__main__":
    sys.exit(main())
