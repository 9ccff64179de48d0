"""What a register workbook that came back decides; whatever is wrong in it is found at once."""

from collections.abc import Iterator, Mapping, Sequence

from data.vocabulary import Comment, Disposition, Finding, Place, Severity
from data.vocabulary.comment_register import (
    NARRATIVE_PLACES,
    OUTCOMES,
    TAKEN_UP_AS,
    Disposing,
    FilledRegister,
    FilledRow,
)
from tasks.rules.near_misses import did_you_mean

_SPELT: Mapping[str, Disposition] = {
    **{each.value: each for each in OUTCOMES},
    "partly accepted": Disposition.PARTLY,
    "partially accepted": Disposition.PARTLY,
    "rejected": Disposition.NOT_ACCEPTED,
}
_NOTHING_SAID = frozenset({"", "open"})
_NEEDS_REASON = frozenset({Disposition.PARTLY, Disposition.NOT_ACCEPTED})


def decide(
    filled: FilledRegister, comments: Sequence[Comment]
) -> tuple[tuple[Disposing, ...], tuple[Finding, ...]]:
    """Tell what is new in a register workbook from what is wrong with it (rule R6).

    A row that says nothing, or what is on record, is neither. A row with a finding decides nothing;
    the others do.

    Args:
        filled: The workbook as it was read.
        comments: Every comment of the track.
    """
    held = {each.number: each for each in comments}
    decided: list[Disposing] = []
    findings = list(filled.findings)
    seen: dict[int, FilledRow] = {}
    for row in filled.rows:
        outcome = _SPELT.get(_plain(row.outcome))
        found = list(_wrong(row, outcome, held, seen))
        findings += found
        if found or outcome is None:
            continue
        seen[row.number] = row
        wanted = Disposing(row.number, outcome, _reason(row), row.wording, _place(row) or "")
        if wanted.narrative or not _on_record(held[row.number], outcome, wanted.reason):
            decided.append(wanted)
    return tuple(decided), tuple(findings)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("–", " ").split())


def _reason(row: FilledRow) -> str:
    """The reason, with the wording where it was changed: both are read by whoever commented."""
    if not row.wording:
        return row.reason
    return " ".join(part for part in (row.reason, f"{TAKEN_UP_AS}{row.wording}") if part)


def _on_record(comment: Comment, outcome: Disposition, reason: str) -> bool:
    """Whether this was said before; workbooks move blanks and line ends."""
    return comment.disposition is outcome and comment.reason.split() == reason.split()


def _place(row: FilledRow) -> str | None:
    """The place of the report, or None where the text names none."""
    if not row.narrative:
        return ""
    named = row.narrative.casefold().strip()
    return next((place for place in NARRATIVE_PLACES if place == named.replace(" ", "-")), None)


def _wrong(
    row: FilledRow,
    outcome: Disposition | None,
    held: Mapping[int, Comment],
    seen: Mapping[int, FilledRow],
) -> Iterator[Finding]:
    """Everything that keeps one row from deciding."""
    says_nothing = _plain(row.outcome) in _NOTHING_SAID
    if says_nothing and not (row.reason or row.wording or row.narrative):
        return
    if row.number not in held:
        yield _unknown(row)
        return
    if outcome is None:
        yield _outcome_missing(row) if says_nothing else _outcome_unknown(row)
        return
    yield from _wrong_decision(row, outcome, held[row.number])
    other = seen.get(row.number)
    if other is not None and (other.outcome, other.reason) != (row.outcome, row.reason):
        yield _twice(row, other)


def _wrong_decision(row: FilledRow, outcome: Disposition, comment: Comment) -> Iterator[Finding]:
    is_open = comment.disposition is Disposition.OPEN
    if not is_open and not _on_record(comment, outcome, _reason(row)):
        yield _disposed(row, comment)
    elif outcome in _NEEDS_REASON and not row.reason:
        yield _reason_missing(row)
    if _place(row) is None:
        yield _place_unknown(row)
    elif row.narrative and outcome is Disposition.NOT_ACCEPTED:
        yield _nothing_to_take(row)
    elif row.narrative and not (row.wording or comment.proposed):
        yield _no_wording(row)


def _finding(code: str, message: str, remedy: str, place: Place) -> Finding:
    return Finding(code, Severity.BLOCKS, message, remedy, place)


def _unknown(row: FilledRow) -> Finding:
    what = f"No comment has the number “{row.number_text}”." if row.number_text else ""
    return _finding(
        "comment-unknown",
        what or "Something is filled in beside no comment.",
        "Fill in the rows as they were written; a new remark is entered with: "
        "mapping record-comment.",
        row.at_number if row.number_text else row.at_outcome,
    )


def _outcome_missing(row: FilledRow) -> Finding:
    return _finding(
        "outcome-missing",
        f"Comment {row.number_text} has words beside it and no outcome.",
        "Choose accepted, partly or not accepted from the list.",
        row.at_outcome,
    )


def _outcome_unknown(row: FilledRow) -> Finding:
    hint = did_you_mean(row.outcome, [each.value for each in OUTCOMES])
    return _finding(
        "outcome-unknown",
        f"“{row.outcome}” is no outcome of a comment.",
        f"{hint}Choose accepted, partly or not accepted from the list.",
        row.at_outcome,
    )


def _reason_missing(row: FilledRow) -> Finding:
    return _finding(
        "reason-missing",
        f"Comment {row.number} is “{_plain(row.outcome)}” without a reason.",
        "Write the reason in a sentence its author can read.",
        row.at_reason,
    )


def _disposed(row: FilledRow, comment: Comment) -> Finding:
    reason = f" ({comment.reason})" if comment.reason else ""
    return _finding(
        "disposed-otherwise",
        f"Comment {comment.number} is already “{comment.disposition}”{reason}.",
        "A disposition stays; enter a new remark with: mapping record-comment.",
        row.at_outcome,
    )


def _twice(row: FilledRow, other: FilledRow) -> Finding:
    return _finding(
        "two-outcomes",
        f"Comment {row.number} has another outcome in {other.at_outcome}; that one is kept.",
        "Leave one of the two rows and hand the register back once more.",
        row.at_outcome,
    )


def _place_unknown(row: FilledRow) -> Finding:
    return _finding(
        "narrative-unknown",
        f"The report has no place “{row.narrative}” for words of people.",
        f"{did_you_mean(row.narrative, NARRATIVE_PLACES)}Choose one of the list: "
        f"{', '.join(NARRATIVE_PLACES)}.",
        row.at_narrative,
    )


def _nothing_to_take(row: FilledRow) -> Finding:
    return _finding(
        "not-accepted-yet-taken",
        f"Comment {row.number} is not accepted and its wording is to be taken over.",
        "Choose one of the two.",
        row.at_narrative,
    )


def _no_wording(row: FilledRow) -> Finding:
    return _finding(
        "wording-missing",
        f"Comment {row.number} proposes no wording that could be taken over.",
        "Write the wording beside it.",
        row.at_narrative,
    )
