"""A partner proposes to amend the Methodology, and the Board decides on the words it was sent."""

from datetime import date
from pathlib import Path

import pytest

from data import store
from data.errors import methodology as told
from data.errors.cycles import NameMissing
from data.queries import journal, proposals
from data.settings import settings
from data.vocabulary import LettersMode, Outcome, RoundState
from data.vocabulary.board import Delivery, Mode, Vote
from tasks import (
    adopting,
    methodology_check,
    proposal_deciding,
    proposal_letters,
    proposal_seats,
)
from tasks.edges import shelf
from tasks.edges.messages import open_letter
from tasks.edges.word import read_document
from tasks.proposing import propose, submit
from tasks.records import verify_records
from tasks.rules import witness_outside
from tests.steps.living_methodology.facts import (
    REASON,
    TEXT,
    decide,
    go_to,
    in_force,
    proposed,
    version_folder,
)

JUNE_8, JUNE_9, JUNE_19 = date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 19)


def state() -> RoundState:
    with store.session() as session:
        opened = proposals.newest_round(session, 1)
    assert opened is not None
    return opened.state


def acts() -> list[str]:
    with store.session() as session:
        return [entry.act for entry in journal.entries(session)]


def test_a_proposal_is_kept_once_with_its_files_and_who_recorded_it():
    proposed()
    assert proposed() == 1
    with store.session() as session:
        (held,) = proposals.every(session)
    assert (held.member, held.text, held.reason) == ("AL", TEXT, REASON)
    assert [file.name for file in held.files] == ["Methodology amended.docx"]
    assert acts().count("amendment proposed") == 1


def test_all_proposals_are_listed_with_where_they_stand_and_what_came_of_them(june: Path):
    assert proposal_seats.standing.fn(0) == "No proposal to amend the Methodology is on record"
    proposed()
    assert proposal_seats.standing.fn(0) == "Proposal 1 of Albania: not sent to the Board yet"
    submit.fn(1)
    assert proposal_seats.standing.fn(0) == "Proposal 1 of Albania: round 1 is open"
    in_force(june)
    told_of = "Proposal 1 of Albania: version 2026, in force from 20 June 2026"
    assert proposal_seats.standing.fn(0) == told_of


def test_only_a_partner_proposes_and_with_words_and_a_reason():
    with pytest.raises(told.ProposerNotAPartner, match="AL, BA"):
        propose.fn("EC", TEXT, REASON, [], "Officer")
    with pytest.raises(told.ProposalWithoutWords):
        propose.fn("AL", TEXT, " ", [], "Officer")
    with pytest.raises(NameMissing):
        propose.fn("AL", TEXT, REASON, [], " ")


def test_the_board_is_sent_words_reason_and_files_in_one_paper_with_a_letter_to_each_seat():
    letters = submit.fn(proposed())
    assert submit.fn(1) == letters
    assert len(letters) == 7
    assert proposal_letters.hold.fn(letters) == 7
    assert proposal_letters.hold.fn(letters) == 0
    assert len(list((settings().root / "outbox" / "held").glob("*proposal*"))) == 7
    paper = shelf.take(settings().root / "shelf", letters[0].enclosures[0].sha256)
    texts = [str(block) for block in read_document(paper).blocks]
    for words in (TEXT, REASON, "Methodology amended.docx"):
        assert any(words in text for text in texts)
    assert acts().count("submitted to the Board") == 1


def test_held_letters_on_a_proposal_leave_when_a_person_says_so_and_once():
    proposal_letters.hold.fn(submit.fn(proposed()))
    assert proposal_letters.release.fn(LettersMode.HOLD) == 0
    assert proposal_letters.release.fn(LettersMode.RELEASE) == 7
    assert proposal_letters.release.fn(LettersMode.RELEASE) == 0


def test_a_letter_on_a_proposal_goes_to_the_seats_contact_of_the_board():
    proposal_letters.hold.fn(submit.fn(proposed()))
    with store.session() as session:
        told_to = {
            entry.facts["to"]
            for entry in journal.entries(session)
            if entry.act == "letter held: proposal"
        }
    assert len(told_to) == 7
    assert not any("secretariat@" in address for address in told_to)


