"""What a receipt costs beside the request it answers: ratios of one run; the target is three.

The realistic workbook of 120 needs comes back with an answer and two lines for each need, and with
a problem at every line, at every second or at none.
"""

import statistics
import time
from collections.abc import Callable

import pytest

from data.vocabulary import (
    AnswerState,
    Finding,
    NeedReply,
    Place,
    Reading,
    RequestForm,
    ResponseLine,
    Severity,
    StatementKind,
)
from data.vocabulary.receipts import ReceiptNotice
from tasks.edges.workbook.languages import english
from tasks.edges.workbook.receipt import draw_receipt
from tasks.edges.workbook.request import draw_request
from tests.benchmarks.tables import show
from tests.benchmarks.test_drawing import of_needs
from tests.specimens.requests import template
from tests.specimens.returns import read

pytestmark = pytest.mark.endurance

SHEETS = {number: f"Sheet of sub-pillar {number}" for number in range(1, 5)}


def milliseconds(work: Callable[[], object], rounds: int = 9) -> float:
    """The median of several rounds, after one that prepares the frame."""
    work()
    took: list[float] = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        took.append(time.process_time() - before)
    return statistics.median(took) * 1_000


def came_back(form: RequestForm) -> Reading:
    """What was read: rows of a file in which every need takes ten rows."""
    lines: list[ResponseLine] = []
    replies: list[NeedReply] = []
    for number, need in enumerate(form.needs):
        sheet, row = SHEETS[need.sub_pillar], 10 * number
        replies.append(NeedReply(need.key, AnswerState.ANSWERED, "", Place(sheet, f"D{row + 6}")))
        for line in (1, 2):
            said = f"Law {number} of the year, its by-law {line}, adopted and published. " * 2
            lines.append(
                ResponseLine(
                    need.key,
                    line,
                    StatementKind.ACHIEVED,
                    said,
                    date_text="2027-06-30",
                    place=Place(sheet, f"D{row + 6 + line}"),
                )
            )
    return Reading(
        form.kind, {}, form.template_version, tuple(replies), tuple(lines), (), (), (), ()
    )


def told(reading: Reading, problems: int) -> ReceiptNotice:
    found = tuple(
        Finding(
            "achieved-outside-period",
            Severity.CHECK,
            f"The line is achieved and dated 2027-06-30, outside the period ({line.need}).",
            "Please check the date, or the kind of statement.",
            line.place,
        )
        for line in reading.responses[:problems]
    )
    answered = len(reading.replies)
    return ReceiptNotice(
        file_name="Response.xlsx",
        received="Tuesday 10 March 2026, 14:32 CET",
        sha256="0" * 64,
        version=1,
        sender="",
        counts=(("receipt_lines", len(reading.responses)),),
        answered=answered,
        asked=answered,
        problems=found,
    )


@pytest.mark.parametrize("count", [120, 480])
def test_a_receipt_beside_the_request_it_answers(count: int, capsys: pytest.CaptureFixture[str]):
    form = of_needs(count)
    files, reading = template(form.kind), came_back(form)
    one = milliseconds(lambda: draw_request(*files, form))
    filled = milliseconds(lambda: draw_request(*files, form, answers=reading))
    rows = [("a request", f"{one:.1f} ms", "1.0"), _beside("with answers", filled, one)]
    dearest = 0.0
    for problems in (0, count, 2 * count):
        notice = told(reading, problems)
        took = milliseconds(
            lambda notice=notice: draw_receipt(*files, form, english(), reading, notice)
        )
        rows.append(_beside(f"a receipt, {problems} problems", took, one))
        dearest = max(dearest, took / one)
    with capsys.disabled():
        show(f"{count} needs, {2 * count} lines", ("workbook", "median", "requests"), rows)
    assert dearest < 3  # 2.5 is measured, with a problem in every line
    sent_back = read(draw_receipt(*files, form, english(), reading, told(reading, count)))
    assert len(sent_back.responses) == len(reading.responses)


def _beside(name: str, took: float, one: float) -> tuple[str, str, str]:
    return name, f"{took:.1f} ms", f"{took / one:.1f}"
