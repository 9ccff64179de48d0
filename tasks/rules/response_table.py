"""The response to comments: what became of every remark, as a paper for all who commented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    MARKING_DRAFT,
    Block,
    Bullets,
    Comment,
    CommentKind,
    Disposition,
    Document,
    Heading,
    Paragraph,
    Pillar,
    Table,
)
from tasks.rules import comment_threads, kosovo
from tasks.rules.phrases import counted, joined, plural

OUTCOMES: Mapping[Disposition, str] = {
    Disposition.OPEN: "Open",
    Disposition.ACCEPTED: "Accepted",
    Disposition.PARTLY: "Partly accepted",
    Disposition.NOT_ACCEPTED: "Not accepted",
}
_READING = (
    "Accepted: the final draft takes the remark up.",
    "Partly accepted: it takes up a part, and the reason says which.",
    "Not accepted: the report stays as it was, and the reason says why.",
    "Where several members make the same remark, each is listed and names the first of them.",
    "Remarks stand as they were written; the numbers are those of the register of comments.",
)
_SHORT = 160
_TAKEN_UP = (Disposition.ACCEPTED, Disposition.PARTLY)
_WORDINGS = frozenset(CommentKind) - {CommentKind.FORMAT, CommentKind.DELETION}


@dataclass(frozen=True, slots=True)
class Answered:
    """What the paper answers: the comments of one final draft.

    `names` are display names by member code; `day` is the day of the draft, in words.
    """

    cycle: str
    pillar: Pillar
    draft: str
    day: str
    comments: tuple[Comment, ...]
    names: Mapping[str, str]

    def name(self, member: str) -> str:
        return self.names.get(member, member)


def compose(answered: Answered) -> Document:
    """Say of every comment what became of it, in the order of the numbers.

    Names of persons stay in the register; members answer for their remarks.
    """
    comments = sorted(answered.comments, key=lambda comment: comment.number)
    blocks: list[Block] = [Paragraph(_lead(comments, answered), "lead")]
    if comments:  # what fits an upright page comes first: the wide table takes pages of its own
        blocks += [Heading(1, "How to read this paper"), Bullets(_READING)]
        blocks += _offered(comments, answered)
        blocks += [Heading(1, "Comments and what became of them"), _table(comments, answered)]
    named = kosovo.occurs(kosovo.texts_of(blocks))
    return Document(
        kind="paper",
        title="Response to comments",
        subtitle=f"{answered.pillar.name} ({answered.pillar.code})",
        facts=(f"Cycle {answered.cycle}", answered.draft, answered.day),
        marking=MARKING_DRAFT,
        version=f"Response to comments, {answered.day}",
        disclaimers=(),
        kosovo_footnote=KOSOVO_FOOTNOTE if named else "",
        blocks=tuple(blocks),
    )


def outcome(comment: Comment) -> str:
    """What became of a comment, with the reason where there is one."""
    words = OUTCOMES[comment.disposition]
    return f"{words}: {comment.reason}" if comment.reason else f"{words}."


def told(comment: Comment) -> tuple[str, str, str, str]:
    """One remark as its member reads it in a letter: number, place, words and outcome.

    The words are shortened, for the enclosed table has all of them.
    """
    words = " ".join((comment.text or comment.proposed).split())
    if len(words) > _SHORT:
        words = f"{words[: _SHORT - 2].rsplit(' ', 1)[0]} …"
    return str(comment.number), comment.place, words, outcome(comment)


def _lead(comments: Sequence[Comment], answered: Answered) -> str:
    if not comments:
        return "No comment was received in the consultation."
    members = sorted({answered.name(each.member) for each in comments}, key=str.casefold)
    counts = [
        f"{sum(each.disposition is which for each in comments)} {OUTCOMES[which].casefold()}"
        for which in OUTCOMES
        if any(each.disposition is which for each in comments)
    ]
    return (
        f"{counted(len(comments), 'comment')} of {counted(len(members), 'member')} "
        f"{plural(len(comments), 'was')} received in the consultation: {joined(counts)}. "
        "Every comment is listed with its outcome."
    )


def _table(comments: Sequence[Comment], answered: Answered) -> Table:
    return Table(
        caption="Response to comments",
        header=(
            "No.",
            "Member",
            "Place",
            "Remark",
            "Proposed wording",
            "Outcome",
            "Reason",
        ),
        rows=tuple(
            (
                str(comment.number),
                answered.name(comment.member),
                comment.place or "–",
                remark(comment),
                comment.proposed or "–",
                OUTCOMES[comment.disposition],
                comment.reason or "–",
            )
            for comment in comments
        ),
        widths=(0.05, 0.12, 0.1, 0.27, 0.2, 0.1, 0.16),
        numbers=(0,),
        landscape=True,
    )


def remark(comment: Comment) -> str:
    """The remark with how it came, what it answers and which one says the same."""
    how = f"{comment.kind[:1].upper()}{comment.kind[1:]}"
    told = comment.text if comment.kind is CommentKind.REMARK else f"{how}: {comment.text}"
    lines = [told]
    if comment.answers:
        lines.append(f"(answers no. {comment.answers})")
    if comment.same_as:
        lines.append(f"(the same as no. {comment.same_as})")
    return "\n".join(lines)


def _offered(comments: Sequence[Comment], answered: Answered) -> list[Block]:
    rows = tuple(
        (str(each.number), answered.name(each.member), each.place or "–", words)
        for each in comments
        if each.disposition in _TAKEN_UP
        and each.kind in _WORDINGS
        and not (each.same_as or each.answers)
        and (words := comment_threads.wording_of(each))
    )
    if not rows:
        return []
    return [
        Heading(1, "Wording offered for the narrative"),
        Paragraph("Whoever writes a chapter may take these words over; their author is named."),
        Table(
            caption="Accepted wording and its author",
            header=("No.", "Member", "Place", "Wording"),
            rows=rows,
            widths=(0.07, 0.2, 0.18, 0.55),
            numbers=(0,),
        ),
    ]
