"""What becomes of letters after they left: one that came back is written again."""

from prefect import flow

from tasks import desk
from tasks.desk import Ending, on_the_desk
from tasks.dispatch import write_again


@flow(name="resend-letter", flow_run_name="Write a letter of {cycle} again")
@on_the_desk
def resend_letter(cycle: str, letter: str, reason: str, recorded_by: str) -> Ending:
    """Write a letter that came back once more, for the corrected address.

    When to press: when a letter bounced and the register has the right contact by now.
    What it does: it takes the very words and files of the letter, addresses them as the register
    says, and holds the new letter in the outbox.
    What it never does: it writes to an address the letter has gone to, or twice for one press.
    What next: read it and release it with release-letters or release-proposal-letters; one to a
    seat of the Board is followed by record-delivery or record-proposal-delivery.

    Args:
        cycle: Code of the cycle, for example 2025; for a letter on a proposal: Methodology.
        letter: Name of its file in the folder "outbox/sent".
        reason: What became of the letter.
        recorded_by: Your name.
    """
    return desk.waiting(write_again(cycle, letter, reason, recorded_by))
