"""A native chart part with the small workbook inside it, so that Word can edit its numbers."""

from collections.abc import Mapping
from pathlib import Path

from data.vocabulary.documents import Chart
from tasks.edges.archive import pack
from tasks.edges.typesetting import typeset
from tasks.edges.word.names import RELATION_TYPE

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


def chart_parts(body: Path, number: int, chart: Chart) -> dict[str, bytes]:
    """The parts of one chart by their names in the document's archive."""
    series = _series(chart)
    totals = [sum(counts) for counts in zip(*(counts for _, counts in chart.series), strict=True)]
    step = 1 if max(totals, default=0) <= _FEW else 0
    facts = {"categories": chart.categories, "series": series}
    workbook = ("rId1", f"{RELATION_TYPE}package", f"../embeddings/workbook{number}.xlsx")
    relations = typeset(body, "relations.xml.j2", relations=[workbook])
    return {
        f"word/charts/chart{number}.xml": typeset(
            body, "chart.xml.j2", step=step, **facts
        ).encode(),
        f"word/charts/_rels/chart{number}.xml.rels": relations.encode(),
        f"word/embeddings/workbook{number}.xlsx": _workbook(body, facts),
    }


def _series(chart: Chart) -> list[Series]:
    return [
        (_column(number + 1), name, _FILLS[step], _WRITTEN_IN[step], counts)
        for number, (name, counts) in enumerate(chart.series)
        for step in [number % len(_FILLS)]
    ]


def _column(number: int) -> str:
    """The letters of a column counted from 0: A, B, … Z, AA."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _workbook(body: Path, facts: Mapping[str, object]) -> bytes:
    types = [
        ("xl/workbook.xml", f"{_SPREADSHEET}sheet.main+xml"),
        ("xl/worksheets/sheet1.xml", f"{_SPREADSHEET}worksheet+xml"),
    ]
    whole = [("rId1", f"{RELATION_TYPE}officeDocument", "xl/workbook.xml")]
    sheet = [("rId1", f"{RELATION_TYPE}worksheet", "worksheets/sheet1.xml")]
    return pack(
        {
            "[Content_Types].xml": typeset(body, "content_types.xml.j2", types=types).encode(),
            "_rels/.rels": typeset(body, "relations.xml.j2", relations=whole).encode(),
            "xl/workbook.xml": _WORKBOOK.encode(),
            "xl/_rels/workbook.xml.rels": typeset(
                body, "relations.xml.j2", relations=sheet
            ).encode(),
            "xl/worksheets/sheet1.xml": typeset(body, "sheet.xml.j2", **facts).encode(),
        }
    )
