"""Coverage: partners against sub-pillars or filters, the absences counted apart (rule R11)."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd  # pyright: ignore[reportMissingTypeStubs] -- it ships none

from data.vocabulary import Member
from data.vocabulary.analysis import CoverageCell, NeedState, Standing

_COLUMNS = {
    Standing.REPORTED: "reported",
    Standing.NOT_ASKED: "not_asked",
    Standing.NO_REPLY: "no_reply",
    Standing.NOTHING_TO_REPORT: "nothing_to_report",
    Standing.NOT_SHAREABLE: "not_shareable",
    Standing.LATER: "later",
    Standing.NOT_APPLICABLE: "not_applicable",
}
_COUNTS = ("needs", "statements", *_COLUMNS.values())


def by_sub_pillar(
    states: Iterable[NeedState], partners: Sequence[Member], sub_pillars: Sequence[int]
) -> tuple[CoverageCell, ...]:
    """One cell for each partner and sub-pillar, partners first, in the order given (R15)."""
    wanted = [(partner.code, number, "") for partner in partners for number in sub_pillars]
    return _cells([_row(state, "") for state in states], wanted)


def by_filter(
    states: Iterable[NeedState],
    partners: Sequence[Member],
    filters: Sequence[tuple[int, str]],
) -> tuple[CoverageCell, ...]:
    """One cell for each filter and partner, filters first, in the order given."""
    wanted = [(partner.code, number, name) for number, name in filters for partner in partners]
    return _cells([_row(state, state.need.filter) for state in states], wanted)


def _row(state: NeedState, name: str) -> tuple[str, int, str, str, int]:
    need = state.need
    return (
        need.member,
        need.sub_pillar,
        name,
        _COLUMNS[state.standing],
        len(state.statements),
    )


def _cells(
    rows: list[tuple[str, int, str, str, int]], wanted: list[tuple[str, int, str]]
) -> tuple[CoverageCell, ...]:
    counted = _pivot(rows)
    empty = dict.fromkeys(_COUNTS, 0)
    return tuple(
        CoverageCell(
            member=member,
            sub_pillar=number,
            filter=name,
            **counted.get((member, number, name), empty),
        )
        for member, number, name in wanted
    )


def _pivot(
    rows: list[tuple[str, int, str, str, int]],
) -> dict[tuple[str, int, str], dict[str, int]]:
    """Count needs by standing and add up statements, for each partner and heading."""
    if not rows:
        return {}
    place = ["member", "sub_pillar", "filter"]
    frame: Any = pd.DataFrame(rows, columns=[*place, "standing", "statements"])
    table = (
        frame.assign(needs=1)
        .pivot_table(index=place, columns="standing", values="needs", aggfunc="sum", fill_value=0)
        .reindex(columns=list(_COLUMNS.values()), fill_value=0)
    )
    sums = frame.groupby(place)["statements"].agg(needs="count", statements="sum")
    return table.join(sums).astype(int).to_dict(orient="index")
