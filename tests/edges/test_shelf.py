"""The shelf gives out the very bytes it was given, or says why not."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors.shelf import ShelfFileChanged, ShelfFileMissing
from tasks.edges.shelf import damaged, keep, take

REPORT = b"the final draft"
SHA = hashlib.sha256(REPORT).hexdigest()


def spoil(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"the final draft, edited")


def test_a_file_is_named_by_its_content(tmp_path: Path):
    assert keep(tmp_path, REPORT) == SHA
    assert (tmp_path / SHA[:2] / SHA).read_bytes() == REPORT


def test_a_kept_file_cannot_be_written_by_accident(tmp_path: Path):
    keep(tmp_path, REPORT)
    assert (tmp_path / SHA[:2] / SHA).stat().st_mode & 0o777 == 0o444


def test_the_same_bytes_again_change_nothing(tmp_path: Path):
    keep(tmp_path, REPORT)
    before = (tmp_path / SHA[:2] / SHA).stat()
    assert keep(tmp_path, REPORT) == SHA
    after = (tmp_path / SHA[:2] / SHA).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_else_is_left_on_the_shelf(tmp_path: Path):
    keep(tmp_path, REPORT)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [SHA]


@given(content=st.binary())
def test_what_is_kept_can_be_taken(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    shelf = tmp_path_factory.getbasetemp() / "shelf"
    assert take(shelf, keep(shelf, content)) == content


def test_a_file_never_kept_is_missing(tmp_path: Path):
    with pytest.raises(ShelfFileMissing, match="mapping verify"):
        take(tmp_path, SHA)


def test_a_changed_file_is_not_given_out(tmp_path: Path):
    keep(tmp_path, REPORT)
    spoil(tmp_path / SHA[:2] / SHA)
    with pytest.raises(ShelfFileChanged, match=SHA):
        take(tmp_path, SHA)


def test_a_changed_file_is_not_overwritten_for_it_may_be_evidence(tmp_path: Path):
    keep(tmp_path, REPORT)
    spoil(tmp_path / SHA[:2] / SHA)
    with pytest.raises(ShelfFileChanged):
        keep(tmp_path, REPORT)
    assert (tmp_path / SHA[:2] / SHA).read_bytes() == b"the final draft, edited"


def test_verify_names_each_damaged_file_once(tmp_path: Path):
    sound = keep(tmp_path, b"a sound one")
    changed = keep(tmp_path, REPORT)
    spoil(tmp_path / changed[:2] / changed)
    missing = hashlib.sha256(b"never kept").hexdigest()
    found = damaged(tmp_path, [missing, changed, sound, changed])
    assert [name for name, _ in found] == sorted([changed, missing])
    assert "no longer the file" in dict(found)[changed]
    assert "not on the shelf" in dict(found)[missing]
