"""Every return is answered: with a receipt that can be sent back, or with what is in the way."""

import hashlib
import io
import re
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.vocabulary.settling import Settlement
from flows.development import take_in
from flows.returns import settle_return
from tasks.edges.messages import open_letter
from tasks.edges.workbook.filling import read_asked
from tests.phases.one_return import (
    REQUEST,
    SENSITIVE,
    drop,
    drop_message,
    filled,
    receipt_of,
    told_lines,
    workbook,
)
from tests.phases.played_year import asked, change

BY = "Arta Hoxha"
WHY = "The contact point of Albania confirmed it by telephone."


def test_a_receipt_encloses_the_answers_as_a_new_file_that_can_be_sent_back(asking: Path):
    drop(asking, "one.xlsx", filled(asking, "A law.", SENSITIVE))
    text, enclosed = receipt_of(asking)
    (workbook_back,) = enclosed
    assert "Petar" not in text
    assert workbook_back.name == "2025-WBCTi-AL-response receipt 1.xlsx"
    reference, needs = read_asked(workbook_back.content)
    assert (reference, len(needs)) == (REQUEST, len(read_asked(workbook(asking))[1]))
    drop(asking, "corrected.xlsx", workbook_back.content)
    assert told_lines(asking)[-1] == "A law."
    assert "Petar" not in str(asked(asking, "SELECT text FROM response WHERE return_id = 2"))


def test_the_receipt_of_a_newer_version_says_what_it_changes(asking: Path):
    drop(asking, "one.xlsx", filled(asking, "A law.", "A by-law."))
    drop(asking, "two.xlsx", filled(asking, "A law."))
    text, enclosed = receipt_of(asking)
    assert "version 2" in text
    assert enclosed[0].name == "2025-WBCTi-AL-response receipt 2.xlsx"


def test_letter_and_receipt_speak_the_language_of_the_contact_and_name_one_moment(asking: Path):
    change(asking, "UPDATE contact SET language = 'bcms' WHERE member = 'AL'")
    drop(asking, "one.xlsx", filled(asking, "A law.", SENSITIVE))
    text, enclosed = receipt_of(asking)
    assert text.startswith("Poštovane kolege i kolegice,")
    assert "– redovi o stanju: 2" in text
    assert "– Zahtijeva ispravku: " in text
    assert "Čini se da sadrži broj telefona. Te riječi nisu ni u jednom nacrtu" in text
    [moment] = re.findall(r"rok: (\w+, \d+\. \w+ \d{4}\. u 17:00 CES?T \(1[56]:00 UTC\))", text)
    assert moment in {cell.value for row in told(enclosed[0].content).iter_rows() for cell in row}


def told(receipt: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(receipt))["Šta smo pročitali"]


def facts_of(receipt: bytes) -> dict[str, object]:
    rows = load_workbook(io.BytesIO(receipt)).worksheets[0].iter_rows(max_row=16, values_only=True)
    return {str(row[1]): row[3] for row in rows}


def test_the_receipt_is_a_proof_of_who_sent_what_and_when(asking: Path):
    [(address,)] = asked(asking, "SELECT email FROM contact WHERE member = 'AL' LIMIT 1")
    content = filled(asking, "A law.")
    drop_message(asking, str(address), content)
    said = facts_of(receipt_of(asking)[1][0].content)
    assert said["Sent by"] == address
    assert said["Fingerprint of the file (SHA-256)"] == hashlib.sha256(content).hexdigest()
    assert re.fullmatch(r"\w+ \d+ \w+ \d{4}, \d\d:\d\d CES?T.*", str(said["Received"]))
    drop(asking, "by hand.xlsx", filled(asking, "A by-law."))
    said = facts_of(receipt_of(asking)[1][0].content)
    assert said["Sent by"] == "Handed to the Secretariat, which laid it in by hand"


def test_a_return_settled_later_is_answered_again(asking: Path):
    drop_message(asking, "nobody@elsewhere.example", filled(asking, "A law."))
    assert receipt_of(asking)[1] == []
    settle_return("2025", "answers.xlsx", outcome=Settlement.ACCEPT, reason=WHY, recorded_by=BY)
    take_in("2025")
    assert [each.name for each in receipt_of(asking)[1]] == [
        "2025-WBCTi-AL-response receipt 1.xlsx"
    ]


def test_a_contact_whose_file_cannot_be_read_is_asked_for_it_again_once(asking: Path):
    [(address,)] = asked(asking, "SELECT email FROM contact WHERE member = 'AL' LIMIT 1")
    change(asking, "UPDATE contact SET language = 'bcms' WHERE member = 'AL'")
    drop_message(asking, str(address), b"<html>saved from a web page</html>")
    (held,) = sorted((asking / "outbox" / "held").glob("*unread*.eml"))
    letter = open_letter(held.read_bytes())
    assert letter.to == (address,)
    assert letter.subject == "IISG – Albania: molimo ponovo pošaljite „answers.xlsx“"
    assert "– Zahtijeva ispravku: Datoteka se ne može pročitati" in letter.text
    take_in("2025")
    assert sorted((asking / "outbox" / "held").glob("*unread*.eml")) == [held]


def test_a_file_laid_in_by_hand_is_answered_to_the_contacts_of_the_request_it_is_named_for(
    asking: Path,
):
    drop(asking, f"final {REQUEST} (2).xlsx", workbook(asking)[:2_000])
    (held,) = sorted((asking / "outbox" / "held").glob("*unread*.eml"))
    letter = open_letter(held.read_bytes())
    told = asked(
        asking, "SELECT email FROM contact WHERE member = 'AL' AND pillar IN ('', 'WBCTi')"
    )
    assert set(letter.to) <= {address for (address,) in told}
    assert f"“final {REQUEST} (2).xlsx”" in letter.text
    take_in("2025")
    drop(asking, "answers.xlsx", workbook(asking)[:1_900])
    assert sorted((asking / "outbox" / "held").glob("*unread*.eml")) == [held]


def test_a_stranger_and_a_picture_in_a_message_are_not_answered(asking: Path):
    drop_message(asking, "nobody@elsewhere.example", b"<html>saved from a web page</html>")
    assert sorted((asking / "outbox" / "held").glob("*unread*.eml")) == []
