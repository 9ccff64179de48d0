"""What typing, pasting and other keyboards do to words; words that look like something else."""

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.hyperlink import Hyperlink

from tests.specimens.mutations import (
    FIRST,
    THIRD,
    Claim,
    Paper,
    Parts,
    by_hand,
    in_the_file,
    rewrite,
)

LEGAL = "1 Legal framework"
FIXED, NO_WIDTH = "\u00a0", "\u200b"


def reads(text: str, key: str = "text", **more: object) -> Claim:
    return Claim(differs={FIRST: {key: text, **more}})


def first(paper: Paper, value: object, column: str = "text") -> None:
    cell = paper.cell("n-0001#1", column)
    cell.value = value  # pyright: ignore[reportAttributeAccessIssue] # the stubs know fewer kinds
    if isinstance(value, str):
        cell.data_type = "s"


@by_hand(reads("“Law” – Ministry’s \u2018draft’…"))
def smart_quotes_and_dashes(paper: Paper) -> None:
    first(paper, "“Law” – Ministry’s \u2018draft’…")


@by_hand(reads("Донесен закон"))
def blanks_that_do_not_break(paper: Paper) -> None:
    first(paper, f"{FIXED}Донесен{FIXED}закон{FIXED}")


@by_hand(reads("One\nTwo"))
def vertical_tabs(paper: Paper) -> None:
    first(paper, "One_x000B_Two")


@by_hand(reads("One\nTwo"))
def carriage_returns_written_by_excel(paper: Paper) -> None:
    first(paper, "One_x000D_\nTwo")


@in_the_file(reads("One\nTwo"))
def carriage_returns_as_numbers(parts: Parts) -> None:
    rewrite(parts, "n-0001#1", "text", ' t="inlineStr"><is><t>One&#13;&#10;Two</t></is></c>')


@by_hand(reads("_x000D_ stays"))
def an_escape_that_is_meant(paper: Paper) -> None:
    first(paper, "_x005F_x000D_ stays")


@by_hand(reads("Донесен закон"))
def letters_of_no_width(paper: Paper) -> None:
    first(paper, f"{NO_WIDTH}Донесен{NO_WIDTH} закон")


@by_hand(Claim(differs={THIRD: {"text": "Želim čaj"}}))
def accents_taken_apart(paper: Paper) -> None:
    paper.cell("n-0002#1", "text").value = "Z\u030celim c\u030caj"


@by_hand(reads("Ѓорѓи ќе дојде, њ љ џ \u0455"))
def letters_of_macedonian(paper: Paper) -> None:
    first(paper, "Ѓорѓи ќе дојде, њ љ џ \u0455")


@by_hand(reads("شرطة 警察 👮🏽\u200d♀️ \U0001d538"))
def letters_from_far_away(paper: Paper) -> None:
    first(paper, "شرطة 警察 👮🏽\u200d♀️ \U0001d538")


@by_hand(reads("a\tb"))
def tabs_pasted_from_a_table(paper: Paper) -> None:
    first(paper, "a\tb")


@by_hand(reads("A & B < C > D \"E\" 'F' ]]>"))
def signs_of_markup(paper: Paper) -> None:
    first(paper, "A & B < C > D \"E\" 'F' ]]>")


@by_hand(reads("=2+5"))
def a_text_that_begins_like_a_formula(paper: Paper) -> None:
    first(paper, "=2+5")


@by_hand(reads("- first\n- second\n+ third\n@ office"))
def a_list_with_dashes(paper: Paper) -> None:
    first(paper, "- first\n- second\n+ third\n@ office")


@by_hand(reads("#N/A"))
def the_name_of_an_error_typed_as_text(paper: Paper) -> None:
    first(paper, "#N/A")


@by_hand(reads("007/25", "reference"))
def zeros_in_front(paper: Paper) -> None:
    first(paper, "007/25", "reference")


@by_hand(reads("x" * 32_767))
def the_longest_text_excel_holds(paper: Paper) -> None:
    first(paper, "x" * 32_767)


@in_the_file(reads("y" * 100_000))
def a_text_longer_than_excel_holds(parts: Parts) -> None:
    markup = f' t="inlineStr"><is><t>{"y" * 100_000}</t></is></c>'
    rewrite(parts, "n-0001#1", "text", markup)


