"""How alike two project reports are: words first, then the columns that agree and that clash.

Words alone put look-alikes first (the same title for another town or phase), so every column has
its say. Nothing here proves anything: what comes out is for a person to decide (rule R12).
"""

from dataclasses import dataclass, field
from typing import Any

from data.vocabulary.findings import OverlapKind
from tasks.rules.candidate_pairs import Vectors
from tasks.rules.near_misses import likeness as spelled_alike
from tasks.rules.project_marks import Years, share_acronym
from tasks.rules.project_portraits import Portrait
from tasks.rules.project_words import names_subject, stem

SAME_FROM, OVERLAP_FROM = 0.62, 0.5
_NAMES = frozenset({"acronym", "contract or IATI number"})
_WORTH_SPELLING = 0.25  # below it two titles are not two spellings of one
_AS_GOOD_AS = 88.0  # of 100: two titles that differ by slips of the pen
_LITTLE = 0.16  # likeness of words below which nothing similar is done
_UNSAID = 0.4  # what two languages may hide; in one language less than that speaks against
_FEWEST_AROUND = 3  # words a form has at least
_SHORTEST_SUBJECT = 2  # letters of what is no word
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

    def agrees(self, column: str, same: float, overlap: float = 0.0) -> None:
        """A column says the same in both reports."""
        self.agree.append(column)
        self.same += same
        self.overlap += overlap

    def clashes(
        self,
        column: str,
        same: float,
        overlap: float = 0.0,
        *,
        not_same: bool = False,
        not_overlap: bool = False,
    ) -> None:
        """A column contradicts; some contradictions settle the matter by themselves."""
        self.clash.append(column)
        self.same -= same
        self.overlap -= overlap
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
            return OverlapKind.POSSIBLE_OVERLAP
        return None


def weigh(one: Portrait, other: Portrait, first: Vectors, second: Vectors) -> Weighing | None:
    """Hold two reports of different members against each other; None when nothing can come of it.

    Projects whose periods are known and do not meet, and those that name different partners,
    places or phases, are neither one project nor an overlap, whatever else agrees.
    """
    if _are_apart(one, other):
        return None
    text = max(_shared(first.title, second.title), _shared(first.words, second.words))
    text = max(text, _as_spelled(text, one, other))
    foreign = _in_two_languages(one, other)
    if one.contracts.isdisjoint(other.contracts) and of_one_template(one, other):
        return None
    named = not one.contracts.isdisjoint(other.contracts) or bool(_acronym(one, other))
    if text < _LITTLE and not named and not foreign:
        return None
    weighing = Weighing(text, 0.55 * text, 0.5 * text)
    weighing.not_overlap = text < _LITTLE or (_on_two_subjects(one, other) and not foreign)
    weighing.words_tell = not foreign
    if foreign:
        weighing.same += 0.55 * max(0.0, _UNSAID - text)
    elif not named:
        weighing.same -= 0.3 * max(0.0, _UNSAID - text)
    if text >= _ONE_TITLE:
        weighing.agrees("title", 0.12)
    for hold in (_names, _marks, _periods, _where, _organisations, _money, _activities):
        hold(weighing, one, other)
    return weighing


def _are_apart(one: Portrait, other: Portrait) -> bool:
    return (
        _never_meet(one.years, other.years)
        or _differ(one.towns, other.towns)
        or _differ(one.phases, other.phases)
        or _differ(one.partners_named, other.partners_named)
    )


def _never_meet(ours: Years | None, theirs: Years | None) -> bool:
    return ours is not None and theirs is not None and (ours[0] > theirs[1] or theirs[0] > ours[1])


