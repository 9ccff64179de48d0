"""A proposal is decided by the rules of reports, and refused in words of its own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from string import Formatter

import pytest

from data.errors import methodology as told
from data.errors.base import Refusal
from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    BoardRule,
    Decision,
    Outcome,
    RoundState,
)
from data.vocabulary.board import Deciding, Mode, Procedure, ProcedureState, Voice, Vote
from data.vocabulary.documents import Paragraph
from data.vocabulary.methodology import FileOfRecord, Proposal
from tasks.rules import proposal_words, round_words
from tasks.rules.proposal_rounds import _OURS, after, bound, next_round, recalled
from tests.tables import rows

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
CHAIR = BoardRule("chair-conclusion-1", "The chair concludes.", "configured")
SILENCE = BoardRule("silence-1", "Silence counts.", "ToR, Article 7", Deciding.SILENCE)
PAPER = "a" * 64
ROUND = bound(next_round(3, None, CHAIR, Mode.MEETING, AT), PAPER)
DECISION = Decision(
    1, Outcome.ADOPTED, AT.date(), PAPER, PAPER, "e" * 64, "Adopted.", "Officer", AT, "2026/2"
)
PROPOSAL = Proposal(
    3, "XK", "First line.\n\nSecond line.", "Because.", (FileOfRecord("a.docx", "d" * 64),), "O", AT
)


def test_the_first_round_is_open_bound_to_its_paper_and_has_the_days_of_the_rule():
    assert (ROUND.number, ROUND.state, ROUND.pillar) == (1, RoundState.OPEN, "proposal 3")
    assert ROUND.closes_at == AT + timedelta(days=14)
    assert {ROUND.report_sha256, ROUND.summary_sha256, ROUND.report_snapshot} == {PAPER}


def test_a_round_that_is_open_is_found_again_and_not_in_another_mode():
    assert next_round(3, ROUND, CHAIR, Mode.MEETING, AT) is ROUND
    with pytest.raises(told.ProposalRoundChanged):
        next_round(3, ROUND, CHAIR, Mode.WRITTEN, AT)


def test_silence_means_something_in_writing_only():
    with pytest.raises(told.ProposalModeDoesNotFit):
        next_round(3, None, SILENCE, Mode.MEETING, AT)


@pytest.mark.parametrize("state", [RoundState.NOT_ADOPTED, RoundState.POSTPONED, RoundState.VOID])
def test_what_was_not_adopted_may_go_to_the_board_again(state: RoundState):
    again = next_round(3, replace(ROUND, state=state), CHAIR, Mode.MEETING, AT)
    assert (again.number, again.report_sha256) == (2, "")


@pytest.mark.parametrize("state", [RoundState.ADOPTED, RoundState.ADOPTED_WITH_AMENDMENTS])
def test_what_was_adopted_is_not_sent_again(state: RoundState):
    with pytest.raises(told.ProposalSettled):
        next_round(3, replace(ROUND, state=state), CHAIR, Mode.MEETING, AT)


OUTCOMES = rows(
    """
    | outcome                 | round                   |
    | adopted                 | adopted                 |
    | adopted-with-amendments | adopted with amendments |
    | not-adopted             | not adopted             |
    | postponed               | postponed               |
    """
)


@pytest.mark.parametrize("row", OUTCOMES, ids=lambda row: row["outcome"])
def test_a_decision_closes_the_round_and_its_recall_opens_it(row):
    taken = replace(DECISION, outcome=Outcome(row["outcome"]))
    state = after(ROUND, taken)
    assert state.value == row["round"]
    closed = replace(ROUND, state=state)
    assert recalled(closed, taken, False, "Wrong minutes.") is RoundState.OPEN


def test_a_decision_on_another_paper_makes_the_round_void():
    assert after(ROUND, replace(DECISION, report_sha256="b" * 64)) is RoundState.VOID


def test_a_decision_a_version_came_of_is_not_recalled():
    adopted = replace(ROUND, state=RoundState.ADOPTED)
    with pytest.raises(told.ProposalInForce):
        recalled(adopted, DECISION, True, "Wrong minutes.")
    with pytest.raises(told.ProposalRecallReasonMissing):
        recalled(adopted, DECISION, False, " ")


@pytest.mark.parametrize("kind", _OURS, ids=lambda kind: kind.__name__)
def test_every_refusal_of_a_reports_round_has_the_facts_its_translation_tells(
    kind: type[Refusal],
):
    def facts(of: type[Refusal]) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(of.what + of.remedy) if name}

    given = facts(kind) | {"cycle", "pillar", "number"}
    assert facts(_OURS[kind]) <= given
    assert "report" not in _OURS[kind].what


def test_the_paper_holds_the_partners_words_untouched_and_the_footnote_once():
    paper = proposal_words.paper(PROPOSAL, "Kosovo*", "Europe/Sarajevo")
    notes = [b.text for b in paper.blocks if isinstance(b, Paragraph) and b.style == "note"]
    assert notes == ["First line.", "Second line.", "Because."]
    assert paper.kosovo_footnote == KOSOVO_FOOTNOTE
    assert proposal_words.paper(PROPOSAL, "Albania", "Europe/Sarajevo").kosovo_footnote == ""


def test_the_standing_names_each_seat_alphabetically_and_never_decides():
    said = [Voice("AL", Vote.OBJECT, "Too soon.", "", "Officer", AT)]
    procedure = Procedure(ProcedureState.EXPIRED, (), AT)
    lines = round_words.standing(
        replace(ROUND, mode=Mode.WRITTEN),
        "on proposal 1",
        {"EC": "European Commission", "AL": "Albania"},
        [],
        said,
        procedure,
        "Europe/Sarajevo",
    ).splitlines()
    assert lines[0].startswith("Round 1 on proposal 1 is open; the written procedure expired")
    assert "It is no decision" in lines[0]
    assert lines[3:] == [
        "Albania: letter not known; object: Too soon. (recorded on its behalf by Officer)",
        "European Commission: letter not known; no position",
    ]
