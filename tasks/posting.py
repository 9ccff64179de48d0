"""Posting: held letters leave when a person says so, and never twice (rule R17)."""

from collections.abc import Sequence
from datetime import datetime

from data import store
from data.errors.dispatch import LettersKeptBack
from data.queries import cycles, requests
from data.queries.requests import LetterOnRecord
from data.store import Session
from data.vocabulary import LettersMode, LetterState, RequestState, TrackState
from tasks import sending
from tasks.patience import step
from tasks.rules import transitions
from tasks.rules.phrases import counted


@step("release letters")
def release_letters(code: str, mode: LettersMode, pillars: Sequence[str] = ()) -> int:
    """Post the held letters of a cycle when they are to be released; returns how many went out.

    Raises:
        LettersKeptBack: some letters were refused; all the others went out.
        MailServerSilent: the server does not answer; what was not sent is sent by the next run.
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
    once = {letter.key: letter for letter in held}
    kept_back = sending.send(once.values(), mode, _request_sent)
    if kept_back:
        lines = "".join(f"\n  - {sentence}" for sentence in kept_back)
        raise LettersKeptBack(count=counted(len(kept_back), "letter"), sentences=lines)
    return len(once) if mode is LettersMode.RELEASE else 0


def _request_sent(session: Session, letter: LetterOnRecord, at: datetime) -> None:
    """With its letter a request is sent, and with the first one its track collects."""
    if letter.request is None or not letter.kind.startswith("request-"):
        return
    if requests.state_of(session, letter.request) is RequestState.HELD:
        requests.set_state(session, letter.request, RequestState.SENT, at)
    track = requests.track_of(session, letter.request)
    state = cycles.track_state(session, track)
    if state is TrackState.STRUCTURE_AGREED:
        cycles.set_track_state(session, track, transitions.move(state, TrackState.COLLECTING))