def test_a_proposal_that_is_open_is_not_sent_in_another_mode():
    submit.fn(proposed())
    with pytest.raises(told.ProposalRoundChanged, match="record-proposal-decision"):
        submit.fn(1, Mode.WRITTEN)
    with pytest.raises(told.ProposalUnknown, match="on record are: 1"):
        submit.fn(2)


def test_before_the_board_was_sent_it_there_is_nothing_to_say_or_decide(june: Path):
    proposed()
    folder = str(version_folder(june))
    for act in (
        lambda: proposal_seats.standing.fn(1),
        lambda: say("EC", Vote.APPROVE),
        decide,
        lambda: proposal_deciding.confirm_decision.fn(1, "Colleague"),
        lambda: adopting.lay.fn(1, folder, "Officer"),
    ):
        with pytest.raises(told.ProposalNotBeforeTheBoard):
            act()


def say(seat: str, vote: Vote, text: str = "", proxy: str = "") -> str:
    return proposal_seats.record_position.fn(1, seat, vote, text, proxy, "Officer")


def test_positions_on_a_proposal_are_kept_on_behalf_of_seats_and_said_twice_once():
    submit.fn(proposed())
    say("EC", Vote.APPROVE, proxy="Marko Marković")
    say("EC", Vote.APPROVE, proxy="Marko Marković")
    assert acts().count("position of a seat recorded") == 1
    assert "approve, by proxy Marko Marković" in proposal_seats.standing.fn(1)
    with pytest.raises(told.ProposalSeatUnknown, match="EC"):
        say("ZZ", Vote.APPROVE)
    with pytest.raises(told.ObjectionToAProposalWithoutReason):
        say("EC", Vote.OBJECT)
    with pytest.raises(told.ProposalProxyIsTheSeat):
        say("EC", Vote.APPROVE, proxy="ec")


def test_a_written_procedure_on_a_proposal_decides_nothing_and_an_objection_breaks_it():
    letters = submit.fn(proposed(), Mode.WRITTEN)
    for letter in letters:
        sentence = proposal_seats.record_delivery.fn(
            1, letter.member, Delivery.DELIVERED, "Officer"
        )
    assert "runs until Monday 15 June 2026" in sentence
    go_to(JUNE_8)
    with pytest.raises(told.ProposalRuleNotMet, match="still runs"):
        decide()
    assert proposal_seats.tell_of_objections.fn(1) == []
    assert "broken by an objection: EC" in say("EC", Vote.OBJECT, "Too soon.")
    told_to = proposal_seats.tell_of_objections.fn(1)
    assert proposal_letters.hold.fn(told_to) == 7
    with pytest.raises(told.ProposalRuleNotMet, match="broken by an objection of EC"):
        decide()
    decide(Outcome.NOT_ADOPTED)
    assert state() is RoundState.NOT_ADOPTED


def test_a_decision_on_a_proposal_needs_evidence_minutes_and_a_day_that_can_be_right():
    submit.fn(proposed())
    with pytest.raises(told.ProposalMinutesMissing):
        decide(on=date(2026, 6, 1), minutes=" ")
    with pytest.raises(told.ProposalDecisionInTheFuture):
        decide()
    with pytest.raises(told.ProposalDecisionBeforeItsRound):
        decide(on=date(2026, 5, 31))
    with pytest.raises(told.ProposalDecisionWithoutEvidence):
        proposal_deciding.record_decision.fn(
            1, Outcome.ADOPTED, date(2026, 6, 1), "", "Officer", "2026/2", ""
        )
    assert state() is RoundState.OPEN


def test_a_decision_on_a_proposal_is_kept_once_and_confirmed_by_somebody_else_once():
    submit.fn(proposed())
    go_to(JUNE_8)
    decide()
    decide()
    assert acts().count(methodology_check.DECIDED) == 1
    for name in ("Officer", " OFFICER "):
        with pytest.raises(told.ProposalConfirmedByItsRecorder):
            proposal_deciding.confirm_decision.fn(1, name)
    once = proposal_deciding.confirm_decision.fn(1, "Colleague")
    assert proposal_deciding.confirm_decision.fn(1, "A third person") == once
    with pytest.raises(told.ProposalSettled):
        submit.fn(1)


