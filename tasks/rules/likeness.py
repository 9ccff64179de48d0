"""How alike two project reports are: words first, then the columns that agree and that clash.

Words alone put look-alikes first (the same title for another town or phase), so every column has
its say. Nothing here proves anything: what comes out is for a person to decide (rule R12).
"""

from dataclasses import dataclass, field
from typing import Any

from data.vocabulary.findings import OverlapKind
from tasks.rules import same_evidence
from tasks.rules.candidate_pairs import Vectors, shared
from tasks.rules.likeness_subjects import of_one_template
from tasks.rules.near_misses import likeness as spelled_alike
from tasks.rules.overlap_evidence import (
    OTHER_REST,
    may_overlap,
    measure,
    measure_rest,
    score,
)
from tasks.rules.project_facets import Facet
from tasks.rules.project_marks import Years, share_acronym
from tasks.rules.project_portraits import Portrait, in_one_place, in_two_places
from tasks.rules.same_evidence import hands_held

SAME_FROM, OVERLAP_FROM = 0.5, 0.5
_NAMES = frozenset({"acronym", "contract or IATI number"})
# One implementer with the same money of one donor: what they do for one need is no overlap.
_ONE_HAND = frozenset({"implementer", "donor"})
_NAMED_BY_OTHER = "reporter named by the other"
_WORTH_SPELLING = 0.25  # below it two titles are not two spellings of one
_AS_GOOD_AS = 88.0  # of 100: two titles that differ by slips of the pen
_LITTLE = 0.16  # likeness of words below which nothing similar is done
_UNSAID = 0.4  # what two languages may hide; in one language less than that speaks against
_ONE_TITLE = 0.97  # likeness of words from which on two titles are one


@dataclass(slots=True)
class Weighing:
    """What speaks for one project, what for an overlap, and the columns that say so."""

    text: float
    same: float
    overlap: float
    agree: list[str] = field(default_factory=list[str])
    clash: list[str] = field(default_factory=list[str])
    not_same: bool = False
    not_overlap: bool = False
    words_tell: bool = True
    one_amount: bool = False
    one_time: bool = False

    def agrees(self, column: str) -> None:
        """A column says the same in both reports."""
        self.agree.append(column)

    def clashes(self, column: str, *, not_same: bool = False, not_overlap: bool = False) -> None:
        """A column contradicts; some contradictions settle the matter by themselves."""
        self.clash.append(column)
        self.not_same |= not_same
        self.not_overlap |= not_overlap

    def _names_one(self) -> bool:
        """Columns alone make no two reports one: words or a name of its own must say it too."""
        return self.text >= _LITTLE or not self.words_tell or not _NAMES.isdisjoint(self.agree)

    def verdict(self) -> OverlapKind | None:
        """What the pair may be; None when it is not worth a person's time."""
        if self._names_one() and not self.not_same and self.same >= SAME_FROM:
            return OverlapKind.SAME_PROJECT
        if not self.not_overlap and self.overlap >= OVERLAP_FROM:
            one = self._of_one_hand() and not self.not_same
            return OverlapKind.SAME_PROJECT if one else OverlapKind.POSSIBLE_OVERLAP
        return None

    def _of_one_hand(self) -> bool:
        """Whether one implementer does it with one donor's money, or a member names the other."""
        agree = set(self.agree)
        if (self.one_amount or self.one_time) and agree >= _ONE_HAND:
            return True
        told = "implementer" in agree or ("donor" in agree and self.one_time)
        return told and _NAMED_BY_OTHER in agree


def weigh(one: Portrait, other: Portrait, first: Vectors, second: Vectors) -> Weighing | None:
    """Hold two reports of different members against each other; None when nothing can come of it.

    Projects whose periods are known and do not meet, and those that name different partners,
    places or phases, are neither one project nor an overlap, whatever else agrees.
    """
    if are_apart(one, other):
        return None
    text = max(shared(first.title, second.title), shared(first.words, second.words))
    text = max(text, _as_spelled(text, one, other))
    foreign = _in_two_languages(one, other)
    if one.contracts.isdisjoint(other.contracts) and of_one_template(one, other):
        return None
    name = name_of_both(one, other)
    measured = measure(one, other)
    same = same_evidence.measure(one, other, text, name, measured)
    if not may_overlap(measured) and same_evidence.score(same) < SAME_FROM:
        return None
    rest = measure_rest(one, other)
    same[OTHER_REST] = rest[OTHER_REST]
    weighing = Weighing(
        text, same_evidence.score(same), score(measured | rest), words_tell=not foreign
    )
    weighing.not_overlap = name_two_things(one, other)
    if weighing.same < SAME_FROM and weighing.overlap < OVERLAP_FROM:
        return None
    if text >= _ONE_TITLE:
        weighing.agrees("title")
    for hold in (_names, _marks, _periods, _where, _organisations, _money, _subjects):
        hold(weighing, one, other)
    return weighing


def are_apart(one: Portrait, other: Portrait) -> bool:
    """Whether two reports are neither one project nor an overlap, whatever else agrees."""
    return (
        _never_meet(one.months, other.months)
        or in_two_places(one, other)
        or _differ(one.phases, other.phases)
        or _differ(one.partners_named, other.partners_named)
        or _are_two_pieces(one, other)
        or _follows(one, other)
        or _follows(other, one)
    )


