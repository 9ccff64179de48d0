"""The languages in which members meet the product: one file each, chosen for each contact."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayWords:
    """How a language writes days and moments, always as one moment with its zone (rule R16).

    `weekdays` from Monday, `months` from January, as they stand in a date. The others are patterns:
    `date` takes {day}, {month}, {year}, `day_and_month` and `day` what they say; `moment` takes
    {weekday}, {date}, {time}, {zone}; `utc` {time}, `utc_on` also {date}; `period` {first}, {last}.
    """

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    day_and_month: str
    day: str
    moment: str
    utc: str
    utc_on: str
    period: str


ENGLISH_DAYS = DayWords(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    date="{day} {month} {year}",
    day_and_month="{day} {month}",
    day="{day}",
    moment="{weekday} {date}, {time} {zone}",
    utc="({time} UTC)",
    utc_on="({time} UTC on {date})",
    period="{first} to {last}",
)


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language file.

    `choices` maps the name of a list ("answers", "kinds", "instruments", "project_support",
    "follow_ups", …) to the words shown, by the value they stand for. `headings` maps the keys of
    columns to headings, for each kind of request. `words` maps names to sentences, which may name
    facts in braces; `days` says how dates are written. `findings` maps the codes of findings to
    what is unclear and what to do.
    """

    code: str
    name: str
    choices: Mapping[str, Mapping[str, str]]
    headings: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    findings: Mapping[str, tuple[str, str]]
    days: DayWords = ENGLISH_DAYS
