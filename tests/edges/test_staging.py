"""A reader sees the old release or the new one, whole, whatever happens to the program."""

import os
import signal
import subprocess
import sys
import textwrap
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors.publication import FolderNotReplaced, NameLeavesTheFolder
from tasks.edges.staging import exchange, matches, put_in_place, step_aside

OLD = {"index.html": b"old", "2024/WBCTi/index.html": b"one summary"}
NEW = {"index.html": b"new", "2025/WBCTi/index.html": b"another", "style.css": b""}


def digests(files: dict[str, bytes]) -> dict[str, str]:
    return {name: sha256(content).hexdigest() for name, content in files.items()}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_first_release_makes_the_folder_and_the_ones_above_it(tmp_path: Path):
    assert put_in_place(tmp_path / "a" / "website", OLD) is True
    assert content(tmp_path / "a" / "website") == OLD


@pytest.mark.parametrize("swap", [None, exchange, step_aside])
def test_a_release_replaces_the_whole_folder_and_leaves_nothing_beside_it(
    tmp_path: Path, swap: None
):
    site = tmp_path / "website"
    put_in_place(site, OLD)
    assert put_in_place(site, NEW, swap) is True
    assert content(site) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["website"]


def test_a_second_run_touches_nothing(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, NEW)
    before = site.stat(), (site / "index.html").stat()
    assert put_in_place(site, NEW) is False
    assert (site.stat(), (site / "index.html").stat()) == before


def test_a_file_changed_by_hand_is_put_right(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, NEW)
    (site / "index.html").write_bytes(b"NEW")
    assert put_in_place(site, NEW) is True
    assert content(site) == NEW


def test_what_a_killed_run_left_is_swept_up_even_when_there_is_nothing_to_do(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, NEW)
    (tmp_path / ".website.staging" / "2025").mkdir(parents=True)
    (tmp_path / ".website.staging" / "2025" / "half.html").write_bytes(b"<ht")
    assert put_in_place(site, NEW) is False
    assert [path.name for path in tmp_path.iterdir()] == ["website"]


def test_a_run_killed_between_two_renames_is_mended_by_the_next(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, OLD)
    site.rename(tmp_path / ".website.retired")
    assert put_in_place(site, OLD) is False
    assert content(site) == OLD


def test_a_run_killed_while_writing_leaves_the_old_release(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, OLD)
    killed_while_writing = textwrap.dedent(
        """
        import os, signal, sys
        from collections.abc import Mapping
        from pathlib import Path
        from tasks.edges.staging import put_in_place

        class Killed(Mapping):
            written = 0
            def __iter__(self): return iter(["1.html", "2.html", "3.html"])
            def __len__(self): return 3
            def __getitem__(self, name):
                Killed.written += 1
                if Killed.written == 5:  # three to compare, the fifth is the second to write
                    os.kill(os.getpid(), signal.SIGKILL)
                return b"new"

        put_in_place(Path(sys.argv[1]), Killed())
        """
    )
    command = [sys.executable, "-c", killed_while_writing, str(site)]
    run = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)  # noqa: S603 - our own program
    assert run.returncode == -signal.SIGKILL
    assert content(site) == OLD
    assert (tmp_path / ".website.staging" / "1.html").exists()
    assert put_in_place(site, NEW) is True
    assert content(site) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["website"]


def test_a_swap_that_fails_half_way_leaves_the_old_release(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, OLD)
    with pytest.raises(OSError, match="nowhere"):
        step_aside(tmp_path / "nowhere", site)
    assert content(site) == OLD


def test_a_reader_looking_all_the_time_never_finds_a_mixture(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, {"a": b"0", "b": b"0"})
    reading = textwrap.dedent(
        """
        import os, sys

        def read(name):
            file = os.open(name, os.O_RDONLY, dir_fd=folder)
            try:
                return os.read(file, 9)
            finally:
                os.close(file)

        print("ready", flush=True)
        while True:
            folder = os.open(sys.argv[1], os.O_RDONLY)
            try:
                a, b = read("a"), read("b")
            except FileNotFoundError:  # the old folder is being swept while we stand in it
                continue
            finally:
                os.close(folder)
            if a != b:
                sys.exit(f"a mixture: {a} and {b}")
            if a == b"40":
                sys.exit(0)
        """
    )
    command = [sys.executable, "-c", reading, str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reader:  # noqa: S603 - our own program
        assert reader.stdout
        assert reader.stderr
        reader.stdout.readline()
        for number in range(1, 41):
            text = str(number).encode()
            put_in_place(site, {"a": text, "b": text}, exchange)
        _, told = reader.communicate(timeout=10)
    assert (reader.returncode, told) == (0, b"")


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path):
    put_in_place(tmp_path / "served", OLD)
    (tmp_path / "website").symlink_to(tmp_path / "served")
    assert put_in_place(tmp_path / "website", NEW) is True
    assert (tmp_path / "website").is_symlink()
    assert content(tmp_path / "served") == NEW


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "a\\b", ""])
def test_no_file_is_written_outside_the_folder(tmp_path: Path, name: str):
    with pytest.raises(NameLeavesTheFolder, match="Secretariat"):
        put_in_place(tmp_path / "website", {name: b""})
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_worth_trying_again(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderNotReplaced, match="MAPPING_HOME"):
        put_in_place(tmp_path / "file" / "website", NEW)


def test_verify_names_every_file_that_is_missing_differs_or_does_not_belong(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, NEW)
    assert matches(site, digests(NEW)) == []
    (site / "index.html").write_bytes(b"other")
    (site / "style.css").unlink()
    (site / "stray.txt").write_bytes(b"")
    assert matches(site, digests(NEW)) == [
        "index.html differs from what was put in place",
        "stray.txt does not belong here",
        "style.css is missing",
    ]


def test_a_folder_that_is_not_there_misses_every_file(tmp_path: Path):
    assert matches(tmp_path / "website", digests({"index.html": b""})) == ["index.html is missing"]


def test_a_link_in_the_place_of_a_file_differs(tmp_path: Path):
    site = tmp_path / "website"
    put_in_place(site, {"index.html": b"new", "copy.html": b"new"})
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(site / "copy.html")
    assert matches(site, digests({"index.html": b"new", "copy.html": b"new"})) == [
        "index.html differs from what was put in place"
    ]


def test_the_files_can_be_read_by_the_web_server(tmp_path: Path):
    mask = os.umask(0o022)
    try:
        put_in_place(tmp_path / "website", NEW)
    finally:
        os.umask(mask)
    assert (tmp_path / "website").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "website" / "index.html").stat().st_mode & 0o777 == 0o644


NAMES = st.from_regex(r"\A[a-zšж*]{1,6}\.[a-z]{1,3}\Z")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.dictionaries(NAMES, st.binary(max_size=9), min_size=1), second=st.data())
def test_whatever_stood_there_the_folder_holds_what_was_put(
    tmp_path: Path, first: dict[str, bytes], second: st.DataObject
):
    files = second.draw(st.dictionaries(NAMES, st.binary(max_size=9), min_size=1))
    put_in_place(tmp_path / "website", first)
    put_in_place(tmp_path / "website", files)
    assert content(tmp_path / "website") == files
    assert put_in_place(tmp_path / "website", files) is False
