"""A message holds the letter and our headers alone; a stranger's is opened with care."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors.post import (
    AddressUnreadable,
    LetterLineBroken,
    LetterWithoutAddressee,
    LetterWithoutMoment,
)
from data.vocabulary import Attachment, Letter, OpenedLetter
from tasks.edges.letters import message, message_id, open_letter
from tasks.edges.messages import open_message
from tests.conftest import ROOT

SENDER = "IISG Secretariat <secretariat@iisg.example>"


def letter(**changed: object) -> Letter:
    plain = Letter(
        key="request/2025-WBCTi-AL-response",
        kind="request-response",
        to=("WBCTi coordinator <coordinator.wbcti@al.example>",),
        copy_to=("wbcti@al.example",),
        subject="IISG asks Albania for the WBCTi state of play",
        text="Dear colleagues,\n\nPlease send it.\n",
        html="<p>Dear colleagues,</p>\n<p>Please send it.</p>\n",
        written_at=datetime(2026, 2, 2, 9, 30, tzinfo=UTC),
        attachments=(
            Attachment("2025-WBCTi-AL-response.xlsx", b"PK\x03\x04...", "application/zip"),
        ),
    )
    return replace(plain, **changed)


def test_a_message_reads_back_as_it_was_written():
    opened = open_letter(message(letter(), SENDER))
    assert opened.sender == "secretariat@iisg.example"
    assert opened.to == ("coordinator.wbcti@al.example",)
    assert opened.copy_to == ("wbcti@al.example",)
    assert opened.subject == letter().subject
    assert opened.text == letter().text
    assert opened.attachments == letter().attachments
    assert opened.message_id == message_id(letter().key, SENDER)


def test_the_headers_of_a_message_are_complete():
    content = message(letter(), SENDER).decode("ascii")
    headers = content.split("\r\n\r\n", 1)[0].split("\r\n")
    assert "Date: Mon, 02 Feb 2026 09:30:00 +0000" in headers
    assert "From: IISG Secretariat <secretariat@iisg.example>" in headers
    assert "Reply-To: IISG Secretariat <secretariat@iisg.example>" in headers
    assert "To: WBCTi coordinator <coordinator.wbcti@al.example>" in headers
    assert "Cc: wbcti@al.example" in headers
    assert "Auto-Submitted: auto-generated" in headers
    assert "MIME-Version: 1.0" in headers
    assert any(re.fullmatch(r"Message-ID: <[0-9a-f]{40}@iisg\.example>", h) for h in headers)


def test_every_line_ends_in_crlf_and_is_short_enough():
    content = message(letter(text="ѓ" * 5000 + "\n", subject="Ќ" * 200), SENDER)
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.count(b"\r") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_the_same_letter_is_the_same_bytes_in_another_process():
    program = (
        "import sys; from tests.edges.test_messages import letter, message, SENDER;"
        "sys.stdout.buffer.write(message(letter(), SENDER))"
    )
    other = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert other.stdout == message(letter(), SENDER)


def test_the_same_instant_in_another_zone_is_the_same_bytes():
    elsewhere = datetime(2026, 2, 2, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    assert message(letter(written_at=elsewhere), SENDER) == message(letter(), SENDER)


def test_another_key_gives_another_message_id():
    assert message_id("a", SENDER) != message_id("b", SENDER)


@pytest.mark.parametrize(
    "name",
    ["Gjendja e çështjeve – Shqipëri.xlsx", "Преглед на потребите " * 6 + ".xlsx", 'a "b"; c.xlsx'],
)
def test_the_name_of_an_attachment_survives(name: str):
    sent = letter(attachments=(Attachment(name, b"x", "application/zip"),))
    content = message(sent, SENDER)
    assert content.isascii()
    assert open_letter(content).attachments[0].name == name


def test_a_calendar_file_keeps_its_method():
    invitation = Attachment("meeting.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar; method=REQUEST")
    content = message(letter(attachments=(invitation,)), SENDER)
    assert b'Content-Type: text/calendar; method="REQUEST"' in content
    assert open_letter(content).attachments[0].content == invitation.content


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"subject": "Hello\r\nBcc: everybody@example.org"}, LetterLineBroken),
        ({"subject": "Hello\u2028Bcc: everybody@example.org"}, LetterLineBroken),
        ({"to": ("a@al.example\nBcc: b@al.example",)}, LetterLineBroken),
        ({"to": ("a@al.example, b@al.example",)}, AddressUnreadable),
        ({"copy_to": ("nobody",)}, AddressUnreadable),
        ({"copy_to": ("",)}, AddressUnreadable),
        ({"to": ()}, LetterWithoutAddressee),
        ({"written_at": datetime(2026, 2, 2, 9, 30)}, LetterWithoutMoment),  # noqa: DTZ001 - on purpose
        ({"attachments": (Attachment("a\n.xlsx", b"", "application/zip"),)}, LetterLineBroken),
        ({"attachments": (Attachment("a", b"", "text/plain\nX: y"),)}, LetterLineBroken),
    ],
)
def test_what_would_break_a_header_is_refused(changed: dict[str, object], refusal: type[Exception]):
    with pytest.raises(refusal):
        message(letter(**changed), SENDER)


@settings(deadline=None)
@given(subject=st.text(), text=st.text(), name=st.text(min_size=1))
def test_whatever_members_write_the_message_holds_only_our_headers(
    subject: str, text: str, name: str
):
    written = letter(
        subject=subject, text=text, attachments=(Attachment(name, b"\x00=_", "application/zip"),)
    )
    try:
        content = message(written, SENDER)
    except LetterLineBroken:
        return
    headers = content.split(b"\r\n\r\n", 1)[0].decode("ascii")
    assert not re.search(r"^(bcc|resent-)", headers, re.IGNORECASE | re.MULTILINE)
    opened = open_letter(content)
    assert opened.message_id == message_id(written.key, SENDER)
    assert opened.attachments[0].content == b"\x00=_"
    assert message(written, SENDER) == content


@settings(deadline=None)
@given(subject=st.text(st.characters(categories=["L", "N", "P"]), max_size=200).map(str.strip))
def test_a_subject_of_any_letters_survives(subject: str):
    assert open_letter(message(letter(subject=subject), SENDER)).subject == subject


@settings(deadline=None)
@given(st.binary())
def test_a_strangers_message_never_stops_the_program(content: bytes):
    for hostile in (
        b"From: a@b.example\nSubject: " + content,
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-" + content,
        b"Content-Type: text/plain; charset=" + content,
    ):
        opened = open_message(hostile)
        assert opened is None or isinstance(opened, OpenedLetter)


def test_a_message_of_endless_nesting_is_not_opened():
    nest = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)
    )
    assert open_message(nest) is None


def test_a_forwarded_message_gives_its_files_and_no_logos():
    content = (
        b"From: wbcti@al.example\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: message/rfc822\n\n"
        b"Subject: inner\nContent-Type: multipart/mixed; boundary=y\n\n"
        b"--y\nContent-Type: image/png; name=logo.png\nContent-ID: <1>\n\nlogo\n"
        b'--y\nContent-Type: application/zip; name="=?utf-8?q?Shqip=C3=ABri.xlsx?="\n\nPK\n--y--\n'
        b"--x--\n"
    )
    opened = open_letter(content)
    assert opened.sender == "wbcti@al.example"
    assert [file.name for file in opened.attachments] == ["Shqipëri.xlsx"]


def test_the_name_of_an_attachment_is_no_path():
    content = (
        b'From: a@b.example\nContent-Disposition: attachment; filename="../../etc/passwd"\n\nx'
    )
    assert open_letter(content).attachments[0].name == "passwd"
