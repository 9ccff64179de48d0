"""Facets: what the words of a project stand for, whatever language they are in (rule R12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.facet_words import ASPECTS, AUDIENCES, DOINGS, GENERIC_THINGS, THINGS, TOPICS
from tasks.rules.project_facets import Facets, facets_of
from tasks.rules.transliteration import plain_latin


def facets(text: str) -> Facets:
    return facets_of(plain_latin(text).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Detecting forged documents", "Otkrivanje falsifikovanih dokumenata"),
        ("Fight against trafficking in human beings", "Suzbijanje trgovine ljudima"),
        ("Confiscation of criminal assets", "Oduzimanje imovine"),
        ("Witness protection", "Заштита сведока"),
        ("Drug trafficking", "Trafiku i drogës"),
    ],
)
def test_one_topic_is_known_in_the_languages_of_the_region(one: str, other: str):
    assert facets(one).topics & facets(other).topics


def test_a_phrase_means_what_it_means_and_not_what_its_words_do():
    assert facets("Digital forensics").topics == {"digital forensics"}
    assert facets("Financial intelligence unit").audiences == {"financial intelligence unit"}


def test_what_is_delivered_for_whom_and_how_are_told_apart():
    told = facets("Body scanners for the prison service, training of staff")
    assert told.things == {"scanners"}
    assert told.audiences == {"prison staff"}
    assert told.doings == {"training", "equipment"}


def test_a_whole_word_is_not_the_beginning_of_another():
    assert not facets("The cartography office").things


def test_what_so_many_projects_deliver_is_among_the_things():
    names = {line.partition(":")[0] for line in THINGS.strip().splitlines()}
    assert names >= GENERIC_THINGS


@pytest.mark.parametrize("table", [TOPICS, ASPECTS, THINGS, AUDIENCES, DOINGS])
def test_every_beginning_of_a_list_is_found_again_in_a_word_written_so(table: str):
    for line in table.strip().splitlines():
        name, _, words = line.partition(": ")
        for phrase in words.split():
            written = " ".join(part.removesuffix(".") for part in phrase.split("+"))
            found = facets(written)
            told = (found.topics, found.aspects, found.things, found.audiences, found.doings)
            assert any(name in each for each in told) or len(written.split()) == 1, phrase


@given(st.text(max_size=60))
def test_whatever_people_write_facets_are_names_of_the_lists(text: str):
    known = {
        line.partition(":")[0]
        for table in (TOPICS, ASPECTS, THINGS, AUDIENCES, DOINGS)
        for line in table.strip().splitlines()
    }
    told = facets(text)
    assert told.topics | told.aspects | told.things | told.audiences | told.doings <= known
