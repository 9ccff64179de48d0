"""Whose workbook this is, written in three places: files are renamed and re-saved.

Besides the reference, the hidden sheet keeps what a reader needs to know its own workbook again:
the needs asked about, the headings, and a fingerprint of every text that stood there when sent.
The other half, finding it again, is in `passport`.
"""

from collections.abc import Iterable, Mapping

from data.vocabulary import RequestForm
from tasks.edges.workbook.cells import fingerprint
from tasks.edges.workbook.plan import Page
from tasks.edges.workbook.wording import marks_in_place

PROPERTY = "IISG request reference"
VISIBLE_LABEL = "Request reference"
PLACES = ("property", "hidden sheet", "visible cell")
START, NEEDS, ADDITIONAL = "iisg:start", "iisg:needs:", "iisg:additional"
ADDITIONAL_LINE = "additional#"  # how the hidden keys of its lines begin
LISTS, IDENTITY = "iisg:lists", "iisg:identity"
# Lines of fingerprints: of this sheet, of the lists, of the locked rows of each sheet of needs.
STAMPED, LISTED, LOCKED = "stamped", "listed", "locked"
_TO_A_CELL = 2_500  # fingerprints, far below the longest text a cell holds


def stamp(
    page: Page,
    form: RequestForm,
    headings: Mapping[str, str],
    texts: Iterable[str],
    part: str = "",
    lists: Iterable[tuple[str, str]] = (),
    locked: Iterable[str] = (),
) -> None:
    """Write the identity into the hidden sheet.

    The visible cell and the document property are part of the template. Its lines are `fact`
    (name, value), `need` (key, number), `heading` (column key, heading) and fingerprints: `ours` of
    the texts anywhere, `stamped` of these lines and `listed` of the lists, both in their place, so
    that what is typed over one of them is known for what it is; `locked` of all locked rows of a
    sheet together, so that rows nobody touched are known at one glance.

    Args:
        page: The hidden sheet, standing at its first row.
        form: Whose workbook it is.
        headings: Column keys to the headings the workbook bears.
        texts: Every text of ours in the workbook.
        part: The sub-pillar, where the workbook is one part of a divided one.
        lists: The words of the hidden lists, each with the name of its list.
        locked: For each sheet of needs the fingerprint of its locked rows together.
    """
    facts = {
        "reference": form.reference,
        "kind": form.kind.value,
        "template": form.template_version,
        "cycle": form.cycle,
        "pillar": form.pillar,
        "language": page.language.code,
        **({"part": part} if part else {}),
    }
    lines = [
        *(("fact", name, value) for name, value in facts.items()),
        *(("need", need.key, need.number) for need in form.needs),
        *(("heading", key, heading) for key, heading in headings.items()),
    ]
    ours = dict.fromkeys(fingerprint(text) for text in dict.fromkeys(texts))
    prints = {
        "ours": [*ours],
        STAMPED: marks_in_place(lines),
        LISTED: marks_in_place(lists),
        LOCKED: [*locked],
    }
    lines += [
        (kind, "", " ".join(marks[start : start + _TO_A_CELL]))
        for kind, marks in prints.items()
        for start in range(0, len(marks), _TO_A_CELL)
    ]
    for line in [(IDENTITY, "", ""), *lines]:
        for letter, text in zip("ABC", line, strict=True):
            if text:
                page.write(letter, text, "")
        page.close()
