"""Check digits: whether a number was made by the rule of its kind, or only looks like it."""

from calendar import monthrange

_JMBG_WEIGHTS = (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_CARD_BEGINNINGS = (*"456", "2", "34", "37")
_CARD_LENGTHS = frozenset({15, 16})
_DOUBLED = str.maketrans("0123456789", "0246813579")  # twice the digit, its own digits added up
_ALBANIAN_DECADES = "ABCDEFGHIJKLM"  # A stands for the years from 1900, M for those from 2020


def is_jmbg(digits: str) -> bool:
    """A personal number of thirteen digits (JMBG, EMBG): a day of birth, and weights modulo 11."""
    if len(digits) != 13:
        return False
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:7])
    born = 2000 + year if year < 800 else 1000 + year
    if not _is_day(born, month, day):
        return False
    weighed = sum(w * int(d) for w, d in zip(_JMBG_WEIGHTS, digits, strict=False))
    return -weighed % 11 == int(digits[12])


def is_albanian_nid(written: str) -> bool:
    """An Albanian identity number: decade, year, month (women + 50), day, three digits, a letter.

    The rule of the last letter is not public; the day of birth tells most other codes apart.
    """
    if len(written) != 10 or written[0] not in _ALBANIAN_DECADES:
        return False
    born = 1900 + 10 * _ALBANIAN_DECADES.index(written[0]) + int(written[1])
    month = int(written[2:4])
    return _is_day(born, month - 50 if month > 50 else month, int(written[4:6]))


def is_card(digits: str) -> bool:
    """A payment card: the beginning of an issuer and the Luhn check."""
    if len(digits) not in _CARD_LENGTHS or not digits.startswith(_CARD_BEGINNINGS):
        return False
    luhn = digits[-1::-2] + digits[-2::-2].translate(_DOUBLED)
    return sum(map(int, luhn)) % 10 == 0


def is_iban(written: str) -> bool:
    """An IBAN without spaces: its letters read as numbers leave 1 when divided by 97."""
    return int("".join(str(int(sign, 36)) for sign in written[4:] + written[:4])) % 97 == 1


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
