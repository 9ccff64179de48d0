"""Bombs and lies of the archive itself; files that are no workbook whatever their names say."""

import io
import struct
import zipfile
import zlib

from docx import Document

from tasks.edges.archive import pack
from tests.specimens.archives import STORED, Entry, archive, entry, swollen
from tests.specimens.hostile import office_container, parts, refused, survived, with_entries
from tests.specimens.returns import filled

MEGABYTE = 1 << 20
TOO_MUCH, DAMAGED, OUTSIDE = "far more than", "damaged", "outside itself"
ZEROS = bytes(MEGABYTE)


@refused(TOO_MUCH)
def a_gigabyte_of_zeros_in_a_sheet() -> bytes:
    return with_entries(swollen("xl/worksheets/sheet2.xml", ZEROS, 1024))


@refused(TOO_MUCH)
def a_gigabyte_of_zeros_in_one_cell() -> bytes:
    begin = b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'
    end = b"</t></is></c></row></sheetData></worksheet>"
    unit = b"0" * MEGABYTE
    return with_entries(swollen("xl/worksheets/sheet2.xml", unit, 1024, begin, end))


@refused(TOO_MUCH)
def a_gigabyte_of_small_cells() -> bytes:
    unit = b'<c t="n"><v>1</v></c>' * 50_000
    begin, end = b"<worksheet><sheetData><row>", b"</row></sheetData></worksheet>"
    return with_entries(swollen("xl/worksheets/sheet2.xml", unit, 1000, begin, end))


@refused(TOO_MUCH)
def styles_of_a_gigabyte() -> bytes:
    unit = b"<xf/>" * 200_000
    return with_entries(swollen("xl/styles.xml", unit, 1074, b"<styleSheet><cellXfs>"))


@refused(TOO_MUCH)
def two_hundred_parts_of_two_megabytes_each() -> bytes:
    one = entry("x", b" " * 2 * MEGABYTE, 9)
    many = [
        Entry(f"xl/worksheets/bomb{n}.xml".encode(), one.raw, one.size, one.checksum)
        for n in range(200)
    ]
    return with_entries(*many)


@refused(TOO_MUCH)
def a_picture_that_unpacks_to_a_gigabyte() -> bytes:
    return with_entries(swollen("xl/media/image1.png", ZEROS, 1024))


@refused("archive, but not", TOO_MUCH)
def archives_within_archives() -> bytes:
    content = archive([swollen("0.bin", ZEROS, 60)])
    for depth in range(6):
        content = pack({f"{depth}-{n}.zip": content for n in range(8)})
    return content


@survived(TOO_MUCH, "archive")
def an_archive_within_the_workbook() -> bytes:
    return with_entries(entry("xl/embeddings/inner.zip", archive([swollen("0", ZEROS, 300)])))


@refused(DAMAGED, TOO_MUCH)
def entries_that_lie_on_top_of_each_other() -> bytes:
    """Two hundred names for the same two megabytes."""
    bomb = entry("xl/worksheets/sheet9.xml", b"<c/>" * 500_000, 9)
    first = archive([bomb]).index(b"PK\x03\x04")
    over = [
        Entry(f"xl/media/{n:04}.bin".encode(), bomb.raw, bomb.size, bomb.checksum, at=first)
        for n in range(200)
    ]
    honest = [entry(name, part) for name, part in parts().items()]
    return archive([bomb, *honest, *over])


@refused(DAMAGED)
def entries_that_overlap_in_part() -> bytes:
    honest = [entry(name, part) for name, part in parts().items()]
    size = len(honest[0].raw) + len(honest[0].name) + 30
    return archive([*honest, Entry(b"xl/media/a.bin", b"x" * 99, 99, 0, STORED, at=size - 9)])


@refused(DAMAGED)
def a_header_that_promises_a_thousand_bytes() -> bytes:
    bomb = swollen("xl/worksheets/sheet2.xml", ZEROS, 1024)
    return with_entries(Entry(bomb.name, bomb.raw, 1_000, bomb.checksum))


@refused(DAMAGED, TOO_MUCH)
def a_header_that_promises_too_much() -> bytes:
    honest = entry("xl/styles.xml", parts()["xl/styles.xml"])
    return with_entries(Entry(honest.name, honest.raw, 60 * MEGABYTE, honest.checksum))


@refused(DAMAGED)
def a_wrong_checksum() -> bytes:
    honest = entry("xl/styles.xml", parts()["xl/styles.xml"])
    return with_entries(Entry(honest.name, honest.raw, honest.size, honest.checksum ^ 1))


@refused(DAMAGED)
def an_unknown_way_of_packing() -> bytes:
    part = parts()["xl/styles.xml"]
    return with_entries(Entry(b"xl/styles.xml", part, len(part), zlib.crc32(part), 99))


