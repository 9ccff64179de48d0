"""The living document: partners propose, the Board decides, later cycles begin with the outcome.

Methodology, final section.
"""

from collections.abc import Sequence
from datetime import date

from prefect import flow

from data.vocabulary import LettersMode, Outcome
from data.vocabulary.board import Delivery, Mode, Vote
from tasks import adopting, comparing, desk, proposal_deciding, proposal_letters, proposal_seats
from tasks.desk import Ending, on_the_desk
from tasks.evidence import keep_evidence, reference_of_minutes
from tasks.proposing import propose, submit


@flow(name="propose-amendment", flow_run_name="Record what {member} proposes to amend")
@on_the_desk
def propose_amendment(
    member: str, text: str, reason: str, recorded_by: str, files: Sequence[str] = ()
) -> Ending:
    """Record a partner's proposal to amend the Methodology.

    When to press: when a partner sent one, at any time of the year.
    What it does: it keeps words, reason and files under a number.
    What it never does: it changes the Methodology, or a proposal once it is recorded.
    What next: submit-proposal sends it to the Board.

    Args:
        member: Code of the partner that proposes, for example AL.
        text: What it proposes, in its own words.
        reason: Why, in its own words.
        recorded_by: Your name.
        files: Paths of the files it sent along, or their names in the folder "evidence".
    """
    kept = [keep_evidence(file) for file in files]
    return desk.waiting(propose(member, text, reason, kept, recorded_by))


@flow(name="submit-proposal", flow_run_name="Submit proposal {proposal} to the Board")
@on_the_desk
def submit_proposal(
    proposal: int, letters: LettersMode = LettersMode.HOLD, mode: Mode = Mode.MEETING
) -> Ending:
    """Forward a proposal to amend the Methodology to the Board.

    When to press: when the proposal is recorded with all its files.
    What it does: it binds words, reason and files in one paper by its hash, opens the approval
    round and writes to every seat.
    What it never does: it sends other words than the partner's, or the same to the Board again
    after it was adopted.
    What next: record what became of the letters and what the seats say, then the decision.

    Args:
        proposal: Number of the proposal.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
        mode: Whether the Board meets, meets with some seats online, or decides in writing.
    """
    proposal_letters.hold(submit(proposal, mode))
    proposal_letters.release(letters)
    return desk.waiting(f"Waiting for the decision of the Board on proposal {proposal}")


@flow(name="release-proposal-letters", flow_run_name="Release the letters on proposals")
@on_the_desk
def release_proposal_letters() -> Ending:
    """Send the letters on proposals to amend the Methodology that are held.

    When to press: when you have read the letters in the outbox.
    What it does: it sends every held letter on a proposal, to the seats of the Board.
    What it never does: it sends a letter twice, or the letters of a cycle.
    What next: record which letters arrived with record-proposal-delivery.
    """
    sent = proposal_letters.release(LettersMode.RELEASE)
    return desk.waiting(f"{sent} letters on proposals sent")


@flow(
    name="record-proposal-delivery",
    flow_run_name="Record the delivery to {seat} on proposal {proposal}",
)
@on_the_desk
def record_proposal_delivery(proposal: int, seat: str, state: Delivery, recorded_by: str) -> Ending:
    """Record whether the letter on a proposal arrived at a seat of the Board.

    When to press: when a seat confirmed that it has the files, or the letter came back.
    What it does: it keeps the word for the round; a written procedure runs once every seat has
    its letter, and a bounce stops it.
    What it never does: it takes a letter that was sent for one that arrived.
    What next: where a letter bounced, correct the address and write it again: resend-letter.

    Args:
        proposal: Number of the proposal.
        seat: Code of the member that has the seat.
        state: What became of the letter.
        recorded_by: Your name.
    """
    return desk.waiting(proposal_seats.record_delivery(proposal, seat, state, recorded_by))


@flow(
    name="record-proposal-position",
    flow_run_name="Record the position of {seat} on proposal {proposal}",
)
@on_the_desk
def record_proposal_position(
    proposal: int,
    seat: str,
    position: Vote,
    recorded_by: str,
    text: str = "",
    by_proxy: str = "",
) -> Ending:
    """Record on behalf of a seat of the Board what its position on a proposal is.

    When to press: when a seat took a position, or takes one back.
    What it does: it appends the position; the last one counts. An objection breaks a written
    procedure at once, and a letter to every seat is held.
    What it never does: it takes silence for a position, or all positions together for a decision.
    What next: proposal-standing shows all seats; the chair concludes.

    Args:
        proposal: Number of the proposal.
        seat: Code of the member that has the seat.
        position: Its position; "none" takes back what was said before.
        recorded_by: Your name.
        text: Its comments or reason in its own words; an objection needs them.
        by_proxy: Name of who spoke for the seat, if it was somebody else's representative.
    """
    told = proposal_seats.record_position(proposal, seat, position, text, by_proxy, recorded_by)
    proposal_letters.hold(proposal_seats.tell_of_objections(proposal))
    return desk.waiting(told)


@flow(name="proposal-standing", flow_run_name="Where proposal {proposal} stands before the Board")
@on_the_desk
def proposal_standing(proposal: int = 0) -> Ending:
    """Show where the newest round on a proposal stands, seat by seat, or list all proposals.

    When to press: at any time.
    What it does: it lists letters and positions, and where a written procedure expired it says
    what is proposed to the chair. Without a number it lists the proposals and what came of each.
    What it never does: it decides.
    What next: record what is missing, or the decision of the Board.

    Args:
        proposal: Number of the proposal; 0 lists all of them.
    """
    return desk.waiting(proposal_seats.standing(proposal))


