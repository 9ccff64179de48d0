"""Days on which a partner's office may be closed: no reminder goes out on them."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from holidays import country_holidays

# Of Bosnia and Herzegovina the parts count as well, for the answers come in parts. Days that the
# law gives to the faithful of one confession count: their office may be empty that day.
_PARTS = {
    "AL": ("",),
    "BA": ("", "BIH", "BRC", "SRP"),
    "XK": ("",),
    "ME": ("",),
    "MK": ("",),
    "RS": ("",),
}
_CONFESSIONS = {"public", "catholic", "islamic", "orthodox"}


def holidays_of(member: str, years: Iterable[int]) -> frozenset[date]:
    """The public holidays of one partner; none for any other member.

    Bajram and the Orthodox feasts move; for years to come the former are the library's estimates.

    Args:
        member: The member's code, for example MK.
        years: The calendar years wanted.
    """
    return frozenset(day for year in years for day in _holidays_in(member, year))


def holidays_of_all(members: Iterable[str], years: Iterable[int]) -> frozenset[date]:
    """The days on which at least one of the members has a public holiday."""
    span = tuple(years)
    return frozenset(day for member in members for day in holidays_of(member, span))


@cache
def _holidays_in(member: str, year: int) -> frozenset[date]:
    days: set[date] = set()
    for part in _PARTS.get(member, ()):
        known = country_holidays(member, subdiv=part or None)
        categories = _CONFESSIONS.intersection(known.supported_categories)
        days |= set(
            country_holidays(member, subdiv=part or None, years=year, categories=categories)
        )
    return frozenset(day for day in days if day.year == year)
