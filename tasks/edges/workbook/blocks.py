"""The sheets of needs: a locked block for each need, under it the lines a person fills in."""

from collections.abc import Mapping
from itertools import zip_longest

from data.vocabulary import LastYear, Need, RequestForm
from tasks.edges.workbook.answers import Answers
from tasks.edges.workbook.cells import TALLEST, height_of, legible, letters_across, pieces
from tasks.edges.workbook.contract import Span
from tasks.edges.workbook.patterns import LOCKED_PATTERNS
from tasks.edges.workbook.plan import SLOTS, Page
from tasks.edges.workbook.wording import mark_of_locked

SPARE = "spare"
ANSWER_LABEL = "Your answer ▼"  # the English word, by which a row without its key is known
GROWN = 21.0  # points; a line of one row's height is left to grow by itself
_TITLE_SIZE, _TEXT_SIZE, _FACTS_SIZE = 11.0, 10.0, 9.0  # points, as in the template


def draw_need(page: Page, need: Need, form: RequestForm, answers: Answers) -> None:
    """Draw the block of one need and its lines."""
    owner = form.owner_names.get(need.member, need.member)
    before = form.last_year.get(need.key)
    _draw_title(page, need, owner)
    _draw_about(page, need, before, owner)
    _draw_planned(page, need, before, answers)
    _draw_answer(page, need, answers)
    for line in range(1, max(page.contract.lines, answers.last_line(need.key)) + 1):
        given = answers.line(need.key, line)
        draw_line(page, f"{need.key}#{line}", f"{need.number} · {line}", owner, given)


def _draw_title(page: Page, need: Need, owner: str) -> None:
    span = page.contract.title
    first, *others = _rows_of(page, span, need.title, _TITLE_SIZE)
    number = legible(need.number)
    page.ours += (number, owner, first, *others)
    height = height_of(first, page.width(span), _TITLE_SIZE)
    page.follow("title", (f"{need.key}#need", first, number, owner), height)
    for more in others:
        height = height_of(more, page.width(span), _TITLE_SIZE)
        page.follow("title goes on", (f"{need.key}#about", more), height)


def _draw_about(page: Page, need: Need, before: LastYear | None, owner: str) -> None:
    """Draw description and last year; what is too long for a row goes on in the next."""
    described, reported = page.contract.about["description"], page.contract.about["reported"]
    texts = [_rows_of(page, described, _description(page, need), _TEXT_SIZE)]
    texts.append(_rows_of(page, reported, _last_time(page, before), _FACTS_SIZE))
    for left, right in zip_longest(*texts, fillvalue=""):
        page.ours += (left, right)
        height = max(
            height_of(left, page.width(described), _TEXT_SIZE),
            height_of(right, page.width(reported), _FACTS_SIZE),
        )
        page.follow("about", (f"{need.key}#about", left, right, owner), height)


def _description(page: Page, need: Need) -> str:
    words = page.language.words
    facts = " · ".join(
        f"{words[label]}: {text}"
        for label, text in (("filter", need.filter), ("eu_reference", need.eu_reference))
        if text
    )
    return "\n".join(part for part in (need.description, facts) if part)


def _last_time(page: Page, before: LastYear | None) -> str:
    words = page.language.words
    if before is None:
        return words["last_time_nothing"]
    label = words["reported_last_time"].format(cycle=before.cycle)
    reported = "\n".join(f"• {item}" for item in before.reported)
    last_time = f"{label}:\n{reported}"
    if not reported:
        last_time = f"{label}: {words['no_information_on_record']}"
    if before.planned and page.contract.planned is None:
        planned = "\n".join(f"• {item}" for item in before.planned)
        last_time += f"\n{words['planned_last_time'].format(cycle=before.cycle)}:\n{planned}"
    return last_time


def _draw_planned(page: Page, need: Need, before: LastYear | None, answers: Answers) -> None:
    """Ask what became of each item planned last year: still true, changed or done (rule R13)."""
    row = page.contract.planned
    if row is None or before is None or not before.planned:
        return
    label = page.language.words["planned_last_time"].format(cycle=before.cycle)
    page.ours.append(label)
    page.follow("planned last time", (f"{need.key}#about", label))
    for item, text in enumerate(before.planned, start=1):
        first, *others = _rows_of(page, row.text, f"• {text}", _TEXT_SIZE)
        page.ours += (first, *others)
        given = answers.planned(need.key, item)
        said = {row.follow_up: given["follow_up"], row.remark[0]: given["remark"]}
        height = max(
            height_of(first, page.width(row.text)),
            height_of(given["remark"], page.width(row.remark)),
        )
        texts = (f"{need.key}#planned#{item}", first, need.number)
        page.follow("planned", texts, height, {a: text for a, text in said.items() if text})
        for more in others:
            height = height_of(more, page.width(row.text), _TEXT_SIZE)
            page.follow("planned goes on", (f"{need.key}#about", more), height)


def _rows_of(page: Page, span: Span, text: str, size: float) -> list[str]:
    """Split what would stand taller than a row can be; a line break may cost a whole line."""
    width, text = page.width(span), legible(text)
    if height_of(text, width, size) <= TALLEST:
        return [text]
    across, lines = int(letters_across(width, size)), int((TALLEST - 5) / (size * 1.3))
    dense = len(text) / (text.count("\n") + 1) > across
    limit = max(200, across * lines // (2 if dense else 4))
    return pieces(text, limit, page.language.words["continued"])


def _draw_answer(page: Page, need: Need, answers: Answers) -> None:
    answer = page.contract.answer
    if answer is None:
        return
    reply = answers.reply(need.key)
    given = {answer.state: reply["state"], answer.later: reply["later"]}
    said = {letter: text for letter, text in given.items() if text}
    page.follow("answer", (f"{need.key}#answer", need.number), given=said)


def draw_line(page: Page, key: str, label: str, owner: str, given: Mapping[str, str]) -> None:
    """Draw one line of a need, with what was said in it."""
    columns = page.contract.columns
    said = {columns[name].letter: text for name, text in given.items() if text and name in columns}
    tall = max((height_of(text, page.width((a, a))) for a, text in said.items()), default=0.0)
    page.follow("line", (key, label, owner), tall if tall > GROWN else 0.0, said)


def draw_spare(page: Page, number: int) -> None:
    """Draw one line whose need the person chooses."""
    page.follow("spare", (f"{SPARE}#{number}",))


def locked_mark(page: Page) -> str:
    """The fingerprint of all locked rows drawn so far, by which a reader knows them as sent."""
    locked = {row: name for name in LOCKED_PATTERNS for row in page.followed.get(name, ())}
    orders = {
        name: [str(value) for _, value, _ in page.patterns[name].cells if value]
        for name in LOCKED_PATTERNS
        if name in page.patterns
    }
    texts: list[str] = []
    for row in (row for row in page.rows if row.number in locked):
        if row.pattern is None:
            texts += [str(value) for _, value, _ in row.cells if value != ""]
            continue
        said: dict[str, str] = dict(zip(SLOTS, row.texts, strict=False))
        texts += [said.get(value, value) for value in orders[locked[row.number]]]
    return mark_of_locked("\n".join(texts))


def draw_section(page: Page, key: str, text: str, style: str) -> None:
    """Write one sentence across the whole table."""
    span = (list(page.contract.columns.values())[1].letter, page.contract.check)
    page.key(key)
    page.ours.append(key)
    page.spread(span, text, style)
    page.close(height_of(text, page.width(span)))
