"""Phase I.3: the final draft goes to the Board with its summary, and the Board decides."""

from datetime import date

from prefect import flow

from data.vocabulary import LettersMode, Outcome, TrackId
from tasks import board, desk
from tasks.desk import Ending, on_the_desk
from tasks.dispatch import hold_letters
from tasks.evidence import keep_evidence
from tasks.posting import release_letters


@flow(name="submit-to-board", flow_run_name="Submit {cycle} {pillar} to the Board")
@on_the_desk
def submit_to_board(cycle: str, pillar: str, letters: LettersMode = LettersMode.HOLD) -> Ending:
    """Take one report and its summary to the Board.

    When to press: when the final draft of the pillar is finished.
    What it does: it counts every number again, freezes report and summary by their hashes, opens
    the approval round and writes to every seat.
    What it never does: it submits while a comment is open, and the files never change afterwards.
    What next: record the decision of the Board.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
    """
    track = TrackId(cycle, pillar)
    board.freeze(track)
    hold_letters(board.open_round(track))
    release_letters(cycle, letters, [pillar])
    return desk.waiting("Waiting for the decision of the Board")


@flow(name="record-decision", flow_run_name="Record the decision on {cycle} {pillar}")
@on_the_desk
def record_decision(
    cycle: str,
    pillar: str,
    outcome: Outcome,
    date: date,
    evidence: str,
    recorded_by: str,
    text: str = "",
) -> Ending:
    """Record what the Board decided on the report before it.

    When to press: when you hold the minutes or the letter of the chair.
    What it does: it appends the decision, bound to the very files the Board was sent.
    What it never does: it takes silence for a decision, and it accepts none without evidence.
    What next: an adopted report can be published; any other goes back to its final draft.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        outcome: What the chair concluded.
        date: The day of the decision.
        evidence: Path of the minutes or letter, or a file name in the folder "evidence".
        recorded_by: Your name.
        text: The conclusion in the chair's words.
    """
    kept = keep_evidence(evidence)
    track = TrackId(cycle, pillar)
    return desk.waiting(board.record_decision(track, outcome, date, kept, recorded_by, text))
