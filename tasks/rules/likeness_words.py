"""Why two project reports are alike, as a sentence a person can check (rule R12)."""

from collections.abc import Callable, Mapping

from data.vocabulary.findings import OverlapKind
from tasks.rules.likeness import Weighing, name_of_both
from tasks.rules.phrases import joined
from tasks.rules.project_facets import Facet, Names
from tasks.rules.project_portraits import Portrait

_SHOWN = 8  # words of a title are enough to recognise it by

_OPENINGS = {
    OverlapKind.SAME_PROJECT: "Most likely one project reported by two members, because",
    OverlapKind.POSSIBLE_OVERLAP: "Possible overlap, because",
}


def matched_words(one: Portrait, other: Portrait, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Words both reports use, as the first one writes them; those that tell most come first."""
    shared = sorted(
        (word for word in one.words if word in other.words),
        key=lambda word: (-weights.get(word, 0.0), word),
    )
    return tuple(one.words[word] for word in shared[:_SHOWN])


def because(
    kind: OverlapKind, weighing: Weighing, one: Portrait, other: Portrait, matched: tuple[str, ...]
) -> str:
    """The sentence that says what agrees, and a second one for what does not."""
    reasons = [_REASONS[column](one, other) for column in weighing.agree]
    if matched:
        words = ", ".join(f"“{word}”" for word in matched)
        alike = "both use the words" if weighing.words_tell else "their words mean the same:"
        reasons.append(f"{alike} {words}")
    sentence = f"{_OPENINGS[kind]} {joined(reasons)}."
    if weighing.clash:
        sentence += f" They differ in: {joined([_CLASHES[name] for name in weighing.clash])}."
    return sentence


def _acronym(one: Portrait, other: Portrait) -> str:
    short = name_of_both(one, other).upper()
    return f"both bear the name “{short}”"


def _contract(one: Portrait, other: Portrait) -> str:
    (number, *_) = sorted(one.contracts & other.contracts)
    return f"both name the contract or IATI number {number[1].upper()}"


def _period(one: Portrait, other: Portrait) -> str:
    if one.years is None or other.years is None:
        return "their periods meet"
    begin, end = max(one.years[0], other.years[0]), min(one.years[1], other.years[1])
    span = str(begin) if begin == end else f"{begin} to {end}"
    return f"their periods {'are the same' if one.years == other.years else 'meet'} ({span})"


def _amount(one: Portrait, other: Portrait) -> str:
    if one.amount is None or other.amount is None:
        return "their amounts are alike"
    small, large = sorted((one.amount[0], other.amount[0]))
    return (
        "their amounts are the same"
        if small == large
        else "the larger amount is at most twice the smaller"
    )


def _common(ours: Facet, theirs: Facet) -> Names:
    """Names both bear, or the wider ones of one that the other bears."""
    return (ours.names & theirs.names) | (ours.wider & theirs.names) | (ours.names & theirs.wider)


def _place(one: Portrait, other: Portrait) -> str:
    """A place listed by its name; one within the other is told as the wider of the two."""
    listed = sorted(_common(one.facets.places, other.facets.places))
    return f"both are in {joined(listed)}" if listed else "both name the same place"


def _activity(one: Portrait, other: Portrait) -> str:
    return f"both are about {joined(sorted(_common(one.facets.kinds, other.facets.kinds)))}"


def _topic(one: Portrait, other: Portrait) -> str:
    return f"both speak of {joined(sorted(_common(one.facets.subjects, other.facets.subjects)))}"


def _aspect(one: Portrait, other: Portrait) -> str:
    return (
        f"both are concerned with {joined(sorted(_common(one.facets.sides, other.facets.sides)))}"
    )


def _thing(one: Portrait, other: Portrait) -> str:
    return f"both deliver {joined(sorted(_common(one.facets.things, other.facets.things)))}"


def _audience(one: Portrait, other: Portrait) -> str:
    return f"both name {joined(sorted(_common(one.facets.users, other.facets.users)))}"


def _plain(sentence: str) -> Callable[[Portrait, Portrait], str]:
    return lambda _one, _other: sentence


_REASONS: Mapping[str, Callable[[Portrait, Portrait], str]] = {
    "title": _plain("their titles say the same"),
    "partner named": _plain("their titles name the same partner"),
    "place": _place,
    "phase": _plain("both name the same phase"),
    "acronym": _acronym,
    "contract or IATI number": _contract,
    "period": _period,
    "partner": _plain("both serve the same partner"),
    "need": _plain("both are reported for the same need"),
    "filter": _plain("both stand under the same filter"),
    "implementer": _plain("both name the same implementer"),
    "donor": _plain("both name the same donor"),
    "reporter named by the other": _plain("one names the member that reports the other"),
    "amount": _amount,
    "activity": _activity,
    "topic": _topic,
    "side of the topic": _aspect,
    "what is delivered": _thing,
    "for whom": _audience,
}
_CLASHES = {
    "contract or IATI number": "number of the contract",
    "partner": "partner",
    "filter": "filter",
    "implementer": "implementer",
    "donor": "donor",
    "amount": "amount",
    "activity": "activity",
    "topic": "topic",
    "side of the topic": "side of the topic",
    "what is delivered": "what is delivered",
    "for whom": "for whom they are",
}
