"""The tables of the catalogue: those of a release, each row with the report it comes from."""

from data.vocabulary.released_tables import RELEASED_TABLES, Column, ReleasedTable

_NAMES = {"report": "reports", "decision": "decisions"}
_WITHIN_A_FILE = ("texts", "columns")  # a release finds and explains itself

_REPORT = Column("report", "TEXT NOT NULL", "The report: cycle and pillar.", "reports.id")
_CYCLE = Column("cycle", "TEXT NOT NULL", "The cycle's code.")
_PILLAR = Column("pillar", "TEXT NOT NULL", "The pillar's code.")
_ID = Column("id", "INTEGER PRIMARY KEY", "Number of the row in the catalogue.")
_NAME = Column("id", "TEXT PRIMARY KEY", "Cycle and pillar of the report.")

METHODOLOGIES = (
    "code TEXT PRIMARY KEY",
    "title TEXT NOT NULL",
    "agreed TEXT NOT NULL",
    "agreed_from TEXT NOT NULL",
    "agreed_to TEXT NOT NULL",
    "since TEXT NOT NULL",
    "until TEXT",
)

# Table, the columns with need and member (or what stands for them), the columns whose words are
# found. Rows without a need of their own belong to the report.
_MEMBER_OF_NEED = (
    "(SELECT needs.member FROM needs WHERE needs.report = {0}.report AND needs.key = {0}.need)"
)
SEARCHED = (
    (
        "needs",
        "key",
        "member",
        (
            "number",
            "title",
            "description",
            "institution",
            "category",
            "perspective",
            "eu_reference",
            "filter",
        ),
    ),
    (
        "responses",
        "need",
        _MEMBER_OF_NEED.format("responses"),
        ("text", "instrument", "reference", "date_text", "project", "eu_reference"),
    ),
    ("support", "need", "member", ("title", "implementer", "donors", "activity", "status")),
    ("gaps", "need", "member", ("kind", "text")),
    ("overlaps", "need", "''", ("first", "second", "because")),
    ("planned", "need", _MEMBER_OF_NEED.format("planned"), ("follow_up", "remark")),
    ("comments", "NULL", "member", ("place", "text", "proposed", "quoted", "reason")),
    ("narratives", "NULL", "''", ("text",)),
    ("decisions", "NULL", "''", ("text", "outcome")),
)


def catalogue_name(table: ReleasedTable) -> str:
    """What a table of a release is called in the catalogue; empty: it is not in it."""
    return "" if table.name in _WITHIN_A_FILE else _NAMES.get(table.name, table.name)


def catalogue_columns(table: ReleasedTable) -> tuple[Column, ...]:
    """The columns of a table in the catalogue, in their order."""
    own = [column for column in table.columns if column.name != "id"]
    first = (_NAME,) if table.name == "report" else (_ID, _REPORT, _CYCLE, _PILLAR)
    return (*first, *(Column(c.name, _plain(c.kind), c.meaning) for c in own))


def meanings() -> dict[str, tuple[str, dict[str, str]]]:
    """Table name to what it holds and what each of its columns means."""
    return {
        catalogue_name(table): (
            table.meaning.replace("this file", "the release").replace("; one row", ""),
            {column.name: column.meaning for column in catalogue_columns(table)},
        )
        for table in RELEASED_TABLES
        if catalogue_name(table)
    }


def _plain(kind: str) -> str:
    """What was a key within one file is none over all of them."""
    if "PRIMARY KEY" in kind:
        return kind.replace("PRIMARY KEY", "NOT NULL")
    return kind.replace(" UNIQUE", "")
