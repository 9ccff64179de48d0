"""How many of those asked have replied: it stands beside every count of the findings (R11)."""

from collections.abc import Iterable

from data.vocabulary import ReplySituation
from data.vocabulary.analysis import ReplyCount
from tasks.rules.phrases import plural


def count(situations: Iterable[ReplySituation]) -> ReplyCount:
    """Count the members of one side that were asked, and those of them that replied."""
    asked = [each for each in situations if each.asked_on is not None]
    return ReplyCount(len(asked), sum(each.received_on is not None for each in asked))


def words(counted: ReplyCount, noun: str) -> str:
    """“5 of 6 partners replied”, of those asked.

    Args:
        counted: The members of one side.
        noun: What they are: “partner” or “other member”.
    """
    if not counted.asked:
        return f"no {noun} asked"
    return f"{counted.replied} of {counted.asked} {plural(counted.asked, noun)} replied"
