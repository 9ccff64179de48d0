"""Small turns of phrase read as people write them."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.rules.phrases import counted, in_a_sentence, joined, named, natural, plural


def test_a_number_goes_with_its_noun():
    assert [counted(n, "need") for n in (0, 1, 2)] == ["0 needs", "1 need", "2 needs"]
    assert counted(2, "reply") == "2 replies"
    assert (plural(1, "is"), plural(3, "is")) == ("is", "are")


def test_lists_read_as_in_a_sentence():
    assert [joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_names_that_hold_an_and_are_parted_by_semicolons():
    assert named(["Albania", "Bosnia and Herzegovina"]) == "Albania; Bosnia and Herzegovina"


def test_numbers_inside_a_text_sort_as_numbers():
    assert sorted(["AL-10", "AL-9", "AL-x", "AL-1"], key=natural) == [
        "AL-1",
        "AL-9",
        "AL-10",
        "AL-x",
    ]


@given(st.lists(st.text()))
def test_any_texts_can_be_sorted(texts):
    assert len(sorted(texts, key=natural)) == len(texts)


def test_a_name_made_of_words_takes_its_article_in_a_sentence():
    names = ["Albania", "Kosovo*", "European Commission", "Council of Europe", "Europol", "UNODC"]
    assert [in_a_sentence(name) for name in names] == [
        "Albania",
        "Kosovo*",
        "the European Commission",
        "the Council of Europe",
        "Europol",
        "UNODC",
    ]