def of_one_template(one: Portrait, other: Portrait) -> bool:
    """Whether two titles are one form filled in twice: the same words around two other things.

    “Refurbishment of the border crossing point …” and “WB PaCT course on …” name a project only
    together with what follows. Words around that say what the project is about are no form.
    """
    ours, theirs = one.folded.split(), other.folded.split()
    before, after = _around(ours, theirs)
    if before + after < _FEWEST_AROUND:
        return False
    form = {*ours[:before], *ours[len(ours) - after :]} - one.acronyms - other.acronyms
    if any(_is_subject(word) for word in form):
        return False
    own, foreign = ours[before : len(ours) - after], theirs[before : len(theirs) - after]
    stems, others = ({stem(word) for word in each if _is_subject(word)} for each in (own, foreign))
    return bool(stems) and bool(others) and stems.isdisjoint(others)


def _around(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """How many words two titles share at their beginnings, and how many of the rest at the end."""
    most = min(len(ours), len(theirs))
    before = next((n for n in range(most) if ours[n] != theirs[n]), most)
    left = most - before
    after = next((n for n in range(left) if ours[-1 - n] != theirs[-1 - n]), left)
    return before, after


def _is_subject(word: str) -> bool:
    told = stem(word)
    return len(word) > _SHORTEST_SUBJECT and bool(told) and names_subject(told)


def _on_two_subjects(one: Portrait, other: Portrait) -> bool:
    """Whether both titles say what they are about, and neither is what the other one speaks of.

    “Twinning: further development of …” begins the titles of projects that have nothing in common.
    """
    return (
        bool(one.subject)
        and bool(other.subject)
        and one.subject.isdisjoint(other.words)
        and other.subject.isdisjoint(one.words)
    )


def _in_two_languages(one: Portrait, other: Portrait) -> bool:
    return bool(one.language) and bool(other.language) and one.language != other.language


def _differ(ours: frozenset[Any], theirs: frozenset[Any]) -> bool:
    """Whether both say something, and nothing of it the same."""
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _acronym(one: Portrait, other: Portrait) -> str:
    if not one.acronyms or not other.acronyms:
        return ""
    return share_acronym(one.acronyms, other.acronyms)


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


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
        weighing.agrees("place", 0.12, 0.1)
    if one.phases and other.phases:
        weighing.agrees("phase", 0.08)


def _marks(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if shared := _acronym(one, other):
        weighing.agrees("acronym", 0.5 if len(shared) > 4 else 0.35, 0.1)
    if one.contracts and other.contracts:
        if not one.contracts.isdisjoint(other.contracts):
            weighing.agrees("contract or IATI number", 0.6)
        elif {kind for kind, _ in one.contracts} & {kind for kind, _ in other.contracts}:
            weighing.clashes("contract or IATI number", 0.4, not_same=True)


def _periods(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.years and other.years:
        weighing.agrees("period", 0.1 if one.years == other.years else 0.0, 0.1)


def _where(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.partners and other.partners and one.partners.isdisjoint(other.partners):
        weighing.clashes("partner", 0.18, 0.5, not_overlap=True)
    elif not one.partners.isdisjoint(other.partners):
        weighing.agrees("partner", 0.02, 0.0)
    if not one.needs.isdisjoint(other.needs):
        weighing.agrees("need", 0.03, 0.2)
    elif not one.blocks.isdisjoint(other.blocks):
        weighing.agrees("filter", 0.02, 0.15)
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
    named = (one.implementers | one.donors) & other.reporter
    if named or (other.implementers | other.donors) & one.reporter:
        weighing.agrees("reporter named by the other", 0.1)


def _money(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if one.amount is None or other.amount is None or one.amount[1] != other.amount[1]:
        return
    small, large = sorted((one.amount[0], other.amount[0]))
    if large <= 1.05 * small:
        weighing.agrees("amount", 0.15, 0.03)
    elif large <= 2 * small:
        weighing.agrees("amount", 0.0, 0.03)
    else:
        weighing.clashes("amount", 0.15, 0.03)


def _activities(weighing: Weighing, one: Portrait, other: Portrait) -> None:
    if not one.activities or not other.activities:
        return
    if one.activities.isdisjoint(other.activities):
        weighing.clashes("activity", 0.1, 0.15)
    else:
        weighing.agrees("activity", 0.03, 0.12)
