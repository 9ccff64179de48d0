"""A members register says who takes part, who sits on the Board and who receives letters."""

from datetime import date

import pytest

from data.reference import aliases, taxonomy_on
from data.vocabulary import (
    Contact,
    ContactRole,
    Finding,
    MemberEntry,
    MemberKind,
    MembersRegister,
    Severity,
    SheetOfCells,
    Validity,
)
from tasks.rules import members_register
from tests.rules.sheets import sheet

TAXONOMY = taxonomy_on(date(2026, 1, 1))
MEMBERS = """
    | Code | Display name        | Kind           | Board       | Pillars        | Member since | Member until |
    | AL   | Albania             | wb partner     | seat        | WBCTi          | 2019-11-18   |              |
    | EC   | European Commission | EU institution | seat, chair | WBBSi; WBCTi   | 2019-11-18   |              |
"""  # noqa: E501 - a table reads best on one line
CONTACTS = """
    | Member | Pillar | Function         | Role        | E-mail            | From       | Until |
    | AL     | WBCTi  | Contact point    | technical   | wbcti@al.example  | 2025-01-01 |       |
    | EC     |        | Desk             | coordinator | desk@ec.example   | 2025-01-01 |       |
"""


def read(*sheets: SheetOfCells) -> tuple[MembersRegister | None, list[Finding]]:
    return members_register.read(sheets, aliases(), TAXONOMY)


def register_of(members: str = MEMBERS, contacts: str = CONTACTS) -> MembersRegister:
    register, findings = read(sheet("Members", members), sheet("Contacts", contacts))
    assert register is not None, [str(finding) for finding in findings]
    return register


def said(members: str = MEMBERS, contacts: str = CONTACTS) -> list[str]:
    register, findings = read(sheet("Members", members), sheet("Contacts", contacts))
    assert (register is None) == any(f.severity is Severity.BLOCKS for f in findings)
    return [f"{f.severity}: {f.code} {f.place}" for f in findings]


def test_a_member_is_read_with_kind_seat_pillars_and_dates():
    assert register_of().members == (
        MemberEntry(
            "AL",
            "Albania",
            MemberKind.PARTNER,
            has_seat=True,
            chairs=False,
            pillars=("WBCTi",),
            validity=Validity(date(2019, 11, 18)),
        ),
        MemberEntry(
            "EC",
            "European Commission",
            MemberKind.EU_INSTITUTION,
            has_seat=True,
            chairs=True,
            pillars=("WBCTi", "WBBSi"),
            validity=Validity(date(2019, 11, 18)),
        ),
    )


def test_a_contact_without_a_pillar_serves_all_pillars():
    assert register_of().contacts[1] == Contact(
        "EC",
        "",
        "Desk",
        ContactRole.COORDINATOR,
        "desk@ec.example",
        Validity(date(2025, 1, 1)),
    )


def test_a_register_in_order_has_no_findings():
    assert said() == []


def test_the_sheets_are_told_apart_by_their_headings_not_their_names():
    register, findings = read(
        sheet("Sheet2", CONTACTS, heading_row=17), sheet("Табела", MEMBERS, heading_row=30)
    )
    assert register == register_of()
    assert findings == []


def test_headings_are_known_by_their_aliases():
    members = MEMBERS.replace("Display name", "Name").replace("Member since", "Since")
    contacts = CONTACTS.replace("E-mail", "Email").replace("Function", "Position")
    assert register_of(members, contacts) == register_of()


def test_a_contact_may_name_its_member_in_full():
    assert register_of(contacts=CONTACTS.replace("| AL ", "| Shqipëria ")) == register_of()


@pytest.mark.parametrize("written", ["all", "WBCTi, WBCSCi and WBBSi", "wbbsi/wbcsci/wbcti"])
def test_pillars_come_in_the_order_of_the_methodology(written: str):
    members = register_of(MEMBERS.replace("WBBSi; WBCTi", written)).members
    assert members[1].pillars == ("WBCTi", "WBCSCi", "WBBSi")


def test_one_mistake_in_a_line_is_said_once():
    assert said(MEMBERS.replace("WBBSi; WBCTi", "WBBSi; WBCTx")) == [
        "blocks: unknown-pillar Members!E3"
    ]


def test_kosovo_bears_its_asterisk_whatever_the_register_says():
    members = MEMBERS.replace("| AL   | Albania ", "| XK   | Kosovo ")
    contacts = CONTACTS.replace("| AL ", "| XK ")
    assert register_of(members, contacts).members[0].name == "Kosovo*"
    assert said(members, contacts) == ["note: asterisk-added Members!B2"]


@pytest.mark.parametrize("board", ["seat", ""])
def test_a_board_without_a_chair_blocks(board: str):
    assert said(MEMBERS.replace("seat, chair", board)) == ["blocks: not-one-chair Members!A1"]


