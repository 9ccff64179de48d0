"""The same parts packed in another way, parts left out, parts added: what programs do on saving."""

import io
import re
import zipfile
from collections.abc import Iterable

from tasks.edges.archive import unpack
from tests.specimens.mutations import Parts, in_the_file, sheet_parts, to_the_bytes

_DAY = (2026, 2, 3, 4, 5, 6)


class _Unseekable(io.RawIOBase):
    """A sink nobody can go back in, so that sizes stand behind the data."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        view = memoryview(piece)  # pyright: ignore[reportArgumentType] # whatever bears bytes
        self.written += view
        return view.nbytes


def packed(parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", method) as archive:
        for name, part in parts:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = method
            archive.writestr(entry, part)
    return saved.getvalue()


@to_the_bytes()
def parts_in_reverse_order(content: bytes) -> bytes:
    return packed(reversed(unpack(content).items()))


@to_the_bytes()
def parts_stored_without_compression(content: bytes) -> bytes:
    return packed(unpack(content).items(), zipfile.ZIP_STORED)


@to_the_bytes()
def sizes_behind_the_data(content: bytes) -> bytes:
    sink = _Unseekable()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in unpack(content).items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return bytes(sink.written)


@to_the_bytes()
def sizes_of_sixty_four_bits(content: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in unpack(content).items():
            with archive.open(zipfile.ZipInfo(name, _DAY), "w", force_zip64=True) as entry:
                entry.write(part)
    return saved.getvalue()


@to_the_bytes()
def folders_listed(content: bytes) -> bytes:
    folders = [(folder, b"") for folder in ("xl/", "xl/worksheets/", "docProps/")]
    return packed([*folders, *unpack(content).items()])


@to_the_bytes()
def a_remark_at_the_end_of_the_archive(content: bytes) -> bytes:
    saved = io.BytesIO(content)
    with zipfile.ZipFile(saved, "a") as archive:
        archive.comment = b"sent from a telephone"
    return saved.getvalue()


@to_the_bytes()
def bytes_after_the_archive(content: bytes) -> bytes:
    return content + b"\r\n"


@to_the_bytes()
def extra_fields_of_another_system(content: bytes) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in unpack(content).items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.extra = b"UT\x05\x00\x01\x00\x00\x00\x00"
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return saved.getvalue()


def _drop(parts: Parts, name: str) -> None:
    """Take out a part and every mention of it."""
    del parts[name]
    file = re.escape(name.rpartition("/")[2].encode())
    mention = rb'<(?:Relationship|Override)\s[^>]*"[^">]*' + file + rb'"[^>]*/>'
    for other in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        parts[other] = re.sub(mention, b"", parts[other])


@in_the_file()
def the_theme_left_out(parts: Parts) -> None:
    _drop(parts, "xl/theme/theme1.xml")


@in_the_file()
def the_styles_left_out(parts: Parts) -> None:
    _drop(parts, "xl/styles.xml")


@in_the_file()
def protection_removed(parts: Parts) -> None:
    for name in sheet_parts(parts):
        parts[name] = re.sub(rb"<sheetProtection[^>]*/>", b"", parts[name])
    main = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = re.sub(rb"<workbookProtection[^>]*/>", b"", main)


@in_the_file()
def checks_and_colours_removed(parts: Parts) -> None:
    for name in sheet_parts(parts):
        for tag in (b"dataValidations", b"conditionalFormatting"):
            parts[name] = re.sub(b"<" + tag + b"[ >].*?</" + tag + b">", b"", parts[name], flags=16)


@in_the_file()
def defined_names_removed(parts: Parts) -> None:
    main = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = re.sub(rb"<definedNames>.*?</definedNames>", b"", main, flags=16)


@in_the_file()
def parts_of_a_printer_and_of_a_register_added(parts: Parts) -> None:
    parts["xl/printerSettings/printerSettings1.bin"] = bytes(range(256)) * 8
    parts["customXml/item1.xml"] = (
        b'<metadata xmlns="urn:register"><label>Public</label></metadata>'
    )
    parts["docProps/thumbnail.jpeg"] = b"\xff\xd8\xff\xe0" + bytes(2_000)


@in_the_file()
def targets_named_relative_to_the_workbook(parts: Parts) -> None:
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b'Target="/xl/', b'Target="')


@in_the_file()
def sheet_parts_named_like_other_programs_do(parts: Parts) -> None:
    relations = parts["xl/_rels/workbook.xml.rels"]
    for number, name in enumerate(sheet_parts(parts), start=1):
        other = f"xl/worksheets/Tabelle_{number:03}.xml"
        relations = relations.replace(name.encode() + b'"', other.encode() + b'"')
        parts[other] = parts.pop(name)
        rels = f"xl/worksheets/_rels/{name.rpartition('/')[2]}.rels"
        if rels in parts:
            parts[f"xl/worksheets/_rels/Tabelle_{number:03}.xml.rels"] = parts.pop(rels)
    parts["xl/_rels/workbook.xml.rels"] = relations


@in_the_file()
def shared_texts_named_in_another_case(parts: Parts) -> None:
    parts["xl/SharedStrings.xml"] = parts.pop("xl/sharedStrings.xml")
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace(b'"sharedStrings.xml"', b'"/xl/sharedstrings.xml"')


@in_the_file()
def an_order_of_calculation_added(parts: Parts) -> None:
    chain = b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    parts["xl/calcChain.xml"] = chain + b'<c r="G5" i="1"/></calcChain>'
