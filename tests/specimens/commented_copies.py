"""Copies of a real draft as members send them back: comments, tracked changes, plain edits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.edges.archive import pack, unpack

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: xml:space=\"preserve\")?>)([^<]{12,})(</w:t>)")


@dataclass(frozen=True)
class Said:
    """One thing a person did: `kind` is comment, answer, insertion, deletion or edit.

    `at` counts the paragraphs of a dozen letters and more; an answer follows its comment.
    """

    kind: str
    at: int
    text: str
    author: str = "Ana Hoxha"


def returned(draft: bytes, said: Sequence[Said]) -> bytes:
    """The draft with everything that was said, packed as it was."""
    parts = unpack(draft)
    document = parts["word/document.xml"].decode()
    places = [m.span() for m in _PARAGRAPH.finditer(document) if _is_plain(m[0])]
    by_place: dict[int, list[tuple[int, Said]]] = {}
    for number, each in enumerate(said):
        by_place.setdefault(each.at, []).append((number, each))
    for at in sorted(by_place, reverse=True):
        start, end = places[at]
        changed = document[start:end]
        for number, each in by_place[at]:
            changed = _done(changed, number, each)
        document = document[:start] + changed + document[end:]
    parts["word/document.xml"] = document.encode()
    comments = [(n, s) for n, s in enumerate(said) if s.kind in ("comment", "answer")]
    if comments:
        _add(parts, "comments", "".join(_comment(n, s) for n, s in comments))
        _add(parts, "commentsExtended", _threads(comments))
    return pack(parts)


def room(draft: bytes) -> int:
    """How many paragraphs of a draft can be said something about."""
    document = unpack(draft)["word/document.xml"].decode()
    return sum(_is_plain(m[0]) for m in _PARAGRAPH.finditer(document))


def _is_plain(paragraph: str) -> bool:
    return bool(_TEXT.search(paragraph)) and "fldChar" not in paragraph


def _who(said: Said) -> str:
    return f'w:author="{said.author}" w:date="2026-05-04T10:00:00Z"'


def _run(text: str, element: str = "t") -> str:
    return f'<w:r><w:{element} xml:space="preserve">{text}</w:{element}></w:r>'


def _done(paragraph: str, number: int, said: Said) -> str:
    id_ = 5000 + number
    body = paragraph.removesuffix("</w:p>")
    match said.kind:
        case "comment" | "answer":
            start = f'<w:commentRangeStart w:id="{number}"/>'
            ends = f'<w:commentRangeEnd w:id="{number}"/>'
            mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
            first = body.index("<w:r>") if "<w:r>" in body else body.index("<w:r ")
            return f"{body[:first]}{start}{body[first:]}{ends}{mark}</w:p>"
        case "insertion":
            return f'{body}<w:ins w:id="{id_}" {_who(said)}>{_run(said.text)}</w:ins></w:p>'
        case "deletion":
            return (
                f'{body}<w:ins w:id="{id_ + 3000}" {_who(said)}><w:del w:id="{id_}" '
                f"{_who(said)}>{_run(said.text, 'delText')}</w:del></w:ins></w:p>"
            )
        case _:
            return _TEXT.sub(rf"\g<1>\g<2> {said.text}\g<3>", paragraph, count=1)


def _comment(number: int, said: Said) -> str:
    return (
        f'<w:comment w:id="{number}" w:initials="X" {_who(said)}>'
        f'<w:p w14:paraId="{number + 1:08X}">{_run(said.text)}</w:p></w:comment>'
    )


def _threads(comments: Sequence[tuple[int, Said]]) -> str:
    lines: list[str] = []
    asked = ""
    for number, said in comments:
        own = f"{number + 1:08X}"
        parent = f' w15:paraIdParent="{asked}"' if said.kind == "answer" else ""
        asked = asked if said.kind == "answer" else own
        lines.append(f'<w15:commentEx w15:paraId="{own}"{parent} w15:done="0"/>')
    return "".join(lines)


def _add(parts: dict[str, bytes], kind: str, inside: str) -> None:
    prefix = "w15" if kind == "commentsExtended" else "w"
    name = "commentsEx" if kind == "commentsExtended" else "comments"
    parts[f"word/{kind}.xml"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<{prefix}:{name} xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:w15="{_W15}">{inside}'
        f"</{prefix}:{name}>"
    ).encode()
    source = (
        _RELATIONS
        if kind == "comments"
        else "http://schemas.microsoft.com/office/2011/relationships/"
    )
    relation = f'<Relationship Id="rIdAdded{kind}" Type="{source}{kind}" Target="{kind}.xml"/>'
    _insert(parts, "word/_rels/document.xml.rels", relation, "</Relationships>")
    type_ = f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPES}{kind}+xml"/>'
    _insert(parts, "[Content_Types].xml", type_, "</Types>")


def _insert(parts: dict[str, bytes], name: str, what: str, before: str) -> None:
    parts[name] = parts[name].decode().replace(before, f"{what}{before}").encode()
