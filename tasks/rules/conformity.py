"""Conformity: is this return the workbook we asked for, and does it say what was asked?

Nothing here refuses: a doubtful file is held for a person, unclear content is pointed out, and both
are said at once.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from data.vocabulary import Finding, Need, Reading, Request, RequestKind, Severity
from data.vocabulary.conformity import Conformity, Verdict
from tasks.rules import answers

Window = tuple[date, date]


def check(
    reading: Reading,
    request: Request | None,
    asked: Sequence[Need],
    reporting: Window,
    outlook: Window,
    member_of_sender: str = "",
    template_version: str = "",
) -> Conformity:
    """Hold a return against what was asked (rules R2, R11, R13; domain, section 5).

    Args:
        reading: What the workbook says.
        request: The request its reference names, or None when there is none on record.
        asked: The needs this request asks about.
        reporting: First and last day of the reporting period.
        outlook: First and last day of the coming period.
        member_of_sender: The member the sender writes for; empty when the file did not come by
            mail. A sender nobody knows is the step's own reason to hold.
        template_version: The version the cycle pins (rule R19); empty when any is taken.

    Returns:
        The verdict, the reason when it is held, and all findings: those of the reading first.
    """
    doubts = [
        *(finding for finding in reading.findings if finding.severity is Severity.BLOCKS),
        *_doubts(reading, request, asked, member_of_sender, template_version),
    ]
    findings = [
        *reading.findings,
        *(doubt for doubt in doubts if doubt not in reading.findings),
        *_missing_places(reading),
        *answers.look_at(reading, asked, reporting, outlook),
    ]
    verdict = Verdict.HOLD if doubts else Verdict.ACCEPT
    return Conformity(verdict, doubts[0].message if doubts else "", tuple(findings))


def _doubts(
    reading: Reading,
    request: Request | None,
    asked: Sequence[Need],
    member_of_sender: str,
    template_version: str,
) -> Iterable[Finding]:
    found = _references(reading)
    if not found:
        yield _doubt(
            "no-identity",
            "The workbook bears no request reference; it may be another file altogether.",
            "Ask the sender for the workbook that was sent, or type the answers in by hand.",
        )
    elif len(found) > 1:
        yield _doubt(
            "identities-disagree",
            f"The workbook bears several request references: {', '.join(found)}.",
            "Find out whose answers these are before anything is taken in.",
        )
    if request is None:
        if found:
            yield _doubt(
                "unknown-request",
                f"There is no request {' or '.join(found)} on record.",
                "Look the reference up; it may belong to another cycle.",
            )
        return
    if found and request.reference not in found:
        yield _doubt(
            "other-request",
            f"The workbook belongs to {found[0]}, not to {request.reference}.",
            "File it under the request it belongs to.",
        )
    if reading.kind is not None and reading.kind is not request.kind:
        yield _doubt(
            "other-kind",
            f"This is a {reading.kind} workbook, and {request.reference} asks for {request.kind}.",
            "Ask the sender for the workbook that was sent.",
        )
    yield from _needs_of_others(reading, request, asked)
    if member_of_sender and member_of_sender != request.member:
        yield _doubt(
            "other-sender",
            f"The workbook of {request.member} was sent by a contact of {member_of_sender}.",
            "Ask the contact of the member to confirm that the answers are its own.",
        )
    if template_version and reading.template_version not in ("", template_version):
        yield _doubt(
            "other-template",
            f"The workbook is of template version {reading.template_version}, and this cycle uses "
            f"{template_version}.",
            "Send the member the present workbook, or move the answers over by hand.",
        )
    if _is_blank(reading):
        yield _doubt(
            "nothing-filled-in",
            "Nothing is filled in: no answer, no line, no additional information.",
            "Ask the sender whether the right file was attached.",
        )


def _needs_of_others(
    reading: Reading, request: Request, asked: Sequence[Need]
) -> Iterable[Finding]:
    known = {need.key for need in asked}
    spoken_of = (*reading.replies, *reading.responses, *reading.support)
    strange = sorted({entry.need for entry in spoken_of if entry.need not in known})
    if strange:
        yield _doubt(
            "needs-of-others",
            f"{request.reference} did not ask about: {', '.join(strange)}.",
            "A member answers only for what it was asked; find out where these lines come from.",
        )


def _is_blank(reading: Reading) -> bool:
    """A blank response workbook; one about support is blank where there is no project to report."""
    return (
        reading.kind is RequestKind.RESPONSE
        and not any(reply.state for reply in reading.replies)
        and not (reading.responses or reading.additional or reading.unplaced)
    )


def _missing_places(reading: Reading) -> Iterable[Finding]:
    gone = [place for place, reference in reading.identities.items() if not reference]
    if gone and _references(reading):
        yield Finding(
            "identity-incomplete",
            Severity.NOTE,
            f"The request reference is gone from: {', '.join(gone)}.",
            "Nothing to do: another program may have saved the file; the other places agree.",
        )


def _references(reading: Reading) -> list[str]:
    return list(dict.fromkeys(filter(None, reading.identities.values())))


def _doubt(code: str, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.BLOCKS, message, remedy)
