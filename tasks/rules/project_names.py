"""Names in project reports: organisations and partners under one name each."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tasks.rules.project_words import FILLERS
from tasks.rules.transliteration import plain_latin

# One organisation a line, the name we know it by first; each is found as whole words.
_ORGANISATIONS = """
eu: european union; european commission; ec; eu; ipa; ipa ii; ipa iii; eu ipa; be
eu: evropska unija; bashkimi evropian; evropska komisija; komisioni evropian; union europeenne
eu: commission europeenne; unione europea; commissione europea; europaische union; union europea
giz: giz; deutsche gesellschaft fur internationale zusammenarbeit
iom: iom; oim; mom; international organization for migration
iom: international organisation for migration; medjunarodna organizacija za migracije
iom: un migration; organizata nderkombetare per migracionin
unodc: unodc; un office on drugs and crime; united nations office on drugs and crime
unodc: onudc; kancelarija un za droge i kriminal; ured un za droge i kriminal
unoct: unoct; un office of counter terrorism; united nations office of counter terrorism
unoct: office of counter terrorism; on za borba protiv terorizmot
undp: undp; pnud; undp seesac; united nations development programme
undp: program un za razvoj; un program za razvoj; program ujedinjenih nacija za razvoj
undp: programi i okb per zhvillim; programa za razvoj na on
unhcr: unhcr; un refugee agency
osce: osce; osbe; oebs; oess; osze; ocse; bebs
osce: organization for security and co operation in europe
osce: organization for security and cooperation in europe
coe: council of europe; coe; vijece evrope; savet evrope; keshilli i evropes; kie; vijece europe
coe: conseil de l europe; europarat; consiglio d europa; consejo de europa; sovet na evropa
europol: europol; evropol; eu agency for law enforcement cooperation
frontex: frontex; european border and coast guard agency
cepol: cepol; eu agency for law enforcement training
cepol: european union agency for law enforcement training
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
dcaf: dcaf; geneva centre for security sector governance; zenevski centar za upravljanje
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
gdf: guardia di finanza; italian financial guard; financial guard of italy; gdf
fiiapp: fiiapp
mup: mup; ministry of the interior; ministry of interior; mpb; mvr
mup: ministry of internal affairs; ministarstvo unutrasnjih poslova
dept de: bka; bundeskriminalamt; bmz; irz; auswartiges amt; federal foreign office
dept at: ada
dept nl: matra; nl
dept se: sida
dept ch: sdc; deza; seco
dept uk: uk; fcdo; velika britanija; britania e madhe; mbreteria e bashkuar; united kingdom
dept uk: foreign commonvealth and development office; foreign commonvealth development office
dept uk: ujedinjeno kraljevstvo; vlada ujedinjenog kraljevstva; obedinetoto kralstvo
dept us: usa; us; united states; inl; sad; shba; state department; sjedinjene americke drzave
dept us: department of state; shtetet e bashkuara
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
PARTNERS = {
    "AL": "albani shqip",
    "BA": "bosni bosna hercegov herzegov",
    "XK": "kosov",
    "ME": "montenegr crnogor",
    "MK": "macedon makedon maqedon",
    "RS": "serbia serbi srbij srbi",
}
_PHRASES = {"crna gora": "ME", "crne gore": "ME", "crnoj gori": "ME", "mali i zi": "ME"}


def _aliases() -> dict[str, str]:
    told: dict[str, str] = {}
    for line in _ORGANISATIONS.strip().splitlines():
        name, _, others = line.partition(":")
        for other in others.split(";"):
            told[plain_latin(other)] = name.removeprefix("dept ")
    return told


_ALIASES = _aliases()
_LONGEST_ALIAS = max(len(alias.split()) for alias in _ALIASES)
_WITH_AND = re.compile("|".join(rf"\b{alias}\b" for alias in _ALIASES if " and " in alias))
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SIGNS_BETWEEN = re.compile(r"[,;/&+]| and | i | und | dhe ")


@lru_cache(maxsize=8_192)
def organisations(text: str) -> frozenset[str]:
    """The organisations a column names; one without another name is known by its own words."""
    found: set[str] = set()
    for part in _apart(text):
        words = plain_latin(_IN_BRACKETS.sub(" ", part)).split()
        named = _known(words)
        found |= named or ({" ".join(words)} if words else set())
        found |= {_ALIASES.get(short, short) for short in _shortened(part, words)}
    return frozenset(found)


def _apart(text: str) -> list[str]:
    """The names a column holds; an “and” within a known name parts it from nothing."""
    first, *others = _SIGNS_BETWEEN.split(text)
    parts = [first]
    for part in others:
        both = f"{parts[-1]} and {part}"
        if _WITH_AND.search(plain_latin(both)):
            parts[-1] = both
        else:
            parts.append(part)
    return parts


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
    return found | {code for word in words if (code := country_of(word))}


@lru_cache(maxsize=8_192)
def country_of(word: str) -> str:
    """Code of the country a folded word names, or is the adjective of; empty if it names none."""
    return next(
        (code for code, starts in _COUNTRIES.items() if word.startswith(tuple(starts.split()))), ""
    )


def is_organisation(word: str) -> bool:
    """Whether a folded word names an organisation: it stands in many titles."""
    return word in _ALIASES


def partners_named(words: Iterable[str]) -> frozenset[str]:
    """Codes of the partners a title names, under any of their names and in any case."""
    told = list(words)
    found = {code for word in told if len(word) >= 3 and (code := partner_of(word))}
    pairs = {" ".join(pair) for pair in pairwise(told)}
    return frozenset(found | {code for phrase, code in _PHRASES.items() if phrase in pairs})


@lru_cache(maxsize=65_536)
def partner_of(word: str) -> str:
    """Code of the partner a folded word names; empty if it names none."""
    if word == "bih":
        return "BA"
    return next(
        (code for code, starts in PARTNERS.items() if word.startswith(tuple(starts.split()))), ""
    )
