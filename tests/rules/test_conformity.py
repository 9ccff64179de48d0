"""A return is accepted when it is what was asked for; doubts are held, and all are said at once."""

from dataclasses import replace
from datetime import UTC, date, datetime

from data.vocabulary import (
    NOWHERE,
    AnswerState,
    Finding,
    Need,
    NeedReply,
    Place,
    Reading,
    Request,
    RequestKind,
    ResponseLine,
    Severity,
    StatementKind,
    SupportLine,
)
from data.vocabulary.conformity import Conformity, Verdict
from tasks.rules import conformity
from tests.tables import rows

REPORTING = (date(2025, 1, 1), date(2025, 12, 31))
OUTLOOK = (date(2026, 1, 1), date(2026, 12, 31))
ASKED = (
    Need("n-1", "XK-CT-01", "XK", "WBCTi", 1, "Criminal legislation", "Align the code"),
    Need("n-2", "XK-CT-02", "XK", "WBCTi", 1, "Strategies", "Adopt a strategy"),
)
REQUEST = Request(
    "2025-WBCTi-XK-response",
    "2025",
    "WBCTi",
    "XK",
    RequestKind.RESPONSE,
    datetime(2026, 3, 13, 16, 0, tzinfo=UTC),
    "Europe/Sarajevo",
)
ANSWERED = NeedReply("n-1", AnswerState.ANSWERED, place=Place("1 Legal framework", "D6"))
NOTHING = NeedReply("n-2", AnswerState.NOTHING_TO_REPORT)
LINE = ResponseLine(
    "n-1",
    1,
    StatementKind.ACHIEVED,
    "The law was adopted.",
    reference="OG 12/25",
    date_text="Q3 2025",
    on=date(2025, 9, 30),
    place=Place("1 Legal framework", "D7"),
)
READING = Reading(
    kind=RequestKind.RESPONSE,
    identities=dict.fromkeys(("property", "hidden sheet", "visible cell"), REQUEST.reference),
    template_version="response-1",
    replies=(ANSWERED, NOTHING),
    responses=(LINE,),
    support=(),
    additional=(),
    unplaced=(),
    findings=(),
)


def check(reading: Reading, request: Request | None = REQUEST, sender: str = "") -> Conformity:
    return conformity.check(reading, request, ASKED, REPORTING, OUTLOOK, sender, "response-1")


def codes(reading: Reading, request: Request | None = REQUEST) -> list[str]:
    return [finding.code for finding in check(reading, request).findings]


def identities(table: str) -> dict[str, str]:
    return {row["place"]: row["reference"] for row in rows(table)}


def test_a_return_that_says_what_was_asked_is_accepted_without_a_word():
    assert check(READING, sender="XK") == Conformity(Verdict.ACCEPT, "", ())


def test_identities_that_disagree_are_held():
    found = identities("""
        | place        | reference              |
        | property     | 2025-WBCTi-XK-response |
        | hidden sheet | 2025-WBCTi-RS-response |
        | visible cell | 2025-WBCTi-XK-response |
    """)
    answer = check(replace(READING, identities=found))
    assert answer.verdict is Verdict.HOLD
    assert answer.reason == (
        "The workbook bears several request references: "
        "2025-WBCTi-XK-response, 2025-WBCTi-RS-response."
    )


def test_an_identity_another_program_dropped_is_only_noted():
    found = identities("""
        | place        | reference              |
        | property     |                        |
        | hidden sheet | 2025-WBCTi-XK-response |
        | visible cell | 2025-WBCTi-XK-response |
    """)
    answer = check(replace(READING, identities=found))
    assert answer.verdict is Verdict.ACCEPT
    assert [(f.code, f.severity) for f in answer.findings] == [
        ("identity-incomplete", Severity.NOTE)
    ]


def test_a_workbook_without_any_identity_is_held():
    answer = check(replace(READING, identities={"property": ""}), None)
    assert answer.reason == (
        "The workbook bears no request reference; it may be another file altogether."
    )


def test_an_unknown_request_is_held():
    assert check(READING, None).reason == ("There is no request 2025-WBCTi-XK-response on record.")


def test_a_workbook_of_another_request_is_held():
    other = replace(REQUEST, reference="2024-WBCTi-XK-response")
    assert check(READING, other).reason == (
        "The workbook belongs to 2025-WBCTi-XK-response, not to 2024-WBCTi-XK-response."
    )


def test_a_workbook_of_another_kind_is_held():
    answer = check(replace(READING, kind=RequestKind.SUPPORT))
    assert answer.reason == (
        "This is a support workbook, and 2025-WBCTi-XK-response asks for response."
    )


def test_the_needs_of_another_member_are_held():
    answer = check(replace(READING, responses=(LINE, replace(LINE, need="n-9"))))
    assert answer.reason == "2025-WBCTi-XK-response did not ask about: n-9."


def test_an_old_template_is_held():
    answer = check(replace(READING, template_version="response-0"))
    assert answer.reason == (
        "The workbook is of template version response-0, and this cycle uses response-1."
    )


def test_a_workbook_sent_by_another_member_is_held():
    assert check(READING, sender="RS").reason == ("The workbook of XK was sent by a contact of RS.")


def test_a_workbook_with_nothing_in_it_is_held():
    blank = replace(READING, replies=(NeedReply("n-1", None), NeedReply("n-2", None)), responses=())
    assert check(blank).verdict is Verdict.HOLD
    assert codes(blank) == ["nothing-filled-in", "no-reply"]


