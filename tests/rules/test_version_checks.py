"""What keeps a new version of the Methodology off the record, and the day it begins (R19)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from data.vocabulary import Filter, MethodologyVersion, Pillar, SubPillar, Validity
from data.vocabulary.methodology import LaidVersion, VersionOnFile, VersionWords
from data.vocabulary.reference import DatedFilter
from tasks.rules.version_checks import digest, faults, first_day
from tests.tables import rows

DECIDED, SINCE = date(2026, 6, 8), date(2026, 6, 20)
ALWAYS = Validity(date(2022, 6, 20))
CT = (Pillar("WBCTi", "Western Balkans Counter-Terrorism Initiative", "terrorism"), ALWAYS)
WORDS = VersionWords(
    (),
    (CT,),
    ((SubPillar(1, "Legal"), ALWAYS), (SubPillar(2, "Capacity"), ALWAYS)),
    (DatedFilter(Filter("WBCTi", 1, "Criminal law"), ALWAYS),),
)
VERSION = MethodologyVersion(
    "2026", "Methodology", "adopted", DECIDED, DECIDED, Validity(SINCE), "2026", "2026"
)
TOLD = VersionOnFile(VERSION, WORDS, "2026", "2026")


def named(told: VersionOnFile) -> list[str]:
    return faults(told, {"2022"}, DECIDED)


def test_a_version_that_keeps_to_everything_has_no_fault():
    assert named(TOLD) == []


@pytest.mark.parametrize(
    ("told", "part"),
    [
        (replace(TOLD, version=replace(VERSION, code="2022")), "a code of its own"),
        (replace(TOLD, calendar_named="2025"), "calendar.yaml: it is version “2025”"),
        (replace(TOLD, taxonomy_named="2025"), "taxonomy.yaml: it is version “2025”"),
        (
            replace(TOLD, version=replace(VERSION, agreed_to=date(2026, 6, 7))),
            "the Board decided on 8 June 2026",
        ),
        (
            replace(TOLD, version=replace(VERSION, validity=Validity(date(2026, 6, 7)))),
            "nothing comes into force backwards",
        ),
        (
            replace(TOLD, version=replace(VERSION, validity=Validity(SINCE, SINCE))),
            "“until” is given",
        ),
        (replace(TOLD, words=replace(WORDS, pillars=(CT, CT))), "the pillar WBCTi stands twice"),
        (
            replace(TOLD, words=replace(WORDS, sub_pillars=((SubPillar(2, "C"), ALWAYS),) * 2)),
            "the sub-pillar 2 stands twice",
        ),
        (
            replace(
                TOLD,
                words=replace(
                    WORDS, sub_pillars=(WORDS.sub_pillars[0], (SubPillar(3, "C"), ALWAYS))
                ),
            ),
            "not 1, 3",
        ),
        (
            replace(
                TOLD,
                words=replace(
                    WORDS,
                    filters=(
                        *WORDS.filters,
                        DatedFilter(Filter("WBCTi", 1, "criminal  law"), ALWAYS),
                    ),
                ),
            ),
            "stands twice under WBCTi.1",
        ),
        (
            replace(
                TOLD,
                words=replace(WORDS, filters=(DatedFilter(Filter("WBCTi", 3, "New"), ALWAYS),)),
            ),
            "its heading WBCTi.3 is not",
        ),
    ],
)
def test_each_fault_is_one_sentence_with_its_file(told: VersionOnFile, part: str):
    found = named(told)
    assert any(part in sentence for sentence in found), found
    assert all(sentence.split(": ")[0].endswith(".yaml") for sentence in found)


def test_all_faults_are_named_at_once():
    ended = Validity(date(2022, 6, 20), date(2025, 12, 31))
    nothing = replace(WORDS, pillars=((CT[0], ended),), sub_pillars=())
    told = VersionOnFile(replace(VERSION, code="2022"), nothing, "x", "y")
    assert len(named(told)) == 6


DAYS = rows(
    """
    | the version names | confirmed on | last opened on | begins     |
    | 2026-06-20        | 2026-06-09   |                | 2026-06-20 |
    | 2026-06-20        | 2026-06-20   |                | 2026-06-21 |
    | 2026-06-20        | 2026-07-01   | 2026-06-25     | 2026-07-02 |
    | 2026-06-20        | 2026-07-01   | 2026-07-01     | 2026-07-02 |
    | 2026-06-20        | 2026-06-09   | 2026-08-01     | 2026-08-02 |
    """
)


@pytest.mark.parametrize("row", DAYS)
def test_r19_a_version_begins_after_its_confirmation_and_after_every_cycle_that_is_open(row):
    last = date.fromisoformat(row["last opened on"]) if row["last opened on"] else None
    since, on = (date.fromisoformat(row[n]) for n in ("the version names", "confirmed on"))
    assert first_day(since, on, last) == date.fromisoformat(row["begins"])


LAID = LaidVersion(
    1,
    "2026",
    "Methodology",
    "adopted",
    DECIDED,
    SINCE,
    "",
    1,
    (),
    WORDS,
    "Officer",
    datetime(2026, 6, 9, tzinfo=UTC),
)


def test_the_digest_covers_every_word_and_not_who_laid_it():
    assert digest(LAID) == digest(replace(LAID, row=2, recorded_by="Colleague"))
    for changed in (
        replace(LAID, title="Methodology, amended"),
        replace(LAID, since=date(2026, 6, 21)),
        replace(LAID, words=replace(WORDS, filters=())),
        replace(LAID, words=replace(WORDS, sub_pillars=WORDS.sub_pillars[::-1])),
    ):
        assert digest(changed) != digest(LAID)
