"""Whatever lies in the drop folder is read or named, and nothing is ever overwritten."""

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.vocabulary import Attachment, Letter
from data.vocabulary.post import Arrival
from tasks.edges.drop_folder import file_away, opened, waiting
from tasks.edges.guard import why_refused
from tasks.edges.letters import message, message_id

WORKBOOK = b"PK\x03\x04 a workbook"


def saved_message(*names: str, text: str = "Here it is.\n") -> bytes:
    reply = Letter(
        key="reply",
        kind="reply",
        to=("secretariat@iisg.example",),
        copy_to=(),
        subject="RE: state of play",
        text=text,
        html="<p>Here it is.</p>",
        written_at=datetime(2026, 3, 10, 8, 0, tzinfo=UTC),
        attachments=tuple(Attachment(name, WORKBOOK, "application/zip") for name in names),
    )
    return message(reply, "WBCTi contact point <wbcti@al.example>")


def arrivals(inbox: Path) -> list[Arrival]:
    return [arrival for name in waiting(inbox) for arrival in opened(inbox, name)]


def drop(inbox: Path, name: str, content: bytes = WORKBOOK) -> Path:
    inbox.mkdir(exist_ok=True)
    path = inbox / name
    path.write_bytes(content)
    return path


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path):
    assert arrivals(tmp_path / "inbox") == []


def test_files_come_by_name_and_without_a_sender(tmp_path: Path):
    drop(tmp_path, "b.xlsx")
    drop(tmp_path, "Kosovo* final_v3 (2).xlsx")
    drop(tmp_path, "a.xlsx")
    found = arrivals(tmp_path)
    assert [arrival.name for arrival in found] == [
        "Kosovo* final_v3 (2).xlsx",
        "a.xlsx",
        "b.xlsx",
    ]
    assert {arrival.sender for arrival in found} == {""}
    assert {arrival.content for arrival in found} == {WORKBOOK}
    assert [arrival.file for arrival in found] == [arrival.name for arrival in found]


@pytest.mark.parametrize(
    "name",
    ["a.xlsx.part", "a.crdownload", "~$a.xlsx", ".DS_Store", ".~lock.a.xlsx#", "Thumbs.db"],
)
def test_unfinished_and_hidden_files_are_left_alone(tmp_path: Path, name: str):
    drop(tmp_path, name)
    assert arrivals(tmp_path) == []


def test_the_trays_are_not_read_again(tmp_path: Path):
    drop(tmp_path / "read", "a.xlsx")
    drop(tmp_path / "held", "b.xlsx")
    assert arrivals(tmp_path) == []


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    secret = drop(tmp_path, "secret.xlsx")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "link.xlsx").symlink_to(secret)
    assert arrivals(inbox) == []


def test_a_saved_message_gives_its_files_with_the_sender(tmp_path: Path):
    drop(tmp_path, "RE state of play.eml", saved_message("one.xlsx", "Përgjigje.xlsx"))
    found = arrivals(tmp_path)
    assert [(a.name, a.sender, a.file) for a in found] == [
        ("one.xlsx", "wbcti@al.example", "RE state of play.eml"),
        ("Përgjigje.xlsx", "wbcti@al.example", "RE state of play.eml"),
    ]
    assert {a.content for a in found} == {WORKBOOK}
    assert {a.message_id for a in found} == {message_id("reply", "wbcti@al.example")}


def test_a_message_without_a_file_is_named_and_kept_whole(tmp_path: Path):
    content = saved_message()
    drop(tmp_path, "out of office.eml", content)
    (arrival,) = arrivals(tmp_path)
    assert arrival.problem == "“out of office.eml” brought no file; read the message yourself."
    assert arrival.content == content
    assert arrival.sender == "wbcti@al.example"


def test_a_broken_message_is_named(tmp_path: Path):
    nest = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)
    )
    drop(tmp_path, "nest.eml", nest)
    (arrival,) = arrivals(tmp_path)
    assert "no message that can be opened" in arrival.problem


def test_a_file_over_the_limit_is_named_and_not_loaded(tmp_path: Path):
    path = drop(tmp_path, "film.xlsx", b"")
    os.truncate(path, 16 * 1024 * 1024 + 1)
    (arrival,) = arrivals(tmp_path)
    assert arrival.content == b""
    assert arrival.problem == (
        "“film.xlsx” is larger than 16 MB; ask the sender for a smaller file."
    )


