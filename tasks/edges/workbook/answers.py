"""Answers already given, in the words a workbook shows: for a receipt that goes back to correct."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.vocabulary import ProjectSupport, Reading, ResponseLine, SupportLine
from data.vocabulary.languages import Language
from tasks.edges.workbook.cells import LONGEST, legible, pieces
from tasks.edges.workbook.languages import shown

_NO_REPLY: Mapping[str, str] = {"state": "", "later": ""}
_NO_FOLLOW_UP: Mapping[str, str] = {"follow_up": "", "remark": ""}


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in the open cells, by need; empty for a request that goes out."""

    replies: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, dict[str, str]])
    lines: Mapping[str, Mapping[int, dict[str, str]]] = field(
        default_factory=dict[str, dict[int, dict[str, str]]]
    )
    follow_ups: Mapping[tuple[str, int], Mapping[str, str]] = field(
        default_factory=dict[tuple[str, int], dict[str, str]]
    )
    additional: tuple[str, ...] = ()

    def reply(self, need: str) -> Mapping[str, str]:
        return self.replies.get(need, _NO_REPLY)

    def given(self, need: str) -> int:
        """Count as the meter does: an answer chosen, or the lines that name a project."""
        projects = sum(bool(line.get("title")) for line in self.lines.get(need, {}).values())
        return int(bool(self.reply(need)["state"])) or projects

    def planned(self, need: str, item: int) -> Mapping[str, str]:
        return self.follow_ups.get((need, item), _NO_FOLLOW_UP)

    def line(self, need: str, number: int) -> dict[str, str]:
        return self.lines.get(need, {}).get(number, {})

    def last_line(self, need: str) -> int:
        return max(self.lines.get(need, {}), default=0)


def answers_of(reading: Reading | None, language: Language) -> Answers:
    """Put what was read into the words of a language; members' own words stay untouched."""
    if reading is None:
        return Answers()
    responses: defaultdict[str, list[tuple[int, dict[str, str]]]] = defaultdict(list)
    support: defaultdict[str, list[tuple[int, dict[str, str]]]] = defaultdict(list)
    for response in reading.responses:
        responses[response.need].append((response.line, _response(response, language)))
    for project in reading.support:
        support[project.need].append((project.line, _support(project, language)))
    return Answers(
        replies={
            reply.need: {"state": _shown(language, "answers", reply.state), "later": reply.later_on}
            for reply in reading.replies
        },
        lines={
            **{need: _placed(given, "text") for need, given in responses.items()},
            **{need: _placed(given, "activity") for need, given in support.items()},
        },
        follow_ups={
            (said.need, said.item): {
                "follow_up": _shown(language, "follow_ups", said.follow_up),
                "remark": said.remark,
            }
            for said in reading.planned
        },
        additional=tuple(_in_cells(text for _, text in reading.additional)),
    )


def _placed(given: Iterable[tuple[int, dict[str, str]]], long: str) -> dict[int, dict[str, str]]:
    """Give each line its number; a second one of that number goes on after the last.

    What no cell can hold goes on in a further line.
    """
    lines: dict[int, dict[str, str]] = {}
    later: list[dict[str, str]] = []
    for number, words in given:
        first, *others = pieces(legible(words[long]), LONGEST)
        if number in lines or number < 1:
            later.append({**words, long: first})
        else:
            lines[number] = {**words, long: first}
        later += [{**words, long: more} for more in others]
    for words in later:
        lines[max(lines, default=0) + 1] = words
    return lines


def _in_cells(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from pieces(legible(text), LONGEST)


def _shown(language: Language, choices: str, word: StrEnum | None) -> str:
    return shown(language, choices, word.value) if word else ""


def _response(line: ResponseLine, language: Language) -> dict[str, str]:
    support = line.with_project_support
    asked = None if support is ProjectSupport.UNKNOWN else support  # a blank is read as unknown
    return {
        "kind": _shown(language, "kinds", line.kind),
        "text": line.text,
        "instrument": _shown(language, "instruments", line.instrument),
        "reference": line.reference,
        "date": line.date_text or (line.on.isoformat() if line.on else ""),
        "project_support": _shown(language, "project_support", asked),
        "project": line.project,
        "eu_reference": line.eu_reference,
    }


def _support(line: SupportLine, language: Language) -> dict[str, str]:
    return {
        "title": line.title,
        "implementer": line.implementer,
        "donors": line.donors,
        "activity": line.activity,
        "start": line.start_text,
        "end": line.end_text,
        "budget": line.budget,
        "currency": shown(language, "currencies", line.currency),
        "status": shown(language, "statuses", line.status),
    }
