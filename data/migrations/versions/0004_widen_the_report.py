"""widen the report: words of people, pairs of projects reviewed, and where a comment came from."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXTS = ("author", "quoted", "anchor", "file_place")


def upgrade() -> None:
    op.create_table(
        "narrative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["track"], ["track.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "place", "number"),
    )
    op.create_index("ix_narrative_track", "narrative", ["track"])

    op.create_table(
        "possible_overlap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first", sa.JSON(), nullable=False),
        sa.Column("second", sa.JSON(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("matched", sa.JSON(), nullable=False),
        sa.Column("agree", sa.JSON(), nullable=False),
        sa.Column("clash", sa.JSON(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["track"], ["track.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "key"),
    )
    op.create_index("ix_possible_overlap_track", "possible_overlap", ["track"])

    with op.batch_alter_table("comment") as batch:
        batch.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="remark"))
        for name in _TEXTS:
            batch.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("file_sha256", sa.String(), nullable=True))
        batch.add_column(sa.Column("answers", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("same_as", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(
            sa.Column("resolved", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.create_foreign_key("comment_file", "shelf_file", ["file_sha256"], ["sha256"])
        batch.create_index("ix_comment_file_sha256", ["file_sha256"])


def downgrade() -> None:
    with op.batch_alter_table("comment") as batch:
        batch.drop_constraint("comment_file", type_="foreignkey")
        batch.drop_index("ix_comment_file_sha256")
        for name in ("kind", *_TEXTS, "file_sha256", "answers", "same_as", "resolved"):
            batch.drop_column(name)

    op.drop_index("ix_possible_overlap_track", "possible_overlap")
    op.drop_table("possible_overlap")
    op.drop_index("ix_narrative_track", "narrative")
    op.drop_table("narrative")
