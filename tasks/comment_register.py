"""The register of comments: it goes out as a workbook, comes back, and every member is answered."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from data import clock, snapshots, store
from data.errors.comments import (
    FilledRegisterMissing,
    FilledRegisterRefused,
    NoComments,
    RegisterOfAnotherTrack,
)
from data.errors.cycles import NameMissing
from data.queries import comments, cycles, drafts, journal, members, requests, taxonomy
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Comment,
    Draft,
    DraftKind,
    Enclosure,
    LetterToWrite,
    Snapshot,
    TrackId,
    TrackState,
)
from data.vocabulary.comment_register import CommentRegister, Disposing, FilledRegister
from tasks import disposing, filing
from tasks.edges.whole_files import write_whole
from tasks.edges.workbook.register_drawing import draw_register
from tasks.edges.workbook.register_reading import read_register
from tasks.patience import step
from tasks.rules import comment_dispositions, comment_threads, due, naming, response_table
from tasks.rules.deadlines import long_date
from tasks.rules.phrases import counted

_ANSWERS = (TrackState.FINAL_DRAFT, TrackState.WITH_THE_BOARD)


@step("write the register of comments")
def write_register(track: TrackId) -> str:
    """Write the register of a track as a workbook into `review`; returns the sentence on where.

    A workbook that lies there with other bytes is left alone: somebody may be filling it in.

    Raises:
        NoComments: there is nothing to dispose of.
    """
    with store.session() as session:
        held = comments.on_track(session, track)
        names = _names(session, track)
        words = taxonomy.on(session, cycles.get(session, track.cycle).taxonomy_on)
    if not held:
        raise NoComments(cycle=track.cycle, pillar=track.pillar)
    rows = comment_threads.rows(held, names)
    open_ones = due.open_comments(held)
    told = (
        f"{counted(len(held), 'comment')} in {counted(len(rows), 'row')}; {len(open_ones)} open. "
        "What is chosen in a row holds for every comment named in it.",
        "Choose an outcome in the yellow cells, give the reason where it is not accepted or only "
        "partly, save the file and hand it back: "
        f"mapping dispose-comments {track.cycle} FILE --pillar {track.pillar}.",
    )
    pillar = words.pillar(track.pillar)
    content = draw_register(
        CommentRegister(track.cycle, track.pillar, f"{pillar.name} ({pillar.code})", told, rows)
    )
    path = _laid_down(f"{naming.plain(f'{track.cycle} {track.pillar} Comments')}.xlsx", content)
    return f"{counted(len(held), 'comment')}, {len(open_ones)} open, in {path}"


def _laid_down(name: str, content: bytes) -> Path:
    folder = settings().root / "review"
    folder.mkdir(parents=True, exist_ok=True)
    stem, path, number = Path(name).stem, folder / name, 1
    while path.exists() and path.read_bytes() != content:
        number += 1
        path = folder / f"{stem} ({number}).xlsx"
    if not path.exists():
        write_whole(path, content)
    return path


def _names(session: Session, track: TrackId) -> Mapping[str, str]:
    on = cycles.get(session, track.cycle).taxonomy_on
    return {m.code: m.name for day in (on, clock.today()) for m in members.on(session, day)}


@step("dispose of comments by the register")
def dispose_by_register(track: TrackId, file: str, recorded_by: str) -> str:
    """Take over what a register workbook decides; every row that is right is kept.

    Rows that are wrong are named all at once, with their cells, and decide nothing. The same file
    again changes nothing (rule R17).

    Raises:
        NameMissing: it is not said who decided.
        FilledRegisterMissing: there is no such file.
        RegisterOfAnotherTrack: it is the register of another pillar or cycle.
        FilledRegisterRefused: nothing in it can be taken over.
    """
    if not recorded_by.strip():
        raise NameMissing
    path = _found(file)
    content, at = path.read_bytes(), clock.now()
    filled = read_register(content)
    _expect_own(track, path.name, filled)
    with store.session() as session:
        held = comments.on_track(session, track)
        decided, findings = comment_dispositions.decide(filled, held)
        was_open = len(due.open_comments(held))
        if decided:
            sha256 = filing.put_on_shelf(session, content, path.name, at)
            facts = {"file": sha256, "name": path.name, "rows": str(len(decided))}
            matter = f"{track.cycle} {track.pillar}"
            journal.append(session, at, recorded_by, "register handed back", matter, facts)
        for wanted in decided:
            held = disposing.dispose(session, track, held, wanted, recorded_by, at)
    left = len(due.open_comments(held))
    lines = [f"  - {finding}" for finding in findings]
    if findings and not decided:
        refused = {"file": path.name, "cycle": track.cycle, "findings": "\n".join(lines)}
        raise FilledRegisterRefused(**refused)
    return "\n".join((_disposed(decided, was_open - left, left, len(lines)), *lines))


def _found(file: str) -> Path:
    folder = settings().root / "review"
    path = Path(file).expanduser()
    found = next((each for each in (path, folder / path.name) if each.is_file()), None)
    if found is None:
        raise FilledRegisterMissing(file=file, folder=folder)
    return found


def _expect_own(track: TrackId, name: str, filled: FilledRegister) -> None:
    own = CommentRegister(track.cycle, track.pillar, "", (), ()).reference
    if filled.reference not in ("", own):
        raise RegisterOfAnotherTrack(
            file=name, found=filled.reference, cycle=track.cycle, pillar=track.pillar
        )


def _disposed(decided: Sequence[Disposing], closed: int, left: int, wrong: int) -> str:
    if not decided:
        return f"Nothing has changed; {left} open"
    told = f"{counted(closed, 'comment')} disposed of, {left} open"
    return f"{told}, {counted(wrong, 'row')} to look at" if wrong else told


@step("answer all who commented")
def answer_commenters(track: TrackId) -> list[LetterToWrite]:
    """A letter to each member that commented, with what became of its own remarks.

    The response table with all comments is enclosed. Each member is written to once for a final
    draft (rule R17), from the comments its snapshot holds.
    """
    with store.session() as session:
        if cycles.track_state(session, track) not in _ANSWERS:
            return []
        draft = drafts.newest(session, track, DraftKind.FINAL)
    if draft is None:
        return []
    snapshot = snapshots.from_bytes(filing.take_from_shelf(draft.snapshot_sha256))
    by_member: dict[str, list[Comment]] = {}
    for comment in snapshot.comments:
        by_member.setdefault(comment.member, []).append(comment)
    with store.session() as session:
        names = {**_names(session, track), **_names_then(snapshot)}
        unwritten = [
            member
            for member in sorted(by_member, key=lambda code: names.get(code, code).casefold())
            if not requests.letter_exists(session, _key(draft, member))
        ]
    if not unwritten:
        return []
    table = _table(draft, snapshot, names)
    return [_letter(draft, member, by_member[member], table) for member in unwritten]


def _names_then(snapshot: Snapshot) -> Mapping[str, str]:
    return {each.code: each.name for each in (*snapshot.partners, *snapshot.supporters)}


def _key(draft: Draft, member: str) -> str:
    return f"{draft.cycle}/{draft.pillar}/commented/{draft.number}/{member}"


def _table(draft: Draft, snapshot: Snapshot, names: Mapping[str, str]) -> Enclosure:
    answered = response_table.Answered(
        cycle=draft.cycle,
        pillar=snapshot.pillar,
        draft=f"{draft.kind.capitalize()} {draft.number}",
        day=long_date(snapshot.as_of),
        comments=snapshot.comments,
        names=names,
    )
    name = naming.paper(draft.cycle, draft.pillar, "Response to comments", draft.number)
    return filing.put_document(
        response_table.compose(answered), name, "the response to all comments", draft.cycle
    )


def _letter(draft: Draft, member: str, own: Sequence[Comment], table: Enclosure) -> LetterToWrite:
    return LetterToWrite(
        key=_key(draft, member),
        kind="commented",
        cycle=draft.cycle,
        pillar=draft.pillar,
        member=member,
        facts={
            "version": f"{draft.kind.capitalize()} {draft.number}",
            "remarks": tuple(response_table.told(comment) for comment in own),
        },
        enclosures=(table,),
    )
