"""Sending: what every letter goes through on its way out, and never twice (rule R17)."""

from collections.abc import Callable, Iterable
from datetime import datetime

from data import clock, store
from data.errors.base import Refusal
from data.queries import journal, requests
from data.queries.requests import LetterOnRecord
from data.settings import settings
from data.store import Session
from data.vocabulary import LettersMode, LetterState
from tasks import filing
from tasks.edges import postbox

Afterwards = Callable[[Session, LetterOnRecord, datetime], None]
"""What else changes when a letter has gone out, in the same unit of work."""


def send(
    letters: Iterable[LetterOnRecord], mode: LettersMode, afterwards: Afterwards | None = None
) -> list[str]:
    """Make sure that each letter is held, and post it when letters are to be released.

    Sending is two-step: a letter is marked as released, posted, and marked as sent. After a crash
    in between it is posted once more at most, under the same Message-ID. One letter that is refused
    does not keep back those behind it; a silent server keeps back all.

    Returns:
        A sentence for each letter that was refused.

    Raises:
        MailServerSilent: the server does not answer; what was not sent is sent by the next run.
    """
    box = _postbox() if mode is LettersMode.RELEASE else None
    refused = (_handle(box, letter, afterwards) for letter in letters)
    return [str(refusal) for refusal in refused if refusal]


def _handle(
    box: postbox.Postbox | None, letter: LetterOnRecord, afterwards: Afterwards | None
) -> Refusal | None:
    content = filing.take_from_shelf(letter.eml_sha256)
    try:
        postbox.hold(settings().root / "outbox", letter.file_name, content)
        if box is None:
            return None
        with store.session() as session:
            requests.set_letter_state(session, letter.key, LetterState.RELEASED)
        refused = box.post(letter.file_name, content)
    except Refusal as refusal:
        return refusal
    at, facts = clock.now(), {"letter": letter.eml_sha256}
    if refused:
        facts["not delivered to all"] = " ".join(str(finding) for finding in refused)
    with store.session() as session:
        requests.set_letter_state(session, letter.key, LetterState.SENT, at)
        journal.append(session, at, "Secretariat", "letter sent", letter.key, facts)
        if afterwards:
            afterwards(session, letter, at)
    return None


def _postbox() -> postbox.Postbox:
    config = settings()
    outbox = config.root / "outbox"
    if not config.mail_server:
        return postbox.Outbox(outbox)
    password = config.mail_password.get_secret_value() if config.mail_password else ""
    return postbox.Smtp(outbox, config.mail_server, config.mail_port, config.mail_user, password)