@refused("encrypt")
def parts_that_are_encrypted() -> bytes:
    honest = entry("xl/styles.xml", parts()["xl/styles.xml"])
    return with_entries(Entry(honest.name, honest.raw, honest.size, honest.checksum, flags=1))


def _named(name: bytes) -> bytes:
    part = b"<a/>"
    return with_entries(Entry(name, part, len(part), zlib.crc32(part), STORED))


@refused(OUTSIDE)
def a_name_that_leads_out() -> bytes:
    return _named(b"xl/../../../../etc/cron.d/evil.xml")


@refused(OUTSIDE)
def a_name_that_leads_out_the_way_of_windows() -> bytes:
    return _named(b"xl\\..\\..\\Startup\\evil.bat")


@refused(OUTSIDE)
def a_name_from_the_root() -> bytes:
    return _named(b"/etc/passwd")


@refused(OUTSIDE)
def a_name_with_a_drive() -> bytes:
    return _named(b"C:/Windows/evil.xml")


@survived(DAMAGED, OUTSIDE)
def a_name_with_a_zero_in_it() -> bytes:
    return _named(b"xl/worksheets/sheet2.xml\x00.png")


@survived(DAMAGED)
def a_name_of_sixty_thousand_letters() -> bytes:
    return _named(b"xl/" + b"a" * 60_000 + b".xml")


@refused(DAMAGED)
def two_parts_of_one_name() -> bytes:
    return archive([*_honest(), entry("xl/workbook.xml", b"<workbook/>")])


@refused(DAMAGED)
def two_names_that_differ_in_case_alone() -> bytes:
    return archive([*_honest(), entry("XL/Workbook.xml", b"<workbook/>")])


def _honest() -> list[Entry]:
    return [entry(name, part) for name, part in parts().items()]


@refused("parts")
def ten_thousand_parts() -> bytes:
    return archive([*_honest(), *(entry(f"xl/media/{n}.png", b"") for n in range(10_000))])


@refused("parts")
def a_hundred_thousand_parts() -> bytes:
    """More than the counter of an archive can say."""
    return archive(Entry(b"%d" % n, b"", 0, 0, STORED) for n in range(100_000))


@survived(DAMAGED, "parts")
def a_directory_that_counts_wrongly() -> bytes:
    content = bytearray(archive(_honest()))
    content[-14:-10] = struct.pack("<HH", 9, 9)
    return bytes(content)


@refused("no Office file")
def an_archive_behind_a_program() -> bytes:
    return b"MZ" + bytes(4_000) + filled()


@refused("empty")
def nothing_at_all() -> bytes:
    return b""


@refused(DAMAGED)
def the_first_ten_bytes() -> bytes:
    return filled()[:10]


@refused(DAMAGED)
def the_first_half() -> bytes:
    content = filled()
    return content[: len(content) // 2]


@refused(DAMAGED)
def all_but_the_last_hundred_bytes() -> bytes:
    return filled()[:-100]


@refused(DAMAGED)
def a_hole_in_the_middle() -> bytes:
    content = bytearray(filled())
    content[len(content) // 2 : len(content) // 2 + 4_096] = bytes(4_096)
    return bytes(content)


@refused("password")
def a_workbook_with_a_password() -> bytes:
    return office_container("EncryptionInfo", "EncryptedPackage") + bytes(range(256)) * 400


@survived("before 2007", DAMAGED, "old")
def garbage_that_begins_like_an_old_workbook() -> bytes:
    garbage = zlib.compress(bytes(range(256)) * 999, 0) * 4
    return office_container("Root Entry", "Workbook") + garbage


@refused("before 2007")
def an_old_word_document() -> bytes:
    return office_container("Root Entry", "WordDocument") + bytes(9_000)


@refused("web page")
def a_web_page_named_xlsx() -> bytes:
    rows = "<tr><td>XK-CT-01</td><td>achieved</td></tr>" * 200
    return f"<html xmlns:x='urn:schemas-microsoft-com'><table>{rows}</table></html>".encode()


@refused("PDF")
def a_pdf_named_xlsx() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(5_000) + b"%%EOF"


@refused("no Office file", "rich text", "rich-text")
def rich_text_named_xlsx() -> bytes:
    return rb"{\rtf1\ansi {\object\objocx}}"


@refused("no Office file")
def a_list_with_commas_named_xlsx() -> bytes:
    return b"need;answer\r\nXK-CT-01;=cmd|' /C calc'!A0\r\n"


@refused("Word")
def a_word_document_named_xlsx() -> bytes:
    saved = io.BytesIO()
    Document().save(saved)
    return saved.getvalue()


@refused("xlsb")
def a_binary_workbook() -> bytes:
    return pack({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01" * 500})


@refused("archive, but not")
def an_archive_of_something_else() -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as other:
        other.writestr("invoice.exe", b"MZ" + bytes(3_000))
    return saved.getvalue()


@refused("16 MB")
def seventeen_megabytes() -> bytes:
    return b"PK\x03\x04" + bytes(17 * MEGABYTE)
