"""Opens the books: brings the database to the newest migration before anything is read."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from data import store
from data.settings import settings


def migrations(url: str) -> Config:
    """How Alembic finds our migrations, wherever the project is installed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url
    return config


def open_books() -> None:
    """Make the home and bring its database up to date; cheap when it is already."""
    home = settings().root
    home.mkdir(parents=True, exist_ok=True)
    bring_up_to_date(settings().database)


@cache
def bring_up_to_date(url: str) -> None:
    """Bring a database to the newest migration; an empty one gets every table."""
    config = migrations(url)
    with store.engine(url).connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current != ScriptDirectory.from_config(config).get_current_head():
        command.upgrade(config, "head")
