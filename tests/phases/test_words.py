"""What the program calls a thing reaches nobody: no name of a kind or a state is printed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.edges.sheets.opening import open_book
from tests.phases.played_year import asked, on_shelf, words_of

# “CommentKind.REMARK”, “<TrackState.CONSULTING: …>”: a class of the program and its member.
NAME_OF_A_MEMBER = re.compile(r"\b(?:[A-Z][a-z]+){1,4}\.[A-Z][A-Z_]{2,}\b")


def files(home: Path, ending: str) -> Iterator[tuple[str, bytes]]:
    """The files of the shelf under their names."""
    for name, sha256 in asked(home, "SELECT name, sha256 FROM shelf_file"):
        if str(name).endswith(ending):
            yield str(name), on_shelf(home, str(sha256)).read_bytes()


def cells_of(content: bytes) -> str:
    book = open_book(content)
    return "\n".join(cell.text for sheet in book.sheets for row in sheet.cells() for cell in row)


def told(home: Path, where: str) -> Iterator[tuple[str, str]]:
    """Everything a person may read there, with the name of its file."""
    if where == "letters":
        for path in sorted((home / "outbox").rglob("*.eml")):
            yield path.name, path.read_text(encoding="ascii").replace("=\n", "")
    elif where == "pages":
        for folder in ("website", "members"):
            for path in sorted((home / folder).rglob("*.html")):
                yield path.name, path.read_text(encoding="utf-8")
    else:
        read = words_of if where == ".docx" else cells_of
        for name, content in files(home, where):
            yield name, read(content)


@pytest.mark.parametrize("where", ["letters", ".docx", ".xlsx", "pages"])
def test_no_name_of_a_kind_or_a_state_is_printed(rehearsed: Path, where: str):
    seen = 0
    for name, text in told(rehearsed, where):
        seen += 1
        assert NAME_OF_A_MEMBER.findall(text) == [], name
    assert seen > 3


@pytest.mark.parametrize("leak", ["CommentKind.MEETING", "<TrackState.CONSULTING: 'consulting'>"])
def test_such_a_name_would_be_found(leak: str):
    assert NAME_OF_A_MEMBER.search(f"Comment 3 is a {leak}, see there.")
