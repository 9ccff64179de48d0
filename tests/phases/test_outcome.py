"""What a whole year leaves behind."""

from collections import Counter
from pathlib import Path

from flows.overview import verify
from tests.phases.played_year import asked, letters
from tests.tables import rows

DECISIONS = """
    | round | outcome     | times |
    | 1     | adopted     | 2     |
    | 1     | not-adopted | 1     |
    | 2     | adopted     | 1     |
"""


def test_two_reports_are_adopted_at_first_and_one_after_it_was_returned(rehearsed: Path):
    taken = Counter(
        asked(
            rehearsed,
            "SELECT CAST(r.number AS TEXT), d.outcome FROM decision d "
            "JOIN approval_round r ON r.id = d.round",
        )
    )
    told = [(line["round"], line["outcome"], line["times"]) for line in rows(DECISIONS)]
    assert sorted((*pair, str(times)) for pair, times in taken.items()) == told


def test_every_report_is_released_through_both_doors(rehearsed: Path):
    doors = Counter(door for (door,) in asked(rehearsed, "SELECT door FROM release"))
    assert doors == {"members": 3, "public": 3}
    assert len(list((rehearsed / "members" / "2025").glob("*/manifest.json"))) == 3
    assert len(list((rehearsed / "website" / "2025").glob("*/index.html"))) == 3


def test_every_record_of_the_year_is_proven(rehearsed: Path):
    assert str(verify()).startswith("Every record is proven; the journal's head is ")


def test_after_release_no_letter_waits_in_the_outbox(rehearsed: Path):
    assert list((rehearsed / "outbox" / "held").iterdir()) == []
    assert asked(rehearsed, "SELECT DISTINCT state FROM letter") == [("sent",)]


def test_no_two_letters_bear_the_same_message_id(rehearsed: Path):
    seen = Counter(letter.message_id for _, letter in letters(rehearsed, "*.eml"))
    assert len(seen) > 200
    assert max(seen.values()) == 1


def test_every_letter_of_the_books_lies_in_sent_and_no_other_does(rehearsed: Path):
    known = {f"{name}" for (name,) in asked(rehearsed, "SELECT file_name FROM letter")}
    sent = {path.stem for path in (rehearsed / "outbox" / "sent").iterdir()}
    assert {name.removesuffix(".eml") for name in known} == sent


def test_the_drop_folder_is_empty_but_for_its_trays(rehearsed: Path):
    assert sorted(path.name for path in (rehearsed / "inbox").iterdir()) == ["held", "read"]


def test_the_wrong_file_lies_with_the_held_ones(rehearsed: Path):
    held = [path.name for path in (rehearsed / "inbox" / "held").iterdir()]
    assert held == ["2025-WBCTi-AL-response (2) final.xlsx"]
