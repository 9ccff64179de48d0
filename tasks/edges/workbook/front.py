"""The first sheet and the additional one: who is asked, by when, what to do, how far one is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import KOSOVO_FOOTNOTE, NO_SENSITIVE_INFORMATION, RequestForm
from data.vocabulary.languages import Language
from tasks.edges.workbook.cells import height_of, legible, pieces
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.identity import ADDITIONAL_LINE
from tasks.edges.workbook.plan import Formula, Page

_BRACES = re.compile(r"{(\w+)}")
_LONGEST_FACT = 8_000  # characters; a contact or a period is a line
ROWS_BELOW = 200  # meter and checks also look at what is written under the last line


def facts_of(form: RequestForm) -> dict[str, str]:
    """Everything a template may name in braces, besides the words of the language."""
    facts = {
        "reference": form.reference,
        "member_name": form.member_name,
        "pillar": form.pillar,
        "pillar_name": form.pillar_name,
        "cycle": form.cycle,
        "period": form.period,
        "outlook": form.outlook,
        "deadline": form.deadline,
        "contact": form.contact,
        "need_count": str(len(form.needs)),
        "no_sensitive_information": NO_SENSITIVE_INFORMATION,
        "kosovo_footnote": KOSOVO_FOOTNOTE,
    }
    return {name: legible(text) for name, text in facts.items()}


def told(text: str, facts: Mapping[str, str], language: Language) -> str:
    """Put words and facts where a text names them in braces; an unknown name stays as it is."""
    if "{" not in text:
        return text

    def say(found: re.Match[str]) -> str:
        name = found[1]
        if name in facts:
            return facts[name]
        words = language.words.get(name)
        return found[0] if words is None else _BRACES.sub(lambda f: facts.get(f[1], f[0]), words)

    return pieces(_BRACES.sub(say, text), _LONGEST_FACT)[0]


Cells = list[tuple[str, str | int, str]]  # letter, what stands there, name of the style
_BAR = 20  # signs


@dataclass(frozen=True, slots=True)
class Asked:
    """A sub-pillar as the meter counts it: its sheet, its needs, and those with an answer."""

    name: str
    title: str
    last: int
    needs: int
    answered: int


def meter_cells(page: Page, asked: Sequence[Asked]) -> dict[int, Cells]:
    """Plan the meter: needs asked, those with an answer, and the way to the first without one.

    It counts by formula, so that it works without us. SUMPRODUCT over the hidden row keys reads the
    same in Excel and LibreOffice; wildcards do not.

    Returns:
        What stands in each row.
    """
    contract, meter, first = page.contract, page.contract.meter, page.contract.meter.row + 1
    cells: dict[int, Cells] = {}
    for row, part in enumerate(asked, start=first):
        ranges = _Ranges(contract, quoted(part.title), part.last + ROWS_BELOW)
        heading = f"{quoted(part.title)}!{contract.columns['number'].letter}1"
        page.links[f"{meter.label}{row}"] = heading
        cells[row] = [
            (meter.label, part.name, "meter_label"),
            (meter.needs, part.needs, "meter_number"),
            (meter.answered, Formula(ranges.counted(), part.answered), "meter_number"),
        ]
        if contract.answer and meter.missing:
            missing = part.needs - part.answered
            left = Formula(f"={meter.needs}{row}-{meter.answered}{row}", missing)
            way = page.language.words["go_to_first"] if missing else ""
            jump = ranges.jump(contract.answer.state, f"{meter.missing}{row}")
            cells[row] += [
                (meter.missing, left, "meter_number"),
                (meter.link, Formula(jump, way), "meter_link"),
            ]
    row = first + len(asked)
    needs, answered = sum(part.needs for part in asked), sum(part.answered for part in asked)
    cells[row] = _together(page, first, row, (needs, answered, needs - answered))
    if contract.answer:
        share = f"ROUND({_BAR}*{meter.answered}{row}/MAX(1,{meter.needs}{row}),0)"
        full = int(_BAR * answered / max(1, needs) + 0.5)
        bar = Formula(
            f'=REPT("█",{share})&REPT("░",{_BAR}-{share})', "█" * full + "░" * (_BAR - full)
        )
        cells[row + 1] = [(meter.label, bar, "meter_bar")]
    return cells


def _together(page: Page, first: int, row: int, sums: tuple[int, int, int]) -> Cells:
    meter = page.contract.meter
    letters = [meter.needs, meter.answered, *([meter.missing] if meter.missing else [])]
    counted: Cells = [
        (letter, Formula(f"=SUM({letter}{first}:{letter}{row - 1})", total), "meter_sum")
        for letter, total in zip(letters, sums, strict=False)
    ]
    return [(meter.label, page.language.words["together"], "meter_total"), *counted]


class _Ranges:
    """The hidden keys and the counted cells of one sheet of needs, as formulas name them."""

    def __init__(self, contract: Contract, title: str, last: int) -> None:
        key, first = contract.columns["key"].letter, contract.heading_row + 1
        self.contract, self.title = contract, title
        self.keys = f"{title}!${key}${first}:${key}${last}"
        self.cells = f"{title}!${contract.counted}${first}:${contract.counted}${last}"

    def counted(self) -> str:
        """Count the needs with an answer; for support the lines with a project."""
        if self.contract.answer:
            return f'=SUMPRODUCT((RIGHT({self.keys},7)="#answer")*(LEN({self.cells})>0))'
        ours = f'(RIGHT({self.keys},5)<>"#need")*(RIGHT({self.keys},6)<>"#about")'
        return f"=SUMPRODUCT({ours}*(LEN({self.cells})>0))"

    def jump(self, letter: str, missing: str) -> str:
        """Lead to the first need without an answer; SUMPRODUCT makes MIN look at every row."""
        blank = f'(RIGHT({self.keys},7)="#answer")*(LEN({self.cells})=0)'
        row = f"SUMPRODUCT(MIN(ROW({self.keys})+9999999*(1-{blank})))"
        title = self.title.replace('"', '""')
        return f'=IF({missing}>0,HYPERLINK("#{title}!{letter}"&{row},say_next),"")'


def quoted(title: str) -> str:
    """Write the name of a sheet as formulas do."""
    return "'" + title.replace("'", "''") + "'"


def draw_additional(page: Page, texts: Sequence[str]) -> None:
    """Open the lines for what found no place elsewhere, and set the footnote under them."""
    letters = page.contract.additional
    for line in range(1, max(page.contract.additional_lines, len(texts)) + 1):
        text = texts[line - 1] if line <= len(texts) else ""
        page.write(letters["key"], f"{ADDITIONAL_LINE}{line}", "")
        page.answer(letters["need"], "", "input")
        page.answer(letters["text"], text, "input")
        page.close(height_of(text, page.width((letters["text"], letters["text"]))) if text else 0)
    page.write(letters["key"], "footnote#section", "")
    page.spread((letters["need"], letters["text"]), KOSOVO_FOOTNOTE, "footnote")
    page.close(20.0)
