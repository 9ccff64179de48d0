"""Word files, and the workbooks of their figures, as archives: which parts there are at all."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.office_parts import Part
from tasks.edges.leak_inspection.pictures import look_at_jpeg, look_at_png
from tasks.edges.leak_inspection.seen import Seen

_MOST = 64 << 20  # bytes of one part
_FIRST, _LAST, _LAST_SIZE = b"PK\x03\x04", b"PK\x05\x06", 22
_LOOKS = {".png": look_at_png, ".jpg": look_at_jpeg, ".jpeg": look_at_jpeg}
_RUNS = frozenset({".bin", ".js", ".vbs", ".exe", ".dll"})
_TOLD = (  # beginnings of the names of parts, and what each is
    ("docProps/thumbnail", LeakKind.THUMBNAIL),
    ("docProps/custom.xml", LeakKind.PROPERTY),
    ("customXml/", LeakKind.PROPERTY),
    ("word/comments", LeakKind.REMARK),
    ("word/people", LeakKind.AUTHOR),
    ("xl/comments", LeakKind.REMARK),
    ("xl/threadedComments", LeakKind.REMARK),
    ("xl/persons", LeakKind.AUTHOR),
    ("xl/externalLinks", LeakKind.ACTIVE),
    ("xl/revisions", LeakKind.REVISION),
    ("word/afchunk", LeakKind.ATTACHMENT),
)


def look_at_office(seen: Seen, content: bytes) -> None:
    """Look into a .docx file."""
    _look_into(seen, content, "")


def _look_into(seen: Seen, content: bytes, inside: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _around(seen, content, archive, inside)
            # styles first: what they hide, they hide in the other parts
            for entry in sorted(archive.infolist(), key=_styles_first):
                _look_at_part(seen, archive, entry, inside)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError):
        seen.leak(inside or "the whole file", LeakKind.UNREADABLE)


def _styles_first(entry: zipfile.ZipInfo) -> bool:
    return not entry.filename.endswith("/styles.xml")


def _around(seen: Seen, content: bytes, archive: zipfile.ZipFile, inside: str) -> None:
    """What lies before, after and beside the parts."""
    where = f"{inside}the archive"
    end = content.rfind(_LAST)
    if not content.startswith(_FIRST) or end + _LAST_SIZE + len(archive.comment) != len(content):
        seen.leak(where, LeakKind.ATTACHMENT)
    for remark in (archive.comment, *(entry.comment for entry in archive.infolist())):
        if remark:
            seen.leak(where, LeakKind.REMARK)
            seen.say(where, remark.decode("utf-8", "replace"))


def _look_at_part(
    seen: Seen, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, inside: str
) -> None:
    name, where = entry.filename, f"{inside}{entry.filename}"
    for beginning, kind in _TOLD:
        if name.startswith(beginning):
            seen.leak(where, kind)
    seen.say(f"{inside}the name of a part", name.replace("/", " "))
    if entry.file_size > _MOST:
        seen.leak(where, LeakKind.UNREADABLE)
        return
    content = archive.read(entry)
    suffix = PurePosixPath(name).suffix.lower()
    if name.endswith((".xml", ".rels")):
        Part(seen, where).read(content)
    elif suffix in _LOOKS:
        _LOOKS[suffix](seen, content)
    elif suffix == ".xlsx":
        _look_into(seen, content, f"{where}, ")
    elif not name.startswith("docProps/thumbnail"):
        seen.leak(where, LeakKind.ACTIVE if suffix in _RUNS else LeakKind.ATTACHMENT)
