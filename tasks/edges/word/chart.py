"""A native chart part with the small workbook inside it, so that Word can edit its numbers."""

from collections.abc import Iterable
from pathlib import Path

from data.vocabulary.documents import Chart
from data.vocabulary.registers import column_letters
from tasks.edges.archive import pack
from tasks.edges.typesetting import typeset
from tasks.edges.word.names import RELATION_TYPE
from tasks.edges.word.package import checked

_FILLS = ("1F4E79", "4A77A3", "8FB0D0", "C3D7E9", "EAF1F8")  # one hue, from dark to light
_WRITTEN_IN = ("FFFFFF", "FFFFFF", "1B2733", "1B2733", "1B2733")
_FEW = 12  # up to here the axis counts one by one; Word would write halves of a response

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORKBOOK = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="{_MAIN}" '
    f'xmlns:r="{_RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)

Series = tuple[str, str, str, str, tuple[int, ...]]
"""The column in the workbook, the name, fill and ink as RRGGBB, and the counts."""


def chart_parts(body: Path, charts: Iterable[Chart]) -> dict[str, bytes]:
    """The parts of the charts of a document, numbered from 1, by their names in its archive.

    Raises:
        DraftTemplateBroken: an edit of a template left it broken.
    """
    parts: dict[str, bytes] = {}
    empty = _empty_workbook(body)
    for number, chart in enumerate(charts, start=1):
        sums = [sum(counts) for counts in zip(*(counts for _, counts in chart.series), strict=True)]
        step = 1 if max(sums, default=0) <= _FEW else 0
        facts = {"categories": chart.categories, "series": _series(chart)}
        workbook = ("rId1", f"{RELATION_TYPE}package", f"../embeddings/workbook{number}.xlsx")
        sheet = _drawn(body, "sheet", **facts)
        parts |= {
            f"word/charts/chart{number}.xml": _drawn(body, "chart", step=step, **facts),
            f"word/charts/_rels/chart{number}.xml.rels": _drawn(
                body, "relations", relations=[workbook]
            ),
            f"word/embeddings/workbook{number}.xlsx": pack(
                {**empty, "xl/worksheets/sheet1.xml": sheet}
            ),
        }
    return parts


def _drawn(body: Path, name: str, **facts: object) -> bytes:
    file = f"{name}.xml.j2"
    return checked(f"templates/drafts/body/{file}", typeset(body, file, **facts))


def _series(chart: Chart) -> list[Series]:
    return [
        (column_letters(number + 2), name, _FILLS[step], _WRITTEN_IN[step], counts)
        for number, (name, counts) in enumerate(chart.series)
        for step in [number % len(_FILLS)]
    ]


def _empty_workbook(body: Path) -> dict[str, bytes]:
    """Everything of the small workbooks but the one sheet in which they differ."""
    types = [
        ("xl/workbook.xml", f"{_SPREADSHEET}sheet.main+xml"),
        ("xl/worksheets/sheet1.xml", f"{_SPREADSHEET}worksheet+xml"),
    ]
    whole = [("rId1", f"{RELATION_TYPE}officeDocument", "xl/workbook.xml")]
    sheet = [("rId1", f"{RELATION_TYPE}worksheet", "worksheets/sheet1.xml")]
    return {
        "[Content_Types].xml": _drawn(body, "content_types", types=types),
        "_rels/.rels": _drawn(body, "relations", relations=whole),
        "xl/workbook.xml": _WORKBOOK.encode(),
        "xl/_rels/workbook.xml.rels": _drawn(body, "relations", relations=sheet),
    }
