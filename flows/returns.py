"""Between intake and draft: what is held is settled by a named person (I.2, rule R5)."""

from prefect import flow

from data.vocabulary.settling import Settlement, TextDecision
from tasks import desk, settling
from tasks.desk import Ending, on_the_desk
from tasks.dispatch import hold_letters
from tasks.splitting import split_workbook


@flow(name="split", flow_run_name="Split {request}")
@on_the_desk
def split(cycle: str, request: str) -> Ending:
    """Send a partner its workbook in parts, one for each sub-pillar.

    When to press: when a partner asks to share its workbook among national contributors.
    What it does: it writes a letter with one workbook for each sub-pillar; all parts bear the
    identity of the request.
    What it never does: it asks again, and it moves no deadline.
    What next: read the letter in the outbox and release it. Parts that come back are taken in like
    any workbook and merged; where two contributors contradict each other, status says so.

    Args:
        cycle: Code of the cycle, for example 2025.
        request: Reference of the request, for example 2025-WBCTi-AL-response.
    """
    written = hold_letters(split_workbook(cycle, request))
    return desk.waiting(f"{written} letter with the parts of {request} written")


@flow(name="settle-return", flow_run_name="Settle {file} of {cycle}")
@on_the_desk
def settle_return(
    cycle: str,
    file: str,
    *,  # by name from here on, so that the form keeps the order in which an officer thinks
    outcome: Settlement,
    request: str = "",
    reason: str,
    recorded_by: str,
) -> Ending:
    """Decide about a returned workbook that is held because something about it is in doubt.

    When to press: when you have asked the member whose answers these are.
    What it does: it takes the workbook in under the request it answers, or rejects it; the
    original stays on the shelf either way.
    What it never does: it guesses, and it changes no word of the workbook.
    What next: take-in writes the sender a receipt.

    Args:
        cycle: Code of the cycle, for example 2025.
        file: Name of the held file as status shows it, or the first characters of its SHA-256.
        outcome: "accept" takes the answers in, "reject" does not.
        request: Reference of the request it answers, for example 2025-WBCTi-AL-response; empty
            takes the one the workbook itself names.
        reason: Why, in a sentence; who confirmed what.
        recorded_by: Your name.
    """
    return desk.waiting(settling.settle_return(cycle, file, outcome, request, reason, recorded_by))


@flow(name="restore-return", flow_run_name="Restore version {version} of {request}")
@on_the_desk
def restore_return(cycle: str, request: str, version: int, reason: str, recorded_by: str) -> Ending:
    """Let an earlier version of a member's answer count again.

    When to press: when a member says that its newer workbook was a mistake.
    What it does: it lets the answers up to that version count, and supersedes the later ones.
    What it never does: it deletes a version; the later ones can be restored in the same way.
    What next: drafts written from now on say what the restored version says.

    Args:
        cycle: Code of the cycle, for example 2025.
        request: Reference of the request, for example 2025-WBCTi-AL-response.
        version: Number of the version, counted from 1 in the order they were accepted.
        reason: Why, in a sentence.
        recorded_by: Your name.
    """
    return desk.waiting(settling.restore_return(cycle, request, version, reason, recorded_by))


@flow(name="confirm-blank", flow_run_name="Confirm a blank of {request}")
@on_the_desk
def confirm_blank(cycle: str, request: str, need: str, line: int, recorded_by: str) -> Ending:
    """Record that a member wants a line it left blank to be empty.

    When to press: when a newer workbook leaves a line blank that an older one filled, and the
    member has confirmed that the older words are to go.
    What it does: it leaves that line out of every draft from now on.
    What it never does: it deletes the older workbook, and no blank does this by itself.
    What next: nothing; a later workbook may fill the line again.

    Args:
        cycle: Code of the cycle, for example 2025.
        request: Reference of the request, for example 2025-WBCTi-AL-response.
        need: Number of the need, for example AL-12.
        line: Number of the line under that need.
        recorded_by: Your name.
    """
    return desk.waiting(settling.confirm_blank(cycle, request, need, line, recorded_by))


@flow(name="settle-text", flow_run_name="Settle text {text} of {cycle}")
@on_the_desk
def settle_text(
    cycle: str, text: int, decision: TextDecision, reason: str, recorded_by: str
) -> Ending:
    """Decide about a text that is held because it may hold sensitive information.

    When to press: when you have read the line in the member's workbook and, if in doubt, asked.
    What it does: "release" lets the text into drafts; "purge" takes it out of the books for good
    and keeps a record of the act with the text's SHA-256.
    What it never does: it shows the text, and it changes no other line.
    What next: nothing; the next draft follows your decision.

    Args:
        cycle: Code of the cycle, for example 2025.
        text: Number of the withheld text as status shows it.
        decision: "release" or "purge".
        reason: Why, in a sentence.
        recorded_by: Your name.
    """
    return desk.waiting(settling.settle_text(cycle, text, decision, reason, recorded_by))
