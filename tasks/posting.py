"""Posting: held letters leave when a person says so, and never twice (rule R17)."""

from collections.abc import Sequence
from pathlib import Path

from data import clock, store
from data.errors.base import Refusal
from data.errors.dispatch import LettersKeptBack
from data.queries import cycles, journal, requests
from data.queries.requests import LetterOnRecord
from data.settings import settings
from data.vocabulary import Finding, LettersMode, LetterState, RequestState, TrackState
from tasks import filing
from tasks.edges import postbox
from tasks.patience import step
from tasks.rules import transitions
from tasks.rules.phrases import counted


@step("release letters")
def release_letters(code: str, mode: LettersMode, pillars: Sequence[str] = ()) -> int:
    """Post the held letters of a cycle when they are to be released; returns how many went out.

    Sending is two-step: a letter is marked as released, posted, and marked as sent. After a crash
    in between it is posted once more at most, under the same Message-ID.

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
    outbox = settings().root / "outbox"
    box = _postbox(outbox)
    once = {letter.key: letter for letter in held}.values()
    kept_back = [
        str(refusal)
        for letter in once
        if (refusal := _handle(outbox, box if mode is LettersMode.RELEASE else None, letter))
    ]
    if kept_back:
        lines = "".join(f"\n  - {sentence}" for sentence in kept_back)
        raise LettersKeptBack(count=counted(len(kept_back), "letter"), sentences=lines)
    return len(once) if mode is LettersMode.RELEASE else 0


def _handle(outbox: Path, box: postbox.Postbox | None, letter: LetterOnRecord) -> Refusal | None:
    """Make sure a letter is held, and post it when there is a box for it.

    One letter that is refused does not keep back those behind it; a silent server keeps back all.
    """
    content = filing.take_from_shelf(letter.eml_sha256)
    try:
        postbox.hold(outbox, letter.file_name, content)
        if box is None:
            return None
        with store.session() as session:
            requests.set_letter_state(session, letter.key, LetterState.RELEASED)
        refused = box.post(letter.file_name, content)
    except Refusal as refusal:
        return refusal
    _mark_as_sent(letter, refused)
    return None


def _postbox(outbox: Path) -> postbox.Postbox:
    config = settings()
    if not config.mail_host:
        return postbox.Outbox(outbox)
    password = config.mail_password.get_secret_value() if config.mail_password else ""
    return postbox.Smtp(outbox, config.mail_host, config.mail_port, config.mail_user, password)


def _mark_as_sent(letter: LetterOnRecord, refused: Sequence[Finding]) -> None:
    at = clock.now()
    facts = {"letter": letter.eml_sha256}
    if refused:
        facts["not delivered to all"] = " ".join(str(finding) for finding in refused)
    with store.session() as session:
        requests.set_letter_state(session, letter.key, LetterState.SENT, at)
        journal.append(session, at, "Secretariat", "letter sent", letter.key, facts)
        if letter.request is None or not letter.kind.startswith("request-"):
            return
        if requests.state_of(session, letter.request) is RequestState.HELD:
            requests.set_state(session, letter.request, RequestState.SENT, at)
        track = requests.track_of(session, letter.request)
        state = cycles.track_state(session, track)
        if state is TrackState.STRUCTURE_AGREED:
            cycles.set_track_state(session, track, transitions.move(state, TrackState.COLLECTING))
