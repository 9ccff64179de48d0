"""Steps are called without Prefect, on books that hold the composed registers."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from data import store
from data.reference import rehearsal_registers
from data.settings import settings, use_home
from data.vocabulary import Cycle, Draft
from tasks.calendar_of_cycle import draft_calendar
from tasks.cycle import open_cycle
from tasks.registers import import_members, import_needs
from tests.steps.consultation import newest_draft, send_out


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


@pytest.fixture(scope="session")
def consulting(tmp_path_factory: pytest.TempPathFactory, opened_books: Path) -> Path:
    """A home whose WBCTi consultation draft is out, made once and copied for each test."""
    made = tmp_path_factory.mktemp("consulting")
    before = os.environ.get("MAPPING_HOME")
    shutil.copyfile(opened_books, made / "mapping.sqlite")
    use_home(made)
    members, needs = rehearsal_registers()
    import_members.fn(str(members))
    import_needs.fn(str(needs), "")
    open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    draft_calendar.fn("2025", None)
    send_out()
    store.engine(settings().database).dispose()
    if before is None:
        del os.environ["MAPPING_HOME"]
    else:
        os.environ["MAPPING_HOME"] = before
    settings.cache_clear()
    return made


@pytest.fixture
def sent(consulting: Path, home: Path) -> Draft:
    """The consultation draft of WBCTi, in a home of its own where it has been sent out."""
    store.engine(settings().database).dispose()
    shutil.copytree(consulting, home, dirs_exist_ok=True)
    return newest_draft()
