"""pin the templates: those of a version on the shelf, sealed; with them seats, ends and cycles."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TEMPLATES = "laid_template"
# Rows of these tables are written once; all but the first stood unsealed until now.
SEALED = (TEMPLATES, "board_position", "cycle")
# When a round ends was not among what it is bound to.
ROUND, END = "approval_round", "closes_at"


def upgrade() -> None:
    op.create_table(
        TEMPLATES,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("laid", sa.Integer(), sa.ForeignKey("laid_version.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), sa.ForeignKey("shelf_file.sha256"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("laid", "name"),
    )
    op.create_index(f"ix_{TEMPLATES}_laid", TEMPLATES, ["laid"])
    for table in SEALED:
        _seal(f"{table}_no_update", table, "UPDATE")
        _seal(f"{table}_no_delete", table, "DELETE")
        if _postgresql():
            op.execute(
                f'CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON "{table}" '
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
    _seal(f"{ROUND}_end_no_update", ROUND, f'UPDATE OF "{END}"')


def downgrade() -> None:
    op.drop_table(TEMPLATES)  # and its triggers with it
    kept = ("kept",) if _postgresql() else ()
    for table in SEALED[1:]:
        for name in ("no_update", "no_delete", *kept):
            _unseal(f"{table}_{name}", table)
    _unseal(f"{ROUND}_end_no_update", ROUND)


def _postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _seal(name: str, table: str, act: str) -> None:
    begun = f'CREATE TRIGGER {name} BEFORE {act} ON "{table}" '
    op.execute(
        begun + "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        if _postgresql()
        else begun
        + f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
    )


def _unseal(name: str, table: str) -> None:
    op.execute(f"DROP TRIGGER {name}" + (f' ON "{table}"' if _postgresql() else ""))
