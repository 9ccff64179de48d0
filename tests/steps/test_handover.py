"""A new officer finds in one folder what is needed to go on."""

from pathlib import Path

from data.vocabulary import Draft
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tasks.bulletin import state_of_play
from tasks.edges.word import read_document
from tasks.handover import write_handover
from tests.steps.consultation import newest_draft


def test_the_folder_holds_paper_tables_and_the_newest_drafts(sent: Draft, home: Path):
    write_handover.fn("2025", state_of_play.fn("2025"))
    folder = home / "handover" / "2025"
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "Handover 2025.docx",
        "state.csv",
        "open questions.csv",
        "calendar.csv",
        "contacts.csv",
        "letters.csv",
        "files.csv",
        "journal.csv",
        "drafts/2025 WBCTi Consultation draft 1.docx",
    }
    assert newest_draft().sha256 in (folder / "files.csv").read_text(encoding="utf-8-sig")
    assert "consulting" not in (folder / "contacts.csv").read_text(encoding="utf-8-sig")


def test_the_paper_says_state_contacts_and_how_to_go_on(sent: Draft, home: Path):
    write_handover.fn("2025", state_of_play.fn("2025"))
    document = read_document((home / "handover/2025/Handover 2025.docx").read_bytes())
    words = repr(document)
    for expected in ("first draft", "mapping verify 2025", "Kosovo*", KOSOVO_FOOTNOTE):
        assert expected in words


def test_no_secret_is_handed_over(sent: Draft, home: Path):
    (home / "members-site.secret").write_text("the key of the door", encoding="utf-8")
    write_handover.fn("2025", state_of_play.fn("2025"))
    for path in (home / "handover").rglob("*.csv"):
        assert "the key of the door" not in path.read_text(encoding="utf-8-sig")
    assert not list((home / "handover").rglob("*.secret"))


def test_given_again_the_folder_holds_the_same_but_the_journal(sent: Draft, home: Path):
    write_handover.fn("2025", state_of_play.fn("2025"))
    contacts = (home / "handover/2025/contacts.csv").read_bytes()
    write_handover.fn("2025", state_of_play.fn("2025"))
    assert (home / "handover/2025/contacts.csv").read_bytes() == contacts
