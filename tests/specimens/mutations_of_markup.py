"""The same workbook in other markup: shared or inline texts, prefixes, the strict dialect."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

from tests.specimens.mutations import (
    MAIN,
    OFFICE,
    Parts,
    in_the_file,
    rewrite,
    sheet_parts,
)

ISO = "purl.oclc.org"  # whose names the strict dialect bears
STRICT = {
    MAIN: f"http://{ISO}/ooxml/spreadsheetml/main",
    f"{OFFICE}/relationships": f"http://{ISO}/ooxml/officeDocument/relationships",
    f"{OFFICE}/custom-properties": f"http://{ISO}/ooxml/officeDocument/customProperties",
    f"{OFFICE}/docPropsVTypes": f"http://{ISO}/ooxml/officeDocument/docPropsVTypes",
}
Element = ElementTree.Element


def tag(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def texts(parts: Parts) -> list[str]:
    """The shared texts, each as its inner markup."""
    return re.findall(r"<si>(.*?)</si>", parts["xl/sharedStrings.xml"].decode(), re.DOTALL)


def redrawn(parts: Parts, change: Callable[[Element], object]) -> None:
    """Change each sheet as a tree and write it back, with the prefixes of the tree's own taste."""
    for name in sheet_parts(parts):
        root = ElementTree.fromstring(parts[name])  # noqa: S314 – written a moment ago
        change(root)
        parts[name] = ElementTree.tostring(root, "UTF-8", xml_declaration=True)


def replaced(parts: Parts, pattern: bytes, by: bytes) -> None:
    for name in sheet_parts(parts):
        parts[name] = re.sub(pattern, by, parts[name], flags=re.DOTALL)


@in_the_file()
def texts_inline(parts: Parts) -> None:
    shared = texts(parts)
    pattern = re.compile(r' t="s"><v>([0-9]+)</v></c>')
    for name in sheet_parts(parts):
        parts[name] = pattern.sub(
            lambda found: f' t="inlineStr"><is>{shared[int(found[1])]}</is></c>',
            parts[name].decode(),
        ).encode()


@in_the_file()
def texts_as_results(parts: Parts) -> None:
    shared = [re.sub("<.*?>", "", text) for text in texts(parts)]
    pattern = re.compile(r' t="s"><v>([0-9]+)</v></c>')
    for name in sheet_parts(parts):
        parts[name] = pattern.sub(
            lambda found: f' t="str"><v>{shared[int(found[1])]}</v></c>', parts[name].decode()
        ).encode()


def _shared(parts: Parts, change: Callable[[str], str]) -> None:
    pattern = r"<t(?: [^>]*)?>(.*?)</t>"
    old = parts["xl/sharedStrings.xml"].decode()
    new = re.sub(pattern, lambda found: change(found[1]), old, flags=re.DOTALL)
    parts["xl/sharedStrings.xml"] = new.encode()


def _kept(text: str) -> str:
    return f'<t xml:space="preserve">{text}</t>'


@in_the_file()
def shared_texts_in_runs(parts: Parts) -> None:
    def split(text: str) -> str:
        if len(text) < 2 or "&" in text:
            return f"<r><t>{text}</t></r>"
        half = len(text) // 2
        look = "<rPr><b/><sz val='11'/></rPr>"
        return f"<r>{_kept(text[:half])}</r><r>{look}{_kept(text[half:])}</r>"

    _shared(parts, split)


@in_the_file()
def shared_texts_with_their_pronunciation(parts: Parts) -> None:
    _shared(parts, lambda text: f'{_kept(text)}<rPh sb="0" eb="1"><t>yomi</t></rPh>')


@in_the_file()
def shared_texts_counted_wrongly(parts: Parts) -> None:
    old = parts["xl/sharedStrings.xml"]
    parts["xl/sharedStrings.xml"] = re.sub(rb'ount="[0-9]+"', b'ount="3"', old, count=2)


@in_the_file()
def texts_in_character_data_sections(parts: Parts) -> None:
    _shared(parts, lambda text: f"<t>{text}</t>" if "&" in text else f"<t><![CDATA[{text}]]></t>")


