"""Returned copies end in one register: each file once, each remark once, nothing lost."""

from pathlib import Path

import pytest

from data import clock, store
from data.errors.comments import CopyMissing, CopyWithoutMember
from data.errors.cycles import MemberUnknown, NameMissing, NotOpenForComments
from data.queries import journal, members, returns
from data.vocabulary import CommentKind, Draft, ReturnState, TrackId
from tasks import filing
from tasks.returned_copies import collect_copies
from tests.specimens.commented_copies import Said
from tests.steps.consultation import CT, copy_of, lay, mail, register, send_out, take_all

ALL = (
    Said("comment", 8, "Check the number."),
    Said("answer", 8, "It is five.", "Bojan Petrović"),
    Said("insertion", 9, " The unit has ten officers."),
    Said("edit", 10, "and what was added without tracking"),
)


def returned_files() -> dict[str, ReturnState]:
    with store.session() as session:
        return {each.file_name: each.state for each in returns.held_in(session, "2025")}


def contact_of(member: str) -> str:
    with store.session() as session:
        return members.contacts_of(session, member, "WBCTi", clock.today())[0].email


def test_everything_a_copy_says_is_in_the_register_with_its_file_and_place(home: Path, sent: Draft):
    path = lay(home, "AL", "draft with comments.docx", copy_of(sent, *ALL))
    assert take_all().startswith("4 remarks of 1 copy: 4 registered")
    told = register()
    assert [each.kind for each in told] == [
        CommentKind.MARGIN,
        CommentKind.MARGIN,
        CommentKind.INSERTION,
        CommentKind.EDIT,
    ]
    assert [each.number for each in told] == [1, 2, 3, 4]
    assert told[1].answers == 1
    assert {each.member for each in told} == {"AL"}
    [sha256] = {each.file_sha256 for each in told}
    assert filing.take_from_shelf(sha256)[:2] == b"PK"
    assert all(each.file_place for each in told)
    assert not path.exists()
    assert (path.parent / "read" / path.name).exists()


def test_the_same_file_again_changes_nothing(home: Path, sent: Draft):
    content = copy_of(sent, *ALL)
    lay(home, "AL", "one.docx", content)
    take_all()
    lay(home, "AL", "the same under another name.docx", content)
    assert take_all().startswith("0 remarks of 0 copies: 0 registered, 1 read already")
    assert len(register()) == 4


def test_a_later_copy_of_a_member_adds_what_is_new(home: Path, sent: Draft):
    lay(home, "AL", "one.docx", copy_of(sent, *ALL[:1]))
    take_all()
    lay(home, "AL", "two.docx", copy_of(sent, *ALL))
    assert take_all().startswith("4 remarks of 1 copy: 3 registered, 1 as before")
    assert len(register()) == 4


def test_the_same_remark_of_two_members_stands_under_the_first(home: Path, sent: Draft):
    lay(home, "AL", "al.docx", copy_of(sent, ALL[0]))
    lay(home, "BA", "ba.docx", copy_of(sent, ALL[0], ALL[2]))
    assert "3 registered, 1 said alike and grouped" in take_all()
    assert [(each.member, each.same_as) for each in register()] == [("AL", 0), ("BA", 1), ("BA", 0)]


def test_the_same_bytes_of_two_members_are_the_remarks_of_both(home: Path, sent: Draft):
    content = copy_of(sent, ALL[0])
    lay(home, "AL", "joint.docx", content)
    lay(home, "BA", "joint.docx", content)
    take_all()
    assert [each.member for each in register()] == ["AL", "BA"]


def test_a_file_that_names_no_draft_is_held_with_the_way_to_take_it(home: Path, sent: Draft):
    lay(home, "AL", "notes.txt", b"1. AL-CT-01: the date is missing.")
    told = take_all()
    assert told.startswith("0 remarks of 0 copies: 0 registered, 1 file held")
    assert "take-comments 2025 “notes.txt” --pillar WBCTi --member AL." in told
    assert returned_files() == {"notes.txt": ReturnState.HELD}
    assert take_all(member="AL", file="notes.txt").startswith("1 remark of 1 copy: 1 registered")
    assert register()[0].place == "AL-CT-01"
    assert returned_files() == {}


