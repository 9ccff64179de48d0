"""A whole cycle with simulated members, on a simulated clock; nothing leaves the house."""

from prefect import flow

from flows.approval import record_decision, submit_to_board
from flows.decision import confirm_decision
from flows.development import develop, dispose_comment, record_comment, remind, take_in
from flows.overview import verify
from flows.preparation import prepare, record_agreement
from flows.publication import publish
from flows.registers import import_members, import_needs
from tasks import desk, rehearsal
from tasks.desk import Ending, in_a_home_of_its_own
from tasks.simulated_answers import members_answer


@flow(name="rehearse", flow_run_name="Rehearse with seed {seed}")
@in_a_home_of_its_own
def rehearse(seed: int = 7, cycles: int = 2, home: str = "runtime/rehearsal") -> Ending:
    """Rehearse the whole year with simulated members.

    When to press: to see what the program does, or to train a new officer.
    What it does: it plays complete cycles in a home of its own; members open the real letters and
    workbooks and answer like people, the Board adopts two reports and returns one.
    What it never does: it sends nothing, and it touches no home that holds real work.
    What next: open the reports and pages it names. The same seed gives the same bytes; a rehearsal
    that was stopped goes on where it was.

    Args:
        seed: Any number; it decides who answers how.
        cycles: How many consecutive cycles are played.
        home: The folder of the rehearsal; one that was begun is continued.
    """
    codes = rehearsal.move_in(seed, cycles, home)
    before = (import_members, import_needs, prepare, record_agreement, rehearsal.write_minutes)
    during = (develop, members_answer, take_in, remind, record_comment, dispose_comment)
    after = (submit_to_board, record_decision, confirm_decision, publish)
    played = {act.name: act for act in (*before, *during, *after)}

    for station in desk.progress(rehearsal.stations(codes), rehearsal.left_to_play(codes)):
        played[station.verb](**station.arguments)

    verify()
    return desk.rehearsed(rehearsal.outcome_of(codes))
