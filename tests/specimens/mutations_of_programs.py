"""The workbook as other programs write it: Google Sheets, WPS, Numbers, libraries and servers.

Made after what those programs are known to write, not saved by them: which parts there are and how
they are named, prefixes, shared or inline texts, numbers with a decimal point, a grid filled up
with blank rows, and the parts each brings of its own.
"""

import re

from tests.specimens.mutations import (
    MAIN,
    OFFICE,
    Claim,
    Parts,
    in_the_file,
    rewrite,
    sheet_parts,
)
from tests.specimens.mutations_of_identity import OURS
from tests.specimens.mutations_of_markup import elements_with_a_prefix, texts_inline

WITHOUT_PROPERTIES = Claim(identities={"property": "", "hidden sheet": OURS, "visible cell": OURS})
_BOOK, _TYPES = "xl/workbook.xml", "[Content_Types].xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def _without_properties(parts: Parts) -> None:
    """Leave out everything under docProps, as programs do that keep documents on a server."""
    for name in [name for name in parts if name.startswith("docProps/")]:
        del parts[name]
    parts[_TYPES] = re.sub(rb'<Override PartName="/docProps/[^>]*/>', b"", parts[_TYPES])
    parts["_rels/.rels"] = re.sub(
        rb'<Relationship\s[^>]*"[^">]*docProps/[^>]*/>', b"", parts["_rels/.rels"]
    )


def _opened(parts: Parts, names: bytes) -> None:
    """Declare more names at the head of each sheet."""
    for part in sheet_parts(parts):
        parts[part] = re.sub(rb"<worksheet ", b"<worksheet " + names + b" ", parts[part], count=1)


def _numbers_with_a_point(parts: Parts) -> None:
    for part in sheet_parts(parts):
        plain = rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?><v>[0-9]+)(</v>)'
        parts[part] = re.sub(plain, rb"\1.0\2", parts[part])


def _blank_rows(parts: Parts, until: int) -> None:
    """Fill the grid up, as a program does that shows a thousand rows."""
    for part in sheet_parts(parts):
        last = max(map(int, re.findall(rb'<row r="([0-9]+)"', parts[part])), default=0)
        rows = "".join(
            f'<row r="{number}" ht="15.75" customHeight="1"/>'
            for number in range(last + 1, until + 1)
        )
        parts[part] = parts[part].replace(b"</sheetData>", rows.encode() + b"</sheetData>")


def _a_drawing_for_each_sheet(parts: Parts) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    for number, part in enumerate(sheet_parts(parts), start=1):
        name = f"xl/worksheets/_rels/{part.rpartition('/')[2]}.rels"
        relation = (
            f'<Relationship Id="rIdDrawing" Type="{OFFICE}/relationships/drawing" '
            f'Target="../drawings/drawing{number}.xml"/>'
        ).encode()
        blank = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://'
            b'schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        )
        standing = parts.get(name, blank)
        parts[name] = standing.replace(b"</Relationships>", relation + b"</Relationships>")
        parts[f"xl/drawings/drawing{number}.xml"] = f'<xdr:wsDr xmlns:xdr="{space}"/>'.encode()
        drawing = f'<drawing xmlns:r="{OFFICE}/relationships" r:id="rIdDrawing"/>'.encode()
        parts[part] = parts[part].replace(b"</worksheet>", drawing + b"</worksheet>")


def _every_text_keeps_its_blanks(parts: Parts) -> None:
    name = "xl/sharedStrings.xml"
    parts[name] = re.sub(rb"<t(?: [^>]*)?>", b'<t xml:space="preserve">', parts[name])


@in_the_file(WITHOUT_PROPERTIES)
def downloaded_from_google_sheets(parts: Parts) -> None:
    _without_properties(parts)
    _opened(
        parts,
        b'xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" '
        b'xmlns:mv="urn:schemas-microsoft-com:mac:vml" '
        b'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
    )
    _numbers_with_a_point(parts)
    _blank_rows(parts, 1_000)
    _a_drawing_for_each_sheet(parts)
    _every_text_keeps_its_blanks(parts)
    parts[_BOOK] = re.sub(rb"<(?:calcPr|workbookProtection)[^>]*/>", b"", parts[_BOOK])


