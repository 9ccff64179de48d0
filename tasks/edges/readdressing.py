"""A letter that came back is written again: every word and file as before, only the address new."""

from collections.abc import Sequence
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from email.utils import format_datetime


def readdressed(
    content: bytes, message_id: str, to: Sequence[str], copy_to: Sequence[str], at: datetime
) -> bytes:
    """The same message for other receivers; the same arguments give the same bytes.

    Args:
        content: The message as it was sent, as `tasks.edges.messages.message` wrote it.
        message_id: The Message-ID of the new one, so that an answer is known to be to it.
        to: Whom it goes to, one address each.
        copy_to: Who gets a copy; may be empty.
        at: When it is written again.
    """
    mail = message_from_bytes(content, policy=SMTP)
    mail.replace_header("Message-ID", message_id)
    mail.replace_header("Date", format_datetime(at.astimezone(UTC)))
    mail.replace_header("To", ", ".join(to))
    if copy_to and "Cc" in mail:
        mail.replace_header("Cc", ", ".join(copy_to))
    elif copy_to:
        mail["Cc"] = ", ".join(copy_to)
    else:
        del mail["Cc"]
    return mail.as_bytes()
