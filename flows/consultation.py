"""Consultation: meetings, returned copies in, the register out and back (I.2, rule R6)."""

from datetime import date

from prefect import flow

from data.vocabulary import CommentKind, TrackId
from data.vocabulary.meetings import About
from tasks import comment_register as register
from tasks import consultation, desk, meeting_changes, returned_copies
from tasks.desk import Ending, OptionalDay, on_the_desk
from tasks.dispatch import hold_letters


@flow(name="take-comments", flow_run_name="Take in comments on {cycle} {pillar}")
@on_the_desk
def take_comments(
    cycle: str, pillar: str, recorded_by: str, member: str = "", file: str = ""
) -> Ending:
    """Read the returned copies of a draft into the register of comments.

    When to press: when copies have come back; lay them into the folder "inbox/comments", each under
    the code of its member (inbox/comments/AL/…): Word files, annotated PDFs, saved messages, text.
    What it does: it keeps every file unaltered, finds every comment, tracked change and edit
    without tracking, numbers them in one register and groups what several say alike.
    What it never does: it loses no remark, reads no file of a member twice, and guesses no draft: a
    file that does not say which one it is a copy of is held.
    What next: write the register with comment-register and dispose of the comments.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        recorded_by: Your name.
        member: Code of one member, for example AL; empty for all.
        file: One file of that member, which is taken even if it does not name its draft.
    """
    track = TrackId(cycle, pillar)
    waiting = returned_copies.collect_copies(track, member, file, recorded_by)
    taken = [
        returned_copies.take_copy(track, entry, recorded_by, bool(file))
        for entry in desk.watched(waiting)
    ]
    return desk.waiting(returned_copies.group_comments(track, taken))


@flow(
    name="record-conclusions", flow_run_name="Record conclusions of {meeting} on {cycle} {pillar}"
)
@on_the_desk
def record_conclusions(
    cycle: str,
    pillar: str,
    member: str,
    meeting: str,
    text: str,
    recorded_by: str,
    place: str = "",
    proposed: str = "",
    received_on: OptionalDay = None,
) -> Ending:
    """Enter a conclusion of a local or regional consultation meeting as a comment.

    When to press: for each conclusion of the minutes.
    What it does: it keeps the conclusion under a number, with the meeting it comes from.
    What it never does: it changes no draft by itself.
    What next: dispose of it like any comment.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        member: Code of the member that answers for the conclusion, for example AL.
        meeting: Name, place and day of the meeting.
        text: The conclusion in the words of the minutes.
        recorded_by: Your name.
        place: Number of the need or chapter it is about, if it names one.
        proposed: The wording it proposes, if it proposes one.
        received_on: The day of the meeting; empty takes today.
    """
    number = consultation.record_comment(
        TrackId(cycle, pillar),
        member,
        text,
        place,
        proposed,
        received_on,
        recorded_by,
        CommentKind.MEETING,
        meeting,
    )
    return desk.waiting(f"Comment {number} recorded")


@flow(name="move-meeting", flow_run_name="Move a meeting on {cycle} {pillar} to {day}")
@on_the_desk
def move_meeting(
    cycle: str,
    pillar: str,
    day: date,
    recorded_by: str,
    member: str = "",
    hour: int = 10,
    place: str = "",
    about: About = About.CONSULTATION,
) -> Ending:
    """Move a consultation meeting or the one on the structure, and tell all who were invited.

    When to press: when a partner proposes another day or place, or the room is taken; a cancelled
    meeting is convoked anew in this way.
    What it does: it keeps the new moment and place, and holds a letter to each who was invited,
    which says that it replaces the earlier invitation and moves the meeting in the calendar.
    What it never does: it moves the deadline for comments, and it sends nothing by itself.
    What next: read the letters in the outbox and release them.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        day: The new day, for example 2026-07-20.
        recorded_by: Your name.
        member: Code of the partner whose local meeting it is, for example AL; empty for the
            regional one.
        hour: The full hour at which it begins.
        place: Where it is, as in "in Tirana, at the Ministry of Interior"; empty leaves it.
        about: Whether it is a consultation or the meeting on the structure.
    """
    moved = (TrackId(cycle, pillar), about, member, day, hour, place, recorded_by)
    hold_letters(meeting_changes.letters_on_move(*moved))
    return desk.waiting(meeting_changes.record_move(*moved))


@flow(name="cancel-meeting", flow_run_name="Cancel a meeting on {cycle} {pillar}")
@on_the_desk
def cancel_meeting(
    cycle: str,
    pillar: str,
    recorded_by: str,
    member: str = "",
    reason: str = "",
    about: About = About.CONSULTATION,
) -> Ending:
    """Cancel a meeting that was convoked, and tell all who were invited.

    When to press: when a meeting will not be held, and no other day is known yet.
    What it does: it holds a letter to each who was invited, with a file that takes the meeting out
    of the calendar, and keeps in the journal who cancelled it and why.
    What it never does: it forgets the meeting, and it sends nothing by itself.
    What next: read the letters in the outbox and release them; move-meeting convokes it anew.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        recorded_by: Your name.
        member: Code of the partner whose local meeting it is, for example AL; empty for the
            regional one.
        reason: Why, in one sentence; all who were invited read it.
        about: Whether it is a consultation or the meeting on the structure.
    """
    cancelled = (TrackId(cycle, pillar), about, member, reason, recorded_by)
    hold_letters(meeting_changes.letters_on_cancellation(*cancelled))
    return desk.waiting(meeting_changes.record_cancellation(*cancelled))


@flow(name="comment-register", flow_run_name="Write the register of comments on {cycle} {pillar}")
@on_the_desk
def comment_register(cycle: str, pillar: str) -> Ending:
    """Write the register of comments as a workbook to be filled in.

    When to press: when the comments are in, to dispose of many at once.
    What it does: it writes a workbook into the folder "review" with every comment, and open cells
    for its outcome and the reason.
    What it never does: it overwrites no workbook that lies there.
    What next: fill in the yellow cells and hand the file back with dispose-comments.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
    """
    return desk.waiting(register.write_register(TrackId(cycle, pillar)))


@flow(name="dispose-comments", flow_run_name="Dispose of comments on {cycle} {pillar}")
@on_the_desk
def dispose_comments(cycle: str, pillar: str, file: str, recorded_by: str) -> Ending:
    """Dispose of all comments a filled-in register decides on.

    When to press: when the workbook of comment-register is filled in, wholly or in part.
    What it does: it takes over every row that is right and names every row that is not, with its
    cell. What holds for a comment holds for those that say the same.
    What it never does: it changes no disposition that is on record.
    What next: correct the rows it names and hand the file back again; when every comment has an
    outcome and the deadline has passed, develop writes the final draft and answers each member.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        file: Path of the workbook, or its name in the folder "review" of the home.
        recorded_by: Your name.
    """
    return desk.waiting(register.dispose_by_register(TrackId(cycle, pillar), file, recorded_by))