def test_a_damaged_copy_is_held_and_kept(home: Path, sent: Draft):
    content = copy_of(sent, ALL[0])[:4000]
    lay(home, "AL", "damaged.docx", content)
    assert "1 file held" in take_all()
    with store.session() as session:
        [held] = returns.waiting(session)
    assert filing.take_from_shelf(held.sha256) == content
    assert (home / "inbox" / "comments" / "AL" / "held" / "damaged.docx").exists()


def test_a_copy_for_another_pillar_is_left_for_that_pillar(home: Path, sent: Draft):
    other = send_out(TrackId("2025", "WBBSi"))
    path = lay(home, "AL", "border.docx", copy_of(other, ALL[0]))
    assert "is left for its own pillar" in take_all()
    assert path.exists()
    assert register() == []
    assert take_all(track=TrackId("2025", "WBBSi")).startswith("1 remark of 1 copy: 1 registered")


def test_a_message_brings_its_copy_and_its_own_words(home: Path, sent: Draft):
    text = "Dear colleagues,\n\n1. AL-CT-01: the date is missing.\n2. Delete table 3.\n"
    content = mail("someone@elsewhere.example", "Comments", text, draft=copy_of(sent, *ALL))
    lay(home, "AL", "message.eml", content)
    assert take_all().startswith("6 remarks of 2 copies: 6 registered")
    mailed = [each.text for each in register() if each.kind is CommentKind.MAIL]
    assert len(mailed) == 2
    assert mailed[0].endswith("AL-CT-01: the date is missing.")


def test_a_message_that_only_covers_its_copy_says_nothing_of_its_own(home: Path, sent: Draft):
    text = "Dear colleagues,\n\nplease find attached our comments.\n\nKind regards,\nAna\n"
    content = mail("someone@elsewhere.example", "Comments", text, draft=copy_of(sent, ALL[0]))
    lay(home, "AL", "message.eml", content)
    take_all()
    assert [each.kind for each in register()] == [CommentKind.MARGIN]


def test_a_message_of_another_members_contact_is_held(home: Path, sent: Draft):
    content = mail(contact_of("BA"), "Comments on WBCTi", "1. Delete table 3.\n")
    lay(home, "AL", "message.eml", content)
    assert "was sent by a contact of BA" in take_all()
    assert register() == []


def test_the_folder_may_bear_the_name_of_the_member(home: Path, sent: Draft):
    lay(home, "Kosovo", "copy.docx", copy_of(sent, ALL[0]))
    take_all()
    assert [each.member for each in register()] == ["XK"]


def test_what_cannot_be_told_is_refused(home: Path, sent: Draft):
    with pytest.raises(NameMissing):
        collect_copies.fn(CT, "", "", " ")
    with pytest.raises(MemberUnknown):
        collect_copies.fn(CT, "ZZ", "", "Officer")
    with pytest.raises(CopyWithoutMember):
        collect_copies.fn(CT, "", "copy.docx", "Officer")
    with pytest.raises(CopyMissing):
        collect_copies.fn(CT, "AL", "copy.docx", "Officer")
    with pytest.raises(NotOpenForComments):
        collect_copies.fn(TrackId("2025", "WBBSi"), "", "", "Officer")


def test_the_act_is_in_the_journal_with_its_counts(home: Path, sent: Draft):
    lay(home, "AL", "copy.docx", copy_of(sent, *ALL))
    take_all()
    with store.session() as session:
        entry = journal.entries(session)[-1]
    assert (entry.who, entry.act, entry.subject) == ("Officer", "remarks registered", "2025 WBCTi")
    assert {name: entry.facts[name] for name in ("member", "draft", "remarks", "registered")} == {
        "member": "AL",
        "draft": "consultation draft 1",
        "remarks": "4",
        "registered": "4",
    }
