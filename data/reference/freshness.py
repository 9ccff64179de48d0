"""Which reference files are due for a person to go through them again."""

from datetime import date

from pydantic import ConfigDict

from data.reference.reading import FOLDER, Reviewed, read

FILES: tuple[str, ...] = (
    "aliases.yaml",
    "board_rule.yaml",
    "calendar.yaml",
    "framework.yaml",
    "methodology.yaml",
    "places.yaml",
    "reminders.yaml",
    "screening.yaml",
    "taxonomy.yaml",
    "thesaurus.yaml",
)


class _ReviewDates(Reviewed):
    model_config = ConfigDict(extra="ignore")  # only the two dates matter here


def stale_on(day: date) -> tuple[str, ...]:
    """Name the files whose review is due on a day, each with what to do."""
    dates = {name: read(FOLDER / name, _ReviewDates) for name in FILES}
    return tuple(
        f"data/reference/{name} was due for review by {found.review_by}: go through it, correct "
        "what changed, and move reviewed_on and review_by."
        for name, found in dates.items()
        if day > found.review_by
    )
