"""Short marks in project reports: acronyms, numbers of contracts, years and amounts."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tasks.rules.project_names import is_organisation
from tasks.rules.project_words import FILLERS
from tasks.rules.transliteration import plain_latin

# Abbreviations of funds, systems, lines of work and forms of aid, folded: they stand in many titles
# and name no project.
_GENERAL = frozenset(
    re.findall(
        r"\w+",
        """
        cbrn empact euda eurodac fatf greco greta iisg ipaii ipaiii ittd marri moneyval nato osint
        pccsee pcve salv siena socta taiex tvinning unscr usaid vbbsi vbcsci vbcti fcdo atak itak
        aml cft c2pcve hrmis iban ibms cctv atvs uavs stem nbrs ceptol gotravel aircop
        """,
    )
)
_TOKEN = re.compile(r"[^\s(),;:“”\"„]+")
_SHORTEST_ACRONYM = 4
_LETTER_AND_DIGIT = re.compile(r"[^\W\d].*\d|\d.*[^\W\d]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PART_OF_YEAR = re.compile(r"(?<!\w)([QH])\s?([1-4])(?!\d)", re.I)
_MONTHS = (
    re.compile(r"(?:19|20)\d\d[-/.](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)\d{1,2}[.]\s?(\d{1,2})[.]\s?(?:19|20)\d\d"),
    re.compile(r"(?<![\d./])(\d{1,2})[./](?:19|20)\d\d"),
)
_MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "jan",
            "feb shk",
            "mar",
            "apr pri",
            "maj may",
            "jun qer",
            "jul kor",
            "aug avg gus",
            "sep sht",
            "oct okt tet",
            "nov nen",
            "dec dez dhj",
        ),
        start=1,
    )
    for name in names.split()
}
_NAMED_MONTH = re.compile(rf"\b({'|'.join(_MONTH_NAMES)})[a-z]*")
_CONTRACTS = {
    "EU": re.compile(r"(?<!\d)(20\d\d/\d{3}[-. ]?\d{3})(?!\d)"),
    "IATI": re.compile(r"(?<!\w)([A-Z]{2}-[A-Z0-9]{1,8}-[A-Z0-9_./-]*\d{3,}[A-Z0-9_-]*)", re.I),
    "twinning": re.compile(r"(?<!\w)([A-Z]{2} ?\d\d ?IPA ?[A-Z]{2} ?\d\d(?: ?\d\d)?)(?!\d)", re.I),
    "number": re.compile(
        r"(?:contract|grant|ugovor|ref|no|nr|br|iati|agreement)[.: ]{1,3}"
        r"([A-Z0-9]*[-/.]?\d[A-Z0-9]*[-/.][A-Z0-9/.-]*\d)",
        re.I,
    ),
}
_MAY_HOLD_ONE = re.compile(r"\d\d.*\d\d", re.DOTALL)  # most columns hold no number of the kind
_AMOUNT = re.compile(r"\d[\d., \u00a0\u202f’']*\d|\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:[., \u00a0\u202f’']\d{3})+")
_MILLIONS = re.compile(r"\d\s*(?:million|mill|milion|mil|mio|mn|m)\b", re.I)
_THOUSAND = re.compile(r"\d\s*(?:thousand|tsd|k)\b", re.I)
_CURRENCY = re.compile(r"\b(EUR|USD|GBP|CHF|SEK|NOK|DKK|ALL|BAM|MKD|RSD|HUF|JPY)\b|([€$£])", re.I)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}

Years = tuple[int, int]
Amount = tuple[float, str]


def acronyms(title: str, folded: Iterable[str]) -> frozenset[str]:
    """Short names in a title: written in capitals, or letters with digits in any writing.

    Args:
        title: As it was written.
        folded: Its words in plain Latin letters.
    """
    tokens = _TOKEN.findall(title)
    shouted = title == title.upper() and len(tokens) > 1  # all in capitals, so none stands out
    capitals = [] if shouted else [token for token in tokens if _looks_short(token)]
    found = {plain_latin(token).replace(" ", "") for token in capitals}
    found |= {word for word in folded if _mixes_digits(word)}
    return frozenset(
        each for each in found if len(each) >= _SHORTEST_ACRONYM and not _is_general(each)
    )


_QUOTED = re.compile(r"[\"“”„«‘]([^\"“”„»«’]{5,60})[\"”“»’]")  # noqa: RUF001 - members quote so
_NUMBERED = re.compile(r"\b(IPA|ИПА) ?(\d{1,2})(?!\d)|\b(?:Project|Projekat|P) ?(\d{1,3})(?!\d)")
_FEWEST_INITIALS = 3


def own_names(title: str) -> frozenset[str]:
    """Names a title gives its project: in quotation marks, before a colon, “IPA 9”, “P88”."""
    found = {plain_latin(each) for each in _QUOTED.findall(title)}
    for fund, number, project in _NUMBERED.findall(title):
        found.add(f"ipa{number}" if fund else f"project{project}")
    return frozenset(found)


def initials(title: str) -> frozenset[str]:
    """Initials of three capitalised words or more in a row: “Border Security Programme”."""
    found: set[str] = set()
    row = ""
    for word in [*re.findall(r"[^\W\d_]+", title), ""]:
        if word.istitle() and len(word) > 1:
            row += plain_latin(word)[:1]
            continue
        found |= {
            row[a:b] for a in range(len(row)) for b in range(a + _FEWEST_INITIALS, len(row) + 1)
        }
        row = ""
    return frozenset(found)


def short_words(title: str) -> frozenset[str]:
    """Words of three letters or more in capitals only, in a title that has others as well."""
    if title == title.upper():
        return frozenset()
    return frozenset(plain_latin(each) for each in re.findall(r"\b[A-ZČĆŠŽĐ]{3,6}\b", title))


def _looks_short(token: str) -> bool:
    if token.islower() or token[1:].islower():  # most words, and nothing short about them
        return False
    letters = [letter for letter in token if letter.isalnum()]
    signs = sum(not letter.islower() for letter in letters)
    return signs > 1 and 2 * signs >= len(letters)


def _mixes_digits(word: str) -> bool:
    return (
        not word.isalpha() and not word.isdecimal() and _LETTER_AND_DIGIT.search(word) is not None
    )


def _is_general(word: str) -> bool:
    stem = word.strip("0123456789")
    return not stem or stem in _GENERAL or stem in FILLERS or is_organisation(stem)


def share_acronym(ours: Iterable[str], theirs: Iterable[str]) -> str:
    """The acronym two titles share, the shorter spelling of it; empty when they share none."""
    others = list(theirs)
    shared = [
        min(one, other, key=len)
        for one in ours
        for other in others
        if one.startswith(other) or other.startswith(one)
    ]
    return min(shared, default="")


def contracts(*texts: str) -> frozenset[tuple[str, str]]:
    """Numbers of contracts and IATI ids in some columns: who numbers, and the number folded."""
    found: set[tuple[str, str]] = set()
    for text in filter(_MAY_HOLD_ONE.search, texts):
        for kind, pattern in _CONTRACTS.items():
            for match in pattern.finditer(text):
                found.add((kind, "".join(filter(str.isalnum, match[1])).casefold()))
    numbers = {number for kind, number in found if kind != "number"}
    return frozenset(
        (kind, number)
        for kind, number in found
        if kind != "number" or not any(other in number for other in numbers)
    )


def without_contracts(title: str) -> str:
    """A title without the numbers of contracts in it: their letters are no words."""
    if _MAY_HOLD_ONE.search(title):
        for pattern in _CONTRACTS.values():
            title = pattern.sub(" ", title)
    return title


def years(start: str, end: str) -> Years | None:
    """First and last year of a project; None unless both are told."""
    begin, until = _YEAR.findall(start), _YEAR.findall(end)
    return (int(min(begin)), int(max(until))) if begin and until else None


def months(start: str, end: str) -> Years | None:
    """First and last month of a project, counted from year 0; None unless both years are told.

    A year alone begins in January and ends in December, a quarter or half year likewise.
    """
    told = years(start, end)
    if told is None:
        return None
    first, last = _month(start), _month(end)
    return 12 * told[0] + (first[0] if first else 1), 12 * told[1] + (last[1] if last else 12)


@lru_cache(maxsize=8_192)
def _month(written: str) -> tuple[int, int] | None:
    """First and last month a date may lie in; None when it names but a year, or no single one."""
    if len(_YEAR.findall(written)) != 1:
        return None
    if part := _PART_OF_YEAR.search(written):
        length = 3 if part[1] in "Qq" else 6
        number = int(part[2])
        return (length * (number - 1) + 1, length * number) if number * length <= 12 else None
    for pattern in _MONTHS:
        if (found := pattern.search(written)) and 1 <= int(found[1]) <= 12:
            return int(found[1]), int(found[1])
    named = {_MONTH_NAMES[name] for name in _NAMED_MONTH.findall(plain_latin(written))}
    return (min(named), max(named)) if named else None


@lru_cache(maxsize=8_192)
def amount(budget: str, currency: str) -> Amount | None:
    """A budget and its currency; None when there is none or it is not disclosed.

    Points, commas and spaces part thousands where three digits follow each of them.
    """
    found = _AMOUNT.search(budget)
    if found is None:
        return None
    written = found[0].strip()
    if _THOUSANDS.fullmatch(written):
        value = float(re.sub(r"\D", "", written))
    else:
        plain = re.sub(r"[ \u00a0\u202f’']", "", written)
        whole, _, rest = plain.replace(",", ".").rpartition(".")
        value = float(f"{re.sub(r'[^0-9]', '', whole)}.{rest}") if whole else float(rest)
    if _MILLIONS.search(budget):
        value *= 1_000_000
    elif _THOUSAND.search(budget):
        value *= 1_000
    sign = _CURRENCY.search(f"{currency} {budget}")
    name = (sign[1] or _SIGNS[sign[2]]).upper() if sign else ""
    return (value, name) if value > 0 else None
