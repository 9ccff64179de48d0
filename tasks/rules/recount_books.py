"""The snapshot counted a second time, in another way than the report counts it (rule R20).

Nothing here calls the rules the report is composed with: a slip in one of them shows as a
difference between the two counts. Only what one name or one title is, is asked in one place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from data.vocabulary import (
    AnswerState,
    Need,
    NeedReply,
    ReplySituation,
    ResponseLine,
    Snapshot,
    SupportLine,
)

_ABSENCES = {
    AnswerState.NOTHING_TO_REPORT: "nothing to report",
    AnswerState.NOT_SHAREABLE: "not shareable",
    AnswerState.NOT_APPLICABLE: "not applicable",
    AnswerState.LATER: "later",
    AnswerState.ANSWERED: "no statement",
}


NAMELESS = "Needs without a filter"
_WITHOUT_CHAPTER = re.compile("Sub-pillar ([0-9]{1,3})")


@dataclass(frozen=True)
class Books:
    """One snapshot and everything counted from it; every list is made once."""

    snapshot: Snapshot

    @cached_property
    def replies(self) -> dict[str, NeedReply]:
        return {reply.need: reply for reply in self.snapshot.replies}

    @cached_property
    def lines(self) -> dict[str, list[ResponseLine]]:
        """The statements of each need that may be shown (rule R11)."""
        shown: dict[str, list[ResponseLine]] = {need.key: [] for need in self.snapshot.needs}
        for line in self.snapshot.responses:
            if line.need in shown and self.choice(line.need) is not AnswerState.NOT_SHAREABLE:
                shown[line.need].append(line)
        return shown

    @cached_property
    def support(self) -> dict[str, list[tuple[str, SupportLine]]]:
        """The projects other members report for each need, each with its reporter."""
        reported: dict[str, list[tuple[str, SupportLine]]] = {}
        for reporter, line in self.snapshot.support:
            reported.setdefault(line.need, []).append((reporter, line))
        return reported

    @cached_property
    def asked(self) -> set[str]:
        return {each.member.code for each in self.snapshot.partner_situation if each.asked_on}

    @cached_property
    def by_number(self) -> dict[str, list[Need]]:
        numbers: dict[str, list[Need]] = {}
        for need in self.snapshot.needs:
            numbers.setdefault(need.number, []).append(need)
        return numbers

    @cached_property
    def names(self) -> dict[str, str]:
        members = (*self.snapshot.partners, *self.snapshot.supporters)
        return {member.code: member.name for member in members}

    def choice(self, need: str) -> AnswerState | None:
        reply = self.replies.get(need)
        return reply.state if reply else None

    def absence(self, need: Need) -> str:
        """Why nothing is shown for a need; empty where a statement is."""
        if self.lines[need.key]:
            return ""
        choice = self.choice(need.key)
        if choice is not None:
            return _ABSENCES[choice]
        return "no reply" if need.member in self.asked else "not asked"

    def is_told(self, need: Need) -> bool:
        """Whether a reply may be held against another: statements, or nothing to report."""
        return self.absence(need) in ("", "nothing to report", "no statement")

    def needs(
        self, sub_pillar: int | None = None, name: str | None = None, member: str | None = None
    ) -> list[Need]:
        """The needs under a sub-pillar, a filter, of a partner; all where nothing is named."""
        return [
            need
            for need in self.snapshot.needs
            if sub_pillar in (None, need.sub_pillar)
            and name in (None, need.filter)
            and member in (None, need.member)
        ]

    def statements(self, needs: Iterable[Need]) -> list[ResponseLine]:
        return [line for need in needs for line in self.lines[need.key]]

    def with_statements(self, needs: Iterable[Need]) -> int:
        return sum(1 for need in needs if self.lines[need.key])

    def sub_pillar_of(self, title: str) -> int | None:
        """The number of the sub-pillar whose chapter has this title."""
        for chapter in self.snapshot.outline.chapters:
            if chapter.title == title:
                return chapter.sub_pillar
        numbered = _WITHOUT_CHAPTER.fullmatch(title)
        return int(numbered[1]) if numbered else None


def replied(situations: Iterable[ReplySituation]) -> tuple[int, int]:
    """How many replied, and of how many that were asked."""
    asked = [each for each in situations if each.asked_on]
    return len([each for each in asked if each.received_on]), len(asked)
