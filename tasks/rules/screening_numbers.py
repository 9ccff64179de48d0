"""Numbers no report needs: telephones, plates, personal numbers, accounts, cards, coordinates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.vocabulary.screening import ScreeningLists, Sensitive
from tasks.rules.check_digits import is_albanian_nid, is_card, is_iban, is_jmbg
from tasks.rules.word_patterns import words_pattern, words_source

Span = tuple[Sensitive, int, int]

# All these numbers have three digits in a row that are not just a year, or one of the signs. Begins
# with a set of signs, so that most of a text is passed over at once.
WORTH_A_LOOK = re.compile(
    r"[@°(\[0-9](?:(?<=[@°])|(?<=[(\[])at[)\]]"
    r"|(?<=[0-9])(?<![0-9][0-9])(?!(?:(?<=1)9|(?<=2)0)[0-9]{2}(?![0-9]))[0-9]{2})"
)
_SEVEN_DIGITS = re.compile(r"[0-9](?:[ ./()-]{0,3}[0-9]){6}")
_FRACTION = re.compile("[.,][0-9]{2}")
_PLATE_DIGITS = re.compile("[0-9]{3,5}")
_BEFORE_PLATE_DIGITS = 8  # the longest beginning of a plate, spaces included: A12 - K - 345
_TWO_PAIRS = "[a-z][a-z][ -][a-z][a-z][ -]"  # ME PG AB 123

_NEARBY = 40  # how far before a number its meaning is looked for
_REFERENCE_NEARBY = 20
_PARTED_BY = str.maketrans("", "", " .-")
_CLAUSE = re.compile("[;!?\n]")

# Other digits may stand before these, parted by a space, so every beginning is tried.
_JMBG = re.compile(r"(?<![0-9])(?=([0-9](?:[ .-]?[0-9]){12})(?![0-9]))")
_CARD = re.compile(
    r"(?<![0-9])(?=([0-9]{4}(?:[ -]?[0-9]{4}){3}|3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5})(?![0-9]))"
)
_NID = re.compile(r"(?<![a-z0-9])[a-m][0-9]{8}[a-z](?![a-z0-9])")
_PASSPORT = re.compile(r"(?<![a-z0-9])[a-z]{1,2}[0-9]{7,8}(?![a-z0-9])")
_TEN_DIGITS = re.compile(r"(?<![0-9])[0-9]{10}(?![0-9])")
_IBAN = re.compile(r"(?<![a-z0-9])[a-z]{2}[0-9]{2}(?=[ -]?[a-z0-9])")
_DEGREES = re.compile(  # 41° 19' and what follows, or 41.3275°
    r"[0-9]{1,3}(?: ?° ?[0-9]{1,2}(?:[.,][0-9]{1,4})? ?'|[.,][0-9]{3,10} ?°)"
)
_DECIMAL = re.compile(  # 41.3275, 19.8187 or 41.33 N, 19.82 E
    r"[0-9]{1,2}(?:\.[0-9]{4,12} ?[ns]?[ ,;/]{1,3}[+-]?[0-9]{1,3}\.[0-9]{4,12}(?![0-9])"
    r"|[.,][0-9]{2,12} ?[ns]\b[ ,;/]{1,3}[0-9]{1,3}[.,][0-9]{2,12} ?[ew]\b)"
)
LATITUDE = re.compile(r"lat[a-z]{0,5}[.:= ]{1,3}[0-9]{1,2}[.,][0-9]{2,12}")

# How a plate goes on after its first digit: two letters after three of them, the one of Bosnia
# and Herzegovina, or two letters right before, or two words of two letters.
_GOES_ON_AS_PLATE = (
    rf"(?:(?<=[a-z][a-z][0-9])|(?<={_TWO_PAIRS}[0-9])(?=[0-9]{{2}}(?![0-9])))[0-9]{{2}}"
    r"|[0-9](?: ?-? ?[aejkmot] ?-? ?[0-9]{3}|[0-9](?:[- ]?[a-z]{2}(?![a-z0-9-])|-[aejkmot]-))"
)
_PLATE_LIKE = re.compile(rf"[0-9](?:{_GOES_ON_AS_PLATE})")
# What every number of this module holds, but for a latitude in words; looked for in many texts
# at once, with every digit written as 0: a pattern that begins with one sign, and where most of
# these signs do not go on, passes over all others at a tenth of the price. No part of it goes on
# over the end of a line.
NUMBERS = (
    re.compile(r"0(?<!00)(?:[ ./()-]{0,3}0){6}"),
    re.compile(
        r"00(?:(?!0)(?: ?-? ?[aejkmot] ?-? ?000|(?<=000)(?:[- ]?[a-z]{2}(?![a-z0-9-])|-[aejkmot]-))"
        rf"|(?:(?<=[a-z][a-z]00)|(?:(?<=[^a-z0]{_TWO_PAIRS}00)|(?<=\A{_TWO_PAIRS}00))(?=0(?!0)))0)"
    ),
    re.compile(r"\.(?<=0\.)(?:0{4,12} ?[ns]?[ ,;/]{1,3}[+-]?0|0{2,12} ?[ns]\b)"),
    re.compile(r",(?<=0,)0{2,12} ?[ns]\b"),
)
_BEFORE_PHONE = r"(?<![0-9a-z/.+-])"
_AFTER_PHONE = r"(?![0-9]|[/-][0-9])"


@dataclass(frozen=True, slots=True)
class NumberPatterns:
    """The patterns of the lists, ready to be used."""

    abroad: re.Pattern[str]
    mobile: re.Pattern[str]
    announced: re.Pattern[str]
    reference_before: re.Pattern[str]
    amount_after: re.Pattern[str]
    plates: re.Pattern[str]
    spaced_plates: re.Pattern[str]
    vehicle: re.Pattern[str]
    no_plate_letters: frozenset[str]
    personal: re.Pattern[str]
    tax: re.Pattern[str]
    iban_lengths: dict[str, int]


def number_patterns(lists: ScreeningLists) -> NumberPatterns:
    """Make patterns of the lists."""
    codes, mobiles = "|".join(lists.dialling_codes), "|".join(lists.mobile_prefixes)
    letters = "|".join(lists.plate_towns_before_letters).casefold()
    digits = "|".join(lists.plate_towns_before_digits).casefold()
    return NumberPatterns(
        abroad=re.compile(
            rf"{_BEFORE_PHONE}(?:\+ ?|\(\+|00[ -]?)(?:{codes})\)?"
            rf"(?:[ ./()-]{{0,3}}[0-9]){{7,11}}{_AFTER_PHONE}"
        ),
        mobile=re.compile(rf"{_BEFORE_PHONE}(?:{mobiles})(?:[ ./-]?[0-9]){{6,7}}{_AFTER_PHONE}"),
        announced=re.compile(
            rf"\b{words_source(lists.telephone_words)}[^0-9a-z;!?\n]{{0,4}}"
            r"(?:(?:no|nr|br)[.: ]{0,3})?[0-9](?:[ ./()-]{0,3}[0-9]){6,11}(?![0-9])",
            re.ASCII,
        ),
        reference_before=re.compile(
            rf"\b{words_source(lists.reference_words)}[^0-9a-z]{{0,3}}(?:[0-9a-z./-]{{1,12}} )?$",
            re.ASCII,
        ),
        amount_after=re.compile(rf" ?(?:[€$]|{words_source(lists.currencies)})"),
        plates=re.compile(
            r"(?<![a-z0-9/-])(?:"
            r"[aejkmot][0-9]{2}(?: ?- ?[aejkmot] ?- ?| ?[aejkmot] ?)[0-9]{3}"  # BA A12-K-345
            r"|[0-9]{3}-[aejkmot]-[0-9]{3}"  # BA, the older kind
            r"|0[1-7]-[0-9]{3}-[a-z]{2}"  # XK 01-234-AB
            r"|a[a-h](?:-[0-9]{3}-|[0-9]{3})[a-z]{2}"  # AL AA123BB
            rf"|(?:{letters})[ -]?[a-z]{{2}}[0-9]{{3}}"  # ME PG AB123
            rf"|(?:{digits})(?:[ -]?[0-9]{{3,5}}-|[0-9]{{3,5}})[a-z]{{2}}"  # MK, RS
            r")(?![a-z0-9-]|/[0-9])"
        ),
        spaced_plates=re.compile(
            r"(?<![a-z0-9/-])(?:"
            rf"(?:(?:{digits}) (?!(?:19|20)[0-9]{{2}}(?![0-9]))[0-9]{{3,5}}"
            r"|a[a-h] [0-9]{3}|0[1-7] [0-9]{3}) ([a-z]{2})"
            rf"|(?:{letters})[ -]([a-z]{{2}})[ -][0-9]{{3}}"  # ME PG AB 123
            r")(?![a-z0-9-])"
        ),
        vehicle=words_pattern(lists.vehicle_words),
        no_plate_letters=frozenset(each.casefold() for each in lists.no_plate_letters),
        personal=words_pattern(lists.personal_number_words),
        tax=words_pattern(lists.tax_number_words),
        iban_lengths={code.casefold(): length for code, length in lists.iban_lengths},
    )


def numbers(text: str, patterns: NumberPatterns) -> Iterator[Span]:
    """Every number of a folded text that no report needs, by kind."""
    if _PLATE_LIKE.search(text):
        yield from _plates(text, patterns)
    if "°" in text or _FRACTION.search(text):
        yield from _coordinates(text)
    if _SEVEN_DIGITS.search(text):
        yield from _telephones(text, patterns)
        yield from _personal_numbers(text, patterns)
        yield from _accounts(text, patterns)
        yield from _cards(text)


def _coordinates(text: str) -> Iterator[Span]:
    for pattern in (_DEGREES, _DECIMAL, LATITUDE):
        yield from ((Sensitive.COORDINATES, *found.span()) for found in pattern.finditer(text))


def _cards(text: str) -> Iterator[Span]:
    for found in _CARD.finditer(text):
        if is_card(_bare(found[1])):
            yield Sensitive.CARD, *found.span(1)


def _telephones(text: str, patterns: NumberPatterns) -> Iterator[Span]:
    for pattern in (patterns.abroad, patterns.mobile):
        for found in pattern.finditer(text):
            amount = patterns.amount_after.match(text, found.end())
            if not amount and not _is_reference(text, found.start(), patterns):
                yield Sensitive.TELEPHONE, *found.span()
    for found in patterns.announced.finditer(text):
        yield Sensitive.TELEPHONE, *found.span()


def _is_reference(text: str, place: int, patterns: NumberPatterns) -> bool:
    nearby = _before(text, place, _REFERENCE_NEARBY)
    return patterns.reference_before.search(nearby) is not None


def _personal_numbers(text: str, patterns: NumberPatterns) -> Iterator[Span]:
    for found in _JMBG.finditer(text):
        if is_jmbg(_bare(found[1])):
            yield Sensitive.PERSONAL_NUMBER, *found.span(1)
    for found in _NID.finditer(text):
        taxed = patterns.tax.search(_before(text, found.start()))
        if is_albanian_nid(found[0].upper()) and not taxed:
            yield Sensitive.PERSONAL_NUMBER, *found.span()
    for found in (*_TEN_DIGITS.finditer(text), *_PASSPORT.finditer(text)):
        if patterns.personal.search(_before(text, found.start())):
            yield Sensitive.PERSONAL_NUMBER, *found.span()


def _plates(text: str, patterns: NumberPatterns) -> Iterator[Span]:
    for seed in _PLATE_DIGITS.finditer(text):
        for place in range(max(0, seed.start() - _BEFORE_PLATE_DIGITS), seed.start() + 1):
            if not text[place].isalnum() or (place and text[place - 1].isalnum()):
                continue  # no beginning of a word
            found = patterns.plates.match(text, place) or _spaced_plate(text, place, patterns)
            if found:
                yield Sensitive.PLATE, *found.span()


def _spaced_plate(text: str, place: int, patterns: NumberPatterns) -> re.Match[str] | None:
    """A plate in pieces; two letters that are a word are believed only beside a vehicle."""
    found = patterns.spaced_plates.match(text, place)
    if found and (found[1] or found[2]) in patterns.no_plate_letters:
        return found if patterns.vehicle.search(_before(text, place)) else None
    return found


def _accounts(text: str, patterns: NumberPatterns) -> Iterator[Span]:
    for found in _IBAN.finditer(text):
        length = patterns.iban_lengths.get(found[0][:2])
        end = _end_of_signs(text, found.start(), length) if length else None
        if end is not None and is_iban(_bare(text[found.start() : end])):
            yield Sensitive.ACCOUNT, found.start(), end


def _end_of_signs(text: str, start: int, number: int) -> int | None:
    """Where a run of letters and digits ends that are parted by single spaces or hyphens."""
    place, seen, parted = start, 0, False
    while place < len(text) and seen < number:
        sign = text[place]
        if sign.isascii() and sign.isalnum():
            seen, parted = seen + 1, False
        elif parted or sign not in " -":
            return None
        else:
            parted = True
        place += 1
    goes_on = place < len(text) and text[place].isalnum()
    return place if seen == number and not goes_on else None


def _before(text: str, place: int, nearby: int = _NEARBY) -> str:
    """What stands shortly before a place, in the same clause."""
    before = text[max(0, place - nearby) : place]
    return _CLAUSE.split(before)[-1]


def _bare(written: str) -> str:
    return written.translate(_PARTED_BY)
