"""Posting: held letters leave when a person says so, and never twice (rule R17)."""

import logging
from collections.abc import Sequence
from pathlib import Path

from data import clock, store
from data.queries import cycles, journal, requests
from data.queries.requests import LetterOnRecord
from data.settings import settings
from data.vocabulary import LettersMode, LetterState, RequestState, TrackState
from tasks import filing
from tasks.edges import postbox
from tasks.patience import step
from tasks.rules import transitions

log = logging.getLogger(__name__)


@step("release letters")
def release_letters(code: str, mode: LettersMode, pillars: Sequence[str] = ()) -> int:
    """Post the held letters of a cycle when they are to be released; returns how many went out.

    Sending is two-step: a letter is marked as released, posted, and marked as sent. After a crash
    in between it is posted once more at most, under the same Message-ID.
    """
    with store.session() as session:
        cycles.get(session, code)
        held = [
            letter
            for pillar in (pillars or ("",))
            for letter in requests.letters_in(
                session, code, pillar, LetterState.HELD, LetterState.RELEASED
            )
        ]
    outbox = settings().root / "outbox"
    for letter in held:
        postbox.hold(outbox, letter.file_name, filing.take_from_shelf(letter.eml_sha256))
    if mode is not LettersMode.RELEASE:
        return 0
    sent = 0
    box = _postbox(outbox)
    for letter in {letter.key: letter for letter in held}.values():
        with store.session() as session:
            requests.set_letter_state(session, letter.key, LetterState.RELEASED)
        content = filing.take_from_shelf(letter.eml_sha256)
        for finding in box.post(letter.file_name, content):
            log.warning("%s", finding)
        _mark_as_sent(letter)
        sent += 1
    return sent


def _postbox(outbox: Path) -> postbox.Postbox:
    config = settings()
    if not config.mail_host:
        return postbox.Outbox(outbox)
    password = config.mail_password.get_secret_value() if config.mail_password else ""
    return postbox.Smtp(outbox, config.mail_host, config.mail_port, config.mail_user, password)


def _mark_as_sent(letter: LetterOnRecord) -> None:
    at = clock.now()
    with store.session() as session:
        requests.set_letter_state(session, letter.key, LetterState.SENT, at)
        journal.append(
            session, at, "Secretariat", "letter sent", letter.key, {"letter": letter.eml_sha256}
        )
        if letter.request is None or not letter.kind.startswith("request-"):
            return
        if requests.state_of(session, letter.request) is RequestState.HELD:
            requests.set_state(session, letter.request, RequestState.SENT, at)
        track = requests.track_of(session, letter.request)
        state = cycles.track_state(session, track)
        if state is TrackState.STRUCTURE_AGREED:
            cycles.set_track_state(session, track, transitions.move(state, TrackState.COLLECTING))
