"""A document drawn in Word: the template's looks around a body typeset in one go."""

from pathlib import Path

from data.errors.documents import DraftTemplateLacksStyles, DraftTemplateMissing
from data.vocabulary.documents import Chart, Document, Matrix, Table
from tasks.edges.archive import pack, unpack
from tasks.edges.typesetting import typeset
from tasks.edges.word import marks
from tasks.edges.word.arrangement import arrange
from tasks.edges.word.chart import chart_parts
from tasks.edges.word.frames import Frames
from tasks.edges.word.mention import with_note
from tasks.edges.word.names import CORE_TYPE, DOCUMENT_RELATIONS, IDENTITY, RELATION_TYPE
from tasks.edges.word.package import Binding, bind, checked
from tasks.edges.word.page import Page, page_of
from tasks.edges.word.printable import as_printed, each_text
from tasks.edges.word.restyling import missing_styles
from tasks.edges.word.styles import LETTER

_SHORT_TITLE = 80
_DOCUMENT, _LETTERHEAD = "document.xml.j2", "letter.xml.j2"
_STORY = "\x13"  # a sign no printable text holds
_FEW_TABLES = 3  # below, a list of tables is longer than the search for them
_ROOT_RELATIONS = (
    ("rId1", f"{RELATION_TYPE}officeDocument", "word/document.xml"),
    ("rId2", CORE_TYPE, "docProps/core.xml"),
    ("rId3", f"{RELATION_TYPE}extended-properties", "docProps/app.xml"),
)
_IDENTITY_RELATION = ("rId4", f"{RELATION_TYPE}custom-properties", IDENTITY)


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
    binding = bind(template, len(charts), with_identity=bool(printed.identity))
    parts = {
        "[Content_Types].xml": _xml(body, "content_types", types=binding.types),
        **_properties(body, printed),
        **_inner_parts(body, printed, binding, page_of(template["word/document.xml"])),
        **binding.kept,
    }
    return pack(parts | chart_parts(body, charts))


def _properties(body: Path, printed: Document) -> dict[str, bytes]:
    relations, identity = _ROOT_RELATIONS, {}
    if printed.identity:
        relations = (*_ROOT_RELATIONS, _IDENTITY_RELATION)
        identity = {IDENTITY: _xml(body, "custom", identity=printed.identity)}
    return {
        "_rels/.rels": _xml(body, "relations", relations=relations),
        "docProps/core.xml": _xml(body, "core", cover=printed),
        "docProps/app.xml": _xml(body, "app"),
        **identity,
    }


def _template(path: Path, kind: str) -> dict[str, bytes]:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise DraftTemplateMissing(kind=kind, path=path) from error
    lost = missing_styles(content, kind)
    if lost:
        raise DraftTemplateLacksStyles(name=path.name, styles=", ".join(lost))
    return unpack(content)


def _xml(body: Path, name: str, **facts: object) -> bytes:
    file = f"{name}.xml.j2"
    return checked(f"templates/drafts/body/{file}", marks.resolved(typeset(body, file, **facts)))


def _inner_parts(body: Path, printed: Document, binding: Binding, page: Page) -> dict[str, bytes]:
    tables = (block for block in printed.blocks if isinstance(block, Table | Matrix))
    shares = [
        (number, _shares(table))
        for number, table in enumerate(tables, start=1)
        if isinstance(table, Table)
    ]
    noted, hung = with_note(printed)
    footnote = marks.signed(printed.kosovo_footnote)
    inked = each_text(noted, marks.signed, marks.is_signed)
    margins = {
        "short_title": _short(printed.title),
        "marking": inked.marking,
        "version": inked.version,
    }
    wide = page.turned()
    return {
        "word/document.xml": _body(body, inked, page, "" if hung else footnote),
        DOCUMENT_RELATIONS: _xml(body, "relations", relations=binding.relations),
        "word/settings.xml": _xml(body, "settings", shares=shares, fields=printed.kind != LETTER),
        "word/footnotes.xml": _xml(body, "footnotes", footnote=footnote if hung else ""),
        "word/header.xml": _xml(body, "header", tab=page.text_width, **margins),
        "word/header_wide.xml": _xml(body, "header", tab=wide.text_width, **margins),
        "word/footer.xml": _xml(body, "footer", tab=page.text_width, **margins),
        "word/footer_wide.xml": _xml(body, "footer", tab=wide.text_width, **margins),
    }


def _body(body: Path, inked: Document, page: Page, designation: str) -> bytes:
    """The document around its story; checked around a sample of each frame of the story."""
    frames = Frames(body)
    frame = _LETTERHEAD if inked.kind == LETTER else _DOCUMENT
    # A report has its list of contents there.
    opened = bool(inked.disclaimers or designation or inked.kind == "report")
    story, last_page = arrange(inked.blocks, page, frames, opened=opened)
    around = typeset(
        body,
        frame,
        cover=inked,
        designation=designation,
        chapters=story.chapters,
        captions=story.tables if len(story.tables) >= _FEW_TABLES else (),
        story=_STORY,
        page=page,
        last_page=last_page,
    )
    before, after = marks.resolved(around).split(_STORY)
    checked(f"templates/drafts/body/{frame}", f"{before}{frames.samples()}{after}")
    return b"".join((before.encode(), story.drawn, after.encode()))


def _shares(table: Table) -> str:
    return " ".join(repr(share) for share in table.widths)


def _short(title: str) -> str:
    """The title for the page header, cut between words where it would meet the marking."""
    words = " ".join(title.split())
    if len(words) <= _SHORT_TITLE:
        return words
    return words[:_SHORT_TITLE].rsplit(" ", 1)[0] + " …"
