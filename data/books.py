"""Opens the books: brings the database to the newest migration before anything is read."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from data import store
from data.errors.settings import BooksOutOfReach, HomeUnusable
from data.settings import settings


def migrations(url: str) -> Config:
    """How Alembic finds our migrations, wherever the project is installed."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url
    return config


def open_books() -> None:
    """Make the home and bring its database up to date; cheap when it is already.

    Raises:
        HomeUnusable: the folder cannot be made.
        BooksOutOfReach: the database does not answer.
    """
    home = settings().root
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnusable(home=home, why=error.strerror) from None
    bring_up_to_date(settings().database)


@cache
def bring_up_to_date(url: str) -> None:
    """Bring a database to the newest migration; an empty one gets every table.

    Raises:
        BooksOutOfReach: the address is none, or nothing answers there.
    """
    config = migrations(url)
    try:
        with store.engine(url).connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    except (ArgumentError, NoSuchModuleError):
        raise BooksOutOfReach(address="named", why="its address cannot be read") from None
    except OperationalError as error:
        why = " ".join(str(error.orig).split())
        address = make_url(url).render_as_string(hide_password=True)
        raise BooksOutOfReach(address=address, why=why) from None
    if current != ScriptDirectory.from_config(config).get_current_head():
        command.upgrade(config, "head")
