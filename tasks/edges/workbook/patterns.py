"""The rows every need has, planned once for a sheet: only a few texts differ from need to need."""

from tasks.edges.workbook.plan import SLOTS, Page

_KEY, _TEXT, _THIRD, _FOURTH = SLOTS
# The patterns of rows in which nothing is open.
LOCKED_PATTERNS = ("title", "title goes on", "about", "planned last time", "planned goes on")


def plan_patterns(page: Page) -> None:
    """Plan title, description, planned items, answer, lines and spare lines."""
    _title(page)
    _about(page)
    _planned(page)
    _answer(page)
    _line(page)
    _spare(page)


def _title(page: Page) -> None:
    columns = page.contract.columns
    page.key(_KEY)
    page.write(columns["number"].letter, _THIRD, "number")
    if "partner" in columns:
        page.write(columns["partner"].letter, _FOURTH, "number")
    page.spread(page.contract.title, _TEXT, "title")
    page.write(page.contract.check, "", "title")
    page.keep("title")
    page.key(_KEY)
    page.spread(page.contract.title, _TEXT, "title")
    page.keep("title goes on")


def _about(page: Page) -> None:
    columns = page.contract.columns
    page.key(_KEY)
    page.write(columns["number"].letter, "", "text")
    if "partner" in columns:
        page.write(columns["partner"].letter, _FOURTH, "facts")
    page.spread(page.contract.about["description"], _TEXT, "text")
    page.spread(page.contract.about["reported"], _THIRD, "facts")
    page.write(page.contract.check, "", "facts")
    page.keep("about")


def _planned(page: Page) -> None:
    row, words = page.contract.planned, page.language.words
    if row is None:
        return
    number = page.contract.columns["number"].letter
    page.key(_KEY)
    page.write(number, "", "text")
    page.spread(row.text, _TEXT, "question")
    page.write(row.follow_up, words["still_true"], "question")
    page.spread(row.remark, words["remark"], "question")
    page.write(page.contract.check, "", "question")
    page.keep("planned last time")
    page.key(_KEY)
    page.write(number, _THIRD, "line_number")
    page.spread(row.text, _TEXT, "planned")
    page.answer(row.follow_up, "", "choice")
    page.spread_answer(row.remark, "", "input")
    page.check("planned", words["check_planned"])
    page.keep("planned", [("follow_ups", row.follow_up)])
    page.key(_KEY)
    page.write(number, "", "text")
    page.spread(row.text, _TEXT, "planned")
    page.keep("planned goes on")


def _answer(page: Page) -> None:
    answer, words = page.contract.answer, page.language.words
    if answer is None:
        return
    columns = page.contract.columns
    written = {
        columns["number"].letter: (_TEXT, "line_number"),
        answer.state_label: (words["your_answer"], "label"),
        answer.later_label: (words["if_later"], "label"),
    }
    open_cells = {answer.state: "answer", answer.later: "input"}
    page.key(_KEY)
    for column in list(columns.values())[1:]:
        if column.letter in open_cells:
            page.answer(column.letter, "", open_cells[column.letter])
        else:
            page.write(column.letter, *written.get(column.letter, ("", "label")))
    page.check("answer", words["check_answer"])
    page.keep("answer", [("answers", answer.state)])


def _line(page: Page) -> None:
    page.key(_KEY)
    page.write(page.contract.columns["number"].letter, _TEXT, "line_number")
    if "partner" in page.contract.columns:
        page.write(page.contract.columns["partner"].letter, _THIRD, "line_number")
    offers = _open_cells(page)
    page.check("line")
    page.keep("line", offers)


def _spare(page: Page) -> None:
    """A spare line lets the person choose the need; the list of needs hangs on its number."""
    number = page.contract.columns["number"].letter
    page.key(_KEY)
    page.answer(number, "", "choice")
    if "partner" in page.contract.columns:
        page.write(page.contract.columns["partner"].letter, "", "line_number")
    offers = _open_cells(page)
    page.check("spare")
    page.keep("spare", [("needs", number), *offers])


def _open_cells(page: Page) -> list[tuple[str, str]]:
    fixed = ("key", "number", "partner")
    columns = [column for column in page.contract.columns.values() if column.key not in fixed]
    for column in columns:
        page.answer(column.letter, "", "choice" if column.choices else "input")
    return [(column.choices, column.letter) for column in columns if column.choices]
