"""Year on year: no change is a step back, and an intention is never a broken promise (R13)."""

from dataclasses import replace

import pytest

from data.vocabulary import AnswerState, FollowUp, LastYear, NeedStatus, PlannedReply, StatementKind
from data.vocabulary.trends import Intention, IntentionState, Trend
from tasks.rules import trends
from tasks.rules.state_of_play import of_needs
from tests.rules.year_2025 import needs, replies, responses, situations

(NEED,) = needs("""
| number   | sub-pillar | filter         | need |
| AL-CT-01 | 3          | Online content | one  |
""")
ASKED = situations("| member | asked | received |\n| AL | 2026-01-12 | 2026-03-10 |")


def state(*kinds: str, choice: str = "answered", status: str = "open"):
    table = "\n".join(f"| al-ct-01 | {n} | {kind} | text {n} |" for n, kind in enumerate(kinds, 1))
    told = responses(f"| need | line | kind | text |\n{table}") if kinds else ()
    given = replies(f"| need | state |\n| al-ct-01 | {choice} |") if choice != "none" else ()
    mapped = replace(NEED, status=NeedStatus(status))
    return of_needs((mapped,), ASKED, given, told)


def before(*kinds: str, planned=(), answered=True, status="open"):
    return LastYear(
        "2024",
        tuple(f"old {n}" for n, _ in enumerate(kinds, 1)),
        tuple(planned),
        tuple(StatementKind(kind) for kind in kinds),
        answered,
        NeedStatus(status),
        ("AL-CT-9",),
    )


def trend(states, held):
    (found,) = trends.of_needs(states, {"al-ct-01": held} if held else {})
    return found.trend


def test_a_need_no_earlier_cycle_had_is_new():
    assert trend(state("ongoing"), None) is Trend.NEW


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        ("open", "met", Trend.MET),
        ("partly met", "met", Trend.MET),
        ("met", "open", Trend.REOPENED),
        ("met", "partly met", Trend.REOPENED),
        ("open", "partly met", Trend.ADVANCED),
        ("met", "met", Trend.UNCHANGED),
    ],
)
def test_the_status_in_the_needs_mapping_speaks_first(then, now, change):
    assert trend(state("ongoing", status=now), before("ongoing", status=then)) is change


@pytest.mark.parametrize(
    ("then", "now", "change"),
    [
        (["ongoing"], ["achieved"], Trend.ADVANCED),
        (["request"], ["planned"], Trend.ADVANCED),
        ([], ["ongoing"], Trend.ADVANCED),
        (["ongoing"], ["ongoing"], Trend.UNCHANGED),
        (["achieved"], ["ongoing"], Trend.UNCHANGED),
        (["achieved"], ["achieved"], Trend.ADVANCED),  # a further response, in other words
        ([], [], Trend.UNCHANGED),
    ],
)
def test_replies_are_compared_step_by_step_and_never_backwards(then, now, change):
    assert trend(state(*now), before(*then)) is change


def test_the_same_achievement_told_again_is_no_further_step():
    held = replace(before("achieved"), reported=("TEXT 1.",))
    assert trend(state("achieved"), held) is Trend.UNCHANGED


def test_what_was_planned_and_is_now_ongoing_advanced():
    assert trend(state("ongoing"), before(planned=["A unit"])) is Trend.ADVANCED


@pytest.mark.parametrize("choice", ["none", "not shareable", "later", "not applicable"])
def test_R11_two_cycles_are_compared_only_where_both_hold_a_reply(choice):
    assert trend(state(choice=choice), before("ongoing")) is Trend.NOT_COMPARED
    assert trend(state("ongoing"), before(answered=False)) is Trend.NOT_COMPARED


def test_a_snapshot_of_an_older_form_is_not_compared():
    assert not trends.can_compare({"al-ct-01": LastYear("2024", ("A draft.",), ())})
    assert trends.can_compare({"al-ct-01": before()})


def outcome(states, *follow_ups: FollowUp | None, remark=""):
    held = {"al-ct-01": before(planned=["A unit"])}
    planned = [PlannedReply("al-ct-01", 1, each, remark) for each in follow_ups]
    (found,) = trends.intentions(states, held, planned)
    assert (found.cycle, found.text, found.item) == ("2024", "A unit", 1)
    return found.state


@pytest.mark.parametrize(
    ("follow_up", "words"),
    [
        (FollowUp.DONE, "reported as done"),
        (FollowUp.STILL_TRUE, "still planned"),
        (FollowUp.CHANGED, "changed"),
    ],
)
def test_R13_what_became_of_an_intention_is_what_the_partner_says(follow_up, words):
    assert outcome(state("ongoing"), follow_up) == words


def test_R13_without_a_word_on_it_nothing_is_concluded():
    assert outcome(state(choice="none")) is IntentionState.NO_INFORMATION
    assert outcome(state("ongoing"), None) is IntentionState.RESPONSES
    assert outcome(state("planned")) is IntentionState.NO_INFORMATION


def test_R11_remarks_on_a_need_that_is_not_shareable_stay_in_the_record():
    held = {"al-ct-01": before(planned=["A unit"])}
    said = PlannedReply("al-ct-01", 1, FollowUp.DONE, "In secret.")
    (found,) = trends.intentions(state(choice=AnswerState.NOT_SHAREABLE), held, [said])
    assert found == Intention("al-ct-01", 1, "2024", "A unit", IntentionState.NOT_SHAREABLE)


def test_R13_no_word_speaks_of_promises():
    words = " ".join(IntentionState).casefold()
    assert not any(harsh in words for harsh in ("promise", "failed", "broken", "late", "missed"))
