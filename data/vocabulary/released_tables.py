"""The tables of a released database, each column explained: the file carries these words along."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `refers_to` names the table and column its values come from."""

    name: str
    kind: str
    meaning: str
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """One table of the members' database."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


_ID = Column("id", "INTEGER PRIMARY KEY", "Number of the row in this file.")
_NEED = Column("need", "TEXT NOT NULL", "Key of the need.", "needs.key")
_MEMBER = Column("member", "TEXT NOT NULL", "The member's display name.", "members.name")
_LINE = Column("line", "INTEGER NOT NULL", "Line of the member's reply under this need.")

RELEASED_TABLES = (
    ReleasedTable(
        "report",
        "The report these data stand behind; one row.",
        (
            Column("cycle", "TEXT PRIMARY KEY", "The cycle's code."),
            Column("pillar", "TEXT NOT NULL", "The pillar's code."),
            Column("pillar_name", "TEXT NOT NULL", "The pillar in full."),
            Column("methodology", "TEXT NOT NULL", "Version of the Methodology of this cycle."),
            Column("reporting_from", "TEXT NOT NULL", "First day of the reporting period."),
            Column("reporting_to", "TEXT NOT NULL", "Last day of the reporting period."),
            Column("outlook_to", "TEXT NOT NULL", "Last day of the outlook."),
            Column("as_of", "TEXT NOT NULL", "The day the data were frozen."),
            Column("report_file", "TEXT NOT NULL", "Name of the report's Word file."),
            Column("report_sha256", "TEXT NOT NULL", "SHA-256 of the report's Word file."),
            Column("summary_file", "TEXT NOT NULL", "Name of the summary's Word file."),
            Column("summary_sha256", "TEXT NOT NULL", "SHA-256 of the summary's Word file."),
            Column("journal_head", "TEXT NOT NULL", "Hash of the journal's head at the release."),
            Column("marking", "TEXT NOT NULL", "Who may read this file."),
            Column("footnote", "TEXT NOT NULL", "The footnote to Kosovo*, for the whole file."),
            Column("disclaimers", "TEXT NOT NULL", "Sentences of the Methodology, one a line."),
        ),
    ),
    ReleasedTable(
        "decision",
        "What the Board decided on these bytes, and by which rule; one row.",
        (
            Column("round", "INTEGER PRIMARY KEY", "Number of the approval round."),
            Column("outcome", "TEXT NOT NULL", "What the chair concluded."),
            Column("decided_on", "TEXT NOT NULL", "The day of the decision."),
            Column("text", "TEXT NOT NULL", "The decision in the Board's words."),
            Column("report_sha256", "TEXT NOT NULL", "SHA-256 of the report decided on."),
            Column("summary_sha256", "TEXT NOT NULL", "SHA-256 of the summary decided on."),
            Column("evidence_sha256", "TEXT NOT NULL", "SHA-256 of the minutes or letter."),
            Column("recorded_at", "TEXT NOT NULL", "The instant the decision was recorded."),
            Column("rule", "TEXT NOT NULL", "Code of the rule in force."),
            Column("rule_sentence", "TEXT NOT NULL", "How the Board decided, in one sentence."),
            Column("rule_reference", "TEXT NOT NULL", "Where that rule is written."),
        ),
    ),
    ReleasedTable(
        "members",
        "The members named in this file, alphabetical, under the names of the cycle.",
        (
            Column("name", "TEXT PRIMARY KEY", "Display name."),
            Column("code", "TEXT NOT NULL UNIQUE", "Code that stays when a name changes."),
            Column("kind", "TEXT NOT NULL", "What the member is; empty when not on record."),
        ),
    ),
    ReleasedTable(
        "needs",
        "The mapped needs of this pillar, from the edition of the Needs Mapping report in force.",
        (
            Column("key", "TEXT PRIMARY KEY", "Identity that survives renumbering."),
            Column("number", "TEXT NOT NULL", "Number in the Needs Mapping report."),
            Column("member", "TEXT NOT NULL", "The partner whose need it is.", "members.name"),
            Column("sub_pillar", "INTEGER NOT NULL", "Sub-pillar, 1 to 4."),
            Column("sub_pillar_title", "TEXT NOT NULL", "The sub-pillar as the report titles it."),
            Column("filter", "TEXT NOT NULL", "Row of the sub-pillar's chart."),
            Column("title", "TEXT NOT NULL", "The need in one line."),
            Column("description", "TEXT NOT NULL", "The need in full."),
            Column("perspective", "TEXT NOT NULL", "Perspective named in the register."),
            Column("category", "TEXT NOT NULL", "Category named in the register."),
            Column("institution", "TEXT NOT NULL", "Institution named in the register."),
            Column("eu_reference", "TEXT NOT NULL", "EU document the need refers to."),
            Column("status", "TEXT NOT NULL", "What the Needs Mapping report says of it."),
            Column("replaces", "TEXT NOT NULL", "Numbers of its predecessors, with commas."),
        ),
    ),
    ReleasedTable(
        "replies",
        "What each partner chose for each need; no row: no information received.",
        (
            Column("need", "TEXT PRIMARY KEY", "Key of the need.", "needs.key"),
            Column("state", "TEXT", "The partner's choice; empty when nothing was chosen."),
            Column("later_on", "TEXT NOT NULL", "When it will be known, in the partner's words."),
        ),
    ),
    ReleasedTable(
        "responses",
        "The partners' own efforts, line by line; none where a partner cannot share them.",
        (
            _ID,
            _NEED,
            _LINE,
            Column("kind", "TEXT", "Kind of statement; planned lines are intentions."),
            Column("text", "TEXT NOT NULL", "The partner's words, untouched."),
            Column("instrument", "TEXT", "With what the partner responds."),
            Column("reference", "TEXT NOT NULL", "Reference given; empty: none given."),
            Column("date_text", "TEXT NOT NULL", "The date in the partner's words."),
            Column("on_day", "TEXT", "The day, or last day of the quarter; empty: not read."),
            Column("project_support", "TEXT NOT NULL", "Whether a project supported it."),
            Column("project", "TEXT NOT NULL", "The project named."),
            Column("eu_reference", "TEXT NOT NULL", "EU document the partner links it to."),
        ),
    ),
    ReleasedTable(
        "support",
        "Projects other members report for a need. Several may report one project: never sum.",
        (
            _ID,
            _NEED,
            Column("member", "TEXT NOT NULL", "The member reporting it.", "members.name"),
            _LINE,
            Column("title", "TEXT NOT NULL", "Title of the project."),
            Column("implementer", "TEXT NOT NULL", "Who carries it out."),
            Column("donors", "TEXT NOT NULL", "Who pays for it."),
            Column("activity", "TEXT NOT NULL", "What it does for the need."),
            Column("start_text", "TEXT NOT NULL", "Its start, in the member's words."),
            Column("end_text", "TEXT NOT NULL", "Its end, in the member's words."),
            Column("budget", "TEXT NOT NULL", "Its budget, in the member's words."),
            Column("currency", "TEXT NOT NULL", "Currency of the budget."),
            Column("status", "TEXT NOT NULL", "Its status, in the member's words."),
        ),
    ),
    ReleasedTable(
        "gaps",
        "Needs with a reply and without a response or support.",
        (
            _ID,
            _NEED,
            _MEMBER,
            Column("kind", "TEXT NOT NULL", "Kind of gap."),
            Column("text", "TEXT NOT NULL", "The sentence of the report."),
        ),
    ),
    ReleasedTable(
        "overlaps",
        "Possible overlaps of two projects for one need, confirmed by the Secretariat.",
        (
            _ID,
            _NEED,
            Column("first", "TEXT NOT NULL", "One project."),
            Column("second", "TEXT NOT NULL", "The other project."),
            Column("because", "TEXT NOT NULL", "Why they may overlap."),
        ),
    ),
    ReleasedTable(
        "comments",
        "Comments on the drafts and what became of them.",
        (
            Column("number", "INTEGER PRIMARY KEY", "Number of the comment."),
            _MEMBER,
            Column("place", "TEXT NOT NULL", "Need or chapter the comment is on."),
            Column("text", "TEXT NOT NULL", "The member's words, untouched."),
            Column("proposed", "TEXT NOT NULL", "Wording the member proposed."),
            Column("received_on", "TEXT NOT NULL", "The day it was received."),
            Column("disposition", "TEXT NOT NULL", "What became of it."),
            Column("reason", "TEXT NOT NULL", "Why."),
            Column("kind", "TEXT NOT NULL", "How the comment came."),
            Column("quoted", "TEXT NOT NULL", "The words of the draft it is about."),
            Column("same_as", "INTEGER", "Number of the first comment that says the same."),
        ),
    ),
    ReleasedTable(
        "chapters",
        "The structure of the report: sub-pillars and the filters of their charts, in order.",
        (
            Column("id", "INTEGER PRIMARY KEY", "Place in the order of the report."),
            Column("sub_pillar", "INTEGER NOT NULL", "Sub-pillar, 1 to 4."),
            Column("title", "TEXT NOT NULL", "The sub-pillar as the report titles it."),
            Column("filter", "TEXT NOT NULL", "Row of its chart; empty: it has none."),
        ),
    ),
    ReleasedTable(
        "planned",
        "What became of the items planned in the cycle before; no row: nothing was said.",
        (
            _ID,
            _NEED,
            Column("item", "INTEGER NOT NULL", "Number of the planned item under this need."),
            Column("follow_up", "TEXT", "The partner's choice; empty when nothing was chosen."),
            Column("remark", "TEXT NOT NULL", "The partner's words, untouched."),
        ),
    ),
    ReleasedTable(
        "narratives",
        "The words people wrote into the report, as they stand in the approved text.",
        (
            _ID,
            Column("place", "TEXT NOT NULL", "Where in the report they stand."),
            Column("version", "INTEGER NOT NULL", "How often they were written anew."),
            Column("text", "TEXT NOT NULL", "The words, paragraphs parted by line ends."),
        ),
    ),
    ReleasedTable(
        "situation",
        "Who was asked for what, and whether information was received.",
        (
            _ID,
            _MEMBER,
            Column("asked_for", "TEXT NOT NULL", "Responses, or support."),
            Column("asked_on", "TEXT", "The day of the request; empty: not asked."),
            Column("deadline", "TEXT NOT NULL", "The deadline as it was written."),
            Column("received_on", "TEXT", "Empty: no information received by the deadline."),
        ),
    ),
    ReleasedTable(
        "texts",
        "Every text of this file, for the full-text table 'search': "
        "SELECT texts.* FROM search JOIN texts ON texts.id = search.rowid "
        "WHERE search MATCH 'word'.",
        (
            _ID,
            Column("source", "TEXT NOT NULL", "The table the text comes from."),
            Column("row", "TEXT NOT NULL", "Primary key of the row it comes from."),
            Column("need", "TEXT", "Key of the need, where there is one.", "needs.key"),
            Column("text", "TEXT NOT NULL", "The text."),
        ),
    ),
    ReleasedTable(
        "columns",
        "What every table and column of this file means.",
        (
            _ID,
            Column("table_name", "TEXT NOT NULL", "The table."),
            Column("column_name", "TEXT NOT NULL", "The column; empty for the table itself."),
            Column("meaning", "TEXT NOT NULL", "What it holds."),
        ),
    ),
)
