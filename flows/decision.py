"""After the Board decided: confirmed by a second person, recalled, or amended as it asked (I.3)."""

from prefect import flow

from data.vocabulary import TrackId
from tasks import amending, board, deciding, desk
from tasks.desk import Ending, on_the_desk
from tasks.dispatch import hold_letters


@flow(name="confirm-decision", flow_run_name="Confirm the decision on {cycle} {pillar}")
@on_the_desk
def confirm_decision(cycle: str, pillar: str, confirmed_by: str) -> Ending:
    """Confirm, as a second person, the decision that a colleague recorded.

    When to press: when you have read the minutes or the letter and the record says the same.
    What it does: it appends your name to the decision; without it nothing is published. Letters
    that tell the seats of the Board what is on record are held in the outbox.
    What it never does: it takes the name of the person who recorded the decision.
    What next: read the letters and release them; publish, once the quiet period is over.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        confirmed_by: Your name.
    """
    track = TrackId(cycle, pillar)
    told = deciding.confirm_decision(track, confirmed_by)
    hold_letters(deciding.letters_on_decision(track))
    return desk.waiting(told)


@flow(name="recall-decision", flow_run_name="Recall the decision on {cycle} {pillar}")
@on_the_desk
def recall_decision(cycle: str, pillar: str, reason: str, recorded_by: str) -> Ending:
    """Take back a decision that was recorded, before anything was published.

    When to press: when the record is wrong, or the Board takes its decision back.
    What it does: it appends the recall with its reason; the report waits for the Board again.
    What it never does: it deletes a decision, or recalls one whose report is released.
    What next: record the right decision, or submit the report anew.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        reason: Why the decision is taken back.
        recorded_by: Your name.
    """
    track = TrackId(cycle, pillar)
    return desk.waiting(deciding.recall_decision(track, reason, recorded_by))


@flow(name="record-amendment", flow_run_name="Record an amendment of {cycle} {pillar}")
@on_the_desk
def record_amendment(cycle: str, pillar: str, text: str, recorded_by: str) -> Ending:
    """Write down one amendment with which the Board adopted a report.

    When to press: after a decision "adopted-with-amendments", once for each of them.
    What it does: it keeps the amendment under a number.
    What it never does: it changes the report; that is done as with any comment or edit.
    What next: work the amendments in, build the draft with develop, then tick-amendment.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        text: The amendment as the minutes have it.
        recorded_by: Your name.
    """
    return desk.waiting(amending.record_amendment(TrackId(cycle, pillar), text, recorded_by))


@flow(name="tick-amendment", flow_run_name="Tick off amendment {amendment} of {cycle} {pillar}")
@on_the_desk
def tick_amendment(cycle: str, pillar: str, amendment: int, recorded_by: str) -> Ending:
    """Say that an amendment is found in the newest final draft.

    When to press: when you have held the draft against the one the Board saw (compare-drafts).
    What it does: it keeps your word for exactly this draft; a newer one is ticked off anew.
    What it never does: it looks for the amendment itself.
    What next: bind-amended, once every amendment is ticked off.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        amendment: Number of the amendment.
        recorded_by: Your name.
    """
    return desk.waiting(amending.tick_amendment(TrackId(cycle, pillar), amendment, recorded_by))


@flow(name="bind-amended", flow_run_name="Bind the amended report of {cycle} {pillar}")
@on_the_desk
def bind_amended(cycle: str, pillar: str, recorded_by: str) -> Ending:
    """Bind the decision of the Board to the report as amended.

    When to press: when every amendment is ticked off.
    What it does: it freezes the amended report with a new summary, and binds both by their hashes
    to the decision with amendments, as a round of its own.
    What it never does: it binds a draft in which an amendment is not ticked off.
    What next: a colleague confirms it with confirm-decision.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        recorded_by: Your name.
    """
    track = TrackId(cycle, pillar)
    amending.expect_all_ticked(track)
    board.freeze(track)
    return desk.waiting(amending.bind_amended(track, recorded_by))
