"""Places in project titles: towns, stretches of border, and names nobody has listed."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tasks.rules.project_names import PARTNERS, country_of, is_organisation, partner_of
from tasks.rules.transliteration import plain_latin

# Towns and crossing points that stand in titles; others are known by “in” before a capital.
_TOWNS = """
tiran durres vlor shkod elbasan korc gjirokast kukes sarajev mostar tuzl zenic bihac trebinj banjalu
brck prijedor bijeljin gorazd livn pristin prishtin prizren gjakov mitrovic gjilan ferizaj peja
podgoric niksic budv kotor pljevlj beran bijelo ulcinj skopj skoplj tetov bitol ohrid kumanov
prilep strumic veles gevgelij belgrad beograd subotic kragujev vranj presev pazar sombor uzic
panc kraljev dimitrovgrad merdar horgos hotit morin blac bogorodic batrovc bozaj cacak cack
leskovac zajecar smederev valjev travnik doboj cazin bujanov negotin tivat herceg pogradec sarand
lushnj peshkopi kavaj tropoj kicev kocan gostivar delcev decan podujev vushtrri
rahovec suharek kamenic zvornik gradisk sokolac konjic jajce visegrad ljubusk capljin neum
srebrenic vrsac pirot sabac loznic kikind zrenjan surcin tabanov medzitl kjafas kapshtic kakavij
vermic jarinj brnjak muriqan sukobin gostun spiljan dobrakov karasovic izacic maljevac karakaj
vardist bajakov strezimir kelebij idrizov spuz zabel rinas
"""
# Parts of Bosnia and Herzegovina, where responsibilities lie below the state.
_PARTS = {
    "banja luka": "banjalu",
    "banjoj luci": "banjalu",
    "banja luci": "banjalu",
    "luke banja": "banjalu",
    "novi pazar": "pazar",
    "novi sad": "novi sad",
    "novom sadu": "novi sad",
    "republika srpska": "srpska",
    "republike srpske": "srpska",
    "republici srpskoj": "srpska",
    "federation of": "federacija",
    "federacija bih": "federacija",
    "federacije bih": "federacija",
    "una sana": "una sana",
    "unsko sanski": "una sana",
    "vest herzegovina": "vest herzegovina",
}
_WHOLE_TOWNS = frozenset("nis nisu pec peje fier lezhe debar stip foca foci".split())  # noqa: SIM905 - as above
_WIDE = ("vest", "sout", "east", "nort", "zapad", "jug", "sud", "europ", "evrop", "balkan", "six")
_TOWN_STEMS = tuple(sorted(_TOWNS.split(), key=len, reverse=True))
_TOWN_AFTER_IN = re.compile(
    r"\b(?:in|at|near|u|kod|në|во|у|у граду|kraj) (?P<town>[A-ZČĆŠŽĐËÇА-ЯЂЈЉЊЋЏЃЅЌ]\w{2,})"  # noqa: RUF001 - members write in two scripts
)
_BORDER = ("border", "granic", "kufi", "grenz", "frontier", "confin")
_NEIGHBOURS = {
    "HU": "hungar madar",
    "HR": "croat hrvat",
    "RO": "romani rumun",
    "BG": "bulgar bugar",
    "GR": "gree grc grek",
    "IT": "ital",
    **PARTNERS,
}
_WORDS = re.compile(r"[^\W\d_]+")
_BEGINNING = ("", ":", ".", "–", "-", "(")  # a capital after these begins a sentence
_plain = lru_cache(maxsize=65_536)(plain_latin)


def towns_named(title: str, words: Iterable[str]) -> frozenset[str]:
    """Towns a title names: those we know, and capitals after “in” in a title without capitals."""
    told = list(words)
    found = {town for word in told if (town := _town(word))}
    found |= {_PARTS[pair] for pair in map(" ".join, pairwise(told)) if pair in _PARTS}
    capitals = [word[:1].isupper() for word in title.split()]
    if capitals and 2 * sum(capitals) <= len(capitals) + 1:
        for match in _TOWN_AFTER_IN.finditer(title):
            word = plain_latin(match["town"])
            if not _is_wide(word) and not match["town"].isupper():
                found.add(_town(word) or word[:5])
    return frozenset(found)


def borders_named(words: Iterable[str], own: frozenset[str]) -> frozenset[str]:
    """Codes of the neighbours whose border a title names; `own` are the partners it is for."""
    told = list(words)
    if not any(word.startswith(_BORDER) for word in told):
        return frozenset()
    found = {code for word in told if (code := _neighbour(word))}
    return frozenset(found - own)


def capitals(title: str) -> tuple[str, ...]:
    """Folded words within a title that begin with a capital where most words do not: names."""
    words = _WORDS.findall(title)
    if 2 * sum(word[0].islower() for word in words) <= len(words):
        return ()
    inside = [
        match[0]
        for match in _WORDS.finditer(title)
        if match[0].istitle()
        and len(match[0]) > 3
        and title[: match.start()].rstrip()[-1:] not in _BEGINNING
    ]
    folded = (_plain(word) for word in inside)
    return tuple(
        word for word in folded if word and not (_is_wide(word) or country_of(word) or " " in word)
    )


@lru_cache(maxsize=65_536)
def _town(word: str) -> str:
    if word in _WHOLE_TOWNS:
        return word[:3]
    known = next((town for town in _TOWN_STEMS if len(town) > 3 and word.startswith(town)), "")
    return "cack" if known == "cacak" else known


@lru_cache(maxsize=8_192)
def _neighbour(word: str) -> str:
    return next(
        (code for code, starts in _NEIGHBOURS.items() if word.startswith(tuple(starts.split()))), ""
    )


def _is_wide(word: str) -> bool:
    """Whether a word after “in” names a partner, an organisation or a region, and no town."""
    return bool(partner_of(word)) or is_organisation(word) or word.startswith(_WIDE)