def test_a_support_workbook_with_nothing_in_it_says_that_there_is_no_project_and_asks_if_so():
    request = replace(REQUEST, kind=RequestKind.SUPPORT)
    blank = replace(READING, kind=RequestKind.SUPPORT, replies=(), responses=())
    answer = check(blank, request)
    assert answer.verdict is Verdict.ACCEPT
    assert [found.code for found in answer.findings if found.is_assumption] == [
        "assumed-no-project"
    ]
    said = replace(blank, additional=((NOWHERE, "We have none this year."),))
    assert not [found for found in check(said, request).findings if found.is_assumption]


def test_a_file_that_could_not_be_read_is_held_for_that_reason():
    broken = Finding("cannot-be-opened", Severity.BLOCKS, "It is damaged.", "Send it again.")
    answer = check(replace(READING, findings=(broken,)))
    assert answer.reason == "It is damaged."
    assert answer.findings.count(broken) == 1


def test_doubts_and_unclear_content_are_said_at_once():
    reading = replace(
        READING,
        template_version="response-0",
        responses=(replace(LINE, kind=None, reference=""), replace(LINE, need="n-9")),
    )
    assert codes(reading) == ["needs-of-others", "other-template", "line-without-kind"]


def test_answered_without_a_line_is_asked_back_where_it_stands():
    answer = check(replace(READING, responses=()))
    (finding,) = answer.findings
    assert answer.verdict is Verdict.ACCEPT
    assert str(finding) == (
        "1 Legal framework!D6: XK-CT-01 is marked as answered, and no line is filled in. "
        "Please fill in a line, or choose another answer."
    )


def test_lines_under_nothing_to_report_are_asked_back():
    assert codes(replace(READING, responses=(LINE, replace(LINE, need="n-2")))) == [
        "lines-against-answer"
    ]


def test_later_wants_a_day():
    later = NeedReply("n-2", AnswerState.LATER)
    assert codes(replace(READING, replies=(ANSWERED, later))) == ["later-without-date"]


def test_lines_without_a_chosen_answer_count():
    blank = replace(ANSWERED, state=None)
    assert codes(replace(READING, replies=(blank, NOTHING))) == ["lines-without-answer"]


def test_a_blank_need_is_no_reply_and_never_nothing_to_report():
    answer = check(replace(READING, replies=(ANSWERED, NeedReply("n-2", None))))
    (finding,) = answer.findings
    assert finding.message == "Left blank and counted as no reply: XK-CT-02."


def findings_of(table: str) -> list[list[str]]:
    given = [
        replace(
            LINE,
            kind=StatementKind(row["kind"]) if row["kind"] else None,
            date_text=row["on"],
            on=date.fromisoformat(row["on"]) if row["on"] else None,
            reference=row["reference"],
            text=row["text"],
        )
        for row in rows(table)
    ]
    return [codes(replace(READING, responses=(line,))) for line in given]


def test_every_line_is_held_against_its_period_its_kind_and_its_reference():
    table = """
        | kind     | on         | reference | text | found                   |
        | achieved | 2025-01-01 | OG 1/25   | Done |                         |
        | achieved | 2024-12-31 | OG 1/25   | Done | achieved-outside-period |
        | achieved | 2026-01-01 | OG 1/25   | Done | achieved-outside-period |
        | achieved | 2025-02-01 |           | Done | no-reference-given      |
        | achieved |            | OG 1/25   | Done | line-without-date       |
        | ongoing  |            | Decree 4  | Runs | line-without-date       |
        | planned  |            |           | Will | line-without-date       |
        | ongoing  | 2023-05-01 | Decree 4  | Runs |                         |
        | planned  | 2026-12-31 |           | Will |                         |
        | planned  | 2025-06-30 |           | Will | planned-outside-outlook |
        | planned  | 2027-01-01 |           | Will | planned-outside-outlook |
        | request  |            |           | Asks |                         |
        |          |            | OG 1/25   | Done | line-without-kind       |
        | achieved |            | OG 1/25   |      | line-without-text       |
    """
    assert findings_of(table) == [[r["found"]] if r["found"] else [] for r in rows(table)]


def test_a_project_is_held_against_its_own_dates_and_money():
    request = replace(REQUEST, kind=RequestKind.SUPPORT)
    table = """
        | title   | start   | end     | budget        | currency | found                   |
        | EU4FAST | Q1 2024 | Q4 2027 | 33303022      | EUR      |                         |
        | EU4FAST | Q1 2024 | Q4 2023 |               |          | end-before-start        |
        | EU4FAST |         |         | 33303022      |          | budget-without-currency |
        | EU4FAST |         | ongoing | Not disclosed |          |                         |
        |         |         |         |               | EUR      | project-without-title   |
    """
    for row in rows(table):
        line = SupportLine(
            "n-1",
            1,
            row["title"],
            start_text=row["start"],
            end_text=row["end"],
            budget=row["budget"],
            currency=row["currency"],
        )
        reading = replace(
            READING, kind=RequestKind.SUPPORT, replies=(), responses=(), support=(line,)
        )
        told = [code for code in codes(reading, request) if code != "project-incomplete"]
        assert told == ([row["found"]] if row["found"] else [])


def test_text_outside_the_cells_is_pointed_out_once():
    strange = ((Place("Annex", "A1"), "the annex"), (Place("Annex", "A2"), "its second line"))
    (finding,) = check(replace(READING, unplaced=strange)).findings
    assert str(finding).startswith(
        "Annex!A1: 2 texts stand outside the cells for answers; the first reads “the annex”."
    )
