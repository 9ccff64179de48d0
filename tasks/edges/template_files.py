"""The templates a version of the Methodology may bring, as files under their place."""

from collections.abc import Mapping
from pathlib import Path

# What a cycle is written with. The sites show many cycles at once and have templates of their own;
# languages are words for people, whatever the version.
PARTS = ("drafts", "letters", "requests")
_LANGUAGES = "languages"
_LEFT_BY_PROGRAMS = ("~$", ".", "Thumbs.db")


def read_templates(folder: Path, parts: tuple[str, ...] = PARTS) -> Mapping[str, bytes]:
    """Every template of a folder by its place in it: “letters/board.txt.j2”.

    Args:
        folder: The folder that holds drafts, letters and requests; it need not exist.
        parts: The folders in it that are looked into; ("",) reads whatever lies there.

    Returns:
        Place to content, in the order of the places. Files that Word or a desktop leaves behind
        while somebody works are no templates.
    """
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in parts
        for path in sorted((folder / part).rglob("*"))
        if path.is_file() and not path.name.startswith(_LEFT_BY_PROGRAMS)
    }


def may_be_brought(name: str) -> bool:
    """Whether a version may bring the template of this place."""
    first, *rest = name.split("/")
    return first in PARTS and _LANGUAGES not in rest