def test_an_empty_file_and_a_folder_are_named(tmp_path: Path):
    drop(tmp_path, "a.xlsx", b"")
    (tmp_path / "Albania").mkdir()
    assert [arrival.problem for arrival in arrivals(tmp_path)] == [
        "“Albania” is a folder; lay the files in it here, one by one.",
        "“a.xlsx” is empty; save or copy it again.",
    ]


def test_a_name_is_spelt_in_one_way_and_filed_in_its_own(tmp_path: Path):
    decomposed = "Shqipe\u0308ri.xlsx"
    drop(tmp_path, decomposed)
    (arrival,) = arrivals(tmp_path)
    assert arrival.name == "Shqip\u00ebri.xlsx"
    assert file_away(tmp_path, arrival.file, "read") == tmp_path / "read" / decomposed


def test_a_filed_file_is_in_its_tray_and_waits_no_longer(tmp_path: Path):
    drop(tmp_path, "a.xlsx")
    assert file_away(tmp_path, "a.xlsx", "held") == tmp_path / "held" / "a.xlsx"
    assert arrivals(tmp_path) == []
    assert (tmp_path / "held" / "a.xlsx").read_bytes() == WORKBOOK


def test_a_namesake_is_never_overwritten(tmp_path: Path):
    for content in (b"first", b"second", b"third"):
        drop(tmp_path, "return.v1.xlsx", content)
        file_away(tmp_path, "return.v1.xlsx", "read")
    assert {path.name: path.read_bytes() for path in (tmp_path / "read").iterdir()} == {
        "return.v1.xlsx": b"first",
        "return.v1 (2).xlsx": b"second",
        "return.v1 (3).xlsx": b"third",
    }


def test_a_file_moved_by_a_killed_run_is_found_in_its_tray(tmp_path: Path):
    drop(tmp_path, "a.xlsx")
    moved = file_away(tmp_path, "a.xlsx", "read")
    assert file_away(tmp_path, "a.xlsx", "read") == moved
    assert file_away(tmp_path, "a.xlsx", "held") == moved


def test_a_file_a_person_took_is_nowhere(tmp_path: Path):
    assert file_away(tmp_path, "a.xlsx", "read") is None


def test_a_folder_can_be_held_as_well(tmp_path: Path):
    drop(tmp_path / "Albania", "a.xlsx")
    assert file_away(tmp_path, "Albania", "held") == tmp_path / "held" / "Albania"
    assert (tmp_path / "held" / "Albania" / "a.xlsx").exists()


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path):
    outside = drop(tmp_path, "outside.xlsx")
    (tmp_path / "inbox").mkdir()
    assert file_away(tmp_path / "inbox", "../outside.xlsx", "read") is None
    assert outside.exists()


def zipped(**files: bytes) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"from the ministry/{name}.xlsx", content)
    return stored.getvalue()


def test_an_archive_gives_the_files_in_it_and_is_filed_away_as_one(tmp_path: Path):
    drop(tmp_path, "three parts.zip", zipped(a=b"one", b=b"two"))
    assert [(arrival.name, arrival.content, arrival.file) for arrival in arrivals(tmp_path)] == [
        ("a.xlsx", b"one", "three parts.zip"),
        ("b.xlsx", b"two", "three parts.zip"),
    ]


def test_an_office_file_is_handed_on_whole_whatever_its_name(tmp_path: Path):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    drop(tmp_path, "a.zip", stored.getvalue())
    assert [arrival.content for arrival in arrivals(tmp_path)] == [stored.getvalue()]


def test_an_archive_that_leads_out_of_its_folder_is_handed_on_to_be_refused(tmp_path: Path):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("../../a.xlsx", "text")
    drop(tmp_path, "a.zip", stored.getvalue())
    (arrival,) = arrivals(tmp_path)
    assert "outside itself" in why_refused(arrival.content)


def test_a_bomb_in_an_archive_is_named_and_nothing_of_it_is_kept(tmp_path: Path):
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xlsx", bytes(40 << 20))
    drop(tmp_path, "a.zip", stored.getvalue())
    (arrival,) = arrivals(tmp_path)
    assert "unpacks to far more" in arrival.problem or "larger than 16 MB" in arrival.problem


def test_an_empty_archive_is_named(tmp_path: Path):
    drop(tmp_path, "a.zip", zipped())
    (arrival,) = arrivals(tmp_path)
    assert why_refused(arrival.content) or arrival.problem
