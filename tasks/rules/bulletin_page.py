"""The state of play as a page: members stand alphabetically, nobody is ranked (rule R15)."""

from collections.abc import Mapping, Sequence

from data.vocabulary import KOSOVO, KOSOVO_FOOTNOTE, TrackStatus
from tasks.rules import waiting

NOTHING_OPEN = "No cycle is open. Begin with 0-import-members, then 0-import-needs and 1-prepare."


def compose(
    code: str, awaited: str, statuses: Sequence[TrackStatus], names: Mapping[str, str]
) -> str:
    """A Markdown page for the Secretariat: one row a report, and who has not answered yet.

    The page shares its width with Prefect's own column: what may be long stands below the table.
    """
    lines = [f"# State of play {code}".rstrip(), "", f"**{awaited}.**", ""]
    lines += _table(statuses) if statuses else [NOTHING_OPEN]
    lines += _section("No information received so far from", _silent(statuses, names))
    lines += _questions(statuses)
    lines += _section("Drafts", [(status, ", ".join(status.drafts)) for status in statuses])
    page = "\n".join(lines).replace(KOSOVO, r"Kosovo\*")
    if KOSOVO in "".join(lines):
        page += "\n\n" + KOSOVO_FOOTNOTE.replace("*", r"\*")
    return page + "\n"


def _table(statuses: Sequence[TrackStatus]) -> list[str]:
    header = ("report", "state", "answered", "next", "waits for")
    rows = [header, ("---",) * len(header), *(_row(status) for status in statuses)]
    return [f"| {' | '.join(cells)} |" for cells in rows]


def _row(status: TrackStatus) -> tuple[str, ...]:
    awaited = waiting.sentence([status.wait]).removeprefix("Waiting for ")
    return (
        _report(status),
        status.state,
        f"{status.answered} of {status.asked}" if status.asked else "nobody asked yet",
        status.next,
        awaited if status.wait else "nothing",
    )


def _section(heading: str, told: Sequence[tuple[TrackStatus, str]]) -> list[str]:
    points = [f"- **{_report(status)}**: {words}" for status, words in told if words]
    return ["", f"### {heading}", "", *points] if points else []


def _questions(statuses: Sequence[TrackStatus]) -> list[str]:
    asked = [question for status in statuses for question in status.questions]
    points = [f"- {question}" for question in dict.fromkeys(asked)]
    return ["", "### Waits for the Secretariat", "", *points] if points else []


def _silent(
    statuses: Sequence[TrackStatus], names: Mapping[str, str]
) -> list[tuple[TrackStatus, str]]:
    return [
        (
            status,
            ", ".join(sorted({names.get(code, code) for code in status.silent}, key=str.casefold)),
        )
        for status in statuses
    ]


def _report(status: TrackStatus) -> str:
    return f"{status.track.cycle} {status.track.pillar}"
