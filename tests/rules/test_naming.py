"""Names of files: plain letters, in order, and nothing a file system refuses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import DraftKind
from tasks.rules import naming


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (DraftKind.FIRST, "2025 WBCTi First draft 1.docx"),
        (DraftKind.CONSULTATION, "2025 WBCTi Consultation draft 1.docx"),
        (DraftKind.FINAL, "2025 WBCTi Final draft 1.docx"),
        (DraftKind.SUMMARY, "2025 WBCTi Summary 1.docx"),
    ],
)
def test_a_draft_says_what_it_is(kind, name):
    assert naming.draft("2025", "WBCTi", kind, 1) == name


def test_a_workbook_bears_its_reference():
    assert naming.workbook("2025-WBCTi-XK-response") == "2025-WBCTi-XK-response.xlsx"


def test_letters_sort_as_their_members_do():
    names = [
        naming.letter("2025", "WBCTi", order, code, "request")
        for order, code in enumerate(("AL", "BA", "XK", "ME"), 1)
    ]
    assert names == sorted(names)
    assert names[2] == "2025 WBCTi 0003 XK request.eml"


def test_a_letter_on_all_pillars_names_none():
    assert naming.letter("2025", "", 1, "AL", "calendar") == "2025 0001 AL calendar.eml"


def test_an_asterisk_a_slash_and_diacritics_do_not_reach_the_file_system():
    assert naming.plain("2024/25: Kosovo*, Đorđe – žargon") == "2024-25- Kosovo- Djordje - zargon"


def test_a_paper_bears_its_title_and_version():
    assert naming.paper("2025", "WBCTi", "Proposed structure", 2) == (
        "2025 WBCTi Proposed structure 2.docx"
    )


@given(st.text())
def test_any_text_becomes_a_name_a_file_system_takes(text):
    name = naming.plain(text)
    assert re.fullmatch(r"[A-Za-z0-9 ._()-]{1,80}", name)
    assert name == name.strip(" .")
    assert naming.plain(name) == name
