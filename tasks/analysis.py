"""Analysis: the facts of a track are frozen into a snapshot from which a draft is written."""

import logging

from data import clock, snapshots, store
from data.errors.cycles import StructureMissing
from data.queries import (
    comments,
    cycles,
    history,
    members,
    narratives,
    needs,
    overlaps,
    preparation,
    provenance,
    requests,
    returns,
    taxonomy,
)
from data.reference import neighbours
from data.store import Session
from data.vocabulary import (
    Cycle,
    DraftKind,
    Gap,
    Member,
    Need,
    NeedReply,
    PlannedReply,
    ReplySituation,
    RequestKind,
    ResponseLine,
    Snapshot,
    SupportLine,
    TrackId,
)
from tasks import answers, filing
from tasks.patience import step
from tasks.rules import (
    deadlines,
    gaps,
    reply_coverage,
    same_projects,
    state_of_play,
)

log = logging.getLogger(__name__)


@step("freeze the state of play")
def take_snapshot(track: TrackId, kind: DraftKind) -> str:
    """Freeze all that a report says and return the SHA-256 of the snapshot (rules R7, R20).

    The same facts on the same day give the same bytes and so the same hash.

    Raises:
        StructureMissing: no structure was ever proposed for the track.
    """
    with store.session() as session:
        facts = _Facts(session, track)
        answers.look_for_pairs(session, track)
        frozen = facts.snapshot(session, with_comments=kind is DraftKind.FINAL)
    content = snapshots.to_bytes(frozen)
    with store.session() as session:
        name = f"{track.cycle} {track.pillar} snapshot.json"
        sha256 = filing.put_on_shelf(session, content, name, clock.now())
    log.info("%s %s frozen: %d responses", track.cycle, track.pillar, len(frozen.responses))
    return sha256


class _Facts:
    """What the books hold of a track, read in one unit of work."""

    def __init__(self, session: Session, track: TrackId) -> None:
        self.track, self.cycle = track, cycles.get(session, track.cycle)
        self.today = clock.today()
        day = self.cycle.taxonomy_on
        self.pillar = taxonomy.on(session, day).pillar(track.pillar)
        present = members.in_pillar(session, track.pillar, self.today)
        self.partners = [member for member in present if member.is_partner]
        self.supporters = [member for member in present if not member.is_partner]
        self.needs = needs.of_edition(session, self.cycle.needs_edition, track.pillar)

    def snapshot(self, session: Session, *, with_comments: bool) -> Snapshot:
        """Everything one report says."""
        outline, _ = preparation.outline_of(session, self.track)
        if outline is None:
            raise StructureMissing(cycle=self.track.cycle, pillar=self.track.pillar)
        replies, responses, planned = self._answers(session)
        support = answers.support(session, self.track)
        partners = self._situation(session, self.partners, RequestKind.RESPONSE)
        supporters = self._situation(session, self.supporters, RequestKind.SUPPORT)
        cycle: Cycle = self.cycle
        return Snapshot(
            cycle=cycle.code,
            pillar=self.pillar,
            methodology=cycle.methodology,
            reporting_from=cycle.reporting_from,
            reporting_to=cycle.reporting_to,
            outlook_to=cycle.outlook_to,
            as_of=self.today,
            outline=outline,
            partners=tuple(self.partners),
            supporters=tuple(self.supporters),
            partner_situation=partners,
            supporter_situation=supporters,
            needs=tuple(self.needs),
            replies=replies,
            responses=responses,
            support=support,
            gaps=self._gaps(partners, supporters, replies, responses, support),
            overlaps=overlaps.confirmed(session, self.track),
            comments=tuple(comments.on_track(session, self.track)) if with_comments else (),
            last_year=history.comparison(session, cycle, self.track.pillar),
            planned=planned,
            files=provenance.files_of(session, self.track),
            narratives=narratives.newest(session, self.track),
            same_projects=same_projects.confirmed(overlaps.reported(session, self.track)),
            neighbours=neighbours(),
        )

    def _answers(
        self, session: Session
    ) -> tuple[tuple[NeedReply, ...], tuple[ResponseLine, ...], tuple[PlannedReply, ...]]:
        own = {need.key: need.member for need in self.needs}
        replies: list[NeedReply] = []
        responses: list[ResponseLine] = []
        planned: list[PlannedReply] = []
        for member, merged in answers.merged(session, self.track, RequestKind.RESPONSE).items():
            replies += [r for r in merged.replies if own.get(r.need) == member]
            responses += [r for r in merged.responses if own.get(r.need) == member]
            planned += [r for r in merged.planned if own.get(r.need) == member]
        return tuple(replies), tuple(responses), tuple(planned)

    def _situation(
        self, session: Session, asked: list[Member], kind: RequestKind
    ) -> tuple[ReplySituation, ...]:
        records = {r.request.member: r for r in requests.of_track(session, self.track, kind)}
        return tuple(self._one_situation(session, member, records) for member in asked)

    def _one_situation(
        self,
        session: Session,
        member: Member,
        records: dict[str, requests.RequestOnRecord],
    ) -> ReplySituation:
        record = records.get(member.code)
        if record is None or record.sent_at is None:
            return ReplySituation(member, None, "", None)
        zone = record.request.zone
        received = returns.first_received(session, record.request.reference)
        return ReplySituation(
            member,
            deadlines.local_day(record.sent_at, zone),
            deadlines.sentence(record.request.deadline, zone),
            deadlines.local_day(received, zone) if received else None,
        )

    def _gaps(
        self,
        partners: tuple[ReplySituation, ...],
        supporters: tuple[ReplySituation, ...],
        replies: tuple[NeedReply, ...],
        responses: tuple[ResponseLine, ...],
        support: tuple[tuple[str, SupportLine], ...],
    ) -> tuple[Gap, ...]:
        mapped: list[Need] = self.needs
        states = state_of_play.of_needs(mapped, partners, replies, responses)
        projects: dict[str, list[SupportLine]] = {}
        for _, line in support:
            projects.setdefault(line.need, []).append(line)
        return gaps.find(states, projects, reply_coverage.count(supporters))
