"""A rehearsal reaches neither the database nor the mail server of real work."""

import json
from pathlib import Path

import pytest

from data import clock
from data.errors.clock import NotARehearsal
from data.settings import MARK, settings
from data.vocabulary import Cycle, LettersMode
from tasks.agreements import letters_to_partners
from tasks.dispatch import hold_letters
from tasks.posting import release_letters

ELSEWHERE = "postgresql+psycopg://office@database.invalid/mapping"


@pytest.fixture
def connected(opened: Cycle, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with an opened cycle; a database and a mail server of real work are named."""
    monkeypatch.setenv("MAPPING_DATABASE_URL", ELSEWHERE)
    monkeypatch.setenv("MAPPING_MAIL_HOST", "mail.invalid")
    settings.cache_clear()
    return home


def mark(home: Path) -> None:
    told = {"seed": 7, "cycles": 1, "moment": "2026-01-12T08:00:00+00:00"}
    (home / MARK).write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("left", ["mapping.sqlite", "outbox", "shelf"])
def test_no_rehearsal_begins_in_a_home_in_use_wherever_its_books_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
):
    monkeypatch.setenv("MAPPING_HOME", str(tmp_path / "office"))
    settings.cache_clear()
    (tmp_path / "office" / left).mkdir(parents=True)
    with pytest.raises(NotARehearsal):
        clock.write_mark(clock.RehearsalMark(7, 1, "2026-01-12T08:00:00+00:00"))
    settings.cache_clear()


def test_real_work_is_kept_and_posted_where_the_settings_say(connected: Path):
    assert settings().database == ELSEWHERE
    assert settings().mail_server == "mail.invalid"


def test_a_rehearsal_keeps_its_books_in_its_home_whatever_database_is_named(connected: Path):
    mark(connected)
    assert settings().database == f"sqlite:///{connected / 'mapping.sqlite'}"


def test_letters_of_a_rehearsal_stay_in_its_outbox_whatever_mail_server_is_named(connected: Path):
    mark(connected)
    assert hold_letters.fn(letters_to_partners.fn("2025", [])) == 6
    assert release_letters.fn("2025", LettersMode.RELEASE) == 6
    assert len(list((connected / "outbox" / "sent").glob("*.eml"))) == 6
