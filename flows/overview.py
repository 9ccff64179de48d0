"""At any time: where the cycle stands, and whether the records still prove what they say."""

from prefect import flow

from data.vocabulary import TrackStatus
from tasks import bulletin, desk, records
from tasks.desk import Ending, on_the_desk


@flow(name="status", flow_run_name="Status {cycle}")
@on_the_desk
def status(cycle: str = "") -> list[TrackStatus]:
    """Show where each pillar stands, who answered, what is next and what waits for whom.

    When to press: at any time.
    What it does: it reads the books and shows a table, here as an artifact.
    What it never does: it changes nothing.
    What next: the table says it.

    Args:
        cycle: Code of the cycle; empty for all cycles.
    """
    lines = bulletin.state_of_play(cycle)
    bulletin.publish_bulletin(cycle, lines)
    return lines


@flow(name="verify", flow_run_name="Verify {cycle}")
@on_the_desk
def verify(cycle: str = "") -> Ending:
    """Prove the records again: every hash, the journal's chain, and what was released.

    When to press: before a Board meeting, after a restore, and whenever you doubt.
    What it does: it computes every hash anew and holds releases against decisions.
    What it never does: it repairs nothing by itself.
    What next: each mismatch is a sentence that says what is not as it was.

    Args:
        cycle: Code of the cycle; empty for all cycles.
    """
    mismatches = records.verify_records(cycle)
    return desk.proven(mismatches, records.head_of_journal(), records.purged_files())
