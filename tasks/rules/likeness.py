"""How alike two project reports are: words first, then the columns that agree and that clash.

Words alone put look-alikes first (the same title for another town or phase), so every column has
its say. Nothing here proves anything: what comes out is for a person to decide (rule R12).
"""

from dataclasses import dataclass, field
from typing import Any

from data.vocabulary.findings import OverlapKind
from tasks.rules.candidate_pairs import Vectors
from tasks.rules.likeness_subjects import of_one_template
from tasks.rules.near_misses import likeness as spelled_alike
from tasks.rules.overlap_evidence import COMMON_THINGS, measure, on_two_subjects, score, shared
from tasks.rules.project_facets import Facet
from tasks.rules.project_marks import Years, share_acronym
from tasks.rules.project_portraits import Portrait

SAME_FROM, OVERLAP_FROM = 0.62, 0.5
_NAMES = frozenset({"acronym", "contract or IATI number"})
# One implementer with the same money of one donor: what they do for one need is no overlap.
_ONE_HAND = frozenset({"implementer", "donor"})
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

    def agrees(self, column: str, same: float) -> None:
        """A column says the same in both reports."""
        self.agree.append(column)
        self.same += same

    def clashes(
        self,
        column: str,
        same: float,
        *,
        not_same: bool = False,
        not_overlap: bool = False,
    ) -> None:
        """A column contradicts; some contradictions settle the matter by themselves."""
        self.clash.append(column)
        self.same -= same
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
            one = self.one_amount and set(self.agree) >= _ONE_HAND and not self.not_same
            return OverlapKind.SAME_PROJECT if one else OverlapKind.POSSIBLE_OVERLAP
        return None


def weigh(one: Portrait, other: Portrait, first: Vectors, second: Vectors) -> Weighing | None:
    """Hold two reports of different members against each other; None when nothing can come of it.

    Projects whose periods are known and do not meet, and those that name different partners,
    places or phases, are neither one project nor an overlap, whatever else agrees.
    """
    if _are_apart(one, other):
        return None
    text = max(shared(first.title, second.title), shared(first.words, second.words))
    text = max(text, _as_spelled(text, one, other))
    foreign = _in_two_languages(one, other)
    if one.contracts.isdisjoint(other.contracts) and of_one_template(one, other):
        return None
    named = not one.contracts.isdisjoint(other.contracts) or bool(_acronym(one, other))
    one_thing = named or _speak_of_one_thing(one, other)
    if text < _LITTLE and not foreign and not one_thing:
        return None
    overlap = score(measure(one, other, first, second))
    weighing = Weighing(text, 0.55 * text, overlap, words_tell=not foreign)
    weighing.not_overlap = _differ(one.borders, other.borders) or _differ(
        one.own_names, other.own_names
    )
    if _differ(one.own_names, other.own_names) and not foreign and not named:
        weighing.same -= 0.15
    if on_two_subjects(one, other) and not foreign and not one_thing:
        weighing.same -= 0.15
    if foreign:
        weighing.same += 0.55 * max(0.0, _UNSAID - text) + 0.08 * one_thing
    elif not named:
        weighing.same -= 0.3 * max(0.0, _UNSAID - text)
    if text >= _ONE_TITLE:
        weighing.agrees("title", 0.12)
    for hold in (_names, _marks, _periods, _where, _organisations, _money, _subjects):
        hold(weighing, one, other)
    return weighing


def _speak_of_one_thing(one: Portrait, other: Portrait) -> bool:
    """Whether the words of both stand for one subject, or for one thing few projects deliver."""
    subjects, things = one.facets.subjects, one.facets.things
    return subjects.relates(other.facets.subjects) or bool(
        (things.names & other.facets.things.names) - COMMON_THINGS
    )


def _are_apart(one: Portrait, other: Portrait) -> bool:
    return (
        _never_meet(one.months, other.months)
        or _differ(one.towns, other.towns)
        or _differ(one.phases, other.phases)
        or _differ(one.partners_named, other.partners_named)
        or _are_two_pieces(one, other)
        or _follows(one, other)
        or _follows(other, one)
    )


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


def _acronym(one: Portrait, other: Portrait) -> str:
    if not one.acronyms or not other.acronyms:
        return ""
    return share_acronym(one.acronyms, other.acronyms)


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
        weighing.agrees("partner named", 0.05)
    if one.towns and other.towns:
        weighing.agrees("place", 0.12)
    if one.phases and other.phases:
        weighing.agrees("phase", 0.08)


def _marks(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if short := _acronym(one, other):
        weighing.agrees("acronym", 0.5 if len(short) > 4 else 0.35)
    if one.contracts and other.contracts:
        if not one.contracts.isdisjoint(other.contracts):
            weighing.agrees("contract or IATI number", 0.6)
        elif {kind for kind, _ in one.contracts} & {kind for kind, _ in other.contracts}:
            weighing.clashes("contract or IATI number", 0.4, not_same=True)


def _periods(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.years and other.years:
        weighing.agrees("period", 0.1 if one.years == other.years else 0.0)


def _where(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.partners and other.partners and one.partners.isdisjoint(other.partners):
        weighing.clashes("partner", 0.18, not_overlap=True)
    elif not one.partners.isdisjoint(other.partners):
        weighing.agrees("partner", 0.02)
    if not one.needs.isdisjoint(other.needs):
        weighing.agrees("need", 0.03)
    elif not one.blocks.isdisjoint(other.blocks):
        weighing.agrees("filter", 0.02)
    else:
        weighing.not_overlap = True
        if {each[1:] for each in one.blocks}.isdisjoint(each[1:] for each in other.blocks):
            weighing.clashes("filter", 0.05)


def _organisations(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.implementers and other.implementers:
        if not one.implementers.isdisjoint(other.implementers):
            weighing.agrees("implementer", 0.12)
        else:
            weighing.clashes("implementer", 0.06)
    if one.donors and other.donors:
        if not one.donors.isdisjoint(other.donors):
            weighing.agrees("donor", 0.06)
        else:
            weighing.clashes("donor", 0.1)
    if {"implementer", "donor"} <= set(weighing.clash):
        weighing.same -= 0.12  # other people with other money
    named = (one.implementers | one.donors) & other.reporter
    if named or (other.implementers | other.donors) & one.reporter:
        weighing.agrees("reporter named by the other", 0.1)


def _money(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.amount is None or other.amount is None or one.amount[1] != other.amount[1]:
        return
    small, large = sorted((one.amount[0], other.amount[0]))
    if large <= 1.05 * small:
        weighing.one_amount = True
        weighing.agrees("amount", 0.15)
    elif large <= 2 * small:
        weighing.agrees("amount", 0.0)
    else:
        weighing.clashes("amount", 0.15)


def _subjects(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    ours, theirs = one.facets, other.facets
    _hold(weighing, "topic", ours.subjects, theirs.subjects, 0.03, 0.2)
    _hold(weighing, "side of the topic", ours.sides, theirs.sides, 0.0, 0.05)
    _hold(weighing, "what is delivered", ours.things, theirs.things, 0.03, 0.1)
    _hold(weighing, "for whom", ours.users, theirs.users, 0.0, 0.05)
    _hold(weighing, "activity", ours.kinds, theirs.kinds, 0.03, 0.1)


def _hold(
    weighing: Weighing, column: str, ours: Facet, theirs: Facet, same: float, not_same: float
) -> None:
    if ours.relates(theirs):
        weighing.agrees(column, same)
    elif ours.names and theirs.names:
        weighing.clashes(column, not_same)
