"""Drafts in the hands of people: edited in Word and handed back, or compared (I.2)."""

from prefect import flow

from data.vocabulary import TrackId
from data.vocabulary.edits import Taking
from tasks import desk, editing
from tasks.desk import Ending, on_the_desk


@flow(name="accept-edits", flow_run_name="Take over the words of {file} on {cycle} {pillar}")
@on_the_desk
def accept_edits(
    cycle: str,
    pillar: str,
    file: str,
    author: str,
    recorded_by: str,
    taking: Taking = Taking.CHECKED,
) -> Ending:
    """Keep what a person wrote into a draft at the places for words of people.

    When to press: when a draft was edited in Word or LibreOffice and comes back.
    What it does: it keeps the words under their author, and holds everything else of the file
    against the draft. Tracked changes at the places for words count as accepted.
    What it never does: it lets tables, numbers or standing sentences be changed in Word; it names
    each such change and lays a comparison into the folder "review".
    What next: develop writes the next draft with these words. Comments in the margin are taken in
    with take-comments.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        file: Path of the edited draft, or its name in the folder "review" of the home.
        author: Name of the person who wrote the words.
        recorded_by: Your name.
        taking: "checked" takes the words if nothing else was changed, "words" takes them and sets
            other changes aside, "replace" takes them in place of newer ones.
    """
    track = TrackId(cycle, pillar)
    return desk.waiting(editing.accept_edits(track, file, author, recorded_by, taking))


@flow(name="compare-drafts", flow_run_name="Compare drafts of {cycle} {pillar}")
@on_the_desk
def compare_drafts(cycle: str, pillar: str, first: str = "", second: str = "") -> Ending:
    """Write a Word file that shows what changed from one draft to another.

    When to press: when the final draft is written, or whenever somebody asks what is new.
    What it does: it lays a Word file with tracked changes into the folder "review"; accepting all
    of them gives the later draft, rejecting all the earlier one.
    What it never does: it changes a draft, and it tracks no change of a figure: those are named in
    the message of this run.
    What next: send it along with the final draft if you like.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        first: The earlier draft, for example first:1; empty takes the newest first draft.
        second: The later draft, for example final:1; empty takes the newest final draft.
    """
    track = TrackId(cycle, pillar)
    return desk.waiting(editing.compare_drafts(track, first, second))
