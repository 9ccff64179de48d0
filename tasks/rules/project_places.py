"""Places in project titles that nobody has listed: towns, stretches of border, other names."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tasks.rules.project_names import PARTNERS, country_of, is_organisation, partner_of
from tasks.rules.transliteration import plain_latin

_WIDE = (
    "vest",
    "sout",
    "east",
    "nort",
    "zapad",
    "jug",
    "sud",
    "sever",
    "sjever",
    "siver",
    "europ",
    "evrop",
    "balkan",
    "six",
)
_OF_PARTNERS = frozenset({"crna", "crne", "crnoj", "crnu", "gora", "gore", "gori", "goru"})
_TOWN_AFTER_IN = re.compile(
    r"\b(?:in|at|near|u|kod|në|во|у|у граду|kraj) (?P<town>[A-ZČĆŠŽĐËÇА-ЯЂЈЉЊЋЏЃЅЌ]\w{2,})"  # noqa: RUF001 - members write in two scripts
)
_BORDER = ("border", "granic", "kufi", "grenz", "frontier", "confin")
_NEIGHBOURS = {
    "HU": "hungar madar",
    "HR": "croat hrvat",
    "RO": "romani rumun",
    "BG": "bulgar bugar",
    "GR": "greec greek grc grek",
    "IT": "ital",
    **PARTNERS,
}
_WORDS = re.compile(r"[^\W\d_]+")
_BEGINNING = ("", ":", ".", "–", "-", "(")  # a capital after these begins a sentence
# Offices, and parts of projects, are written with capitals and are no names of one project.
_OFFICES = (
    *("minist", "sector", "sekto", "direct", "direk", "drejto", "agenc", "agenci", "agjenc"),
    *("upra", "ured", "zavod", "institu", "depart", "office", "komis", "commis", "counci", "savet"),
    *(
        "savje",
        "vijec",
        "keshi",
        "tuzil",
        "prokur",
        "prosec",
        "court",
        "sudu",
        "polic",
        "parlam",
        "govern",
        "vlada",
        "qeveri",
        "republ",
        "federa",
    ),
    *("outcom", "output", "result", "pillar", "window", "cooper", "saradn", "suradn", "action"),
)
_TELLING = 4  # letters from which a word may be a name
_plain = lru_cache(maxsize=65_536)(plain_latin)


def unlisted_towns(title: str) -> frozenset[str]:
    """How towns begin that stand after “in” in a title whose other words bear no capital."""
    capitals = [word[:1].isupper() for word in title.split()]
    if not capitals or 2 * sum(capitals) > len(capitals) + 1:
        return frozenset()
    named = (match["town"] for match in _TOWN_AFTER_IN.finditer(title))
    folded = (plain_latin(word) for word in named if not word.isupper())
    return frozenset(
        word[:5] for word in folded if not (_is_wide(word) or word.startswith(_OFFICES))
    )


def borders_named(words: Iterable[str], own: frozenset[str]) -> frozenset[str]:
    """Codes of the neighbours whose border a title names; `own` are the partners it is for."""
    told = list(words)
    if not any(word.startswith(_BORDER) for word in told):
        return frozenset()
    found = {code for word in told if (code := _neighbour(word))}
    return frozenset(found - own)


def capitals(title: str) -> tuple[str, ...]:
    """Folded words within a title that begin with a capital where most words do not: names.

    Little words and the first one do not count: “Support to the Ministry of Interior of …” bears
    no name.
    """
    words = [word for word in _WORDS.findall(title)[1:] if len(word) >= _TELLING]
    if 2 * sum(word[0].islower() for word in words) <= len(words):
        return ()
    inside = [
        match[0]
        for match in _WORDS.finditer(title)
        if match[0].istitle()
        and len(match[0]) >= _TELLING
        and title[: match.start()].rstrip()[-1:] not in _BEGINNING
    ]
    folded = (_plain(word) for word in inside)
    return tuple(
        word
        for word in folded
        if word
        and not (_is_wide(word) or country_of(word) or " " in word)
        and not word.startswith(_OFFICES)
    )


@lru_cache(maxsize=8_192)
def _neighbour(word: str) -> str:
    return next(
        (code for code, starts in _NEIGHBOURS.items() if word.startswith(tuple(starts.split()))), ""
    )


def _is_wide(word: str) -> bool:
    """Whether a word after “in” names a partner, an organisation or a region, and no town."""
    if word in _OF_PARTNERS or partner_of(word):
        return True
    return is_organisation(word) or word.startswith(_WIDE)
