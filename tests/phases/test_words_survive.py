"""Words people wrote in Word survive every later draft; what changed under them is told."""

from collections.abc import Callable
from pathlib import Path

from data.vocabulary import (
    AnswerState,
    DraftKind,
    NeedReply,
    ResponseLine,
    StatementKind,
    TrackId,
)
from flows.development import take_in
from flows.editing import accept_edits
from tasks.analysis import take_snapshot
from tasks.drafting import write_draft
from tasks.edges.workbook.filling import fill, read_asked
from tasks.editing import words_to_read_again
from tests.phases.played_year import asked, on_shelf, words_of
from tests.specimens.edited_drafts import written

MoveIn = Callable[[str], Path]
CT = TrackId("2025", "WBCTi")
NEWEST = (
    "SELECT d.sha256 FROM draft d JOIN track t ON t.id = d.track "
    "WHERE t.cycle = '2025' AND t.pillar = 'WBCTi' ORDER BY d.id DESC LIMIT 1"
)
CONSULTED = NEWEST.replace("ORDER BY", "AND d.kind = 'consultation draft' ORDER BY")
WORKBOOK = "SELECT workbook_sha256 FROM request WHERE reference = '2025-WBCTi-AL-response'"


def lying(home: Path, question: str) -> bytes:
    [(sha256,)] = asked(home, question)
    return on_shelf(home, str(sha256)).read_bytes()


def test_a_draft_after_late_replies_keeps_every_human_word_and_says_what_changed(move_in: MoveIn):
    home = move_in("final drafts")
    words = {
        "opening": ("The year began with a new law.", "Ана thanks all partners."),
        "sub-pillar-1": ("Three by-laws are & remain <open>.",),
    }
    edited = lying(home, CONSULTED)
    for place, paragraphs in words.items():
        edited = written(edited, place, *paragraphs)
    (home / "review").mkdir(exist_ok=True)
    (home / "review" / "edited.docx").write_bytes(edited)
    accept_edits("2025", "WBCTi", "edited.docx", "Ana Kovač", "Officer")
    before = words_to_read_again.fn(CT)

    request = lying(home, WORKBOOK)
    need = read_asked(request)[1][0][0]
    late = ResponseLine(need, 1, StatementKind.ACHIEVED, "A law that came late.")
    answers = fill(request, [NeedReply(need, AnswerState.ANSWERED)], [late], [])
    (home / "inbox" / "late.xlsx").write_bytes(answers)
    take_in("2025")
    write_draft.fn(CT, DraftKind.FINAL, take_snapshot.fn(CT, DraftKind.FINAL))

    draft = words_of(lying(home, NEWEST))
    assert "A law that came late." in draft
    for paragraphs in words.values():
        for paragraph in paragraphs:
            assert draft.count(paragraph) == 1
    told = [each for each in words_to_read_again.fn(CT) if each not in before]
    assert any(each.startswith("Please read the words in chapter “Legal") for each in told), told
