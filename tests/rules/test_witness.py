"""The journal is the witness of every decision and release."""

from dataclasses import replace
from datetime import UTC, date, datetime

from data.vocabulary import Decision, JournalEntry, Outcome, TrackId
from tasks.rules import witness

AT = datetime(2026, 6, 20, 10, tzinfo=UTC)
CT = TrackId("2025", "WBCTi")
TAKEN = Decision(
    1, Outcome.ADOPTED, date(2026, 6, 20), "a" * 64, "b" * 64, "d" * 64, "", "M. M.", AT
)
ROUND = "2025 WBCTi round 1"
HASHES = {
    "outcome": "adopted",
    "decided on": "2026-06-20",
    "evidence": "d" * 64,
    "report": "a" * 64,
    "summary": "b" * 64,
}


def entry(act: str, subject: str, facts: dict[str, str]) -> JournalEntry:
    return JournalEntry(1, AT, "M. M.", act, subject, facts, "0" * 64, "1" * 64)


def test_a_decision_that_stands_in_both_is_no_word_worth():
    told = [entry("decision recorded", ROUND, HASHES)]
    assert witness.decisions(told, {CT: [TAKEN]}) == []


def test_a_decision_the_journal_does_not_know_is_named():
    assert witness.decisions([], {CT: [TAKEN]}) == [
        f"{ROUND}: the decision on record is not the one in the journal."
    ]


def test_a_decision_taken_off_the_record_is_named():
    told = [entry("decision recorded", ROUND, HASHES)]
    assert witness.decisions(told, {CT: []}) == [
        f"{ROUND}: the decision in the journal is no longer on record."
    ]


def test_decisions_of_another_cycle_are_not_asked_about():
    told = [entry("decision recorded", "2024 WBCTi round 1", HASHES)]
    assert witness.decisions(told, {CT: []}) == []


def test_a_release_whose_files_were_exchanged_is_named_on_both_sides():
    told = [entry("released: members", "2025 WBCTi", {"a.docx": "1" * 64})]
    assert witness.releases(told, [(CT, "members", {"a.docx": "1" * 64})]) == []
    assert witness.releases(told, [(CT, "members", {"a.docx": "2" * 64})]) == [
        "2025 WBCTi: the release on record is not the one in the journal.",
        "2025 WBCTi: the release in the journal is no longer on record.",
    ]


def test_an_outcome_that_was_rewritten_is_named():
    told = [entry("decision recorded", ROUND, HASHES | {"outcome": "not-adopted"})]
    assert len(witness.decisions(told, {CT: [TAKEN]})) == 2


def test_a_draft_or_letter_that_only_one_of_the_two_knows_is_named():
    told = [
        entry("final draft written", "2025 WBCTi", {"draft": "a" * 64}),
        entry("letter held: calendar", "2025", {"letter": "b" * 64}),
    ]
    kept = [("2025 WBCTi Final draft 1.docx", "a" * 64), ("0001 calendar.eml", "b" * 64)]
    assert witness.papers(told, ["2025"], kept) == []
    assert witness.papers(told, ["2025"], [kept[0], ("0001 calendar.eml", "c" * 64)]) == [
        "0001 calendar.eml: the file on record is not in the journal.",
        "2025: the file bbbbbbbbbbbb the journal tells of is no longer on record.",
    ]


def test_a_confirmation_or_recall_that_only_one_of_the_two_knows_is_named():
    recorded = entry("decision recorded", ROUND, HASHES)
    signed = replace(TAKEN, confirmed_by="Colleague", recalled_by="Officer")
    assert witness.decisions([recorded], {CT: [signed]}) == [
        f"{ROUND}: the confirmation on record is not the one in the journal.",
        f"{ROUND}: the recall on record is not the one in the journal.",
    ]
    told = [
        recorded,
        replace(entry("decision confirmed", ROUND, HASHES), who="Colleague"),
        replace(entry("decision recalled", ROUND, HASHES | {"reason": "x"}), who="Officer"),
    ]
    assert witness.decisions(told, {CT: [signed]}) == []
    assert witness.decisions(told, {CT: [TAKEN]}) == [
        f"{ROUND}: the confirmation in the journal is no longer on record.",
        f"{ROUND}: the recall in the journal is no longer on record.",
    ]


def test_one_of_two_decisions_alike_that_was_taken_away_is_named():
    told = [entry("decision recorded", ROUND, HASHES)] * 2
    assert witness.decisions(told, {CT: [TAKEN, TAKEN]}) == []
    assert len(witness.decisions(told, {CT: [TAKEN]})) == 1
