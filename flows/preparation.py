"""Phase I.1: calendar, needs, database and structure, consulted and agreed with the partners."""

from prefect import flow

from data.vocabulary import LettersMode, Position, Subject
from tasks import agreements, bulletin, desk
from tasks.calendar_of_cycle import draft_calendar, write_calendar
from tasks.cycle import open_cycle, tracks_of
from tasks.desk import Ending, OptionalDay, on_the_desk
from tasks.dispatch import hold_letters
from tasks.evidence import keep_evidence
from tasks.needs import analyse_needs, review_database
from tasks.posting import release_letters
from tasks.structure import propose_structure


@flow(name="prepare", flow_run_name="Prepare {cycle}")
@on_the_desk
def prepare(
    cycle: str,
    from_: OptionalDay = None,
    to: OptionalDay = None,
    outlook_to: OptionalDay = None,
    start: OptionalDay = None,
    letters: LettersMode = LettersMode.HOLD,
) -> Ending:
    """Open a cycle and prepare what the partners are to agree on.

    When to press: once, when the year begins; again whenever a letter or paper is missing.
    What it does: it drafts the calendar, analyses the latest needs, reviews what earlier cycles
    hold, proposes a structure for each pillar and writes a letter to each partner.
    What it never does: it asks nobody for information, and it sends nothing unless you say so.
    What next: record each partner's agreement.

    Args:
        cycle: Code of the cycle, usually the year it reports on, for example 2025.
        from_: First day of the reporting period; empty takes it from the code.
        to: Last day of the reporting period; empty takes it from the code.
        outlook_to: Last day of the outlook; empty takes the year after the period.
        start: The day the exercise starts and the calendar counts from; empty takes today.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
    """
    opened = open_cycle(cycle, from_, to, outlook_to, start)
    draft_calendar(opened.code, start)

    papers = write_calendar(opened.code) + [
        paper(track)
        for track in tracks_of(opened.code)
        for paper in (analyse_needs, review_database, propose_structure)
    ]
    hold_letters(agreements.letters_to_partners(opened.code, papers))
    release_letters(opened.code, letters)

    return desk.waiting(bulletin.publish_bulletin(cycle, bulletin.state_of_play(cycle)))


@flow(name="record-agreement", flow_run_name="Record what {member} says of the {subject}, {cycle}")
@on_the_desk
def record_agreement(
    cycle: str,
    subject: Subject,
    member: str,
    *,  # by name from here on, so that the form keeps the order in which an officer thinks
    pillar: str = "",
    position: Position,
    text: str = "",
    evidence: str = "",
    recorded_by: str,
) -> Ending:
    """Record what one partner said of the calendar or of a structure.

    When to press: when a partner has answered by letter, by mail or at a meeting.
    What it does: it keeps the partner's word with its evidence; with the last agreement the
    version is locked.
    What it never does: it takes silence for agreement, and it deletes no earlier word.
    What next: when calendar and structure are agreed, run develop.

    Args:
        cycle: Code of the cycle, for example 2025.
        subject: What the partner spoke of, calendar or structure.
        member: Code of the partner, for example AL.
        pillar: WBCTi, WBCSCi or WBBSi; only for a structure.
        position: "agreed", or "comments" with their text.
        text: The partner's words.
        evidence: Path of the letter or minutes, or a file name in the folder "evidence".
        recorded_by: Your name.
    """
    kept = keep_evidence(evidence)
    return desk.waiting(
        agreements.record(cycle, subject, member, pillar, position, text, kept, recorded_by)
    )
