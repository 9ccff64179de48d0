"""Simulated members: they open the letters they were really sent and drop what they fill in."""

import hashlib
from collections.abc import Iterator, Sequence

from sqlmodel import Session

from data import clock, store
from data.queries import cycles, members, requests, returns
from data.reference import rehearsal_registers
from data.settings import settings
from data.vocabulary import Habit, Request, RequestKind
from tasks.edges import messages
from tasks.edges.whole_files import write_whole
from tasks.edges.workbook.filling import fill, read_asked
from tasks.patience import step
from tasks.rules import simulated_members
from tasks.rules.simulated_members import Answers, Occasion


@step("members answer")
def members_answer(cycle: str, waves: Sequence[str]) -> int:
    """Let the members whose day has come answer; returns how many files they dropped."""
    return sum(
        _drop(name, content)
        for received in _workbooks_received(cycle)
        for name, content in _answer(received, waves)
    )


def _workbooks_received(cycle: str) -> Iterator[bytes]:
    """The request workbooks in the letters that were sent, in the order of the letters."""
    for path in sorted((settings().root / "outbox" / "sent").glob(f"{cycle} *request-*.eml")):
        for attachment in messages.open_letter(path.read_bytes()).attachments:
            if attachment.name.endswith(".xlsx"):
                yield attachment.content


def _answer(workbook: bytes, waves: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    reference, asked = read_asked(workbook)
    with store.session() as session:
        record = requests.find(session, reference)
        if record is None:
            return
        request = record.request
        occasion = _occasion(session, request)
        habit = _habit(session, request, occasion.seed)
    if request.kind is RequestKind.SUPPORT:
        if "supporters" in waves and simulated_members.supporter_answers(occasion):
            yield _filled(reference, workbook, simulated_members.support(occasion, asked))
        return
    if habit is Habit.WRONG_FILE_FIRST and habit.value in waves:
        wrong = rehearsal_registers()[1]
        yield f"{reference} (2) final.xlsx", wrong.read_bytes()
    if simulated_members.wave_of(habit) in waves:
        yield _filled(reference, workbook, simulated_members.responses(habit, occasion, asked))


def _filled(reference: str, workbook: bytes, said: Answers) -> tuple[str, bytes]:
    content = fill(
        workbook, said.replies, said.responses, said.support, said.additional, said.noise
    )
    return f"{reference} final.xlsx", content


def _drop(name: str, content: bytes) -> int:
    """Drop a file once: one that was taken in before is not dropped again."""
    with store.session() as session:
        known = returns.find(session, hashlib.sha256(content).hexdigest())
    if known is not None:
        return 0
    inbox = settings().root / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    write_whole(inbox / name, content)
    return 1


def _occasion(session: Session, request: Request) -> Occasion:
    mark = clock.read_mark()
    cycle = cycles.get(session, request.cycle)
    return Occasion(
        seed=mark.seed if mark else 0,
        cycle=request.cycle,
        pillar=request.pillar,
        member=request.member,
        reporting=(cycle.reporting_from, cycle.reporting_to),
        outlook_to=cycle.outlook_to,
    )


def _habit(session: Session, request: Request, seed: int) -> Habit:
    cycle = cycles.get(session, request.cycle)
    tracks = [track.pillar for track, _ in cycles.tracks_of(session, request.cycle)]
    present = members.in_pillar(session, request.pillar, cycle.taxonomy_on)
    partners = [member.code for member in present if member.is_partner]
    drawn = simulated_members.habits(
        seed,
        request.cycle,
        request.pillar,
        partners,
        one_wrong_file=request.pillar == tracks[0],
    )
    return drawn.get(request.member, Habit.SILENT)
