"""A copy made while work goes on is whole; a home comes back from it, or nothing does."""

import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import store
from data.errors.keeping import BackupDamaged, BackupExists, HomeNotEmpty
from data.queries import journal, shelf_files
from data.settings import settings
from data.vocabulary import Draft
from tasks import keeping
from tasks.edges.members_site.accounts import Accounts
from tasks.records import verify_records
from tests.conftest import ROOT
from tests.steps.consultation import newest_draft

AT = datetime(2026, 1, 12, 8, tzinfo=UTC)
# Adds a file to the shelf and an act to the journal, over and over, until its input is closed.
WRITER = """
import sys, threading
from data import clock, store
from data.queries import journal
from tasks import filing

ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
number = 0
while not ended.is_set():
    number += 1
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, b"%d" % number, f"{number}.txt", clock.now())
        journal.append(session, clock.now(), "Writer", "file kept", "2025", {"file": sha256})
    if number == 3:
        print("writing", flush=True)
print(number)
"""


@pytest.fixture
def furnished(sent: Draft, home: Path) -> Path:
    """A home in mid-cycle with an account, its key, and things that are not kept."""
    Accounts(home / "members-accounts.sqlite").add("ana.al", "AL", "secret words", AT)
    for name in ("members-site.secret", "members/2025/a.txt", "website/index.html"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(name, encoding="utf-8")
    (home / "members-site.secret").chmod(0o600)
    for name in ("prefect/log.txt", "members-letters/ana.al password.txt"):
        (home / name).parent.mkdir(parents=True)
        (home / name).write_text(name, encoding="utf-8")
    return home


def kept() -> list[tuple[str, str]]:
    with store.session() as session:
        return shelf_files.all_hashes(session)


def move_out() -> None:
    store.engine(settings().database).dispose()


def test_a_home_comes_back_with_everything_that_is_kept(furnished: Path, tmp_path: Path):
    before, draft = kept(), newest_draft()
    keeping.back_up.fn(str(tmp_path / "aside" / "copy.zip"))
    move_out()
    keeping.restore(str(tmp_path / "aside" / "copy.zip"), tmp_path / "again")
    assert settings().root == tmp_path / "again"
    assert kept() == before
    assert newest_draft() == draft
    assert verify_records.fn("") == []
    again = tmp_path / "again"
    assert [each.name for each in Accounts(again / "members-accounts.sqlite").all()] == ["ana.al"]
    assert (again / "members-site.secret").stat().st_mode & 0o777 == 0o600
    assert (again / "members/2025/a.txt").read_text(encoding="utf-8") == "members/2025/a.txt"
    assert not (again / "prefect").exists()
    assert not (again / "members-letters").exists()


def test_a_copy_made_while_somebody_writes_is_whole(furnished: Path, tmp_path: Path):
    writer = subprocess.Popen(  # noqa: S603 - the writer above
        [sys.executable, "-c", WRITER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "writing\n"
    keeping.back_up.fn(str(tmp_path / "aside" / "copy.zip"))
    written = writer.communicate(timeout=60)[0]
    assert int(written) > 3
    move_out()
    keeping.restore(str(tmp_path / "aside" / "copy.zip"), tmp_path / "again")
    assert verify_records.fn("") == []


def test_a_backup_is_an_act_and_is_never_written_over(furnished: Path, tmp_path: Path):
    keeping.back_up.fn(str(tmp_path / "aside" / "copy.zip"))
    with store.session() as session:
        assert journal.entries(session)[-1].act == "backup made"
    with pytest.raises(BackupExists):
        keeping.back_up.fn(str(tmp_path / "aside" / "copy.zip"))
    assert [path.name for path in (tmp_path / "aside").iterdir()] == ["copy.zip"]


def test_a_home_that_holds_something_is_never_restored_into(furnished: Path, tmp_path: Path):
    keeping.back_up.fn(str(tmp_path / "aside" / "copy.zip"))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "note.txt").touch()
    with pytest.raises(HomeNotEmpty):
        keeping.restore(str(tmp_path / "aside" / "copy.zip"), tmp_path / "full")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["note.txt"]


def test_of_a_damaged_backup_nothing_is_left_behind(furnished: Path, tmp_path: Path):
    copy = tmp_path / "aside" / "copy.zip"
    keeping.back_up.fn(str(copy))
    whole = copy.read_bytes()
    damages = {
        "one byte in the middle": whole[: len(whole) // 2]
        + bytes([whole[len(whole) // 2] ^ 1])
        + whole[len(whole) // 2 + 1 :],
        "cut off": whole[: len(whole) // 2],
        "the last byte gone": whole[:-1],
        "no archive": b"not an archive",
        "empty": b"",
    }
    for content in damages.values():
        copy.write_bytes(content)
        with pytest.raises(BackupDamaged):
            keeping.restore(str(copy), tmp_path / "elsewhere" / "home")
        assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "smuggled.txt"])
def test_a_part_that_is_not_listed_or_leaves_the_home_is_refused(
    furnished: Path, tmp_path: Path, name: str
):
    copy = tmp_path / "aside" / "copy.zip"
    keeping.back_up.fn(str(copy))
    with zipfile.ZipFile(copy, "a") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(BackupDamaged):
        keeping.restore(str(copy), tmp_path / "elsewhere" / "home")
    assert list((tmp_path / "elsewhere").iterdir()) == []
