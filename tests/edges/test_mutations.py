"""Whatever a person or a program did to the workbook on its way, what was meant comes out."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from data.vocabulary import (
    NOWHERE,
    AnswerState,
    NeedReply,
    Reading,
    Request,
    RequestKind,
    ResponseLine,
    Severity,
)
from data.vocabulary.conformity import Verdict
from tasks.edges.guard import why_refused
from tasks.edges.workbook.reading import read_return
from tasks.rules.conformity import check
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean
from tests.specimens import (
    mutations_of_archives,
    mutations_of_columns,
    mutations_of_days,
    mutations_of_identity,
    mutations_of_markup,
    mutations_of_notes,
    mutations_of_programs,
    mutations_of_rows,
    mutations_of_sheets,
    mutations_of_texts,
)
from tests.specimens.mutations import ADDITIONAL, MUTATIONS, Claim, Mutation, base
from tests.specimens.requests import OF_KOSOVO, RESPONSE
from tests.specimens.returns import REPLIES, RESPONSES, filled, row_by_row

SUBJECTS = (
    mutations_of_archives,
    mutations_of_columns,
    mutations_of_days,
    mutations_of_identity,
    mutations_of_markup,
    mutations_of_notes,
    mutations_of_programs,
    mutations_of_rows,
    mutations_of_sheets,
    mutations_of_texts,
)
REQUEST = Request(
    RESPONSE.reference,
    "2025",
    "WBCTi",
    "XK",
    RequestKind.RESPONSE,
    datetime(2026, 3, 13, 16, tzinfo=UTC),
    "Europe/Belgrade",
)
YEAR = date(2025, 1, 1), date(2025, 12, 31)
NEXT_YEAR = date(2026, 1, 1), date(2026, 12, 31)
NO_WIDTH = dict.fromkeys(map(ord, "\u200b\ufeff\u2060"))


def folded(text: str) -> str:
    """Words as a person compares them: blanks, line ends and letters of no width do not count."""
    return " ".join(unicodedata.normalize("NFC", text).translate(NO_WIDTH).split())


def read(content: bytes) -> Reading:
    assert why_refused(content) == ""
    return read_return(content, read_date, did_you_mean)


def everything(reading: Reading) -> Iterator[str]:
    """All texts a reading holds, wherever they came out."""
    yield from (text for _, text in (*reading.additional, *reading.unplaced))
    yield from (finding.message for finding in reading.findings)
    for line in reading.responses:
        yield from (line.text, line.reference, line.date_text, line.project, str(line.kind))
    yield from (reply.later_on for reply in reading.replies)


@cache
def untouched() -> Reading:
    return read(base())


@pytest.mark.parametrize("mutation", MUTATIONS.values(), ids=list(MUTATIONS))
def test_what_was_meant_comes_out_of(mutation: Mutation):
    content = mutation.build()
    reading = read(content)
    assert reading == row_by_row(content), "rows nobody disturbed were read otherwise than singly"
    claim = mutation.claim
    look_at_answers(reading, claim)
    look_at_leftovers(reading, claim)
    look_at_findings(reading, claim)
    look_at_identity(reading, claim)


def look_at_answers(reading: Reading, claim: Claim) -> None:
    if not claim.answers:
        return
    expected = {
        (line.need, line.line): plain(
            replace(line, **claim.differs.get((line.need, line.line), {}))
        )
        for line in RESPONSES
        if (line.need, line.line) not in claim.gone
    }
    found = {(line.need, line.line): line for line in reading.responses}
    for place, line in expected.items():
        assert place in found, f"the line {place} is lost"
        told = claim.differs.get(place, {})
        got = plain(found.pop(place))
        if "on" in told and "date_text" not in told:
            got = replace(got, date_text=line.date_text)
        assert got == line
    assert Counter(folded(line.text) for line in found.values()) == Counter(claim.more)
    assert answered(reading) == {
        reply.need: claim.states.get(reply.need, reply.state) for reply in REPLIES
    }
    assert [planned.follow_up for planned in reading.planned] == [
        planned.follow_up for planned in untouched().planned
    ]


def plain(line: ResponseLine) -> ResponseLine:
    words = {name: folded(getattr(line, name)) for name in ("text", "reference", "project")}
    words["date_text"] = folded(line.date_text)
    return replace(line, place=NOWHERE, **words)


def answered(reading: Reading) -> Mapping[str, AnswerState | None]:
    asked = {reply.need: None for reply in REPLIES}
    later = [reply.later_on for reply in reading.replies if reply.need == "n-0002"]
    assert later == ["2026-05-01"]
    return asked | {reply.need: state(reply) for reply in reading.replies}


def state(reply: NeedReply) -> AnswerState | None:
    return reply.state


def look_at_leftovers(reading: Reading, claim: Claim) -> None:
    found = [(place.sheet, place.cell, folded(text)) for place, text in reading.unplaced]
    for sheet, cell, text in claim.unplaced:
        assert any(
            text_found == folded(text) and sheet_found == sheet and cell in ("", cell_found)
            for sheet_found, cell_found, text_found in found
        ), f"“{text}” is not listed as unplaced: {found}"
    if claim.additional:
        assert ADDITIONAL in [text for _, text in reading.additional]
    held = folded("\n".join(everything(reading)))
    for text in claim.kept:
        assert text in held, f"“{text}” is lost"


def look_at_findings(reading: Reading, claim: Claim) -> None:
    codes = [finding.code for finding in reading.findings]
    if claim.code:
        assert any(code.startswith(claim.code) for code in codes), codes
    elif claim.answers:
        asked = [str(f) for f in reading.findings if f.severity is not Severity.NOTE]
        assert asked == []


def look_at_identity(reading: Reading, claim: Claim) -> None:
    places = ("property", "hidden sheet", "visible cell")
    assert reading.identities == (claim.identities or dict.fromkeys(places, RESPONSE.reference))
    judged = check(reading, REQUEST, OF_KOSOVO, YEAR, NEXT_YEAR, "XK", RESPONSE.template_version)
    held = [f.code for f in judged.findings if f.severity is Severity.BLOCKS]
    assert judged.verdict is (Verdict.HOLD if claim.held else Verdict.ACCEPT), held
    assert not claim.held or claim.held in held


def test_nothing_is_asked_about_a_workbook_nothing_happened_to():
    look_at_answers(untouched(), Claim())
    assert untouched().unplaced == ()
    assert untouched().findings == ()
    look_at_answers(read(filled(additional=ADDITIONAL)), Claim())


def test_there_are_more_than_a_hundred_and_twenty_mutations_and_each_changes_the_file():
    assert len(SUBJECTS) == len({mutation.subject for mutation in MUTATIONS.values()})
    assert len(MUTATIONS) >= 120


@pytest.mark.endurance
def test_the_table_of_mutations():
    rows = [
        f"| {one.subject} | {name.replace('_', ' ')} | {one.claim.outcome} | {came_out(one)} |"
        for name, one in MUTATIONS.items()
    ]
    head = ["| subject | what was done | what is claimed | what came out |", "|---|---|---|---|"]
    print("\n".join([*head, *rows]))  # noqa: T201 – the table people read: pytest -rP shows it
    assert len(rows) == len(MUTATIONS)


def came_out(one: Mutation) -> str:
    """What the reader and the rules made of the file, counted."""
    reading = read(one.build())
    answers = sum(reply.state is not None for reply in reading.replies)
    told = [f"{len(reading.responses)} lines, {answers} answers"]
    if reading.unplaced:
        told.append(f"{len(reading.unplaced)} texts beside")
    told += sorted({finding.code for finding in reading.findings})
    judged = check(reading, REQUEST, OF_KOSOVO, YEAR, NEXT_YEAR, "XK", RESPONSE.template_version)
    return f"{judged.verdict}: {', '.join(told)}"


def test_a_mutation_is_the_same_file_each_time():
    for name in ("every_sheet_renamed", "texts_inline", "parts_in_reverse_order"):
        assert MUTATIONS[name].build() == MUTATIONS[name].build()
