"""Letters of transmittal: what is sent, what is asked by when, and the files by their SHA-256.

They are composed from the snapshot of the draft they go with and from the books of its round, so
that one written again says the same. Offices are addressed and sign, never persons.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.vocabulary import (
    KOSOVO,
    KOSOVO_FOOTNOTE,
    MARKING_DRAFT,
    MARKING_MEMBERS,
    ApprovalRound,
    Block,
    Decision,
    Document,
    Draft,
    Enclosure,
    Paragraph,
    ReplySituation,
    Snapshot,
)
from data.vocabulary.board import Deciding, Mode
from tasks.rules import anchors
from tasks.rules.deadlines import long_date, period
from tasks.rules.phrases import counted, plural

ABOUT = "about"
"""The property of a letter that names the draft it goes with; a copy of a draft bears “draft”."""

_SHA256 = "SHA-256 "
_HOW_TO_TELL = (
    "A file is the one named here if it has this SHA-256. Windows shows it with the command "
    "“certutil -hashfile FILE SHA256”, other systems with “sha256sum FILE”."
)
_AN_OBJECTION = {
    Mode.MEETING: (
        "An objection is raised, with its reason, at the meeting, or before it in writing to the "
        "Secretariat."
    ),
    Mode.HYBRID: (
        "An objection is raised, with its reason, at the meeting, in the room or online, or before "
        "it in writing to the Secretariat."
    ),
    Mode.WRITTEN: (
        "This is a written procedure: its period runs once every seat is known to have this "
        "letter. An objection is raised, with its reason, in writing to the Secretariat; it ends "
        "the procedure, and every seat is told."
    ),
}


def to_the_board(
    snapshot: Snapshot,
    final: Draft,
    opened: ApprovalRound,
    files: Sequence[Enclosure],
    deadline: str,
    day: date,
    contact: str,
) -> Document:
    """The letter with which report and summary go to a seat of the Board (I.3, rules R7 to R9).

    Args:
        snapshot: The facts report and summary were written from.
        final: The final draft.
        opened: The round they are bound to.
        files: The two files, enclosed.
        deadline: When the Board decides, as one moment.
        day: The day the round was opened.
        contact: The one contact.
    """
    covered = period(snapshot.reporting_from, snapshot.reporting_to)
    silence = opened.rule.decides is Deciding.SILENCE
    blocks = [
        Paragraph(
            "The IISG Secretariat submits to the IISG Board, for its decision by "
            f"{deadline}, the final draft of the {_report(snapshot)} for the period {covered}, "
            "together with its summary for the wider public.",
            "lead",
        ),
        Paragraph(f"The Board is asked to decide on both files together. {opened.rule.sentence}"),
        Paragraph(
            f"{_AN_OBJECTION[opened.mode]} Positions are recorded on behalf of the seats."
            f"{'' if silence else ' Silence is not taken for one.'}"
        ),
        *_rests_on(snapshot),
        *_consulted(snapshot),
        Paragraph(
            "The decision holds for exactly the files enclosed. An approved report goes into the "
            "IISG Database, which is accessible only to the IISG members; the approved summary "
            "goes onto the IISG website."
        ),
    ]
    title = f"{_short(snapshot)}: {_of(final)} for the decision of the Board"
    end = _end(contact, "Enclosures", files)
    return _letter(snapshot, final, title, day, MARKING_DRAFT, (*blocks, *end))


def with_consultation_draft(
    snapshot: Snapshot,
    draft: Draft,
    files: Sequence[Enclosure],
    deadline: str,
    day: date,
    contact: str,
) -> Document:
    """The letter with which a consultation draft goes to whoever takes part (I.2).

    Args:
        snapshot: The facts the draft was written from.
        draft: The consultation draft.
        files: Its file, enclosed.
        deadline: Until when comments are taken, as one moment.
        day: The day the draft was written.
        contact: The one contact.
    """
    covered = period(snapshot.reporting_from, snapshot.reporting_to)
    blocks = [
        Paragraph(
            f"The IISG Secretariat sends {_of(draft)} of the {_report(snapshot)} for the period "
            f"{covered} to all IISG members that take part in the pillar, and asks for their "
            f"comments by {deadline}.",
            "lead",
        ),
        Paragraph(
            "Comments and tracked changes may be written into the Word file, or listed in an "
            "answer with the number of the need. “No comments” is an answer as well."
        ),
        *_rests_on(snapshot),
        Paragraph(
            "Every comment is registered and answered: accepted, partly accepted or not accepted, "
            "with the reason. Only then is the final draft prepared for the Board. Local and "
            "regional meetings on the draft are convoked by letters of their own."
        ),
    ]
    title = f"{_short(snapshot)}: {_of(draft)} for comments"
    end = _end(contact, "Enclosure", files)
    return _letter(snapshot, draft, title, day, MARKING_DRAFT, (*blocks, *end))


def with_released_report(
    snapshot: Snapshot,
    final: Draft,
    decision: Decision,
    files: Sequence[Enclosure],
    places: tuple[str, str],
    day: date,
    contact: str,
) -> Document:
    """The letter that tells a member where the approved report and its summary are (I.4).

    Args:
        snapshot: The facts report and summary were written from.
        final: The final draft that was approved.
        decision: What the Board said on the two files.
        files: The two files as the Board decided on them; none is enclosed.
        places: Where the report lies in the database, and the address of the summary.
        day: The day of the release.
        contact: The one contact.
    """
    minutes = f" ({decision.minutes})" if decision.minutes else ""
    covered = period(snapshot.reporting_from, snapshot.reporting_to)
    blocks = [
        Paragraph(
            f"The IISG Board approved the {_report(snapshot)} for the period {covered} on "
            f"{long_date(decision.decided_on)}{minutes}. For your information, it is now in the "
            f"IISG Database, under {places[0]}.",
            "lead",
        ),
        Paragraph(
            "The IISG Database is accessible only to the IISG members. Please do not pass the "
            f"report on. Its approved summary is on the IISG website for the wider public: "
            f"{places[1]}"
        ),
        *_rests_on(snapshot),
        Paragraph(
            "Both are the very files the Board decided on. Nothing is asked of you; the "
            "Secretariat thanks all who contributed."
        ),
    ]
    title = f"{_short(snapshot)}: approved, and in the IISG Database"
    end = _end(contact, "Files as approved, not enclosed", files)
    return _letter(snapshot, final, title, day, MARKING_MEMBERS, (*blocks, *end))


def addressed(letter: Document, reference: str, member: str, offices: Sequence[str]) -> Document:
    """The letter as it goes to one member.

    Args:
        letter: The letter, which addresses nobody yet.
        reference: What it is known by in the books.
        member: The member's display name.
        offices: The functions it is written to; none where the register has no contact.
    """
    lines = [*offices, member]
    footnote = KOSOVO_FOOTNOTE if any(KOSOVO in line for line in lines) else ""
    return replace(
        letter,
        subtitle="\n".join(lines),
        facts=(*letter.facts, f"Reference {reference}"),
        version=f"Reference {reference}",
        kosovo_footnote=footnote,
        identity=(*letter.identity, ("letter", reference)),
    )


def _letter(
    snapshot: Snapshot,
    draft: Draft,
    title: str,
    day: date,
    marking: str,
    blocks: tuple[Block, ...],
) -> Document:
    return Document(
        kind="letter",
        title=title,
        subtitle="",
        facts=(long_date(day),),
        marking=marking,
        version="",
        disclaimers=(),
        kosovo_footnote="",
        blocks=(Paragraph("Dear colleagues,"), *blocks),
        identity=(
            ("cycle", snapshot.cycle),
            ("pillar", snapshot.pillar.code),
            (ABOUT, _of(draft)),
            ("snapshot", draft.snapshot_sha256),
        ),
    )


def _short(snapshot: Snapshot) -> str:
    return f"{snapshot.pillar.code} Response Mapping report {snapshot.cycle}"


def _report(snapshot: Snapshot) -> str:
    pillar = snapshot.pillar
    return f"Annual Response Mapping report of the {pillar.name} ({pillar.code})"


def _of(draft: Draft) -> str:
    return f"{draft.kind} {draft.number}"


def _rests_on(snapshot: Snapshot) -> list[Paragraph]:
    """Who was asked and who had replied, in the sentences of the report (rule R20)."""
    day = long_date(snapshot.as_of)
    sides = (("partner", snapshot.partner_situation), ("member", snapshot.supporter_situation))
    return [
        Paragraph(_came(situations, noun, day), anchor=anchors.asked(noun))
        for noun, situations in sides
        if any(each.asked_on for each in situations)
    ]


def _came(situations: Sequence[ReplySituation], noun: str, day: str) -> str:
    asked = sum(each.asked_on is not None for each in situations)
    came = sum(each.received_on is not None for each in situations)
    return (
        f"{counted(asked, noun)} {plural(asked, 'was')} asked for information; "
        f"information from {counted(came, noun)} had been received by {day}."
    )


def _consulted(snapshot: Snapshot) -> list[Paragraph]:
    many = len(snapshot.comments)
    if not many:
        none = "No comment was received in the consultation."
        return [Paragraph(none, anchor=anchors.comments())]
    told = f"{counted(many, 'comment')} {plural(many, 'was')} received in the consultation."
    what = f"The report says what became of {'each' if many > 1 else 'it'}."
    return [Paragraph(f"{told} {what}", anchor=anchors.comments())]


def _end(contact: str, label: str, files: Sequence[Enclosure]) -> list[Paragraph]:
    """Signature by office, then each file with what it is and its SHA-256."""
    return [
        Paragraph("Yours sincerely,", "closing"),
        Paragraph(contact.replace(", ", "\n", 1), "signature"),
        Paragraph(label, "label"),
        *(
            Paragraph(f"{n}.\t{file.name}, {file.description}\n{_SHA256}{file.sha256}", "enclosure")
            for n, file in enumerate(files, start=1)
        ),
        Paragraph(_HOW_TO_TELL, "note"),
    ]
