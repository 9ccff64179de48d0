"""A number of a document beside the number its snapshot gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says at one place, and what was counted for it.

    `where` is a chapter, caption or heading; `words` is the text that holds the numbers. Both
    sides hold the same things in the same order: numbers, or days as the document writes them.
    """

    where: str
    words: str
    said: tuple[str, ...]
    counted: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return self.said == self.counted


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a document a block stands.

    `where` is the heading above it, `sub_pillar` and `filter` those of its chapter (None outside),
    `tables` and `figures` how many of them stand before it.
    """

    where: str
    sub_pillar: int | None = None
    filter: str | None = None
    tables: int = 0
    figures: int = 0
