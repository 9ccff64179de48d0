"""The members' database holds what the report says, under the names it says it, and no more."""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.errors.publication import NeedOutsideTheSnapshot, NotTheDecidedBytes
from data.vocabulary.narratives import NarrativeVersion
from data.vocabulary.released_tables import RELEASED_TABLES
from data.vocabulary.reports import Snapshot
from data.vocabulary.responses import AnswerState, FollowUp, NeedReply, PlannedReply
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tasks.edges.members_store import build_release
from tests.edges.one_release import RELEASE

FILES = build_release(RELEASE)


def opened(files: dict[str, bytes], folder: Path) -> sqlite3.Connection:
    path = folder / "2025-WBCTi.sqlite"
    path.write_bytes(files["2025-WBCTi.sqlite"])
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(opened(FILES, tmp_path)) as connection:
        yield connection


def changed(**facts: object) -> dict[str, bytes]:
    snapshot: Snapshot = replace(RELEASE.snapshot, **facts)
    return build_release(replace(RELEASE, snapshot=snapshot))


def test_a_release_is_two_word_files_a_database_and_a_manifest():
    assert list(FILES) == [
        "IISG 2025 WBCTi report.docx",
        "IISG 2025 WBCTi summary.docx",
        "2025-WBCTi.sqlite",
        "manifest.json",
    ]
    assert FILES["IISG 2025 WBCTi report.docx"] == RELEASE.report_docx
    assert FILES["IISG 2025 WBCTi summary.docx"] == RELEASE.summary_docx


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_writes_the_same_bytes(seed: str):
    program = (
        "import hashlib\n"
        "from tasks.edges.members_store import build_release\n"
        "from tests.edges.one_release import RELEASE\n"
        "for name, content in build_release(RELEASE).items():\n"
        "    print(hashlib.sha256(content).hexdigest(), name)\n"
    )
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
        capture_output=True,
        check=True,
    ).stdout.decode()
    expected = [f"{hashlib.sha256(content).hexdigest()} {name}" for name, content in FILES.items()]
    assert told.splitlines() == expected


def test_the_database_is_sound_and_its_references_hold(store: sqlite3.Connection):
    assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert store.execute("PRAGMA foreign_key_check").fetchall() == []
    assert store.execute("PRAGMA user_version").fetchone() == (2,)


def test_every_column_of_every_table_is_explained_in_the_file(store: sqlite3.Connection):
    explained = set(store.execute("SELECT table_name, column_name FROM columns WHERE meaning > ''"))
    for table in RELEASED_TABLES:
        found = {(table.name, row[1]) for row in store.execute(f"PRAGMA table_info({table.name})")}
        assert found | {(table.name, "")} <= explained
    assert len(explained) == sum(1 + len(table.columns) for table in RELEASED_TABLES)


def test_every_reference_has_an_index(store: sqlite3.Connection):
    indexes = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE sql > ''")}
    for table in RELEASED_TABLES:
        for column in table.columns:
            assert not column.refers_to or f"{table.name}_by_{column.name}" in indexes


def test_members_stand_under_their_display_names_in_the_order_of_the_alphabet(
    store: sqlite3.Connection,
):
    names = [name for (name,) in store.execute("SELECT name FROM members ORDER BY rowid")]
    assert names == ["Albania", "European Commission", "Kosovo*", "Serbia", "UNODC"]
    assert store.execute("SELECT member FROM needs WHERE key = 'K-2'").fetchone() == ("Kosovo*",)
    assert store.execute("SELECT member FROM comments").fetchall() == [("European Commission",)]


def test_the_footnote_stands_once_in_the_whole_file(store: sqlite3.Connection):
    assert store.execute("SELECT footnote FROM report").fetchall() == [(KOSOVO_FOOTNOTE,)]
    assert FILES["2025-WBCTi.sqlite"].count(KOSOVO_FOOTNOTE.encode()) == 1


def test_words_of_members_are_untouched(store: sqlite3.Connection):
    words = store.execute("SELECT text FROM responses ORDER BY id").fetchall()
    assert words[0] == ("Ligji për mbrojtjen e infrastrukturës kritike; Kosovo side informed.",)
    assert words[1] == ("Закон о борби против тероризма",)  # noqa: RUF001 - Cyrillic on purpose


def test_texts_are_found_with_and_without_diacritics(store: sqlite3.Connection):
    search = (
        "SELECT texts.source, texts.need FROM search JOIN texts ON texts.id = search.rowid "
        "WHERE search MATCH ? ORDER BY texts.id"
    )
    assert store.execute(search, ("infrastruktures",)).fetchall() == [("responses", "K-1")]
    assert store.execute(search, ("infrastrukturës",)).fetchall() == [("responses", "K-1")]
    assert store.execute(search, ("закон",)).fetchall() == [("responses", "K-3")]
    assert store.execute(search, ("aviation",)).fetchall() == [("comments", None)]


