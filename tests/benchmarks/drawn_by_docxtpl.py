"""The same report drawn by docxtpl, in one go from one template, as its manual teaches."""

import importlib
import io
from typing import Any

import docx

from data.vocabulary.documents import Document, Heading, Paragraph, Table
from tests.edges.one_draft import TEMPLATES


def drawn_by_docxtpl(template: bytes, document: Document) -> bytes:
    """Headings, paragraphs and tables by loops in the template, in the styles of the report.

    Escaping is switched on: by default texts with signs of XML are lost.
    """
    docxtpl: Any = importlib.import_module("docxtpl")  # an extra of the benchmark alone
    opened = docxtpl.DocxTemplate(io.BytesIO(template))
    saved = io.BytesIO()
    opened.render({"blocks": [_facts(block) for block in document.blocks]}, autoescape=True)
    opened.save(saved)
    return saved.getvalue()


def _facts(block: object) -> dict[str, object]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text}
        case Paragraph():
            return {"kind": "text", "text": block.text}
        case Table():
            return {
                "kind": "table",
                "caption": block.caption,
                "header": list(block.header),
                "rows": [list(row) for row in block.rows],
            }
        case _:
            return {"kind": "none"}


def docxtpl_template() -> bytes:
    """The template a person would have drawn in Word, in the styles of the report."""
    opened = docx.Document(str(TEMPLATES / "report.docx"))
    styles = {style.style_id: style for style in opened.styles}
    for line, style in (
        ("{%p for block in blocks %}", "BodyText"),
        ("{%p if block.kind == 'heading' %}", "BodyText"),
        ("{{ block.text }}", "Heading2"),
        ("{%p elif block.kind == 'text' %}", "BodyText"),
        ("{{ block.text }}", "BodyText"),
        ("{%p elif block.kind == 'table' %}", "BodyText"),
        ("{{ block.caption }}", "TableCaption"),
    ):
        opened.add_paragraph(line, styles[style])
    table = opened.add_table(4, 5, styles["ReportTable"])
    table.cell(1, 0).text = "{%tr for row in block.rows %}"
    for column in range(5):
        head, cell = (table.cell(row, column).paragraphs[0] for row in (0, 2))
        head.text, head.style = f"{{{{ block.header[{column}] }}}}", styles["TableHead"]
        cell.text, cell.style = f"{{{{ row[{column}] }}}}", styles["TableText"]
    table.cell(3, 0).text = "{%tr endfor %}"
    for line in ("{%p endif %}", "{%p endfor %}"):
        opened.add_paragraph(line)
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()
