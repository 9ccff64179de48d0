"""The words of subjects, things, kinds of help and users in the languages members write in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """One entry of the thesaurus: a name and the phrases that mean it.

    `within` is the name of the wider entry of its section, empty when it lies within none. A word
    of a phrase that ends in an asterisk may go on. `given_by` is the kind of help that a thing goes
    with where no word tells any, empty for what is no thing; `family` the kinds of help a kind may
    compete with, empty for what is no kind.
    """

    name: str
    within: str
    phrases: tuple[str, ...]
    given_by: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """What words of project reports stand for.

    `subjects` are what a project is about and `sides` what tells projects on one subject apart;
    `things` are what is delivered, `kinds` the kinds of help, `users` those it is for, `places`
    where it is.
    """

    subjects: tuple[Meaning, ...]
    things: tuple[Meaning, ...]
    kinds: tuple[Meaning, ...]
    users: tuple[Meaning, ...]
    sides: tuple[Meaning, ...]
    places: tuple[Meaning, ...]