def test_a_statement_on_a_need_called_not_shareable_stays_in_the_house():
    held = (*RELEASE.snapshot.replies[1:], NeedReply("K-1", AnswerState.NOT_SHAREABLE))
    files = changed(replies=held)
    assert b"Ligji" in FILES["2025-WBCTi.sqlite"]
    assert b"Ligji" not in files["2025-WBCTi.sqlite"]


def test_who_was_not_asked_and_who_did_not_reply_are_told_apart(store: sqlite3.Connection):
    situation = store.execute("SELECT member, asked_on, received_on FROM situation").fetchall()
    assert ("Kosovo*", "2026-01-12", None) in situation
    assert ("UNODC", None, None) in situation


def test_money_is_kept_as_it_was_written(store: sqlite3.Connection):
    assert store.execute("SELECT budget, currency FROM support").fetchall() == [
        ("33.303.022,00", "EUR")
    ]


def test_nobody_who_works_on_it_is_named():
    everything = b"".join(FILES.values())
    assert RELEASE.decision.recorded_by.encode() not in everything
    assert b"recorded_by" not in everything
    assert b"Sheet 7" not in everything


def test_the_manifest_knows_every_file_the_decision_and_the_journal():
    told = json.loads(FILES["manifest.json"])
    assert told["files"] == {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in FILES.items()
        if name != "manifest.json"
    }
    assert told["decision"]["evidence_sha256"] == "e" * 64
    assert told["decision"]["outcome"] == "adopted"
    assert told["rule"]["code"] == "chair"
    assert told["journal_head"] == "f" * 64


def test_the_manifest_is_canonical():
    line = FILES["manifest.json"].decode()
    again = json.dumps(json.loads(line), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert line == again + "\n"


@pytest.mark.parametrize("file", ["report_docx", "summary_docx"])
def test_one_byte_changed_after_the_decision_and_nothing_is_released(file: str):
    with pytest.raises(NotTheDecidedBytes, match="mapping submit-to-board"):
        build_release(replace(RELEASE, **{file: b"edited"}))


def test_a_report_the_decision_does_not_name_is_not_released():
    other = replace(RELEASE.decision, report_sha256="0" * 64)
    with pytest.raises(NotTheDecidedBytes):
        build_release(replace(RELEASE, decision=other))


def test_an_answer_on_a_need_that_is_not_in_the_snapshot_is_refused():
    with pytest.raises(NeedOutsideTheSnapshot, match="K-9"):
        changed(replies=(NeedReply("K-9", AnswerState.ANSWERED),))


def test_a_member_no_longer_on_record_stands_under_its_code(tmp_path: Path):
    comment = replace(RELEASE.snapshot.comments[0], member="EMCDDA")
    with closing(opened(changed(comments=(comment,)), tmp_path)) as store:
        found = store.execute("SELECT * FROM members WHERE code = 'EMCDDA'").fetchall()
    assert found == [("EMCDDA", "EMCDDA", "")]


def test_a_track_in_which_nobody_answered_can_be_released():
    nothing: tuple[()] = ()
    assert changed(
        replies=nothing, responses=nothing, support=nothing, gaps=nothing, overlaps=nothing
    )


def test_intentions_of_last_year_and_the_words_of_people_are_kept_without_a_name(tmp_path: Path):
    said = (PlannedReply("K-1", 1, FollowUp.DONE, "Adopted in May."),)
    written_at = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
    words = (NarrativeVersion("opening", 2, "A year of laws.", "Ana", "upload", written_at),)
    files = changed(planned=said, narratives=words)
    with closing(opened(files, tmp_path)) as store:
        assert store.execute("SELECT need, item, follow_up, remark FROM planned").fetchall() == [
            ("K-1", 1, "done", "Adopted in May.")
        ]
        assert store.execute("SELECT place, version, text FROM narratives").fetchall() == [
            ("opening", 2, "A year of laws.")
        ]
        assert store.execute("SELECT sub_pillar, filter FROM chapters").fetchall() == [
            (1, "Legislation"),
            (4, "Information exchange"),
        ]
    assert b"Ana" not in files["2025-WBCTi.sqlite"]


def test_a_remark_on_a_need_called_not_shareable_stays_in_the_house(tmp_path: Path):
    files = changed(
        replies=(NeedReply("K-1", AnswerState.NOT_SHAREABLE),),
        planned=(PlannedReply("K-1", 1, FollowUp.CHANGED, "Adopted in May."),),
    )
    assert b"Adopted in May." not in files["2025-WBCTi.sqlite"]
