"""R11: a gap needs a reply; three of the four absences never give one."""

from dataclasses import replace

import pytest

from data.vocabulary import GapKind, Place, ProjectSupport, SupportLine
from data.vocabulary.analysis import EmptyFilter, ReplyCount
from tasks.rules import gaps, reply_coverage
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


def projects(*titles: str):
    lines = [SupportLine("al-ct-01", n, title) for n, title in enumerate(titles, 1)]
    return {"al-ct-01": lines} if lines else {}


def found(state: str, *kinds: str, supported=False, members=(2, 1), need=OPEN, own="unknown"):
    given = replies(f"| need | state |\n| al-ct-01 | {state} |") if state != "none" else ()
    told = tuple(replace(line, with_project_support=ProjectSupport(own)) for line in lines(*kinds))
    states = of_needs(need, ASKED if state != "unasked" else (), given, told)
    held = projects("EU4FAST-WB") if supported else {}
    return [gap.kind for gap in gaps.find(states, held, ReplyCount(*members))]


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
    assert gaps.find(states, {}, ReplyCount(2, 2)) == ()


def test_R13_intentions_alone_are_named_as_what_they_are():
    assert found("answered", "planned", "planned") == [GapKind.PLANNED_ONLY]
    assert found("answered", "planned", "ongoing") == []


def test_a_request_is_not_a_response():
    assert found("answered", "request") == [GapKind.NOTHING_AT_ALL]
    assert found("answered", "request", "planned", members=(2, 0)) == [GapKind.PLANNED_ONLY]


def test_a_statement_of_no_stated_kind_counts_as_a_response():
    assert found("answered", "") == []


def test_a_need_that_is_met_has_no_gap():
    assert found("nothing to report", need=MET) == []


def sentence(members: ReplyCount) -> str:
    nothing = replies("| need | state |\n| al-ct-01 | nothing to report |")
    (gap,) = gaps.find(of_needs(OPEN, ASKED, nothing, ()), {}, members)
    return gap.text


def test_before_support_was_asked_its_lack_is_not_held_against_anyone():
    assert sentence(ReplyCount(0, 0)) == (
        "The partner has nothing to report, and support information has not been asked for yet."
    )


def test_R11_before_the_first_reply_on_support_nothing_is_concluded_from_its_lack():
    assert sentence(ReplyCount(5, 0)) == (
        "The partner has nothing to report, and no support information has been received yet."
    )
    assert found("answered", "ongoing", "request", members=(5, 0)) == []


def test_a_response_without_the_support_it_asks_for_is_a_gap_of_its_own():
    assert found("answered", "ongoing", "request") == [GapKind.WITHOUT_SUPPORT]
    assert found("answered", "planned", "request") == [
        GapKind.PLANNED_ONLY,
        GapKind.WITHOUT_SUPPORT,
    ]


def test_a_request_is_met_by_a_project_of_another_member_or_one_the_partner_names():
    assert found("answered", "ongoing", "request", supported=True) == []
    assert found("answered", "ongoing", "request", own="yes") == []


def test_a_gap_names_the_need_and_every_cell_it_rests_on():
    place = Place("1 Legal", "D6")
    (reply,) = replies("| need | state |\n| al-ct-01 | answered |")
    reply = replace(reply, place=Place("1 Legal", "D5"), file_sha256="ab" * 32)
    (line,) = lines("planned")
    states = of_needs(OPEN, ASKED, (reply,), (replace(line, place=place),))
    project = replace(*projects("EU4FAST-WB")["al-ct-01"], file_sha256="cd" * 32)
    (gap,) = gaps.find(states, {"al-ct-01": [project]}, ReplyCount(1, 1))
    assert gap.evidence == (
        "need:al-ct-01",
        f"file:{'ab' * 32}#1 Legal!D5",
        "cell:1 Legal!D6",
        f"file:{'cd' * 32}",
    )


TWO = needs("""
| number   | sub-pillar | filter               | need  | status |
| AL-CT-01 | 1          | Criminal legislation | one   | open   |
| AL-CT-02 | 1          | Criminal legislation | two   | met    |
| BA-CT-01 | 1          | Criminal legislation | three | open   |
""")
BOTH_ASKED = situations("""
| member | asked      | received |
| AL     | 2026-01-12 |          |
| BA     | 2026-01-12 |          |
""")


def empty(first: str, second: str, *kinds: str, mapped=TWO):
    given = replies(
        f"| need | state |\n| al-ct-01 | {first} |\n| al-ct-02 | later |\n| ba-ct-01 | {second} |"
    )
    states = of_needs(mapped, BOTH_ASKED, given, lines(*kinds))
    return gaps.empty_filters(states, [(1, "Criminal legislation"), (2, "Coordination bodies")])


def test_a_filter_on_which_all_replied_and_nobody_responds_is_named():
    wanted = (EmptyFilter(1, "Criminal legislation", ("AL", "BA"), ("al-ct-01", "ba-ct-01")),)
    assert empty("nothing to report", "nothing to report") == wanted
    assert empty("answered", "nothing to report", "request") == wanted


@pytest.mark.parametrize("state", ["", "not shareable", "later", "not applicable"])
def test_R11_a_filter_is_not_empty_while_one_answer_is_open(state):
    assert empty("nothing to report", state) == ()


def test_a_filter_with_one_response_or_of_one_partner_alone_is_not_named():
    assert empty("answered", "nothing to report", "planned") == ()
    assert empty("nothing to report", "nothing to report", mapped=TWO[:2]) == ()


def test_the_replies_behind_a_count_are_told_in_words():
    assert reply_coverage.words(reply_coverage.count(ASKED), "partner") == (
        "0 of 1 partner replied"
    )
    assert reply_coverage.words(ReplyCount(6, 5), "partner") == "5 of 6 partners replied"
    assert reply_coverage.words(ReplyCount(0, 0), "other member") == "no other member asked"
