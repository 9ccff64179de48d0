"""Letters: from facts to words, from words to one message file, and back again.

Every kind of letter is a pair templates/letters/<kind>.txt.j2 and .html.j2 which people edit; the
first line of the text is the subject. The letters that travel with a workbook, and the frame of
all, take their sentences from the file of the receiver's language. Facts every letter takes (a list
may be empty, a text may be "" where the table says so):

    member_name, pillar, pillar_name, cycle   as people read them
    period       the reporting period in words: "1 January to 31 December 2025"
    deadline     one moment as a sentence (rule R16); may be "" for commented, receipt,
                 objection, decision, released, unread, meeting-cancelled
    contact      one contact: "IISG Secretariat, secretariat@iisg.example"
    enclosed     pairs (file name, what it is)

And beside them, by kind:

    calendar           calendar: pairs (what, moment)
    meeting            meeting: its moment, which may be the deadline itself; place: "at the
                       RCC, Sarajevo"; agenda: texts; before: the moment it was moved from, or ""
    meeting-cancelled  meeting: its moment; place; scope: "structure", "local" or "regional";
                       comments_by: a moment, or ""; reason: a sentence, or ""
    request-response   workbook: its file name; needs: how many; reference: of the request
    request-support    the same
    consultation       version: of the draft
    consultation-meeting  version: of the draft; scope: "local" or "regional"; meeting: its moment,
                       which may be the deadline itself; place; comments_by: a moment; before:
                       the moment it was moved from, or ""
    commented          version: of the draft; remarks: (number, place or "", words, outcome)
    board              rule: how the Board decides, one sentence, or ""
    objection          objections: pairs (who objects, its reason)
    decision           outcome: a value of Outcome; decided_on: a day in words; minutes: their
                       reference, or ""; conclusion: the chair's words, or ""; files: pairs (what,
                       SHA-256); head: of the journal right after the decision was confirmed
    receipt            file: the name it came under; received_on: a day in words; reference;
                       understood: pairs (what, how many); findings: Finding values
    parts              parts: how many; reference
    unread             file: the name it came under; received_on: a day in words; findings
    reminder           stage: "gentle", "last days" or "after"; workbook; reference; missing: texts
    released           approved_on: a day in words; address: in the database; summary_address, or ""

Letters on a proposal to amend the Methodology belong to no cycle and no pillar; of the facts every
letter takes they take member_name, contact and enclosed, and beside them:

    proposal            number; proposer: as people read it; deadline; rule
    proposal-objection  number; proposer; objections: pairs (who objects, its reason)
    proposal-decision   number; proposer; and what a decision on a report takes
"""

import re
from collections.abc import Mapping
from pathlib import Path

from data.errors.post import LetterFactsMissing, LetterKindUnknown, LetterLineBroken
from data.vocabulary.languages import Language
from data.vocabulary.wording import (
    KOSOVO,
    KOSOVO_FOOTNOTE,
    MARKING_DRAFT,
    MARKING_MEMBERS,
    NO_SENSITIVE_INFORMATION,
)
from tasks.edges.messages import message, message_id, open_letter
from tasks.edges.typesetting import Saying, typeset, unknown_names
from tasks.edges.workbook.languages import english

__all__ = [
    "COMMON",
    "FACTS",
    "ON_PROPOSALS",
    "compose",
    "faults",
    "message",
    "message_id",
    "open_letter",
]

