"""Which file is looked into by whom; names of files are words, too."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from data.vocabulary.leaks import Inspected, LeakKind, PublicText
from tasks.edges.leak_inspection.markup import look_at_feed
from tasks.edges.leak_inspection.office import look_at_office
from tasks.edges.leak_inspection.pages import look_at_page
from tasks.edges.leak_inspection.pictures import look_at_jpeg, look_at_png
from tasks.edges.leak_inspection.portable import look_at_pdf
from tasks.edges.leak_inspection.seen import Seen
from tasks.edges.leak_inspection.style_sheets import look_at_style_sheet

Look = Callable[[Seen, bytes], None]


def inspect(files: Mapping[str, bytes], house: frozenset[str]) -> Inspected:
    """Open every public file and write down its words and all that is no word.

    Args:
        files: Relative path to content.
        house: Names of institutions and of this program, which may stand as an author.

    Returns:
        The words of all files with their places, and what is a leak whatever the words say.
    """
    names = sorted(files)
    all_seen = [_looked_at(name, files[name], house) for name in names]
    return Inspected(
        (*_names(names), *(text for seen in all_seen for text in seen.texts)),
        tuple(dict.fromkeys(leak for seen in all_seen for leak in seen.leaks)),
        tuple(seen.flow for seen in all_seen),
    )


def _names(names: list[str]) -> Iterator[PublicText]:
    """Names are told by their place: a sentence about one must not repeat it."""
    for number, name in enumerate(names, start=1):
        words = unquote(name).replace("/", " ")
        yield PublicText("The site", f"the name of file {number} of {len(names)}", words)


def _looked_at(name: str, content: bytes, house: frozenset[str]) -> Seen:
    seen = Seen(name, house)
    look = _LOOKS.get(PurePosixPath(name).suffix.lower())
    if look is None:
        seen.leak("the whole file", LeakKind.UNREADABLE)
    else:
        look(seen, content)
    return seen


def _look_at_words(seen: Seen, content: bytes) -> None:
    for number, line in enumerate(seen.decoded(content).splitlines(), start=1):
        seen.show(f"line {number}", line)
        if line.lstrip().startswith("#"):
            seen.leak(f"line {number}", LeakKind.REMARK)


_LOOKS: Mapping[str, Look] = {
    ".html": look_at_page,
    ".xml": look_at_feed,
    ".svg": look_at_feed,
    ".css": look_at_style_sheet,
    ".txt": _look_at_words,
    ".docx": look_at_office,
    ".pdf": look_at_pdf,
    ".png": look_at_png,
    ".jpg": look_at_jpeg,
    ".jpeg": look_at_jpeg,
}
