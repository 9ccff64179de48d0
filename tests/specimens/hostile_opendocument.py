"""Hostile .ods files: one element stands for a thousand million cells, texts grow when read."""

from tasks.edges.archive import pack
from tests.specimens.archives import archive, entry, swollen
from tests.specimens.hostile import read_safely, refused, survived

TOO_MUCH, DEFINITIONS, DAMAGED = "far more than", "definitions", "damaged"
KIND = b"application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text", "calcext")
)
OPENED = f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
CLOSED = "</office:spreadsheet></office:body></office:document-content>"


def _content(rows: str, before: str = "") -> bytes:
    table = f'<table:table table:name="one">{rows}</table:table>'
    return f'<?xml version="1.0"?>{before}{OPENED}{table}{CLOSED}'.encode()


def _file(rows: str, before: str = "", **more: bytes) -> bytes:
    return pack({"mimetype": KIND, "content.xml": _content(rows, before), **more})


def _row(cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def _cell(text: str, times: int = 1) -> str:
    many = f'table:number-columns-repeated="{times}"'
    words = f"<text:p>{text}</text:p>"
    return f'<table:table-cell {many} office:value-type="string">{words}</table:table-cell>'


@read_safely("here")
def an_opendocument_with_a_short_text() -> bytes:
    return _file(_row(_cell("here")))


@survived(TOO_MUCH, "without end", text="here")
def an_opendocument_cell_repeated_over_the_whole_sheet() -> bytes:
    return _file(_row(_cell("here", 16_384), 1_048_576))


@survived(TOO_MUCH, "without end", DAMAGED)
def an_opendocument_cell_repeated_a_thousand_million_times() -> bytes:
    return _file(_row(_cell("here", 2_147_483_647), 2_147_483_647))


@survived(DAMAGED, "without end", TOO_MUCH)
def an_opendocument_number_of_repeats_with_a_hundred_thousand_digits() -> bytes:
    digits = "9" * 100_000
    return pack(
        {
            "mimetype": KIND,
            "content.xml": _content(_row("")).replace(b'"1"', f'"{digits}"'.encode()),
        }
    )


@survived(DAMAGED)
def an_opendocument_row_repeated_less_than_never() -> bytes:
    return _file(_row(_cell("here", -5), -7))


@survived(TOO_MUCH, "without end")
def an_opendocument_text_with_a_thousand_million_blanks() -> bytes:
    return _file(_row(_cell('a<text:s text:c="1000000000"/>b')))


@survived(TOO_MUCH, "without end")
def an_opendocument_with_blanks_upon_blanks() -> bytes:
    return _file(_row(_cell('<text:s text:c="30000"/>' * 20_000)))


@survived(TOO_MUCH, "without end")
def an_opendocument_of_ten_thousand_tables() -> bytes:
    table = f'<table:table table:name="t">{_row(_cell("here", 1_000), 100)}</table:table>'
    return pack({"mimetype": KIND, "content.xml": f"{OPENED}{table * 10_000}{CLOSED}".encode()})


@survived(TOO_MUCH, DAMAGED, "without end")
def an_opendocument_of_tables_inside_tables() -> bytes:
    deep = "<table:table><table:table-row><table:table-cell>" * 30_000
    return pack({"mimetype": KIND, "content.xml": f"{OPENED}{deep}".encode()})


@refused(DEFINITIONS)
def an_opendocument_with_a_billion_laughs() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    return _file(_row(_cell("&l9;")), f"<!DOCTYPE a [{laughs}]>")


@refused(DEFINITIONS)
def an_opendocument_manifest_with_a_definition() -> bytes:
    manifest = b'<!DOCTYPE manifest:manifest PUBLIC "a" "http://127.0.0.1:9/m.dtd"><manifest/>'
    return _file(_row(_cell("here")), **{"META-INF/manifest.xml": manifest})


@refused(TOO_MUCH)
def an_opendocument_of_a_gigabyte() -> bytes:
    unit = (_row(_cell("here")) * 10_000).encode()
    bomb = swollen("content.xml", unit, 600, f"{OPENED}<table:table>".encode())
    return archive([entry("mimetype", KIND), bomb])


@refused("password", "encrypt")
def an_opendocument_with_a_password() -> bytes:
    """Its parts are noise, and the manifest says why."""
    manifest = (
        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
        b"</manifest:file-entry></manifest:manifest>"
    )
    noise = bytes(n * 37 % 251 for n in range(3_000))
    return pack({"mimetype": KIND, "content.xml": noise, "META-INF/manifest.xml": manifest})


@read_safely("cmd|")
def an_opendocument_formula_that_calls_a_program() -> bytes:
    formula = "of:=DDE(&quot;cmd|&quot;;&quot;/C calc&quot;;&quot;x&quot;)"
    return _file(_row(f'<table:table-cell table:formula="{formula}"/>'))