COMMON = (
    *("member_name", "pillar", "pillar_name", "cycle", "period"),
    *("deadline", "contact", "enclosed"),
)
_DECIDED = ("outcome", "decided_on", "minutes", "conclusion", "files", "head")
FACTS: Mapping[str, tuple[str, ...]] = {
    "calendar": ("calendar",),
    "meeting": ("meeting", "place", "agenda", "before"),
    "meeting-cancelled": ("meeting", "place", "scope", "comments_by", "reason"),
    "request-response": ("workbook", "needs", "reference"),
    "request-support": ("workbook", "needs", "reference"),
    "consultation": ("version",),
    "consultation-meeting": (
        *("version", "scope", "meeting", "place"),
        *("comments_by", "before"),
    ),
    "commented": ("version", "remarks"),
    "board": ("rule",),
    "objection": ("objections",),
    "decision": _DECIDED,
    "receipt": ("file", "received_on", "reference", "understood", "findings"),
    "parts": ("parts", "reference"),
    "unread": ("file", "received_on", "findings"),
    "reminder": ("stage", "workbook", "reference", "missing"),
    "released": ("approved_on", "address", "summary_address"),
}
_OF_A_PROPOSAL = ("member_name", "contact", "enclosed", "number", "proposer")
ON_PROPOSALS: Mapping[str, tuple[str, ...]] = {
    "proposal": (*_OF_A_PROPOSAL, "deadline", "rule"),
    "proposal-objection": (*_OF_A_PROPOSAL, "objections"),
    "proposal-decision": (*_OF_A_PROPOSAL, *_DECIDED),
}
_NEEDED = {**{kind: (*COMMON, *names) for kind, names in FACTS.items()}, **ON_PROPOSALS}

_WORDING = {
    "marking_draft": MARKING_DRAFT,
    "marking_members": MARKING_MEMBERS,
    "no_sensitive_information": NO_SENSITIVE_INFORMATION,
}
_SUBJECT = "Subject: "


def compose(
    templates: Path, kind: str, facts: Mapping[str, object], language: Language | None = None
) -> tuple[str, str, str]:
    """Write one letter: who is asked for what, by when, and what happens next.

    The footnote of Kosovo* stands once, and only in a letter that names it (rule R14).

    Args:
        templates: The folder of all templates; letters stand in its folder `letters`.
        kind: One of `FACTS` or `ON_PROPOSALS`.
        facts: What the table above asks for; further facts do no harm.
        language: The words of the receiver; English where none is given.

    Returns:
        Subject, text and HTML. The text is one line a paragraph, so that telephones can wrap it.

    Raises:
        LetterKindUnknown: there is no such letter.
        LetterFactsMissing: a fact of the table is not given.
        LetterLineBroken: a fact would break the subject into two lines.
    """
    _expect(kind, facts)
    spoken = language or english()
    words = spoken.words
    given = {**facts, **_WORDING, "severities": spoken.choices["severities"]}
    draft = _filled(templates, f"{kind}.txt.j2", words, {**given, "footnote": ""})
    given["footnote"] = KOSOVO_FOOTNOTE if KOSOVO in draft else ""
    subject, text = _parted(_filled(templates, f"{kind}.txt.j2", words, given))
    html = _filled(templates, f"{kind}.html.j2", words, {**given, "subject": subject})
    return subject, text, html.lstrip()


def faults(templates: Path, name: str) -> list[str]:
    """Say what is wrong with one template of a letter, a sentence each.

    Args:
        templates: The folder of all templates.
        name: Its file, “board.txt.j2”; a layout may use whatever every letter is given.
    """
    kind = name.split(".", 1)[0]
    given = set(_WORDING) | {"footnote", "subject", "say", "bold"}
    every = [name for names in _NEEDED.values() for name in names]
    given |= set(_NEEDED.get(kind, every))
    return unknown_names(templates, f"letters/{name}", given)


def _filled(
    templates: Path, name: str, words: Mapping[str, str], facts: Mapping[str, object]
) -> str:
    say = Saying(words, facts, name)
    return typeset(templates, f"letters/{name}", **facts, say=say, bold=say.bold)


def _expect(kind: str, facts: Mapping[str, object]) -> None:
    if kind not in _NEEDED:
        raise LetterKindUnknown(kind=kind, kinds=", ".join(_NEEDED))
    missing = [name for name in _NEEDED[kind] if name not in facts]
    if missing:
        raise LetterFactsMissing(kind=kind, names=", ".join(missing))


def _parted(words: str) -> tuple[str, str]:
    """Part the subject from the body; a blank line must stand between them."""
    first, _, rest = words.lstrip().partition("\n")
    if not first.startswith(_SUBJECT) or rest.split("\n", 1)[0].strip():
        raise LetterLineBroken(where="subject", text=repr(words.lstrip()[:120]))
    body = re.sub(r"\n\s*\n", "\n\n", rest).strip()
    return first.removeprefix(_SUBJECT).strip(), body + "\n"
