"""What the screen must hold: labelled sentences in both scripts. All people here are invented."""
# ruff: noqa: E501, RUF001 -- the facts stand in tables, and members write in two scripts

import unicodedata
from collections.abc import Callable

import pytest

from data.reference.screening import screening_lists
from tasks.rules.screening import screen
from tests.tables import rows

LISTS = screening_lists()

SENTENCES = rows("""
| sentence                                                                                      | kinds |
| The suspect Arben H. was arrested at the border crossing point.                               | person |
| The main suspect, Mr Dragan Petrović, left for Vienna.                                        | person |
| Defendant Marko Jovanović was sentenced to six years in prison.                               | person |
| Two persons were arrested, among them A.B. from Tirana.                                       | person |
| Arben Hoxha (suspect) travelled to Syria in 2014.                                             | person |
| The victim, Ana M., was moved to a shelter.                                                   | person |
| The witness Luan Krasniqi agreed to testify in March.                                         | person |
| Foreign fighter Besnik Gashi returned in April 2025.                                          | person |
| In this case Goran K. was indicted for smuggling of migrants.                                 | person |
| Osumnjičeni Petar P. lišen je slobode 12.3.2025.                                              | person |
| Uhapšen je M. J. zbog krijumčarenja oružja.                                                   | person |
| Optuženi Zoran Marković osuđen je na pet godina zatvora.                                      | person |
| Svjedok Mirsad Hodžić je promijenio iskaz.                                                    | person |
| Osumnjiceni Nikola Nikolic pobjegao je u inostranstvo.                                        | person |
| Žrtva trgovine ljudima je Jelena S. iz Podgorice.                                             | person |
| Осумњичени Петар П. задржан је до 48 сати.                                                    | person |
| Сведок Милан Јовановић дао је исказ у тужилаштву.                                             | person |
| Окривљена Драгана М. признала је дело.                                                        | person |
| Осомничениот Горан С. беше приведен на граничниот премин.                                     | person |
| Обвинетиот Стојан Трајковски призна вина.                                                     | person |
| Уапсен е Љупчо Н. од Скопје.                                                                  | person |
| Passport no. P01234567 was issued to the courier.                                             | personal-number |
| Тајни сведок је потврдио путању оружја.                                                       | source |
| Таен сведок го потврди патот на оружјето.                                                     | source |
| The anonymous witness described the house.                                                    | source |
| Secret surveillance measures are applied against two brothers from Tuzla.                     | intercept |
| Controlled delivery planned for 20 February at the crossing point.                            | operation |
| I dyshuari Arben K. u arrestua në Durrës.                                                     | person |
| U arrestua shtetasi A. H., 34 vjeç, banues në Shkodër.                                        | person |
| E pandehura Teuta Krasniqi u dënua me pesë vjet burg.                                         | person |
| Dëshmitari Ilir Hoxha do të dëgjohet të hënën.                                                | person |
| Viktima Drita M. është vendosur në strehë.                                                    | person |
| For details call +355 69 212 3456.                                                            | telephone |
| Contact the duty officer on 00381 64 123 4567 at any time.                                    | telephone |
| Mob. 067 123 456                                                                              | telephone |
| The driver uses 044 123 456 and a prepaid card.                                               | telephone |
| Kontakt telefon: 033 123 456, tražiti inspektora.                                             | telephone |
| Za sva pitanja: 011/3148-123, tel. 011 3148 124                                               | telephone |
| Nazvati +382 (67) 123-456                                                                     | telephone |
| Телефон: 02 3123 456                                                                          | telephone |
| Бројот +389 70 123 456 е поврзан со групата.                                                  | telephone |
| Numri i telefonit: 0692123456                                                                 | telephone |
| The vehicle AA 123 BB crossed the border twice.                                               | plate |
| A white van, AB123CD, was seen near the depot.                                                | plate |
| Vozilo registarskih oznaka A12-K-345 prešlo je granicu.                                       | plate |
| Tablice 01-234-AB su ukradene.                                                                | plate |
| Automobil PG AB123 nalazi se u garaži.                                                        | plate |
| Automobil PG AB 123 pratio je konvoj.                                                         | plate |
| Vozilo BG 1234-AB korišćeno je za prevoz.                                                     | plate |
| Возилото SK 1234 AB е запленето.                                                              | plate |
| Возило СК-1234-АВ је виђено на прелазу.                                                       | plate |
| Crni automobil NS123AB parkiran je ispred kuće.                                               | plate |
| JMBG 0101990500003 pronađen je u spisku.                                                      | personal-number |
| Податоци за ЕМБГ 1502988450110 се проверени.                                                  | personal-number |
| Lice sa brojem 310797-145550-0 traži se.                                                      | personal-number |
| Shtetasi me numër J05101123Q u kontrollua në kufi.                                            | personal-number |
| I kontrolluari ka NID H65412087K dhe pasaportë false.                                         | personal-number |
| Numri personal 1012345678 figuron në listë.                                                   | personal-number |
| Paid to AL47 2121 1009 0000 0002 3569 8741 in cash instalments.                               | account |
| Uplaćeno na RS27160000000000000123.                                                           | account |
| Llogaria XK05 1212 0123 4567 8906 u bllokua.                                                  | account |
| Račun ME25-5050-0001-2345-6789-51 zamrznut je.                                               | account |
| Сметката MK07250120000058984 е замрзната.                                                     | account |
| Na računu BA39 1290 0794 0102 8494 nađeno je 20.000 KM.                                       | account |
| Card 4012 8888 8888 1881 was cloned in Budva.                                                 | card |
| Platna kartica 5555555555554444 korišćena je tri puta.                                        | card |
| Картичка 3782-822463-10005 е клонирана.                                                       | card |
| The safe house stands at 41.3275, 19.8187.                                                    | coordinates |
| Meeting point: 42°39'46"N 21°09'56"E                                                          | coordinates |
| Landing site lat 42.441 near the coast.                                                       | coordinates |
| Lokacija skrovišta: 43.8563 N, 18.4131 E                                                      | coordinates |
| Скривницата е на 41° 59′ 47″ северно.                                                         | coordinates |
| Pika e takimit 41,3275° dhe 19,8187°                                                          | coordinates |
| Write to arben.test@gmail.com for the list.                                                   | private-mail |
| Pisati na petar_p (at) yahoo.com                                                              | private-mail |
| Контакт: g.stojanov@t-home.mk                                                                 | private-mail |
| Our informant says that the shipment arrives in May.                                          | source |
| According to a source close to the group, the leader moved to Dubai.                          | source |
| A confidential source reported three lorries.                                                 | source |
| Izvor navodi da se oružje nalazi u magacinu.                                                  | source |
| Prema operativnom izvoru, grupa planira prevoz.                                               | source |
| Informator iz Novog Sada javio je da pošiljka kasni.                                          | source |
| Нашиот извор потврди дека групата е активна.                                                  | source |
| Извор из криминалне средине тврди да пошиљка касни.                                           | source |
| Burimi ynë konfirmon datën e dorëzimit.                                                       | source |
| Informatori raportoi për tre makina në Vlorë.                                                 | source |
| Operation “Night Owl” will begin on Monday.                                                   | operation |
| Operacija „Sjena“ traje od januara.                                                           | operation |
| Оперативна акција „Тајфун“ почнува во петок.                                                  | operation |
| Операцијата „Сенка“ е во тек.                                                                 | operation |
| Aksioni policor “Dallga” vazhdon në Tiranë.                                                   | operation |
| Operacioni i koduar si “Rruga” zgjati gjashtë muaj.                                           | operation |
| Оперативна акција је у току на југу.                                                          | operation |
| Tajna operacija je u toku u luci Bar.                                                         | operation |
| Intercepted calls show that the group moved to Bar.                                           | intercept |
| Telefon je na mjerama od juna.                                                                | intercept |
| Prisluškivani su razgovori vođe grupe.                                                        | intercept |
| Од прислушуваните разговори се гледа патот на пратката.                                       | intercept |
| Nga bisedat e përgjuara del rruga e drogës.                                                   | intercept |
| Во акцијата „Мрежа“ беа уапсени 12 лица. | operation |
| Mjere tajnog nadzora prema M.K. traju do juna. | intercept |
| Sipas burimeve tona, grupi lëviz drejt kufirit. | source |
| The suspect Igor T. was called from +387 61 123 456.                                          | person, telephone |
| Osumnjičeni Adnan B., JMBG 0101990500003, vozi A12-K-345.                                     | person, personal-number, plate |
""")
CAPITAL_LETTERS_TELL = rows("""
| sentence                                                       | kinds     |
| The suspect Xhelil Murtezovski fled across the border.         | person    |
| The accused Stojanov owns the company.                         | person    |
| Osumnjičeni Ćazim Perolović je uhapšen.                        | person    |
| The victim Pelagija S. was heard in May.                       | person    |
| Operation Fenix was carried out with neighbours.               | operation |
| In operation TORNADO forty persons were checked.               | operation |
| Operacija Sjever trajala je tri mjeseca.                       | operation |
| Операција Север заврши со пет претреси.                        | operation |
""")
EVERY = [*SENTENCES, *CAPITAL_LETTERS_TELL]
each_of_all = pytest.mark.parametrize("row", EVERY, ids=lambda row: row["sentence"][:40])
NO_WIDTH = ("\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}", "\N{SOFT HYPHEN}")
ODD_SPACES = ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\t", "\v")