@in_the_file()
def letters_as_numbers(parts: Parts) -> None:
    _shared(
        parts,
        lambda text: _kept("".join(c if ord(c) < 128 else f"&#x{ord(c):X};" for c in text)),
    )


@in_the_file()
def the_strict_dialect(parts: Parts) -> None:
    for name in parts:
        if name.endswith((".xml", ".rels")) and not name.startswith("[Content"):
            for old, new in STRICT.items():
                parts[name] = parts[name].replace(f'"{old}"'.encode(), f'"{new}"'.encode())
                if old.endswith("/relationships"):
                    at = f'"{old}/'.encode()
                    parts[name] = parts[name].replace(at, f'"{new}/'.encode())


@in_the_file()
def elements_with_a_prefix(parts: Parts) -> None:
    ElementTree.register_namespace("x", MAIN)
    redrawn(parts, lambda _: None)
    for name in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        root = ElementTree.fromstring(parts[name])  # noqa: S314 – written a moment ago
        parts[name] = ElementTree.tostring(root, "UTF-8", xml_declaration=True)


def _filled_up(root: Element) -> None:
    """Write every cell and row that is missing, so that none needs to say where it stands."""
    grid = root.find(tag("sheetData"))
    assert grid is not None
    rows = {int(row.get("r", "0")): row for row in grid}
    for row in list(grid):
        grid.remove(row)
    for number in range(1, max(rows, default=0) + 1):
        row = rows.get(number, ElementTree.Element(tag("row")))
        grid.append(row)
        cells = {_column(cell.get("r", "A1")): cell for cell in row}
        for cell in list(row):
            row.remove(cell)
        for column in range(1, max(cells, default=0) + 1):
            cell = cells.get(column, ElementTree.Element(tag("c")))
            cell.attrib.pop("r", None)
            row.append(cell)
        row.attrib.pop("r", None)


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - 64
    return number


@in_the_file()
def cells_and_rows_without_their_places(parts: Parts) -> None:
    redrawn(parts, _filled_up)


@in_the_file()
def rows_out_of_order(parts: Parts) -> None:
    def reverse(root: Element) -> None:
        grid = root.find(tag("sheetData"))
        assert grid is not None
        grid[:] = list(reversed(grid))

    redrawn(parts, reverse)


@in_the_file()
def markup_indented(parts: Parts) -> None:
    redrawn(parts, lambda root: ElementTree.indent(root, "\t"))


@in_the_file()
def single_quotes_around_attributes(parts: Parts) -> None:
    replaced(parts, rb'<c r="([A-Z0-9]+)"', rb"<c  r = '\1'")


@in_the_file()
def attributes_in_another_order(parts: Parts) -> None:
    replaced(parts, rb'<c (r="[^"]*") ((?:s="[^"]*" ?)?)(t="[^"]*")', rb"<c \3 \2 \1")


@in_the_file()
def remarks_between_the_cells(parts: Parts) -> None:
    replaced(parts, rb"(<row[^>]*>)(?=<c)", rb"\1<!-- <c r='A1'><v>1</v></c> --><?app keep?>")


@in_the_file()
def attributes_of_excel_added(parts: Parts) -> None:
    more = rb'\1 spans="1:9" x14ac:dyDescent="0.25" '
    replaced(parts, rb"(<row )", more)
    ac = b"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
    replaced(parts, rb"<worksheet ", b'<worksheet xmlns:x14ac="' + ac + b'" ')


@in_the_file()
def extensions_of_excel_added(parts: Parts) -> None:
    extension = (
        b'<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="urn:x14">'
        b"<x14:conditionalFormattings/></ext></extLst></worksheet>"
    )
    replaced(parts, rb"</worksheet>", extension)


@in_the_file()
def a_mark_of_byte_order(parts: Parts) -> None:
    for name in (*sheet_parts(parts), "xl/sharedStrings.xml", "xl/workbook.xml"):
        parts[name] = b"\xef\xbb\xbf" + parts[name]


@in_the_file()
def empty_cells_with_their_formats_only(parts: Parts) -> None:
    rewrite(parts, "n-0001#3", "text", "></c>")
    rewrite(parts, "n-0001#3", "kind", ' t="s"></c>')
    rewrite(parts, "n-0001#3", "date", "><v></v></c>")
