"""The memory is kept: copied, handed over, and freed of what must not be in it."""

from collections.abc import Sequence

from prefect import flow

from tasks import bulletin, desk, handover, keeping, purging
from tasks.desk import Ending, on_the_desk


@flow(name="backup", flow_run_name="Back the home up")
@on_the_desk
def backup(to: str) -> Ending:
    """Copy everything into one file: books, shelf, letters, releases and accounts.

    When to press: every day, and before anything is moved or installed.
    What it does: it copies the books as they stand at one moment and every file after them, while
    others work; a manifest in the file holds the SHA-256 of each part.
    What it never does: it writes over a file; it takes neither first passwords nor Prefect's runs.
    What next: carry the file to another machine. It holds what members alone may see. On an empty
    home, mapping restore makes the same home of it and proves it.

    Args:
        to: The file that is written, for example /backups/2026-06-20.zip.
    """
    return desk.waiting(keeping.back_up(to))


@flow(name="purge", flow_run_name="Purge of {cycle}, decided by {decided_by}")
@on_the_desk
def purge(
    cycle: str,
    reason: str,
    decided_by: str,
    file_: Sequence[str] = (),
    text: Sequence[str] = (),
) -> Ending:
    """Remove a file or a text that must not be kept; its hash, the reason and a name stay.

    When to press: when personal or sensitive data came in, and a person decided that they go.
    What it does: it writes the act into the journal, then removes the bytes from the shelf with
    their copies in the inbox and outbox, and the text from the row it stands in.
    What it never does: it removes no report or summary that went before the Board, and no line of
    the journal. Backups made before still hold the data.
    What next: verify tells on which day what was purged, by whom and why.

    Args:
        cycle: Code of the cycle, for example 2025.
        reason: Why it must go, in words that may be read by everybody who verifies.
        decided_by: Name of the person who decided it.
        file_: SHA-256 of files on the shelf, or at least the first 8 digits of it.
        text: Numbers of texts the screen held, as status and settle-text name them.
    """
    return desk.waiting(purging.purge(cycle, file_, text, reason, decided_by))


@flow(name="handover", flow_run_name="Hand {cycle} over")
@on_the_desk
def hand_over(cycle: str) -> Ending:
    """Write one folder with which a new officer goes on in the middle of a cycle.

    When to press: before somebody leaves, or takes over for a while.
    What it does: it writes state, next steps, open questions, dates, contacts, letters and files
    into the folder handover, as a Word paper with tables beside it.
    What it never does: it puts no password or key there, and it changes nothing in the cycle.
    What next: the paper says it, in its last chapter.

    Args:
        cycle: Code of the cycle, for example 2025.
    """
    return desk.waiting(handover.write_handover(cycle, bulletin.state_of_play(cycle)))
