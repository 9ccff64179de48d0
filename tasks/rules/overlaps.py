"""Possible overlaps among support projects, for a person to look at (rule R12).

First the same project reported by several members is known again; then projects of different
members for one partner, under one need or filter, at the same time and alike in what they do.
Nothing here is proven, and only what the Secretariat confirms reaches a draft.
"""

from collections.abc import Iterable, Mapping

from data.vocabulary import Need, SupportLine
from data.vocabulary.findings import Likeness, OverlapKind, OverlapState, ProjectReport
from data.vocabulary.thesaurus import Thesaurus
from tasks.rules.candidate_pairs import Vectors, pairs_of, vectors_of
from tasks.rules.likeness import Weighing, weigh
from tasks.rules.likeness_words import because, matched_words
from tasks.rules.project_facets import lexicon_of
from tasks.rules.project_portraits import Portrait, key_of, portraits

Told = tuple[str, SupportLine]


def find(
    support: Iterable[Told],
    needs: Iterable[Need],
    names: Mapping[str, str],
    thesaurus: Thesaurus,
) -> tuple[Likeness, ...]:
    """Pairs of reports of different members that may be one project or may overlap (rule R12).

    The same reports give the same pairs with the same keys, in whatever order they come.

    Args:
        support: Codes of the reporting members, each with one line; lines of one project that name
            several needs are taken together.
        needs: The needs of the track; a line on another need is compared without partner and
            filter.
        names: Display names of the members by code.
        thesaurus: What words of project reports stand for.

    Returns:
        What may be one project first, then possible overlaps, those most alike first in each.
    """
    drawn = portraits(support, needs, names, lexicon_of(thesaurus))
    vectors = vectors_of(drawn)
    found: list[Likeness] = []
    for first, second in pairs_of(drawn, vectors):
        one, other = drawn[first], drawn[second]
        weighing = weigh(one, other, vectors[first], vectors[second])
        kind = weighing.verdict() if weighing else None
        if weighing and kind:
            found.append(_likeness(kind, weighing, one, other, vectors[first]))
    return tuple(sorted(found, key=_order))


def groups(likenesses: Iterable[Likeness]) -> tuple[tuple[ProjectReport, ...], ...]:
    """Reports of one project, taken together: to be shown once and never summed (rule R12).

    What a person dismissed counts no more; every other pair that may be one project does.

    Returns:
        Groups of two reports or more, by the reporter and title of their first one.
    """
    held: dict[ProjectReport, set[ProjectReport]] = {}
    for each in likenesses:
        if each.kind is OverlapKind.SAME_PROJECT and each.state is not OverlapState.DISMISSED:
            united = held.get(each.first, {each.first}) | held.get(each.second, {each.second})
            held |= dict.fromkeys(united, united)
    told = {tuple(sorted(group, key=_of_report)) for group in held.values()}
    return tuple(sorted(told, key=lambda group: [_of_report(report) for report in group]))


def _likeness(
    kind: OverlapKind, weighing: Weighing, one: Portrait, other: Portrait, words: Vectors
) -> Likeness:
    same = kind is OverlapKind.SAME_PROJECT
    matched = matched_words(one, other, words.words)
    shared = one.needs & other.needs
    return Likeness(
        key=key_of(one, other),
        kind=kind,
        first=one.report,
        second=other.report,
        needs=tuple(sorted(shared or one.needs | other.needs)),
        score=round(min(1.0, weighing.same if same else weighing.overlap), 2),
        matched=matched,
        agree=tuple(weighing.agree),
        clash=tuple(weighing.clash),
        because=because(kind, weighing, one, other, matched),
    )


def _order(likeness: Likeness) -> tuple[bool, float, str]:
    return likeness.kind is OverlapKind.POSSIBLE_OVERLAP, -likeness.score, likeness.key


def _of_report(report: ProjectReport) -> tuple[str, str, int, str]:
    return report.reporter, report.line.title, report.line.line, report.line.need
