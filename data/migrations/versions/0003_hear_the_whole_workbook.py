"""hear the whole workbook: planned items followed up, texts withheld, blanks confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "confirmed_blank",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["need"],
            ["need.key"],
        ),
        sa.ForeignKeyConstraint(
            ["request"],
            ["request.reference"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("request", "need", "line"),
    )
    op.create_index("ix_confirmed_blank_need", "confirmed_blank", ["need"])
    op.create_index("ix_confirmed_blank_request", "confirmed_blank", ["request"])

    op.create_table(
        "planned_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("follow_up", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["need"],
            ["need.key"],
        ),
        sa.ForeignKeyConstraint(
            ["return_id"],
            ["return.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("return_id", "need", "item"),
    )
    op.create_index("ix_planned_reply_need", "planned_reply", ["need"])
    op.create_index("ix_planned_reply_return_id", "planned_reply", ["return_id"])

    op.create_table(
        "withheld_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["return_id"],
            ["return.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_withheld_text_return_id", "withheld_text", ["return_id"])

    with op.batch_alter_table("return") as batch:
        batch.add_column(sa.Column("part", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("response") as batch:
        batch.add_column(sa.Column("eu_reference", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("return") as batch:
        batch.drop_column("part")
    with op.batch_alter_table("response") as batch:
        batch.drop_column("eu_reference")

    op.drop_index("ix_withheld_text_return_id", "withheld_text")

    op.drop_table("withheld_text")
    op.drop_index("ix_planned_reply_return_id", "planned_reply")
    op.drop_index("ix_planned_reply_need", "planned_reply")

    op.drop_table("planned_reply")
    op.drop_index("ix_confirmed_blank_request", "confirmed_blank")
    op.drop_index("ix_confirmed_blank_need", "confirmed_blank")

    op.drop_table("confirmed_blank")
