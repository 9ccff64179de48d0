"""A document drawn in Word: the template's looks around a body typeset in one go."""

from dataclasses import replace
from pathlib import Path

from data.errors.documents import DraftTemplateLacksStyles, DraftTemplateMissing
from data.vocabulary.documents import Chart, Document, Table
from tasks.edges.archive import pack, unpack
from tasks.edges.typesetting import typeset
from tasks.edges.word import marks
from tasks.edges.word.arrangement import arrange
from tasks.edges.word.chart import chart_parts
from tasks.edges.word.mention import with_note
from tasks.edges.word.names import CORE_TYPE, DOCUMENT_RELATIONS, RELATION_TYPE
from tasks.edges.word.package import Binding, bind, checked
from tasks.edges.word.page import Page, page_of
from tasks.edges.word.pieces import Chapter, Grid, Piece
from tasks.edges.word.printable import as_printed, each_text
from tasks.edges.word.restyling import missing_styles

_SHORT_TITLE = 80
_LISTED_LEVEL = 2
_FEW_TABLES = 3  # below, a list of tables is longer than the search for them
_ROOT_RELATIONS = (
    ("rId1", f"{RELATION_TYPE}officeDocument", "word/document.xml"),
    ("rId2", CORE_TYPE, "docProps/core.xml"),
    ("rId3", f"{RELATION_TYPE}extended-properties", "docProps/app.xml"),
)


def write_document(templates: Path, document: Document) -> bytes:
    """Draw a document as .docx; the same document gives the same bytes on any day (rule R7).

    Args:
        templates: The folder of drafts' templates: the looks are in <kind>.docx, the order of the
            elements in body/.
        document: What to draw. A text's control characters are left out (see `as_printed`).

    Raises:
        DraftTemplateMissing: no template bears the document's kind.
        DraftTemplateLacksStyles: somebody who restyled it removed a style.
        DraftTemplateBroken: a template was edited so that Word could not open the file.
    """
    printed = as_printed(document)
    template = _template(templates / f"{printed.kind}.docx", printed.kind)
    body = templates / "body"
    charts = [block for block in printed.blocks if isinstance(block, Chart)]
    binding = bind(template, len(charts))
    parts = {
        "[Content_Types].xml": _xml(body, "content_types", types=binding.types),
        "_rels/.rels": _xml(body, "relations", relations=_ROOT_RELATIONS),
        "docProps/core.xml": _xml(body, "core", cover=printed),
        "docProps/app.xml": _xml(body, "app"),
        **_inner_parts(body, printed, binding, page_of(template["word/document.xml"])),
        **binding.kept,
    }
    for number, chart in enumerate(charts, start=1):
        parts |= chart_parts(body, number, chart)
    return pack(parts)


def _template(path: Path, kind: str) -> dict[str, bytes]:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise DraftTemplateMissing(kind=kind, path=path) from error
    lost = missing_styles(content)
    if lost:
        raise DraftTemplateLacksStyles(name=path.name, styles=", ".join(lost))
    return unpack(content)


def _xml(body: Path, name: str, **facts: object) -> bytes:
    file = f"{name}.xml.j2"
    return checked(f"templates/drafts/body/{file}", marks.resolved(typeset(body, file, **facts)))


def _inner_parts(body: Path, printed: Document, binding: Binding, page: Page) -> dict[str, bytes]:
    tables = (block for block in printed.blocks if isinstance(block, Table))
    shares = [(number, _shares(table)) for number, table in enumerate(tables, start=1)]
    blocks, hung = with_note(printed.blocks) if printed.kosovo_footnote else (printed.blocks, False)
    footnote = marks.signed(printed.kosovo_footnote)
    inked = each_text(replace(printed, blocks=blocks), marks.signed)
    margins = {
        "short_title": _short(printed.title),
        "marking": inked.marking,
        "version": inked.version,
    }
    wide = page.turned()
    return {
        "word/document.xml": _body(body, inked, page, "" if hung else footnote),
        DOCUMENT_RELATIONS: _xml(body, "relations", relations=binding.relations),
        "word/settings.xml": _xml(body, "settings", shares=shares),
        "word/footnotes.xml": _xml(body, "footnotes", footnote=footnote if hung else ""),
        "word/header.xml": _xml(body, "header", tab=page.text_width, **margins),
        "word/header_wide.xml": _xml(body, "header", tab=wide.text_width, **margins),
        "word/footer.xml": _xml(body, "footer", tab=page.text_width, **margins),
        "word/footer_wide.xml": _xml(body, "footer", tab=wide.text_width, **margins),
    }


def _body(body: Path, inked: Document, page: Page, designation: str) -> bytes:
    pieces, last_page = arrange(inked.blocks, page)
    return _xml(
        body,
        "document",
        cover=inked,
        designation=designation,
        chapters=_chapters(pieces),
        captions=_captions(pieces),
        pieces=pieces,
        page=page,
        last_page=last_page,
    )


def _chapters(pieces: tuple[Piece, ...]) -> list[Chapter]:
    return [
        replace(piece, text=marks.in_one_line(piece.text))
        for piece in pieces
        if isinstance(piece, Chapter) and piece.level <= _LISTED_LEVEL
    ]


def _captions(pieces: tuple[Piece, ...]) -> list[Grid]:
    tables = [
        replace(piece, caption=marks.in_one_line(piece.caption))
        for piece in pieces
        if isinstance(piece, Grid)
    ]
    return tables if len(tables) >= _FEW_TABLES else []


def _shares(table: Table) -> str:
    return " ".join(repr(share) for share in table.widths)


def _short(title: str) -> str:
    """The title for the page header, cut between words where it would meet the marking."""
    words = " ".join(title.split())
    if len(words) <= _SHORT_TITLE:
        return words
    return words[:_SHORT_TITLE].rsplit(" ", 1)[0] + " …"
