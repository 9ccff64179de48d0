"""The state of play is read by the Secretariat: by report, without ranking, with the footnote."""

from data.vocabulary import KOSOVO_FOOTNOTE, TrackId, TrackState, TrackStatus, Wait
from tasks.rules import bulletin_page

NAMES = {"AL": "Albania", "XK": "Kosovo*", "BA": "Bosnia and Herzegovina"}
ASKED = TrackStatus(
    track=TrackId("2025", "WBCTi"),
    state=TrackState.COLLECTING,
    answered=1,
    asked=3,
    silent=("XK", "BA"),
    next="first draft",
    wait=Wait("%s partner(s)", frozenset({"XK", "BA"})),
    drafts=("first draft 1",),
    open_comments=(),
)
DONE = TrackStatus(
    track=TrackId("2025", "WBBSi"),
    state=TrackState.CLOSED,
    answered=0,
    asked=0,
    silent=(),
    next="nothing",
    wait=None,
    drafts=(),
    open_comments=(),
)


def page(*statuses: TrackStatus) -> str:
    return bulletin_page.compose("2025", "Waiting for 2 partners", statuses, NAMES)


def test_every_report_has_a_row_that_says_what_it_waits_for():
    assert [line for line in page(ASKED, DONE).splitlines() if line.startswith("| 2025")] == [
        "| 2025 WBCTi | collecting | 1 of 3 | first draft | 2 partners |",
        "| 2025 WBBSi | closed | nobody asked yet | nothing | nothing |",
    ]


def test_the_silent_stand_alphabetically_by_name_R15():
    assert "- **2025 WBCTi**: Bosnia and Herzegovina, Kosovo\\*" in page(ASKED)


def test_the_footnote_stands_once_and_only_where_the_name_stands_R14():
    footnote = KOSOVO_FOOTNOTE.replace("*", "\\*")
    assert page(ASKED).count(footnote) == 1
    assert page(DONE).count(footnote) == 0


def test_a_section_without_points_is_left_out():
    assert "###" in page(ASKED)
    assert "###" not in page(DONE)


def test_before_the_first_cycle_the_page_says_how_to_begin():
    told = bulletin_page.compose("", "Nothing to wait for", [], {})
    assert told.startswith("# State of play\n")
    assert "Begin with 0-import-members" in told
