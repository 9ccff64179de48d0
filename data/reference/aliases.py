"""Other ways people write headings and words (aliases.yaml)."""

from functools import cache
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from data.reference.reading import FOLDER, Reviewed, read
from data.vocabulary.reference import Aliases


def _no_spelling_means_two_words(words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    meaning: dict[str, str] = {}
    for word, spellings in words.items():
        for spelling in dict.fromkeys(s.casefold() for s in (word, *spellings)):
            if meaning.setdefault(spelling, word) != word:
                raise ValueError(f"“{spelling}” means both {meaning[spelling]} and {word}")
    return words


_Words = Annotated[
    dict[str, tuple[str, ...]], Field(min_length=1), AfterValidator(_no_spelling_means_two_words)
]


class _AliasesFile(Reviewed):
    members_columns: _Words
    contacts_columns: _Words
    needs_columns: _Words
    partners: _Words
    pillars: _Words
    sub_pillars: _Words
    statuses: _Words
    kinds: _Words
    roles: _Words
    languages: _Words
    seats: _Words


@cache
def _file() -> _AliasesFile:
    return read(FOLDER / "aliases.yaml", _AliasesFile)


@cache
def aliases() -> Aliases:
    """All spellings the registers may use.

    Raises:
        ReferenceDataBroken: aliases.yaml does not hold what it should.
    """
    file = _file()
    return Aliases(
        members_columns=MappingProxyType(file.members_columns),
        contacts_columns=MappingProxyType(file.contacts_columns),
        needs_columns=MappingProxyType(file.needs_columns),
        partners=MappingProxyType(file.partners),
        pillars=MappingProxyType(file.pillars),
        sub_pillars=MappingProxyType(file.sub_pillars),
        statuses=MappingProxyType(file.statuses),
        kinds=MappingProxyType(file.kinds),
        roles=MappingProxyType(file.roles),
        languages=MappingProxyType(file.languages),
        seats=MappingProxyType(file.seats),
    )
