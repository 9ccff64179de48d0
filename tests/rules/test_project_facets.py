"""Facets: what the words of a project stand for, whatever language they are in (rule R12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference.thesaurus import thesaurus
from data.vocabulary.thesaurus import Meaning, Thesaurus
from tasks.rules.project_facets import Facets, Lexicon
from tasks.rules.transliteration import plain_latin

LEXICON = Lexicon(thesaurus())
WEAPONS = (
    Meaning("weapons", "", ("weapon*", "oruž*")),
    Meaning("tracing", "weapons", ("trac* weapon*", "trag* oruž*")),
    Meaning("storage", "weapons", ("depot", "magazin* municion*")),
    Meaning("boats", "", ("boat*",)),
)
SMALL = Lexicon(Thesaurus(WEAPONS, (), (), (), (), ()))


def facets(title: str, activity: str = "") -> Facets:
    return LEXICON.facets(plain_latin(title).split(), plain_latin(activity).split())


def subjects(title: str) -> frozenset[str]:
    return SMALL.facets(plain_latin(title).split()).subjects.names


def nearness(one: str, other: str) -> float:
    ours, theirs = (SMALL.facets(plain_latin(each).split()).subjects for each in (one, other))
    assert ours.nearness(theirs) == theirs.nearness(ours)
    return ours.nearness(theirs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Detecting forged documents", "Otkrivanje falsifikovanih dokumenata"),
        ("Fight against trafficking in human beings", "Suzbijanje trgovine ljudima"),
        ("Confiscation of criminal assets", "Oduzimanje imovine"),
        ("Witness protection", "Заштита сведока"),
        ("Drug trafficking", "Trafiku i drogës"),
        ("Reception of unaccompanied minors", "Deca bez pratnje u prihvatnim centrima"),
        ("Coastal radar", "Sensori per la sorveglianza costiera"),
        ("Electronic tags: probation", "Обука за пробација"),
        ("Money laundering", "Geldwäsche"),
        ("Virtual currencies", "Formation: crypto-actifs"),
        ("Asylum procedure", "Procedura e azilit"),
    ],
)
def test_one_subject_is_known_in_the_languages_members_write_in(one: str, other: str):
    assert facets(one).subjects.names & facets(other).subjects.names


def test_a_phrase_means_what_it_means_and_not_what_its_words_do():
    assert facets("Digital forensics").subjects.names == {"digital forensics"}
    assert "organised crime" not in facets("Joint investigation teams").subjects.names


def test_what_is_delivered_for_whom_and_how_are_told_apart():
    told = facets("Supply of body scanners to the prison service, training of staff")
    assert told.things.names == {"scanners"}
    assert told.users.names == {"prison staff"}
    assert told.kinds.names == {"training", "equipment"}


def test_the_activity_says_the_kind_of_help_where_it_tells_any():
    assert facets("Training ground", "supply").kinds.names == {"equipment"}
    assert facets("Training ground", "phase two").kinds.names == {"training"}


def test_what_is_delivered_tells_the_kind_of_help_where_no_word_does():
    assert facets("Eyes on the road", "six thermal cameras").kinds.names == {"equipment"}
    assert facets("Who owns what", "a database for the police").kinds.names == {"software"}
    assert facets("Eyes on the road", "courses on thermal cameras").kinds.names == {"training"}


def test_the_families_are_those_of_the_kinds_told_and_of_what_is_delivered():
    assert facets("Course", "for judges").families == {"skills"}
    assert facets("Course", "on drones").families == {"skills", "goods"}
    assert facets("Law", "on drones: drafting").families == {"rules", "goods"}


def test_a_whole_word_is_not_the_beginning_of_another():
    assert not facets("The cartography office").things.names
    assert subjects("Depots") == frozenset()


def test_a_word_may_stand_within_a_phrase_and_its_two_words_the_other_way_round():
    assert subjects("Tracing of weapons") == {"tracing"}
    assert subjects("Weapons: tracing") == {"tracing"}
    assert subjects("Tracing illegal weapons") == {"tracing"}
    assert subjects("Tracing very illegal weapons") == {"weapons"}
    assert subjects("Weapons, ships, tracing") == {"weapons"}


def test_no_phrase_reaches_from_a_title_into_the_activity():
    told = SMALL.facets(["tracing"], [plain_latin("weapons")])
    assert told.subjects.names == {"weapons"}


def test_the_finer_subject_stands_for_the_wider_one():
    assert subjects("Weapons in the depot") == {"storage"}


def test_projects_on_one_fine_subject_are_nearest_and_on_two_of_one_wider_one_far():
    same, wider = nearness("Tracing weapons", "Trag oružja"), nearness("Tracing weapons", "Oružje")
    sisters, apart = nearness("Tracing weapons", "A depot"), nearness("A boat", "A depot")
    assert same > wider > sisters > apart == 0.0


@given(st.text(max_size=60))
def test_whatever_people_write_facets_are_names_of_the_thesaurus(text: str):
    known = thesaurus()
    told = facets(text)
    for section, facet in (
        (known.subjects, told.subjects),
        (known.things, told.things),
        (known.kinds, told.kinds),
        (known.users, told.users),
        (known.sides, told.sides),
    ):
        assert facet.names <= {each.name for each in section}