def test_two_chairs_block():
    assert said(MEMBERS.replace("| seat  ", "| chair ")) == ["blocks: not-one-chair Members!D3"]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("wb partner", "wb partnr", "blocks: unknown-kind-of-member Members!C2"),
        ("wb partner", "", "blocks: missing-value Members!C2"),
        ("| seat  ", "| throne ", "blocks: unknown-seat-on-the-Board Members!D2"),
        ("| WBCTi  ", "| WBCT1 ", "blocks: unknown-pillar Members!E2"),
        ("| AL   ", "| A* ", "blocks: malformed-code Members!A2"),
    ],
)
def test_what_a_member_may_not_be_blocks(old: str, new: str, finding: str):
    assert finding in said(MEMBERS.replace(old, new, 1))


@pytest.mark.parametrize(
    "written",
    ["2019-11-18", "18.11.2019", "18. 11. 2019.", "18 November 2019", "18/11/2019"],
)
def test_a_day_is_read_in_the_forms_people_use(written: str):
    members = MEMBERS.replace("2019-11-18", written)
    assert register_of(members).members[0].validity.since == date(2019, 11, 18)


@pytest.mark.parametrize("written", ["soon", "2019", "31.2.2020", "43787", "Q3 2024"])
def test_a_day_that_cannot_be_read_blocks(written: str):
    assert "blocks: unreadable-date Contacts!F2" in said(
        contacts=CONTACTS.replace("2025-01-01", written, 1)
    )


def test_a_day_that_can_be_read_two_ways_is_asked_back():
    _, findings = read(
        sheet("Members", MEMBERS),
        sheet("Contacts", CONTACTS.replace("2025-01-01", "03/04/2025", 1)),
    )
    assert "two different days" in findings[0].message


def test_a_last_day_before_the_first_blocks():
    members = MEMBERS.replace("|              |", "| 2018-01-01   |", 1)
    assert "blocks: ends-before-it-begins Members!G2" in said(members)


def test_a_member_may_change_its_name_but_not_stand_twice_on_one_day():
    again = "    | AL   | Shqipëria | wb partner | seat | WBCTi | 2024-01-01 | |\n"
    assert said(MEMBERS + again) == ["blocks: member-twice Members!A4"]
    ended = MEMBERS.replace("|              |", "| 2023-12-31   |", 1)
    assert said(ended + again) == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("wbcti@al", "Write it as"),
        ("Office <wbcti@al.example>", "Did you mean “wbcti@al.example”?"),
        ("wbcti@al.example; ct@al.example", "Give each address a row of its own."),
        ("wbcti at al.example", "Write it as"),
        ("wbcti@al..example", "Write it as"),
    ],
)
def test_a_malformed_address_blocks(written: str, hint: str):
    contacts = CONTACTS.replace("wbcti@al.example", written)
    register, findings = read(sheet("Members", MEMBERS), sheet("Contacts", contacts))
    assert register is None
    assert findings[0].code == "malformed-e-mail"
    assert hint in findings[0].remedy


def test_a_contact_of_an_unknown_member_blocks_with_the_likely_one():
    contacts = CONTACTS.replace("| AL ", "| Albanai ")
    register, findings = read(sheet("Members", MEMBERS), sheet("Contacts", contacts))
    assert register is None
    assert findings[0].code == "unknown-member"
    assert findings[0].remedy.startswith("Did you mean “Albania”?")


def test_a_contact_for_a_pillar_its_member_takes_no_part_in_is_to_be_checked():
    contacts = CONTACTS + "    | AL | WBBSi | Desk | technical | b@al.example | 2025-01-01 | |\n"
    assert said(contacts=contacts) == ["please check: contact-outside-membership Contacts!B4"]


WITH_LANGUAGES = """
    | Member | Pillar | Function | Role | E-mail | Language | From | Until |
    | AL | WBCTi | Desk | technical | wbcti@al.example | %s | 2025-01-01 | |
    | EC | | Desk | coordinator | desk@ec.example | | 2025-01-01 | |
"""


@pytest.mark.parametrize("written", ["bcms", "Crnogorski", "српски", "Serbian"])
def test_a_contact_is_written_to_in_its_language_and_otherwise_in_english(written: str):
    contacts = register_of(contacts=WITH_LANGUAGES % written).contacts
    assert [contact.language for contact in contacts] == ["bcms", "en"]


def test_a_language_nobody_has_written_a_file_for_is_to_be_checked():
    assert said(contacts=WITH_LANGUAGES % "Serbiann") == [
        "please check: unknown-language Contacts!F2"
    ]


def test_a_contact_that_stands_twice_is_to_be_checked():
    again = "    | AL | WBCTi | Again | technical | WBCTI@al.example | 2025-02-01 | |\n"
    assert said(contacts=CONTACTS + again) == ["please check: contact-twice Contacts!E4"]


def test_a_member_no_letter_would_reach_is_to_be_checked():
    contacts = CONTACTS.replace("technical", "board")
    assert said(contacts=contacts) == ["please check: no-contact Members!A2"]


def test_a_register_without_its_contacts_sheet_blocks():
    register, findings = read(sheet("Members", MEMBERS))
    assert register is None
    assert findings[0].message == (
        "No sheet has the headings of a contacts sheet in its first 30 rows."
    )
