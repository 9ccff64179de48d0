"""Honest files that look suspicious: very compressible, or very large."""

import base64
import random

from tests.specimens.archives import Entry, archive, entry
from tests.specimens.hostile import parts

_MEGABYTE = 1 << 20
_TEXT = "The same sentence, copied into each line by a person with much patience. " * 3


def _with_more_rows(rows: bytes, *entries: Entry) -> bytes:
    part = parts()["xl/worksheets/sheet2.xml"]
    longer = part.replace(b"</sheetData>", rows + b"</sheetData>")
    rest = [entry(n, p) for n, p in parts().items() if n != "xl/worksheets/sheet2.xml"]
    return archive([*rest, entry("xl/worksheets/sheet2.xml", longer, 9), *entries])


def twenty_thousand_equal_rows() -> bytes:
    """Nine megabytes of the same words, packed to a few dozen kilobytes."""
    rows = "".join(
        f'<row r="{n}"><c r="D{n}" t="inlineStr"><is><t>{_TEXT}</t></is></c>'
        f'<c r="E{n}"><v>{n}</v></c></row>'
        for n in range(100, 20_100)
    )
    return _with_more_rows(rows.encode())


def ten_thousand_formatted_empty_rows() -> bytes:
    """What painting a whole sheet leaves behind."""
    cells = "".join(f'<c r="{letter}{{0}}" s="1"/>' for letter in "ABCDEFGHI")
    rows = "".join(f'<row r="{n}" ht="15">{cells.format(n)}</row>' for n in range(100, 10_100))
    return _with_more_rows(rows.encode())


def fifteen_megabytes_of_text() -> bytes:
    """A legitimate file near the limit: thousands of long and different texts."""
    dice = random.Random(2025)  # noqa: S311 – words nobody needs to guess
    texts = [base64.b64encode(dice.randbytes(22_500)).decode() for _ in range(690)]
    rows = "".join(
        f'<row r="{n}"><c r="D{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for n, text in enumerate(texts, start=100)
    )
    return _with_more_rows(rows.encode())


def fifteen_megabytes_of_pictures() -> bytes:
    """A form in which somebody pasted three scans."""
    dice = random.Random(2026)  # noqa: S311 – noise nobody needs to guess
    scans = [entry(f"xl/media/image{n}.jpeg", dice.randbytes(5 * _MEGABYTE), 1) for n in (1, 2, 3)]
    return _with_more_rows(b"", *scans)


HONEST = (
    twenty_thousand_equal_rows,
    ten_thousand_formatted_empty_rows,
    fifteen_megabytes_of_text,
    fifteen_megabytes_of_pictures,
)
