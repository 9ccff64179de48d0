"""A proposal to amend the Methodology on its way to the Board, and the files of a new version."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import text as sql

from data import clock, store
from data.reference.reading import FOLDER
from data.settings import MARK
from data.vocabulary import Outcome
from data.vocabulary.board import Mode
from tasks import adopting, filing, proposal_deciding
from tasks.proposing import propose, submit

TEXT = "Add a filter on drones, and give partners ten more working days to deliver."
REASON = "Two partners could not deliver in time in 2025."
NEW_FILTER = "      - {name: Unmanned aircraft, since: 2026-06-20, until: null}\n"
VERSION = """\
reviewed_on: 2026-06-10
review_by: 2027-12-31
versions:
  - code: "2026"
    title: Methodology for development of IISG Annual Response Mapping Report, amended
    agreed: adopted by the IISG Board
    agreed_from: 2026-06-08
    agreed_to: 2026-06-08
    since: 2026-06-20
    until: null
    calendar: "2026"
    taxonomy: "2026"
    templates: The request workbooks stay as they are.
"""


def begin(home: Path) -> None:
    """Set the simulated clock of a home to 1 June 2026, 9:00 UTC."""
    mark = {"seed": 7, "cycles": 1, "moment": "2026-06-01T09:00:00+00:00", "passed": 0}
    (home / MARK).write_text(json.dumps(mark), encoding="utf-8")


def go_to(day: date, hour: int = 9) -> None:
    """Let the simulated clock strike an hour."""
    mark = clock.read_mark()
    assert mark is not None
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC).isoformat()
    clock.write_mark(clock.RehearsalMark(mark.seed, mark.cycles, moment, mark.passed))


def put(text: str, name: str) -> str:
    """Lay a file on the shelf; gives its SHA-256."""
    with store.session() as session:
        return filing.put_on_shelf(session, text.encode(), name, clock.now())


def proposed() -> int:
    """Albania's proposal with one file, recorded."""
    amended = put("The Methodology as amended.", "Methodology amended.docx")
    propose.fn("AL", TEXT, REASON, [amended], "Officer")
    return 1


def decide(
    outcome: Outcome = Outcome.ADOPTED, on: date = date(2026, 6, 8), minutes: str = "2026/2"
) -> str:
    """Record the Board's decision on the first proposal."""
    evidence = put("The chair concluded.", "minutes.txt")
    return proposal_deciding.record_decision.fn(
        1, outcome, on, evidence, "Officer", minutes, "Adopted."
    )


def adopted() -> None:
    """The proposal, sent to the Board on 1 June and adopted on 8 June; confirmed."""
    submit.fn(proposed(), Mode.MEETING)
    go_to(date(2026, 6, 8))
    decide()
    proposal_deciding.confirm_decision.fn(1, "Colleague")


def version_folder(home: Path, name: str = "2026", **changed: str) -> Path:
    """The files of the amended version, as an officer writes them, in the folder of the home."""
    folder = home / "methodology" / name
    folder.mkdir(parents=True, exist_ok=True)
    calendar = (FOLDER / "calendar.yaml").read_text("utf-8")
    calendar = calendar.replace('version: "2022"', 'version: "2026"')
    calendar = calendar.replace("working_days: 60", "working_days: 70")
    taxonomy = (FOLDER / "taxonomy.yaml").read_text("utf-8")
    taxonomy = taxonomy.replace('version: "2022"', 'version: "2026"')
    taxonomy = taxonomy.replace(
        "filters:\n  WBCTi:\n    1:\n", f"filters:\n  WBCTi:\n    1:\n{NEW_FILTER}"
    )
    files = {"methodology": VERSION, "calendar": calendar, "taxonomy": taxonomy, **changed}
    for file, text in files.items():
        (folder / f"{file}.yaml").write_text(text, "utf-8")
    return folder


def laid(home: Path) -> str:
    """The version of the adopted proposal, laid on record on 8 June; gives its code."""
    adopted()
    return adopting.lay.fn(1, str(version_folder(home)), "Officer")


def in_force(home: Path) -> str:
    """The same version, confirmed on 9 June; it begins on 20 June."""
    laid(home)
    go_to(date(2026, 6, 9))
    return adopting.confirm.fn("2026", "Colleague")


def by_force(table: str, change: str) -> None:
    """Change a sealed row as somebody could who owns the database file."""
    with store.session() as session:
        for act in ("update", "delete"):
            session.exec(sql(f"DROP TRIGGER {table}_no_{act}"))
        session.exec(sql(change))
