"""From every sentence, row and figure of a report back to what it rests on."""

from collections.abc import Iterable, Iterator

from data.vocabulary import (
    Comment,
    DraftKind,
    LastYear,
    Need,
    NeedReply,
    ReplySituation,
    ResponseLine,
    ReturnedFile,
    Snapshot,
    Source,
    SupportLine,
)
from data.vocabulary.analysis import NeedState
from tasks.rules import anchors, finding_sources
from tasks.rules.deadlines import long_date, period
from tasks.rules.report_material import Material
from tasks.rules.report_overview import filters_of

Sources = dict[str, tuple[Source, ...]]


def sources_of(snapshot: Snapshot, kind: DraftKind) -> Sources:
    """What stands behind each anchor of a draft, in the order of the report.

    A statement leads to the file and the cell it was read from, a need to the needs register, an
    absence to the choice of the partner or to the request nobody answered, and a count to all that
    was counted.

    Args:
        snapshot: The facts the draft was written from.
        kind: The kind of draft.
    """
    traced = _Traced(Material(snapshot, kind))
    return {
        **traced.cycle(),
        **traced.asked(),
        **traced.chapters(),
        **traced.comments(),
        **traced.words(),
        **finding_sources.finding_sources(traced.material),
    }


_UNMAPPED = (Source("", "", "The needs register held no need here when the snapshot was taken."),)


class _Traced:
    """One snapshot, its files by their SHA-256."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.files = {file.sha256: file for file in material.snapshot.files}

    def cycle(self) -> Sources:
        snapshot = self.material.snapshot
        told = (
            f"Cycle {snapshot.cycle} of the {snapshot.pillar.code}, opened under the Methodology, "
            f"version {snapshot.methodology}: "
            f"{period(snapshot.reporting_from, snapshot.reporting_to)}; planned until "
            f"{long_date(snapshot.outlook_to)}."
        )
        return {anchors.cycle(): (Source("", "", told),)}

    def asked(self) -> Sources:
        snapshot = self.material.snapshot
        sides = (("partner", snapshot.partner_situation), ("member", snapshot.supporter_situation))
        found: Sources = {}
        for side, situations in sides:
            rows = {each.member.code: tuple(self._came(each)) for each in situations}
            found |= {anchors.member(side, code): came for code, came in rows.items()}
            everybody = tuple(one for came in rows.values() for one in came)
            found[anchors.asked(side)] = everybody or self._nobody()
        return found

    def _came(self, situation: ReplySituation) -> Iterator[Source]:
        code = situation.member.code
        files = [file for file in self.material.snapshot.files if file.member == code]
        for file in files:
            yield Source("", code, f"Received on {long_date(file.received_on)}.", file)
        if not files and situation.received_on:
            yield Source("", code, f"Received on {long_date(situation.received_on)}.")
        elif not files and situation.asked_on:
            yield Source("", code, f"Asked on {long_date(situation.asked_on)}; no reply on record.")
        elif not files:
            yield Source("", code, "No request on record.")

    def chapters(self) -> Sources:
        found: Sources = {}
        for chapter in self.material.snapshot.outline.chapters:
            under = chapter.sub_pillar
            states = self.material.states_under(under)
            found[anchors.chapter(under)] = tuple(self._of_states(states)) or _UNMAPPED
            for _, name in (place for place in filters_of(self.material) if place[0] == under):
                here = [state for state in states if state.need.filter == name]
                mapped = tuple(_register(each.need) for each in here)
                found[anchors.filter_(under, name)] = mapped or _UNMAPPED
                found |= {anchors.need(each.need): tuple(self._row(each)) for each in here}
            found |= self._support(under)
        return found

    def _row(self, state: NeedState) -> Iterator[Source]:
        yield _register(state.need)
        yield from self._state(state)
        yield from _cycle_before(state.need, self.material.snapshot.last_year.get(state.need.key))

    def _of_states(self, states: Iterable[NeedState]) -> Iterator[Source]:
        for state in states:
            yield from self._state(state)

    def _state(self, state: NeedState) -> Iterator[Source]:
        for line in state.statements:
            yield self._said(state.need, line)
        reply = state.reply
        if reply is not None and reply.state is not None and not state.statements:
            yield self._chosen(state.need, reply)
        elif not state.statements:
            yield Source(state.need.key, state.need.member, f"Standing: {state.standing}.")

    def _said(self, need: Need, line: ResponseLine) -> Source:
        return Source(need.key, need.member, line.text, self._file(line.file_sha256), line.place)

    def _chosen(self, need: Need, reply: NeedReply) -> Source:
        words = " ".join(filter(None, (str(reply.state), reply.later_on)))
        return Source(need.key, need.member, words, self._file(reply.file_sha256), reply.place)

    def _support(self, sub_pillar: int) -> Sources:
        needs = self.material.needs
        here = [
            (reporter, line)
            for reporter, line in self.material.snapshot.support
            if line.need in needs and needs[line.need].sub_pillar == sub_pillar
        ]
        rows = {
            anchors.project(reporter, line): (self._project(reporter, line),)
            for reporter, line in here
        }
        counted = tuple(source for row in rows.values() for source in row)
        return {anchors.support(sub_pillar): counted or self._nobody(), **rows}

    def _project(self, reporter: str, line: SupportLine) -> Source:
        return Source(line.need, reporter, line.title, self._file(line.file_sha256), line.place)

    def _nobody(self) -> tuple[Source, ...]:
        asked = [
            each for each in self.material.snapshot.supporter_situation if each.asked_on is not None
        ]
        return tuple(source for each in asked for source in self._came(each)) or (
            Source("", "", "Nobody had been asked when the snapshot was taken."),
        )

    def comments(self) -> Sources:
        found: Sources = {}
        comments = self.material.snapshot.comments
        for comment in comments:
            found[anchors.taken_up(comment.number)] = (_remark(comment),)
            alike = [each for each in comments if _head(each) == _head(comment)]
            found[anchors.comment(comment.number)] = tuple(_remark(each) for each in alike)
        every = tuple(_remark(each) for each in comments)
        none = Source("", "", "The register of comments held none when the snapshot was taken.")
        return {anchors.comments(): every or (none,), **found}

    def words(self) -> Sources:
        return {
            anchors.narrative(each.place): (
                Source("", "", f"Words of {each.author}, version {each.number}: {each.origin}."),
            )
            for each in self.material.snapshot.narratives
            if each.text.strip()
        }

    def _file(self, sha256: str) -> ReturnedFile | None:
        return self.files.get(sha256)


def _register(need: Need) -> Source:
    return Source(need.key, need.member, f"Needs register: {need.number}, {need.title}")


def _cycle_before(need: Need, held: LastYear | None) -> Iterator[Source]:
    if held is not None:
        for word, texts in (("reported", held.reported), ("planned", held.planned)):
            for text in texts:
                yield Source(need.key, need.member, f"Cycle {held.cycle}, {word}: {text}")


def _head(comment: Comment) -> int:
    return comment.same_as or comment.number


def _remark(comment: Comment) -> Source:
    place = f" ({comment.file_place})" if comment.file_place else ""
    return Source("", comment.member, f"Comment {comment.number}{place}: {comment.text}")
