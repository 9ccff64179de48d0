"""Possible overlaps: two projects for one need, for a person to look at (rule R12)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from data.vocabulary import PossibleOverlap, SupportLine
from tasks.rules.phrases import joined
from tasks.rules.transliteration import plain_latin

# Abbreviations of members, funds and subjects, folded: they stand in many titles and name no
# project.
_GENERAL = frozenset(
    re.findall(
        r"\w+",
        """
        cbrn cepol empact euda eurojust europol fatf frontex greco greta iisg interpol ipa ipaii
        ipaiii ittd marri moneyval nato osce osint pccsee pcve salv seesac siena socta taiex
        undp unhcr unicef unodc unscr usaid vbbsi vbcsci vbcti
        """,
    )
)
_FILLERS = frozenset(
    re.findall(r"\w+", "a an and for in of on the to with project programme program action phase")
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TOKEN = re.compile(r"[^\s(),;:“”\"„]+")
_SHORTEST_ACRONYM = 4

Report = tuple[str, SupportLine]


def candidates(support: Iterable[Report], names: Mapping[str, str]) -> tuple[PossibleOverlap, ...]:
    """Pairs of projects two different members report for the same need.

    Never two reports of one project (the same title or acronym, whatever the script), and never
    two projects whose periods are known and do not meet. What is returned is for the Secretariat:
    only what it confirms reaches a draft.

    Args:
        support: Codes of the reporting members, each with one line.
        names: Display names of the members by code.

    Returns:
        Candidates in the order of the needs' keys, then of the titles.
    """
    by_need: dict[str, list[Report]] = defaultdict(list)
    for report in support:
        by_need[report[1].need].append(report)
    found = {
        _overlap(first, second, names): None  # a dict drops what was reported twice, in order
        for need in sorted(by_need)
        for first, second in combinations(sorted(by_need[need], key=_order), 2)
        if _may_overlap(first, second)
    }
    return tuple(found)


def _order(report: Report) -> tuple[str, str, int]:
    reporter, line = report
    return plain_latin(line.title), reporter, line.line


def _may_overlap(first: Report, second: Report) -> bool:
    return (
        first[0] != second[0]
        and not is_same_project(first[1].title, second[1].title)
        and _shared_years(first[1], second[1]) != _APART
    )


def is_same_project(first: str, second: str) -> bool:
    """Whether two titles name one project: the same words, or an acronym they share.

    “EU4FAST-WB” and “Support (eu4fast)” are one; “iPROCEEDS-2” and “iPROCEEDS-3” are two.
    """
    words, other_words = _words(first), _words(second)
    if words == other_words:
        return True
    return any(_same_acronym(one, other) for one in _acronyms(first) for other in _acronyms(second))


def _words(title: str) -> frozenset[str]:
    return frozenset(plain_latin(title).split()) - _FILLERS


def _acronyms(title: str) -> set[str]:
    """Short names in a title: written in capitals, or letters with digits in any writing."""
    tokens = _TOKEN.findall(title)
    shouted = title == title.upper() and len(tokens) > 1  # all in capitals, so none stands out
    capitals = [] if shouted else [token for token in tokens if _looks_short(token)]
    found = {plain_latin(token).replace(" ", "") for token in capitals}
    found |= {word for word in plain_latin(title).split() if _mixes_digits(word)}
    return {each for each in found if len(each) >= _SHORTEST_ACRONYM and not _is_general(each)}


def _looks_short(token: str) -> bool:
    letters = [letter for letter in token if letter.isalnum()]
    signs = sum(not letter.islower() for letter in letters)
    return signs > 1 and 2 * signs >= len(letters)


def _mixes_digits(word: str) -> bool:
    return any(sign.isdecimal() for sign in word) and any(sign.isalpha() for sign in word)


def _is_general(word: str) -> bool:
    stem = word.rstrip("0123456789")
    return not stem or stem in _GENERAL or stem in _FILLERS


def _same_acronym(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


_APART = (0, 0)
_UNKNOWN = (-1, -1)


def _shared_years(first: SupportLine, second: SupportLine) -> tuple[int, int]:
    one, other = _years(first), _years(second)
    if _UNKNOWN in (one, other):
        return _UNKNOWN
    begin, end = max(one[0], other[0]), min(one[1], other[1])
    return (begin, end) if begin <= end else _APART


def _years(line: SupportLine) -> tuple[int, int]:
    begin, end = _YEAR.findall(line.start_text), _YEAR.findall(line.end_text)
    return (int(min(begin)), int(max(end))) if begin and end else _UNKNOWN


def _overlap(first: Report, second: Report, names: Mapping[str, str]) -> PossibleOverlap:
    return PossibleOverlap(
        need=first[1].need,
        first=_title(first, names),
        second=_title(second, names),
        because=_because(first[1], second[1]),
    )


def _title(report: Report, names: Mapping[str, str]) -> str:
    reporter, line = report
    return f"{line.title} (reported by {names.get(reporter, reporter)})"


def _because(first: SupportLine, second: SupportLine) -> str:
    reasons = ["both are reported for the same need"]
    begin, end = _shared_years(first, second)
    if begin > 0:
        span = str(begin) if begin == end else f"{begin} to {end}"
        reasons.append(f"their periods meet ({span})")
    if first.activity and plain_latin(first.activity) == plain_latin(second.activity):
        reasons.append(f"both name the activity “{first.activity}”")
    return f"Possible overlap, because {joined(reasons)}."
