"""Simulated members: they open the letters they were really sent and drop what they fill in."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial

from data import clock, store
from data.queries import cycles, members, requests, returns
from data.reference import rehearsal_registers
from data.settings import settings
from data.store import Session
from data.vocabulary import Attachment, Habit, Request, RequestKind
from tasks.edges import messages
from tasks.edges.whole_files import write_whole
from tasks.edges.workbook.filling import Asked, FilledIn, answer
from tasks.patience import step
from tasks.rules import simulated_members
from tasks.rules.simulated_members import Occasion


@step("members answer")
def members_answer(cycle: str, waves: Sequence[str]) -> int:
    """Let the members whose day has come answer; returns how many files they dropped."""
    return sum(
        _drop(name, content)
        for path in sorted((settings().root / "outbox" / "sent").glob(f"{cycle} *request-*.eml"))
        for workbook in messages.open_letter(path.read_bytes()).attachments
        for name, content in _answer(workbook, waves)
    )


def _answer(received: Attachment, waves: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    reference = received.name.removesuffix(".xlsx")
    with store.session() as session:
        record = requests.find(session, reference)
        if record is None:
            return
        request = record.request
        occasion = _occasion(session, request)
        wave = _wave(session, request, occasion)
    if wave == simulated_members.CORRECTED and Habit.WRONG_FILE_FIRST.value in waves:
        yield f"{reference} (2) final.xlsx", rehearsal_registers()[1].read_bytes()
    if wave in waves:
        content = answer(received.content, partial(_fill_in, request.kind, wave, occasion))
        yield f"{reference} final.xlsx", content


def _fill_in(
    kind: RequestKind, wave: str, occasion: Occasion, _reference: str, asked: Asked
) -> FilledIn:
    said = simulated_members.answers(kind, wave, occasion, asked)
    return FilledIn(
        said.replies, said.responses, said.support, said.additional, said.noise, said.planned
    )


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


def _wave(session: Session, request: Request, occasion: Occasion) -> str:
    if request.kind is RequestKind.SUPPORT:
        return simulated_members.wave_of_supporter(occasion)
    cycle = cycles.get(session, request.cycle)
    first = cycles.tracks_of(session, request.cycle)[0][0].pillar
    present = members.in_pillar(session, request.pillar, cycle.taxonomy_on)
    partners = [member.code for member in present if member.is_partner]
    return simulated_members.wave_of_partner(
        occasion, partners, one_wrong_file=request.pillar == first
    )
