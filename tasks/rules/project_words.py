"""The words of project titles: one stem for the spellings, scripts and languages members write in.

Titles come in English, in the languages of the partners, and in both at once. A small glossary
brings the words such titles are made of to one stem; what it does not know is cut to its beginning,
since most languages here inflect at the end.
"""

import re
from functools import lru_cache

from tasks.rules.transliteration import plain_latin

_STEM = 7  # letters: “prevention” and “preventing” meet, “internal” and “internet” do not
_SHORTEST_PREFIX = 4
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s")

# A stem, then how the words begin that mean it. Folded below, so they are written as people write.
_GLOSSARY = """
access: access pristup qasj
accred: accredit akredit
advice: advi savjet savet sovet këshill beratung consult
analysis: analy analiz
arms: weapon firearm salw oružj armëv armëve municij ammunit orožj
asset: asset imovin aset pasur
asylum: asyl azil
border: border granic graničn kufi grenz frontier frontalier mejn
campaign: campaign kampanj
capacity: capacit kapacit
car: vehicle vozil automjet car cars
communit: communit zajednic komunitet
confisc: confisc oduzimanj konfisk
control: control kontrol
cooper: cooperat saradnj suradnj bashkëpunim zusammenarbeit sorabotk
corrupt: corrupt korupc
court: court judici pravosu sudov sudsk gjyq
crime: crime crimin krim kriminal kriminalit
custom: custom carin doganë doganor zoll
cyber: cyber cybercrime sajber kiber
data: data databas podac podat podatk
detect: detect otkrivanj zbulim
digital: digital electronic elektron
document: document dokument isprav
drug: drug drog narkot narcot
equip: equip oprem pajisj opreman ausrüst
europe: europ evrop
evidence: evidence dokaz provë prova
exchange: exchange razmjen razmen shkëmbim austausch
expert: expert ekspert stručn
exploit: exploit eksploat iskorišt
extrem: extrem ekstrem
fight: fight combat counter suzbij borba borbe borbu luft bekämpf
financ: financ finans
forens: forens forenz
forged: forg fraud fals krivotvor
human: human people person njerez ljudi ljudima lugje menschen
inform: inform
integr: integr
intellig: intellig obavješt obavešt
internet: internet online
investig: investig istraž istrag hetim hetues
judge: judges sudij sudac
labor: laborat
law: law laws legal legislat zakon pravn ligj ligjor legisl bylaw
launder: launder pranj pastrim
manage: manag upravljanj menaxh menadž
migrat: migra
money: money novc para parave
operat: operat operativ
org: organi
police: polic poliz polici milic
prevent: prevent spreč sprječ parandal prävent
prison: prison zatvor burg penal correction penitent
proce: proceeds prihod
prosec: prosec tužila tužit prokuror
protect: protect zaštit mbrojt
radical: radical radikal
reform: reform
regist: regist evidencij
research: research
risk: risk rizik
safe: safe secur sigurn bezbjed bezbed siguri sicherheit
smuggl: smuggl krijumčar krium kontraband
storage: storage skladišt depot depo
strength: strengthen enhanc improv reinforc
strength: jačanj osnaž forcim përmirës unaprje unapre zajaknuv stärk rafforz
supply: supply supplies procure nabavk furnizim
support: support assist podršk poddršk mbësht pomoć unterstütz appui
surveil: surveil nadzor mbikëqyr
system: system sistem
terror: terror
traffic: traffick trafik trgovin
train: train trening obuk obuč trajnim mentor workshop seminar course
train: radionic ausbildung formation formazion
upgrade: upgrad refurb reconstruct renovat construct obnov
upgrade: rekonstruk rekonstr nadograd rikonstruk ndërtim izgradnj
victim: victim survivor žrtav žrtv viktim
violent: violent nasiln dhunsh
witness: witness svjedo svedo dëshmit
youth: youth mladi rini
academy: academ akadem
airport: airport aerodrom aeroport
aware: aware svijest svest vetëdij ndërgjegj svesn
bank: bank bankar
biometric: biomet
patrol: patrol patrull
building: building zgrad ndërtes objekt
camera: camera kamer kamera kamerë
centre: centre center centar qendr qendër
child: child children djec dete deca fëmij kinder
coordin: coordin koordin
crisis: crisis kriz
crossing: crossing prijelaz prelaz pikëkalim
dignity: dignit dostojanst dinjitet
dog: dogs canine psi pasa psima qenve qensh
donat: donat donac dhurim
education: educat obrazov arsim edukac
exercise: exercis drill vježb vežb ushtrim
explosive: explosiv eksploziv
hate: hate mržnj mrznj urrejt
identif: identif
institute: institut
journalist: journal novinar gazetar
manual: manual priručnik doracak handbook
media: media medij
medicine: medicin medical mjekës zdravs
municipal: municipal opštin općin komunal
network: network mrež rrjet
officer: officer službenik oficir zyrtar vradnik policaj
office: office ured kancelar zyra zyrës
parliament: parliament skupštin kuvend
passport: passport pasoš pasaport
public: public javn publik
reception: recept prihvat pritj
reintegr: reintegr
return: return povrat kthim
school: school škol shkoll
search: search pretres kërkim
seizure: seizure zapljen zaplen sekuestr
station: station stanic stacion
strategy: strateg
student: student
tax: tax taxes taxat porez tatim
teacher: teacher nastavni mësues
thermal: thermal termo
tracing: tracing praćenj gjurm
procedure: procedur postupak
unit: unit units jedinic njësi njësis
visa: visa visas viza vizav
women: women woman female žene žena ženama gratë grave policajk
"""
_FILLERS = """
a an and are as at by for from in into is of on or the their to towards with within its
project projects programme program action phase component contract ugovor contribution initiative
that which who whose this these anti against
i u za na sa s o od do iz po kod te protiv projekt projekat programa faza proekt
të së për dhe në nga me e projekti faza programi kundër
der die das und für im von mit des zur del della di il la le les des et pour contre against
no ref ltd mission new year annual including
"""
_COMMON = frozenset(
    """
    support strength capacity train fight cooper regiona region vestern balkan balkans develop
    police safe crime equip law advice europe eu enhance implement provisi provide activit
    partner joint further global point lot supply upgrade donat officer unit office natio
    internatio interna institu manage system org programm border
    prevent investig inform org operat control servic service
    """.split()  # noqa: SIM905 - words read better than a list of them
)
# Words of what is done, for whom and where, in which form of aid, and of the templates titles are
# written from: they name no subject.
_FORM_WORDS = """
twinning taiex grant further technical mission expert peer mutual continuation establishment
setting setup up general overall basic advance advanced modern modernisation improvement training
exercise study software draft drafting amendment deployment campaign building work works detection
guard guards staff personnel crossing point authority authorities ministry agency agencies member
practitioner prosecutor judge case review assessment terrorism strategy plan opinion public
national international council special specialised unit team skill quality implementation
directive sector state service services department directorate methodology model standard
standards guidelines process provision delivery purchase joint effective efficient efficiency
central initial follow area field needs response internet database data digital electronic module
platform application information police station office security safety albania albanian shqiperi
shqiperise shqiptare bosnia bosnian herzegovina bosna bosne bosni hercegovina hercegovine kosovo
kosova kosove kosovar kosovska montenegro montenegrin crna crne gora gore crnoj gori crnogorska
mali zi macedonia macedonian makedonija makedonije maqedoni north severna severne serbia serbian
serbi srbija srbije srbiji republic republika republike bih
"""
COMMON_WEIGHT = 0.45


