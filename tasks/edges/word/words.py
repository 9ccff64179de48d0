"""The words of paragraphs, with breaks and tabs back in place and the program's labels left out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tasks.edges.word.names import W
from tasks.edges.word.styles import LABEL_RUNS, RENAMED

_TEXT = f"{W}t"
_SIGNS = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\xad",
}


def style_of(paragraph: Element) -> str:
    """The style id of a paragraph, empty when it has none of its own."""
    style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
    return RENAMED.get(style, style)


def text_of(paragraph: Element) -> str:
    """The text as it was written; captions come without their label and number."""
    return "".join(_runs(paragraph))


def text_in(element: Element, run_style: str) -> str | None:
    """The text of the runs in one character style; None when there is no such run."""
    runs = [run for run in element.iter(f"{W}r") if _run_style(run) == run_style]
    return "".join(text for run in runs for text in _texts(run)) if runs else None


def anchor_of(element: Element) -> str:
    """The first bookmark that leads back to sources; Word's own and the program's begin with _."""
    names = (mark.get(f"{W}name", "") for mark in element.iter(f"{W}bookmarkStart"))
    return next((name for name in names if not name.startswith("_")), "")


def _runs(paragraph: Element) -> Iterator[str]:
    for run in paragraph.iter(f"{W}r"):
        if _run_style(run) not in LABEL_RUNS:
            yield from _texts(run)


def _texts(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]


def _run_style(run: Element) -> str:
    return _value(run.find(f"{W}rPr/{W}rStyle"))


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")
