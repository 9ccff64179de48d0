"""Dates, numbers and words of lists, as people and programs write them."""

from datetime import date, datetime

from tests.specimens.mutations import FIRST, Claim, Paper, Parts, by_hand, in_the_file, rewrite

LEGAL = "1 Legal framework"
QUARTER_END = date(2025, 9, 30)


def dated(text: str = "", on: date | None = QUARTER_END, code: str = "") -> Claim:
    differs: dict[str, object] = {"on": on}
    if text:
        differs["date_text"] = text
    return Claim(differs={FIRST: differs}, code=code)


def _write(paper: Paper, value: object, shown: str = "") -> None:
    cell = paper.cell("n-0001#1", "date")
    cell.value = value  # pyright: ignore[reportAttributeAccessIssue] # the stubs know fewer kinds
    if shown:
        cell.number_format = shown


@by_hand(dated("2025-09-30"))
def a_date_cell(paper: Paper) -> None:
    _write(paper, datetime(2025, 9, 30))  # noqa: DTZ001 – a cell of a workbook knows no zone


@by_hand(dated())
def a_date_cell_with_a_time(paper: Paper) -> None:
    moment = datetime(2025, 9, 30, 14, 45)  # noqa: DTZ001 – a cell of a workbook knows no zone
    _write(paper, moment, "dd/mm/yyyy hh:mm")


@by_hand(dated("2025-09-30"))
def a_date_cell_shown_in_a_local_form(paper: Paper) -> None:
    _write(paper, date(2025, 9, 30), '[$-41A]d. mmmm yyyy"." ;@')


@by_hand(dated("2025-09-30"))
def a_date_cell_in_another_calendar(paper: Paper) -> None:
    _write(paper, date(2025, 9, 30), "[$-1042A]yyyy/mm/dd;@")


@by_hand(Claim(code="assumed-", differs={FIRST: {"on": QUARTER_END}}))
def a_date_that_lost_its_format(paper: Paper) -> None:
    _write(paper, 45_930, "General")


@by_hand(dated("45", None, "unclear-date"))
def a_number_with_the_word_days(paper: Paper) -> None:
    _write(paper, 45, '0" days"')


@by_hand(Claim(differs={FIRST: {"reference": "1905"}}))
def a_number_with_the_letter_d_in_its_format(paper: Paper) -> None:
    cell = paper.cell("n-0001#1", "reference")
    cell.value, cell.number_format = 1905, '"Odluka "0'


@in_the_file(dated("2025-09-30"))
def a_date_in_iso_8601(parts: Parts) -> None:
    rewrite(parts, "n-0001#1", "date", ' t="d"><v>2025-09-30</v></c>')


@by_hand(dated("2025-09-30"))
def days_counted_from_1904(paper: Paper) -> None:
    paper.book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 – where a workbook counts from
    _write(paper, date(2025, 9, 30))


def typed(name: str, text: str, on: date | None = QUARTER_END, code: str = "") -> None:
    """Add one way of writing a date as text."""

    def write(paper: Paper) -> None:
        _write(paper, text, "@")

    write.__name__ = name
    by_hand(dated(" ".join(text.split()), on, code))(write)


typed("a_date_with_dots", "30.09.2025")
typed("a_date_with_dots_and_blanks", "30. 9. 2025.")
typed("a_date_with_strokes", "30/09/2025")
typed("an_iso_date_as_text", "2025-09-30")
typed("a_date_in_words", "30 September 2025")
typed("a_month", "September 2025")
typed("a_quarter_in_small_letters", "q3 2025")
typed("a_quarter_behind_the_year", "2025-Q3")
typed("a_quarter_with_a_stroke", "Q3/2025")
typed("a_roman_quarter", "III quarter 2025")
typed("a_date_with_blanks_that_do_not_break", "30.\u00a09.\u00a02025")
typed("two_years", "2024/25", None, "unclear-date")
typed("a_year_alone", "2025", None, "unclear-date")
typed("day_and_month_that_may_be_swapped", "03/04/2025", None, "unclear-date")
typed("a_day_that_does_not_exist", "31.02.2025", None, "unclear-date")
typed("a_date_in_another_language", "30. rujna 2025", None, "unclear-date")
typed("no_date_but_a_word", "ongoing", None, "unclear-date")


def numbered(name: str, value: object, text: str) -> None:
    """Add one kind of number where text was asked."""

    def write(paper: Paper) -> None:
        cell = paper.cell("n-0001#1", "reference")
        cell.value = value  # pyright: ignore[reportAttributeAccessIssue] # the stubs know less

    write.__name__ = name
    by_hand(Claim(differs={FIRST: {"reference": text}}))(write)


numbered("a_number_with_a_decimal_comma", "1.234,50", "1.234,50")
numbered("a_number_with_decimals", 12.5, "12.5")
numbered("a_whole_number_kept_as_a_float", 12.0, "12")
numbered("a_large_number", 33_303_022, "33303022")
numbered("a_number_below_zero", -7, "-7")
numbered("zero", 0, "0")


def chosen(name: str, word: object, column: str = "kind", **more: object) -> None:
    """Add one way of writing a word of a list in a cell that offers the list."""
    code = str(more.pop("code", ""))
    claim = Claim(
        differs={FIRST: more} if more else {},
        code=code,
        unplaced=((LEGAL, "", str(word)),) if code == "not-on-the-list" else (),
    )

    def write(paper: Paper) -> None:
        cell = paper.cell("n-0001#1", column)
        cell.value = word  # pyright: ignore[reportAttributeAccessIssue] # the stubs know less

    write.__name__ = name
    by_hand(claim)(write)


chosen("a_choice_in_capitals", "ACHIEVED")
chosen("a_choice_with_blanks", "  achieved \u00a0")
chosen("a_choice_with_a_full_stop", "achieved.")
chosen("a_choice_mistyped", "acheived", code="not-on-the-list", kind=None)
chosen("a_choice_translated", "ostvareno", code="not-on-the-list", kind=None)
chosen("a_choice_with_a_remark", "achieved (partly)", code="not-on-the-list", kind=None)
chosen("two_choices_in_a_cell", "training, staff", "instrument", code="not-on-the-list",
       instrument=None)  # fmt: skip
chosen("a_choice_with_dashes", "law-or-by-law", "instrument")
chosen("a_truth_value_for_no", False, "project_support")


@in_the_file()
def a_choice_as_a_truth_value(parts: Parts) -> None:
    rewrite(parts, "n-0001#1", "project_support", ' t="b"><v>0</v></c>')


@by_hand(Claim(states={"n-0001": "nothing to report"}))
def an_answer_in_another_case(paper: Paper) -> None:
    paper.cell("n-0001#answer", "text").value = " Nothing  To REPORT "


@by_hand(
    Claim(
        states={"n-0001": None},
        code="not-on-the-list",
        unplaced=((LEGAL, "", "nothing to raport"),),
    )
)
def an_answer_mistyped(paper: Paper) -> None:
    paper.cell("n-0001#answer", "text").value = "nothing to raport"


@by_hand()
def the_lists_behind_the_choices_removed(paper: Paper) -> None:
    for sheet in paper.tables:
        sheet.data_validations.dataValidation.clear()
