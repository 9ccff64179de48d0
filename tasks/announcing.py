"""What members are told once an approved report is released: a mail, a letter on paper (I.4)."""

from functools import partial

from data import clock, snapshots, store
from data.queries import board, cycles, drafts, members, releases
from data.settings import settings
from data.store import Session
from data.vocabulary import (
    Decision,
    Document,
    Door,
    DraftKind,
    Enclosure,
    LetterToWrite,
    TrackId,
)
from tasks import filing, public_site, transmitting
from tasks.patience import step
from tasks.rules import deadlines, transmittals


@step("letters on the release")
def tell_members(track: TrackId, decision: Decision) -> list[LetterToWrite]:
    """Letters that tell every member of the pillar where the approved report is."""
    with store.session() as session:
        cycle = cycles.get(session, track.cycle)
        told = members.in_pillar(session, track.pillar, cycle.taxonomy_on)
        letter = _letter(session, track, decision)
    place = _place(track)
    return [
        LetterToWrite(
            key=f"{place}/released/{decision.round_number}/{member.code}",
            kind="released",
            cycle=track.cycle,
            pillar=track.pillar,
            member=member.code,
            facts={
                "approved_on": deadlines.long_date(decision.decided_on),
                "address": place,
                "summary_address": _address(track),
            },
            on_paper=letter,
        )
        for member in told
    ]


def _place(track: TrackId) -> str:
    return f"{track.cycle}/{track.pillar}"


def _address(track: TrackId) -> str:
    return f"{settings().public_address}/{_place(track)}/"


def _letter(session: Session, track: TrackId, decision: Decision) -> Document:
    """The letter of transmittal, which names both files as the Board decided on them."""
    opened = board.decided_round(session, track, decision)
    snapshot = snapshots.from_bytes(filing.take_from_shelf(opened.report_snapshot))
    final = next(
        each
        for each in drafts.every(session, track, DraftKind.FINAL)
        if each.sha256 == opened.report_sha256
    )
    named = partial(public_site.file_name, session, track)
    files = [
        Enclosure(named(kind, sha256), what, sha256, filing.WORD)
        for kind, what, sha256 in (
            (DraftKind.FINAL, "the report, in the IISG Database", opened.report_sha256),
            (DraftKind.SUMMARY, "its summary, on the website", opened.summary_sha256),
        )
    ]
    held = releases.find(session, track, Door.MEMBERS)
    released_at = held.released_at if held else clock.now()
    letter = transmittals.with_released_report(
        snapshot,
        final,
        decision,
        files,
        (_place(track), _address(track)),
        deadlines.local_day(released_at, settings().zone),
        filing.contact_line(),
    )
    return transmitting.counted_again(snapshot, letter)
