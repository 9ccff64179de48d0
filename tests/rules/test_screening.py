"""The screen of a whole return: which lines are held, what is said of them, and how fast."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.reference.screening import screening_lists
from data.vocabulary import (
    AnswerState,
    FollowUp,
    NeedReply,
    Part,
    Place,
    PlannedReply,
    Reading,
    RequestKind,
    ResponseLine,
    Severity,
    StatementKind,
    SupportLine,
)
from data.vocabulary.screening import Sensitive
from tasks.rules.screening import (
    cells_of,
    findings_of,
    screen,
    screen_reading,
    sha256_of,
    withheld,
)
from tests.rules.test_screening_hits import EVERY
from tests.rules.test_screening_innocent import SENTENCES as INNOCENT

LISTS = screening_lists()


def reading(**parts: object) -> Reading:
    none = dict.fromkeys(
        ("replies", "responses", "support", "additional", "unplaced", "findings"), ()
    )
    return Reading(RequestKind.RESPONSE, {}, "1", **{**none, **parts})


HELD = ResponseLine(
    "al-ct-01", 2, StatementKind.ONGOING, "Call +355 69 212 3456", None, "OG 12/2025"
)
HARMLESS = ResponseLine("al-ct-01", 1, StatementKind.ACHIEVED, "Law on Police adopted")


def test_the_samples_are_balanced_and_many():
    assert len(EVERY) + len(INNOCENT) >= 120
    assert min(len(EVERY), len(INNOCENT)) >= 60


def test_only_the_line_with_a_hit_is_held():
    (line,) = screen_reading(reading(responses=(HARMLESS, HELD)), LISTS)
    assert (line.part, line.need, line.line) == (Part.RESPONSE, "al-ct-01", 2)
    assert line.kinds == (Sensitive.TELEPHONE,)
    assert line.reasons == ("It seems to hold a telephone number.",)


def test_every_part_of_a_return_is_screened():
    said = "Our informant says that +355 69 212 3456 is used."
    place = Place("Sheet", "C7")
    found = screen_reading(
        reading(
            responses=(ResponseLine("a", 1, None, "Law adopted", project=said, place=place),),
            support=(SupportLine("b", 2, "Project", implementer=said, place=place),),
            replies=(NeedReply("c", AnswerState.LATER, said, place),),
            planned=(PlannedReply("d", 3, FollowUp.DONE, said, place),),
            additional=((place, said),),
            unplaced=((place, said),),
        ),
        LISTS,
    )
    assert [(each.part.value, each.need, each.line) for each in found] == [
        ("response", "a", 1),
        ("support", "b", 2),
        ("reply", "c", 0),
        ("planned", "d", 3),
        ("additional", "", 0),
        ("unplaced", "", 0),
    ]
    assert {each.place for each in found} == {place}
    assert {each.kinds for each in found} == {(Sensitive.TELEPHONE, Sensitive.SOURCE)}


def test_the_hash_is_that_of_all_filled_cells_of_the_line():
    (line,) = screen_reading(reading(responses=(HELD,)), LISTS)
    assert cells_of(HELD) == ("Call +355 69 212 3456", "OG 12/2025", "", "", "")
    assert line.text_sha256 == sha256_of("Call +355 69 212 3456\nOG 12/2025")


def test_a_finding_says_which_cell_and_why_and_never_the_text():
    place = Place("2 Institutional set-up", "E14")
    text = "The suspect Igor T. uses BG 1234-AB."
    held = screen_reading(
        reading(responses=(ResponseLine("a", 1, None, text, place=place),)), LISTS
    )
    found = findings_of(held)
    assert [finding.code for finding in found] == ["sensitive-person", "sensitive-plate"]
    assert {(finding.severity, finding.place) for finding in found} == {(Severity.BLOCKS, place)}
    for finding in found:
        assert "Igor" not in str(finding)
        assert "1234" not in str(finding)
        assert "Secretariat" in finding.remedy
        assert "mapping settle-text" in finding.remedy


def test_the_books_keep_what_was_held_without_the_text():
    held = screen_reading(reading(responses=(HELD,)), LISTS)
    (kept,) = withheld(held, {"al-ct-01"})
    assert (kept.part, kept.need, kept.line) == (Part.RESPONSE, "al-ct-01", 2)
    assert (kept.reasons, kept.text_sha256) == (held[0].reasons, held[0].text_sha256)


def test_a_line_on_a_need_nobody_asked_about_is_held_as_a_loose_text():
    (kept,) = withheld(screen_reading(reading(responses=(HELD,)), LISTS), {"al-ct-99"})
    assert (kept.part, kept.need) == (Part.UNPLACED, "")


@given(st.text(max_size=300))
def test_no_text_stops_the_screen(text: str):
    for hit in screen(text, LISTS):
        assert 0 <= hit.start < hit.end <= len(text)


PIECES = st.sampled_from(
    [*(word for row in [*EVERY, *INNOCENT] for word in row["sentence"].split()), "\n", "(", "+"]
)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_no_mixture_of_real_words_stops_the_screen(text: str):
    hits = screen(text, LISTS)
    assert list(hits) == sorted(hits, key=lambda hit: (hit.start, -hit.end))
    assert hits == screen(text, LISTS)


NUMBERS = ["+383 44 123 456", "0101990500003", "AL47212110090000000235698741", "4012888888881881"]


@given(
    st.sampled_from(NUMBERS), st.lists(st.sampled_from("\u200b\u200d\u2060\ufeff\xad"), max_size=5)
)
def test_signs_of_no_width_hide_no_number(number: str, signs: list[str]):
    hidden = "".join(a + "".join(signs) for a in number)
    assert [hit.kind for hit in screen(hidden, LISTS)] == [
        hit.kind for hit in screen(number, LISTS)
    ]
    assert len(screen(hidden, LISTS)) == 1


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken) * 1000


ORDINARY = " ".join(
    "The Ministry established a specialised unit with 24 staff; cooperation with Europol goes on."
    for _ in range(400)
)[:30_000]
STUBBORN = [
    "1", "1 ", "123 ", "a.b.", "a@", "suspect ", "suspect Arben ", "operation ", "a", "al47 ",
    "044 12 ", "informant ", "41.1234", "41°19", "ç\u030c", 'operation "aa ', "ab 123 bg 1234 ",
    "4111 ", "avicvicvic", "Abc B. suspect ", " ", "\n", "осомничен ", "lat. 1",
]  # fmt: skip


@pytest.mark.endurance
def test_thirty_thousand_characters_take_less_than_fifty_milliseconds():
    assert len(ORDINARY) == 30_000
    assert milliseconds(lambda: screen(ORDINARY, LISTS)) < 50


@pytest.mark.endurance
@pytest.mark.parametrize("piece", STUBBORN)
def test_time_grows_with_the_length_of_the_text_alone(piece: str):
    short, long = (piece * (size // len(piece)) for size in (7_500, 30_000))
    once = milliseconds(lambda: screen(short, LISTS))
    assert milliseconds(lambda: screen(long, LISTS)) < 8 * once + 5


@pytest.mark.endurance
def test_a_workbook_of_120_needs_is_screened_in_five_milliseconds():
    words = "Ministarstvo je usvojilo strategiju i obučilo {} službenika za rad na granici."
    lines = tuple(
        ResponseLine(
            f"me-bs-{need}",
            1,
            StatementKind.ACHIEVED,
            words.format(need),
            reference=f"OG {need}/2025",
            date_text="Q3 2025",
            project="EU4FAST-WB",
        )
        for need in range(120)
    )
    returned = reading(responses=lines)
    screen_reading(returned, LISTS)
    assert milliseconds(lambda: screen_reading(returned, LISTS)) < 5
