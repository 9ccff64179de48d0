"""Intake: what came back is kept, read, checked and answered; nothing is believed unread (I.2)."""

import logging

from data import clock, store
from data.queries import returns
from data.settings import settings
from data.vocabulary import Arrival, ReturnState
from tasks import copies, filing, judging
from tasks.edges import drop_folder, guard
from tasks.judging import Judged
from tasks.patience import step

log = logging.getLogger(__name__)


@step("collect what came back")
def collect_arrivals() -> list[str]:
    """The entries of the drop folder that wait to be read, by name."""
    return drop_folder.waiting(settings().root / "inbox")


@step("file a return")
def file_return(entry: str) -> int:
    """Keep, read and check one entry of the drop folder; returns how many files were new.

    The same bytes are read once, under whatever name they come. What cannot be read or does not
    fit what was asked is held with a sentence, never refused into nothing; the original is kept.
    """
    inbox = settings().root / "inbox"
    states = [_file(arrival) for arrival in drop_folder.opened(inbox, entry)]
    held = any(state in (ReturnState.HELD, ReturnState.REJECTED) for state in states)
    drop_folder.file_away(inbox, entry, "held" if held else "read")
    return sum(state is not None for state in states)


def _file(arrival: Arrival) -> ReturnState | None:
    with store.session() as session:
        sha256 = filing.put_on_shelf(session, arrival.content, arrival.name, clock.now())
        known = returns.find(session, sha256)
    if known is not None:
        log.info("%s came before as %s and was read then", arrival.name, known.file_name)
        return known.state if known.state is ReturnState.HELD else None
    draft = copies.draft_in(arrival)
    waits = copies.pass_on(settings().root / "inbox", arrival, draft) if draft else ""
    if draft and not waits:
        return None  # its remarks go into the register of comments
    refused = waits or arrival.problem or guard.why_refused(arrival.content)
    reading = None if refused else judging.read(arrival.content)
    with store.session() as session:
        judged = (
            judging.judge(session, arrival, reading)
            if reading is not None
            else Judged(ReturnState.HELD if waits else ReturnState.REJECTED, refused)
        )
        judging.keep(session, arrival, sha256, judged)
        judging.report(session, arrival, sha256, judged)
    return judged.state
