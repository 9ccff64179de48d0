"""At any time: what a sentence of a draft rests on, to the very cell."""

from prefect import flow

from tasks import desk
from tasks.desk import Ending, on_the_desk
from tasks.tracing import trace_draft


@flow(name="trace", flow_run_name="Trace {file}")
@on_the_desk
def trace(file: str, anchor: str = "", text: str = "") -> Ending:
    """Show what a draft rests on: member, request, returned file, sheet and cell.

    When to press: when somebody asks where a sentence, a row or a figure comes from.
    What it does: it knows the draft by its bytes or by what the file says of itself, opens the
    snapshot the draft was written from, and names every source of what you point at.
    What it never does: it changes nothing, and it shows nothing to anybody outside.
    What next: the returned file is on the shelf under its SHA-256.

    Args:
        file: The Word file, the draft itself or an edited copy of it.
        anchor: One anchor, as a bookmark in Word shows it; empty for all.
        text: Some words as they stand in the draft; empty for all.
    """
    return desk.waiting(trace_draft(file, anchor, text))
