"""Names in project reports: organisations, places and phases under one name each."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tasks.rules.project_words import FILLERS
from tasks.rules.transliteration import plain_latin

# One organisation a line, the name we know it by first; each is found as whole words.
_ORGANISATIONS = """
eu: european union; european commission; ec; eu; ipa; ipa ii; ipa iii; eu ipa; be
eu: evropska unija; bashkimi evropian
giz: giz; deutsche gesellschaft fur internationale zusammenarbeit
iom: iom; un migration; oim; mom; medjunarodna organizacija za migracije; organizata nderkombetare per migracionin; international organization for migration; international organisation for migration; oim
unodc: unodc; un office on drugs and crime; united nations office on drugs and crime
unoct: unoct; office of counter terrorism; un ured za borbu protiv terorizma; on za borba protiv terorizmot; onb za borbu protiv terorizma; un office of counter terrorism; united nations office of counter terrorism
undp: undp; pnud; undp seesac; united nations development programme
unhcr: unhcr; un refugee agency
osce: osce; osbe; oebs; oess; osze
coe: council of europe; coe; vijece evrope; savet evrope; keshilli i evropes
europol: europol; evropol; eu agency for law enforcement cooperation
frontex: frontex; european border and coast guard agency
cepol: cepol; eu agency for law enforcement training; european union agency for law enforcement training
euda: euda; emcdda; european union drugs agency; eu drugs agency
unicef: unicef; united nations children s fund
unops: unops
unwomen: un vomen; unvomen; un women
wco: wco; world customs organization; world customs organisation
caritas: caritas
british council: british council
exbs: exbs; export control and border security; export control and related border security
eulex: eulex
cilc: cilc; center for international legal cooperation; centre for international legal cooperation
ceeli: ceeli
rusi: rusi; royal united services institute
unicri: unicri
savechildren: save the children
eurojust: eurojust
interpol: interpol
euaa: euaa; easo; eu agency for asylum; european union agency for asylum
seesac: seesac
dcaf: dcaf; geneva centre for security sector governance
itf: itf
rai: rai; regional anti corruption initiative
marri: marri
rcc: rcc; regional cooperation council
icmpd: icmpd; international centre for migration policy development
icitap: icitap; international criminal investigative training assistance program
opdat: opdat
nca: nca; national crime agency
nhc: netherlands helsinki committee; nhc
expertise france: expertise france
civipol: civipol
fiiapp: fiiapp
mup: mup; ministry of the interior; ministry of interior; mpb; mvr
mup: ministry of internal affairs; ministarstvo unutrasnjih poslova
dept de: bka; bundeskriminalamt; bmz; irz
dept at: ada
dept nl: matra; nl
dept se: sida
dept ch: sdc; deza; seco
dept uk: uk; fcdo; velika britanija
dept us: usa; us; united states; inl; sad; shba; state department
dept hr: rh
dept tr: tika
"""
# How the names of members and their adjectives begin, in the languages of the region.
_COUNTRIES = {
    "de": "german njemack nemack gjerman deutsch",
    "at": "austri avstri osterreich",
    "it": "ital",
    "fr": "france french franc",
    "nl": "netherland dutch nizozem holand",
    "no": "norvay norveg norves norveg",
    "se": "sveden svedish svedsk suedi suedez",
    "ch": "svitzerl sviss svajcar svicar zvic",
    "uk": "british britan",
    "jp": "japan japon",
    "si": "sloven slloven",
    "hr": "croat hrvat kroa kroac",
    "hu": "hungar madar",
    "dk": "denmark danish dansk",
    "es": "spain spanish spanij",
    "tr": "turk",
    "li": "liechtenst lihten",
    "fi": "finland finnis finsk",
    "ca": "canad kanad",
    "pl": "poland polis poljsk",
    "cz": "czech cesk",
    "sk": "slovak",
    "pt": "portug",
    "be": "belgi",
    "lu": "luxemb luksemb",
    "lt": "lithuan litvan",
    "ee": "eston",
    "lv": "latvi",
    "gr": "greec greek grck hellen",
    "ro": "romani rumun",
    "bg": "bulgar bugar",
    "ie": "irish ireland irsk",
    "kr": "korea",
    "qa": "qatar katar",
    "eu": "europea evropsk",
}
_PARTNERS = {
    "AL": "albani shqip",
    "BA": "bosni bosna hercegov herzegov",
    "XK": "kosov",
    "ME": "montenegr crnogor",
    "MK": "macedon makedon maqedon",
    "RS": "serbia serbi srbij srbi",
}
_PHRASES = {"crna gora": "ME", "crne gore": "ME", "crnoj gori": "ME", "mali i zi": "ME"}
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


def _aliases() -> dict[str, str]:
    told: dict[str, str] = {}
    for line in _ORGANISATIONS.strip().splitlines():
        name, _, others = line.partition(":")
        for other in others.split(";"):
            told[plain_latin(other)] = name.removeprefix("dept ")
    return told


_ALIASES = _aliases()
_LONGEST_ALIAS = max(len(alias.split()) for alias in _ALIASES)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORDS = re.compile(r"[^\W\d_]+")
_BEGINNING = ("", ":", ".", "–", "-", "(")  # a capital after these begins a sentence
_SIGNS_BETWEEN = re.compile(r"[,;/&+]| and | i | und | dhe ")


@lru_cache(maxsize=8_192)
def organisations(text: str) -> frozenset[str]:
    """The organisations a column names; one without another name is known by its own words."""
    found: set[str] = set()
    for part in _SIGNS_BETWEEN.split(text):
        words = plain_latin(_IN_BRACKETS.sub(" ", part)).split()
        named = _known(words)
        found |= named or ({" ".join(words)} if words else set())
        found |= {_ALIASES.get(short, short) for short in _shortened(part, words)}
    return frozenset(found)


def _shortened(part: str, words: list[str]) -> set[str]:
    """Short names of an organisation: what stands in brackets, and the initials of its words."""
    short = {plain_latin(inside) for inside in _IN_BRACKETS.findall(part)}
    told = [word for word in words if word not in FILLERS]
    return short | ({"".join(word[0] for word in told)} if len(told) > 2 else set())


def _known(words: list[str]) -> set[str]:
    found: set[str] = set()
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_ALIAS, len(words) - place), 0, -1):
            name = _ALIASES.get(" ".join(words[place : place + length]))
            if name is not None:
                found.add(name)
                place += length - 1
                break
        place += 1
    return found | {code for word in words if (code := _country(word))}


@lru_cache(maxsize=8_192)
def _country(word: str) -> str:
    return next(
        (code for code, starts in _COUNTRIES.items() if word.startswith(tuple(starts.split()))), ""
    )


_BORDER = ("border", "granic", "kufi", "grenz", "frontier", "confin")
_NEIGHBOURS = {
    "HU": "hungar madar",
    "HR": "croat hrvat",
    "RO": "romani rumun",
    "BG": "bulgar bugar",
    "GR": "gree grc grek",
    "IT": "ital",
    **_PARTNERS,
}


def borders_named(words: Iterable[str], own: frozenset[str]) -> frozenset[str]:
    """Codes of the neighbours whose border a title names; `own` are the partners it is for."""
    told = list(words)
    if not any(word.startswith(_BORDER) for word in told):
        return frozenset()
    found = {code for word in told if (code := _neighbour(word))}
    return frozenset(found - own)


@lru_cache(maxsize=8_192)
def _neighbour(word: str) -> str:
    return next(
        (code for code, starts in _NEIGHBOURS.items() if word.startswith(tuple(starts.split()))), ""
    )


_plain = lru_cache(maxsize=65_536)(plain_latin)


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
        word for word in folded if word and not (_is_wide(word) or _country(word) or " " in word)
    )


def is_organisation(word: str) -> bool:
    """Whether a folded word names an organisation: it stands in many titles."""
    return word in _ALIASES


def partners_named(words: Iterable[str]) -> frozenset[str]:
    """Codes of the partners a title names, under any of their names and in any case."""
    told = list(words)
    found = {code for word in told if len(word) >= 3 and (code := _partner(word))}
    pairs = {" ".join(pair) for pair in pairwise(told)}
    return frozenset(found | {code for phrase, code in _PHRASES.items() if phrase in pairs})


@lru_cache(maxsize=65_536)
def _partner(word: str) -> str:
    if word == "bih":
        return "BA"
    return next(
        (code for code, starts in _PARTNERS.items() if word.startswith(tuple(starts.split()))), ""
    )


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


def _is_wide(word: str) -> bool:
    """Whether a word after “in” names a partner, an organisation or a region, and no town."""
    return bool(_partner(word)) or word in _ALIASES or word.startswith(_WIDE)


@lru_cache(maxsize=65_536)
def _town(word: str) -> str:
    if word in _WHOLE_TOWNS:
        return word[:3]
    known = next((town for town in _TOWN_STEMS if len(town) > 3 and word.startswith(town)), "")
    return "cack" if known == "cacak" else known
