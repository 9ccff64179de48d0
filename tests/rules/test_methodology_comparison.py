"""Two versions of the Methodology: what was added, removed, changed and left as it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference import calendar_offsets
from data.vocabulary import CalendarOffset, Filter, Pillar, Step, SubPillar, Validity
from data.vocabulary.documents import Table
from data.vocabulary.methodology import ComparedVersion, Fate, FileOfRecord, VersionWords
from data.vocabulary.reference import DatedFilter
from tasks.rules import methodology_paper
from tasks.rules.methodology_comparison import compare, tally
from tests.tables import rows

ALWAYS = Validity(date(2022, 6, 20))
PILLARS = ((Pillar("WBCTi", "Western Balkans Counter-Terrorism Initiative", "terrorism"), ALWAYS),)


def version(code: str, chart: str = "", headings: str = "1 Legal, 2 Capacity") -> ComparedVersion:
    """A version whose filters stand in a table and whose sub-pillars in a list."""
    words = VersionWords(
        calendar_offsets(),
        PILLARS,
        tuple(
            (SubPillar(int(each.split(" ", 1)[0]), each.split(" ", 1)[1]), ALWAYS)
            for each in headings.split(", ")
        ),
        tuple(
            DatedFilter(Filter("WBCTi", int(row["no."]), row["filter"]), ALWAYS)
            for row in (rows(chart) if chart else [])
        ),
    )
    return ComparedVersion(code, f"Methodology {code}", date(2026, 1, 1), "in force", words)


OLD = version(
    "2022",
    """
    | no. | filter           |
    | 1   | Criminal law     |
    | 1   | Strategies       |
    | 2   | Online content   |
    | 2   | Digital evidence |
    | 2   | Joint training   |
    """,
)
NEW = version(
    "2026",
    """
    | no. | filter           |
    | 1   | Unmanned aircraft |
    | 1   | criminal law     |
    | 1   | Strategies       |
    | 1   | Digital evidence |
    | 2   | Joint training   |
    """,
)


def test_a_filter_is_added_removed_moved_reworded_or_left_as_it_was():
    told = [
        (row["filter"], row["fate"], row["how"])
        for row in rows(
            """
            | filter            | fate      | how                        |
            | Unmanned aircraft | added     |                            |
            | criminal law      | changed   | was written “Criminal law” |
            | Strategies        | unchanged |                            |
            | Digital evidence  | changed   | moved from sub-pillar 2    |
            | Joint training    | unchanged |                            |
            | Online content    | removed   |                            |
            """
        )
    ]
    found = compare(OLD, NEW).filters
    assert [(word.name, word.fate.value, word.how) for word in found] == told


def test_a_filter_that_changed_its_place_in_the_chart_is_told_and_its_neighbours_are_not():
    swapped = version(
        "2026",
        """
        | no. | filter           |
        | 1   | Strategies       |
        | 1   | Criminal law     |
        | 2   | Online content   |
        | 2   | Digital evidence |
        | 2   | Joint training   |
        """,
    )
    found = compare(OLD, swapped).filters
    assert [word.how for word in found if word.how] == ["stands elsewhere in its chart"]


def test_a_sub_pillar_is_known_by_its_number():
    found = compare(OLD, version("2026", headings="1 Legal framework, 3 Coordination")).sub_pillars
    assert [(word.place, word.fate, word.before, word.after) for word in found] == [
        ("1", Fate.CHANGED, "Legal", "Legal framework"),
        ("3", Fate.ADDED, "", "Coordination"),
        ("2", Fate.REMOVED, "Capacity", ""),
    ]


@pytest.mark.parametrize(
    ("change", "how"),
    [
        ({"working_days": 61}, "1 working day later"),
        ({"working_days": 50}, "10 working days earlier"),
        ({"hour": 10}, "begins at 10:00 instead of the hour of every deadline"),
        ({"title": "Delivery"}, "was called “WB partners deliver information"),
        ({"source": "I.2"}, "quotes the Methodology anew"),
    ],
)
def test_a_step_says_how_far_it_moved_and_what_else_changed(change, how):
    offsets = tuple(
        replace(each, **change) if each.step is Step.DELIVERY else each
        for each in calendar_offsets()
    )
    newer = replace(OLD, code="2026", words=replace(OLD.words, offsets=offsets))
    (word,) = [each for each in compare(OLD, newer).steps if each.fate is not Fate.UNCHANGED]
    assert how in word.how


def test_a_step_only_one_version_has_is_added_or_removed():
    some = tuple(each for each in calendar_offsets() if each.step is not Step.BOARD)
    fewer = replace(OLD, words=replace(OLD.words, offsets=some))
    assert tally(compare(OLD, fewer).steps)[Fate.REMOVED] == 1
    assert tally(compare(fewer, OLD).steps)[Fate.ADDED] == 1


def test_a_word_whose_days_are_over_is_no_word_of_the_version():
    ended = Validity(date(2022, 6, 20), date(2024, 12, 31))
    filters = (DatedFilter(Filter("WBCTi", 1, "Old one"), ended), *OLD.words.filters)
    same = replace(OLD, words=replace(OLD.words, filters=filters))
    assert tally(compare(OLD, same).filters)[Fate.ADDED] == 0


def test_the_same_words_are_all_unchanged_and_the_paper_says_so():
    found = compare(OLD, replace(OLD, code="2026"))
    assert methodology_paper.summary(found) == "nothing that the program reads has changed"


def test_the_paper_counts_what_it_lists():
    paper = methodology_paper.compose(OLD, NEW)
    (counts,) = [
        block for block in paper.blocks if isinstance(block, Table) and block.header[0] == "Words"
    ]
    assert counts.rows[-2] == ("Filters", "1", "1", "2", "2")
    assert paper.version == "Methodology 2022 to 2026"
    assert paper.kosovo_footnote == ""


NAMES = st.lists(
    st.tuples(st.integers(1, 2), st.sampled_from("abcdefgh")), unique=True, max_size=10
)


@given(NAMES, NAMES)
def test_every_word_of_both_versions_is_accounted_for_once(before, after):
    def chart(names: list[tuple[int, str]]) -> ComparedVersion:
        filters = tuple(DatedFilter(Filter("WBCTi", no, name), ALWAYS) for no, name in names)
        return replace(OLD, words=replace(OLD.words, filters=filters))

    counts = tally(compare(chart(before), chart(after)).filters)
    both = counts[Fate.CHANGED] + counts[Fate.UNCHANGED]
    assert both + counts[Fate.REMOVED] == len(before)
    assert both + counts[Fate.ADDED] == len(after)


def test_an_offset_is_what_the_calendar_of_the_program_says():
    assert all(isinstance(each, CalendarOffset) for each in OLD.words.offsets)


def test_templates_a_version_brings_are_told_by_what_became_of_them():
    def brings(version: ComparedVersion, **files: str) -> ComparedVersion:
        told = [FileOfRecord("calendar.yaml", "c")]
        told += [FileOfRecord(f"templates/letters/{n}.txt.j2", sha) for n, sha in files.items()]
        return replace(version, files=tuple(told))

    found = compare(brings(OLD, a="1", b="2", c="3"), brings(NEW, b="2", c="4", d="5")).templates
    assert [(word.name[-8], word.fate) for word in found] == [
        ("a", Fate.REMOVED),
        ("b", Fate.UNCHANGED),
        ("c", Fate.CHANGED),
        ("d", Fate.ADDED),
    ]
