"""The thesaurus of project titles: what the Secretariat edits is whole, and a slip is refused."""

from pathlib import Path

import pytest

from data.errors.reference import ReferenceDataBroken
from data.reference.reading import FOLDER, read
from data.reference.thesaurus import (
    _ThesaurusFile,  # pyright: ignore[reportPrivateUsage] - the shape of the file
    thesaurus,
)
from tasks.rules.overlap_evidence import COMMON_THINGS
from tasks.rules.project_facets import Lexicon
from tasks.rules.transliteration import plain_latin

TEXT = (FOLDER / "thesaurus.yaml").read_text("utf-8")
SECTIONS = ("subjects", "things", "kinds", "users", "sides", "places")


def broken(tmp_path: Path, text: str) -> str:
    path = tmp_path / "thesaurus.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReferenceDataBroken) as refusal:
        read(path, _ThesaurusFile)
    return str(refusal.value)


def test_every_part_of_the_field_has_its_subjects():
    names = {each.name for each in thesaurus().subjects}
    assert len(names) > 200
    assert names >= {
        "asset recovery",
        "asylum procedure",
        "border surveillance",
        "community policing",
        "critical infrastructure",
        "firearms tracing",
        "hate crime",
        "juvenile justice",
        "migrant smuggling",
        "probation",
        "trafficking in persons",
        "witness protection",
    }


@pytest.mark.parametrize("section", SECTIONS)
def test_every_phrase_is_found_in_a_text_written_so(section: str):
    lexicon = Lexicon(thesaurus())
    for each in getattr(thesaurus(), section):
        for phrase in each.phrases:
            words = plain_latin(phrase.replace("*", "")).split()
            facet = getattr(lexicon.facets(words), section)
            known = facet.names | facet.wider
            assert each.name in known, f"{each.name}: {phrase}"


def test_what_so_many_projects_deliver_is_among_the_things():
    assert {each.name for each in thesaurus().things} >= COMMON_THINGS


def test_a_wider_entry_that_does_not_exist_is_refused(tmp_path: Path):
    said = broken(tmp_path, TEXT.replace("within: firearms", "within: fire arms", 1))
    assert "lies within “fire arms”, which is no entry" in said


def test_an_entry_that_lies_within_itself_is_refused(tmp_path: Path):
    round_about = "\n  firearms:\n    within: ballistics\n"
    said = broken(tmp_path, TEXT.replace("\n  firearms:\n", round_about, 1))
    assert "lies within itself" in said


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("  buildings: building works", "  castles: building works"),
        ("  buildings: building works", "  buildings: magic"),
        ("kind_of_other_things: equipment", "kind_of_other_things: magic"),
    ],
)
def test_a_kind_of_help_of_things_that_nobody_knows_is_refused(
    tmp_path: Path, right: str, wrong: str
):
    assert "is no entry of the" in broken(tmp_path, TEXT.replace(right, wrong, 1))


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("campaign, grants]", "campaign, grants, magic]", "“magic” of families_of_kinds"),
        ("campaign, grants]", "campaign]", "“grants” is of 0 families_of_kinds"),
        ("campaign, grants]", "campaign, grants, training]", "“training” is of 2 families"),
    ],
)
def test_a_kind_of_help_is_of_one_family(tmp_path: Path, right: str, wrong: str, said: str):
    assert said in broken(tmp_path, TEXT.replace(right, wrong, 1))


def test_a_thing_goes_with_the_kind_of_help_of_the_wider_thing_it_lies_within():
    given_by = {each.name: each.given_by for each in thesaurus().things}
    assert given_by["analysis software"] == given_by["software and systems"] == "software"
    assert given_by["drones"] == "equipment"


def test_a_town_lies_within_its_canton_and_its_entity():
    lexicon = Lexicon(thesaurus())
    town, entity, other = (
        lexicon.facets(words.split()).places
        for words in ("reception centre in bihac", "federacija bih", "banja luka")
    )
    assert town.relates(entity)
    assert town.differs(other)


def test_an_unknown_language_and_a_sign_in_a_word_are_refused(tmp_path: Path):
    assert "Klingon" in broken(tmp_path, TEXT.replace("    English:", "    Klingon:", 1))
    assert "subjects" in broken(tmp_path, TEXT.replace(" terrorism*,", " terrorism+,", 1))
