"""What Excel would refuse of a formula: its length, its functions, and names nobody defined."""

import re
from collections.abc import Collection, Iterator

from openpyxl.formula import Tokenizer

# The functions our workbooks use: all of them in Excel 2007 and every later one, in LibreOffice and
# in Google Sheets, written in files by their English names.
FUNCTIONS = frozenset(
    {"ABS", "AND", "COUNTA", "DATE", "FIND", "HYPERLINK", "IF", "IFERROR", "ISERR", "ISNUMBER"}
    | {"LEFT", "LEN", "LOWER", "MAX", "MID", "MIN", "OR", "REPT", "RIGHT", "ROUND", "ROW", "SUM"}
    | {"SUMPRODUCT", "TRIM", "VALUE"}
)
# Inside SUMPRODUCT these look at one cell alone, unless a person presses Ctrl, Shift and Enter.
ONE_CELL_ALONE = frozenset({"IF", "IFERROR"})
LONGEST, MOST_NESTED, LONGEST_TEXT = 8_192, 64, 255
_CELL = re.compile(
    r"\$?[A-Z]{1,3}(?:\$?[0-9]{1,7})?(?::\$?[A-Z]{1,3}(?:\$?[0-9]{1,7})?)?|\$?[0-9]+:\$?[0-9]+"
)
_ON_SHEET = re.compile(r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<cell>.+)")


def refused(formula: str, names: Collection[str], sheets: Collection[str]) -> Iterator[str]:
    """Say what Excel would not take of a formula, given without its equals sign.

    Args:
        formula: The formula as the file holds it: English names, commas between arguments.
        names: The names the workbook defines.
        sheets: The titles of its sheets.
    """
    if len(formula) > LONGEST:
        yield f"a formula of {len(formula)} characters"
    if formula.startswith("="):
        yield "a formula that begins with an equals sign"
    around: list[str] = []
    for token in Tokenizer(f"={formula}").items:
        if token.type == token.FUNC and token.subtype == token.CLOSE:
            around.pop()
        elif token.type == token.FUNC:
            around.append(token.value.rstrip("(").upper())
            yield from _function(around)
        elif token.subtype == token.TEXT and len(token.value) - 2 > LONGEST_TEXT:
            yield f"a text of {len(token.value) - 2} characters in a formula"
        elif token.subtype == token.RANGE:
            yield from unknown(token.value, names, sheets)


def _function(around: list[str]) -> Iterator[str]:
    """Look at the last of the functions that stand in each other."""
    if around[-1] not in FUNCTIONS:
        yield f"the function {around[-1]}"
    if around[-1] in ONE_CELL_ALONE and "SUMPRODUCT" in around:
        yield f"{around[-1]} within SUMPRODUCT"
    if len(around) > MOST_NESTED:
        yield f"{len(around)} functions in each other"


def unknown(reference: str, names: Collection[str], sheets: Collection[str]) -> Iterator[str]:
    """Say which name or sheet a reference leads to in vain."""
    on_sheet = _ON_SHEET.fullmatch(reference)
    if on_sheet:
        quoted = on_sheet["quoted"]
        title = quoted.replace("''", "'") if quoted else on_sheet["plain"]
        if title not in sheets:
            yield f"the sheet {title!r}, which there is not"
        if not quoted and not re.fullmatch(r"[^\W\d]\w*", title):
            yield f"the sheet {title!r} without quotation marks"
        reference = on_sheet["cell"]
    if not _CELL.fullmatch(reference) and reference not in names:
        yield f"the name {reference!r}, which nobody defined"
