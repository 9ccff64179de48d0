"""The sheet *What we read*: who, when, proof, how far, and every point to look at with a link."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from data.vocabulary import KOSOVO_FOOTNOTE, Language, RequestForm
from data.vocabulary.receipts import ReceiptNotice
from tasks.edges.workbook.cells import TALLEST, height_of, legible, letters_across, pieces
from tasks.edges.workbook.contract import Span
from tasks.edges.workbook.plan import Page
from tasks.edges.workbook.receipt_places import Whereabouts
from tasks.edges.workbook.receipt_rows import Told

RECEIPT_KEY = "iisg:receipt"
_WIDE: Span = ("B", "G")
_LABEL: Span = ("B", "C")
_FACT: Span = ("D", "G")
_SIZE = 10.0  # points, as in the styles of the frame
_MOST_LINKS = 65_000  # Excel follows no more than 65,530 on a sheet


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the table, and the sections of the table."""

    notice: ReceiptNotice
    form: RequestForm
    sections: Sequence[tuple[str, Sequence[Told]]] = ()


def draw_read(page: Page, head: Head, where: Whereabouts | None = None) -> int:
    """Draw the sheet.

    Args:
        page: The empty sheet of the receipt.
        head: What is to be said.
        where: Finds the cells the links lead to; none in a short receipt.

    Returns:
        The number of the row with the headings, 0 where there is no table.
    """
    words = page.language.words
    page.key(RECEIPT_KEY)
    page.ours.append(RECEIPT_KEY)
    title = words["receipt_title"].format(reference=head.form.reference)
    _line(page, title, "receipt title", 18.0)
    _line(page, words["receipt_thanks"], "receipt lead", 12.0)
    _line(page, _asked(head, words), "receipt asked", 12.0)
    page.close_as(8.0)
    for label, fact in _facts(head, page.language):
        page.spread(_LABEL, label, "receipt label")
        page.spread(_FACT, legible(fact), "receipt fact")
        page.close(height_of(fact, page.width(_FACT), _SIZE))
    headings = _draw_table(page, head, where) if head.sections else 0
    if any("Kosovo*" in text for text in page.ours):
        page.kept += (page.row - 1, page.row)  # a footnote alone on a page is a note to nothing
        page.close_as(8.0)
        _line(page, KOSOVO_FOOTNOTE, "footnote", 9.0)
    return headings


def _line(page: Page, text: str, style: str, size: float) -> None:
    page.spread(_WIDE, text, style)
    page.close(height_of(text, page.width(_WIDE), size) + 3)


def _asked(head: Head, words: Mapping[str, str]) -> str:
    """The one sentence to read: whether anything is asked, and what."""
    notice = head.notice
    if notice.asks_nothing:
        return words["receipt_nothing_asked"]
    if count := _to_look_at(notice):
        return f"{words['receipt_points'].format(count=count)} {words['receipt_correct']}"
    return words["receipt_only_confirm"]


def _to_look_at(notice: ReceiptNotice) -> int:
    return len(notice.to_correct) + len(notice.held) + len(notice.kept)


def _facts(head: Head, language: Language) -> Iterator[tuple[str, str]]:
    notice, form, words = head.notice, head.form, language.words
    yield words["receipt_for"], f"{form.member_name} · {form.pillar_name}"
    if notice.sender:
        yield words["receipt_from"], notice.sender
    yield words["receipt_received"], notice.received
    yield words["receipt_file"], notice.file_name
    yield words["receipt_sha256"], notice.sha256
    yield words["receipt_version"], str(notice.version)
    if notice.stated:
        own = language.code == "en" or notice.mode is None
        stated = notice.stated if own else words[f"receipt_mode_{notice.mode}"]
        yield words["receipt_beside_earlier"], stated
    yield words["reference_label"], form.reference
    if notice.asked:
        yield words["receipt_completeness"], _completeness(notice, words)
    for what, count in notice.counts:
        yield words.get(what, what), _number(count, words)
    if not notice.asks_nothing:
        yield words["receipt_problems"], _number(_to_look_at(notice), words)
        yield words["receipt_assumptions"], _number(len(notice.assumptions), words)
        yield words["return_by"], form.deadline
    yield words["questions_to"], form.contact


def _completeness(notice: ReceiptNotice, words: Mapping[str, str]) -> str:
    name = "receipt_some_answered"
    if notice.answered >= notice.asked:
        name = "receipt_all_answered"
    elif not notice.answered:
        name = "receipt_none_answered"
    return words[name].format(answered=notice.answered, asked=notice.asked)


def _number(count: int | str, words: Mapping[str, str]) -> str:
    return str(count) if count else words["receipt_zero"]


def _draw_table(page: Page, head: Head, where: Whereabouts | None) -> int:
    words = page.language.words
    page.close_as(12.0)
    names = ("how_serious", "where", "stands", "what", "do", "fix")
    if head.notice.asks_nothing:  # only what changed stands below: nothing is unclear or to correct
        names = ("happened", "where", "stands", "which", "do", "")
    for letter, name in zip("BCDEFG", names, strict=True):
        page.write(letter, words[f"receipt_{name}"] if name else "", "receipt heading")
    page.close(18.0)
    heading = page.row - 1
    page.kept.append(heading)
    for title, rows in head.sections:
        page.kept.append(page.row)
        page.spread(_WIDE, title, "receipt section")
        page.close(30.0)
        for told in rows:
            _draw_told(page, told, where)
    return heading


def _draw_told(page: Page, told: Told, where: Whereabouts | None) -> None:
    texts = (told.where, told.stands, told.what, told.remedy)
    columns = [_fitted(page, letter, text) for letter, text in zip("CDEF", texts, strict=True)]
    for number, row in enumerate(zip_longest(*columns, fillvalue="")):
        word, link = (told.word, _link(page, told, where)) if number == 0 else ("", "")
        style = f"receipt {told.severity}" if told.severity else "receipt text"
        page.write("B", word, style if word else "receipt text")
        tall = height_of(word, page.width(("B", "B")), _SIZE)
        for letter, text in zip("CDEF", row, strict=True):
            page.write(letter, text, "receipt text")
            tall = max(tall, height_of(text, page.width((letter, letter)), _SIZE))
        page.write("G", link, "receipt link" if link else "receipt text")
        page.close(tall)


def _link(page: Page, told: Told, where: Whereabouts | None) -> str:
    if told.spot is None or where is None or len(page.links) >= _MOST_LINKS:
        return ""
    page.links[f"G{page.row}"] = where.location(told.spot)
    return page.language.words["receipt_go" if told.spot.letter else "receipt_go_sheet"]


def _fitted(page: Page, letter: str, text: str) -> list[str]:
    """Split what would stand taller than a row can be; a line break may cost a whole line."""
    width, text = page.width((letter, letter)), legible(text)
    if height_of(text, width, _SIZE) <= TALLEST - 6:
        return [text]
    across, lines = int(letters_across(width, _SIZE)), int((TALLEST - 11) / (_SIZE * 1.3))
    dense = len(text) / (text.count("\n") + 1) > across
    limit = max(200, across * lines // (2 if dense else 4))
    return pieces(text, limit, page.language.words["continued"])
