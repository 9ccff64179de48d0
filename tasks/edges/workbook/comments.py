"""Comments on cells of a workbook that is packed part by part: the notes every program shows.

A note needs four parts: its words, a drawing in the old markup that gives it a box, and both named
by the sheet and by the list of content types.
"""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils import column_index_from_string

from tasks.edges.workbook.cells import legible, unescapable
from tasks.edges.workbook.packing import Packed, deflated
from tasks.edges.workbook.rendering import check_parses, escaped

AUTHOR = "IISG Secretariat"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_TYPES = "[Content_Types].xml"
_BLOCK = 1_024  # numbers of shapes a drawing reserves at a time

# What may stand behind the drawing of the notes in a sheet; the format prescribes the order.
_BEHIND = re.compile(
    "(?=<(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[ />]"
    "|</worksheet>)"
)
_TOP = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout><v:shapetype id="_x0000_t202"'
    ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape id="_x0000_s{shape}" type="#_x0000_t202" style="position:absolute;'
    "margin-left:60pt;margin-top:2pt;width:{width}pt;height:{height}pt;z-index:1;"
    'visibility:hidden" fillcolor="#{fill}" o:insetmode="auto"><v:fill color2="#{fill}"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_WIDTH, _FILL = 240, "FFF8E1"  # points; the house's colour of inputs
_TO_A_LINE = 44  # letters of a note of that width
_CELL = re.compile("([A-Z]+)([0-9]+)")

Note = tuple[str, str]  # cell, words


def annotated(foot: str) -> str:
    """Name the drawing of the notes at the end of a sheet."""
    named = f'<legacyDrawing xmlns:r="{_OFFICE}" r:id="iisgNotes"/>'
    return _BEHIND.sub(named, foot, count=1)


def with_comments(
    parts: Iterable[Packed], notes: Mapping[str, Sequence[Note]]
) -> tuple[Packed, ...]:
    """Add the parts notes need to those of a workbook.

    Args:
        parts: The packed parts, the list of content types among them.
        notes: For each sheet's part ("xl/worksheets/sheet3.xml") its notes, one to a cell, in the
            order of the rows.

    Raises:
        xml.parsers.expat.ExpatError: a note could not be written as XML.
    """
    known = {part.name.decode(): part for part in parts}
    made: dict[str, bytes] = {}
    types = inflated(known[_TYPES]).decode()
    for number, (sheet, said) in enumerate(notes.items(), start=1):
        words, drawing = f"xl/comments{number}.xml", f"xl/drawings/vmlDrawing{number}.vml"
        made[words] = _words(said)
        made[drawing] = _drawing(said, number)
        named = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels"
        made[named] = _named(known.get(named), number)
        types = _listed(types, f'<Override PartName="/{words}" ContentType="{_COMMENTS}"/>')
    if notes and 'Extension="vml"' not in types:
        types = _listed(types, f'<Default Extension="vml" ContentType="{_DRAWING}"/>')
    check_parses([*made.values(), types.encode()])
    known[_TYPES] = deflated(_TYPES, types.encode())
    return tuple((known | {name: deflated(name, part) for name, part in made.items()}).values())


def inflated(part: Packed) -> bytes:
    """Give the content of a packed part."""
    return zlib.decompress(part.raw, -15)


def _words(notes: Sequence[Note]) -> bytes:
    said = "".join(
        f'<comment ref="{cell}" authorId="0" shapeId="0"><text><t xml:space="preserve">'
        f"{escaped(unescapable(legible(text)))}</t></text></comment>"
        for cell, text in notes
    )
    author = f"<authors><author>{AUTHOR}</author></authors>"
    return (
        f'<comments xmlns="{_MAIN}">{author}<commentList>{said}</commentList></comments>'.encode()
    )


def _drawing(notes: Sequence[Note], number: int) -> bytes:
    """Give each note a box with room for its words, hidden until one points at the cell."""
    blocks = -(-len(notes) // (_BLOCK - 1))
    first = (number - 1) * 100 + 1  # blocks of one sheet never meet those of another
    boxes = [_TOP.format(blocks=",".join(str(first + block) for block in range(blocks)))]
    for place, (cell, text) in enumerate(notes):
        found = _CELL.fullmatch(cell)
        letters, row = found.groups() if found else ("A", "1")
        block, shape = divmod(place, _BLOCK - 1)
        lines = sum(-(-len(line) // _TO_A_LINE) or 1 for line in text.split("\n"))
        boxes.append(
            _BOX.format(
                shape=(first + block) * _BLOCK + shape + 1,
                width=_WIDTH,
                height=min(300, 14 * lines + 12),
                fill=_FILL,
                row=int(row) - 1,
                column=column_index_from_string(letters) - 1,
            )
        )
    return "".join((*boxes, "</xml>")).encode()


def _named(standing: Packed | None, number: int) -> bytes:
    """Name both parts for the sheet, beside what the template may already hold there."""
    before = inflated(standing).decode() if standing else f'<Relationships xmlns="{_PACKAGE}"/>'
    before = before.replace("/>", "></Relationships>") if not standing else before
    ours = (
        f'<Relationship Id="iisgComments" Type="{_OFFICE}/comments"'
        f' Target="/xl/comments{number}.xml"/>'
        f'<Relationship Id="iisgNotes" Type="{_OFFICE}/vmlDrawing"'
        f' Target="/xl/drawings/vmlDrawing{number}.vml"/>'
    )
    return before.replace("</Relationships>", f"{ours}</Relationships>").encode()


def _listed(types: str, entry: str) -> str:
    if entry.startswith("<Default"):  # defaults stand before the parts named one by one
        return types.replace("<Override", f"{entry}<Override", 1)
    return types.replace("</Types>", f"{entry}</Types>")
