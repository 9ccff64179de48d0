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
        transactional_ddl=True,  # SQLite can, since the store begins its transactions itself
        render_as_batch=True,  # SQLite cannot alter a column in place
    )
    with context.begin_transaction():  # one for all: who comes second waits, and finds them done
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1)")
        context.run_migrations()
    connection.commit()
