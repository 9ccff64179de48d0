"""A copy says which draft it is; what does not say so is never guessed."""

from datetime import UTC, datetime

import pytest

from data.vocabulary import Draft, DraftKind, TrackId
from tasks.rules.covering import only_covers
from tasks.rules.returned_draft import Hints, draft_of, tracks_named

AT = datetime(2026, 4, 20, 8, tzinfo=UTC)
CT, CSC = TrackId("2025", "WBCTi"), TrackId("2025", "WBCSCi")


def draft(pillar: str, kind: DraftKind, number: int, sha256: str) -> Draft:
    return Draft("2025", pillar, kind, number, sha256 * 64, "f" * 64, AT)


FIRST = draft("WBCTi", DraftKind.FIRST, 1, "1")
SENT = draft("WBCTi", DraftKind.CONSULTATION, 1, "2")
TWELFTH = draft("WBCTi", DraftKind.CONSULTATION, 12, "3")
OTHER = draft("WBCSCi", DraftKind.CONSULTATION, 1, "4")
KNOWN = (FIRST, SENT, TWELFTH, OTHER)
IDENTITY = {"cycle": "2025", "pillar": "WBCSCi", "draft": "consultation draft 1"}


def hints(name: str = "copy.docx", sha256: str = "9" * 64, **identity: str) -> Hints:
    return Hints(sha256, name, identity)


def test_the_identity_inside_a_file_counts_before_its_name():
    assert draft_of(hints("2025 WBCTi Consultation draft 1.docx", **IDENTITY), KNOWN) == OTHER


def test_an_identity_of_another_cycle_is_no_draft_of_ours_whatever_the_name():
    told = hints("2025 WBCTi Consultation draft 1.docx", **IDENTITY | {"cycle": "2024"})
    assert draft_of(told, KNOWN) is None


def test_the_very_bytes_that_were_sent_are_known():
    assert draft_of(hints(sha256="1" * 64), KNOWN) == FIRST


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2025 WBCTi Consultation draft 1.docx", SENT),
        ("2025_WBCTi_Consultation_draft_1_AL comments (2).docx", SENT),
        ("RE 2025 wbcti CONSULTATION DRAFT 12 final.pdf", TWELFTH),
        ("2025 WBCTi Consultation draft 2.docx", None),
        ("comments.docx", None),
    ],
)
def test_a_file_is_known_by_the_name_it_was_sent_under(name: str, found: Draft | None):
    assert draft_of(hints(name), KNOWN) == found


def test_a_mail_is_about_the_pillar_it_names():
    subject = "Re: IISG asks Albania for comments on the WBCTi draft 2025"
    assert tracks_named(Hints("", "mail.eml", {}, subject), (CT, CSC)) == [CT]
    assert tracks_named(Hints("", "mail.eml", {}, "Comments"), (CT, CSC)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleagues,\n\nplease find attached our comments.\n\nKind regards,\nAna Hoxha",
        "Poštovani,\n\nu prilogu su naši komentari. Hvala!\n\nS poštovanjem\nB. Petrović",
        "",
    ],
)
def test_covering_words_are_no_remark(text: str):
    assert only_covers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Attached are our comments. The table on page 3 is wrong.",
        "Our comments are attached.\n1. Delete AL-CT-01.",
        "We have no comments.",
    ],
)
def test_whatever_says_more_than_that_something_is_enclosed_is_a_remark(text: str):
    assert not only_covers(text)
