"""Every kind of workbook that leaves the house, in both languages, blank, answered and returned."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial

from data.reference.rehearsal import rehearsal_registers
from data.vocabulary import RequestForm, RequestKind
from tasks.edges.word import write_document
from tasks.edges.workbook.register_drawing import draw_register
from tasks.edges.workbook.request import draw_parts, draw_request
from tasks.edges.workbook.review_drawing import draw_review
from tests.edges.one_draft import REPORT
from tests.edges.one_draft import TEMPLATES as DRAFTS
from tests.edges.test_comment_register_workbook import REGISTER
from tests.edges.test_request_drawing import ANSWERS, GIVEN_SUPPORT, SUPPORT, WITH_EVERYTHING
from tests.edges.test_review_workbook import FORM as REVIEW
from tests.specimens.receipts import FEW, MANY, OUTLOOK, PERFECT, language, receipt_of, returned
from tests.specimens.requests import OF_KOSOVO, template

PROJECTS = replace(SUPPORT, outlook_days=OUTLOOK)
HALF_PROJECTS = {
    "n-0101#1": {"D": "EU4FAST-WB", "E": "GIZ", "H": "sometime", "J": "33303022"},
    "n-0001#1": {"E": "UNODC", "G": "Training of prosecutors", "K": "EUR"},
    "additional#1": {"C": "A new project begins in May."},
}
LONG = replace(
    WITH_EVERYTHING,
    last_year={},
    needs=tuple(
        replace(
            OF_KOSOVO[0],
            key=f"n-{number:04}",
            number=f"XK-CT-{number:03}",
            title=f"Need {number} " + "and its circumstances, " * (number % 40),
            description="What is meant by it. " * (number % 300),
        )
        for number in range(1, 301)
    ),
)
Drawing = Callable[[], bytes]


def drawings() -> dict[str, Drawing]:
    """All of them by name, drawn when they are asked for."""
    found: dict[str, Drawing] = {
        "review of overlaps": partial(draw_review, REVIEW),
        "register of comments": partial(draw_register, REGISTER),
        "workbook behind a chart": _behind_a_chart,
        "request of three hundred needs": partial(_request, LONG, "en"),
        "template of responses": lambda: template(RequestKind.RESPONSE)[0],
        "template of support": lambda: template(RequestKind.SUPPORT)[0],
        "register of members": rehearsal_registers()[0].read_bytes,
        "register of needs": rehearsal_registers()[1].read_bytes,
    }
    for code in ("en", "bcms"):
        found.update(_of_members(code))
    return found


def _of_members(code: str) -> Iterator[tuple[str, Drawing]]:
    for form in (WITH_EVERYTHING, PROJECTS):
        kind = form.kind.value
        yield f"{kind} request {code}", partial(_request, form, code)
        yield f"{kind} request half filled {code}", partial(_request, form, code, filled=True)
        for number in sorted({need.sub_pillar for need in form.needs}):
            yield f"{kind} part {number} {code}", partial(_part, form.kind, code, number)
    yield f"receipt of many problems {code}", lambda: receipt_of(returned(MANY, code), code)
    yield f"short receipt {code}", lambda: receipt_of(returned(PERFECT, code), code)
    yield f"receipt of a second version {code}", partial(_second, code)
    yield f"receipt of support {code}", partial(_receipt_of_support, code)


def _request(form: RequestForm, code: str, *, filled: bool = False) -> bytes:
    answers = ANSWERS if form.kind is RequestKind.RESPONSE else GIVEN_SUPPORT
    return draw_request(*template(form.kind), form, language(code), answers if filled else None)


@cache
def _parts(kind: RequestKind, code: str) -> dict[int, bytes]:
    form = WITH_EVERYTHING if kind is RequestKind.RESPONSE else PROJECTS
    return draw_parts(*template(kind), form, language(code))


def _part(kind: RequestKind, code: str, number: int) -> bytes:
    return _parts(kind, code)[number]


def _second(code: str) -> bytes:
    return receipt_of(returned(PERFECT, code), code, returned(FEW, code))


def _receipt_of_support(code: str) -> bytes:
    """What a supporter is told whose projects were filled in half."""
    return receipt_of(returned(HALF_PROJECTS, code, PROJECTS), code, form=PROJECTS)


def _behind_a_chart() -> bytes:
    with zipfile.ZipFile(io.BytesIO(write_document(DRAFTS, REPORT))) as report:
        name = next(each for each in report.namelist() if each.endswith(".xlsx"))
        return report.read(name)
