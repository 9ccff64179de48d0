"""seal what was told: files, releases and people's words stay; of others, only the state moves."""

from alembic import op

revision = "0006"
down_revision = "0005"

# Rows of these tables are written once.
SEALED = ("narrative", "draft", "summary", "release")
# Of these the state may move; what they are bound to, and the rows themselves, may not.
BOUND = {
    "approval_round": (
        "track",
        "number",
        "draft",
        "summary",
        "report_sha256",
        "summary_sha256",
        "rule_code",
        "rule_sentence",
        "rule_reference",
        "rule_decides",
        "rule_quorum",
        "mode",
        "opened_at",
        "amends",
    ),
    "letter": (
        "key",
        "kind",
        "cycle",
        "pillar",
        "member",
        "request",
        "receivers",
        "copies",
        "subject",
        "file_name",
        "eml_sha256",
        "held_at",
    ),
    "request": ("reference", "track", "member", "kind", "workbook_sha256", "created_at"),
    "return": ("sha256", "file_name", "arrived_at"),
}


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table in (*SEALED, *BOUND):
        change = (
            f"UPDATE OF {', '.join(map(_quoted, BOUND[table]))}" if table in BOUND else "UPDATE"
        )
        acts = {"update": change, "delete": "DELETE"}
        for name, act in acts.items():
            op.execute(_trigger(table, name, act, postgresql))
        if postgresql:
            op.execute(
                f'CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON "{table}" '
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for table in (*SEALED, *BOUND):
        where = f' ON "{table}"' if postgresql else ""
        for name in ("no_update", "no_delete", *(("kept",) if postgresql else ())):
            op.execute(f"DROP TRIGGER {table}_{name}{where}")


def _trigger(table: str, name: str, act: str, postgresql: bool) -> str:
    begun = f'CREATE TRIGGER {table}_no_{name} BEFORE {act} ON "{table}" '
    if postgresql:
        return begun + "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    return begun + (
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or deleted'); END"
    )


def _quoted(column: str) -> str:
    return f'"{column}"'
