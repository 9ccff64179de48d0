"""One member's workbook put together: every sheet planned, then written into one file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.vocabulary import KOSOVO_FOOTNOTE, Need, Reading, RequestForm
from data.vocabulary.languages import Language
from tasks.edges.workbook.answers import Answers, answers_of
from tasks.edges.workbook.blocks import (
    draw_need,
    draw_section,
    draw_spare,
    locked_mark,
)
from tasks.edges.workbook.cells import height_of
from tasks.edges.workbook.checks import SAY, added, messages
from tasks.edges.workbook.choices import draw_lists, listed
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.frame import CHECK_HEAD, Frame
from tasks.edges.workbook.front import (
    ROWS_BELOW,
    Asked,
    draw_additional,
    facts_of,
    meter_cells,
    quoted,
    told,
)
from tasks.edges.workbook.identity import stamp
from tasks.edges.workbook.languages import shown
from tasks.edges.workbook.packing import archive_of, deflated
from tasks.edges.workbook.paging import room_of, tall
from tasks.edges.workbook.patterns import plan_patterns
from tasks.edges.workbook.plan import Formula, Page
from tasks.edges.workbook.rendering import check_parses, escaped, sheet_xml
from tasks.edges.workbook.template import TemplateRow, TemplateSheet

_NO_NAMES = re.compile(r"<definedNames\s*/>")
_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Composition:
    """One workbook, planned: its frame, its pages by role, the names it defines, its facts."""

    frame: Frame
    contract: Contract
    pages: Mapping[str, Page]
    names: Mapping[str, str]
    facts: Mapping[str, str]


def compose(
    frame: Frame,
    contract: Contract,
    language: Language,
    form: RequestForm,
    reading: Reading | None = None,
) -> Composition:
    """Plan every sheet of one workbook.

    Args:
        frame: The prepared workbook; its sheets of needs say which sub-pillars are drawn.
        contract: What the template promises.
        language: The words of the workbook.
        form: What this member is asked.
        reading: Answers to be written into the open cells, if any.
    """
    answers = answers_of(reading, language)
    known = {number: shown(language, "sub_pillars", name) for number, name in form.sub_pillars}
    needs = {number: in_order(form, number) for number in _drawn(frame, known)}
    facts = {**facts_of(form), "need_count": str(sum(map(len, needs.values())))}
    pages = _blank_pages(frame, contract, language, form)
    for number, here in needs.items():
        page, sheet = pages[f"needs {number}"], frame.sheets[f"needs {number}"]
        of_sheet = {"sub_pillar_number": str(number), "sub_pillar": known[number]}
        _draw_template(page, sheet, {**facts, **of_sheet})
        page.row = contract.heading_row + 1
        spare = _draw_needs(page, here, form, answers)
        _keep_spare_lines_together(page, sheet, spare)
    _draw_template(pages["additional"], frame.sheets["additional"], facts)
    pages["additional"].row = contract.heading_row + 1
    draw_additional(pages["additional"], answers.additional)
    _draw_template(pages["start"], frame.sheets["start"], facts)
    _draw_meter(pages, frame, known, needs, answers)
    numbers = {number: [need.number for need in here] for number, here in needs.items()}
    lists = quoted(frame.sheets["lists"].title)
    names = draw_lists(pages["lists"], form, numbers, lists)
    part = str(next(iter(needs))) if len(needs) < len(known) else ""
    texts = [text for page in pages.values() if page is not pages["lists"] for text in page.ours]
    texts += [language.words[word] for word in SAY.values()]
    headings, listed_words = language.headings[contract.kind.value], listed(pages["lists"])
    locked = [locked_mark(pages[f"needs {number}"]) for number, here in needs.items() if here]
    stamp(pages["identity"], form, headings, texts, part, listed_words, locked)
    return Composition(frame, contract, pages, names, facts)


def _blank_pages(
    frame: Frame, contract: Contract, language: Language, form: RequestForm
) -> dict[str, Page]:
    said = messages(contract)
    without_words = frozenset[str]() if form.eu_references else frozenset({"eu_references"})
    return {
        role: Page(
            contract,
            language,
            frame.styles,
            sheet.widths,
            messages=said,
            unoffered=without_words,
        )
        for role, sheet in frame.sheets.items()
    }


def _drawn(frame: Frame, known: Mapping[int, str]) -> list[int]:
    return [number for number in known if f"needs {number}" in frame.sheets]


def in_order(form: RequestForm, sub_pillar: int) -> list[Need]:
    """Keep the order given; needs of several partners stand by the partner's name (rule R15)."""
    mine = [need for need in form.needs if need.sub_pillar == sub_pillar]
    return sorted(mine, key=lambda need: form.owner_names.get(need.member, need.member).casefold())


