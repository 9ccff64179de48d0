"""Words of people are only ever added to, on either database."""

from data import store
from data.queries import narratives
from tests.storage.year_2025 import AT, CT, open_year


def keep(place: str, text: str, author: str = "Ana"):
    with store.session() as session:
        return narratives.keep(session, CT, place, text, author, "first draft 1", "Officer", AT)


def test_versions_are_numbered_by_place_and_the_newest_stands(books_open: str):
    with store.session() as session:
        open_year(session)
    keep("opening", "One.")
    keep("findings", "Gaps.")
    keep("opening", "Two.", "Bojan")
    with store.session() as session:
        every, newest = narratives.every(session, CT), narratives.newest(session, CT)
    assert [(each.place, each.number, each.author) for each in every] == [
        ("findings", 1, "Ana"),
        ("opening", 1, "Ana"),
        ("opening", 2, "Bojan"),
    ]
    assert [(each.place, each.text) for each in newest] == [
        ("findings", "Gaps."),
        ("opening", "Two."),
    ]


def test_the_words_that_stand_already_add_no_version_and_words_may_be_taken_out(books_open: str):
    with store.session() as session:
        open_year(session)
    assert keep("opening", "One.") == keep("opening", "One.", "Bojan")
    assert keep("opening", "").number == 2
    assert keep("opening", "One.").number == 3
