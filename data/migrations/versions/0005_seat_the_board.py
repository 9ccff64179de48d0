"""seat the Board: voices and deliveries per seat, confirmation, recall and amendments."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SEALED = (
    "board_voice",
    "board_delivery",
    "decision_confirmation",
    "decision_recall",
    "amendment",
    "amendment_tick",
)


def upgrade() -> None:
    # Plain ADD COLUMN: a batch would build the sealed table of decisions anew and lose its seal.
    for column in (
        sa.Column("rule_decides", sa.String(), nullable=False, server_default="chair"),
        sa.Column("rule_quorum", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("mode", sa.String(), nullable=False, server_default="meeting"),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("amends", sa.Integer(), nullable=False, server_default="0"),
    ):
        op.add_column("approval_round", column)
    op.add_column("decision", sa.Column("minutes", sa.String(), nullable=False, server_default=""))

    _of_a_round(
        "board_voice",
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proxy", sa.String(), nullable=False),
        foreign=("member", "member.code"),
    )
    _of_a_round(
        "board_delivery",
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        foreign=("member", "member.code"),
    )
    _of_a_round(
        "amendment",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        unique=("round", "number"),
    )
    _kept(
        "amendment_tick",
        "amendment",
        sa.Column("report_sha256", sa.String(), nullable=False),
        foreign=("report_sha256", "shelf_file.sha256"),
        unique=("amendment", "report_sha256"),
    )
    _kept("decision_confirmation", "decision", one_each=True)
    _kept(
        "decision_recall",
        "decision",
        sa.Column("reason", sa.String(), nullable=False),
        one_each=True,
    )
    for table in SEALED:
        _seal(table)


def downgrade() -> None:
    for table in reversed(SEALED):
        op.drop_table(table)  # and its triggers with it
    op.drop_column("decision", "minutes")
    for name in ("amends", "closes_at", "mode", "rule_quorum", "rule_decides"):
        op.drop_column("approval_round", name)


def _of_a_round(
    table: str,
    *columns: sa.Column[str] | sa.Column[int],
    foreign: tuple[str, str] | None = None,
    unique: tuple[str, ...] = (),
) -> None:
    _kept(table, "round", *columns, foreign=foreign, unique=unique, owner="approval_round")


def _kept(
    table: str,
    of: str,
    *columns: sa.Column[str] | sa.Column[int],
    foreign: tuple[str, str] | None = None,
    unique: tuple[str, ...] = (),
    owner: str = "",
    one_each: bool = False,
) -> None:
    """A table of acts upon something, each with who recorded it and when."""
    constraints: list[sa.Constraint] = [
        sa.ForeignKeyConstraint([of], [f"{owner or of}.id"]),
        sa.PrimaryKeyConstraint("id"),
    ]
    if foreign:
        constraints.append(sa.ForeignKeyConstraint([foreign[0]], [foreign[1]]))
    if unique:
        constraints.append(sa.UniqueConstraint(*unique))
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(of, sa.Integer(), nullable=False),
        *columns,
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        *constraints,
    )
    op.create_index(f"ix_{table}_{of}", table, [of], unique=one_each)


def _seal(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
        )
