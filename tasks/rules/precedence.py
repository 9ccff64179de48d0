"""Several accepted returns of one member become one answer, row by row (rule R5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain
from typing import TypeVar

from data.vocabulary import (
    NeedReply,
    PlannedReply,
    ProjectSupport,
    Reading,
    ResponseLine,
    SupportLine,
)
from data.vocabulary.analysis import KeptAnswer, MergedAnswers
from tasks.rules.returned_rows import as_said

Line = TypeVar("Line", ResponseLine, SupportLine)
Row = tuple[str, int]
_WHERE = {"need", "line", "place", "file_sha256"}


def merge(
    accepted: Sequence[Reading], confirmed_blank: frozenset[Row] = frozenset()
) -> MergedAnswers:
    """Take each row from the newest return that fills it; a blank never deletes an older answer.

    Cells of two returns are mixed only when both carry the same words in that row, or the newer
    row has none: then what the newer one left blank (a reference, a date) is taken from the older.
    A line that merely moved to another row is not kept a second time.

    Args:
        accepted: The accepted returns of one request, oldest first.
        confirmed_blank: Need and line of the rows the member confirmed it wants to be empty.

    Returns:
        The answers, sorted by need and line, and the older rows that stand although the newest
        return leaves them blank: those are to be confirmed by the member.
    """
    responses = _merged([each.responses for each in accepted], confirmed_blank)
    support = _merged([each.support for each in accepted], confirmed_blank)
    newest = accepted[-1:]
    shown = {reply.need for each in newest for reply in each.replies}
    return MergedAnswers(
        replies=_replies(chain.from_iterable(each.replies for each in accepted)),
        responses=responses,
        support=support,
        kept=(
            *_kept(responses, chain.from_iterable(each.responses for each in newest), shown),
            *_kept(support, chain.from_iterable(each.support for each in newest), shown),
        ),
        planned=_planned(chain.from_iterable(each.planned for each in accepted)),
    )


def _planned(oldest_first: Iterable[PlannedReply]) -> tuple[PlannedReply, ...]:
    latest: dict[Row, PlannedReply] = {}
    for reply in oldest_first:
        row = reply.need, reply.item
        earlier = latest.get(row, reply)
        said = reply if reply.follow_up or reply.remark else earlier
        latest[row] = replace(
            said,
            follow_up=reply.follow_up or earlier.follow_up,
            remark=reply.remark or earlier.remark,
        )
    return tuple(latest[row] for row in sorted(latest))


def _replies(oldest_first: Iterable[NeedReply]) -> tuple[NeedReply, ...]:
    latest: dict[str, NeedReply] = {}
    for reply in oldest_first:
        if reply.state is not None or reply.need not in latest:
            latest[reply.need] = reply
    return tuple(latest[need] for need in sorted(latest))


def _merged(returns: Sequence[Sequence[Line]], confirmed_blank: frozenset[Row]) -> tuple[Line, ...]:
    rows: dict[Row, Line] = {}
    for lines in returns:
        rows = _overlaid(rows, lines)
    filled = {_row(line) for line in returns[-1] if _words(line)} if returns else set[Row]()
    return tuple(rows[row] for row in sorted(rows) if row in filled or row not in confirmed_blank)


def _overlaid(older: dict[Row, Line], newer: Sequence[Line]) -> dict[Row, Line]:
    """Lay the rows of a newer return over the older ones."""
    said: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in older.values():
        said[_saying(line)].append(line)
    before = {_row(line): _before(line, older, said) for line in newer if _words(line)}
    moved = {
        _row(earlier)
        for row, earlier in before.items()
        if earlier is not None and _row(earlier) != row
    }
    rows = {row: line for row, line in older.items() if row not in moved}
    for line in newer:
        earlier = before.get(_row(line), rows.get(_row(line)))
        if earlier is not None:
            rows[_row(line)] = _completed(line, earlier)
        elif not _is_blank(line):
            rows[_row(line)] = line
    return rows


def _before(
    line: Line, older: Mapping[Row, Line], said: Mapping[tuple[str, str], Sequence[Line]]
) -> Line | None:
    """The older row this one continues: the same row, or the only one with the same words."""
    same_row = older.get(_row(line))
    if same_row is not None and _words(same_row) == _words(line):
        return same_row
    same_words = said.get(_saying(line), ())
    return same_words[0] if len(same_words) == 1 else None


def _saying(line: ResponseLine | SupportLine) -> tuple[str, str]:
    return line.need, _words(line)


def _completed(newer: Line, older: Line) -> Line:
    """The newer row, its blank cells filled from the older one with the same words.

    Place and file stay those of the words: what is traced must lead to a cell that says them.
    """
    said = newer if _words(newer) else older
    filled = replace(newer, **{name: getattr(older, name) for name in _blank_cells(newer)})
    return replace(filled, place=said.place, file_sha256=said.file_sha256)


def _blank_cells(line: ResponseLine | SupportLine) -> set[str]:
    cells = {field.name: getattr(line, field.name) for field in fields(line)}
    return {
        name
        for name, value in cells.items()
        # Compared by identity: a member may well write the word “unknown”.
        if value is None
        or value is ProjectSupport.UNKNOWN
        or (isinstance(value, str) and not value.strip())
    }


def _is_blank(line: ResponseLine | SupportLine) -> bool:
    return {field.name for field in fields(line)} - _blank_cells(line) <= _WHERE


def _kept(
    merged: Iterable[Line], newest: Iterable[Line], shown: set[str]
) -> tuple[KeptAnswer, ...]:
    """A part of a split workbook leaves blank only what it shows; support shows every need."""
    filled = {_row(line) for line in newest if _words(line)}
    return tuple(
        KeptAnswer(line.need, line.line, _text(line))
        for line in merged
        if _text(line) and _row(line) not in filled and (line.need in shown or not shown)
    )


def _row(line: Line) -> Row:
    return line.need, line.line


def _text(line: ResponseLine | SupportLine) -> str:
    return line.text if isinstance(line, ResponseLine) else line.title


def _words(line: ResponseLine | SupportLine) -> str:
    return as_said(_text(line))