def name_two_things(one: Portrait, other: Portrait) -> bool:
    """Whether two titles name two borders, or bear two names of their own: no overlap then."""
    return _differ(one.borders, other.borders) or _differ(one.own_names, other.own_names)


def _are_two_pieces(one: Portrait, other: Portrait) -> bool:
    """Whether both name a part of the same kind, a component or a lot, and not the same one."""
    kinds = {kind for kind, _ in one.pieces} & {kind for kind, _ in other.pieces}
    return bool(kinds) and one.pieces.isdisjoint(other.pieces)


def _follows(later: Portrait, first: Portrait) -> bool:
    """Whether one is the next of a series that the other, bearing no number yet, began.

    “WB PaCT 2” from 2024 on comes after “WB PaCT” of 2020, even if both were at work in 2024.
    """
    if first.phases or not later.phases or 1 in later.phases:
        return False
    begun = bool(first.years and later.years and first.years[0] < later.years[0])
    return begun and later.title.keys() <= first.title.keys() | later.acronyms


def _never_meet(ours: Years | None, theirs: Years | None) -> bool:
    return ours is not None and theirs is not None and (ours[0] > theirs[1] or theirs[0] > ours[1])


def _in_two_languages(one: Portrait, other: Portrait) -> bool:
    return bool(one.language) and bool(other.language) and one.language != other.language


def _differ(ours: frozenset[Any], theirs: frozenset[Any]) -> bool:
    """Whether both say something, and nothing of it the same."""
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def name_of_both(one: Portrait, other: Portrait) -> str:
    """The name of their own that two projects share: an acronym, initials, a quoted name."""
    if one.acronyms and other.acronyms and (short := share_acronym(one.acronyms, other.acronyms)):
        return short
    known = [
        name
        for name in sorted(one.names)
        if name in other.names or f" {name} " in f" {other.folded} "
    ]
    known += [name for name in sorted(other.names) if f" {name} " in f" {one.folded} "]
    known += sorted((one.shorts & other.initials) | (other.shorts & one.initials))
    return known[0] if known else ""


def _as_spelled(text: float, one: Portrait, other: Portrait) -> float:
    short, long = sorted((len(one.folded), len(other.folded)))
    if text < _WORTH_SPELLING or text > 0.9 or short < 12:
        return 0.0
    if 200 * short < _AS_GOOD_AS * (short + long):  # so different in length that it cannot be
        return 0.0
    spelled = spelled_alike(one.folded, other.folded)
    return spelled / 100 if spelled >= _AS_GOOD_AS else 0.0


def _names(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.partners_named and other.partners_named:
        weighing.agrees("partner named")
    if in_one_place(one, other):
        weighing.agrees("place")
    if one.phases and other.phases:
        weighing.agrees("phase")


def _marks(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if name_of_both(one, other):
        weighing.agrees("acronym")
    if one.contracts and other.contracts:
        if not one.contracts.isdisjoint(other.contracts):
            weighing.agrees("contract or IATI number")
        elif {kind for kind, _ in one.contracts} & {kind for kind, _ in other.contracts}:
            weighing.clashes("contract or IATI number", not_same=True)


def _periods(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.years and other.years:
        weighing.agrees("period")
        weighing.one_time = same_evidence.begin_and_end_together(one, other)


def _where(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.partners and other.partners and one.partners.isdisjoint(other.partners):
        weighing.clashes("partner", not_overlap=True)
    elif not one.partners.isdisjoint(other.partners):
        weighing.agrees("partner")
    if not one.needs.isdisjoint(other.needs):
        weighing.agrees("need")
    elif not one.blocks.isdisjoint(other.blocks):
        weighing.agrees("filter")
    else:
        weighing.not_overlap = True
        if {each[1:] for each in one.blocks}.isdisjoint(each[1:] for each in other.blocks):
            weighing.clashes("filter")


def _organisations(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    for column, held in (
        ("implementer", hands_held(one.implementers, other.implementers)),
        ("donor", hands_held(one.donors, other.donors)),
    ):
        if held > 0:
            weighing.agrees(column)
        elif held < 0:
            weighing.clashes(column)
    named = (one.implementers | one.donors) & other.reporter
    if named or (other.implementers | other.donors) & one.reporter:
        weighing.agrees(_NAMED_BY_OTHER)


def _money(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.amount is None or other.amount is None or one.amount[1] != other.amount[1]:
        return
    small, large = sorted((one.amount[0], other.amount[0]))
    if large <= 1.05 * small:
        weighing.one_amount = True
        weighing.agrees("amount")
    elif large <= 2 * small:
        weighing.agrees("amount")
    else:
        weighing.clashes("amount")


def _subjects(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    ours, theirs = one.facets, other.facets
    _hold(weighing, "topic", ours.subjects, theirs.subjects)
    _hold(weighing, "side of the topic", ours.sides, theirs.sides)
    _hold(weighing, "what is delivered", ours.things, theirs.things)
    _hold(weighing, "for whom", ours.users, theirs.users)
    _hold(weighing, "activity", ours.kinds, theirs.kinds)


def _hold(weighing: Weighing, column: str, ours: Facet, theirs: Facet) -> None:
    if ours.relates(theirs):
        weighing.agrees(column)
    elif ours.names and theirs.names:
        weighing.clashes(column)
