"""Every state knows what may follow it; every other move is refused by name."""
# ruff: noqa: E501 -- the table is read across

import pickle
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors.transitions import MoveNotAllowed
from data.vocabulary import RequestState, ReturnState, RoundState, TrackState
from tasks.rules.transitions import allowed_from, has_reached, move

ALLOWED = {
    TrackState: """
        planned           > preparing
        preparing         > structure agreed
        structure agreed  > collecting
        collecting        > first draft
        first draft       > consulting
        consulting        > final draft, collecting
        final draft       > with the Board, approved
        with the Board    > approved, final draft
        approved          > in the database, with the Board, final draft
        in the database   > summary published
        summary published > closed
        closed            >
    """,
    RequestState: """
        draft                > held, closed without reply, declined
        held                 > sent, partly received, received, closed without reply, declined
        sent                 > acknowledged, partly received, received, closed without reply, declined
        acknowledged         > partly received, received, closed without reply, declined
        partly received      > received, queried, closed without reply, declined
        received             > queried, confirmed
        queried              > partly received, received, confirmed, closed without reply, declined
        confirmed            > partly received, received, queried
        closed without reply > partly received, received
        declined             > partly received, received
    """,
    ReturnState: """
        received   > read, held, rejected
        held       > read, accepted, rejected
        read       > accepted, held, rejected
        accepted   > superseded
        rejected   >
        superseded > accepted
    """,
    RoundState: """
        prepared                > open, void
        open                    > adopted, adopted with amendments, not adopted, void, postponed
        postponed               > adopted, adopted with amendments, not adopted, void, open
        adopted                 > open, void
        adopted with amendments > open, void
        not adopted             > open, void
        void                    >
    """,
}
MACHINES = list(ALLOWED)


def table(machine) -> dict:
    lines = (line.split(">") for line in ALLOWED[machine].strip().splitlines())
    return {
        machine(before.strip()): {
            machine(each.strip()) for each in after.split(",") if each.strip()
        }
        for before, after in lines
    }


PAIRS = [pair for machine in MACHINES for pair in product(machine, machine)]


@pytest.mark.parametrize(
    ("current", "new"), PAIRS, ids=lambda state: f"{type(state).__name__} {state}"
)
def test_every_pair_of_states_is_allowed_or_refused_as_the_table_says(current, new):
    if current == new or new in table(type(current))[current]:
        assert move(current, new) is new
    else:
        with pytest.raises(MoveNotAllowed):
            move(current, new)


@pytest.mark.parametrize("machine", MACHINES)
def test_no_state_is_forgotten(machine):
    assert set(table(machine)) == set(machine)


def test_a_refusal_names_the_thing_both_states_and_the_way_on():
    with pytest.raises(MoveNotAllowed) as refusal:
        move(TrackState.CONSULTING, TrackState.APPROVED)
    assert str(refusal.value) == (
        "The track stands at “consulting” and cannot become “approved”. What the Secretariat can "
        "do from here: “final draft” by `mapping develop`, “collecting” by "
        "`mapping develop`."
    )


def test_a_last_state_says_that_nothing_follows():
    with pytest.raises(MoveNotAllowed, match="nothing, since this is its last state"):
        move(RoundState.VOID, RoundState.OPEN)


def test_a_refusal_survives_the_journey():
    with pytest.raises(MoveNotAllowed) as refusal:
        move(ReturnState.REJECTED, ReturnState.ACCEPTED)
    assert str(pickle.loads(pickle.dumps(refusal.value))) == str(refusal.value)  # noqa: S301 -- our own bytes


def test_R17_a_step_run_again_finds_the_state_it_left():
    assert move(TrackState.COLLECTING, TrackState.COLLECTING) is TrackState.COLLECTING


def test_a_returned_report_goes_back_to_its_final_draft():
    assert move(TrackState.WITH_THE_BOARD, TrackState.FINAL_DRAFT) is TrackState.FINAL_DRAFT


def test_R3_whether_the_first_draft_was_reached_follows_the_year():
    assert not has_reached(TrackState.COLLECTING, TrackState.FIRST_DRAFT)
    assert has_reached(TrackState.FIRST_DRAFT, TrackState.FIRST_DRAFT)
    assert has_reached(TrackState.CONSULTING, TrackState.FIRST_DRAFT)


@given(st.data())
def test_wandering_along_allowed_moves_never_leaves_the_machine(data):
    state = data.draw(st.sampled_from(MACHINES).flatmap(st.sampled_from))
    for _ in range(12):
        ways = sorted(allowed_from(state))
        if not ways:
            return
        new = move(state, data.draw(st.sampled_from(ways)))
        assert type(new) is type(state)
        state = new


@pytest.mark.parametrize("current", [state for machine in MACHINES for state in machine])
def test_every_way_on_names_its_command(current):
    assert all(command.startswith("mapping ") for command in allowed_from(current).values())


@pytest.mark.parametrize("state", list(TrackState))
def test_every_track_can_still_be_closed(state):
    seen, ahead = set(), [state]
    while ahead:
        seen.add(here := ahead.pop())
        ahead.extend(way for way in allowed_from(here) if way not in seen)
    assert TrackState.CLOSED in seen
