"""Where a sheet is cut into printed pages, so that no title stands at a page's foot alone.

A spreadsheet program fills page after page and knows no "keep with next"; what belongs together is
kept so by breaks set before it. Excel and LibreOffice take a column for differently wide, so they
scale a sheet of one page's width differently, and a page holds more rows in LibreOffice: here the
smaller page of Excel is reckoned with, so that neither cuts a page before our breaks.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from tasks.edges.workbook.plan import Row
from tasks.edges.workbook.rendering import SheetFrame

MOST_BREAKS = 1_000  # Excel keeps 1,026 on a sheet
_A4 = (841.9, 595.3)  # points, the long side first
_WIDE = 5.25  # points for a unit of a column's width in Excel; LibreOffice takes 5.5
_UNSAID_HEIGHT = 15.0  # points, the default of both programs
_SLACK = 0.97  # a program rounds heights to its own pixels
_MARGIN = re.compile(r'(left|right|top|bottom)="([0-9.]+)"')
_MARGINS = re.compile(r"<pageMargins [^>]*/>")
_UNSAID = {"left": 0.7, "right": 0.7, "top": 0.75, "bottom": 0.75}  # inches, as Excel takes them


def room_of(frame: SheetFrame, widths: Mapping[str, float], hidden: str) -> float:
    """Say how many points of rows a page holds for sure, in Excel as in LibreOffice.

    Args:
        frame: The sheet around its rows; its margins and its orientation count.
        widths: The widths of all columns that are printed, and of the hidden one.
        hidden: The letter of the column that is not printed.
    """
    found = _MARGINS.search(frame.foot)
    said = {side: float(inch) for side, inch in _MARGIN.findall(found[0])} if found else {}
    inches = {**_UNSAID, **said}
    wide, high = _A4 if 'orientation="landscape"' in frame.foot else (_A4[1], _A4[0])
    wide -= 72 * (inches["left"] + inches["right"])
    high -= 72 * (inches["top"] + inches["bottom"])
    units = sum(width for letter, width in widths.items() if letter != hidden)
    fits = "fitToPage" in frame.head

    scale = min(1.0, wide / max(1.0, units * _WIDE)) if fits else 1.0
    return high / scale * _SLACK


def breaks_between(
    rows: Sequence[Row], kept: Collection[int], room: float, repeated: float
) -> list[int]:
    """Cut rows whose heights nobody changes into pages, all of them.

    Args:
        rows: The rows of the sheet, in order.
        kept: Numbers of rows that must not be the last of a page, such as titles.
        room: Points of rows a page holds.
        repeated: Points of the headings repeated on every page after the first.

    Returns:
        The numbers of the rows after which a page ends.
    """
    found: list[int] = []
    used, start = 0.0, 0
    for place, row in enumerate(rows):
        if used + tall(row) > room and place > start and len(found) < MOST_BREAKS:
            cut = place
            while cut > start + 1 and rows[cut - 1].number in kept:
                cut -= 1
            if rows[cut - 1].number in kept:
                cut = place  # nothing but titles: they cannot all go on
            found.append(rows[cut - 1].number)
            used, start = repeated + sum(map(tall, rows[cut:place])), cut
        used += tall(row)
    return found


def tall(row: Row) -> float:
    """Give the points a row takes on paper."""
    return row.height or _UNSAID_HEIGHT
