"""A copy of a draft that comes among the workbooks goes to the comments, and the rest is read."""

from pathlib import Path

from data import clock, store
from data.queries import members, returns
from data.vocabulary import Draft, ReturnState
from tasks.intake import collect_arrivals, file_return
from tests.specimens.commented_copies import Said
from tests.steps.consultation import copy_of, mail, register, take_all

REMARK = Said("comment", 8, "Check the number.")


def take_in() -> int:
    return sum(file_return.fn(entry) for entry in collect_arrivals.fn())


def drop(home: Path, name: str, content: bytes) -> None:
    (home / "inbox").mkdir(exist_ok=True)
    (home / "inbox" / name).write_bytes(content)


def address_of(member: str) -> str:
    with store.session() as session:
        return members.contacts_of(session, member, "WBCTi", clock.today())[0].email


def test_a_message_of_a_contact_with_a_copy_waits_for_take_comments(home: Path, sent: Draft):
    content = mail(address_of("AL"), "Comments", "1. Delete table 3.", draft=copy_of(sent, REMARK))
    drop(home, "message.eml", content)
    assert take_in() == 0
    assert (home / "inbox" / "comments" / "AL" / "message.eml").read_bytes() == content
    assert (home / "inbox" / "read" / "message.eml").exists()
    assert collect_arrivals.fn() == []
    assert take_all().startswith("2 remarks of 2 copies: 2 registered")
    assert {each.member for each in register()} == {"AL"}


def test_a_copy_nobody_signed_is_held_with_the_way_to_take_it(home: Path, sent: Draft):
    drop(home, "draft.docx", copy_of(sent, REMARK))
    assert take_in() == 1
    with store.session() as session:
        [held] = returns.waiting(session)
    assert held.state is ReturnState.HELD
    assert "It is a copy of consultation draft 1 of 2025 WBCTi." in held.reason
    assert take_all(member="AL", file="draft.docx").startswith("1 remark of 1 copy")


def test_a_word_file_that_is_no_copy_is_refused_as_before(home: Path, sent: Draft):
    drop(home, "answers.docx", b"PK\x03\x04 no document")
    take_in()
    assert not (home / "inbox" / "comments").exists()
    assert (home / "inbox" / "held" / "answers.docx").exists()
