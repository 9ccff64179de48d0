"""What words of project titles mean (thesaurus.yaml), and the places they name (places.yaml)."""

from collections import Counter
from collections.abc import Mapping
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
        things=_meanings(file.things),
        kinds=_meanings(file.kinds),
        users=_meanings(file.users),
        sides=_meanings(file.sides),
        places=_meanings(read(FOLDER / "places.yaml", _PlacesFile).places),
    )
