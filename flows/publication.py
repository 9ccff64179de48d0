"""Phase I.4: the approved report into the IISG Database, the approved summary onto the website."""

from prefect import flow

from data.vocabulary import LettersMode, TrackId
from tasks import announcing, desk, members_site, release
from tasks.desk import Ending, on_the_desk
from tasks.dispatch import hold_letters
from tasks.posting import release_letters


@flow(name="publish", flow_run_name="Publish {cycle} {pillar}")
@on_the_desk
def publish(cycle: str, pillar: str, letters: LettersMode = LettersMode.HOLD) -> Ending:
    """Release an approved report to the members and its approved summary to the public.

    When to press: when the Board has adopted the report.
    What it does: it asks the gate, puts the report into the members' store and the summary onto
    the public site, and writes to the members.
    What it never does: it publishes nothing the Board did not approve, byte for byte.
    What next: look at the public page; run verify.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        letters: "hold" leaves the letters in the outbox to be read first, "release" sends them.
    """
    track = TrackId(cycle, pillar)
    cleared = release.pass_the_gate(track)
    release.release_to_members(track, cleared)
    members_site.rebuild_catalogue()
    release.publish_summary(track, cleared)
    hold_letters(announcing.tell_members(track, cleared.decision))
    release_letters(cycle, letters, [pillar])
    return desk.waiting(release.how_it_ended(track))
