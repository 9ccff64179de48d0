"""What tests look at in a Word file: its parts, its body, and the texts in one style."""

from dataclasses import replace
from xml.etree import ElementTree

from data.vocabulary.documents import Block, Document
from tasks.edges.archive import unpack
from tasks.edges.word import write_document
from tests.edges.one_draft import REPORT, TEMPLATES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(document: Document) -> dict[str, bytes]:
    return unpack(write_document(TEMPLATES, document))


def xml(part: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(part)  # noqa: S314 – what we drew ourselves a moment ago


def body_of(document: Document) -> ElementTree.Element:
    body = xml(parts_of(document)["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return body


def styled(body: ElementTree.Element, style: str) -> list[str]:
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        for named in paragraph.findall(f"{W}pPr/{W}pStyle")
        if named.get(f"{W}val") == style
    ]


def with_blocks(*blocks: Block) -> Document:
    return replace(REPORT, blocks=blocks)
