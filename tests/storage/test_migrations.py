"""The migrations tell the same story as the schema, in order, forwards and back."""

import pytest
from alembic import command
from sqlalchemy import inspect
from sqlmodel import SQLModel

from data import books, store
from tests.conftest import ROOT


def tables(url: str) -> set[str]:
    return set(inspect(store.engine(url)).get_table_names()) - {"alembic_version"}


def test_the_newest_migration_matches_the_schema(books_open: str):
    command.check(books.migrations(books_open))
    assert tables(books_open) == set(SQLModel.metadata.tables)


def test_what_was_built_up_can_be_taken_down_and_built_up_again(blank: str):
    config = books.migrations(blank)
    command.upgrade(config, "head")
    command.downgrade(config, "base")
    assert tables(blank) == set()
    command.upgrade(config, "head")
    command.check(config)


def test_the_books_open_by_themselves_and_only_once(blank: str):
    books.open_books()
    assert tables(blank) == set(SQLModel.metadata.tables)
    books.open_books()


def test_every_migration_is_numbered_in_order():
    folder = ROOT / "data/migrations/versions"
    names = sorted(path.name for path in folder.glob("[!_]*.py"))
    assert [name[:5] for name in names] == [f"{n:04}_" for n in range(1, len(names) + 1)]


@pytest.mark.parametrize("path", sorted((ROOT / "data/migrations/versions").glob("[!_]*.py")))
def test_every_migration_can_be_undone(path):
    assert "def downgrade() -> None:\n    pass" not in path.read_text(encoding="utf-8")
