"""The paper with which an officer takes a cycle over, and the tables that lie beside it."""

from collections.abc import Mapping, Sequence

from data.vocabulary import KOSOVO_FOOTNOTE, Block, Bullets, Document, Heading, Paragraph, Table
from data.vocabulary.handover import Handover
from tasks.rules import deadlines, kosovo, waiting
from tasks.rules.phrases import counted

Rows = Sequence[Sequence[str]]

_HELD = "held"
_MARKING = "IISG Secretariat only – internal"
_WORD_OF_STATE = ("pillar", "state", "answered", "next", "waits for", "drafts", "open comments")
_CONTACT = ("member", "pillar", "role", "function", "e-mail", "language")
# An address in one line; a moment in two at most.
_PEOPLE = (0.18, 0.09, 0.13, 0.19, 0.31, 0.1)
_DATES = (0.2, 0.36, 0.44)
_LETTER = ("state", "kind", "file", "SHA-256")
_FILE = ("what", "name", "state", "SHA-256")
_ACT = ("when", "who", "act", "subject")


def compose(told: Handover) -> Document:
    """State and next step of each report, what waits for a person, dates, contacts, files."""
    code = told.cycle.code
    blocks: list[Block] = [
        Paragraph(
            f"The cycle {code} as it stood on {told.on}. The folder of this paper holds its "
            "letters that wait for release, the newest drafts, and every table below in full.",
            "lead",
        ),
        Heading(1, "Where each report stands"),
        _table("State and next step", _WORD_OF_STATE[:5], [row[:5] for row in _states(told)]),
        *_questions(told),
        *_dates(told),
        *_people(told),
        *_papers(told),
        Heading(1, "How to go on"),
        Bullets(
            (
                f"“mapping status {code}” shows this page as it stands on the day you ask.",
                f"“mapping verify {code}” proves that the records are the ones handed over; the "
                f"head of the journal was {told.head}.",
                "“mapping backup --to FILE” writes the whole home into one file; give it before "
                "anything is changed.",
                f"Read the letters in “letters”, then “mapping release-letters {code}”.",
                f"“mapping develop {code}” does whatever is due, and says what it waits for.",
                "Passwords and keys are in no file of this folder: ask the Secretariat for the "
                "mail account and for access to this machine.",
            )
        ),
    ]
    period = deadlines.period(told.cycle.reporting_from, told.cycle.reporting_to)
    return Document(
        kind="paper",
        title="Handover",
        subtitle=f"Response Mapping {code}",
        facts=(
            f"Reporting period {period}",
            f"Methodology {told.cycle.methodology}, needs {told.cycle.needs_edition}",
            told.on,
        ),
        marking=_MARKING,
        version=f"Handover of {code}, {told.on}",
        disclaimers=(),
        kosovo_footnote=KOSOVO_FOOTNOTE if kosovo.occurs(kosovo.texts_of(blocks)) else "",
        blocks=tuple(blocks),
    )


def tables(told: Handover) -> Mapping[str, tuple[Sequence[str], Rows]]:
    """Name of each CSV file with its header and rows."""
    questions = [(q,) for q in _asked(told)]
    return {
        "state.csv": (_WORD_OF_STATE, _states(told)),
        "open questions.csv": (("question",), questions),
        "calendar.csv": (("step", "title", "due"), _due(told)),
        "contacts.csv": (_CONTACT, _contacts(told)),
        "letters.csv": (_LETTER, _letters(told)),
        "files.csv": (_FILE, _files(told)),
        "journal.csv": (_ACT, told.acts),
    }


def _states(told: Handover) -> Rows:
    return [
        (
            each.track.pillar,
            each.state,
            f"{each.answered} of {each.asked}",
            each.next,
            waiting.sentence([each.wait]).removeprefix("Waiting for "),
            ", ".join(each.drafts) or "none",
            ", ".join(map(str, each.open_comments)) or "none",
        )
        for each in told.statuses
    ]


def _asked(told: Handover) -> list[str]:
    return list(dict.fromkeys(q for status in told.statuses for q in status.questions))


def _questions(told: Handover) -> list[Block]:
    asked = _asked(told)
    words = Bullets(tuple(asked)) if asked else Paragraph("Nothing waits for the Secretariat.")
    return [Heading(1, "What waits for a named person"), words]


def _dates(told: Handover) -> list[Block]:
    return [
        Heading(1, "Dates"),
        _table("Calendar of the cycle", ("step", "title", "due"), _due(told), _DATES),
    ]


def _due(told: Handover) -> Rows:
    return [
        (item.step, item.title, deadlines.sentence(item.due_at, item.zone))
        for item in told.calendar
    ]


def _people(told: Handover) -> list[Block]:
    seats = [(seat.name, "chairs" if seat.chairs else "") for seat in told.seats]
    return [
        Heading(1, "Contacts"),
        _table("Who is written to", _CONTACT, _contacts(told), _PEOPLE),
        _table("Seats of the Board", ("seat", "chair"), seats),
    ]


def _contacts(told: Handover) -> Rows:
    return [
        (name, c.pillar or "all", c.role, c.function, c.email, c.language)
        for name, c in told.contacts
    ]


def _papers(told: Handover) -> list[Block]:
    held = [row[:3] for row in _letters(told) if row[0] == _HELD]
    sent = len(told.letters) - len(held)
    wait = (
        _table("Letters that wait for release", _LETTER[:3], held)
        if held
        else Paragraph("No letter waits for release.")
    )
    return [
        Heading(1, "Letters and files"),
        Paragraph(
            f"{counted(sent, 'letter')} of the cycle went out; “letters.csv” lists them all. "
            f"{counted(len(told.files), 'file')} of the cycle lie on the shelf, and “files.csv” "
            "names each with its SHA-256."
        ),
        wait,
    ]


def _letters(told: Handover) -> Rows:
    return [(each.state, each.kind, each.file_name, each.sha256) for each in told.letters]


def _files(told: Handover) -> Rows:
    return [(each.what, each.name, each.state, each.sha256) for each in told.files]


def _table(
    caption: str, header: Sequence[str], rows: Rows, widths: tuple[float, ...] = ()
) -> Table:
    return Table(
        caption=caption,
        header=tuple(f"{name[:1].upper()}{name[1:]}" for name in header),
        rows=tuple(tuple(row) for row in rows),
        widths=widths or (1 / len(header),) * len(header),
    )