@in_the_file()
def saved_by_wps(parts: Parts) -> None:
    custom = "docProps/custom.xml"
    product = (
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="98" name="KSOProductBuild'
        b'Ver"><vt:lpwstr>1033-12.2.0.13431</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-'
        b'101B-9397-08002B2CF9AE}" pid="99" name="ICV"><vt:lpwstr>5F0C4B7E0D8E4E0C</vt:lpwstr>'
        b"</property></Properties>"
    )
    space = b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    parts[custom] = re.sub(rb"</(?:\w+:)?Properties>", product, parts[custom])
    if b"xmlns:vt=" not in parts[custom]:
        head = b'<Properties xmlns:vt="' + space + b'" '
        parts[custom] = parts[custom].replace(b"<Properties ", head, 1)
    _opened(parts, b'xmlns:etc="urn:wps:etCustomData"')
    for part in sheet_parts(parts):
        spans = rb'<row r="\1" spans="1:16"'
        parts[part] = re.sub(rb'<row r="([0-9]+)"', spans, parts[part])
        made = b'<phoneticPr fontId="1" type="noConversion"/></worksheet>'
        parts[part] = parts[part].replace(b"</worksheet>", made)
    parts["xl/customStorage/customStorage.xml"] = (
        b'<customStorage xmlns="urn:wps:customStorage"><book/></customStorage>'
    )


@in_the_file(
    Claim(
        code="formula-instead-of-text",
        differs={("n-0001", 1): {"reference": "DISPIMG(1)"}},
    )
)
def a_picture_put_into_a_cell_by_wps(parts: Parts) -> None:
    formula = '_xlfn.DISPIMG("ID_7C1F",1)'.replace('"', "&quot;")
    rewrite(parts, "n-0001#1", "reference", f' t="str"><f>{formula}</f><v>DISPIMG(1)</v></c>')
    parts["xl/cellimages.xml"] = b'<etc:cellImages xmlns:etc="urn:wps:etCustomData"/>'
    parts["xl/media/image1.png"] = b"\x89PNG\r\n\x1a\n" + bytes(64)


@in_the_file(WITHOUT_PROPERTIES)
def exported_by_numbers(parts: Parts) -> None:
    _without_properties(parts)
    texts_inline(parts)
    _numbers_with_a_point(parts)
    for part in sheet_parts(parts):
        parts[part] = re.sub(rb"<sheetProtection[^>]*/>", b"", parts[part])
        parts[part] = re.sub(rb' ht="[^"]*"( customHeight="1")?', b"", parts[part])


@in_the_file()
def written_by_a_library_with_prefixes_and_absolute_names(parts: Parts) -> None:
    """As Open XML libraries on servers do: x: before every element, texts in their cells."""
    texts_inline(parts)
    elements_with_a_prefix(parts)
    parts[_RELATIONS] = re.sub(rb'Target="(?!/)([^"]*)"', rb'Target="/xl/\1"', parts[_RELATIONS])


@in_the_file()
def written_by_a_library_without_styles_and_shared_texts(parts: Parts) -> None:
    texts_inline(parts)
    for part in sheet_parts(parts):
        parts[part] = re.sub(rb'(<c r="[A-Z]+[0-9]+") s="[0-9]+"', rb"\1", parts[part])
    del parts["xl/styles.xml"]
    parts[_RELATIONS] = re.sub(rb"<Relationship\s[^>]*styles[^>]*/>", b"", parts[_RELATIONS])
    parts[_TYPES] = re.sub(rb'<Override PartName="/xl/styles[^>]*/>', b"", parts[_TYPES])


@in_the_file()
def saved_in_excel_for_the_web(parts: Parts) -> None:
    revision = b"http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
    _opened(
        parts,
        b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        b'xmlns:xr="' + revision + b'" mc:Ignorable="xr" xr:uid="{00000000-0001-0000-0000-'
        b'000000000000}"',
    )
    book = parts[_BOOK]
    parts[_BOOK] = book.replace(
        b"<sheets>",
        b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        b'2006"><mc:Choice Requires="x15" xmlns:x15="urn:x15"><x15ac:absPath '
        b'xmlns:x15ac="urn:x15ac" url="https://d.docs.example/"/></mc:Choice></mc:AlternateContent><sheets>',
        1,
    )
    parts["xl/persons/person.xml"] = b'<personList xmlns="urn:threaded"/>'
    chain = f'<calcChain xmlns="{MAIN}"><c r="K5" i="2" l="1"/></calcChain>'
    parts["xl/calcChain.xml"] = chain.encode()
