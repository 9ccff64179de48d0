"""Between support information and draft: possible overlaps are reviewed by a named person (R12)."""

from prefect import flow

from data.vocabulary import TrackId
from data.vocabulary.findings import OverlapState
from tasks import desk, reviewing
from tasks.desk import Ending, on_the_desk


@flow(name="review-findings", flow_run_name="Review findings of {cycle} {pillar}")
@on_the_desk
def review_findings(
    cycle: str,
    pillar: str,
    recorded_by: str,
    workbook: str = "",
    finding: str = "",
    word: OverlapState = OverlapState.OPEN,
    reason: str = "",
) -> Ending:
    """Review pairs of support projects that may be one project or may overlap.

    When to press: when support information has come in, and again when late replies have.
    What it does: without a workbook and a finding it compares the projects members reported and
    writes a workbook into the folder "review" of the home, with the pairs that wait for a word.
    With the workbook you filled in, or with one finding, it records your words.
    What it never does: it decides nothing by itself, it deletes no word, and it shows no pair in a
    draft that nobody confirmed.
    What next: fill in the workbook and hand it back; drafts written from then on show what you
    confirmed as a potential for coordination.

    Args:
        cycle: Code of the cycle, for example 2025.
        pillar: WBCTi, WBCSCi or WBBSi.
        recorded_by: Your name.
        workbook: Path of the workbook you filled in, or its name in the folder "review" of the
            home; empty to have one written.
        finding: Number of one pair as the workbook shows it, to say a word on that pair alone.
        word: "confirmed" or "dismissed", the word on the one pair.
        reason: Why; needed to dismiss a pair and to change a word.
    """
    track = TrackId(cycle, pillar)
    return desk.waiting(
        reviewing.review_findings(track, workbook, finding, word, reason, recorded_by)
    )
