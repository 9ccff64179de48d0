"""A draft read from a file that any program may have saved: its words, not its looks."""

import posixpath
from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.vocabulary.edits import Copy
from tasks.edges.word.comparison_nodes import Body, Charts
from tasks.edges.word.comparison_texts import Words
from tasks.edges.word.custom import identity_of
from tasks.edges.word.names import DOCUMENT_RELATIONS, RELATION, C, W
from tasks.edges.word.opening import Opened

_POINTS = f"{C}pt/{C}v"
_COMMENTS = "word/comments.xml"


def read_copy(content: bytes) -> Copy:
    """Read a draft, or a copy of it that somebody edited, without asking for its styles.

    Args:
        content: The bytes of the file; a stranger's file goes through the guard first.

    Raises:
        DocumentUnreadable: it is damaged, or it is no Word file.
    """
    opened = Opened(content)
    body = body_of(opened, opened.xml("word/document.xml"))
    return Copy(
        identity=identity_of(opened),
        passages=tuple(node.passage for node in body.nodes if node.passage),
        narratives=tuple(body.narratives),
        margins=_margins(opened),
        comments=_comments(opened),
        tracked=body.words.tracked,
    )


def body_of(opened: Opened, root: Element) -> Body:
    """The passages of a file with the elements they are drawn by."""
    found = root.find(f"{W}body")
    if found is None:
        raise DocumentUnreadable(reason="it has no body")
    body = Body(_charts(opened))
    body.read(found)
    return body


def targets_of(opened: Opened) -> dict[str, str]:
    """Relation ids of the body and the parts they lead to, by their names in the archive."""
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/word", relation.get("Target", ""))
        ).lstrip("/")
        for relation in opened.xml(DOCUMENT_RELATIONS).iter(f"{RELATION}Relationship")
        if relation.get("TargetMode") != "External"
    }


def _charts(opened: Opened) -> Charts:
    held = set(opened.names("word/charts/"))
    return {
        relation: _numbers(opened.xml(part))
        for relation, part in targets_of(opened).items()
        if part in held
    }


def _numbers(chart: Element) -> tuple[str, ...]:
    """One line for each series: its name, then each category with its number."""
    lines: list[str] = []
    for series in chart.iter(f"{C}ser"):
        name, categories, numbers = (
            [value.text or "" for value in series.findall(f"{C}{place}//{_POINTS}")]
            for place in ("tx", "cat", "val")
        )
        pairs = [f"{c} {_plain(v)}" for c, v in zip(categories, numbers, strict=False)]
        lines.append(f"{''.join(name)}: {'; '.join(pairs)}")
    return tuple(lines)


def _plain(number: str) -> str:
    whole, _, rest = number.partition(".")
    return number if rest.strip("0") else whole


def _margins(opened: Opened) -> tuple[str, ...]:
    """What stands in headers, footers and footnotes, each text once, without spaces around it."""
    texts: dict[str, None] = {}
    for start in ("word/header", "word/footer", "word/footnotes.xml"):
        for name in opened.names(start):
            words = Words()
            for paragraph in opened.xml(name).iter(f"{W}p"):
                texts[" ".join(words.of(paragraph).split()).lstrip("* ")] = None
    return tuple(text for text in texts if text)


def _comments(opened: Opened) -> int:
    if _COMMENTS not in opened.names(_COMMENTS):
        return 0
    return sum(1 for _ in opened.xml(_COMMENTS).iter(f"{W}comment"))
