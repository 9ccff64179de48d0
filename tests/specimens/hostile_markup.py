"""Markup made to hurt: entities, endless nesting, endless attributes, other encodings, programs."""

from tasks.edges.archive import pack
from tests.specimens.archives import swollen
from tests.specimens.hostile import (
    MAIN,
    parts,
    read_safely,
    refused,
    sheet,
    survived,
    with_entries,
    with_parts,
)

MEGABYTE = 1 << 20
DEFINITIONS, TOO_MUCH = "definitions", "far more than"
LAUGHS = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10 if n else "lol"}">' for n in range(10))
OURS = '<!ENTITY secret SYSTEM "file:///etc/passwd">'


def _shared(text: str, definitions: str = "") -> bytes:
    head = f"<!DOCTYPE sst [{definitions}]>" if definitions else ""
    return f'<?xml version="1.0"?>{head}<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'.encode()


@refused(DEFINITIONS)
def a_billion_laughs_in_the_shared_texts() -> bytes:
    return with_parts(xl__sharedStrings=_shared("&lol9;", LAUGHS))


@refused(DEFINITIONS)
def a_billion_laughs_in_a_sheet() -> bytes:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&lol9;</t></is></c></row>'
    head = f"<!DOCTYPE worksheet [{LAUGHS}]>".encode()
    return with_parts(xl__worksheets__sheet2=head + sheet(rows))


@refused(DEFINITIONS)
def one_long_entity_used_very_often() -> bytes:
    long = f'<!ENTITY a "{"a" * 50_000}">'
    return with_parts(xl__sharedStrings=_shared("&a;" * 50_000, long))


@refused(DEFINITIONS)
def a_file_of_ours_asked_for_by_an_entity() -> bytes:
    return with_parts(xl__sharedStrings=_shared("&secret;", OURS))


@refused(DEFINITIONS)
def an_address_asked_for_by_a_definition() -> bytes:
    head = b'<!DOCTYPE workbook SYSTEM "http://127.0.0.1:9/evil.dtd">'
    return with_parts(xl__workbook=head + parts()["xl/workbook.xml"].partition(b"?>")[2])


@refused(DEFINITIONS)
def an_entity_in_the_properties() -> bytes:
    head = f"<!DOCTYPE Properties [{LAUGHS}]>".encode()
    part = parts()["docProps/custom.xml"].partition(b"?>")[2]
    return with_parts(docProps__custom=head + part)


@survived(DEFINITIONS)
def an_entity_in_a_part_nobody_reads() -> bytes:
    return with_parts(customXml__item1=_shared("&lol9;", LAUGHS))


@survived("damaged")
def an_entity_nobody_defined() -> bytes:
    return with_parts(xl__sharedStrings=_shared("&secret;"))


@refused("encoding")
def a_sheet_in_utf_16() -> bytes:
    return with_parts(xl__worksheets__sheet2=sheet("").decode().encode("utf-16"))


@refused("encoding", DEFINITIONS, "damaged")
def entities_hidden_by_another_encoding() -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [{LAUGHS}]><a>&lol9;</a>'
    return with_parts(xl__styles=text.encode("utf-16-le"))


@survived("encoding", DEFINITIONS, "damaged")
def entities_hidden_by_seven_bits() -> bytes:
    """UTF-7 would spell the signs of a definition without the signs."""
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    return with_parts(xl__styles=text.encode())


@survived("encoding", "damaged")
def bytes_that_are_no_letters() -> bytes:
    return with_parts(xl__sharedStrings=_shared("x").replace(b"x</t>", b"\xff\xc0\x80</t>"))


@survived(TOO_MUCH, "damaged")
def a_hundred_thousand_elements_inside_each_other() -> bytes:
    deep = b"<r>" * 100_000 + b"</r>" * 100_000
    return with_parts(xl__sharedStrings=b"<sst><si>" + deep + b"</si></sst>")


