"""The internal analysis of the latest needs, and of what earlier cycles hold (I.1, steps 2, 3)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from data.vocabulary import Need, NeedAge, NeedStatus
from data.vocabulary.analysis import FilterCount, NeedsAnalysis, NeedsCount


def analyse(needs: Sequence[Need], earlier_needs: Sequence[Need]) -> NeedsAnalysis:
    """Count the needs of a pillar by status, and by age against the edition before.

    Args:
        needs: The needs of the pinned edition, of one pillar.
        earlier_needs: The needs of the edition before, of the same pillar; none when there is no
            earlier edition in the register.

    Returns:
        Counts for each partner and sub-pillar that has needs, sorted by their codes.
    """
    ages = _ages(needs, earlier_needs) if earlier_needs else {}
    return NeedsAnalysis(
        compared=bool(earlier_needs),
        counts=_counts(needs, ages),
        filters=_filters(needs),
        ages=tuple(sorted(ages.items())),
        no_longer_listed=_no_longer_listed(needs, earlier_needs),
    )


def _ages(needs: Iterable[Need], earlier: Iterable[Need]) -> dict[str, NeedAge]:
    known = {need.key for need in earlier}
    return {need.key: _age(need, known) for need in needs}


def _age(need: Need, known: set[str]) -> NeedAge:
    if need.replaces:
        return NeedAge.REPLACED
    return NeedAge.CARRIED_OVER if need.key in known else NeedAge.NEW


def _counts(needs: Iterable[Need], ages: dict[str, NeedAge]) -> tuple[NeedsCount, ...]:
    statuses: Counter[tuple[str, int, NeedStatus]] = Counter()
    by_age: Counter[tuple[str, int, NeedAge | None]] = Counter()
    for need in needs:
        statuses[need.member, need.sub_pillar, need.status] += 1
        by_age[need.member, need.sub_pillar, ages.get(need.key)] += 1
    return tuple(
        NeedsCount(
            member=member,
            sub_pillar=number,
            open=statuses[member, number, NeedStatus.OPEN],
            partly_met=statuses[member, number, NeedStatus.PARTLY_MET],
            met=statuses[member, number, NeedStatus.MET],
            new=by_age[member, number, NeedAge.NEW],
            carried_over=by_age[member, number, NeedAge.CARRIED_OVER],
            replaced=by_age[member, number, NeedAge.REPLACED],
        )
        for member, number in sorted({(member, number) for member, number, _ in statuses})
    )


def _filters(needs: Iterable[Need]) -> tuple[FilterCount, ...]:
    members: dict[tuple[int, str], list[str]] = {}
    for need in needs:
        members.setdefault((need.sub_pillar, need.filter), []).append(need.member)
    return tuple(
        FilterCount(number, name, len(owners), len(set(owners)))
        for (number, name), owners in sorted(members.items())
    )


def _no_longer_listed(needs: Iterable[Need], earlier: Iterable[Need]) -> tuple[Need, ...]:
    keys: set[str] = set()
    replaced: set[tuple[str, str]] = set()
    for need in needs:
        keys.add(need.key)
        replaced.update((need.member, number) for number in need.replaces)
    return tuple(
        need
        for need in earlier
        if need.key not in keys and (need.member, need.number) not in replaced
    )
