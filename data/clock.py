"""What time it is: the real moment, or the simulated one of a home marked as a rehearsal."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.errors.clock import ClockSetBack, NotARehearsal
from data.settings import MARK, settings

# Where the books are kept in another database, letters and files tell that a home is in use.
_OF_REAL_WORK = ("mapping.sqlite", "outbox", "shelf")


@dataclass(frozen=True, slots=True)
class RehearsalMark:
    """What makes a home a rehearsal: its seed, its simulated moment and the stations passed.

    `moment` is ISO 8601 in UTC; `passed` counts the stations of the script that are done.
    """

    seed: int
    cycles: int
    moment: str
    passed: int = 0


def now() -> datetime:
    """The moment it is, in UTC; only a home marked as a rehearsal has a clock of its own."""
    mark = read_mark()
    return datetime.now(UTC) if mark is None else datetime.fromisoformat(mark.moment)


def today() -> date:
    """The day it is where the Secretariat sits."""
    return now().astimezone(ZoneInfo(settings().zone)).date()


def read_mark() -> RehearsalMark | None:
    """The mark of this home, or None where real work is done."""
    path = _path()
    if not path.exists():
        return None
    return RehearsalMark(**json.loads(path.read_text(encoding="utf-8")))


def write_mark(mark: RehearsalMark) -> None:
    """Mark this home as a rehearsal, or move its clock on.

    Raises:
        NotARehearsal: the home holds the work of real cycles.
        ClockSetBack: the moment lies before the one it is.
    """
    path, held = _path(), read_mark()
    if held is None and any((settings().root / name).exists() for name in _OF_REAL_WORK):
        raise NotARehearsal(home=settings().root)
    if held is not None and mark.moment < held.moment:
        raise ClockSetBack(held=held.moment, moment=mark.moment)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(asdict(mark), indent=1), encoding="utf-8")
    draft.replace(path)  # whole or not at all, also when the power fails


def _path() -> Path:
    return settings().root / MARK
