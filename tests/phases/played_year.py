"""One year played as `mapping rehearse` plays it, with its home put aside at telling moments."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from data import store
from data.settings import settings
from data.vocabulary.post import OpenedLetter
from flows.__main__ import VERBS
from tasks import rehearsal
from tasks.edges import messages
from tasks.edges.word import read_document
from tasks.simulated_answers import members_answer

SEED, CYCLES = 7, 2
# The moment a chapter shows is the one right before the first station whose label begins so.
CHAPTERS = {
    "2025: requests": "agreed",
    "2025: first answers": "asked",
    "2025: to the Board (": "final drafts",
    "2025: minutes (": "with the Board",
    "2025: release (": "adopted",
}
# The second year is played until every partner was asked; the endurance tests play all of it.
THE_END = "2026: first answers"
OUTPUTS = ("outbox", "shelf", "website", "members")


def play(home: Path, aside: Path) -> None:
    """Play the first year, and the second one up to the requests; chapters are put into `aside`."""
    played = {act.name: act for act in (*VERBS, rehearsal.write_minutes, members_answer)}
    codes = rehearsal.move_in.fn(SEED, CYCLES, str(home))
    for station in rehearsal.stations(codes):
        if station.label.startswith(THE_END):
            return
        for beginning, chapter in CHAPTERS.items():
            if station.label.startswith(beginning) and not (aside / chapter).exists():
                copy_home(home, aside / chapter)
        played[station.verb](**station.arguments)


def copy_home(home: Path, to: Path) -> Path:
    """Copy a whole home; the last connection empties SQLite's write-ahead log into its file."""
    store.engine(f"sqlite:///{home / 'mapping.sqlite'}").dispose()
    return Path(shutil.copytree(home, to))


def tree(home: Path, folders: Sequence[str] = OUTPUTS) -> dict[str, str]:
    """Every output file of a home with the SHA-256 of its bytes."""
    return {
        path.relative_to(home).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in folders
        for path in sorted((home / name).rglob("*"))
        if path.is_file()
    }


def dump(home: Path) -> str:
    """Everything the books hold, as one SHA-256."""
    with closing(sqlite3.connect(home / "mapping.sqlite")) as opened:
        return hashlib.sha256("\n".join(opened.iterdump()).encode()).hexdigest()


def asked(home: Path, question: str, *values: object) -> list[tuple[object, ...]]:
    """The rows the books answer a question with."""
    with closing(sqlite3.connect(home / "mapping.sqlite")) as opened:
        return opened.execute(question, values).fetchall()


def change(home: Path, *sentences: str) -> None:
    """Change the books behind the program's back."""
    store.engine(settings().database).dispose()
    with closing(sqlite3.connect(home / "mapping.sqlite")) as opened:
        for sentence in sentences:
            opened.execute(sentence)
        opened.commit()


def letters(home: Path, pattern: str) -> Iterator[tuple[str, OpenedLetter]]:
    """The letters that were sent, by file name."""
    for path in sorted((home / "outbox" / "sent").glob(pattern)):
        yield path.name, messages.open_letter(path.read_bytes())


def on_shelf(home: Path, sha256: str) -> Path:
    """Where a file lies on the shelf."""
    return home / "shelf" / sha256[:2] / sha256


def words_of(content: bytes) -> str:
    """All words of a Word file the program drew, as one text."""
    return str(read_document(content))


def named(rows: Sequence[tuple[object, ...]]) -> Mapping[str, str]:
    """Rows of two columns as a mapping."""
    return {str(name): str(value) for name, value in rows}
