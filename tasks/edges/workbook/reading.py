"""A returned workbook, read: what it says, where it says it, and nothing lost.

Nothing here believes anything: whose workbook it is and what it means for the cycle is decided by
the rules. Every filled cell is kept in a line, a reply or as additional information, is known as
ours, or is listed as unplaced with its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from data.vocabulary import (
    Finding,
    Language,
    NeedReply,
    Place,
    Reading,
    RequestKind,
    ResponseLine,
    Severity,
    SupportLine,
)
from tasks.edges.sheets.model import Book, Sheet, Unreadable
from tasks.edges.sheets.opening import open_book
from tasks.edges.workbook.headings import Headings, find_headings, known_headings
from tasks.edges.workbook.hearing import (
    DateReader,
    Hearing,
    Hint,
    hear_response,
    hear_support,
)
from tasks.edges.workbook.identity import ADDITIONAL, IDENTITY, LISTS, PLACES, START
from tasks.edges.workbook.keys import Role
from tasks.edges.workbook.leftovers import (
    additional_of,
    keep_above,
    keep_around,
    keep_comments,
    keep_lists,
    keep_start,
    keep_strange,
    keep_unknown,
    tell_of_file,
    texts_of,
)
from tasks.edges.workbook.lines import numbered, planned_of, replies_of
from tasks.edges.workbook.passport import (
    OWN_CHECKS,
    Passport,
    identities,
    key_of,
    passport_sheet,
    read_passport,
    take_out_checks,
    written_into_passport,
)
from tasks.edges.workbook.rows import Known, Row, Table, rows_of, table_of
from tasks.edges.workbook.undisturbed import (
    Entry,
    Undisturbed,
    in_their_order,
    read_undisturbed,
    said_twice,
)


def read_return(
    content: bytes,
    read_date: DateReader,
    did_you_mean: Hint,
    languages: Sequence[Language] = (),
) -> Reading:
    """Read one returned workbook (Methodology I.2: the partners deliver).

    Args:
        content: The bytes of a file the guard let through (.xlsx, .ods or .xls).
        read_date: The rule that understands dates people write (`tasks.rules.dates.read_date`).
        did_you_mean: The rule that names the nearest known word, with a closing space
            (`tasks.rules.near_misses.did_you_mean`).
        languages: The languages whose headings and words of lists are understood besides English.

    Returns:
        Everything the workbook says. A workbook that is not ours gives no identity and all its
        text as unplaced; one that cannot be opened gives a single finding that blocks and says
        where reading stopped, and why.
    """
    try:
        book = open_book(content, OWN_CHECKS)
    except Unreadable as stopped:
        return _unreadable(stopped)
    return _Reader(book, Hearing(read_date, did_you_mean, languages)).read()


def _unreadable(stopped: Unreadable) -> Reading:
    finding = Finding(
        "cannot-be-opened",
        Severity.BLOCKS,
        f"Reading stopped at {stopped.where}: {stopped.why}.",
        "Please open the file in Excel, save it under a new name and send it again.",
        Place(stopped.where, ""),
    )
    return Reading(None, dict.fromkeys(PLACES, ""), "", (), (), (), (), (), (finding,))


class _Reader:
    """Goes through one workbook, sheet by sheet, and keeps what it finds."""

    def __init__(self, book: Book, hearing: Hearing) -> None:
        self.book, self.hearing = book, hearing
        self.passport = read_passport(book)
        self.tables: list[Table] = []
        self.additional: list[tuple[Place, str]] = []
        self.undisturbed: list[tuple[str, int]] = []  # need and line

    def read(self) -> Reading:
        self._sort_sheets()
        kind = _kind(self.passport, [table.headings for table in self.tables])
        entries = self._entries(kind)
        rows = [entry for entry in entries if isinstance(entry, Row)]
        is_support = kind is RequestKind.SUPPORT
        chosen = [entry for entry in entries if isinstance(entry, NeedReply)]
        replies = replies_of(rows, chosen, self.passport, self.hearing) if not is_support else ()
        planned = planned_of(rows, self.hearing)
        responses: tuple[ResponseLine, ...] = ()
        support: tuple[SupportLine, ...] = ()
        lines = numbered(entries, self.undisturbed, self.hearing)
        if is_support:
            support = tuple(
                hear_support(row, number, self.hearing)
                for row, number in lines
                if isinstance(row, Row)
            )
        else:
            responses = tuple(
                hear_response(row, number, self.hearing) if isinstance(row, Row) else row
                for row, number in lines
            )
        tell_of_file(self.book, self.hearing)
        return Reading(
            kind=kind,
            identities=identities(self.book, self.passport),
            template_version=self.passport.facts.get("template", ""),
            replies=replies if kind is RequestKind.RESPONSE else (),
            responses=responses,
            support=support,
            additional=tuple(self.additional),
            unplaced=tuple(self.hearing.unplaced),
            findings=tuple(self.hearing.findings),
            planned=planned,
            part=self.passport.facts.get("part", ""),
        )

    def _sort_sheets(self) -> None:
        """Tell the tables from the other sheets, and keep what stands on the others."""
        keys = known_headings(self.passport.headings, self.hearing.languages)
        hidden = passport_sheet(self.book)
        for sheet in self.book.sheets:
            take_out_checks(sheet)
            key = key_of(sheet)
            if sheet is hidden or key == IDENTITY:
                self.hearing.unplaced += texts_of(written_into_passport(sheet, self.passport))
            elif key == LISTS:
                keep_lists(sheet, self.passport, self.hearing)
            elif key == START:
                plain = bool(self.book.lost)
                keep_start(sheet, self.passport, self.hearing, without_formulas=plain)
            elif headings := self._headings(sheet, keys):
                self.tables.append(table_of(sheet, headings))
            elif key == ADDITIONAL or sheet.title.casefold() == "additional information":
                self.additional += additional_of(sheet, self.passport)
            else:
                keep_strange(sheet, self.passport, self.hearing)
            if sheet.comments or sheet.doubled:
                keep_comments(sheet, self.passport, self.hearing)

    def _headings(self, sheet: Sheet, keys: Mapping[str, str]) -> Headings | None:
        order = tuple(self.passport.headings)
        return find_headings(sheet, keys, self.hearing.hint, self.passport.knows, order)

    def _entries(self, kind: RequestKind | None) -> list[Entry]:
        """Give the rows of all tables in their order, those nobody disturbed as what they say."""
        known = Known(self.tables, self.passport)
        read = [
            read_undisturbed(table, self.passport, self.hearing)
            if kind is RequestKind.RESPONSE
            else Undisturbed()
            for table in self.tables
        ]
        found = self._rows(known, read)
        if said_twice(read, chain.from_iterable(found)):
            read = [Undisturbed() for _ in self.tables]  # which counts is decided row by row
            found = self._rows(known, read)
        self.undisturbed = [line for each in read for line in each.lines]
        entries: list[Entry] = []
        for table, each, rows in zip(self.tables, read, found, strict=True):
            keep_above(table.sheet, table.headings, self.passport, self.hearing)
            kept = [row for row in rows if self._is_kept(row, known)]
            entries += in_their_order(each, kept)
        return entries

    def _rows(self, known: Known, read: Iterable[Undisturbed]) -> list[list[Row]]:
        return [
            [*rows_of(table, known, self.passport, each.keys)]
            for table, each in zip(self.tables, read, strict=True)
        ]

    def _is_kept(self, row: Row, known: Known) -> bool:
        """Whether a row belongs to a need; what stands where nobody was asked is kept apart."""
        if row.role is Role.UNKNOWN or (row.role is Role.LINE and not row.need):
            keep_unknown(row, self.passport, self.hearing)
            return False
        keep_around(row, known, self.passport, self.hearing)
        return True


def _kind(passport: Passport, tables: Iterable[Headings]) -> RequestKind | None:
    """Trust the hidden sheet; without it the headings tell which workbook it was."""
    told = passport.facts.get("kind", "")
    if told in tuple(RequestKind):
        return RequestKind(told)
    columns = {key for headings in tables for key in headings.columns}
    if {"kind", "text"} <= columns:
        return RequestKind.RESPONSE
    return RequestKind.SUPPORT if "title" in columns else None
