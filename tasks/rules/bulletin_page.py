"""The state of play as a page: members stand alphabetically, nobody is ranked (rule R15)."""

from collections.abc import Iterable, Mapping, Sequence

from data.vocabulary import KOSOVO, KOSOVO_FOOTNOTE, TrackStatus
from tasks.rules import waiting


def compose(
    code: str, awaited: str, statuses: Sequence[TrackStatus], names: Mapping[str, str]
) -> str:
    """A Markdown page for the Secretariat: one row a track, and who has not answered yet."""
    lines = [
        f"# State of play {code}".rstrip(),
        "",
        f"**{awaited}.**",
        "",
        "| cycle | pillar | state | answered | next | waits for | drafts |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(_row(status) for status in statuses),
        "",
        *_silent(statuses, names),
    ]
    page = "\n".join(lines).replace(KOSOVO, r"Kosovo\*")
    if KOSOVO in "".join(lines):
        page += "\n\n" + KOSOVO_FOOTNOTE.replace("*", r"\*")
    return page + "\n"


def _row(status: TrackStatus) -> str:
    awaited = waiting.sentence([status.wait]).removeprefix("Waiting for ")
    cells = (
        status.track.cycle,
        status.track.pillar,
        status.state,
        f"{status.answered} of {status.asked}",
        status.next,
        awaited,
        ", ".join(status.drafts) or "none yet",
    )
    return f"| {' | '.join(cells)} |"


def _silent(statuses: Iterable[TrackStatus], names: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    for status in statuses:
        if status.silent:
            who = sorted({names.get(code, code) for code in status.silent}, key=str.casefold)
            place = f"{status.track.cycle} {status.track.pillar}"
            lines.append(f"- {place}: no information received so far from {', '.join(who)}.")
    return lines
