"""What people did and said in a returned copy of a draft, before it is anybody's comment."""

from dataclasses import dataclass
from datetime import date

from data.vocabulary.findings import Finding
from data.vocabulary.reports import CommentKind

NO_REMARK = -1


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing somebody did or said in a returned copy.

    `text` is the remark itself, the words put in or the words taken out; `quoted` the text of the
    draft it is about; `proposed` that text after the change, where wording changes. `anchor` is the
    nearest bookmark of the draft, `place` the heading or number of the need as people see it,
    `file_place` the part and the paragraph of the copy ("body, paragraph 112"). `reply_to` is the
    index of the remark it answers in its review, or `NO_REMARK`. `author` and `on` are as the file
    gives them; `resolved` is what the file says and disposes of nothing (rule R6).
    """

    kind: CommentKind
    author: str
    on: date | None
    text: str
    quoted: str
    proposed: str
    anchor: str
    place: str
    file_place: str
    reply_to: int = NO_REMARK
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """Everything found in one returned copy, and a count to hold it against.

    `identity` holds the properties that travel inside a members' draft (cycle, pillar, draft,
    snapshot). `counted` says how many marks of each kind the file holds – comments and tracked
    changes by the name of their element, edits without tracking under `edit` – and under `remarks`
    how many remarks they became: several marks of one author side by side are one remark.
    """

    remarks: tuple[Remark, ...]
    identity: dict[str, str]
    findings: tuple[Finding, ...]
    counted: dict[str, int]


@dataclass(frozen=True, slots=True)
class RemarkGroup:
    """The same remark from one or several copies: same kind, anchor and words.

    `members` are the ids of the copies, as handed in, each once and in their order; `indices` are
    the places of all the remarks in the sequence that was grouped, the first one leading.
    """

    remark: Remark
    members: tuple[str, ...]
    indices: tuple[int, ...]
