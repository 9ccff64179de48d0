"""open the books."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "framework_reference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", "since"),
    )
    op.create_table(
        "journal_entry",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("hash"),
    )
    op.create_table(
        "member",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "methodology_version",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "pillar",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "shelf_file",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "sub_pillar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number", "since"),
    )
    with op.batch_alter_table("sub_pillar", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sub_pillar_number"), ["number"], unique=False)

    op.create_table(
        "board_seat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("chairs", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("member", "since"),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("function", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("member", "pillar", "role", "email", "since"),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_member"), ["member"], unique=False)

    op.create_table(
        "filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("sub_pillar", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["pillar"],
            ["pillar.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("pillar", "sub_pillar", "name", "since"),
    )
    with op.batch_alter_table("filter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_filter_pillar"), ["pillar"], unique=False)

    op.create_table(
        "member_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("member", "since"),
    )
    with op.batch_alter_table("member_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_name_member"), ["member"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.ForeignKeyConstraint(
            ["pillar"],
            ["pillar.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("member", "pillar", "since"),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_member"), ["member"], unique=False)
        batch_op.create_index(batch_op.f("ix_membership_pillar"), ["pillar"], unique=False)

    op.create_table(
        "needs_mapping",
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("register_sha256", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["register_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.PrimaryKeyConstraint("edition"),
    )
    op.create_table(
        "cycle",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reporting_from", sa.Date(), nullable=False),
        sa.Column("reporting_to", sa.Date(), nullable=False),
        sa.Column("outlook_to", sa.Date(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("methodology", sa.String(), nullable=False),
        sa.Column("taxonomy_on", sa.Date(), nullable=False),
        sa.Column("needs_edition", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["methodology"],
            ["methodology_version.code"],
        ),
        sa.ForeignKeyConstraint(
            ["needs_edition"],
            ["needs_mapping.edition"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "need",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("sub_pillar", sa.Integer(), nullable=False),
        sa.Column("filter", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("eu_reference", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition"],
            ["needs_mapping.edition"],
        ),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.ForeignKeyConstraint(
            ["pillar"],
            ["pillar.code"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("edition", "number"),
    )
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_edition"), ["edition"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_member"), ["member"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_pillar"), ["pillar"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("evidence_sha256", sa.String(), nullable=True),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle"],
            ["cycle.code"],
        ),
        sa.ForeignKeyConstraint(
            ["evidence_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_cycle"), ["cycle"], unique=False)

    op.create_table(
        "calendar_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["cycle"],
            ["cycle.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cycle", "number"),
    )
    with op.batch_alter_table("calendar_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_version_cycle"), ["cycle"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle"],
            ["cycle.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cycle", "pillar", "kind"),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_cycle"), ["cycle"], unique=False)

    op.create_table(
        "need_lineage",
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("predecessor", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["need"],
            ["need.key"],
        ),
        sa.ForeignKeyConstraint(
            ["predecessor"],
            ["need.key"],
        ),
        sa.PrimaryKeyConstraint("need", "predecessor"),
    )
    op.create_table(
        "track",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cycle"],
            ["cycle.code"],
        ),
        sa.ForeignKeyConstraint(
            ["pillar"],
            ["pillar.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("cycle", "pillar"),
    )
    with op.batch_alter_table("track", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_track_cycle"), ["cycle"], unique=False)

    op.create_table(
        "calendar_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"],
            ["calendar_version.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("version", "step"),
    )
    with op.batch_alter_table("calendar_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_item_version"), ["version"], unique=False)

    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("proposed", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disposition", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("disposed_by", sa.String(), nullable=False),
        sa.Column("disposed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "number"),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_track"), ["track"], unique=False)

    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("snapshot_sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "kind", "number"),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_track"), ["track"], unique=False)

    op.create_table(
        "request",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("deadline", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("template_version", sa.String(), nullable=False),
        sa.Column("workbook_sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.ForeignKeyConstraint(
            ["workbook_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.PrimaryKeyConstraint("reference"),
        sa.UniqueConstraint("track", "member", "kind"),
    )
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_member"), ["member"], unique=False)
        batch_op.create_index(batch_op.f("ix_request_track"), ["track"], unique=False)

    op.create_table(
        "structure_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chapters", sa.JSON(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "number"),
    )
    with op.batch_alter_table("structure_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_structure_version_track"), ["track"], unique=False)

    op.create_table(
        "summary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("snapshot_sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "number"),
    )
    with op.batch_alter_table("summary", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_summary_track"), ["track"], unique=False)

    op.create_table(
        "approval_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("summary", sa.Integer(), nullable=False),
        sa.Column("report_sha256", sa.String(), nullable=False),
        sa.Column("summary_sha256", sa.String(), nullable=False),
        sa.Column("rule_code", sa.String(), nullable=False),
        sa.Column("rule_sentence", sa.String(), nullable=False),
        sa.Column("rule_reference", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["draft"],
            ["draft.id"],
        ),
        sa.ForeignKeyConstraint(
            ["report_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["summary"],
            ["summary.id"],
        ),
        sa.ForeignKeyConstraint(
            ["summary_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "number"),
    )
    with op.batch_alter_table("approval_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_approval_round_track"), ["track"], unique=False)

    op.create_table(
        "letter",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("cycle", sa.String(), nullable=True),
        sa.Column("pillar", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=True),
        sa.Column("receivers", sa.JSON(), nullable=False),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("eml_sha256", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["cycle"],
            ["cycle.code"],
        ),
        sa.ForeignKeyConstraint(
            ["eml_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["request"],
            ["request.reference"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("file_name"),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_cycle"), ["cycle"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_request"), ["request"], unique=False)

    op.create_table(
        "return",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request", sa.String(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request"],
            ["request.reference"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["shelf_file.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("request", "number"),
        sa.UniqueConstraint("sha256"),
    )
    with op.batch_alter_table("return", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_return_request"), ["request"], unique=False)

    op.create_table(
        "board_position",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("chairs", sa.Boolean(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["member"],
            ["member.code"],
        ),
        sa.ForeignKeyConstraint(
            ["round"],
            ["approval_round.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("round", "member"),
    )
    with op.batch_alter_table("board_position", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_board_position_round"), ["round"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("report_sha256", sa.String(), nullable=False),
        sa.Column("summary_sha256", sa.String(), nullable=False),
        sa.Column("evidence_sha256", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["report_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["round"],
            ["approval_round.id"],
        ),
        sa.ForeignKeyConstraint(
            ["summary_sha256"],
            ["shelf_file.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_round"), ["round"], unique=False)

    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=True),
        sa.Column("return_id", sa.Integer(), nullable=True),
        sa.Column("need", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("remedy", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["need"],
            ["need.key"],
        ),
        sa.ForeignKeyConstraint(
            ["return_id"],
            ["return.id"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("track", "return_id", "code", "sheet", "cell", "message"),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_return_id"), ["return_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_finding_track"), ["track"], unique=False)

    op.create_table(
        "need_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("later_on", sa.String(), nullable=False),
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
        sa.UniqueConstraint("return_id", "need"),
    )
    with op.batch_alter_table("need_reply", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_reply_need"), ["need"], unique=False)
        batch_op.create_index(batch_op.f("ix_need_reply_return_id"), ["return_id"], unique=False)

    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("date_text", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("with_project_support", sa.String(), nullable=False),
        sa.Column("project", sa.String(), nullable=False),
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
    )
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_response_need"), ["need"], unique=False)
        batch_op.create_index(batch_op.f("ix_response_return_id"), ["return_id"], unique=False)

    op.create_table(
        "returned_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["return_id"],
            ["return.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("returned_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_returned_text_return_id"), ["return_id"], unique=False)

    op.create_table(
        "support_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("return_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("implementer", sa.String(), nullable=False),
        sa.Column("donors", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=False),
        sa.Column("start_text", sa.String(), nullable=False),
        sa.Column("end_text", sa.String(), nullable=False),
        sa.Column("budget", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["return_id"],
            ["return.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("support_project", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_support_project_return_id"), ["return_id"], unique=False
        )

    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("track", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision"],
            ["decision.id"],
        ),
        sa.ForeignKeyConstraint(
            ["track"],
            ["track.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("decision", "door"),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_track"), ["track"], unique=False)

    op.create_table(
        "support_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project", sa.Integer(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["need"],
            ["need.key"],
        ),
        sa.ForeignKeyConstraint(
            ["project"],
            ["support_project.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("support_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_link_need"), ["need"], unique=False)
        batch_op.create_index(batch_op.f("ix_support_link_project"), ["project"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("support_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_link_project"))
        batch_op.drop_index(batch_op.f("ix_support_link_need"))

    op.drop_table("support_link")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_track"))

    op.drop_table("release")
    with op.batch_alter_table("support_project", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_project_return_id"))

    op.drop_table("support_project")
    with op.batch_alter_table("returned_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_returned_text_return_id"))

    op.drop_table("returned_text")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_response_return_id"))
        batch_op.drop_index(batch_op.f("ix_response_need"))

    op.drop_table("response")
    with op.batch_alter_table("need_reply", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_need_reply_return_id"))
        batch_op.drop_index(batch_op.f("ix_need_reply_need"))

    op.drop_table("need_reply")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_track"))
        batch_op.drop_index(batch_op.f("ix_finding_return_id"))

    op.drop_table("finding")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_round"))

    op.drop_table("decision")
    with op.batch_alter_table("board_position", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_board_position_round"))

    op.drop_table("board_position")
    with op.batch_alter_table("return", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_return_request"))

    op.drop_table("return")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_request"))
        batch_op.drop_index(batch_op.f("ix_letter_cycle"))

    op.drop_table("letter")
    with op.batch_alter_table("approval_round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_approval_round_track"))

    op.drop_table("approval_round")
    with op.batch_alter_table("summary", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_summary_track"))

    op.drop_table("summary")
    with op.batch_alter_table("structure_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_structure_version_track"))

    op.drop_table("structure_version")
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_request_track"))
        batch_op.drop_index(batch_op.f("ix_request_member"))

    op.drop_table("request")
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_track"))

    op.drop_table("draft")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_track"))

    op.drop_table("comment")
    with op.batch_alter_table("calendar_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_item_version"))

    op.drop_table("calendar_item")
    with op.batch_alter_table("track", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_track_cycle"))

    op.drop_table("track")
    op.drop_table("need_lineage")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_cycle"))

    op.drop_table("meeting")
    with op.batch_alter_table("calendar_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_version_cycle"))

    op.drop_table("calendar_version")
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_cycle"))

    op.drop_table("agreement")
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_need_pillar"))
        batch_op.drop_index(batch_op.f("ix_need_member"))
        batch_op.drop_index(batch_op.f("ix_need_edition"))

    op.drop_table("need")
    op.drop_table("cycle")
    op.drop_table("needs_mapping")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_pillar"))
        batch_op.drop_index(batch_op.f("ix_membership_member"))

    op.drop_table("membership")
    with op.batch_alter_table("member_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_name_member"))

    op.drop_table("member_name")
    with op.batch_alter_table("filter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_filter_pillar"))

    op.drop_table("filter")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_member"))

    op.drop_table("contact")
    op.drop_table("board_seat")
    with op.batch_alter_table("sub_pillar", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sub_pillar_number"))

    op.drop_table("sub_pillar")
    op.drop_table("shelf_file")
    op.drop_table("pillar")
    op.drop_table("methodology_version")
    op.drop_table("member")
    op.drop_table("journal_entry")
    op.drop_table("framework_reference")
