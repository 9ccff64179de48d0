"""Whatever bytes arrive: never an exception, never more than a second, never a word lost."""

import re
import time
import unicodedata
from functools import cache
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.vocabulary import Reading
from tasks.edges.archive import pack, unpack
from tasks.edges.guard import why_refused
from tasks.edges.workbook.reading import read_return
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens.mutations import base, rewrite

SECONDS = 1.0
BEGINNINGS = (b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"%PDF-", b"\xd0\xcf\x11\xe0")
unhurried = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def seen(content: bytes) -> Reading | str:
    """What became of a file: a reading, or the sentence with which it was refused."""
    since = time.process_time()
    sentence = why_refused(content)
    reading = sentence or read_return(content, read_date, did_you_mean)
    assert time.process_time() - since < SECONDS
    return reading


@cache
def parts() -> dict[str, bytes]:
    return unpack(base())


def a_name() -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(parts()))


@unhurried
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=2_000))
def test_bytes_that_are_no_file_get_a_sentence(beginning: bytes, rest: bytes):
    assert isinstance(seen(beginning + rest), str)


@unhurried
@given(st.data())
def test_a_file_that_arrived_in_part_gets_a_sentence(data: st.DataObject):
    content = base()
    told = seen(content[: data.draw(st.integers(0, len(content) - 23))])
    assert isinstance(told, str)
    assert told.endswith(".")


@unhurried
@given(st.data())
def test_a_file_with_a_wrong_byte_in_it_makes_nobody_stumble(data: st.DataObject):
    content = bytearray(base())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert seen(bytes(content)) is not None


@unhurried
@given(a_name(), a_name())
@example("xl/workbook.xml", "xl/worksheets/sheet2.xml")
@example("xl/worksheets/sheet2.xml", "xl/sharedStrings.xml")
@example("xl/_rels/workbook.xml.rels", "docProps/custom.xml")
def test_parts_that_changed_places_make_nobody_stumble(one: str, other: str):
    swapped = {**parts(), one: parts()[other], other: parts()[one]}
    assert seen(pack(swapped)) is not None


@unhurried
@given(st.sets(a_name(), min_size=1, max_size=4))
def test_parts_that_are_missing_make_nobody_stumble(gone: set[str]):
    assert seen(pack({name: part for name, part in parts().items() if name not in gone}))


@unhurried
@given(st.data())
def test_a_part_that_breaks_off_makes_nobody_stumble(data: st.DataObject):
    name = data.draw(a_name())
    length = data.draw(st.integers(0, len(parts()[name])))
    assert seen(pack({**parts(), name: parts()[name][:length]})) is not None


@unhurried
@given(st.data())
def test_an_attribute_with_any_value_makes_nobody_stumble(data: st.DataObject):
    name = data.draw(st.sampled_from(["xl/worksheets/sheet2.xml", "xl/workbook.xml"]))
    found = list(re.finditer(rb'="([^"<]*)"', parts()[name]))
    chosen = data.draw(st.sampled_from(found))
    odd = st.sampled_from(["", "-1", "0", "A0", "1e9", "99999999999999999999", "XFE1", "é", "&#0;"])
    value = data.draw(odd | st.text(alphabet="0123456789ABCXYZ$:!#-. ", max_size=20))
    part = parts()[name]
    changed = part[: chosen.start(1)] + value.encode() + part[chosen.end(1) :]
    assert seen(pack({**parts(), name: changed})) is not None


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


letters = st.characters(exclude_categories=("Cs", "Cc", "Cf"), exclude_characters="\ufffe\uffff")


@unhurried
@given(
    st.text(letters | st.sampled_from("\n\t=+-@"), min_size=1, max_size=80),
    st.sampled_from(["text", "reference", "project", "kind", "date", "instrument"]),
)
@example("Нема промјена_x0041_", "text")
@example("=1+1", "reference")
@example("45000", "date")
def test_no_words_in_an_open_cell_are_lost(words: str, column: str):
    changed = dict(parts())
    typed = escape(words.replace("_x", "_x005F_x"))
    markup = f' t="inlineStr"><is><t xml:space="preserve">{typed}</t></is></c>'
    rewrite(changed, "n-0001#1", column, markup)
    reading = seen(pack(changed))
    assert isinstance(reading, Reading)
    lines = [line for line in reading.responses if (line.need, line.line) == ("n-0001", 1)]
    found = [text for _, text in reading.unplaced]
    for line in lines:
        found += [line.text, line.reference, line.project, line.date_text, str(line.kind)]
        found += [str(line.instrument)]
    assert any(folded(words).casefold() in folded(text).casefold() for text in found)
