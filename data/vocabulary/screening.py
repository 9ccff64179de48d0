"""What the sensitive-information screen looks for and what it says it found, never the text."""

from dataclasses import dataclass
from enum import StrEnum

from data.vocabulary.responses import NOWHERE, Place
from data.vocabulary.withheld import Part


class Sensitive(StrEnum):
    """The kinds of sensitive information. The value is the second half of a finding's code."""

    PERSON = "person"
    PERSONAL_NUMBER = "personal-number"
    TELEPHONE = "telephone"
    PLATE = "plate"
    ACCOUNT = "account"
    CARD = "card"
    COORDINATES = "coordinates"
    PRIVATE_MAIL = "private-mail"
    SOURCE = "source"
    OPERATION = "operation"
    INTERCEPT = "intercept"


@dataclass(frozen=True, slots=True)
class Hit:
    """One piece of a text that looks sensitive.

    `why` is a whole sentence and never repeats the text; `start` and `end` count the characters of
    the text as it was handed in.
    """

    kind: Sensitive
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ScreenedLine:
    """One text of a return that the screen holds; the text itself is never repeated here.

    `need` is the key of a need and `line` its line (of a planned item its number, of a loose text 0
    and no need). `text_sha256` proves later which text was released or purged.
    """

    part: Part
    need: str
    line: int
    kinds: tuple[Sensitive, ...]
    reasons: tuple[str, ...]
    text_sha256: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class SecretWords:
    """Words about one kind of secret: some always tell, others only outside talk of policy."""

    always: tuple[str, ...]
    unless_general: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScreeningLists:
    """The words and patterns of the screen.

    A word may end in an asterisk: any ending counts. Case, diacritics and script do not tell words
    apart. `iban_lengths` pairs the code of an issuer with the number of characters of its IBANs.
    """

    roles: tuple[str, ...]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    surname_endings: tuple[str, ...]
    offices: tuple[str, ...]
    no_names: tuple[str, ...]
    innocent_phrases: tuple[str, ...]
    general_words: tuple[str, ...]
    sources: SecretWords
    intercepts: SecretWords
    operations: SecretWords
    operation_titles: tuple[str, ...]
    no_operation_names: tuple[str, ...]
    dialling_codes: tuple[str, ...]
    mobile_prefixes: tuple[str, ...]
    telephone_words: tuple[str, ...]
    reference_words: tuple[str, ...]
    currencies: tuple[str, ...]
    vehicle_words: tuple[str, ...]
    plate_towns_before_letters: tuple[str, ...]
    plate_towns_before_digits: tuple[str, ...]
    no_plate_letters: tuple[str, ...]
    personal_number_words: tuple[str, ...]
    tax_number_words: tuple[str, ...]
    iban_lengths: tuple[tuple[str, int], ...]
    private_mail_domains: tuple[str, ...]