def kinds(text: str) -> set[str]:
    return {hit.kind.value for hit in screen(text, LISTS)}


def expected(row: dict[str, str]) -> set[str]:
    return set(row["kinds"].split(", "))


def missed(written: Callable[[str], str], sentences: list[dict[str, str]] = EVERY) -> list[str]:
    """The sentences in which something is no longer found when they are written otherwise."""
    return [
        row["sentence"] for row in sentences if not kinds(written(row["sentence"])) >= expected(row)
    ]


@each_of_all
def test_what_is_sensitive_is_held(row: dict[str, str]):
    assert kinds(row["sentence"]) == expected(row)


def test_capital_letters_make_no_difference():
    assert missed(str.upper, SENTENCES) == []
    assert missed(str.lower, SENTENCES) == []


def test_decomposed_accents_make_no_difference():
    assert missed(lambda text: unicodedata.normalize("NFD", text)) == []
    assert missed(lambda text: unicodedata.normalize("NFC", text)) == []


@pytest.mark.parametrize("space", ODD_SPACES)
def test_odd_spaces_make_no_difference(space: str):
    assert missed(lambda text: text.replace(" ", space)) == []


@pytest.mark.parametrize("sign", NO_WIDTH)
def test_signs_of_no_width_make_no_difference(sign: str):
    assert missed(sign.join) == []


def test_a_hit_is_found_inside_a_longer_text():
    around = "The Law on Foreigners was adopted (OG 12/2025).\n{}\nTraining continues in 2026."
    assert missed(around.format) == []


def test_the_place_of_a_hit_counts_the_signs_of_the_text_as_written():
    before = "Увод\N{ZERO WIDTH SPACE}. Đ\N{NO-BREAK SPACE}"
    for row in EVERY:
        text = before + row["sentence"]
        for hit in screen(text, LISTS):
            piece = text[hit.start : hit.end]
            assert piece.strip(".") in row["sentence"]
            assert piece.strip()


def test_a_reason_never_repeats_the_text():
    for row in EVERY:
        for hit in screen(row["sentence"], LISTS):
            assert row["sentence"][hit.start : hit.end].casefold() not in hit.why.casefold()
            assert hit.why.endswith(".")
