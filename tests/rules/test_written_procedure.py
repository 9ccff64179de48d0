"""A written procedure runs once every seat has its letter, and its end is no decision (R9)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary.board import Delivery, DeliveryNote, ProcedureState, Voice, Vote
from tasks.rules.written_procedure import stand
from tests.tables import rows

SEATS = ("AL", "BA", "EC")
PERIOD = timedelta(days=14)
# What happened, as "day seat what"; the letters left on 1 June.
CASES = rows(
    """
    | case                              | happened                                            | now | state                  | seats | ends |
    | nothing is known                  |                                                     | 30  | waits for delivery     | AL BA EC |   |
    | one letter is not known           | 1 AL delivered, 1 BA delivered                      | 30  | waits for delivery     | EC    |      |
    | all have it                       | 1 AL delivered, 1 BA delivered, 3 EC delivered      | 4   | running                |       | 17   |
    | a moment before its end           | 1 AL delivered, 1 BA delivered, 3 EC delivered      | 16  | running                |       | 17   |
    | at its end                        | 1 AL delivered, 1 BA delivered, 3 EC delivered      | 17  | expired                |       | 17   |
    | one bounced                       | 1 AL delivered, 1 BA bounced, 1 EC delivered        | 30  | stopped by a bounce    | BA    |      |
    | it bounced late                   | 1 AL delivered, 1 BA delivered, 1 EC delivered, 13 BA bounced | 30 | stopped by a bounce | BA |  |
    | and was delivered anew            | 1 AL delivered, 1 BA bounced, 1 EC delivered, 9 BA delivered | 22 | running | | 23 |
    | said twice counts from the first  | 1 AL delivered, 1 BA delivered, 1 EC delivered, 9 BA delivered | 15 | expired | | 15 |
    | an objection                      | 1 AL delivered, 1 BA delivered, 1 EC delivered, 5 EC object | 5 | broken by an objection | EC | |
    | an objection after its end        | 1 AL delivered, 1 BA delivered, 1 EC delivered, 20 EC object | 20 | broken by an objection | EC | |
    | an objection while it is stopped  | 1 AL delivered, 1 BA bounced, 1 EC delivered, 5 AL object | 5 | broken by an objection | AL | |
    | withdrawn on the same day         | 1 AL delivered, 1 BA delivered, 1 EC delivered, 5 EC object, 5 EC approve | 20 | broken by an objection | EC | |
    | an approval taken back            | 1 AL delivered, 1 BA delivered, 1 EC delivered, 5 EC approve, 5 EC none | 20 | expired | | 15 |
    | all approve                       | 1 AL delivered, 1 BA delivered, 1 EC delivered, 2 AL approve, 2 BA approve, 2 EC approve | 3 | running | | 15 |
    """  # noqa: E501 - the table is read across
)


def june(day: int) -> datetime:
    return datetime(2026, 6, day, 9, tzinfo=UTC)


def happened(told: str) -> tuple[list[DeliveryNote], list[Voice]]:
    deliveries: list[DeliveryNote] = []
    voices: list[Voice] = []
    for day, seat, what in (each.split() for each in told.split(",") if each.strip()):
        at = june(int(day))
        if what in list(Delivery):
            deliveries.append(DeliveryNote(seat, Delivery(what), "M. M.", at))
        else:
            voices.append(Voice(seat, Vote(what), "because", "", "M. M.", at))
    return deliveries, voices


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["case"])
def test_where_a_written_procedure_stands(row):
    found = stand(SEATS, *happened(row["happened"]), PERIOD, june(int(row["now"])))
    assert found.state is ProcedureState(row["state"])
    assert found.seats == tuple(row["seats"].split())
    assert found.ends_at == (june(int(row["ends"])) if row["ends"] else None)


@given(
    st.lists(st.sampled_from(SEATS[:2]), max_size=6),
    st.integers(min_value=1, max_value=30),
)
def test_no_time_makes_up_for_a_seat_of_which_nothing_is_known(seats, now):
    notes = [DeliveryNote(seat, Delivery.DELIVERED, "M. M.", june(1)) for seat in seats]
    found = stand(SEATS, notes, [], PERIOD, june(now))
    assert found.state is ProcedureState.WAITS_FOR_DELIVERY


def test_a_board_without_seats_never_expires():
    assert stand((), [], [], PERIOD, june(30)).state is ProcedureState.WAITS_FOR_DELIVERY
