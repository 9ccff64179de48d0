"""“We support you” against “they support us”, both ways and in two scripts."""

import pytest

from data.vocabulary.coordination import Named
from tasks.rules import confirmation, project_titles
from tasks.rules.state_of_play import of_needs
from tests.rules.year_2025 import needs, replies, responses, situations, support

NAMES = {"AT": "Austria", "UNODC": "UNODC", "AL": "Albania"}
MAPPED = needs("""
| number   | sub-pillar | filter         | need |
| AL-CT-01 | 3          | Online content | one  |
""")
ASKED = situations("| member | asked | received |\n| AL | 2026-01-12 | 2026-03-10 |")


def compare(reported: str = "", named: str = "", state: str = "answered", support_is: str = "yes"):
    """Pairs of who names it and both names, for one need."""
    lines = "| reporter | need | title | implementer |\n"
    told = "| need | line | kind | text | support | project |\n"
    projects = [each.strip() for each in reported.split(";") if each.strip()]
    for project in projects:
        reporter, title, implementer = (*project.split(": "), "")[:3]
        lines += f"| {reporter} | al-ct-01 | {title} | {implementer} |\n"
    for number, project in enumerate(filter(None, named.split("; ")), 1):
        told += f"| al-ct-01 | {number} | ongoing | text | {support_is} | {project} |\n"
    given = replies(f"| need | state |\n| al-ct-01 | {state} |")
    states = of_needs(MAPPED, ASKED, given, responses(told))
    found = confirmation.compare(states, support(lines), NAMES)
    return [(each.named, each.title, each.as_partner) for each in found]


def test_both_sides_name_the_project_in_their_own_script():
    assert compare("AT: Борба против трговине људима", "Borba protiv trgovine ljudima") == [
        (Named.BOTH, "Борба против трговине људима", "Borba protiv trgovine ljudima")
    ]


def test_one_side_alone_is_told_as_such():
    assert compare("AT: Cyber Patrol", "Referral desk") == [
        (Named.SUPPORTER_ONLY, "Cyber Patrol", ""),
        (Named.PARTNER_ONLY, "", "Referral desk"),
    ]


@pytest.mark.parametrize("name", ["Austria", "supported by Austria", "GIZ (for Austria)", "GIZ"])
def test_a_partner_may_name_the_member_or_its_implementer(name):
    assert compare("AT: Cyber Patrol: GIZ", name)[0][0] is Named.BOTH


def test_a_name_within_another_word_is_no_name():
    assert compare("AT: Cyber Patrol", "Austrian help")[0][0] is Named.SUPPORTER_ONLY


@pytest.mark.parametrize("state", ["", "later", "not shareable"])
def test_R11_without_the_partners_word_nothing_is_missing_in_it(state):
    assert compare("AT: Cyber Patrol", state=state) == [
        (Named.PARTNER_NOT_HEARD, "Cyber Patrol", "")
    ]


def test_R11_what_is_not_shareable_names_no_project():
    assert compare("", "Referral desk", state="not shareable") == []


def test_a_response_without_project_support_names_none():
    assert compare("", "Referral desk", support_is="no") == []


def test_the_same_project_twice_counts_once_on_either_side():
    assert compare("AT: Cyber Patrol; AT: cyber patrol", "Cyber Patrol; cyber patrol") == [
        (Named.BOTH, "Cyber Patrol", "Cyber Patrol")
    ]


def test_R15_reports_stand_in_the_order_of_the_members_names():
    found = compare("UNODC: A project of theirs; AT: The second one")
    assert [title for _, title, _ in found] == ["The second one", "A project of theirs"]


@pytest.mark.parametrize(
    ("name", "title", "same"),
    [
        ("EU4FAST-WB", "Support to the fight (eu4fast)", True),
        ("iPROCEEDS-2", "iPROCEEDS-3", False),
        ("the Cyber Patrol project, phase", "Cyber Patrol", True),
        ("Cyber Patrol in Tirana", "Cyber Patrol", True),
        ("Training", "Training of trainers", False),
        ("the", "a", False),
    ],
)
def test_titles_are_one_when_their_telling_words_are(name, title, same):
    assert project_titles.means(name, title) is same
