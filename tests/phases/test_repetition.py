"""Every verb may be played again: no second letter, no other byte (rule R17)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from data import clock
from data.vocabulary import LettersMode, Outcome
from flows.approval import record_decision, submit_to_board
from flows.development import develop, release, remind, take_in
from flows.preparation import prepare
from flows.publication import publish
from tests.phases.conftest import FULL_YEAR
from tests.phases.played_year import asked, dump, tree

MoveIn = Callable[[str], Path]
SEND = LettersMode.RELEASE
AGAIN: dict[str, Callable[[], object]] = {
    "prepare": lambda: prepare("2025", letters=SEND),
    "develop": lambda: develop("2025", letters=SEND),
    "develop the second year": lambda: develop("2026", letters=SEND),
    "take-in": take_in,
    "release-letters": lambda: release("2025"),
    "publish": lambda: publish("2025", "WBCTi", letters=SEND),
}


@pytest.mark.parametrize("verb", AGAIN)
def test_r17_at_the_end_of_the_year_it_changes_nothing(move_in: MoveIn, verb: str):
    home = move_in(FULL_YEAR)
    before = tree(home), dump(home)
    AGAIN[verb]()
    assert _new(before[0], tree(home)) == []
    assert dump(home) == before[1]


def test_r17_nobody_is_reminded_twice_on_one_day(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    remind(letters=SEND)
    before = tree(home), dump(home)
    remind(letters=SEND)
    assert _new(before[0], tree(home)) == []
    assert dump(home) == before[1]


@pytest.mark.parametrize(("how", "folder"), [("hold", "held"), ("release", "sent")])
def test_reminders_are_sent_only_when_the_officer_says_so(move_in: MoveIn, how: str, folder: str):
    home = move_in("asked")
    mark = clock.read_mark()
    assert mark is not None
    [(deadline,)] = asked(home, "SELECT min(deadline) FROM request")
    late = datetime.fromisoformat(str(deadline)).replace(tzinfo=UTC) - timedelta(days=3)
    clock.write_mark(replace(mark, moment=late.isoformat()))
    remind("2025", letters=LettersMode(how))
    assert {path.parent.name for path in (home / "outbox").rglob("*reminder*.eml")} == {folder}


def test_r17_submitting_again_writes_to_no_seat_twice(move_in: MoveIn):
    home = move_in("with the Board")
    before = tree(home), dump(home)
    submit_to_board("2025", "WBCTi", letters=SEND)
    assert _new(before[0], tree(home)) == []
    assert dump(home) == before[1]


def test_r17_the_same_decision_recorded_again_is_kept_once(move_in: MoveIn):
    home = move_in("adopted")
    [(pillar, outcome, day, by, text, minutes)] = asked(
        home,
        "SELECT t.pillar, d.outcome, d.decided_on, d.recorded_by, d.text, d.minutes "
        "FROM decision d "
        "JOIN approval_round r ON r.id = d.round JOIN track t ON t.id = r.track "
        "ORDER BY d.id LIMIT 1",
    )
    before = tree(home), dump(home)
    told = record_decision(
        "2025",
        str(pillar),
        Outcome(str(outcome)),
        date.fromisoformat(str(day)),
        f"minutes-board-2025-{pillar}-{day}.txt",
        str(by),
        str(text),
        str(minutes),
    )
    assert str(told).startswith("Round 1 is ")
    assert _new(before[0], tree(home)) == []
    assert dump(home) == before[1]


def test_r17_a_return_that_comes_again_under_another_name_is_read_once(move_in: MoveIn):
    home = move_in(FULL_YEAR)
    came = home / "inbox" / "read" / "2025-WBBSi-AL-response final.xlsx"
    (home / "inbox" / "once more.xlsx").write_bytes(came.read_bytes())
    before = tree(home), dump(home)
    assert str(take_in()) == "0 returns filed, 0 receipts held"
    assert _new(before[0], tree(home)) == []
    assert dump(home) == before[1]


def _new(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The files that came, went or changed."""
    return sorted(name for name, _ in before.items() ^ after.items())
