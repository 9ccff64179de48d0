"""let the Methodology live: proposals before the Board, versions laid and confirmed, all sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

# Rows of these tables are written once; the first stood unsealed until now.
SEALED = (
    "methodology_version",
    "proposal",
    "proposal_file",
    "proposal_seat",
    "proposal_voice",
    "proposal_delivery",
    "proposal_decision",
    "proposal_confirmation",
    "proposal_recall",
    "laid_version",
    "laid_offset",
    "laid_pillar",
    "laid_sub_pillar",
    "laid_filter",
    "version_confirmation",
)
# Of a round the state may move; what it is bound to may not.
ROUND = "proposal_round"
BOUND = (
    "proposal",
    "number",
    "paper_sha256",
    "paper_name",
    "rule_code",
    "rule_sentence",
    "rule_reference",
    "rule_decides",
    "rule_quorum",
    "mode",
    "opened_at",
    "closes_at",
)


def upgrade() -> None:
    _proposals()
    _decisions()
    _versions()
    for table in SEALED:
        _seal(table, "UPDATE")
    quoted = ", ".join(f'"{name}"' for name in BOUND)
    _seal(ROUND, f"UPDATE OF {quoted}")


def downgrade() -> None:
    for table in (*reversed(SEALED[3:]), ROUND, "proposal_file", "proposal"):
        op.drop_table(table)  # and its triggers with it
    postgresql = op.get_bind().dialect.name == "postgresql"
    where = " ON methodology_version" if postgresql else ""
    for name in ("no_update", "no_delete", *(("kept",) if postgresql else ())):
        op.execute(f"DROP TRIGGER methodology_version_{name}{where}")


def _proposals() -> None:
    op.create_table(
        "proposal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        _naming("member", "member.code"),
        _text("text"),
        _text("reason"),
        *_recorded(),
        sa.PrimaryKeyConstraint("number"),
    )
    _of(
        "proposal_file",
        ("proposal", "proposal.number"),
        _text("name"),
        _naming("sha256", "shelf_file.sha256"),
        sa.UniqueConstraint("proposal", "sha256"),
    )
    _of(
        "proposal_round",
        ("proposal", "proposal.number"),
        sa.Column("number", sa.Integer(), nullable=False),
        _naming("paper_sha256", "shelf_file.sha256"),
        *(_text(name) for name in BOUND[3:8]),
        sa.Column("rule_quorum", sa.Integer(), nullable=False),
        _text("mode"),
        _moment("opened_at"),
        _moment("closes_at"),
        _text("state"),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("proposal", "number"),
    )


def _decisions() -> None:
    by_round = ("round", "proposal_round.id")
    chairs = sa.Column("chairs", sa.Boolean(), nullable=False)
    once = sa.UniqueConstraint("round", "member")
    _of("proposal_seat", by_round, _seat(), chairs, once)
    said = (_text(name) for name in ("position", "reason", "proxy"))
    _of("proposal_voice", by_round, _seat(), *said, *_recorded())
    _of("proposal_delivery", by_round, _seat(), _text("state"), *_recorded())
    _of(
        "proposal_decision",
        by_round,
        _text("outcome"),
        sa.Column("decided_on", sa.Date(), nullable=False),
        _naming("paper_sha256", "shelf_file.sha256"),
        _naming("evidence_sha256", "shelf_file.sha256"),
        _text("minutes"),
        _text("text"),
        *_recorded(),
    )
    decided = ("decision", "proposal_decision.id")
    _of("proposal_confirmation", decided, *_recorded(), one_each=True)
    _of("proposal_recall", decided, _text("reason"), *_recorded(), one_each=True)


def _versions() -> None:
    files = ("methodology_sha256", "calendar_sha256", "taxonomy_sha256")
    _of(
        "laid_version",
        ("proposal", "proposal.number"),
        _text("code"),
        _text("title"),
        _text("agreed"),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        _text("templates"),
        *(_naming(name, "shelf_file.sha256") for name in files),
        *_recorded(),
    )
    op.create_index("ix_laid_version_code", "laid_version", ["code"])
    of_version = ("laid", "laid_version.id")
    _of(
        "laid_offset",
        of_version,
        *(_text(name) for name in ("step", "title", "source")),
        sa.Column("working_days", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=True),
        sa.UniqueConstraint("laid", "step"),
    )
    number = sa.Column("number", sa.Integer(), nullable=False)
    sub_pillar = sa.Column("sub_pillar", sa.Integer(), nullable=False)
    _of("laid_pillar", of_version, _text("code"), _text("name"), _text("area"), *_span())
    _of("laid_sub_pillar", of_version, number, _text("name"), *_span())
    _of("laid_filter", of_version, _text("pillar"), sub_pillar, _text("name"), *_span())
    _of(
        "version_confirmation",
        of_version,
        _naming("version", "methodology_version.code"),
        *_recorded(),
        one_each=True,
    )
    op.create_index(
        "ix_version_confirmation_version", "version_confirmation", ["version"], unique=True
    )


def _of(
    table: str,
    owner: tuple[str, str],
    *parts: sa.Column | sa.Constraint,
    one_each: bool = False,
) -> None:
    """A table whose rows belong to those of another one."""
    name, key = owner
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(name, sa.Integer(), nullable=False),
        *parts,
        sa.ForeignKeyConstraint([name], [key]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(f"ix_{table}_{name}", table, [name], unique=one_each)


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.String(), nullable=False)


def _naming(name: str, key: str) -> sa.Column:
    return sa.Column(name, sa.String(), sa.ForeignKey(key), nullable=False)


def _seat() -> sa.Column:
    return _naming("member", "member.code")


def _moment(name: str) -> sa.Column:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _recorded() -> tuple[sa.Column, sa.Column]:
    return _text("recorded_by"), _moment("recorded_at")


def _span() -> tuple[sa.Column, sa.Column]:
    return (
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
    )


def _seal(table: str, change: str) -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, act in {"update": change, "delete": "DELETE"}.items():
        begun = f'CREATE TRIGGER {table}_no_{name} BEFORE {act} ON "{table}" '
        op.execute(
            begun + "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            if postgresql
            else begun
            + f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
        )
    if postgresql:
        op.execute(
            f'CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