def _draw_needs(page: Page, needs: list[Need], form: RequestForm, answers: Answers) -> int:
    """Draw the blocks, and give the row at which the spare lines begin; 0 where there are none."""
    words, contract, spare = page.language.words, page.contract, 0
    plan_patterns(page)
    for need in needs:
        draw_need(page, need, form, answers)
    if needs:
        spare = page.row
        draw_section(page, "more#section", words["more_lines"], "section")
        for line in range(1, contract.spare + 1):
            draw_spare(page, line)
        page.filtered = _filter(contract, page.row - 1)
    else:
        draw_section(page, "none#section", words["no_need_here"], "section")
    draw_section(page, "footnote#section", KOSOVO_FOOTNOTE, "footnote")
    if needs:
        formula = Formula(f"={added(contract, page.row + ROWS_BELOW)}", "")
        page.overlay(1, [(contract.check, formula, CHECK_HEAD)])
    return spare


def _keep_spare_lines_together(page: Page, sheet: TemplateSheet, spare: int) -> None:
    """Begin a page with the spare lines of a sheet that takes more than one.

    They stay whole under their title, and no page holds the last of them alone. Where the pages
    before end is left to the program: their rows grow with what is typed into them.
    """
    room = room_of(sheet.frame, page.widths, page.contract.columns["key"].letter)
    if spare and sum(map(tall, page.rows)) > room:
        page.breaks.append(spare - 1)


def _filter(contract: Contract, last: int) -> str:
    """Let people filter: by partner where there are several, by what is missing everywhere."""
    first = contract.columns["number"].letter if "partner" in contract.columns else contract.check
    return f"{first}{contract.heading_row}:{contract.check}{last}"


def _draw_template(page: Page, sheet: TemplateSheet, facts: Mapping[str, str]) -> None:
    page.joined += sheet.joined
    for row in sheet.rows:
        _draw_row(page, row, facts, sheet.joined)


def _draw_row(
    page: Page, row: TemplateRow, facts: Mapping[str, str], joined: tuple[str, ...]
) -> None:
    height, spans = row.height, _spans(joined)
    page.row = row.number
    for cell in row.cells:
        text = told(cell.text, facts, page.language)
        page.place(cell.letter, text, cell.style)
        if cell.size and text:
            span = spans.get(f"{cell.letter}{row.number}", (cell.letter, cell.letter))
            height = max(height, height_of(text, page.width(span), cell.size))
    page.close_as(height)


def _spans(joined: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    ends = (where.split(":") for where in joined)
    return {first: (first.rstrip("0123456789"), last.rstrip("0123456789")) for first, last in ends}


def _draw_meter(
    pages: Mapping[str, Page],
    frame: Frame,
    names: Mapping[int, str],
    needs: Mapping[int, list[Need]],
    answers: Answers,
) -> None:
    asked = [
        Asked(
            name=f"{number} {names[number]}",
            title=frame.sheets[f"needs {number}"].title,
            last=pages[f"needs {number}"].row,
            needs=len(here),
            answered=sum(answers.given(need.key) for need in here),
        )
        for number, here in needs.items()
    ]
    for row, cells in meter_cells(pages["start"], asked).items():
        pages["start"].overlay(row, cells)


def written_out(plan: Composition) -> bytes:
    """Render the sheets and pack them with the parts that never change."""
    frame, reference = plan.frame, escaped(plan.facts["reference"])
    first = plan.contract.heading_row + 1
    parts = {
        sheet.part: sheet_xml(sheet.frame, plan.pages[role], first, _foot(sheet, plan))
        for role, sheet in frame.sheets.items()
    }
    parts["xl/workbook.xml"] = _with_names(frame.book, plan).encode()
    parts["docProps/custom.xml"] = frame.properties.replace("{reference}", reference).encode()
    check_parses(parts.values())
    changed = (deflated(name, content) for name, content in parts.items())
    return archive_of((*frame.parts, *changed))


def _foot(sheet: TemplateSheet, plan: Composition) -> str:
    """Fill in what the footer names; there an ampersand begins a code and is written twice."""
    words = plan.pages["start"].language.words
    reference = plan.facts["reference"].replace("&", "&&")
    foot = sheet.frame.foot.replace("{reference}", escaped(reference))
    return foot.replace("{page_of}", escaped(words["page_of"]))


def _with_names(book: str, plan: Composition) -> str:
    names = "".join(
        f'<definedName name="{name}">{escaped(where)}</definedName>'
        for name, where in plan.names.items()
    )
    for role, sheet in plan.frame.sheets.items():
        if where := plan.pages[role].filtered:
            place = int("".join(filter(str.isdigit, sheet.part))) - 1
            first, last = (f"${a.rstrip(_DIGITS)}${a.lstrip(_LETTERS)}" for a in where.split(":"))
            names += (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">'
                f"{escaped(quoted(sheet.title))}!{first}:{last}</definedName>"
            )
    return with_names(book, names)


def with_names(book: str, names: str) -> str:
    """Put defined names into the one list a workbook may hold, before those that stand there.

    Excel repairs a workbook with two lists, and openpyxl writes an empty one.
    """
    if not names:
        return book
    listed = _NO_NAMES.sub("<definedNames></definedNames>", book)
    if "<definedNames>" not in listed:
        listed = book.replace("<calcPr", "<definedNames></definedNames><calcPr", 1)
    return listed.replace("<definedNames>", f"<definedNames>{names}", 1)
