"""Checks a workbook makes by itself, offline: in words beside each row, in colour on the cell.

No macro and no TEXT(): a format code means another thing in every language of Excel. The words
stand on the hidden sheet of lists under a name, so that formulas are the same in all languages;
conditional formats cannot look at another sheet and need those names as well.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.vocabulary import FollowUp, RequestForm, StatementKind
from data.vocabulary.languages import Language
from tasks.edges.workbook.contract import Contract
from tasks.edges.workbook.languages import shown

NEARLY_FULL = 30_000  # characters; a cell holds 32,767
_REFERENCE = re.compile(r"([A-Z]{1,2})\{r\}")
_EPOCH = date(1899, 12, 30)  # day 0 of the days Excel counts

# Names of single cells on the hidden sheet: a sentence each, by the words of the language file.
SAY = {
    "say_answer": "check_answer",
    "say_later": "check_later",
    "say_planned": "check_planned",
    "say_kind": "check_kind",
    "say_date": "check_date",
    "say_outlook": "check_outlook",
    "say_long": "check_long",
    "say_need": "check_need",
    "say_title": "check_title",
    "say_currency": "check_currency",
    "say_next": "go_to_first",
    "say_added": "check_added",
}


def named_values(language: Language, form: RequestForm) -> dict[str, str | int]:
    """Everything the formulas refer to by name: sentences, words of the lists, the outlook."""
    first, last = form.outlook_days or (None, None)
    return {
        **{name: language.words[word] for name, word in SAY.items()},
        "word_planned": shown(language, "kinds", StatementKind.PLANNED),
        "word_request": shown(language, "kinds", StatementKind.REQUEST),
        "word_later": shown(language, "answers", "later"),
        "word_done": shown(language, "follow_ups", FollowUp.DONE),
        "outlook_sum": (first - _EPOCH).days + (last - _EPOCH).days if first and last else "",
        "outlook_span": (last - first).days if first and last else "",
        "outlook_first": first.isoformat() if first and last else "",
        "outlook_last": last.isoformat() if first and last else "",
    }


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to be coloured: the column, and the formula over the first row of the table."""

    letter: str
    formula: str


def messages(contract: Contract) -> dict[str, str]:
    """Give the formula that says what a row lacks, by kind of row; `{r}` stands for its number."""
    return {row: _nested(row, contract) for row in ("answer", "planned", "line", "spare")}


def marks(contract: Contract) -> list[Mark]:
    """Give what is coloured, whatever was sorted or inserted: rows are told by their hidden key.

    A row that was inserted has neither a key nor the formula beside it: its cells are coloured as
    those of any line, and its need is asked for.
    """
    row = contract.heading_row + 1
    key = f"$A{row}".replace("A", contract.columns["key"].letter)
    # LibreOffice finds an empty text nowhere, Excel everywhere: a row without a key is told apart.
    numbered = f'ISNUMBER(FIND(RIGHT({key},1),"0123456789"))'
    line = f'OR({key}="",{numbered}),ISERR(FIND("#planned#",{key}))'
    filled = f"COUNTA({_answers(contract)})>0"
    found = [
        Mark(_cell_of(name, contract), f"AND({line},{filled},{test})")
        for name, test in {**_line_tests(contract), **_need_test(contract)}.items()
    ]
    if contract.answer:
        later = _answer_tests(contract)["say_later"]
        found.append(Mark(contract.answer.later, f'AND(RIGHT({key},7)="#answer",{later})'))
    said = f'AND(LEN({contract.check}{{r}})>0,RIGHT({key},7)<>"#answer")'
    found.append(Mark(contract.check, said))
    return [Mark(mark.letter, _fixed(mark.formula, row)) for mark in found]


def added(contract: Contract, last: int) -> str:
    """Give the formula that says over the whole table whether an inserted row lacks something.

    A row that a person inserts has no formula beside it, and no program without macros puts one
    there; so the head of the column looks at all rows without a key at once.

    Args:
        contract: What the template promises.
        last: The last row to look at; it moves down with every row inserted above it.
    """
    first = contract.heading_row + 1
    cells = {
        key: f"${column.letter}${first}:${column.letter}${last}"
        for key, column in contract.columns.items()
    }
    answers = [f"LEN({cells[key]})" for key in cells if key not in ("key", "number", "partner")]
    lacking = [f"(LEN({cells['number']})=0)"]
    if "kind" in cells:
        undated = f"(LEN({cells['date']})=0)*({cells['kind']}<>word_request)"
        planned = f"({cells['kind']}=word_planned)*ISNUMBER(outlook_sum)"
        outside = f"{planned}*({_any_outside(cells['date'])})"
        full = f"(LEN({cells['text']})>{NEARLY_FULL})"
        lacking += [f"(LEN({cells['kind']})=0)", undated, outside, full]
    else:
        priced = f"ISNUMBER({cells['budget']})*(LEN({cells['currency']})=0)"
        full = f"(LEN({cells['activity']})>{NEARLY_FULL})"
        lacking += [f"(LEN({cells['title']})=0)", priced, full]
    rows = f"(LEN({cells['key']})=0)*({'+'.join(answers)}>0)*({'+'.join(lacking)}>0)"
    return f'IFERROR(IF(SUMPRODUCT({rows})>0,say_added,""),"")'