@by_hand(reads("\n".join(f"line {n}" for n in range(400))))
def four_hundred_lines_in_a_cell(paper: Paper) -> None:
    first(paper, "\n".join(f"line {n}" for n in range(400)))


@by_hand(Claim(unplaced=((LEGAL, "", "Another need altogether"),)))
def a_locked_text_changed(paper: Paper) -> None:
    paper.cell("n-0001#need", "kind").value = "Another need altogether"


@by_hand()
def a_locked_text_cleared(paper: Paper) -> None:
    paper.cell("n-0001#need", "kind").value = None
    paper.cell("n-0002#about", "kind").value = None


@by_hand(Claim(unplaced=((LEGAL, "", "see the annex"), (LEGAL, "", "and page 3"))))
def words_beside_the_table(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#1")
    sheet.cell(row, 16).value = "see the annex"
    sheet.cell(row + 4, 17).value = "and page 3"


@by_hand(Claim(unplaced=((LEGAL, "ZZ50000", "lost"),)))
def words_far_away(paper: Paper) -> None:
    paper.sheet(1)["ZZ50000"].value = "lost"


@by_hand(Claim(unplaced=(("Start here", "", "Greetings from us"),)))
def words_on_the_first_sheet(paper: Paper) -> None:
    paper.keyed("iisg:start")["B30"].value = "Greetings from us"


@by_hand(Claim(unplaced=(("Lists", "Z9", "a word of ours"),)))
def words_on_the_hidden_lists(paper: Paper) -> None:
    paper.keyed("iisg:lists")["Z9"].value = "a word of ours"


@by_hand()
def cells_with_nothing_but_blanks(paper: Paper) -> None:
    for column in ("text", "kind", "date"):
        paper.cell("n-0001#3", column).value = " \u00a0 "


@by_hand()
def formats_pasted_in(paper: Paper) -> None:
    for number, cell in enumerate(c for row in paper.sheet(1).iter_rows() for c in row):
        cell.font = Font(name="Comic Sans MS", size=6 + number % 40, strike=True)
        cell.fill = PatternFill("solid", fgColor=f"{number * 4_099 % 0xFFFFFF:06X}")
        cell.alignment = Alignment(textRotation=number % 90, wrap_text=False)
        cell.protection = Protection(locked=False, hidden=True)


@by_hand(reads("Донесен закон of 5 May"))
def letters_in_several_colours(paper: Paper) -> None:
    bold = TextBlock(InlineFont(b=True, color="FF0000"), " of 5 May")
    paper.cell("n-0001#1", "text").value = CellRichText("Донесен закон", bold)


@by_hand()
def a_link_on_a_text(paper: Paper) -> None:
    cell = paper.cell("n-0001#1", "text")
    text = cell.value
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target="https://gov.example/law?id=1&x=2")
    cell.value = text


@in_the_file(Claim(code="formula-instead-of-text"))
def a_formula_with_its_result(parts: Parts) -> None:
    markup = ' t="str"><f>CONCATENATE("Донесен"," закон")</f><v>Донесен закон</v></c>'
    rewrite(parts, "n-0001#1", "text", markup)


@in_the_file(Claim(code="formula-instead-of-text", differs={FIRST: {"text": "=A1&B1"}}))
def a_formula_without_a_result(parts: Parts) -> None:
    rewrite(parts, "n-0001#1", "text", "><f>A1&amp;B1</f></c>")


@in_the_file(Claim(code="error-in-cell", differs={FIRST: {"reference": "#REF!"}}))
def a_cell_with_an_error(parts: Parts) -> None:
    rewrite(parts, "n-0001#1", "reference", ' t="e"><v>#REF!</v></c>')


@in_the_file(Claim(kept=("#NAME?",), differs={FIRST: {"reference": "#NAME?"}}, code="formula-"))
def a_formula_that_fails(parts: Parts) -> None:
    rewrite(parts, "n-0001#1", "reference", ' t="e"><f>LAW(12)</f><v>#NAME?</v></c>')


@in_the_file()
def a_formula_that_gives_nothing(parts: Parts) -> None:
    rewrite(parts, "n-0001#3", "text", ' t="str"><f>""</f><v></v></c>')
