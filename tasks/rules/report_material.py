"""What every chapter of a report draws on: one snapshot, read once."""

from dataclasses import dataclass
from functools import cached_property

from data.vocabulary import DraftKind, Member, Need, Snapshot
from data.vocabulary.analysis import NeedState
from tasks.rules import state_of_play
from tasks.rules.deadlines import long_date
from tasks.rules.phrases import natural


@dataclass(frozen=True)
class Material:
    """A snapshot and the kind of draft it is for; what is worked out from it is kept."""

    snapshot: Snapshot
    kind: DraftKind

    @cached_property
    def states(self) -> tuple[NeedState, ...]:
        """Every need with its standing: partners in their order, then by the need's number."""
        place = {partner.code: order for order, partner in enumerate(self.snapshot.partners)}
        return tuple(
            sorted(
                state_of_play.of_snapshot(self.snapshot),
                key=lambda state: (
                    place.get(state.need.member, len(place)),
                    state.need.member,
                    natural(state.need.number),
                    state.need.key,
                ),
            )
        )

    @cached_property
    def needs(self) -> dict[str, Need]:
        return {need.key: need for need in self.snapshot.needs}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each need in the report's tables."""
        return {state.need.key: place for place, state in enumerate(self.states)}

    @cached_property
    def names(self) -> dict[str, str]:
        members = (*self.snapshot.partners, *self.snapshot.supporters)
        return {member.code: member.name for member in members}

    @cached_property
    def supporters(self) -> tuple[Member, ...]:
        return tuple(sorted(self.snapshot.supporters, key=lambda member: member.name.casefold()))

    @property
    def day(self) -> str:
        """The day of the snapshot, in words."""
        return long_date(self.snapshot.as_of)

    @property
    def nothing_received(self) -> str:
        """The one sentence for a reply that has not come (rule R4)."""
        return f"No information received by {self.day}."

    @property
    def support_asked(self) -> bool:
        return any(each.asked_on is not None for each in self.snapshot.supporter_situation)

    def name(self, code: str) -> str:
        return self.names.get(code, code)

    def number(self, key: str) -> str:
        """The number people know a need by; a need no longer in the snapshot keeps its key."""
        return self.needs[key].number if key in self.needs else key

    def states_under(self, sub_pillar: int) -> tuple[NeedState, ...]:
        return tuple(state for state in self.states if state.need.sub_pillar == sub_pillar)
