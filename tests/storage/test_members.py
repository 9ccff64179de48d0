"""A register of members is brought in whole; what it no longer names ends, nothing is deleted."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from data import schema, store
from data.queries import members
from data.vocabulary import (
    BoardSeat,
    Contact,
    ContactRole,
    Member,
    MemberEntry,
    MemberKind,
    MembersRegister,
    Validity,
)
from tests.storage.year_2025 import ALWAYS, FOUNDED, member, open_words

MONDAY, TUESDAY, WEDNESDAY = date(2026, 1, 12), date(2026, 1, 13), date(2026, 1, 14)
ALBANIA = member("AL", "Albania", "WBCTi", "WBBSi", seat=True)
KOSOVO = member("XK", "Kosovo*", "WBCTi", seat=True)
COMMISSION = member(
    "EC",
    "European Commission",
    "WBCTi",
    kind=MemberKind.EU_INSTITUTION,
    seat=True,
    chairs=True,
)


def agency(name: str, validity: Validity = ALWAYS) -> MemberEntry:
    return member("EUDA", name, "WBCTi", kind=MemberKind.EU_AGENCY, validity=validity)


def mailbox(email: str, function: str = "NCT office", validity: Validity = ALWAYS) -> Contact:
    return Contact("AL", "WBCTi", function, ContactRole.COORDINATOR, email, validity)


@pytest.fixture(autouse=True)
def words(books_open: str) -> None:
    with store.session() as session:
        open_words(session)


def bring_in(day: date, *entries: MemberEntry, contacts: tuple[Contact, ...] = ()) -> int:
    with store.session() as session:
        return members.keep(session, MembersRegister(entries, contacts), day)


def names_on(day: date) -> list[str]:
    with store.session() as session:
        return [each.name for each in members.on(session, day)]


def pillar_on(day: date, pillar: str = "WBCTi") -> list[str]:
    with store.session() as session:
        return [each.code for each in members.in_pillar(session, pillar, day)]


def emails_on(day: date) -> list[str]:
    with store.session() as session:
        return [each.email for each in members.contacts_of(session, "AL", "WBCTi", day)]


def board_on(day: date) -> list[BoardSeat]:
    with store.session() as session:
        return members.board_on(session, day)


def test_a_register_is_read_back_as_it_was_brought_in():
    contact = mailbox("nct@al.example")
    bring_in(MONDAY, KOSOVO, ALBANIA, COMMISSION, contacts=(contact,))
    with store.session() as session:
        assert members.on(session, MONDAY) == [
            Member("AL", "Albania", MemberKind.PARTNER),
            Member("EC", "European Commission", MemberKind.EU_INSTITUTION),
            Member("XK", "Kosovo*", MemberKind.PARTNER),
        ]
        assert members.contacts_of(session, "AL", "WBCTi", MONDAY) == [contact]
        assert members.contacts_of(session, "AL", "WBBSi", MONDAY) == []
    assert pillar_on(MONDAY) == ["AL", "EC", "XK"]
    assert pillar_on(MONDAY, "WBBSi") == ["AL"]
    assert board_on(MONDAY) == [
        BoardSeat("AL", "Albania", chairs=False),
        BoardSeat("EC", "European Commission", chairs=True),
        BoardSeat("XK", "Kosovo*", chairs=False),
    ]


def test_the_same_register_brought_in_again_writes_nothing():
    entries = (ALBANIA, KOSOVO, COMMISSION, agency("EMCDDA", Validity(FOUNDED, date(2024, 7, 1))))
    contacts = (
        mailbox("nct@al.example"),
        mailbox("old@al.example", validity=Validity(FOUNDED, date(2025, 6, 30))),
        mailbox("soon@al.example", validity=Validity(date(2026, 9, 1))),
    )
    assert bring_in(MONDAY, *entries, contacts=contacts) > 0
    assert bring_in(MONDAY, *entries, contacts=contacts) == 0
    assert bring_in(WEDNESDAY, *entries, contacts=contacts) == 0


def test_a_member_that_is_renamed_keeps_its_old_name_for_the_old_days():
    bring_in(MONDAY, agency("EMCDDA"))
    bring_in(TUESDAY, agency("EUDA"))
    assert names_on(MONDAY) == ["EMCDDA"]
    assert names_on(TUESDAY) == ["EUDA"]
    assert bring_in(WEDNESDAY, agency("EUDA")) == 0


def test_a_register_that_dates_a_new_name_itself_is_believed():
    entries = (
        agency("EMCDDA", Validity(FOUNDED, date(2024, 7, 1))),
        agency("EUDA", Validity(date(2024, 7, 2))),
    )
    bring_in(MONDAY, *entries)
    assert names_on(date(2024, 7, 1)) == ["EMCDDA"]
    assert names_on(date(2024, 7, 2)) == ["EUDA"]
    assert pillar_on(date(2024, 7, 1)) == pillar_on(date(2024, 7, 2)) == ["EUDA"]
    assert bring_in(TUESDAY, *entries) == 0


def test_history_that_a_later_register_adds_does_not_move_today():
    bring_in(MONDAY, agency("EUDA"))
    bring_in(
        TUESDAY,
        agency("EMCDDA", Validity(FOUNDED, date(2024, 7, 1))),
        agency("EUDA", Validity(date(2024, 7, 2))),
    )
    assert names_on(date(2024, 7, 1)) == ["EMCDDA"]
    assert names_on(MONDAY) == names_on(TUESDAY) == ["EUDA"]


def test_a_slip_in_a_name_is_put_right_on_the_same_day():
    bring_in(MONDAY, member("AL", "Albnia", "WBCTi"))
    bring_in(MONDAY, member("AL", "Albana", "WBCTi"))
    bring_in(MONDAY, member("AL", "Albania", "WBCTi"))
    assert names_on(MONDAY) == ["Albania"]


def test_a_member_the_register_no_longer_names_ends_on_the_day_before():
    contact = mailbox("nct@al.example")
    bring_in(MONDAY, ALBANIA, KOSOVO, contacts=(contact,))
    assert bring_in(TUESDAY, KOSOVO) > 0
    assert pillar_on(MONDAY) == ["AL", "XK"]
    assert pillar_on(TUESDAY) == ["XK"]
    assert [seat.member for seat in board_on(MONDAY)] == ["AL", "XK"]
    assert [seat.member for seat in board_on(TUESDAY)] == ["XK"]
    assert (emails_on(MONDAY), emails_on(TUESDAY)) == (["nct@al.example"], [])
    assert bring_in(WEDNESDAY, KOSOVO) == 0


def test_the_name_of_a_former_member_stays_for_what_was_written_about_it():
    bring_in(MONDAY, ALBANIA, KOSOVO)
    bring_in(TUESDAY, KOSOVO)
    assert names_on(WEDNESDAY) == ["Albania", "Kosovo*"]


def test_a_member_that_comes_back_takes_part_again_from_that_day():
    contact = mailbox("nct@al.example")
    bring_in(MONDAY, ALBANIA, KOSOVO, contacts=(contact,))
    bring_in(TUESDAY, KOSOVO)
    bring_in(WEDNESDAY, ALBANIA, KOSOVO, contacts=(contact,))
    for day, codes in ((MONDAY, ["AL", "XK"]), (TUESDAY, ["XK"]), (WEDNESDAY, ["AL", "XK"])):
        assert pillar_on(day) == codes
        assert [seat.member for seat in board_on(day)] == codes
    assert (emails_on(TUESDAY), emails_on(WEDNESDAY)) == ([], ["nct@al.example"])
    assert bring_in(WEDNESDAY, ALBANIA, KOSOVO, contacts=(contact,)) == 0


def test_a_member_left_out_by_mistake_comes_back_on_the_same_day():
    bring_in(MONDAY, ALBANIA, KOSOVO)
    bring_in(TUESDAY, KOSOVO)
    bring_in(TUESDAY, ALBANIA, KOSOVO)
    assert pillar_on(TUESDAY) == ["AL", "XK"]


def test_a_member_leaves_one_pillar_and_stays_in_the_other():
    bring_in(MONDAY, ALBANIA)
    bring_in(TUESDAY, member("AL", "Albania", "WBBSi", seat=True))
    assert (pillar_on(MONDAY), pillar_on(TUESDAY)) == (["AL"], [])
    assert pillar_on(TUESDAY, "WBBSi") == ["AL"]


def test_the_chair_of_the_board_changes_and_the_old_chair_is_on_record():
    bring_in(MONDAY, ALBANIA, COMMISSION)
    handed_over = (
        member("AL", "Albania", "WBCTi", "WBBSi", seat=True, chairs=True),
        member("EC", "European Commission", "WBCTi", kind=COMMISSION.kind, seat=True),
    )
    bring_in(TUESDAY, *handed_over)
    assert [seat.member for seat in board_on(MONDAY) if seat.chairs] == ["EC"]
    assert [seat.member for seat in board_on(TUESDAY) if seat.chairs] == ["AL"]
    assert bring_in(WEDNESDAY, *handed_over) == 0


def test_a_last_day_the_register_gives_is_the_last_day():
    left = Validity(FOUNDED, TUESDAY)
    bring_in(MONDAY, ALBANIA, member("XK", "Kosovo*", "WBCTi", seat=True, validity=left))
    assert (pillar_on(TUESDAY), pillar_on(WEDNESDAY)) == (["AL", "XK"], ["AL"])
    assert [seat.member for seat in board_on(WEDNESDAY)] == ["AL"]


def test_a_contact_serves_all_pillars_when_it_names_none():
    contact = Contact("AL", "", "Cabinet", ContactRole.COORDINATOR, "cabinet@al.example", ALWAYS)
    bring_in(MONDAY, ALBANIA, contacts=(contact, mailbox("nct@al.example")))
    with store.session() as session:
        on_borders = members.contacts_of(session, "AL", "WBBSi", MONDAY)
    assert on_borders == [contact]
    assert emails_on(MONDAY) == ["cabinet@al.example", "nct@al.example"]


def test_a_function_that_is_renamed_keeps_its_mailbox():
    bring_in(MONDAY, ALBANIA, contacts=(mailbox("nct@al.example"),))
    bring_in(TUESDAY, ALBANIA, contacts=(mailbox("nct@al.example", "Directorate"),))
    assert emails_on(MONDAY) == emails_on(TUESDAY) == ["nct@al.example"]


def test_a_kind_put_right_is_the_kind_of_the_member():
    bring_in(MONDAY, member("GIZ", "GIZ", "WBCTi", kind=MemberKind.PARTNER))
    assert bring_in(MONDAY, member("GIZ", "GIZ", "WBCTi", kind=MemberKind.IMPLEMENTER)) == 1
    with store.session() as session:
        assert [each.is_partner for each in members.on(session, MONDAY)] == [False]


def test_no_row_is_ever_deleted():
    def rows(session: Session) -> int:
        tables = (schema.MemberName, schema.Membership, schema.BoardSeat, schema.Contact)
        return sum(len(session.exec(select(table)).all()) for table in tables)

    registers = [
        ((ALBANIA, KOSOVO), (mailbox("a@al.example"),)),
        ((KOSOVO,), ()),
        ((ALBANIA,), (mailbox("b@al.example"),)),
        ((ALBANIA, KOSOVO), ()),
    ]
    counts = [0]
    for number, (entries, contacts) in enumerate(registers):
        bring_in(MONDAY + timedelta(days=number), *entries, contacts=contacts)
        with store.session() as session:
            counts.append(rows(session))
    assert counts == sorted(counts)
