"""The rows of all sheets become one reply for each need and numbered lines."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from data.vocabulary import NOWHERE, NeedReply, Place, PlannedReply, ResponseLine, Severity
from tasks.edges.workbook.hearing import Hearing, hear_planned, hear_reply
from tasks.edges.workbook.keys import Role
from tasks.edges.workbook.passport import Passport
from tasks.edges.workbook.rows import Inferred, Row
from tasks.edges.workbook.undisturbed import Entry
from tasks.edges.workbook.whereabouts import first_place

FIXED = ("number", "partner")  # columns in which nobody writes an answer


def replies_of(
    rows: Iterable[Row], chosen: Iterable[NeedReply], passport: Passport, hearing: Hearing
) -> tuple[NeedReply, ...]:
    """One reply for each need asked about, in the order asked; a blank choice is None (R11).

    `chosen` are those of rows nobody disturbed, of needs no other row answers for.
    """
    known = {reply.need: reply for reply in chosen}
    replies = {
        need: known.get(need) or NeedReply(need, None, "", NOWHERE) for need in passport.needs
    }
    for row in (row for row in rows if row.role is Role.ANSWER):
        heard = hear_reply(row, hearing)
        before = replies.get(row.need)
        if before is None or before == NeedReply(row.need, None, "", before.place):
            replies[row.need] = heard
        elif heard.state not in (None, before.state):
            _two_answers(heard.place, str(heard.state), str(before.state), hearing)
        elif heard.later_on not in ("", before.later_on):
            _two_answers(heard.place, heard.later_on, before.later_on, hearing)
    return tuple(replies.values())


def planned_of(rows: Iterable[Row], hearing: Hearing) -> tuple[PlannedReply, ...]:
    """One follow-up for each item planned last year, in the order of the sheets."""
    heard: dict[tuple[str, int], PlannedReply] = {}
    for row in (row for row in rows if row.role is Role.PLANNED):
        reply = hear_planned(row, hearing)
        before = heard.get((row.need, row.line))
        if before is None or not (before.follow_up or before.remark):
            heard[row.need, row.line] = reply
            continue
        if reply.follow_up not in (None, before.follow_up):
            _two_answers(reply.place, str(reply.follow_up), str(before.follow_up), hearing)
        if reply.remark not in ("", before.remark):
            _two_answers(reply.place, reply.remark, before.remark, hearing)
    return tuple(heard.values())


def _two_answers(place: Place, second: str, first: str, hearing: Hearing) -> None:
    hearing.unplaced.append((place, second))
    hearing.note(
        "two-answers",
        Severity.CHECK,
        place,
        f"A second answer, “{second}”, stands beside “{first}”.",
        "Please leave one; until then the first is read.",
    )


def numbered(
    entries: Iterable[Entry], undisturbed: Iterable[tuple[str, int]], hearing: Hearing
) -> Iterator[tuple[Row | ResponseLine, int]]:
    """Number the filled lines of each need; copied and inserted rows go on after the last.

    Args:
        entries: What the tables hold, in order; a line nobody disturbed has its number.
        undisturbed: Need and line of each row nobody disturbed, filled or not.
        hearing: Told what is assumed.
    """
    lines = [
        entry
        for entry in entries
        if (entry.role is Role.LINE if type(entry) is Row else type(entry) is ResponseLine)
    ]
    if not any(type(line) is Row for line in lines):  # all have their numbers, as most often
        yield from ((line, line.line) for line in lines if type(line) is ResponseLine)
        return
    last: dict[str, int] = {}
    used = {*undisturbed}
    for need, line in chain(used, ((row.need, row.line) for row in lines if type(row) is Row)):
        if line > last.get(need, -1):
            last[need] = line
    free: dict[str, Iterator[int]] = {}
    for row in lines:
        if type(row) is ResponseLine:
            yield row, row.line
        elif type(row) is Row and filled(row):
            yield row, _number(row, last, free, used, hearing)


def _number(
    row: Row,
    last: Mapping[str, int],
    free: dict[str, Iterator[int]],
    used: set[tuple[str, int]],
    hearing: Hearing,
) -> int:
    copied = bool(row.line) and (row.need, row.line) in used
    line = row.line
    if not line or copied:
        line = next(free.setdefault(row.need, count(last[row.need] + 1)))
    used.add((row.need, line))
    if copied:
        hearing.assume(
            "line",
            first_place(row),
            "A row was copied; it was read as one more line of the same need.",
            "Nothing to do if that is right; otherwise delete the row.",
        )
    if row.inferred or row.spread:
        _tell_inferred(row, hearing)
    return line


def _tell_inferred(row: Row, hearing: Hearing) -> None:
    number = row.texts.get("number", "")
    how = {
        Inferred.BLOCK: "A row was inserted; it was read as one more line of the need it stands "
        "under.",
        Inferred.NUMBER: f"The number of the need was read out of “{number[:60]}”.",
        Inferred.WORDS: "The need was recognised by its words, not by its number.",
    }
    if row.inferred:
        hearing.assume(
            "need",
            first_place(row),
            how[row.inferred],
            "Nothing to do if that is right; otherwise write the number of its need before it.",
        )
    for key in row.spread:
        hearing.assume(
            "joined-cell",
            first_place(row),
            f"“{row.texts[key][:60]}” stands in a joined cell and was read for each of its rows.",
            "Nothing to do if that is right; otherwise undo the joined cell.",
        )


def filled(row: Row) -> bool:
    """Whether a person wrote anything into a line besides the number of the need."""
    for key, text in row.texts.items():  # noqa: SIM110 – any() makes a generator for each row
        if text and key not in FIXED:
            return True
    return False
