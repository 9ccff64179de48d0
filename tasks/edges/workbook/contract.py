"""The contract of a request template: what the program relies on in a workbook people restyle."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import yaml

from data.errors.workbooks import ContractIncomplete
from data.vocabulary import RequestKind

Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheets of needs; `choices` names the list its cells offer, if any."""

    key: str
    letter: str
    heading: str
    choices: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Where a partner chooses its answer for a need, by column letters."""

    state_label: str
    state: str
    later_label: str
    later: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """Where a partner says what became of an item it planned last year (rule R13)."""

    text: Span
    follow_up: str
    remark: Span


@dataclass(frozen=True, slots=True)
class Meter:
    """Where the completeness meter stands on the first sheet.

    `missing` and `link` are empty where no answer is expected for each need (support).
    """

    row: int
    label: str
    needs: str
    answered: str
    missing: str
    link: str


@dataclass(frozen=True, slots=True)
class Contract:
    """All that is promised of one template; `needs` maps sub-pillars to sheet names.

    `about` maps description and reported to the columns they span. `answer` and `planned` are None
    where nothing is chosen for each need (support). `check` is the letter of the column in which
    formulas say in words what is missing.
    """

    version: str
    kind: RequestKind
    sheets: Mapping[str, str]
    needs: Mapping[int, str]
    heading_row: int
    lines: int
    spare: int
    columns: Mapping[str, Column]
    title: Span
    about: Mapping[str, Span]
    answer: AnswerRow | None
    planned: PlannedRow | None
    check: str
    meter: Meter
    additional: Mapping[str, str]
    additional_lines: int
    styles: Mapping[str, str]

    @property
    def counted(self) -> str:
        """The letter of the column whose filled cells the meter counts."""
        return self.answer.state if self.answer else self.columns["title"].letter


@lru_cache(maxsize=8)
def read_contract(text: str) -> Contract:
    """Read the YAML beside a template.

    Args:
        text: The contract as people wrote it.

    Raises:
        ContractIncomplete: a line the program relies on is missing.
    """
    try:
        said = _mapping(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise ContractIncomplete(
            missing="anything in YAML", example="version: response-1"
        ) from error
    sheets = _part(said, "sheets")
    additional = _part(said, "additional")
    return Contract(
        version=_text(said, "version"),
        kind=RequestKind(_text(said, "kind")),
        sheets={key: str(title) for key, title in sheets.items() if key != "needs"},
        needs={int(number): str(title) for number, title in _part(sheets, "needs").items()},
        heading_row=_number(said, "heading_row"),
        lines=_number(said, "lines_for_each_need"),
        spare=_number(said, "spare_lines"),
        columns={key: _column(key, value) for key, value in _part(said, "columns").items()},
        title=_span(_need(said, "title")),
        about={key: _span(value) for key, value in _part(said, "about").items()},
        answer=_answer(said),
        planned=_planned(said),
        check=_text(said, "check"),
        meter=_meter(_part(said, "meter")),
        additional={key: _text(additional, key) for key in ("key", "need", "text")},
        additional_lines=_number(additional, "lines"),
        styles={key: str(name) for key, name in _part(said, "styles").items()},
    )


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ContractIncomplete(missing="anything by name", example="version: response-1")
    return {str(key): entry for key, entry in cast("dict[object, object]", value).items()}


def _need(said: Mapping[str, object], key: str) -> object:
    if said.get(key) is None:
        raise ContractIncomplete(missing=key, example=f"{key}: …")
    return said[key]


def _part(said: Mapping[str, object], key: str) -> dict[str, object]:
    return _mapping(_need(said, key))


def _text(said: Mapping[str, object], key: str) -> str:
    return str(_need(said, key))


def _number(said: Mapping[str, object], key: str) -> int:
    value = _need(said, key)
    if not isinstance(value, int):
        raise ContractIncomplete(missing=f"{key} as a number", example=f"{key}: 3")
    return value


def _span(value: object) -> Span:
    if not isinstance(value, list):
        raise ContractIncomplete(missing="the columns of a span", example="title: [C, I]")
    first, last = cast("list[object]", value)
    return str(first), str(last)


def _column(key: str, value: object) -> Column:
    said = _mapping(value)
    return Column(key, _text(said, "letter"), _text(said, "heading"), str(said.get("list", "")))


def _answer(said: Mapping[str, object]) -> AnswerRow | None:
    if said.get("answer") is None:
        return None
    row = _part(said, "answer")
    names = ("state_label", "state", "later_label", "later")
    return AnswerRow(*(_text(row, name) for name in names))


def _planned(said: Mapping[str, object]) -> PlannedRow | None:
    if said.get("planned") is None:
        return None
    row = _part(said, "planned")
    text, remark = _span(_need(row, "text")), _span(_need(row, "remark"))
    return PlannedRow(text, _text(row, "follow_up"), remark)


def _meter(said: Mapping[str, object]) -> Meter:
    names = ("label", "needs", "answered")
    more = (str(said.get(name, "")) for name in ("missing", "link"))
    return Meter(_number(said, "row"), *(_text(said, name) for name in names), *more)
