"""The Secretariat reviews possible overlaps: a workbook out and back, or one word (rule R12)."""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from data import clock, store
from data.errors.cycles import NameMissing
from data.errors.overlap_review import (
    DismissedWithoutReason,
    PairUnknown,
    ReviewNotFound,
    ReviewNotRead,
    ReviewOfAnother,
    WordChangedWithoutReason,
    WordMissing,
)
from data.queries import cycles, journal, members, needs, overlaps, taxonomy
from data.settings import settings
from data.store import Session
from data.vocabulary import Finding, TrackId
from data.vocabulary.findings import Likeness, OverlapState
from data.vocabulary.overlap_review import OverlapWord, ReviewForm
from tasks import answers, filing
from tasks.edges.whole_files import write_whole
from tasks.edges.workbook.review_drawing import draw_review
from tasks.edges.workbook.review_reading import read_review
from tasks.patience import step
from tasks.rules import deadlines, overlap_review
from tasks.rules.phrases import counted

log = logging.getLogger(__name__)


@step("review the findings")
def review_findings(
    track: TrackId, workbook: str, finding: str, word: OverlapState, reason: str, recorded_by: str
) -> str:
    """Take the Secretariat's words on pairs of projects, or write the workbook that asks for them.

    With a workbook, every word in it is recorded; with a finding, the one word; else the pairs are
    looked for in the newest returns and written into a workbook. Returns a sentence. The same words
    again change nothing (rule R17).

    Raises:
        NameMissing: a word has no name to it.
        ReviewNotFound, ReviewNotRead, ReviewOfAnother: the workbook is not the one asked for.
        PairUnknown, WordMissing, DismissedWithoutReason, WordChangedWithoutReason: the one word.
    """
    if not workbook and not finding:
        return _write(track)
    if not recorded_by.strip():
        raise NameMissing
    if workbook:
        return _take_back(track, workbook, recorded_by)
    return _take_one(track, finding, word, reason, recorded_by)


def _write(track: TrackId) -> str:
    with store.session() as session:
        answers.look_for_pairs(session, track)
        form = _form(session, track)
    if not form.open_pairs and not form.decided:
        return f"No pair of projects of {track.cycle} {track.pillar} is alike; nothing to review"
    path = _put(draw_review(form), f"{track.cycle} {track.pillar} possible overlaps")
    pairs = counted(len(form.open_pairs), "pair")
    waits = "waits" if len(form.open_pairs) == 1 else "wait"
    return f"{pairs} {waits} for a word: {path}"


def _form(session: Session, track: TrackId) -> ReviewForm:
    cycle = cycles.get(session, track.cycle)
    names = {member.code: member.name for member in members.on(session, cycle.taxonomy_on)}
    mapped = needs.of_edition(session, cycle.needs_edition)
    pairs = overlaps.on_track(session, track)
    waiting = [p for p in pairs if p.is_reported and p.likeness.state is OverlapState.OPEN]
    decided = [p for p in pairs if p.likeness.state is not OverlapState.OPEN or not p.is_reported]
    return ReviewForm(
        cycle=track.cycle,
        pillar=track.pillar,
        pillar_name=taxonomy.on(session, cycle.taxonomy_on).pillar(track.pillar).name,
        as_of=deadlines.long_date(clock.today()),
        open_pairs=overlap_review.rows_of(waiting, mapped, names),
        decided=overlap_review.rows_of(decided, mapped, names),
    )


def _put(content: bytes, name: str) -> Path:
    """Write the workbook under a name of its own: one a person may be filling in stays."""
    folder = settings().root / "review"
    number = 1
    while True:
        path = folder / (f"{name}.xlsx" if number == 1 else f"{name} {number}.xlsx")
        if not path.exists():
            write_whole(path, content)
            return path
        if path.read_bytes() == content:
            return path
        number += 1


def _take_back(track: TrackId, file: str, recorded_by: str) -> str:
    name, content = _read(file)
    returned = read_review(content)
    if returned.why_refused:
        raise ReviewNotRead(
            file=name, why=returned.why_refused, cycle=track.cycle, pillar=track.pillar
        )
    if (returned.cycle, returned.pillar) != (track.cycle, track.pillar):
        found = f"{returned.cycle} {returned.pillar}".strip() or "a cycle it does not name"
        asked = f"{track.cycle} {track.pillar}"
        raise ReviewOfAnother(file=name, found=found, asked=asked, cycle=track.cycle)
    at = clock.now()
    with store.session() as session:
        pairs = _pairs(session, track)
        words, problems = overlap_review.judge(returned.words, pairs)
        sha256 = filing.put_on_shelf(session, content, name, at)
        for word in words:
            _record(session, track, pairs[word.key], word, recorded_by, sha256)
        left = overlaps.waiting(session, track)
    return _told(words, problems, left)


def _read(file: str) -> tuple[str, bytes]:
    folder = settings().root / "review"
    path = Path(file).expanduser()
    found = next((each for each in (path, folder / path) if each.is_file()), None)
    if found is None:
        raise ReviewNotFound(file=file, folder=folder)
    return found.name, found.read_bytes()


def _pairs(session: Session, track: TrackId) -> dict[str, Likeness]:
    return {pair.likeness.key: pair.likeness for pair in overlaps.on_track(session, track)}


def _record(
    session: Session, track: TrackId, pair: Likeness, word: OverlapWord, by: str, file: str
) -> None:
    """The word and its line in the journal, which keeps the word before it as well."""
    at = clock.now()
    overlaps.record(session, track, word, by, at)
    facts = {
        "pair": word.key,
        "kind": pair.kind.value,
        "word": word.state.value,
        "reason": word.reason,
        "before": pair.state.value,
        "reason before": pair.reason,
        **({"file": file} if file else {}),
    }
    matter = f"{track.cycle} {track.pillar}"
    journal.append(session, at, by, "possible overlap reviewed", matter, facts)


def _told(words: Sequence[OverlapWord], problems: Sequence[Finding], left: int) -> str:
    for problem in problems:
        log.warning("%s: %s", problem.severity, problem)
    outcome = f"{counted(len(words), 'word')} recorded" if words else "Nothing has changed"
    waits = f"{counted(left, 'pair')} still open"
    lines = "".join(f"\n  - {problem.severity}: {problem}" for problem in problems)
    return f"{outcome}, {waits}.{lines}"


def _take_one(
    track: TrackId, finding: str, word: OverlapState, reason: str, recorded_by: str
) -> str:
    if word is OverlapState.OPEN:
        raise WordMissing(finding=finding)
    with store.session() as session:
        pairs = _pairs(session, track)
        pair = _named(track, finding, pairs)
        new = overlap_review.news(pair, word, reason)
        if new is None:
            return f"The pair {pair.key} is {pair.state} already; nothing has changed"
        if word is OverlapState.DISMISSED and not new.reason:
            raise DismissedWithoutReason(finding=pair.key)
        if pair.state is not OverlapState.OPEN and not new.reason:
            raise WordChangedWithoutReason(
                finding=pair.key, state=pair.state, decided_by=pair.decided_by
            )
        _record(session, track, pair, new, recorded_by, "")
    return f"The pair {pair.key} is {word}"


def _named(track: TrackId, finding: str, pairs: Mapping[str, Likeness]) -> Likeness:
    key = overlap_review.named(finding, pairs)
    if not key:
        known = ", ".join(each[:8] for each in pairs) or "none"
        raise PairUnknown(cycle=track.cycle, pillar=track.pillar, finding=finding, known=known)
    return pairs[key]
