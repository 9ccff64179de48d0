"""R12: one hand does not overlap with itself, and neither do a law and a van."""

import pytest

from data.reference.thesaurus import thesaurus
from data.vocabulary import SupportLine
from data.vocabulary.findings import OverlapKind
from tasks.rules.likeness import Weighing
from tasks.rules.overlaps import find
from tasks.rules.project_names import organisations
from tests.rules.overlaps_told import NAMES, NEEDS, OVERLAP, SAME, overlap_of


def test_R12_one_implementer_with_the_same_money_of_one_donor_does_not_overlap_with_itself():
    facts = {"implementer": "GIZ", "donors": "Germany", "budget": "500000", "currency": "EUR"}
    titles = ("Forensic laboratory: accreditation", "Akreditacija forenzičke laboratorije")
    assert overlap_of(*titles, **facts) == [SAME]


def test_R12_one_implementer_of_one_donor_at_one_time_does_not_overlap_with_itself():
    facts = {"implementer": "GIZ", "donors": "Germany", "start_text": "2025-02"}
    titles = ("Forensic laboratory: accreditation", "Akreditacija forenzičke laboratorije")
    told = [
        SupportLine("al-ct-01", 1, title, activity="training", end_text=end, **facts)
        for title, end in zip(titles, ("2026-06", "Q2 2026"), strict=True)
    ]
    reports = tuple(zip(("AT", "IT"), told, strict=True))
    assert [each.kind for each in find(reports, NEEDS, NAMES, thesaurus())] == [SAME]
    weighing = Weighing(text=0.1, same=0.3, overlap=0.8, agree=["implementer", "donor"])
    assert weighing.verdict() is OVERLAP
    weighing.one_time = True
    assert weighing.verdict() is SAME
    weighing.clashes("contract or IATI number", not_same=True)
    assert weighing.verdict() is OVERLAP


@pytest.mark.parametrize(
    ("agree", "one_time", "verdict"),
    [
        (["implementer", "reporter named by the other"], False, SAME),
        (["donor", "reporter named by the other"], True, SAME),
        (["donor", "reporter named by the other"], False, OVERLAP),
        (["reporter named by the other"], True, OVERLAP),
        (["donor"], True, OVERLAP),
    ],
)
def test_R12_what_one_member_pays_and_another_carries_out_does_not_overlap_with_itself(
    agree: list[str], one_time: bool, verdict: OverlapKind
):
    weighing = Weighing(text=0.1, same=0.3, overlap=0.8, agree=agree, one_time=one_time)
    assert weighing.verdict() is verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police Integrity Building Programme in Bosnia and Herzegovina",
            "Preventing Bribery among Officers of Bosnia and Herzegovina",
        ),
        (
            "Integrity of the Police in the Republic of North Macedonia",
            "Against Bribery in the Republic of North Macedonia",
        ),
    ],
)
def test_R12_the_name_of_a_partner_is_no_form_that_two_titles_were_made_from(one: str, other: str):
    assert overlap_of(one, other, activity="mentoring of the police on integrity plans")


def test_R12_a_title_in_the_capitals_of_a_database_bears_no_names():
    one = "Support to the Police of Albania in the Surveillance of the Green Border"
    other = "Kufiri i gjelbër"
    assert overlap_of(one, other, activity="thermal cameras for the green border") == [OVERLAP]


def test_R12_the_green_border_is_not_the_border_with_greece():
    one, other = "Patrols of the green border", "Patrols of the border with Kosovo"
    said = "night vision for patrols of the border police"
    assert overlap_of(one, other, activity=said) == [OVERLAP]
    assert overlap_of(one.replace("green border", "Greek border"), other, activity=said) == []


def test_R12_what_does_not_do_the_other_s_work_is_no_overlap():
    law, van = "drafting of the law on gas weapons", "supply of vans for seizing gas weapons"
    course, mentor = "course on seizing gas weapons", "mentoring on seizing gas weapons"
    assert kinds_of(law, van) == kinds_of(van, law) == []
    assert kinds_of(law, law) == kinds_of(course, mentor) == [OVERLAP]


def kinds_of(one: str, other: str) -> list[OverlapKind]:
    reports = (
        ("AT", SupportLine("al-ct-01", 1, "Safer streets", activity=one)),
        ("IT", SupportLine("al-ct-01", 1, "No more shots", activity=other)),
    )
    return [each.kind for each in find(reports, NEEDS, NAMES, thesaurus())]


def test_R12_of_a_few_projects_for_one_need_all_are_held_against_each_other():
    """Neither shares a word with another, and only what they are for says that two meet."""
    told = (
        ("AT", "Facing prejudice", "classes on bias motives in attacks on LGBT persons"),
        ("IT", "Zločini iz mržnje", "obuka policije"),
        ("UNODC", "Deep water", "diving gear"),
    )
    reports = tuple(
        (reporter, SupportLine("al-ct-01", 1, title, activity=activity))
        for reporter, title, activity in told
    )
    (pair,) = find(reports, NEEDS, NAMES, thesaurus())
    assert {pair.first.reporter, pair.second.reporter} == {"AT", "IT"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Council of Europe", "Conseil de l’Europe"),
        ("KiE", "CoE"),
        ("OSCE", "Organization for Security and Co-operation in Europe"),
        ("UNODC", "United Nations Office on Drugs and Crime; Frontex"),
        ("Italian Financial Guard", "Guardia di Finanza"),
        ("UK", "Britania e Madhe"),
        ("Germany", "Auswärtiges Amt"),
    ],
)
def test_R12_an_organisation_is_known_by_its_names_in_the_languages_members_write_in(
    one: str, other: str
):
    assert organisations(one) & organisations(other)


def test_R12_an_office_in_a_title_is_no_town():
    one, other = "Savjetnik u Tužilaštvu", "Adviser in Sarajevo"
    said = "adviser to prosecutors in cases of high corruption"
    assert overlap_of(one, other, activity=said)
