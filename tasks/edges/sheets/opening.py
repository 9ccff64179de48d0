"""A file the guard let through becomes a workbook, whichever of three formats it has."""

from tasks.edges import guard
from tasks.edges.sheets.excel import read_excel
from tasks.edges.sheets.model import Book, Unreadable
from tasks.edges.sheets.old_format import read_old_excel
from tasks.edges.sheets.opendocument import read_opendocument


def open_book(content: bytes, own_checks: str = "") -> Book:
    """Read a workbook: .xlsx, .ods, or .xls (in a process of its own).

    The guard looks first; what it inflated is read and let go.

    Args:
        content: The bytes of the file.
        own_checks: A word that stands in the formulas of a form's own checks; where such a check
            found nothing, it may be passed over.

    Raises:
        Unreadable: the guard refuses the file, or a part of it is damaged.
    """
    looked = guard.look(content)
    try:
        if looked.why_refused:
            raise Unreadable("the file itself", looked.why_refused.rstrip("."))
        if not looked.parts:
            return read_old_excel(content)
        if "content.xml" in looked.parts and "xl/workbook.xml" not in looked.parts:
            return read_opendocument(looked.parts)
        return read_excel(looked.parts, own_checks)
    finally:
        guard.forget()
