"""The words and patterns of the sensitive-information screen (screening.yaml)."""

from functools import cache
from itertools import chain
from typing import Annotated

from pydantic import Field, StringConstraints

from data.reference.reading import FOLDER, Entry, Reviewed, read
from data.vocabulary.screening import ScreeningLists, SecretWords

# Letters and digits of both scripts; spaces, apostrophes, full stops and hyphens between them.
_Word = Annotated[str, StringConstraints(pattern=r"^\w[\w .'-]*\*?$")]
_Words = Annotated[tuple[_Word, ...], Field(min_length=1)]
_ByLanguage = Annotated[dict[str, _Words], Field(min_length=1)]
_Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]+$")]
_Letters = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class _Secret(Entry):
    always: _ByLanguage
    unless_general: _ByLanguage


class _Telephones(Entry):
    dialling_codes: tuple[_Digits, ...] = Field(min_length=1)
    mobile_prefixes: tuple[_Digits, ...] = Field(min_length=1)
    words: _Words
    no_telephone_after: _Words
    no_telephone_before: _Words


class _Plates(Entry):
    words: _Words
    towns_before_letters: tuple[_Letters, ...] = Field(min_length=1)
    towns_before_digits: tuple[_Letters, ...] = Field(min_length=1)
    no_letters_at_the_end: tuple[_Letters, ...]


class _PersonalNumbers(Entry):
    words: _Words
    tax_words: _Words


class _ScreeningFile(Reviewed):
    roles: _ByLanguage
    given_names: _ByLanguage
    surnames: _ByLanguage
    surname_endings: _Words
    offices: _ByLanguage
    no_names: _Words
    innocent_phrases: _ByLanguage
    general_words: _ByLanguage
    sources: _Secret
    intercepts: _Secret
    operations: _Secret
    operation_titles: _Words
    no_operation_names: _Words
    telephones: _Telephones
    plates: _Plates
    personal_numbers: _PersonalNumbers
    iban_lengths: dict[_Letters, int]
    private_mail_domains: _Words


def _all(by_language: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(by_language.values())))


def _secret(words: _Secret) -> SecretWords:
    return SecretWords(_all(words.always), _all(words.unless_general))


@cache
def screening_lists() -> ScreeningLists:
    """All words and patterns the screen looks for.

    Raises:
        ReferenceDataBroken: screening.yaml does not hold what it should.
    """
    file = read(FOLDER / "screening.yaml", _ScreeningFile)
    return ScreeningLists(
        roles=_all(file.roles),
        given_names=_all(file.given_names),
        surnames=_all(file.surnames),
        surname_endings=file.surname_endings,
        offices=_all(file.offices),
        no_names=file.no_names,
        innocent_phrases=_all(file.innocent_phrases),
        general_words=_all(file.general_words),
        sources=_secret(file.sources),
        intercepts=_secret(file.intercepts),
        operations=_secret(file.operations),
        operation_titles=file.operation_titles,
        no_operation_names=file.no_operation_names,
        dialling_codes=file.telephones.dialling_codes,
        mobile_prefixes=file.telephones.mobile_prefixes,
        telephone_words=file.telephones.words,
        reference_words=file.telephones.no_telephone_after,
        currencies=file.telephones.no_telephone_before,
        vehicle_words=file.plates.words,
        plate_towns_before_letters=file.plates.towns_before_letters,
        plate_towns_before_digits=file.plates.towns_before_digits,
        no_plate_letters=file.plates.no_letters_at_the_end,
        personal_number_words=file.personal_numbers.words,
        tax_number_words=file.personal_numbers.tax_words,
        iban_lengths=tuple(file.iban_lengths.items()),
        private_mail_domains=file.private_mail_domains,
    )
