"""Changes outside the places for words of people are told one by one, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary.edits import Copy, Passage, PassageKind, Twin
from tasks.rules.alignment import align
from tasks.rules.foreign_changes import find, pair

PARAGRAPH, ROW, TABLE, WORDS = (
    PassageKind.PARAGRAPH,
    PassageKind.ROW,
    PassageKind.TABLE,
    PassageKind.WORDS,
)


def paragraphs(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(PARAGRAPH, (text,), "Gaps") for text in texts)


def table(*rows: tuple[str, ...]) -> Passage:
    inside = tuple(Passage(ROW, row) for row in rows)
    return Passage(TABLE, (), "Needs with a gap", (), inside)


def told(sent: tuple[Passage, ...], back: tuple[Passage, ...]) -> list[str]:
    one, other = Copy((), sent, ()), Copy((), back, ())
    return [str(each) for each in find(one, other, pair(one, other))]


def test_spaces_are_no_change():
    assert told(paragraphs("Five  needs."), paragraphs("Five needs. ")) == []


def test_a_cell_is_told_with_its_row_and_column():
    sent = table(("No.", "State"), ("AL-1", "No response."), ("AL-2", "Planned only."))
    back = table(("No.", "State"), ("AL-1", "A law."), ("AL-2", "Planned only."))
    assert told((sent,), (back,)) == [
        "In the table “Needs with a gap”, row “AL-1”, column 2: “No response.” was changed to "
        "“A law.”."
    ]


def test_what_came_and_what_went_is_told():
    assert told(paragraphs("One.", "Two."), paragraphs("One.", "Quite another thing.")) == [
        "Under “Gaps”: “Two.” was taken out.",
        "Under “Gaps”: “Quite another thing.” was put in.",
    ]


def test_words_of_people_are_no_foreign_change():
    one = Passage(WORDS, (), "opening", (), paragraphs("Old words."))
    other = Passage(WORDS, (), "opening", (), paragraphs("New words.", "And more."))
    assert told((one,), (other,)) == []


def test_a_long_text_is_shown_where_it_differs():
    words = "All partners replied in time. " * 20
    (sentence,) = told(paragraphs(words + "Five."), paragraphs(words + "Six."))
    assert sentence.endswith("Five.” was changed to “… All partners replied in time. Six.”.")


def test_a_margin_that_changed_is_told():
    one, other = Copy((), (), (), ("IISG members only",)), Copy((), (), (), ("Public",))
    assert [each.now or each.was for each in find(one, other, ())] == [
        "IISG members only",
        "Public",
    ]


letters = st.lists(st.sampled_from("abcde"), max_size=12)


@given(letters, letters)
def test_twins_name_every_passage_once_and_never_go_back(one: list[str], other: list[str]):
    twins = align(paragraphs(*one), paragraphs(*other))
    assert [t.first for t in twins if t.first is not None] == list(range(len(one)))
    assert [t.second for t in twins if t.second is not None] == list(range(len(other)))
    assert all(isinstance(t, Twin) for t in twins)
