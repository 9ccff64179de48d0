"""Copies reviewed at random, every word of them bearing a number of its own, and what they hold."""

import re
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.specimens.reviewed_copies import (
    begins,
    box,
    document,
    ends,
    paragraph,
    put_in,
    row,
    run,
    said,
    table,
    taken_out,
)

AUTHORS = ("Ana", "Bojan", "Čedomir")
_COUNTED = (
    "ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|rPrChange|pPrChange|trPrChange|tcPrChange"
    "|tblPrChange|sectPrChange|comment"
)
_MARK = re.compile(rf"<w:({_COUNTED})(?=[\s/>])")
_FALLBACK = re.compile(r"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)


@dataclass
class Copy:
    """A copy in the making, with what was done in it: word, author, and how."""

    words: int = 0
    ids: int = 100
    put_in: list[tuple[str, str]] = field(default_factory=list)
    taken_out: list[tuple[str, str]] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def word(self) -> str:
        self.words += 1
        return f"word{self.words}x"

    def id(self) -> int:
        self.ids += 1
        return self.ids


def by(author: str) -> str:
    return f'w:author="{author}" w:date="2025-03-01T10:00:00Z"'


def marks_in(parts: dict[str, bytes]) -> dict[str, int]:
    """How many marks of each name stand in the texts of a copy, counted without any parser."""
    counted: dict[str, int] = {}
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            for mark in _MARK.findall(_FALLBACK.sub("", content.decode())):
                counted[mark] = counted.get(mark, 0) + 1
    return counted


@st.composite
def reviewed(draw: st.DrawFn) -> tuple[bytes, Copy]:
    """A copy of tables, boxes, notes and paragraphs with marks of every kind."""
    copy = Copy()
    parts = [_block(draw, copy) for _ in range(draw(st.integers(1, 5)))]
    header, footnote = _inside(draw, copy, 2), _inside(draw, copy, 2)
    comments = "".join(copy.said)
    body = f"{''.join(parts)}<w:sectPr>{_format(draw, copy, 'sectPr')}</w:sectPr>"
    return document(body, comments, header=header, footnote=footnote), copy


def _block(draw: st.DrawFn, copy: Copy) -> str:
    if draw(st.integers(0, 3)):
        return _paragraph(draw, copy)
    rows = [_row(draw, copy) for _ in range(draw(st.integers(1, 3)))]
    return table(*rows) + _paragraph(draw, copy)


def _row(draw: st.DrawFn, copy: Copy) -> str:
    cells = tuple(_paragraph(draw, copy) for _ in range(2))
    properties = ""
    if not draw(st.integers(0, 2)):
        name = draw(st.sampled_from(["ins", "del"]))
        properties = f'<w:{name} w:id="{copy.id()}" {by(draw(st.sampled_from(AUTHORS)))}/>'
    drawn = row(cells, properties + _format(draw, copy, "trPr"))
    if draw(st.integers(0, 3)):
        return drawn
    name = draw(st.sampled_from(["cellIns", "cellDel", "cellMerge"]))
    mark = f'<w:{name} w:id="{copy.id()}" {by(draw(st.sampled_from(AUTHORS)))}/>'
    return drawn.replace("<w:tcPr/>", f"<w:tcPr>{mark}{_format(draw, copy, 'tcPr')}</w:tcPr>", 1)


def _paragraph(draw: st.DrawFn, copy: Copy) -> str:
    mark = ""
    if not draw(st.integers(0, 3)):
        name = draw(st.sampled_from(["ins", "del", "moveFrom", "moveTo"]))
        mark = f'<w:{name} w:id="{copy.id()}" {by(draw(st.sampled_from(AUTHORS)))}/>'
    inside = _inside(draw, copy, 4)
    if not draw(st.integers(0, 5)):
        inside += box(f"<w:p>{_inside(draw, copy, 2)}</w:p>")
    return paragraph(inside, mark=mark + _format(draw, copy, "rPr"))


def _format(draw: st.DrawFn, copy: Copy, name: str) -> str:
    if draw(st.integers(0, 5)):
        return ""
    author = by(draw(st.sampled_from(AUTHORS)))
    return f'<w:{name}Change w:id="{copy.id()}" {author}><w:{name}/></w:{name}Change>'


def _inside(draw: st.DrawFn, copy: Copy, most: int) -> str:
    return run("") + "".join(_piece(draw, copy) for _ in range(draw(st.integers(0, most))))


def words_and_marks(draw: st.DrawFn, copy: Copy) -> str:
    """The inside of one paragraph."""
    return run(copy.word()) + _inside(draw, copy, 4)


def rejected(inside: str) -> str:
    """What stood in a paragraph before its tracked changes and comments, found without a parser."""
    plain = re.sub(r"<w:(ins|moveTo) [^>]*/>", "", inside)
    plain = re.sub(r"<w:(ins|moveTo) .*?</w:\1>", "", plain)
    plain = re.sub(r"</?w:(del|moveFrom)( [^>]*)?>", "", plain)
    plain = re.sub(r"<w:(comment|move)\w+ [^>]*/>", "", plain)
    return plain.replace("delText", "t")


def _piece(draw: st.DrawFn, copy: Copy) -> str:
    author = draw(st.sampled_from(AUTHORS))
    kind = draw(st.sampled_from(["plain", "plain", "ins", "del", "both", "move", "empty", "said"]))
    word = copy.word()
    if kind == "ins":
        copy.put_in.append((word, author))
        return put_in(word, by(author), copy.id())
    if kind == "del":
        copy.taken_out.append((word, author))
        return taken_out(word, by(author), copy.id())
    if kind == "both":
        other = draw(st.sampled_from(AUTHORS))
        copy.put_in.append((word, author))
        if other != author:
            copy.taken_out.append((word, other))
        inside = taken_out(word, by(other), copy.id())
        return f'<w:ins w:id="{copy.id()}" {by(author)}>{inside}</w:ins>'
    if kind == "move":
        return _move(draw, copy, word, author)
    if kind == "empty":
        return f'<w:ins w:id="{copy.id()}" {by(author)}/>'
    if kind == "said":
        id_ = copy.id()
        copy.said.append(said(id_, word, by(author)))
        copy.comments.append((word, author))
        return f"{begins(id_)}{run(copy.word())}{ends(id_) if draw(st.booleans()) else ''}"
    return run(word)


def _move(draw: st.DrawFn, copy: Copy, word: str, author: str) -> str:
    copy.put_in.append((word, author))
    ways = draw(st.sampled_from([("moveFrom", "moveTo"), ("moveFrom",), ("moveTo",)]))
    named = draw(st.booleans())
    drawn = ""
    for way in ways:
        id_ = copy.id()
        start = f'<w:{way}RangeStart w:id="{id_}" w:name="move{word}" {by(author)}/>'
        end = f'<w:{way}RangeEnd w:id="{id_}"/>'
        moved = f'<w:{way} w:id="{copy.id()}" {by(author)}>{run(word)}</w:{way}>'
        drawn += (f"{start}{moved}{end}" if named else moved) + run(copy.word())
    return drawn
