"""Save a workbook so that the same content gives the same bytes, on any day (rule R7)."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Protocol, cast

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.writer.excel import ExcelWriter

from tasks.edges.archive import pack, unpack

# openpyxl stamps the moment of saving; a file that is asked for again must not change.
CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<dc:creator>IISG Secretariat</dc:creator></cp:coreProperties>"
)

# A row of this height is a little airy when empty and grows with what is typed into it. openpyxl
# marks every height as set by hand, and such a row never grows.
GROWING = 20.25
_BY_HAND = re.compile(rb'(<row [^>]*?ht="20\.25") customHeight="1"')


class _Properties(Protocol):
    """The custom document properties, as far as they are used here."""

    def append(self, prop: StringProperty) -> None: ...


def properties_of(book: Workbook) -> _Properties:
    """Give the custom properties of a workbook, which travel when it is saved again."""
    found: object = getattr(book, "custom_doc_props")  # noqa: B009 # the stubs lack the attribute
    return cast("_Properties", found)


def seal(book: Workbook) -> bytes:
    """Write the workbook without clock or author in it."""
    saved = io.BytesIO()
    # Stored, not deflated: pack() deflates once for all.
    ExcelWriter(book, zipfile.ZipFile(saved, "w", zipfile.ZIP_STORED, allowZip64=True)).save()
    return pack(_timeless(unpack(saved.getvalue())))


def _timeless(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        name: _BY_HAND.sub(rb"\1", part) if name.startswith("xl/worksheets/") else part
        for name, part in {**parts, "docProps/core.xml": CORE}.items()
    }
