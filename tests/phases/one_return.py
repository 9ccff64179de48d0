"""One request to Albania, and what comes back on it."""

from datetime import UTC, datetime
from pathlib import Path

from data import store
from data.queries import statements
from data.vocabulary import (
    AnswerState,
    Attachment,
    Letter,
    NeedReply,
    RequestKind,
    ResponseLine,
    StatementKind,
    TrackId,
)
from flows.development import take_in
from tasks.edges.messages import message, open_letter
from tasks.edges.workbook.filling import fill, read_asked
from tests.phases.played_year import asked, on_shelf

REQUEST = "2025-WBCTi-AL-response"
SENSITIVE = "The suspect Petar Petrović was arrested; call +355 69 123 4567."


def workbook(home: Path) -> bytes:
    [(sha256,)] = asked(home, "SELECT workbook_sha256 FROM request WHERE reference = ?", REQUEST)
    return on_shelf(home, str(sha256)).read_bytes()


def first_need(home: Path) -> str:
    return read_asked(workbook(home))[1][0][0]


def filled(home: Path, *texts: str) -> bytes:
    need = first_need(home)
    lines = [
        ResponseLine(need, number, StatementKind.ACHIEVED, text)
        for number, text in enumerate(texts, start=1)
        if text
    ]
    return fill(workbook(home), [NeedReply(need, AnswerState.ANSWERED)], lines, [])


def drop(home: Path, name: str, content: bytes) -> None:
    (home / "inbox").mkdir(exist_ok=True)
    (home / "inbox" / name).write_bytes(content)
    take_in("2025")


def drop_message(home: Path, sender: str, content: bytes) -> None:
    reply = Letter(
        key="reply",
        kind="reply",
        to=("secretariat@iisg.example",),
        copy_to=(),
        subject="RE: state of play",
        text="Here it is.",
        html="<p>Here it is.</p>",
        written_at=datetime(2026, 3, 10, 8, 0, tzinfo=UTC),
        attachments=(Attachment("answers.xlsx", content, "application/zip"),),
    )
    drop(home, "reply.eml", message(reply, sender))


def told_lines(home: Path) -> list[str]:
    with store.session() as session:
        told = statements.told_in(session, TrackId("2025", "WBCTi"), RequestKind.RESPONSE)
    return [line.text for each in told for line in each.reading.responses]


def texts(home: Path) -> set[object]:
    """What accepted returns of Albania say in the lines of its first need."""
    return {
        row[0]
        for row in asked(
            home,
            "SELECT r.text FROM response r JOIN return b ON b.id = r.return_id "
            "WHERE b.request = ? AND b.state = 'accepted'",
            REQUEST,
        )
    }


def receipt_of(home: Path) -> tuple[str, list[Attachment]]:
    """The newest receipt: its words and what is enclosed."""
    letters = sorted((home / "outbox" / "held").glob("*receipt*.eml"))
    opened = open_letter(letters[-1].read_bytes())
    return opened.text, list(opened.attachments)
