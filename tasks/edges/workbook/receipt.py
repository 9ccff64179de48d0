"""The receipt workbook: what was read, told in words, and the answers ready to be corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.errors.workbooks import SubPillarWithoutSheet, TemplateBroken, TemplateVersionDiffers
from data.vocabulary import Reading, RequestForm
from data.vocabulary.languages import Language
from data.vocabulary.receipts import ReceiptNotice
from tasks.edges.workbook.cells import fingerprint
from tasks.edges.workbook.comments import Note, annotated, with_comments
from tasks.edges.workbook.composing import Composition, compose, with_names, written_out
from tasks.edges.workbook.contract import Contract, read_contract
from tasks.edges.workbook.frame import Frame
from tasks.edges.workbook.front import facts_of, quoted
from tasks.edges.workbook.identity import stamp
from tasks.edges.workbook.paging import breaks_between, room_of
from tasks.edges.workbook.plan import Page
from tasks.edges.workbook.receipt_frame import RECEIPT, full_frame, short_frame, with_styles
from tasks.edges.workbook.receipt_marks import Marks
from tasks.edges.workbook.receipt_places import Unsaid, Whereabouts
from tasks.edges.workbook.receipt_rows import Telling, Told
from tasks.edges.workbook.receipt_sheet import Head, draw_read
from tasks.edges.workbook.rendering import escaped
from tasks.edges.workbook.request import missing_in

_TO_A_CELL = 2_500  # fingerprints, far below the longest text a cell holds


def draw_receipt(
    template: bytes,
    contract: str,
    form: RequestForm,
    language: Language,
    answers: Reading,
    notice: ReceiptNotice,
) -> bytes:
    """Draw the workbook with which a return is answered (Methodology I.2, rule R5).

    First the sheet *What we read*; then, unless nothing is asked (`notice.asks_nothing`), the
    sheets of the request with the member's own answers, cells with a problem coloured and
    commented. A perfect return gets the first sheet alone, with what differs from the version
    before. Either bears the identity of the request
    in its three places. What is held as sensitive stands nowhere: its cells are empty and say why
    in a comment.

    Args:
        template: The .xlsx of the request, as people restyled it.
        contract: The YAML beside it, as text.
        form: The request the return answers.
        language: The words of the receipt.
        answers: What was read from the member's file, with places.
        notice: What the member is told.

    Returns:
        The bytes of an .xlsx file; the same arguments give the same bytes.

    Raises:
        TemplateBroken, TemplateVersionDiffers, SubPillarWithoutSheet: as `draw_request`.
    """
    agreed = with_styles(_agreed(template, contract, form))
    if notice.asks_nothing:
        frame = short_frame(template, agreed, language)
        plan = _blank_short(frame, agreed, form, language)
        return written_out(_short(plan, form, answers, notice))
    numbers = tuple(number for number, _ in form.sub_pillars)
    frame = full_frame(template, agreed, language, numbers)
    said = Unsaid(notice.held).left_in(answers)
    plan = compose(frame, agreed, language, form, said)
    return written_out(_full(plan, form, answers, said, notice))


def _agreed(template: bytes, contract: str, form: RequestForm) -> Contract:
    agreed = read_contract(contract)
    if agreed.version != form.template_version:
        raise TemplateVersionDiffers(
            reference=form.reference, asked=form.template_version, found=agreed.version
        )
    if missing := missing_in(template, contract):
        raise TemplateBroken(kind=agreed.kind.value, missing="; ".join(missing))
    for number, _ in form.sub_pillars:
        if number not in agreed.needs:
            raise SubPillarWithoutSheet(kind=agreed.kind.value, number=number)
    return agreed


def _blank_short(
    frame: Frame, agreed: Contract, form: RequestForm, language: Language
) -> Composition:
    pages = {
        role: Page(agreed, language, frame.styles, sheet.widths)
        for role, sheet in frame.sheets.items()
    }
    pages["start"] = pages[RECEIPT]  # whose language the foot of every sheet speaks
    return Composition(frame, agreed, pages, {}, facts_of(form))


def _short(
    plan: Composition, form: RequestForm, answers: Reading, notice: ReceiptNotice
) -> Composition:
    """A workbook without the member's answers: a difference is told in words, without a link."""
    page = plan.pages[RECEIPT]
    where = Whereabouts(plan, answers)
    sections = [*Telling(notice, form, page.language, where).sections()]
    headings = draw_read(page, Head(notice, form, sections), where)
    stamp(plan.pages["identity"], form, page.language.headings[form.kind.value], page.ours)
    _cut_into_pages(plan, headings)
    return replace(plan, frame=_with_titles(plan.frame, headings)) if headings else plan


def _full(
    plan: Composition,
    form: RequestForm,
    answers: Reading,
    said: Reading,
    notice: ReceiptNotice,
) -> Composition:
    language = plan.pages[RECEIPT].language
    where = Whereabouts(plan, replace(answers, additional=said.additional))
    sections = [*Telling(notice, form, language, where).sections()]
    page, marks = plan.pages[RECEIPT], Marks()
    headings = draw_read(page, Head(notice, form, sections), where)
    _cut_into_pages(plan, headings)
    for _, rows in sections:
        for told in rows:
            _mark(marks, told)
    marks.colour(plan)
    notes = {
        sheet.part: there
        for role, sheet in plan.frame.sheets.items()
        if (there := marks.notes(role))
    }
    _remember(plan, [*page.ours, *(text for there in notes.values() for _, text in there)])
    frame = _annotated(plan.frame, notes)
    return replace(plan, frame=_with_titles(frame, headings))


def _cut_into_pages(plan: Composition, headings: int) -> None:
    """Set every page break of the receipt's sheet: nobody writes into it, no height changes."""
    page, frame = plan.pages[RECEIPT], plan.frame.sheets[RECEIPT].frame
    room = room_of(frame, page.widths, plan.contract.columns["key"].letter)
    repeated = next((row.height for row in page.rows if row.number == headings), 0.0)
    page.breaks = breaks_between(page.rows, {*page.kept}, room, repeated)


def _mark(marks: Marks, told: Told) -> None:
    """A change needs no colour: nothing about it is unclear."""
    if told.severity:
        said = "\n".join(part for part in (f"{told.word}: {told.what}", told.remedy) if part)
        marks.add(told.spot, told.severity, said, told.words)


def _remember(plan: Composition, texts: list[str]) -> None:
    """Have the reader know our words again when the workbook comes back corrected."""
    page = plan.pages["identity"]
    marks = [*dict.fromkeys(fingerprint(text) for text in dict.fromkeys(texts) if text)]
    for start in range(0, len(marks), _TO_A_CELL):
        page.write("A", "ours", "")
        page.write("C", " ".join(marks[start : start + _TO_A_CELL]), "")
        page.close()


def _annotated(frame: Frame, notes: Mapping[str, Sequence[Note]]) -> Frame:
    sheets = {
        role: replace(sheet, frame=replace(sheet.frame, foot=annotated(sheet.frame.foot)))
        if sheet.part in notes
        else sheet
        for role, sheet in frame.sheets.items()
    }
    return replace(frame, sheets=sheets, parts=with_comments(frame.parts, notes))


def _with_titles(frame: Frame, row: int) -> Frame:
    """Repeat the row of headings on every printed page of the receipt."""
    where = f"{quoted(frame.sheets[RECEIPT].title)}!${row}:${row}"
    name = f'<definedName name="_xlnm.Print_Titles" localSheetId="0">{escaped(where)}</definedName>'
    return replace(frame, book=with_names(frame.book, name))
