"""What is held waits for a named person, and nothing that came back is ever lost (rule R5)."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data import store
from data.errors.returns import (
    RequestOfReturnUnknown,
    ReturnNotFound,
    RowNotBlank,
    SettledWithoutReason,
    TextDecided,
    TextNotWithheld,
    VersionUnknown,
)
from data.queries import statements
from data.vocabulary import (
    AnswerState,
    NeedReply,
    RequestKind,
    ResponseLine,
    StatementKind,
    TrackId,
)
from data.vocabulary.settling import Settlement, TextDecision
from flows.overview import status, verify
from flows.returns import confirm_blank, restore_return, settle_return, settle_text, split
from tasks.edges.messages import open_letter
from tasks.edges.workbook.filling import fill, read_asked
from tasks.rules.consolidation import consolidate
from tests.phases.one_return import (
    REQUEST,
    SENSITIVE,
    drop,
    drop_message,
    filled,
    first_need,
    texts,
    told_lines,
    workbook,
)
from tests.phases.played_year import asked, on_shelf

MoveIn = Callable[[str], Path]
BY = "Arta Hoxha"
WHY = "The contact point of Albania confirmed it by telephone."


def questions() -> str:
    found = status("2025")
    assert isinstance(found, list)
    return "\n".join(question for track in found for question in track.questions)


def test_the_answers_of_a_stranger_are_held_until_a_named_person_accepts_them(asking: Path):
    drop_message(asking, "A stranger <nobody@elsewhere.example>", filled(asking, "A law."))
    assert texts(asking) == set()
    assert "nobody@elsewhere.example is no contact of any member" in questions()
    settle_return("2025", "answers.xlsx", outcome=Settlement.ACCEPT, reason=WHY, recorded_by=BY)
    assert texts(asking) == {"A law."}
    assert "is held" not in questions()
    [(who, facts)] = asked(
        asking, "SELECT who, facts FROM journal_entry WHERE act = 'return accepted'"
    )
    assert who == BY
    assert WHY in str(facts)


def test_a_contact_of_another_member_does_not_speak_for_albania(asking: Path):
    [(address,)] = asked(asking, "SELECT email FROM contact WHERE member = 'ME' LIMIT 1")
    drop_message(asking, str(address), filled(asking, "A law."))
    assert texts(asking) == set()
    assert "was sent by a contact of ME" in questions()


def test_a_contact_of_the_member_is_believed(asking: Path):
    [(address,)] = asked(asking, "SELECT email FROM contact WHERE member = 'AL' LIMIT 1")
    drop_message(asking, str(address).upper(), filled(asking, "A law."))
    assert texts(asking) == {"A law."}


def test_a_rejected_return_is_kept_and_never_read(asking: Path):
    content = filled(asking, "A law.")
    drop_message(asking, "A stranger <nobody@elsewhere.example>", content)
    settle_return("2025", "answers.xlsx", outcome=Settlement.REJECT, reason=WHY, recorded_by=BY)
    assert texts(asking) == set()
    [(state, sha256)] = asked(asking, "SELECT state, sha256 FROM return")
    assert state == "rejected"
    assert on_shelf(asking, str(sha256)).read_bytes() == content


def test_a_return_is_settled_by_name_or_hash_for_a_reason_and_a_request(asking: Path):
    drop_message(asking, "nobody@elsewhere.example", filled(asking, "A law."))
    [(sha256,)] = asked(asking, "SELECT sha256 FROM return")
    accept = {"outcome": Settlement.ACCEPT, "recorded_by": BY}
    with pytest.raises(SettledWithoutReason):
        settle_return("2025", "answers.xlsx", reason=" ", **accept)
    with pytest.raises(ReturnNotFound):
        settle_return("2025", "other.xlsx", reason=WHY, **accept)
    with pytest.raises(RequestOfReturnUnknown):
        settle_return("2025", "answers.xlsx", request="2025-X", reason=WHY, **accept)
    settle_return("2025", str(sha256)[:8], request=REQUEST, reason=WHY, **accept)
    assert texts(asking) == {"A law."}


def test_an_earlier_version_can_be_restored_and_the_later_one_again(asking: Path):
    drop(asking, "one.xlsx", filled(asking, "A law."))
    drop(asking, "two.xlsx", filled(asking, "A by-law."))
    restore_return("2025", REQUEST, 1, reason=WHY, recorded_by=BY)
    assert texts(asking) == {"A law."}
    restore_return("2025", REQUEST, 1, reason=WHY, recorded_by=BY)
    restore_return("2025", REQUEST, 2, reason=WHY, recorded_by=BY)
    assert texts(asking) == {"A law.", "A by-law."}
    acts = asked(asking, "SELECT count(*) FROM journal_entry WHERE act = 'version restored'")
    assert acts == [(2,)]
    with pytest.raises(VersionUnknown):
        restore_return("2025", REQUEST, 3, reason=WHY, recorded_by=BY)
    assert verify("2025") is not None


def test_a_blank_deletes_only_what_the_member_confirmed_R5(asking: Path):
    drop(asking, "one.xlsx", filled(asking, "A law.", "A by-law."))
    drop(asking, "two.xlsx", filled(asking, "A law."))
    [(number,)] = asked(asking, "SELECT number FROM need WHERE key = ?", first_need(asking))
    assert f"Line 2 of need {number} is blank" in questions()
    with pytest.raises(RowNotBlank):
        confirm_blank("2025", REQUEST, str(number), 1, recorded_by=BY)
    for _ in range(2):
        confirm_blank("2025", REQUEST, str(number), 2, recorded_by=BY)
    assert "is blank" not in questions()
    acts = asked(asking, "SELECT count(*) FROM journal_entry WHERE act = 'blank confirmed'")
    assert acts == [(1,)]


def test_a_sensitive_line_is_in_no_draft_until_a_named_person_releases_it(asking: Path):
    drop(asking, "one.xlsx", filled(asking, "A law.", SENSITIVE))
    [(number, reasons)] = asked(asking, "SELECT id, reasons FROM withheld_text")
    assert f"mapping settle-text 2025 --text {number}" in questions()
    assert "Petar" not in questions() + str(reasons)
    assert "Petar" not in str(asked(asking, "SELECT message, remedy FROM finding"))
    assert told_lines(asking) == ["A law."]
    settle_text("2025", int(str(number)), TextDecision.RELEASE, reason=WHY, recorded_by=BY)
    assert told_lines(asking) == ["A law.", SENSITIVE]
    with pytest.raises(TextDecided):
        settle_text("2025", int(str(number)), TextDecision.PURGE, reason=WHY, recorded_by=BY)


def test_a_purged_line_leaves_the_books_and_a_record_of_the_act(asking: Path):
    drop(asking, "one.xlsx", filled(asking, "A law.", SENSITIVE))
    [(number, sha256)] = asked(asking, "SELECT id, text_sha256 FROM withheld_text")
    for _ in range(2):
        settle_text("2025", int(str(number)), TextDecision.PURGE, reason=WHY, recorded_by=BY)
    assert texts(asking) == {"A law."}
    acts = asked(asking, "SELECT who, facts FROM journal_entry WHERE act = 'text purged'")
    assert [who for who, _ in acts] == [BY]
    assert str(sha256) in str(acts[0][1])
    with pytest.raises(TextNotWithheld):
        settle_text("2025", 999, TextDecision.PURGE, reason=WHY, recorded_by=BY)


def test_an_archive_of_two_parts_is_read_part_by_part(asking: Path):
    need = first_need(asking)
    answered = NeedReply(need, AnswerState.NOTHING_TO_REPORT)
    plain = fill(workbook(asking), [answered], [], [])
    later = fill(workbook(asking), [replace(answered, state=AnswerState.NOT_SHAREABLE)], [], [])
    drop(asking, "parts.zip", zipped(plain, later))
    assert asked(asking, "SELECT count(*) FROM return WHERE state = 'accepted'") == [(2,)]
    assert (asking / "inbox" / "read" / "parts.zip").exists()


def parts_of(home: Path) -> dict[str, bytes]:
    split("2025", REQUEST)
    split("2025", REQUEST)
    (letter,) = (home / "outbox" / "held").glob("*parts*.eml")
    attached = open_letter(letter.read_bytes()).attachments
    return {each.name.rpartition(" part ")[2]: each.content for each in attached}


def test_a_workbook_is_split_once_into_parts_that_together_ask_the_same(asking: Path):
    parts = parts_of(asking)
    asked_about = [read_asked(content) for content in parts.values()]
    assert {reference for reference, _ in asked_about} == {REQUEST}
    assert sorted(need for _, needs in asked_about for need in needs) == sorted(
        read_asked(workbook(asking))[1]
    )


def test_parts_that_come_back_are_merged_and_complete_the_request_together(asking: Path):
    for name, content in parts_of(asking).items():
        replies = [
            NeedReply(key, AnswerState.NOTHING_TO_REPORT) for key, _ in read_asked(content)[1]
        ]
        drop(asking, name, fill(content, replies, [], []))
    assert asked(asking, "SELECT state FROM request WHERE reference = ?", REQUEST) == [
        ("received",)
    ]
    assert "blank" not in questions()


def test_two_contributors_who_contradict_each_other_are_both_kept_and_named(asking: Path):
    part = next(iter(parts_of(asking).values()))
    need = read_asked(part)[1][0][0]
    for name, text in (("police.xlsx", "A law was adopted."), ("customs.xlsx", "No law yet.")):
        line = ResponseLine(need, 1, StatementKind.ACHIEVED, text)
        drop(asking, name, fill(part, [NeedReply(need, AnswerState.ANSWERED)], [line], []))
    assert "Contributors to 2025-WBCTi-AL-response say different things in line 1" in questions()
    assert frozen_lines() == {"A law was adopted.", "No law yet."}


def test_a_whole_workbook_sent_later_counts_before_all_parts(asking: Path):
    for name, content in parts_of(asking).items():
        need = read_asked(content)[1][0][0]
        line = ResponseLine(need, 1, StatementKind.ACHIEVED, f"Part {name}")
        drop(asking, name, fill(content, [NeedReply(need, AnswerState.ANSWERED)], [line], []))
    drop(asking, "whole.xlsx", filled(asking, "The whole."))
    assert "Contributors" not in questions()
    assert "The whole." in frozen_lines()
    assert "Part 1.xlsx" not in frozen_lines()


def frozen_lines() -> set[str]:
    """What a draft frozen now would say of Albania."""
    with store.session() as session:
        told = statements.told_in(session, TrackId("2025", "WBCTi"), RequestKind.RESPONSE)
    return {line.text for line in consolidate([each.reading for each in told]).responses}


def zipped(*contents: bytes) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"part {number}.xlsx", content)
    return stored.getvalue()
