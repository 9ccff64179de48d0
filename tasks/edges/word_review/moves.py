"""The two ends of a tracked move, told as one remark."""

from data.vocabulary.reports import CommentKind
from tasks.edges.word_review.changes import Channel
from tasks.edges.word_review.found import Found


def paired(ends: list[tuple[Channel, Found]]) -> list[Found]:
    """One remark for each move; an end that lost its other end is told alone."""
    moves: dict[tuple[str, str], dict[str, list[Found]]] = {}
    for (author, way, name), end in ends:
        key = (author, name or _words(end))
        moves.setdefault(key, {}).setdefault(way, []).append(end)
    return [_one(move.get("moveFrom", []), move.get("moveTo", [])) for move in moves.values()]


def _words(end: Found) -> str:
    return f"\0{' '.join(end.text.split())}"


def _one(sources: list[Found], targets: list[Found]) -> Found:
    whole = sources or targets
    first = whole[0]
    return Found(
        CommentKind.MOVE,
        first.author,
        first.date,
        _joined([each.text for each in whole]),
        _joined([each.quoted for each in sources]),
        _joined([each.proposed for each in targets]),
        first.paragraph,
        first.part,
        first.position,
        to=targets[0].paragraph if sources and targets else None,
    )


def _joined(texts: list[str]) -> str:
    return "\n".join([text for text in texts if text])
