"""How Alembic reaches the database: the same address and the same tables as the store."""

from alembic import context
from sqlmodel import SQLModel

from data import schema, store
from data.settings import settings

assert schema  # imported so that its tables are known to SQLModel.metadata

url = context.config.attributes.get("url") or settings().database
with store.engine(url).connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        compare_type=True,
        render_as_batch=True,  # SQLite cannot alter a column in place
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