@survived(TOO_MUCH, "damaged")
def a_million_elements_nobody_closes() -> bytes:
    return with_parts(xl__worksheets__sheet2=b"<worksheet>" + b"<a>" * 1_000_000)


@refused(TOO_MUCH)
def an_attribute_of_sixty_four_megabytes() -> bytes:
    begin, end = b'<worksheet><sheetData><row spans="', b'"/></sheetData></worksheet>'
    unit = b"1" * MEGABYTE
    return with_entries(swollen("xl/worksheets/sheet2.xml", unit, 63, begin, end))


@survived(TOO_MUCH, "damaged")
def a_hundred_thousand_attributes() -> bytes:
    many = " ".join(f'a{n}="1"' for n in range(100_000))
    return with_parts(xl__worksheets__sheet2=sheet(f"<row {many}/>"))


@survived(TOO_MUCH)
def a_remark_of_ten_megabytes() -> bytes:
    begin, unit = b"<worksheet><!--", b"a" * MEGABYTE
    end = b"--><sheetData/></worksheet>"
    return with_entries(swollen("xl/worksheets/sheet2.xml", unit, 10, begin, end))


@survived(TOO_MUCH, "damaged")
def a_name_of_an_element_of_a_megabyte() -> bytes:
    name = b"a" * MEGABYTE
    return with_parts(xl__worksheets__sheet2=b"<" + name + b"></" + name + b">")


@survived("damaged")
def half_a_sheet() -> bytes:
    part = parts()["xl/worksheets/sheet2.xml"]
    return with_parts(xl__worksheets__sheet2=part[: len(part) // 2])


@survived("damaged", "not in the file")
def sheets_that_name_each_other() -> bytes:
    relations = b'<Relationship Id="rId1" Target="../workbook.xml" Type="x/worksheet"/>'
    name = "xl/_rels/workbook.xml.rels"
    return pack({**parts(), name: b"<Relationships>" + relations + b"</Relationships>"})


def _macros() -> dict[str, bytes]:
    types = parts()["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        b"ms-excel.sheet.macroEnabled.main+xml",
    )
    program = b'Sub Auto_Open()\r\nShell "cmd /c calc"\r\nEnd Sub' * 50
    return {"[Content_Types].xml": types, "xl/vbaProject.bin": program}


@survived("macro", text="Донесен закон")
def macros() -> bytes:
    return pack({**parts(), **_macros()})


@survived("macro", text="Донесен закон")
def macros_of_excel_4() -> bytes:
    program = b'<xm:macrosheet xmlns:xm="urn:m"><sheetData/></xm:macrosheet>'
    return pack({**parts(), "xl/macrosheets/sheet1.xml": program})


@survived("link", text="Донесен закон")
def links_to_files_of_others() -> bytes:
    target = 'Target="file://evil.example/share/book.xlsx" TargetMode="External"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
    return pack(
        {
            **parts(),
            "xl/externalLinks/externalLink1.xml": b"<externalLink><externalBook/></externalLink>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": (
                f'<Relationships><Relationship Id="rId1" Type="{kind}" {target}/></Relationships>'
            ).encode(),
        }
    )


@survived("object", text="Донесен закон")
def objects_with_a_program_inside() -> bytes:
    program = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + b"MZ" + bytes(900)
    return pack(
        {**parts(), "xl/embeddings/oleObject1.bin": program, "xl/activeX/activeX1.bin": b""}
    )


@survived("link", text="Донесен закон")
def a_connection_to_a_database() -> bytes:
    part = b'<connections><connection><dbPr command="drop"/></connection></connections>'
    return with_parts(xl__connections=part)


@read_safely("Донесен закон")
def a_picture_from_another_server() -> bytes:
    target = b'Target="http://evil.example/a" TargetMode="External"'
    relation = b'<Relationship Id="rId1" Type="x/image" ' + target + b"/>"
    name = "xl/drawings/_rels/drawing1.xml.rels"
    return pack({**parts(), name: b"<Relationships>" + relation + b"</Relationships>"})
