"""A setting that cannot be used is named before anything begins, and never what it holds."""

from pathlib import Path

import pytest

from data import books
from data.errors.settings import BooksOutOfReach, HomeUnusable, SettingsUnusable
from data.settings import settings
from tasks import prefect_home


@pytest.fixture(autouse=True)
def read_anew(home: Path):
    yield
    settings.cache_clear()


def refused(monkeypatch: pytest.MonkeyPatch, **given: str) -> str:
    for name, value in given.items():
        monkeypatch.setenv(f"MAPPING_{name.upper()}", value)
    settings.cache_clear()
    with pytest.raises(SettingsUnusable) as told:
        settings()
    for name in given:
        monkeypatch.delenv(f"MAPPING_{name.upper()}")
    settings.cache_clear()
    return str(told.value)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("zone", "Mars/Base", "there is no such time zone; write it like Europe/Sarajevo"),
        ("zone", "Europe", "there is no such time zone; write it like Europe/Sarajevo"),
        ("zone", "", "there is no such time zone; write it like Europe/Sarajevo"),
        ("deadline_hour", "24", "input should be less than or equal to 23"),
        ("mail_port", "smtp", "input should be a valid integer"),
        ("ui_port", "0", "input should be greater than or equal to 1"),
        ("quiet_hours", "-1", "input should be greater than or equal to 0"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_the_reason(monkeypatch, name, value, why):
    assert f"MAPPING_{name.upper()}: {why}" in refused(monkeypatch, **{name: value})


def test_an_empty_word_on_pdfs_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MAPPING_PDF", "")
    settings.cache_clear()
    assert settings().pdf is None


def test_all_settings_that_cannot_be_used_are_named_at_once_without_their_values(monkeypatch):
    told = refused(monkeypatch, zone="secret-1", mail_port="secret-2", deadline_hour="secret-3")
    assert [name in told for name in ("_ZONE", "_MAIL_PORT", "_DEADLINE_HOUR")] == [True] * 3
    assert "secret" not in told


def test_a_database_that_does_not_answer_is_named_without_its_password():
    address = "postgresql+psycopg://office:open-sesame@127.0.0.1:1/mapping"
    with pytest.raises(BooksOutOfReach, match=r"office:\*\*\*@127.0.0.1:1/mapping") as told:
        books.bring_up_to_date(address)
    assert "open-sesame" not in str(told.value)
    assert "Connection refused" in str(told.value)


@pytest.mark.parametrize("address", ["somewhere", "oracles://office:open-sesame@host/mapping"])
def test_an_address_that_is_none_is_no_database(address: str):
    with pytest.raises(BooksOutOfReach) as told:
        books.bring_up_to_date(address)
    assert "open-sesame" not in str(told.value)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("MAPPING_HOME", str(tmp_path / "a file" / "home"))
    settings.cache_clear()
    with pytest.raises(HomeUnusable, match=r"Not a directory"):
        books.open_books()
    with pytest.raises(HomeUnusable, match=r"Not a directory"):
        prefect_home.log_file(settings().root, "verbs")