def _prefixes() -> dict[str, str]:
    """The beginnings of words with the stem each one means; an ending shows in the word itself."""
    told: dict[str, str] = {}
    for line in _GLOSSARY.strip().splitlines():
        stem, _, words = line.partition(":")
        for word in words.split():
            told[plain_latin(word)] = stem
    return told


_PREFIXES = _prefixes()
_LONGEST_PREFIX = max(map(len, _PREFIXES))
# Little words and letters by which a language is known.
_LANGUAGES = {
    "en": frozenset("of the for and to on with against through by from".split()),  # noqa: SIM905 - as above
    "sq": frozenset("te se ne dhe per nga e kunder me".split()),  # noqa: SIM905 - as above
    "fr": frozenset("de la le les des du sur pour et aux".split()),  # noqa: SIM905 - as above
    "de": frozenset("der die das und fur von zur im".split()),  # noqa: SIM905 - as above
    "slavic": frozenset("i u za na protiv od po iz vo so granicnoj".split()),  # noqa: SIM905 - as above
}
_SLAVIC_LETTER = re.compile("[\u0400-\u04ffčćšžđ]", re.IGNORECASE)
_ALBANIAN_LETTER = re.compile("[ëç]", re.IGNORECASE)
FILLERS = frozenset(plain_latin(_FILLERS).split())
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word in plain Latin letters; empty for a word that says nothing."""
    if word in FILLERS or len(word) < 2 or _DIGITS.fullmatch(word):
        return ""
    for length in range(min(len(word), _LONGEST_PREFIX), _SHORTEST_PREFIX - 2, -1):
        found = _PREFIXES.get(word[:length])
        if found is not None and (length >= _SHORTEST_PREFIX or length == len(word)):
            return found
    return _cut(word)


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PREFIX:
            word = word.removesuffix(ending)
            break
    return word[:_STEM]


_FORMS = frozenset(stem(word) for word in plain_latin(_FORM_WORDS).split())


def language_of(written: str, folded: list[str]) -> str:
    """The language of a title as far as its letters and little words show; empty if they do not."""
    if _SLAVIC_LETTER.search(written):
        return "slavic"
    if _ALBANIAN_LETTER.search(written):
        return "sq"
    counts = {name: sum(word in words for word in folded) for name, words in _LANGUAGES.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def names_subject(word: str) -> bool:
    """Whether a stem says what a project is about, and not how, for whom or in which form."""
    return word not in _COMMON and word not in _FORMS


def weight_of(word: str) -> float:
    """How much a stem tells before anything is counted: words of every second title tell less."""
    return COMMON_WEIGHT if word in _COMMON else 1.0
