"""Letters on a proposal to amend the Methodology: they belong to no cycle and to no pillar.

Their templates stand beside those of all other letters and share their frame. Facts of both kinds:

    member_name  the member that has the seat, as people read it
    number       of the proposal
    proposer     the partner that proposes, as people read it
    contact      one contact: "IISG Secretariat, secretariat@iisg.example"
    enclosed     pairs (file name, what it is)

And beside them:

    proposal            deadline: one moment as a sentence (rule R16); rule: how the Board decides
    proposal-objection  objections: pairs (who objects, its reason)
"""

import re
from collections.abc import Mapping
from pathlib import Path

from data.errors.post import LetterFactsMissing, LetterKindUnknown, LetterLineBroken
from data.vocabulary.wording import KOSOVO, KOSOVO_FOOTNOTE, MARKING_DRAFT, MARKING_MEMBERS
from tasks.edges.typesetting import typeset

__all__ = ["FACTS", "compose"]

_COMMON = ("member_name", "number", "proposer", "contact", "enclosed")
FACTS: Mapping[str, tuple[str, ...]] = {
    "proposal": (*_COMMON, "deadline", "rule"),
    "proposal-objection": (*_COMMON, "objections"),
}
_WORDING = {"marking_draft": MARKING_DRAFT, "marking_members": MARKING_MEMBERS}
_SUBJECT = "Subject: "


def compose(templates: Path, kind: str, facts: Mapping[str, object]) -> tuple[str, str, str]:
    """Write one letter; its subject, its text and the same words as HTML.

    Args:
        templates: The folder of all templates; letters stand in its folder `letters`.
        kind: One of `FACTS`.
        facts: What the table above asks for.

    Raises:
        LetterKindUnknown: there is no such letter.
        LetterFactsMissing: a fact of the table is not given.
        LetterLineBroken: a fact would break the subject into two lines.
    """
    if kind not in FACTS:
        raise LetterKindUnknown(kind=kind, kinds=", ".join(FACTS))
    missing = [name for name in FACTS[kind] if name not in facts]
    if missing:
        raise LetterFactsMissing(kind=kind, names=", ".join(missing))
    given = {**facts, **_WORDING, "footnote": ""}
    draft = typeset(templates, f"letters/{kind}.txt.j2", **given)
    given["footnote"] = KOSOVO_FOOTNOTE if KOSOVO in draft else ""
    words = typeset(templates, f"letters/{kind}.txt.j2", **given)
    first, _, rest = words.lstrip().partition("\n")
    if not first.startswith(_SUBJECT) or rest.split("\n", 1)[0].strip():
        raise LetterLineBroken(where="subject", text=repr(words.lstrip()[:120]))
    subject = first.removeprefix(_SUBJECT).strip()
    html = typeset(templates, f"letters/{kind}.html.j2", **given | {"subject": subject})
    return subject, re.sub(r"\n\s*\n", "\n\n", rest).strip() + "\n", html.lstrip()
