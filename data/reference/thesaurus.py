"""What words of project titles mean (thesaurus.yaml), and the places they name (places.yaml)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from data.reference.reading import FOLDER, Entry, Reviewed, read
from data.vocabulary.thesaurus import Meaning, Thesaurus

# Words of letters and digits of both scripts, each of which may end in an asterisk.
_Phrase = Annotated[str, StringConstraints(pattern=r"^\w+\*?( \w+\*?)*$")]
_Phrases = Annotated[tuple[_Phrase, ...], Field(min_length=1)]


class _Meaning(Entry):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    within: str = ""
    english: _Phrases = Field((), alias="English")
    albanian: _Phrases = Field((), alias="Albanian")
    bcms: _Phrases = Field((), alias="Bosnian Croatian Montenegrin Serbian")
    macedonian: _Phrases = Field((), alias="Macedonian")
    french: _Phrases = Field((), alias="French")
    german: _Phrases = Field((), alias="German")
    italian: _Phrases = Field((), alias="Italian")
    spanish: _Phrases = Field((), alias="Spanish")

    @model_validator(mode="after")
    def says_something(self) -> "_Meaning":
        if not self.phrases:
            raise ValueError("no language has a word for it")
        return self

    @property
    def phrases(self) -> tuple[str, ...]:
        languages = (
            self.english,
            self.albanian,
            self.bcms,
            self.macedonian,
            self.french,
            self.german,
            self.italian,
            self.spanish,
        )
        return tuple(dict.fromkeys(chain.from_iterable(languages)))


class _Place(Entry):
    within: str = ""
    names: _Phrases

    @property
    def phrases(self) -> tuple[str, ...]:
        return self.names


_Section = Annotated[dict[str, _Meaning], Field(min_length=1)]


_Entries = Mapping[str, _Meaning] | Mapping[str, _Place]


class _ThesaurusFile(Reviewed):
    subjects: _Section
    things: _Section
    kinds: _Section
    users: _Section
    sides: _Section
    kinds_of_things: dict[str, str]
    kind_of_other_things: str
    families_of_kinds: Annotated[dict[str, tuple[str, ...]], Field(min_length=1)]

    @model_validator(mode="after")
    def kinds_of_things_stand_in_the_file(self) -> "_ThesaurusFile":
        for thing, kind in self.kinds_of_things.items():
            if thing not in self.things:
                raise ValueError(f"“{thing}” of kinds_of_things is no entry of the things")
            if kind not in self.kinds:
                raise ValueError(f"“{kind}” of kinds_of_things is no entry of the kinds")
        if self.kind_of_other_things not in self.kinds:
            raise ValueError(f"“{self.kind_of_other_things}” is no entry of the kinds")
        return self

    @model_validator(mode="after")
    def every_kind_is_of_one_family(self) -> "_ThesaurusFile":
        told = Counter(chain.from_iterable(self.families_of_kinds.values()))
        if unknown := sorted(told.keys() - self.kinds.keys()):
            raise ValueError(f"“{unknown[0]}” of families_of_kinds is no entry of the kinds")
        for kind in self.kinds:
            if told[kind] != 1:
                raise ValueError(f"“{kind}” is of {told[kind]} families_of_kinds and not of one")
        return self

    @model_validator(mode="after")
    def wider_entries_stand_in_the_file(self) -> "_ThesaurusFile":
        for section in (self.subjects, self.things, self.kinds, self.users, self.sides):
            _check_wider(section)
        return self


class _PlacesFile(Reviewed):
    places: Annotated[dict[str, _Place], Field(min_length=1)]

    @model_validator(mode="after")
    def wider_places_stand_in_the_file(self) -> "_PlacesFile":
        _check_wider(self.places)
        return self


def _check_wider(section: _Entries) -> None:
    for name, entry in section.items():
        if entry.within and entry.within not in section:
            raise ValueError(f"“{name}” lies within “{entry.within}”, which is no entry")
        if _goes_round(name, section):
            raise ValueError(f"“{name}” lies within itself")


def _goes_round(name: str, section: _Entries) -> bool:
    seen = Counter[str]()
    while name and not seen[name]:
        seen[name] += 1
        name = section[name].within if name in section else ""
    return bool(name)


def _kind_of(thing: str, file: _ThesaurusFile) -> str:
    while thing:
        if kind := file.kinds_of_things.get(thing):
            return kind
        thing = file.things[thing].within
    return file.kind_of_other_things


def _family_of(kind: str, file: _ThesaurusFile) -> str:
    return next(family for family, kinds in file.families_of_kinds.items() if kind in kinds)


def _meanings(section: _Entries) -> tuple[Meaning, ...]:
    return tuple(Meaning(name, each.within, each.phrases) for name, each in section.items())


@cache
def thesaurus() -> Thesaurus:
    """All entries in the order of the file.

    Raises:
        ReferenceDataBroken: thesaurus.yaml or places.yaml does not hold what it should.
    """
    file = read(FOLDER / "thesaurus.yaml", _ThesaurusFile)
    return Thesaurus(
        subjects=_meanings(file.subjects),
        things=tuple(
            replace(each, given_by=_kind_of(each.name, file)) for each in _meanings(file.things)
        ),
        kinds=tuple(
            replace(each, family=_family_of(each.name, file)) for each in _meanings(file.kinds)
        ),
        users=_meanings(file.users),
        sides=_meanings(file.sides),
        places=_meanings(read(FOLDER / "places.yaml", _PlacesFile).places),
    )
