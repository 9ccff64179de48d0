"""Where each finding and count of a report comes from: the cells and records behind its anchor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.vocabulary import GapKind, NeedReply, PlannedReply, ResponseLine, Snapshot, SupportLine
from data.vocabulary.analysis import NeedState
from data.vocabulary.coordination import Confirmation, Potential
from data.vocabulary.provenance import ReturnedFile, Source
from data.vocabulary.trends import Intention, Trend
from tasks.rules import finding_anchors, year_findings
from tasks.rules.deadlines import long_date
from tasks.rules.phrases import counted
from tasks.rules.report_material import Material

_COUNTS = (
    "overview",
    "kinds",
    "partners",
    "replies",
    "gaps",
    "overlaps",
    "same_filter",
    "same_supporter",
    "same_quarter",
    "confirmation",
    "trends",
    "change",
    "intentions",
    "support",
)


def finding_sources(material: Material) -> dict[str, tuple[Source, ...]]:
    """Sources by anchor, for every anchor the overview, the findings and the annex may hold.

    A count rests on the whole snapshot: its sources are every returned file, and one without a
    file that says what was counted. An anchor may be listed that a given draft does not use.
    """
    found, records = year_findings.of(material), _Records.of(material)
    return {
        **_of_counts(material, records),
        **{finding_anchors.gap(each): records.of_need(each.need) for each in found.gaps},
        **{
            finding_anchors.empty_filter(each.sub_pillar, each.filter): records.of_needs(each.needs)
            for each in found.empty_filters
        },
        **{finding_anchors.potential(each): records.shared(each) for each in found.potentials},
        **{
            finding_anchors.overlap(each): records.of_need(each.need)
            for each in material.snapshot.overlaps
        },
        **{finding_anchors.confirmation(each): records.named(each) for each in found.confirmations},
        **{finding_anchors.trend(each): records.compared(each.need) for each in found.trends},
        **{finding_anchors.intention(each): records.followed(each) for each in found.intentions},
        **{finding_anchors.annex(key): records.of_need(key) for key in material.needs},
    }


def _of_counts(material: Material, records: "_Records") -> dict[str, tuple[Source, ...]]:
    subjects = [*_COUNTS]
    numbers = {chapter.sub_pillar for chapter in material.snapshot.outline.chapters}
    numbers |= {need.sub_pillar for need in material.needs.values()}
    for number in sorted(numbers):
        subjects += [f"filters_{number}", f"support_{number}"]
    subjects += [f"gap_{kind.name.lower()}" for kind in GapKind]
    subjects += [f"trend_{trend.name.lower()}" for trend in Trend]
    whole = records.everything()
    return {finding_anchors.count(subject): whole for subject in subjects}


@dataclass(frozen=True)
class _Records:
    """The snapshot's records as sources."""

    snapshot: Snapshot
    states: dict[str, NeedState]
    files: dict[str, ReturnedFile]
    support: dict[str, tuple[tuple[str, SupportLine], ...]]

    @classmethod
    def of(cls, material: Material) -> "_Records":
        support: dict[str, list[tuple[str, SupportLine]]] = {}
        for reporter, line in material.snapshot.support:
            support.setdefault(line.need, []).append((reporter, line))
        return cls(
            material.snapshot,
            {state.need.key: state for state in material.states},
            {file.sha256: file for file in material.snapshot.files},
            {need: tuple(sorted(each, key=_told_order)) for need, each in support.items()},
        )

    def everything(self) -> tuple[Source, ...]:
        """What a count rests on: the snapshot in a sentence, then every file."""
        snapshot = self.snapshot
        statements = sum(len(state.statements) for state in self.states.values())
        told = (
            f"Counted over {counted(len(snapshot.needs), 'mapped need')}, "
            f"{counted(statements, 'statement')} and {counted(len(snapshot.support), 'project')} "
            f"reported for single needs, as of {long_date(snapshot.as_of)}."
        )
        files = (Source("", file.member, file.file_name, file) for file in snapshot.files)
        return Source("", "", told), *files

    def of_need(self, key: str) -> tuple[Source, ...]:
        """The need as mapped, the partner's choice and statements, and the projects reported."""
        state = self.states.get(key)
        if state is None:
            return (Source(key, "", "A need that is not in the snapshot."),)
        return tuple(self._of_state(state))

    def of_needs(self, keys: Iterable[str]) -> tuple[Source, ...]:
        return tuple(source for key in keys for source in self.of_need(key))

    def shared(self, found: Potential) -> tuple[Source, ...]:
        """The needs concerned; where projects or plans are shared, exactly those."""
        if found.lines:
            return tuple(self._said(line, self._owner(line.need)) for line in found.lines)
        if found.projects:
            return tuple(self._project(found.supporter, line) for line in found.projects)
        return tuple(self._need(self.states[key]) for key in found.needs)

    def named(self, found: Confirmation) -> tuple[Source, ...]:
        sides = (
            self._project(found.supporter, found.line) if found.line else None,
            self._said(found.response, found.member) if found.response else None,
        )
        return tuple(source for source in sides if source is not None)

    def compared(self, key: str) -> tuple[Source, ...]:
        held = self.snapshot.last_year.get(key)
        before = "Not mapped in the cycle before."
        if held is not None:
            told = (*held.reported, *held.planned)
            before = f"Cycle {held.cycle}: {'; '.join(told) or 'no statement held'}"
        owner = self._owner(key)
        return Source(key, owner, before), *self.of_need(key)

    def followed(self, found: Intention) -> tuple[Source, ...]:
        owner = self._owner(found.need)
        stated = Source(found.need, owner, f"Intention stated in {found.cycle}: {found.text}")
        if found.follow_up is None:
            return (stated,)
        chosen = f"{found.follow_up.follow_up or 'nothing chosen'}. {found.remark}".strip()
        return stated, self._at(found.follow_up, owner, chosen)

    def _of_state(self, state: NeedState) -> Iterator[Source]:
        key, owner = state.need.key, state.need.member
        yield self._need(state)
        if state.reply is not None:
            yield self._at(state.reply, owner, str(state.reply.state or "nothing chosen"))
        for line in state.statements:
            yield self._said(line, owner)
        for reporter, project in self.support.get(key, ()):
            yield self._project(reporter, project)

    def _owner(self, key: str) -> str:
        return self.states[key].need.member if key in self.states else ""

    def _need(self, state: NeedState) -> Source:
        need = state.need
        return Source(need.key, need.member, f"Mapped need {need.number}: {need.title}")

    def _said(self, line: ResponseLine, owner: str) -> Source:
        return self._at(line, owner, line.text)

    def _project(self, reporter: str, line: SupportLine) -> Source:
        return self._at(line, reporter, line.title)

    def _at(
        self, told: NeedReply | PlannedReply | ResponseLine | SupportLine, member: str, says: str
    ) -> Source:
        return Source(told.need, member, says, self.files.get(told.file_sha256), told.place)


def _told_order(told: tuple[str, SupportLine]) -> tuple[str, int, str]:
    reporter, line = told
    return reporter, line.line, line.title
