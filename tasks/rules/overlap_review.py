"""The review of possible overlaps: pairs in words, and the words that come back judged (R12)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from data.vocabulary import Finding, Need, Place, Severity
from data.vocabulary.findings import Likeness, OverlapKind, OverlapState, ProjectReport
from data.vocabulary.overlap_review import (
    STATE_OF,
    WORD_OF,
    OverlapWord,
    ReturnedWord,
    ReviewedPair,
    ReviewRow,
    ReviewWord,
)
from tasks.rules.near_misses import did_you_mean
from tasks.rules.report_statements import amount, day
from tasks.rules.transliteration import plain_latin

_KINDS = {
    OverlapKind.SAME_PROJECT: "One project reported by two members?",
    OverlapKind.POSSIBLE_OVERLAP: "Possible overlap of two projects",
}
_LONGEST = 400  # characters of a column in the overview; the return on the shelf holds them all
_SHORTEST_KEY = 4  # characters by which a person may name a pair
_WORDS = {
    **{plain_latin(word.value): word for word in ReviewWord},
    **{plain_latin(state.value): word for state, word in WORD_OF.items()},
    "": ReviewWord.LEAVE_OPEN,
}


def rows_of(
    pairs: Iterable[ReviewedPair], needs: Iterable[Need], names: Mapping[str, str]
) -> tuple[ReviewRow, ...]:
    """Pairs in the words a person reads, in the order they are given.

    Args:
        pairs: What is on record.
        needs: The needs of the track, by whose numbers pairs are told.
        names: Display names of the members by code.
    """
    known = {need.key: need for need in needs}
    return tuple(_row(pair, known, names) for pair in pairs)


def _row(pair: ReviewedPair, known: Mapping[str, Need], names: Mapping[str, str]) -> ReviewRow:
    each = pair.likeness
    told = [known[key] for key in each.needs if key in known]
    return ReviewRow(
        key=each.key,
        kind=_KINDS[each.kind],
        need="\n".join(f"{need.number} {need.title}" for need in told) or "\n".join(each.needs),
        first=_report(each.first, names),
        second=_report(each.second, names),
        because=each.because,
        score=each.score,
        word=WORD_OF[each.state],
        reason=each.reason,
        decided_by=each.decided_by,
        is_reported=pair.is_reported,
    )


def _report(report: ProjectReport, names: Mapping[str, str]) -> str:
    line = report.line
    told = (
        ("reported by", names.get(report.reporter, report.reporter)),
        ("implementer", line.implementer),
        ("donors", line.donors),
        ("activity", line.activity),
        ("period", " – ".join(day(text) for text in (line.start_text, line.end_text) if text)),
        ("budget", f"{amount(line.budget)} {line.currency}".strip()),
    )
    facts = [f"{name}: {_short(text)}" for name, text in told if text]
    return "\n".join([_short(line.title), *facts])


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def judge(
    returned: Sequence[ReturnedWord], pairs: Mapping[str, Likeness]
) -> tuple[list[OverlapWord], list[Finding]]:
    """What a returned workbook says that is new, and what in it must be put right.

    A cell left open or blank says nothing: a word on record stays. The same word again changes
    nothing. A row with a finding records nothing; the others do.
    """
    told = Counter(key for row in returned if row.word.strip() and (key := named(row.key, pairs)))
    words: list[OverlapWord] = []
    found: list[Finding] = []
    for row in returned:
        key = named(row.key, pairs)
        problem = _problem(row, key, pairs, told)
        if problem is not None:
            found.append(problem)
        elif key and (word := _news(row, pairs[key])):
            words.append(word)
    return words, found


def named(key: str, pairs: Iterable[str]) -> str:
    """The key of the one pair that begins as a person typed it; empty when none or several do."""
    typed = key.strip().casefold()
    if len(typed) < _SHORTEST_KEY:
        return ""
    fitting = [each for each in pairs if each.startswith(typed)]
    return fitting[0] if len(fitting) == 1 else ""


def _word_of(row: ReturnedWord) -> ReviewWord | None:
    return _WORDS.get(plain_latin(row.word))


def _problem(
    row: ReturnedWord, key: str, pairs: Mapping[str, Likeness], told: Counter[str]
) -> Finding | None:
    if not key:
        says_nothing = not row.word.strip() and not row.reason.strip()
        return None if says_nothing else _unknown_pair(row)
    word = _word_of(row)
    if word is None:
        return _unknown_word(row)
    if told[key] > 1 and row.word.strip():
        return _twice(row)
    state, standing = STATE_OF[word], pairs[key]
    if state is OverlapState.OPEN:
        return None
    if state is OverlapState.DISMISSED and not (row.reason.strip() or _stands(row, standing)):
        return _without_reason(row.reason_place)
    changed = standing.state not in (OverlapState.OPEN, state)
    return _change_without_reason(row, standing) if changed and not row.reason.strip() else None


def _stands(row: ReturnedWord, standing: Likeness) -> bool:
    return standing.state is OverlapState.DISMISSED and not row.reason.strip()


def _news(row: ReturnedWord, standing: Likeness) -> OverlapWord | None:
    word = _word_of(row)
    state = STATE_OF[word] if word else OverlapState.OPEN
    return news(standing, state, row.reason)


def news(standing: Likeness, state: OverlapState, reason: str) -> OverlapWord | None:
    """The word as it is to be recorded; None when it is on record already or says nothing."""
    said = " ".join(reason.split())
    if state is OverlapState.OPEN:
        return None
    if standing.state is state and said in ("", standing.reason):
        return None
    return OverlapWord(standing.key, state, said)


def _unknown_pair(row: ReturnedWord) -> Finding:
    return _finding(
        "pair-unknown",
        row.word_place,
        f"The row says “{_short(row.word or row.reason)}”, and its pair is not known.",
        "Copy the row again from the workbook the Secretariat wrote.",
    )


def _unknown_word(row: ReturnedWord) -> Finding:
    hint = did_you_mean(row.word, [word.value for word in ReviewWord])
    return _finding(
        "word-unknown",
        row.word_place,
        f"“{_short(row.word)}” is none of the words to choose from.",
        f"{hint}Choose confirm, dismiss or leave open.",
    )


def _twice(row: ReturnedWord) -> Finding:
    return _finding(
        "pair-twice",
        row.word_place,
        "The same pair stands in several rows, each with a word of its own.",
        "Leave one row with a word.",
    )


def _without_reason(place: Place) -> Finding:
    return _finding(
        "dismissed-without-reason",
        place,
        "The pair is dismissed, and no reason is given.",
        "Say in the column Reason why the two are no overlap, or no one project.",
    )


def _change_without_reason(row: ReturnedWord, standing: Likeness) -> Finding:
    return _finding(
        "changed-without-reason",
        row.reason_place,
        f"The pair is {standing.state} by {standing.decided_by}, and the workbook says otherwise.",
        "Say in the column Reason why the word changes.",
    )


def _finding(code: str, place: Place, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.BLOCKS, message, remedy, place)