def _cell_of(name: str, contract: Contract) -> str:
    is_response = "kind" in contract.columns
    keys = {
        "say_long": "text" if is_response else "activity",
        "say_kind": "kind",
        "say_date": "date",
        "say_outlook": "date",
        "say_title": "title",
        "say_currency": "currency",
        "say_need": "number",
    }
    return contract.columns[keys[name]].letter


def _fixed(formula: str, row: int) -> str:
    """Fix the columns: a conditional format moves its references from cell to cell."""
    return _REFERENCE.sub(rf"$\g<1>{row}", formula)


def _nested(row: str, contract: Contract) -> str:
    if row in ("line", "spare"):
        tests = dict(_line_tests(contract))
        first = tests.pop("say_long")
        if row == "spare":
            tests = {**_need_test(contract), **tests}
        inner = _chain(tests)
        filled = f"COUNTA({_answers(contract)})=0"
        return f'IF({first},say_long,IF({filled},"",{inner}))'
    return _chain(_answer_tests(contract) if row == "answer" else _planned_tests(contract))


def _chain(tests: Mapping[str, str]) -> str:
    chain = '""'
    for name, test in reversed([*tests.items()]):
        chain = f"IF({test},{name},{chain})"
    return chain


def _answers(contract: Contract) -> str:
    letters = [
        column.letter
        for column in contract.columns.values()
        if column.key not in ("key", "number", "partner")
    ]
    return f"{letters[0]}{{r}}:{letters[-1]}{{r}}"


def _answer_tests(contract: Contract) -> dict[str, str]:
    answer = contract.answer
    if answer is None:
        return {}
    return {
        "say_answer": f'{answer.state}{{r}}=""',
        "say_later": f'AND({answer.state}{{r}}=word_later,{answer.later}{{r}}="")',
    }


def _planned_tests(contract: Contract) -> dict[str, str]:
    row = contract.planned
    return {"say_planned": f'{row.follow_up}{{r}}=""'} if row else {}


def _need_test(contract: Contract) -> dict[str, str]:
    return {"say_need": f'{contract.columns["number"].letter}{{r}}=""'}


def _line_tests(contract: Contract) -> dict[str, str]:
    columns = {key: f"{column.letter}{{r}}" for key, column in contract.columns.items()}
    if "kind" not in columns:
        return {
            "say_long": f"LEN({columns['activity']})>{NEARLY_FULL}",
            "say_title": f'{columns["title"]}=""',
            "say_currency": f'AND(ISNUMBER({columns["budget"]}),{columns["currency"]}="")',
        }
    kind, day = columns["kind"], columns["date"]
    return {
        "say_long": f"LEN({columns['text']})>{NEARLY_FULL}",
        "say_kind": f'{kind}=""',
        "say_date": f'AND({day}="",{kind}<>word_request)',
        "say_outlook": f"AND({kind}=word_planned,ISNUMBER(outlook_sum),{_outside(day)})",
    }


def _outside(cell: str) -> str:
    """Hold a real date, 2025-09-30 or Q3 2025 against the outlook; another text raises no doubt.

    A day lies outside when it is further from the middle than half of the span; what is no day
    stands for the middle, for programs do not agree on what an empty text counts.
    """
    iso = f"DATE(VALUE(LEFT({cell},4)),VALUE(MID({cell},6,2)),VALUE(MID({cell},9,2)))"
    quarter = f"DATE(VALUE(RIGHT({cell},4)),3*VALUE(MID({cell},2,1))+1,0)"
    written = f'IF(MID({cell},5,1)="-",{iso},IF(LEFT({cell},1)="Q",{quarter},outlook_sum/2))'
    day = f"IF(ISNUMBER({cell}),{cell},{written})"
    return f"IFERROR(ABS(2*{day}-outlook_sum)>outlook_span,FALSE)"


def _any_outside(cells: str) -> str:
    """Hold many dates against the outlook at once, as `_outside` holds one.

    Under SUMPRODUCT, IF and IFERROR look at one cell alone in Excel: so nothing here may go wrong.
    Days are compared as numbers, written ones as texts.
    """
    first, last = "(outlook_sum-outlook_span)/2", "(outlook_sum+outlook_span)/2"
    number = f'MID({cells}&"??",2,1)'
    place = f'FIND({number},"1234"&{number})'
    ends = f'RIGHT({cells},4)&MID("-03-31-06-30-09-30-12-31",6*{place}-5,6)'
    tests = (
        f"ISNUMBER({cells})*(({cells}<{first})+({cells}>{last}))",
        f'(MID({cells},5,1)="-")*ISNUMBER(VALUE(LEFT({cells},4)))*{_apart(f"LEFT({cells},10)")}',
        f'(LEFT({cells},1)="Q")*({place}<5)*ISNUMBER(VALUE(RIGHT({cells},4)))*{_apart(ends)}',
    )
    return "+".join(tests)


def _apart(day: str) -> str:
    return f"(({day}<outlook_first)+({day}>outlook_last))"
