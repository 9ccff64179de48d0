"""A person edits a draft in Word: the file's parts, changed the way Word changes them."""

import re
from html import escape

from tasks.edges.archive import pack, unpack

_BODY = "word/document.xml"
_BY = 'w:id="9001" w:author="Ana Kovač" w:date="2026-04-02T10:00:00Z"'


def body_of(content: bytes) -> str:
    return unpack(content)[_BODY].decode()


def with_body(content: bytes, body: str) -> bytes:
    return pack({**unpack(content), _BODY: body.encode()})


def written(content: bytes, place: str, *paragraphs: str) -> bytes:
    """Words typed at a place: Word takes the mark of the prompt away."""
    control = _control(body_of(content), place)
    held = control[0].replace("<w:showingPlcHdr/>", "")
    lines = "".join(_paragraph(_run(each)) for each in paragraphs)
    new = re.sub(
        "<w:sdtContent>.*</w:sdtContent>", f"<w:sdtContent>{lines}</w:sdtContent>", held, flags=re.S
    )
    return with_body(content, body_of(content).replace(control[0], new))


def tracked(content: bytes, place: str, kept: str, gone: str, came: str) -> bytes:
    """Words at a place with a deletion and an insertion that nobody has accepted."""
    control = _control(body_of(content), place)
    deleted = f"<w:del {_BY}><w:r><w:delText>{escape(gone)}</w:delText></w:r></w:del>"
    inside = _run(kept) + deleted + f"<w:ins {_BY}>{_run(came)}</w:ins>"
    held = control[0].replace("<w:showingPlcHdr/>", "")
    new = re.sub(
        "<w:sdtContent>.*</w:sdtContent>",
        f"<w:sdtContent>{_paragraph(inside)}</w:sdtContent>",
        held,
        flags=re.S,
    )
    return with_body(content, body_of(content).replace(control[0], new))


def replaced(content: bytes, was: str, now: str) -> bytes:
    """The first mention of words in the text typed over, runs split as Word does."""
    head, tail = escape(now[:1], quote=False), escape(now[1:], quote=False)
    split = f'{head}</w:t></w:r><w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">{tail}'
    return with_body(content, body_of(content).replace(escape(was, quote=False), split, 1))


def _control(body: str, place: str) -> re.Match[str]:
    found = re.search(f'<w:sdt>(?:(?!</w:sdt>).)*"narrative:{place}".*?</w:sdt>', body, re.S)
    assert found, place
    return found


def _paragraph(inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Narrative"/></w:pPr>{inside}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
