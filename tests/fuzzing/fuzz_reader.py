"""A coverage-guided search for a file that makes the guard or the reader stumble.

Run `python tests/fuzzing/fuzz_reader.py -max_total_time=600` in the root of the repository, with
the package atheris installed. What is varied is the inside of one part of a workbook (the first
byte says which), packed with a right checksum, so that the search is not spent on the archive; the
last choice is the file as a whole. It starts from a filled workbook of ours, made anew each time,
and goes on from what it found before when a folder is given as the last argument.
"""

import io
import random
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["tasks.edges", "tasks.rules"]):
    from openpyxl import load_workbook

    from data.vocabulary import Reading
    from tasks.edges.archive import unpack
    from tasks.edges.guard import why_refused
    from tasks.edges.sheets import plain_rows
    from tasks.edges.workbook.reading import read_return
    from tasks.rules.dates import read_date
    from tasks.rules.near_misses import did_you_mean
    from tests.specimens import mutations_of_notes
    from tests.specimens.mutations import (
        MUTATIONS,
        Paper,
        base,
        saved_without_clock,
        with_shared_texts,
    )

_LONGEST = 60_000
plain_rows.FEWEST = 0  # what is varied is small, and goes the way of large sheets too
_OWN = ("-max_len=60000", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1")
ODS = "content.xml"
WITH_A_NOTE = mutations_of_notes.a_note_on_a_cell.__name__
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPREADSHEET = f"""<office:document-content xmlns:office="{_OFFICE}office:1.0"
xmlns:table="{_OFFICE}table:1.0" xmlns:text="{_OFFICE}text:1.0"><office:body><office:spreadsheet>
<table:table table:name="1"><table:table-row table:number-rows-repeated="2">
<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="3"/>
<table:table-cell office:value-type="date" office:date-value="2025-09-30"><text:p>30.9.</text:p>
<office:annotation><text:p>note</text:p></office:annotation></table:table-cell>
<table:covered-table-cell/></table:table-row></table:table></office:spreadsheet></office:body>
</office:document-content>"""


@cache
def parts() -> dict[str, bytes]:
    """A small workbook of ours: the first sheet, one sheet of needs, the hidden one, a note."""
    paper = Paper(load_workbook(io.BytesIO(MUTATIONS[WITH_A_NOTE].build())))
    for sheet in (*paper.tables[1:], paper.keyed("iisg:lists"), paper.keyed("iisg:additional")):
        paper.book.remove(sheet)
    found = with_shared_texts(unpack(saved_without_clock(paper.book)))
    return {name: part for name, part in found.items() if not name.startswith("xl/theme/")}


@cache
def choices() -> list[str]:
    """The parts that are varied, in a fixed order."""
    return [*sorted(name for name in parts() if name.endswith((".xml", ".rels"))), ODS]


def packed(choice: int, varied: bytes) -> bytes:
    """A file with one part varied; after the last part comes the file as a whole."""
    if choice >= len(choices()):
        return varied
    name = choices()[choice]
    rest = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_STORED) as archive:
        for other, part in (rest if name == ODS else parts()).items():
            if other != name:
                archive.writestr(other, part)
        archive.writestr(name, varied)
    return saved.getvalue()


def look(entered: bytes) -> None:
    """One step of the search: any exception is a find."""
    if not entered:
        return
    content = packed(entered[0] % (len(choices()) + 1), entered[1:])
    if not why_refused(content) and not isinstance(
        read_return(content, read_date, did_you_mean), Reading
    ):
        raise TypeError("no reading came back")


def inside(entered: bytes, longest: int, seed: int) -> bytes:
    """Vary one text or one attribute and leave the markup around it whole, every second time.

    Bytes changed anywhere break the markup, and behind broken markup there is little to find.
    """
    dice = random.Random(seed)  # noqa: S311 – the search hands the seed in, so it can be repeated
    if dice.random() < 0.1:  # all parts look alike as long as they are whole; begin anew with one
        entered = dice.choice(beginnings())
    if dice.random() < 0.5 or len(entered) < 100:
        return atheris.Mutate(entered, longest)
    at = dice.randrange(1, len(entered))
    begin = max(entered.rfind(sign, 0, at) for sign in (b">", b'"')) + 1
    ends = [end for sign in (b"<", b'"') if (end := entered.find(sign, at)) >= 0]
    end = min(ends, default=len(entered))
    if not 1 <= begin <= end:
        return atheris.Mutate(entered, longest)
    room = max(16, longest - len(entered) + end - begin)
    varied = atheris.Mutate(entered[begin:end], room).translate(None, b'<>&"')
    return (entered[:begin] + varied + entered[end:])[:longest]


@cache
def beginnings() -> list[bytes]:
    """What the search begins with: each part as it is, and the file as a whole."""
    known = {**parts(), ODS: _SPREADSHEET.encode()}
    entered = [bytes([n]) + known[name] for n, name in enumerate(choices())]
    return [one[:_LONGEST] for one in (*entered, bytes([len(choices())]) + base())]


def plant(folder: Path) -> None:
    """Write the beginnings where the search looks for them."""
    for number, entered in enumerate(beginnings()):
        (folder / f"seed-{number:02}").write_bytes(entered)


def main() -> None:
    """Plant, and search for as long as the arguments say."""
    with tempfile.TemporaryDirectory() as planted:
        plant(Path(planted))
        atheris.Setup([sys.argv[0], *_OWN, *sys.argv[1:], planted], look, custom_mutator=inside)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
