"""Drop-down lists: the words they offer, drawn from a hidden sheet.

A list written into the validation itself corrupts the file beyond 255 characters, so every list is
a named range on the hidden sheet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.utils import get_column_letter

from data.vocabulary import (
    AnswerState,
    FollowUp,
    InstrumentKind,
    ProjectSupport,
    RequestForm,
    StatementKind,
)
from data.vocabulary.languages import Language
from tasks.edges.workbook.checks import named_values
from tasks.edges.workbook.languages import shown
from tasks.edges.workbook.plan import Page

NOT_DISCLOSED = "not disclosed"
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "ALL", "BAM", "MKD", "RSD")
STATUSES = ("planned", "ongoing", "completed", "on hold")

WORDS: Mapping[str, tuple[str, ...]] = {
    "answers": tuple(AnswerState),
    "kinds": tuple(StatementKind),
    "instruments": tuple(InstrumentKind),
    "project_support": tuple(ProjectSupport),
    "follow_ups": tuple(FollowUp),
    "currencies": (*CURRENCIES, NOT_DISCLOSED),
    "statuses": STATUSES,
}
FREE = frozenset({"eu_references"})  # lists that only propose: another text is an answer as well


def draw_lists(
    page: Page, form: RequestForm, needs: Mapping[int, Sequence[str]], sheet: str
) -> dict[str, str]:
    """Write every list into a column of the hidden sheet.

    Args:
        page: The hidden sheet, standing at its first row.
        form: Whose EU reference list and outlook are offered and checked.
        needs: For each sub-pillar the numbers of its needs, offered on spare lines.
        sheet: The name of the hidden sheet, as formulas write it.

    Returns:
        The ranges by the names the workbook defines for them.
    """
    columns: list[tuple[str, Sequence[str | int]]] = [*_lists(form, needs, page.language)]
    values = named_values(page.language, form)
    columns += [("names", tuple(values)), ("values", tuple(values.values()))]
    lettered = [
        (get_column_letter(number), name, words)
        for number, (name, words) in enumerate(columns, start=2)
    ]
    for row in range(max(len(words) for _, words in columns) + 1):
        if row == 0:
            page.write("A", "iisg:lists", "")
        for letter, name, words in lettered:
            if row == 0:
                page.write(letter, name, "")
            elif row <= len(words) and words[row - 1] != "":
                page.write(letter, words[row - 1], "")
        page.close()
    names = {
        name: f"{sheet}!${letter}$2:${letter}${max(2, len(words) + 1)}"
        for letter, name, words in lettered[:-2]
    }
    letter = lettered[-1][0]
    return names | {name: f"{sheet}!${letter}${row}" for row, name in enumerate(values, start=2)}


def listed(page: Page) -> Iterator[tuple[str, str]]:
    """Give every text of the drawn lists with the name of the column it stands in."""
    names: dict[str, str] = {}
    for row in page.rows:
        for letter, text, _ in row.cells:
            yield names.get(letter, ""), str(text)
            names.setdefault(letter, str(text))


def _lists(
    form: RequestForm, needs: Mapping[int, Sequence[str]], language: Language
) -> Iterable[tuple[str, Sequence[str]]]:
    for name, words in WORDS.items():
        yield name, tuple(shown(language, name, word) for word in words)
    yield "eu_references", form.eu_references
    for number, numbers in needs.items():
        yield f"needs_{number}", numbers


def runs(letter: str, rows: Sequence[int]) -> str:
    """Write rows of one column that stand under each other as one range."""
    joined: list[str] = []
    first = rows[0]
    for row, below in zip(rows, [*rows[1:], 0], strict=True):
        if below != row + 1:
            joined.append(f"{letter}{first}" if first == row else f"{letter}{first}:{letter}{row}")
            first = below
    return " ".join(joined)