def test_letters_on_a_decision_follow_its_confirmation_once_and_print_the_head():
    submit.fn(proposed())
    go_to(JUNE_8)
    decide()
    assert proposal_deciding.letters_on_decision.fn(1) == []
    proposal_deciding.confirm_decision.fn(1, "Colleague")
    with store.session() as session:
        confirmed = journal.entries(session)[-1]
    letters = proposal_deciding.letters_on_decision.fn(1)
    assert confirmed.act == methodology_check.CONFIRMED
    assert len(letters) == 7  # Albania, who proposed, has a seat
    assert proposal_letters.hold.fn(letters) == 7
    assert proposal_letters.hold.fn(proposal_deciding.letters_on_decision.fn(1)) == 0
    held = sorted((settings().root / "outbox" / "held").glob("*proposal-decision*.eml"))
    assert len(held) == 7
    paper = letters[0].facts["files"]
    for path in held:
        words = open_letter(path.read_bytes()).text
        assert witness_outside.heads_in(words) == [confirmed.hash]
        assert all(sha256 in words for _, sha256 in paper)
    assert proposal_letters.release.fn(LettersMode.RELEASE) == 7


def test_verify_holds_the_heads_printed_in_letters_on_proposals_against_the_journal(june: Path):
    submit.fn(proposed())
    go_to(JUNE_8)
    decide()
    proposal_deciding.confirm_decision.fn(1, "Colleague")
    proposal_letters.hold.fn(proposal_deciding.letters_on_decision.fn(1))
    assert verify_records.fn("") == []
    path = next((june / "outbox" / "held").glob("*proposal-decision*.eml"))
    head = witness_outside.heads_in(open_letter(path.read_bytes()).text)[0]
    path.write_bytes(path.read_bytes().replace(head[:20].encode(), b"e" * 20))
    assert any("the history was rewritten" in each for each in verify_records.fn(""))


def test_after_a_recall_the_letters_on_a_decision_wait_for_the_next_confirmation():
    submit.fn(proposed())
    go_to(JUNE_8)
    decide()
    proposal_deciding.confirm_decision.fn(1, "Colleague")
    first = proposal_deciding.letters_on_decision.fn(1)
    proposal_deciding.recall_decision.fn(1, "A draft.", "Officer")
    assert proposal_deciding.letters_on_decision.fn(1) == []
    decide(Outcome.NOT_ADOPTED)
    proposal_deciding.confirm_decision.fn(1, "Colleague")
    second = proposal_deciding.letters_on_decision.fn(1)
    assert not {each.key for each in first} & {each.key for each in second}
    assert {each.facts["outcome"] for each in second} == {"not-adopted"}


@pytest.mark.parametrize(
    ("outcome", "refusal"),
    [
        (Outcome.NOT_ADOPTED, told.ProposalNotAdopted),
        (Outcome.POSTPONED, told.ProposalNotAdopted),
        (Outcome.ADOPTED_WITH_AMENDMENTS, told.ProposalAmended),
    ],
)
def test_only_what_the_board_adopted_as_it_is_becomes_a_version(june: Path, outcome, refusal):
    submit.fn(proposed())
    go_to(JUNE_8)
    decide(outcome)
    proposal_deciding.confirm_decision.fn(1, "Colleague")
    with pytest.raises(refusal):
        adopting.lay.fn(1, str(version_folder(june)), "Officer")


def test_a_proposal_that_was_not_adopted_goes_to_the_board_in_a_round_of_its_own():
    submit.fn(proposed())
    go_to(JUNE_8)
    decide(Outcome.NOT_ADOPTED)
    letters = submit.fn(1)
    assert letters[0].key.startswith("methodology/proposal/1/2/")
    assert state() is RoundState.OPEN


def test_an_unconfirmed_or_recalled_decision_lays_no_version_on_record(june: Path):
    folder = str(version_folder(june))
    submit.fn(proposed())
    go_to(JUNE_8)
    decide()
    with pytest.raises(told.ProposalDecisionNotConfirmed):
        adopting.lay.fn(1, folder, "Officer")
    with pytest.raises(told.ProposalRecallReasonMissing):
        proposal_deciding.recall_decision.fn(1, " ", "Officer")
    assert proposal_deciding.recall_decision.fn(1, "A draft.", "Officer").endswith("is open")
    with pytest.raises(told.NoProposalDecision):
        adopting.lay.fn(1, folder, "Officer")
    with pytest.raises(told.NoProposalDecision):
        proposal_deciding.confirm_decision.fn(1, "Colleague")