@flow(name="record-proposal-decision", flow_run_name="Record the decision on proposal {proposal}")
@on_the_desk
def record_proposal_decision(
    proposal: int,
    outcome: Outcome,
    date: date,
    evidence: str,
    recorded_by: str,
    text: str = "",
    minutes: str = "",
) -> Ending:
    """Record what the Board decided on a proposal to amend the Methodology.

    When to press: when you hold the minutes or the letter of the chair.
    What it does: it appends the decision, bound to the very paper the Board was sent.
    What it never does: it takes silence for a decision, and it accepts none without evidence.
    What next: a colleague confirms it with confirm-proposal-decision. What was adopted with
    amendments is proposed anew in the words as amended.

    Args:
        proposal: Number of the proposal.
        outcome: What the chair concluded.
        date: The day of the decision.
        evidence: Path of the minutes or letter, or a file name in the folder "evidence".
        recorded_by: Your name.
        text: The conclusion in the chair's words.
        minutes: Reference of the minutes or letter, for example "Minutes 2026/2, item 4"; empty
            takes the name of the evidence file.
    """
    kept, held_in = keep_evidence(evidence), reference_of_minutes(minutes, evidence)
    return desk.waiting(
        proposal_deciding.record_decision(proposal, outcome, date, kept, recorded_by, held_in, text)
    )


@flow(name="confirm-proposal-decision", flow_run_name="Confirm the decision on proposal {proposal}")
@on_the_desk
def confirm_proposal_decision(proposal: int, confirmed_by: str) -> Ending:
    """Confirm, as a second person, the decision on a proposal that a colleague recorded.

    When to press: when you have read the minutes or the letter and the record says the same.
    What it does: it appends your name to the decision; without it no version is laid on record.
    Letters that tell the seats of the Board and the proposer are held in the outbox.
    What it never does: it takes the name of the person who recorded the decision.
    What next: release-proposal-letters, then adopt-methodology with the files of the new version.

    Args:
        proposal: Number of the proposal.
        confirmed_by: Your name.
    """
    told = proposal_deciding.confirm_decision(proposal, confirmed_by)
    proposal_letters.hold(proposal_deciding.letters_on_decision(proposal))
    return desk.waiting(told)


@flow(name="recall-proposal-decision", flow_run_name="Recall the decision on proposal {proposal}")
@on_the_desk
def recall_proposal_decision(proposal: int, reason: str, recorded_by: str) -> Ending:
    """Take back a decision on a proposal, before a version came into force on it.

    When to press: when the record is wrong, or the Board takes its decision back.
    What it does: it appends the recall with its reason; the proposal waits for the Board again.
    What it never does: it deletes a decision, or recalls one a version came into force on.
    What next: record the right decision.

    Args:
        proposal: Number of the proposal.
        reason: Why the decision is taken back.
        recorded_by: Your name.
    """
    return desk.waiting(proposal_deciding.recall_decision(proposal, reason, recorded_by))


@flow(name="adopt-methodology", flow_run_name="Lay the version of proposal {proposal} on record")
@on_the_desk
def adopt_methodology(proposal: int, folder: str, recorded_by: str) -> Ending:
    """Lay on record the version of the Methodology that carries out an adopted proposal.

    When to press: when the decision is confirmed and the three files of the version are reviewed:
    methodology.yaml, calendar.yaml and taxonomy.yaml, written like those in data/reference; and,
    where the version brings any, its templates of letters, drafts and requests in "templates".
    What it does: it names everything that must be put right at once, trying each template; it keeps
    files and words, and writes a comparison with the version in force into the folder "review".
    What it never does: it puts a version in force, or changes the one a cycle began with.
    What next: a colleague reads the comparison and gives confirm-methodology.

    Args:
        proposal: Number of the proposal the Board adopted.
        folder: Path of the folder of the files, or its name in the folder "methodology".
        recorded_by: Your name.
    """
    code = adopting.lay(proposal, folder, recorded_by)
    compared = comparing.compare("", code)
    told = f"Version {code} is on record and waits to be confirmed"
    return desk.waiting("\n".join([told, compared, *adopting.sheets_missing(code)]))


@flow(name="confirm-methodology", flow_run_name="Put version {version} of the Methodology in force")
@on_the_desk
def confirm_methodology(version: str, confirmed_by: str) -> Ending:
    """Put a version of the Methodology in force for cycles opened from its day on.

    When to press: when you have held the comparison against what the Board adopted.
    What it does: it checks decision and files again and names the first day of the version.
    What it never does: it takes the name of who laid the version on record, and no cycle that is
    open changes.
    What next: prepare opens later cycles with it; send the comparison to the members.

    Args:
        version: Code of the version, as methodology.yaml has it.
        confirmed_by: Your name.
    """
    return desk.waiting(adopting.confirm(version, confirmed_by))


@flow(name="compare-methodologies", flow_run_name="Compare versions {old} and {new}")
@on_the_desk
def compare_methodologies(old: str = "", new: str = "") -> Ending:
    """Write a Word file that holds two versions of the Methodology against each other.

    When to press: when a version is laid on record, or whenever somebody asks what is new.
    What it does: it lays steps, sub-pillars and filters side by side in a file in "review", and
    counts what was added, removed, changed and unchanged.
    What it never does: it judges a change, or changes a version.
    What next: send it along with the decision, if you like.

    Args:
        old: Code of the earlier version; empty takes the one in force before the later one.
        new: Code of the later version; empty takes the one laid on record last.
    """
    return desk.waiting(comparing.compare(old, new))
