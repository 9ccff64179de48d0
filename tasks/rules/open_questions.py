"""What waits for a word of the Secretariat: a sentence each, with the verb that settles it."""

from data.vocabulary import Conflict, KeptAnswer, WithheldText
from tasks.rules.phrases import counted


def on_held_return(cycle: str, file: str, sha256: str, reason: str) -> str:
    """A returned workbook that is held because something about it is in doubt."""
    told = reason or "Somebody must look at it."
    return f"“{file}” is held: {told} Then: mapping settle-return {cycle} {sha256[:8]}"


def on_withheld_text(cycle: str, text: WithheldText) -> str:
    """A text no draft shows before a named person decides; the text is not repeated."""
    why = " ".join(text.reasons)
    return (
        f"Text {text.number} of {text.member} ({text.file_name}, {text.place}) is withheld: {why} "
        f"Then: mapping settle-text {cycle} --text {text.number}"
    )


def on_kept_answer(cycle: str, reference: str, number: str, kept: KeptAnswer) -> str:
    """A row a newer return left blank: the older words stand until the blank is confirmed (R5)."""
    return (
        f"Line {kept.line} of need {number} is blank in the newest answer to {reference}; the "
        f"earlier words stand. If the member wants them gone: mapping confirm-blank {cycle}"
    )


def on_conflict(reference: str, number: str, conflict: Conflict) -> str:
    """Two parts of a split workbook contradict each other; a person decides."""
    places = " and ".join(str(claim.place) for claim in conflict.claims)
    where = f"line {conflict.line} of need {number}" if conflict.line else f"need {number}"
    return (
        f"Contributors to {reference} say different things in {where} ({places}). Both stand until "
        "the contact of the member sends one whole workbook"
    )


def on_open_pairs(cycle: str, pillar: str, count: int) -> str:
    """Pairs of support projects that wait for a word of the Secretariat (rule R12)."""
    waits = "waits" if count == 1 else "wait"
    return (
        f"{counted(count, 'pair')} of support projects that may be one or overlap {waits} for a "
        f"word. Then: mapping review-findings {cycle} --pillar {pillar}"
    )
