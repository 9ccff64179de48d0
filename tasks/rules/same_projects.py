"""Reports of one project: confirmed by a person, then told as one and never added up (rule R12)."""

from collections.abc import Iterable

from data.vocabulary import SupportLine
from data.vocabulary.findings import Likeness, OverlapState, SameProject
from tasks.rules import overlaps


def confirmed(likenesses: Iterable[Likeness]) -> tuple[SameProject, ...]:
    """Groups of reports whose pairs a person confirmed to be one project.

    Args:
        likenesses: The pairs the newest returns give, with the words on them.

    Returns:
        Groups of at least two reports, in an order that does not depend on that of the pairs.
    """
    words = [each for each in likenesses if each.state is OverlapState.CONFIRMED]
    return tuple(
        SameProject(tuple((r.reporter, r.line.title, r.needs) for r in group))
        for group in overlaps.groups(words)
    )


def members_telling(
    same_projects: Iterable[SameProject], reporter: str, line: SupportLine
) -> tuple[str, ...]:
    """Codes of all members that report the project of one line; empty when it stands alone."""
    for same in same_projects:
        if any(
            (who, title) == (reporter, line.title) and line.need in needs
            for who, title, needs in same.reports
        ):
            return tuple(dict.fromkeys(who for who, _, _ in same.reports))
    return ()
