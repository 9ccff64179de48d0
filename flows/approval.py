"""Phase I.3: the final draft goes to the Board with its summary, and the Board decides."""

from datetime import date

from prefect import flow

from data.vocabulary import LettersMode, Outcome, TrackId
from data.vocabulary.board import Delivery, Mode, Vote
from tasks import board, deciding, desk, seats
from tasks.desk import Ending, on_the_desk
from tasks.dispatch import hold_letters
from tasks.evidence import keep_evidence, reference_of_minutes
from tasks.posting import release_letters


@flow(name="submit-to-board", flow_run_name="Submit {cycle} {pillar} to the Board")
@on_the_desk
def submit_to_board(
    cycle: str,
    pillar: str,
    letters: LettersMode = LettersMode.HOLD,
    mode: Mode = Mode.MEETING,
) -> Ending:
    """Take one report and its summary to the Board.

    When to press: when the final draft of the pillar is finished.
    What it does: it counts every number again, freezes report and summary by their hashes, opens
    the approval round and writes to every seat.
    What it never does: it submits while a comment is open, and the files never change afterwards.
    What next: record what became of the letters and what the seats say, then the decision.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
        mode: Whether the Board meets, meets with some seats online, or decides in writing.
    """
    track = TrackId(cycle, pillar)
    board.freeze(track)
    hold_letters(board.open_round(track, mode))
    release_letters(cycle, letters, [pillar])
    return desk.waiting("Waiting for the decision of the Board")


@flow(name="record-delivery", flow_run_name="Record the delivery to {seat} on {cycle} {pillar}")
@on_the_desk
def record_delivery(
    cycle: str, pillar: str, seat: str, state: Delivery, recorded_by: str
) -> Ending:
    """Record whether the letter to a seat of the Board arrived.

    When to press: when a seat confirmed that it has the files, or the letter came back.
    What it does: it keeps the word for the round; a written procedure runs once every seat has
    its letter, and a bounce stops it.
    What it never does: it takes a letter that was sent for one that arrived.
    What next: where a letter bounced, correct the address and send the files again.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        seat: Code of the member that has the seat.
        state: What became of the letter.
        recorded_by: Your name.
    """
    return desk.waiting(seats.record_delivery(TrackId(cycle, pillar), seat, state, recorded_by))


@flow(name="record-position", flow_run_name="Record the position of {seat} on {cycle} {pillar}")
@on_the_desk
def record_position(
    cycle: str,
    pillar: str,
    seat: str,
    position: Vote,
    recorded_by: str,
    text: str = "",
    by_proxy: str = "",
) -> Ending:
    """Record on behalf of a seat of the Board what its position is.

    When to press: when a seat took a position, or takes one back.
    What it does: it appends the position; the last one counts. An objection breaks a written
    procedure at once, and a letter to every seat is held.
    What it never does: it takes silence for a position, or all positions together for a decision.
    What next: board-standing shows all seats; the chair concludes.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        seat: Code of the member that has the seat.
        position: Its position; "none" takes back what was said before.
        recorded_by: Your name.
        text: Its comments or reason in its own words; an objection needs them.
        by_proxy: Name of who spoke for the seat, if it was somebody else's representative.
    """
    track = TrackId(cycle, pillar)
    told = seats.record_position(track, seat, position, text, by_proxy, recorded_by)
    hold_letters(seats.tell_of_objections(track))
    return desk.waiting(told)


@flow(name="board-standing", flow_run_name="Where {cycle} {pillar} stands before the Board")
@on_the_desk
def board_standing(cycle: str, pillar: str) -> Ending:
    """Show where the newest approval round of a report stands, seat by seat.

    When to press: at any time after the report went to the Board.
    What it does: it lists letters and positions, and where a written procedure expired it says
    what is proposed to the chair.
    What it never does: it decides.
    What next: record what is missing, or the decision of the Board.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
    """
    return desk.waiting(seats.standing(TrackId(cycle, pillar)))


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
    minutes: str = "",
) -> Ending:
    """Record what the Board decided on the report before it.

    When to press: when you hold the minutes or the letter of the chair.
    What it does: it appends the decision, bound to the very files the Board was sent.
    What it never does: it takes silence for a decision, and it accepts none without evidence.
    What next: a colleague confirms it; an adopted report can then be published after its quiet
    period. Any other goes back to its final draft.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        outcome: What the chair concluded.
        date: The day of the decision.
        evidence: Path of the minutes or letter, or a file name in the folder "evidence".
        recorded_by: Your name.
        text: The conclusion in the chair's words.
        minutes: Reference of the minutes or letter, for example "Minutes 2026/2, item 4"; empty
            takes the name of the evidence file.
    """
    kept, held_in = keep_evidence(evidence), reference_of_minutes(minutes, evidence)
    told = deciding.record_decision(
        TrackId(cycle, pillar), outcome, date, kept, recorded_by, held_in, text
    )
    return desk.waiting(told)
