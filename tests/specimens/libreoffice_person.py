"""A person at LibreOffice: opens a request, fills it in, rearranges it, saves it three times.

Runs under an interpreter that has LibreOffice's own bridge (`import uno`), so it knows nothing of
the project: `python3 libreoffice_person.py PROGRAM PROFILE SOURCE WISHES`. WISHES is a JSON file
beside which the three files are saved.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import CellAddress, TableSortField

FORMATS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
PATIENCE = 60  # seconds until the program answers
MERGED, LAST_USED = False, 400


def main(program: str, profile: str, source: str, wishes: str) -> None:
    """Start the program, do everything, end the program."""
    pipe = f"person{os.getpid()}"  # two that share a name would work in one another's book
    started = subprocess.Popen(  # noqa: S603 – the program the test found on the path
        [program, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}",
         f"--accept=pipe,name={pipe};urp;"]
    )  # fmt: skip
    try:
        desktop = _desktop(pipe)
        try:
            _work(desktop, Path(source), Path(wishes))
        finally:
            desktop.terminate()
    finally:
        started.wait(timeout=PATIENCE)


def _desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
    return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)


def _work(desktop, source, wishes):
    wanted = json.loads(wishes.read_text(encoding="utf-8"))
    book = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (_named("Hidden", True),))
    _fill(book, wanted)
    _rearrange(book, wanted)
    for ending, name in FORMATS.items():
        target = wishes.with_name(f"returned.{ending}").as_uri()
        book.storeToURL(target, (_named("FilterName", name),))
    book.close(True)


def _fill(book, wanted):
    """Write into the open cells of the protected sheets, as one may."""
    for sheet, place, words in wanted["texts"]:
        book.Sheets.getByName(sheet).getCellRangeByName(place).setString(words)
    for sheet, place, words in wanted["typed"]:
        book.Sheets.getByName(sheet).getCellRangeByName(place).setFormula(words)


def _rearrange(book, wanted):
    """Take off the protection, sort a table, rename and move sheets, add one, leave a note."""
    if book.isProtected():
        book.unprotect("")
    first, last, column = (
        wanted["sorted"]["rows"][0],
        wanted["sorted"]["rows"][1],
        wanted["sorted"]["by"],
    )
    sheet = book.Sheets.getByName(wanted["sorted"]["sheet"])
    sheet.unprotect("")
    table = sheet.getCellRangeByName(f"A{first}:{wanted['sorted']['last']}{last}")
    table.merge(MERGED)
    table.sort((_named("SortFields", _by(column)), _named("ContainsHeader", False)))
    noted = sheet.getCellRangeByName(wanted["note"][0]).CellAddress
    place = CellAddress()
    place.Sheet, place.Column, place.Row = noted.Sheet, noted.Column, noted.Row
    sheet.Annotations.insertNew(place, wanted["note"][1])
    for old, new in wanted["renamed"].items():
        book.Sheets.getByName(old).Name = new
    book.Sheets.moveByName(next(iter(wanted["renamed"].values())), 3)
    book.Sheets.insertNewByName("Annex", 0)
    book.Sheets.getByName("Annex").getCellRangeByName("B2").setString(wanted["annex"])


def _by(column):
    field = TableSortField()
    field.Field, field.IsAscending = column, True
    return uno.Any("[]com.sun.star.table.TableSortField", (field,))


def _named(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


if __name__ == "__main__":
    main(*sys.argv[1:5])
