"""Parts of one split workbook: read together, and asked where contributors contradict each other.

A partner may split a workbook among several contributors and consolidate what they say. The program
never chooses between two of them: both answers are kept, and the consolidator is told where.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from data.vocabulary import NeedReply, Part, PlannedReply, Reading, ResponseLine, SupportLine
from data.vocabulary.differences import Claim, Conflict
from tasks.rules.returned_rows import Number, ReturnedRow, as_said, cells_of, rows_of

Line = TypeVar("Line", ResponseLine, SupportLine)
_SAYING = {Part.RESPONSE: "text", Part.SUPPORT: "title"}
_Told = tuple[int, ReturnedRow]


def conflicts(parts: Sequence[Reading]) -> tuple[Conflict, ...]:
    """Find the cells for which parts of one workbook hold different words.

    Where two parts hold different lines under one number, the line is in dispute, not each of its
    cells. A blank contradicts nothing, nor do spaces, composition and capital letters.

    Args:
        parts: The parts as their contributors filled them, in the order they came.

    Returns:
        The conflicts by part of the workbook, need, line and field, with both places.
    """
    return tuple(
        conflict
        for part in (Part.REPLY, Part.PLANNED, Part.RESPONSE, Part.SUPPORT)
        for number, told in sorted(_told(parts, part).items())
        for conflict in _disputed(part, number, told)
    )


def _told(parts: Sequence[Reading], part: Part) -> Mapping[Number, list[_Told]]:
    told: defaultdict[Number, list[_Told]] = defaultdict(list)
    for source, reading in enumerate(parts, start=1):
        for row in rows_of(reading)[part]:
            told[row.number].append((source, row))
    return told


def _disputed(part: Part, number: Number, told: Sequence[_Told]) -> Iterator[Conflict]:
    saying = _SAYING.get(part)
    fields = dict.fromkeys(chain.from_iterable(row.cells for _, row in told))
    if saying is not None and len(_claims(told, saying)) > 1:
        fields = {saying: None}
    for field in fields:
        claims = _claims(told, field)
        if len(claims) > 1:
            yield Conflict(part, *number, field, claims)


def _claims(told: Iterable[_Told], field: str) -> tuple[Claim, ...]:
    """The different wordings of one cell, each from the part that brought it first."""
    worded: dict[str, Claim] = {}
    for source, row in told:
        words = row.cells.get(field)
        if words is not None:
            worded.setdefault(as_said(words), Claim(source, words, row.place))
    return tuple(worded.values())


def joined(parts: Sequence[Reading]) -> Reading:
    """Read the parts of one workbook as one; no line any of them holds is lost.

    A line that says something else than an earlier part under the same number becomes a further
    line of its need. Of two answers to a need the first stands, since a need has one; the other is
    in `conflicts`.

    Args:
        parts: At least one part, in the order they came.
    """
    first = parts[0]
    return replace(
        first,
        replies=_replies(chain.from_iterable(each.replies for each in parts)),
        planned=_planned(chain.from_iterable(each.planned for each in parts)),
        responses=_lines([each.responses for each in parts]),
        support=_lines([each.support for each in parts]),
        additional=tuple(chain.from_iterable(each.additional for each in parts)),
        unplaced=tuple(chain.from_iterable(each.unplaced for each in parts)),
        findings=tuple(chain.from_iterable(each.findings for each in parts)),
    )


def _replies(replies: Iterable[NeedReply]) -> tuple[NeedReply, ...]:
    chosen: dict[str, NeedReply] = {}
    for reply in replies:
        earlier = chosen.get(reply.need)
        if earlier is None or (earlier.state is None and reply.state is not None):
            chosen[reply.need] = reply
    return tuple(chosen.values())


def _planned(replies: Iterable[PlannedReply]) -> tuple[PlannedReply, ...]:
    chosen: dict[Number, PlannedReply] = {}
    for reply in replies:
        earlier = chosen.get((reply.need, reply.item))
        blank = earlier is None or (earlier.follow_up is None and not earlier.remark.strip())
        if blank:
            chosen[reply.need, reply.item] = reply
    return tuple(chosen.values())


def _lines(parts: Sequence[Sequence[Line]]) -> tuple[Line, ...]:
    last: defaultdict[str, int] = defaultdict(int)
    for line in chain.from_iterable(parts):
        last[line.need] = max(last[line.need], line.line)
    kept: list[Line] = []
    under: defaultdict[Number, list[Mapping[str, str]]] = defaultdict(list)
    for line in chain.from_iterable(parts):
        cells, others = cells_of(line), under[line.need, line.line]
        if any(cells.items() <= other.items() for other in others):
            continue  # an earlier part says all of it
        if others and cells:
            last[line.need] += 1
            kept.append(replace(line, line=last[line.need]))
        else:
            kept.append(line)
        others.append(cells)
    return tuple(kept)
