"""Every text in the books that only members may read, for holding public files against (R10)."""

from collections.abc import Iterator

from sqlmodel import Session, select

from data import schema
from data.schema.table import Table
from data.vocabulary.leaks import LeakKind, MembersText

_TEXTS: tuple[tuple[LeakKind, type[Table], tuple[str, ...]], ...] = (
    (LeakKind.NEED, schema.Need, ("title", "description", "perspective")),
    (LeakKind.NUMBER, schema.Need, ("number", "key")),
    (LeakKind.RESPONSE, schema.Response, ("text", "instrument", "reference", "project")),
    (LeakKind.RESPONSE, schema.PlannedReply, ("remark",)),
    (LeakKind.RESPONSE, schema.ReturnedText, ("text",)),
    (LeakKind.SUPPORT, schema.SupportProject, ("title", "activity")),
    (LeakKind.BUDGET, schema.SupportProject, ("budget",)),
    (LeakKind.COMMENT, schema.Comment, ("text", "proposed", "reason")),
    (LeakKind.COMMENT, schema.BoardVoice, ("reason",)),
    (LeakKind.COMMENT, schema.Amendment, ("text",)),
    (LeakKind.NARRATIVE, schema.Narrative, ("text",)),
    (LeakKind.NARRATIVE, schema.PossibleOverlap, ("because", "reason")),
    (LeakKind.CONTACT, schema.Contact, ("function", "email")),
)


def texts(session: Session) -> list[MembersText]:
    """Each text once, whatever cycle it belongs to."""
    return list(dict.fromkeys(_every(session)))


def _every(session: Session) -> Iterator[MembersText]:
    for kind, table, names in _TEXTS:
        columns = table.metadata.tables[str(table.__tablename__)].columns
        for name in names:
            told = session.exec(select(columns[name]).distinct().order_by(columns[name]))
            yield from (MembersText(kind, str(text)) for text in told if text)
