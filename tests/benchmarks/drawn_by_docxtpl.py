"""The same report drawn by docxtpl, in one go from one template, as its manual teaches."""

import importlib
import io
from typing import Any

import docx

from data.vocabulary.documents import Document, Heading, Paragraph, Table
from tests.edges.one_draft import TEMPLATES


def drawn_by_docxtpl(document: Document) -> bytes:
    """Headings, paragraphs and tables by loops in the template; escaping switched on."""
    docxtpl: Any = importlib.import_module("docxtpl")  # an extra of the benchmark alone
    template = docxtpl.DocxTemplate(_template())
    saved = io.BytesIO()
    template.render({"blocks": [_facts(block) for block in document.blocks]}, autoescape=True)
    template.save(saved)
    return saved.getvalue()


def _facts(block: object) -> dict[str, object]:
    match block:
        case Heading() | Paragraph():
            return {"kind": "text", "text": block.text}
        case Table():
            return {
                "kind": "table",
                "caption": block.caption,
                "rows": [list(row) for row in (block.header, *block.rows)],
            }
        case _:
            return {"kind": "none"}


def _template() -> io.BytesIO:
    opened = docx.Document(str(TEMPLATES / "report.docx"))
    for line in (
        "{%p for block in blocks %}",
        "{%p if block.kind == 'text' %}",
        "{{ block.text }}",
        "{%p elif block.kind == 'table' %}",
        "{{ block.caption }}",
    ):
        opened.add_paragraph(line)
    table = opened.add_table(3, 5)
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    for column in range(5):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    for line in ("{%p endif %}", "{%p endfor %}"):
        opened.add_paragraph(line)
    saved = io.BytesIO()
    opened.save(saved)
    saved.seek(0)
    return saved
