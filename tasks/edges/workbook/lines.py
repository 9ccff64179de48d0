"""The rows of all sheets become one reply for each need and numbered lines."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count

from data.vocabulary import NOWHERE, NeedReply, Severity
from tasks.edges.workbook.hearing import Hearing, hear_reply, place_of
from tasks.edges.workbook.identity import Passport
from tasks.edges.workbook.rows import Role, Row


def replies_of(rows: Iterable[Row], passport: Passport, hearing: Hearing) -> tuple[NeedReply, ...]:
    """One reply for each need asked about, in the order asked; a blank choice is None (R11)."""
    replies = {need: NeedReply(need, None, "", NOWHERE) for need in passport.needs}
    for row in (row for row in rows if row.role is Role.ANSWER):
        heard = hear_reply(row, hearing)
        before = replies.get(row.need)
        if before is None or before.state is None:
            replies[row.need] = heard
        elif heard.state not in (None, before.state):
            hearing.unplaced.append((heard.place, str(heard.state)))
            hearing.note(
                "two-answers",
                Severity.CHECK,
                heard.place,
                f"A second answer, “{heard.state}”, stands beside “{before.state}”.",
                "Please leave one; until then the first is read.",
            )
    return tuple(replies.values())


def numbered(rows: Iterable[Row], hearing: Hearing) -> Iterable[tuple[Row, int]]:
    """Number the filled lines of each need; copied and inserted rows go on after the last."""
    lines = [row for row in rows if row.role is Role.LINE]
    last: defaultdict[str, int] = defaultdict(int)
    for row in lines:
        last[row.need] = max(last[row.need], row.line)
    free = {need: count(line + 1) for need, line in last.items()}
    used: set[tuple[str, int]] = set()
    for row in filter(filled, lines):
        copied = (row.need, row.line) in used
        line = row.line if row.line and not copied else next(free[row.need])
        used.add((row.need, line))
        if copied or row.inherited:
            _point_out_row(row, hearing, "was copied" if copied else "was inserted")
        yield row, line


def _point_out_row(row: Row, hearing: Hearing, how: str) -> None:
    hearing.note(
        "row-added",
        Severity.NOTE,
        place_of(row.cells[0]),
        f"A row {how}; it was read as one more line of the need it stands under.",
        "Nothing to do if that is right; otherwise write the number of its need before it.",
    )


def filled(row: Row) -> bool:
    """Whether a person wrote anything into a line besides the number of the need."""
    return any(key not in ("number", "partner") for key in row.named)
