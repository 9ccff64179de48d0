"""An annotated PDF, read in a process of its own, since a hostile one costs memory and time.

The child takes the file on its input and answers in JSON; it has a limit of both.
"""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TypedDict, cast

from data.errors.reviews import AnnotationsUnreadable
from data.vocabulary.findings import Finding, Severity
from data.vocabulary.remarks import NO_REMARK, Remark, Review
from data.vocabulary.reports import CommentKind

_MOST_BYTES = 16 << 20
_SECONDS = 30
_ROOT = Path(__file__).parents[2]
_CHILD = "tasks.edges.pdf_notes"
_SETTLED = frozenset({"accepted", "cancelled", "completed", "rejected"})
_PROPOSES = frozenset({"Caret", "FreeText"})
# LibreOffice writes a note's day, in one of two orders, and its state behind the author.
_OFFICE_TITLE = re.compile(r"(?P<author>.+?), \d\d/\d\d/\d\d(?:\d\d)?,(?P<resolved> RESOLVED)?")
_NOTHING = Finding(
    "copy-without-remarks",
    Severity.NOTE,
    "Nobody left a note in this PDF.",
    "Ask its sender whether the right file was sent; words written by hand are not read.",
)


class _Note(TypedDict):
    """One annotation as the child tells it."""

    id: str
    answers: str
    kind: str
    text: str
    author: str
    date: str
    state: str
    grouped: bool
    page: int
    quoted: str


class _Told(TypedDict):
    locked: bool
    notes: list[_Note]


def read_annotations(content: bytes) -> Review:
    """Read the notes, marks and replies people left in a PDF of a draft.

    A mark without words (a passage struck out or highlighted) is a remark whose text says which
    mark it is. `quoted` holds the whole lines a mark touches. The state somebody gave a note only
    sets `resolved`. `counted` says how many annotations of each kind the file holds.

    Args:
        content: The bytes of the file.

    Raises:
        DocumentUnreadable: it is no PDF, has a password, or cannot be read within the limits.
    """
    if len(content) > _MOST_BYTES:
        raise AnnotationsUnreadable(reason="it is larger than 16 MB")
    if b"%PDF-" not in content[:1024]:
        raise AnnotationsUnreadable(reason="it is not a PDF")
    told = _told(content)
    if told["locked"]:
        raise AnnotationsUnreadable(reason="it has a password")
    return _review(told["notes"])


def _told(content: bytes) -> _Told:
    try:
        done = subprocess.run(  # noqa: S603 – our own module, started by the same interpreter
            [sys.executable, "-m", _CHILD],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            cwd=_ROOT,
            env={"PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0"},
        )
    except subprocess.TimeoutExpired as error:
        raise AnnotationsUnreadable(reason=f"it was not read within {_SECONDS} seconds") from error
    if done.returncode:
        raise AnnotationsUnreadable(reason="it is damaged, or far larger than a report")
    return cast("_Told", json.loads(done.stdout))


def _review(notes: list[_Note]) -> Review:
    counted: dict[str, int] = {}
    settled: dict[str, bool] = {}
    for note in notes:
        kind = "State" if note["state"] else note["kind"]
        counted[kind] = counted.get(kind, 0) + 1
        if note["state"]:
            settled[note["answers"]] = note["state"].casefold() in _SETTLED
    kept = _joined([note for note in notes if not note["state"]])
    numbers = {note["id"]: number for number, note in enumerate(kept) if note["id"]}
    remarks = tuple([_remark(note, numbers, settled) for note in kept])
    findings = () if remarks else (_NOTHING,)
    ordered = {kind: counted[kind] for kind in sorted(counted)}
    return Review(remarks, {}, findings, ordered | {"remarks": len(remarks)})


def _joined(notes: list[_Note]) -> list[_Note]:
    """A mark that another note holds as its other half gives that one the words it marks.

    To replace words, people strike them out and put others in: two annotations, one remark.
    """
    owners = {note["id"]: note for note in notes if note["id"] and not note["grouped"]}
    kept: list[_Note] = []
    for note in notes:
        owner = owners.get(note["answers"])
        if note["grouped"] and owner and not note["text"].strip():
            owner["quoted"] = owner["quoted"] or note["quoted"]
        else:
            kept.append(note)
    return kept


def _remark(note: _Note, numbers: dict[str, int], settled: dict[str, bool]) -> Remark:
    text = note["text"].strip()
    title = _OFFICE_TITLE.fullmatch(note["author"].strip())
    return Remark(
        kind=CommentKind.ANNOTATION,
        author=title["author"] if title else note["author"].strip(),
        on=_day(note["date"]),
        text=text or f"[{_MARKS.get(note['kind'], note['kind'].lower())}]",
        quoted=note["quoted"],
        proposed=text if note["kind"] in _PROPOSES and not note["answers"] else "",
        anchor="",
        place="",
        file_place=f"page {note['page']}",
        reply_to=numbers.get(note["answers"], NO_REMARK),
        resolved=settled.get(note["id"], False) or bool(title and title["resolved"]),
    )


_MARKS = {
    "Highlight": "highlighted",
    "StrikeOut": "struck out",
    "Underline": "underlined",
    "Squiggly": "underlined",
    "Caret": "something to be put in here",
    "Text": "an empty note",
    "FreeText": "an empty text box",
    "Ink": "drawn by hand",
    "FileAttachment": "a file attached",
}


def _day(stamp: str) -> date | None:
    """The day of a moment as PDF writes it: D:20250301103000+01'00'."""
    digits = stamp.removeprefix("D:")[:8]
    try:
        return date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
    except ValueError:
        return None
