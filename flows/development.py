"""Phase I.2: ask, take in, draft, ask for support, consult, and finish the draft."""

from collections.abc import Sequence

from prefect import flow

from data.vocabulary import LettersMode, TrackId
from data.vocabulary.reports import SaidOfComment
from tasks import bulletin, consultation, desk
from tasks.analysis import take_snapshot
from tasks.asking import ask_for_support, request_information
from tasks.comment_register import answer_commenters
from tasks.cycle import tracks_of
from tasks.desk import Ending, OptionalDay, on_the_desk
from tasks.dispatch import hold_letters
from tasks.drafting import drafts_due, write_draft
from tasks.editing import words_to_read_again
from tasks.intake import collect_arrivals, file_return
from tasks.meetings import convoke_consultations, convoke_structure_meeting
from tasks.posting import release_letters
from tasks.receipts import receipts_for
from tasks.reminders import reminders_due
from tasks.unread import answers_to_unread


@flow(name="develop", flow_run_name="Develop {cycle}")
@on_the_desk
def develop(
    cycle: str, pillar: Sequence[str] = (), letters: LettersMode = LettersMode.HOLD
) -> Ending:
    """Do everything of the development phase that is due and possible, pillar by pillar.

    When to press: as often as you like; nothing is done twice.
    What it does: it convokes the meeting on the structure, writes the requests, takes in what came
    back, writes the drafts that are due, asks for support, sends the consultation draft and
    convokes the local and regional meetings on it.
    What it never does: it asks before calendar and structure are agreed, it waits for nobody, and
    it sends nothing unless you say so.
    What next: the name of the finished run says what is awaited.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: The pillars to work on; none means all.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
    """
    tracks = tracks_of(cycle, list(pillar))
    take_in(cycle)

    for track in tracks:
        hold_letters(convoke_structure_meeting(track))
        hold_letters(request_information(track))
        for kind in drafts_due(track):
            write_draft(track, kind, take_snapshot(track, kind))
        hold_letters(ask_for_support(track))
        hold_letters(consultation.consult(track))
        hold_letters(convoke_consultations(track))
        hold_letters(answer_commenters(track))

    release_letters(cycle, letters, list(pillar))
    again = [sentence for track in tracks for sentence in words_to_read_again(track)]
    awaited = bulletin.publish_bulletin(cycle, bulletin.state_of_play(cycle))
    return desk.waiting("\n".join([awaited, *again]))


@flow(name="take-in", flow_run_name="Take in {cycle}")
@on_the_desk
def take_in(cycle: str = "") -> Ending:
    """Read every workbook that came back and write each sender what was understood.

    When to press: at any time; the clock presses every fifteen minutes.
    What it does: it keeps every file of the drop folder unaltered, reads it, checks it against
    what was asked, and writes a receipt that names every problem with its place; a contact whose
    file could not be read is asked for it again.
    What it never does: it guesses whose file it is, and it loses no cell.
    What next: look at the held files, then run develop.

    Args:
        cycle: Code of the cycle whose receipts are written; empty for all cycles.
    """
    filed = sum(file_return(entry) for entry in desk.watched(collect_arrivals()))
    written = hold_letters([*receipts_for(cycle), *answers_to_unread(cycle)])
    return desk.waiting(f"{filed} returns filed, {written} receipts held")


@flow(name="remind", flow_run_name="Remind {cycle}")
@on_the_desk
def remind(cycle: str = "", letters: LettersMode = LettersMode.HOLD) -> Ending:
    """Write a polite reminder to each member whose next rung of the ladder is reached today.

    When to press: never needed; the clock presses on working days at nine.
    What it does: it looks who was asked and has not answered, and writes to the contact.
    What it never does: it reminds on a holiday of that partner, twice for one rung, or after an
    answer came.
    What next: release the letters when you have read them.

    Args:
        cycle: Code of the cycle; empty for all cycles.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
    """
    due = reminders_due(cycle)
    written = hold_letters(due)
    for code in sorted({reminder.cycle for reminder in due}):
        release_letters(code, letters)
    return desk.waiting(f"{written} reminders written")


@flow(name="release-letters", flow_run_name="Release letters of {cycle}")
@on_the_desk
def release(cycle: str, pillar: Sequence[str] = ()) -> Ending:
    """Send the letters of a cycle that lie in the outbox.

    When to press: when you have read the letters in the folder "outbox/held".
    What it does: it posts each held letter once; without a mail server it moves them to "sent".
    What it never does: it sends no letter twice.
    What next: wait for the answers; they are taken in by themselves.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: The pillars whose letters are sent; none means all.
    """
    sent = release_letters(cycle, LettersMode.RELEASE, list(pillar))
    return desk.waiting(f"{sent} letters sent")


@flow(name="record-comment", flow_run_name="Record a comment of {member} on {cycle} {pillar}")
@on_the_desk
def record_comment(
    cycle: str,
    pillar: str,
    member: str,
    text: str,
    recorded_by: str,
    place: str = "",
    proposed: str = "",
    received_on: OptionalDay = None,
) -> Ending:
    """Enter one remark of a member on a draft into the register of comments.

    When to press: for each remark that comes by letter, by mail or at a meeting.
    What it does: it keeps the remark under a number.
    What it never does: it changes no draft by itself.
    What next: dispose of it; a final draft waits until every comment has a disposition.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        member: Code of the member, for example AL.
        text: The remark in the member's words.
        recorded_by: Your name.
        place: Number of the need or chapter the remark is about, if it names one.
        proposed: The wording the member proposes, if it proposes one.
        received_on: The day it came; empty takes today.
    """
    track = TrackId(cycle, pillar)
    number = consultation.record_comment(
        track, member, text, place, proposed, received_on, recorded_by
    )
    return desk.waiting(f"Comment {number} recorded")


@flow(name="dispose-comment", flow_run_name="Dispose of comment {comment} on {cycle} {pillar}")
@on_the_desk
def dispose_comment(
    cycle: str,
    pillar: str,
    comment: int,
    disposition: SaidOfComment,
    recorded_by: str,
    reason: str = "",
) -> Ending:
    """Say what becomes of a comment.

    When to press: when the Secretariat has decided on a comment.
    What it does: it keeps the disposition and its reason; both go into the final draft.
    What it never does: it changes a disposition that is on record.
    What next: when every comment has one and the deadline has passed, develop writes the final
    draft.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        comment: Number of the comment.
        disposition: accepted, partly or not accepted.
        recorded_by: Your name.
        reason: Why; needed unless the comment is accepted.
    """
    track = TrackId(cycle, pillar)
    consultation.dispose_comment(track, comment, disposition, reason, recorded_by)
    return desk.waiting(f"Comment {comment} is {disposition}")
