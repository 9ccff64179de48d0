"""Steps are called without Prefect, on books that hold the composed registers."""

from datetime import date
from pathlib import Path

import pytest

from data.reference import rehearsal_registers
from data.vocabulary import Cycle
from tasks.calendar_of_cycle import draft_calendar
from tasks.cycle import open_cycle
from tasks.registers import import_members, import_needs


@pytest.fixture
def registered(home: Path) -> Path:
    """A home whose books hold members and needs."""
    members, needs = rehearsal_registers()
    import_members.fn(str(members))
    import_needs.fn(str(needs), "")
    return home


@pytest.fixture
def opened(registered: Path) -> Cycle:
    """The cycle 2025 with a calendar nobody has agreed to yet."""
    cycle = open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    draft_calendar.fn("2025", None)
    return cycle
