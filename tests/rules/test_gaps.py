"""R11: a gap needs a reply; three of the four absences never give one."""

import pytest

from data.vocabulary import GapKind
from tasks.rules import gaps
from tasks.rules.state_of_play import of_needs
from tests.rules.year_2025 import needs, replies, responses, situations

ASKED = situations("""
| member | asked      | received |
| AL     | 2026-01-12 |          |
""")
OPEN = needs("""
| number   | sub-pillar | filter               | need |
| AL-CT-01 | 1          | Criminal legislation | one  |
""")
MET = needs("""
| number   | sub-pillar | filter               | need | status |
| AL-CT-01 | 1          | Criminal legislation | one  | met    |
""")


def lines(*kinds: str):
    table = "\n".join(f"| al-ct-01 | {n} | {kind} | text |" for n, kind in enumerate(kinds, 1))
    return responses(f"| need | line | kind | text |\n{table}") if kinds else ()


def found(state: str, *kinds: str, supported=False, asked=True, need=OPEN):
    given = replies(f"| need | state |\n| al-ct-01 | {state} |") if state != "none" else ()
    states = of_needs(need, ASKED if state != "unasked" else (), given, lines(*kinds))
    supported_needs = frozenset({"al-ct-01"} if supported else ())
    return [gap.kind for gap in gaps.find(states, supported_needs, support_asked=asked)]


def test_R11_nothing_to_report_and_no_support_is_a_gap():
    assert found("nothing to report") == [GapKind.NOTHING_AT_ALL]


def test_R11_nothing_to_report_beside_support_is_a_gap_of_its_own_kind():
    assert found("nothing to report", supported=True) == [GapKind.SUPPORT_WITHOUT_RESPONSE]


@pytest.mark.parametrize("state", ["none", "", "not shareable", "later", "not applicable"])
def test_R11_without_a_reply_to_share_there_is_never_a_gap(state):
    assert found(state) == []
    assert found(state, supported=True) == []


def test_R11_a_need_that_was_not_asked_about_gives_no_gap():
    states = of_needs(OPEN, (), (), ())
    assert gaps.find(states, frozenset(), support_asked=True) == ()


def test_R13_intentions_alone_are_named_as_what_they_are():
    assert found("answered", "planned", "planned") == [GapKind.PLANNED_ONLY]
    assert found("answered", "planned", "ongoing") == []


def test_a_request_is_not_a_response():
    assert found("answered", "request") == [GapKind.NOTHING_AT_ALL]
    assert found("answered", "request", "planned") == [GapKind.PLANNED_ONLY]


def test_a_statement_of_no_stated_kind_counts_as_a_response():
    assert found("answered", "") == []


def test_a_need_that_is_met_has_no_gap():
    assert found("nothing to report", need=MET) == []


def test_before_support_was_asked_its_lack_is_not_held_against_anyone():
    states = of_needs(
        OPEN, ASKED, replies("| need | state |\n| al-ct-01 | nothing to report |"), ()
    )
    (gap,) = gaps.find(states, frozenset(), support_asked=False)
    assert gap.text == (
        "The partner has nothing to report, and support information has not been asked for yet."
    )
