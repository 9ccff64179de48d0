"""What the screen must let pass: what partners really write, in both scripts."""
# ruff: noqa: E501, RUF001 -- the facts stand in tables, and members write in two scripts

import unicodedata

import pytest

from data.reference.screening import screening_lists
from tasks.rules.screening import screen
from tests.tables import rows

LISTS = screening_lists()

SENTENCES = rows("""
| sentence |
| The Law on Witness Protection was amended in June 2025. |
| The witness protection programme has its own budget since 2024. |
| Law No. 04/L-123 on Police entered into force on 12.03.2025. |
| Ligji Nr. 108/2014 “Për Policinë e Shtetit” u ndryshua. |
| Zakon o policiji („Službeni glasnik RS“, br. 6/2016, 24/2018 i 87/2018) je izmijenjen. |
| Законот за полиција („Службен весник на РМ“ бр. 114/06, 6/09, 145/12) е изменет. |
| Official Gazette of Montenegro, No. 094/13-12 and 070/22-005. |
| Decision No. 067-123-456 of the Government was adopted. |
| Odluka broj 061-00-123/2024-01 od 15.05.2024. |
| Zaključak Vlade 05 br. 011-4567/2025. |
| Directive (EU) 2016/680 and Regulation (EU) 2019/1896, Article 73(3). |
| UNSCR 1373, 2178 and 2396 were transposed. |
| The project has a budget of EUR 33,303,022 for 36 months. |
| Vlera e projektit është 1.250.000,00 EUR. |
| Vrijednost opreme iznosi 12.345.678,90 KM bez PDV. |
| Вредноста е 61.500.000 денари, или околу 1.000.000 EUR. |
| Contract CT 2021/428-917, IPA/2019/412-345. |
| IATI identifier XM-DAC-41119-00123456 (UNODC). |
| See need AL-CT-01 and need RS-BS-12 of the Needs Mapping report. |
| EU4FAST-WB, iPROCEEDS-2 and IISG continue until 31.12.2027. |
| Reporting period 01.01.2025 - 31.12.2025, outlook 2026/2027. |
| Adopted 2025-03-12; in force since Q3 2025. |
| Victims of trafficking received support in two shelters. |
| Victim Support Service Belgrade was opened. |
| The Victims Support Centre Tirana employs 12 people. |
| Training of 25 officers on handling informants and on undercover measures. |
| The Law on special investigative measures regulates the use of undercover agents. |
| A rulebook on the registration of informants was drafted. |
| Procurement of a lawful interception system; standard operating procedures for wiretaps. |
| The Law on Interception of Electronic Communications is being amended. |
| A unit for covert human intelligence sources management was set up; guidelines on confidential sources follow. |
| Open sources and source code of the analytical tools were reviewed. |
| The main sources of funding are IPA III and the state budget. |
| Operational action plan under EMPACT firearms for 2026-2029. |
| EUFOR Operation Althea supported the exercise. |
| The Frontex Joint Operation Serbia Land 2023 was carried out. |
| The Operation Centre works around the clock. |
| Operation Manual for Joint Contact Centres adopted. |
| In operation since 2024. |
| The system went into operation and covers 12 border crossing points. |
| Minister Petar Petrović signed the agreement with Europol. |
| Director Arben Hoxha opened the conference on victims’ rights. |
| Prosecutor Ana Marković presented the guidelines on suspects’ rights. |
| Regional conference on witnesses, chaired by Director Goran Ilić. |
| Suspects in terrorism cases are entitled to a lawyer. |
| The number of suspects rose from 120 to 145; 60 persons were convicted. |
| Victims from Bosnia and Herzegovina and from the Czech Republic were identified. |
| Detained persons are kept in Section B. of the facility. |
| Arrested foreign terrorist fighters: see Annex C. |
| Joint patrols at Nikola Tesla airport led to 12 persons arrested. |
| Contact point: wbcti@mup.gov.example, office@police.example |
| The secretariat can be reached at info@iisg.example. |
| The helpline 116 006 and the emergency number 112 are free of charge. |
| Telecommunications operators must keep data for 12 months. |
| Phone tapping is regulated by the Law on Criminal Procedure. |
| 2,500 vehicles were checked and 123 plates seized. |
| About 120 km of border, of 200 km in total, are covered by cameras. |
| U periodu od 2023. do 2025. obučeno je 345 službenika. |
| Za 120 km granice nabavljeno je 14 vozila. |
| Zaštita svjedoka uređena je zakonom; odjel ima 12 zaposlenih. |
| Program zaštite svedoka sprovodi se od 2006. |
| Obuka za rad sa informatorima održana je u Sarajevu. |
| Pravilnik o angažovanju prikrivenih isljednika usvojen je 2024. |
| Izvor finansiranja: budžet i IPA 2023. |
| Izvori prava EU preneseni su u domaće zakonodavstvo. |
| Izvor energije za kamere su solarni paneli. |
| Zajednička operativna akcija u okviru EMPACT planirana je za 2026. |
| Nabavka sistema za presretanje komunikacija u skladu sa zakonom. |
| Osumnjičeni imaju pravo na branioca od prvog saslušanja. |
| Kontakt osoba: Ana Marković, koordinator za WBCTi. |
| Žrtve trgovine ljudima imaju pravo na pomoć i smještaj. |
| Operacija je završena u skladu sa planom. |
| Заштитата на сведоци е уредена со закон. |
| Обука за оперативни акции во рамките на EMPACT. |
| Извор на финансирање: буџет и донации. |
| Жртвите на трговија со луѓе добиваат поддршка од центрите. |
| Осомничените лица имаат право на бранител. |
| Закон за следење на комуникациите, измени во 2025 година. |
| Европски и регионални обуки за сведоци и жртви. |
| Правилник за работа со информатори е донесен. |
| Mbrojtja e dëshmitarëve rregullohet me ligj të veçantë. |
| Viktimat e trafikimit marrin ndihmë falas. |
| Trajnimi për agjentët e infiltruar u zhvillua në Tiranë. |
| Të dyshuarit kanë të drejtën e një avokati. |
| Burimet njerëzore të policisë u shtuan me 12%. |
| Në vitin 2024 te 120 raste ka pasur hetime. |
| Ministri Taulant Balla takoi drejtorin e EUROPOL. |
| Njësia për përgjimin ligjor mori pajisje të reja. |
| Aeroporti “Nënë Tereza”: 14 të arrestuar gjatë vitit 2025. |
| Operacionet e përbashkëta me Frontex vazhdojnë. |
| NIPT K91725007T i shoqërisë furnizuese. |
| ISBN 978-86-7202-123-4, DOI 10.1234/5678-9012. |
| Temperature below 20 °C; 45° slope; 12.5 % of staff. |
| Serial numbers 4012 8888 8888 1882 and 1234567890123 are inventory numbers. |
| Ratio 1.2345; index 0.1234 in 2024 and 0.2345 in 2025. |
| Tender 2024/S 123-456789 in the Official Journal L 295/1. |
| EUR 4 111 000 000 and +12 000 000 EUR in 2026. |
| The list holds 1500 SK and 1200 MK entries. |
| Chapter 24, AL 2024 Report, SWD(2024) 690 final. |
| Member of the Advisory Board: prof. dr Ana Petrović, witness psychology expert. |
| SELEC Operation “Blue Amber” took place with EMPACT partners. |
| Njësia mori 12 automjete dhe 345 pajisje; ligji 10 173/2009 u ndryshua. |
| Ugovor 404-1-123/24; presuda IUz-123/2022; broj osuđenih lica je 345. |
| Rules on anonymous witnesses were added to the Criminal Procedure Code. |
| Training on controlled delivery planned for May 2026 with Austria. |
| Zakonom su uređene mjere zaštite za tajne svjedoke. |
| Surveillance measures were applied in 45 cases in 2025. |
| The tender ICT0123456 for passport readers was published. |
| Special measures of surveillance were extended to corruption offences. |
| IBAN of the donor will be sent separately. |
""")
each_sentence = pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["sentence"][:40])


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.kind.value, text[hit.start : hit.end]) for hit in screen(text, LISTS)]


@each_sentence
def test_what_partners_really_write_passes(row: dict[str, str]):
    assert found(row["sentence"]) == []


def test_it_passes_in_capital_letters_too():
    assert [found(row["sentence"].upper()) for row in SENTENCES] == [[] for _ in SENTENCES]


def test_it_passes_with_decomposed_accents_and_odd_spaces_too():
    for row in SENTENCES:
        assert found(unicodedata.normalize("NFD", row["sentence"])) == []
        assert found(row["sentence"].replace(" ", "\N{NO-BREAK SPACE}")) == []


def test_all_of_it_in_one_text_passes_as_well():
    assert found("\n".join(row["sentence"] for row in SENTENCES)) == []
