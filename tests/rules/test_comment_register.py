"""One register: nothing is lost on the way in, and what belongs together stays together."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import Comment, CommentKind, Disposition
from data.vocabulary.comment_register import FilledRegister, FilledRow
from data.vocabulary.remarks import NO_REMARK, Remark
from tasks.rules import comment_dispositions, comment_threads, remark_registration
from tasks.rules.remark_registration import Copy
from tests.tables import rows

DAY = date(2026, 5, 4)
AL = Copy("AL", "a" * 64, DAY)
AL_AGAIN = Copy("AL", "b" * 64, DAY)
XK = Copy("XK", "c" * 64, DAY)


def remarks(table: str) -> tuple[Remark, ...]:
    return tuple(
        Remark(
            kind=CommentKind(r.get("kind") or "comment in the margin"),
            author=r.get("author", "Ana Hoxha"),
            on=date(2026, 5, 3),
            text=r["text"],
            quoted=r.get("quoted", ""),
            proposed=r.get("proposed", ""),
            anchor=r.get("anchor", ""),
            place=r.get("place", ""),
            file_place="body, paragraph 4",
            reply_to=int(r["answers"]) if r.get("answers") else NO_REMARK,
        )
        for r in rows(table)
    )


def comments(table: str) -> list[Comment]:
    return [
        Comment(
            number=int(r["no"]),
            member=r["member"],
            place=r.get("place", ""),
            text=r["text"],
            proposed=r.get("proposed", ""),
            received_on=DAY,
            disposition=Disposition(r.get("outcome") or "open"),
            reason=r.get("reason", ""),
            answers=int(r.get("answers") or 0),
            same_as=int(r.get("same as") or 0),
        )
        for r in rows(table)
    ]


def filled(table: str) -> FilledRegister:
    return FilledRegister(
        "2025-WBCTi-comments",
        tuple(
            FilledRow(
                int(r["no"]) if r["no"].isdecimal() else 0,
                r["no"],
                r["outcome"],
                r["reason"],
                r.get("wording", ""),
                r.get("narrative", ""),
            )
            for r in rows(table)
        ),
        (),
    )


SAID = remarks("""
| text              | anchor  | answers |
| Check the number. | need_a  |         |
| It is five.       | need_a  | 0       |
| Which protocol?   | need_b  |         |
""")
REGISTER = comments("""
| no | member | text              | proposed      | answers | same as |
| 1  | AL     | Check the number. | Five officers |         |         |
| 2  | AL     | It is five.       |               | 1       |         |
| 3  | XK     | Check the number. |               |         | 1       |
| 4  | RS     | Delete the table. |               |         |         |
""")
NAMES = {"AL": "Albania", "XK": "Kosovo*", "RS": "Serbia"}


def test_numbers_run_on_and_an_answer_names_what_it_answers():
    told = remark_registration.register(REGISTER, SAID, AL_AGAIN)
    assert [(each.number, each.answers) for each in told.comments] == [(5, 0), (6, 5), (7, 0)]
    assert told.comments[0].file_place == "body, paragraph 4, 3 May 2026"
    assert told.comments[0].file_sha256 == "b" * 64


def test_what_a_member_said_in_an_earlier_copy_is_not_numbered_again():
    first = remark_registration.register([], SAID[:2], AL)
    again = remark_registration.register(first.comments, SAID, AL_AGAIN)
    assert (again.came, again.as_before) == (3, 2)
    assert [each.text for each in again.comments] == ["Which protocol?"]


def test_an_answer_in_a_later_copy_finds_the_comment_of_the_earlier_one():
    first = remark_registration.register([], SAID[:1], AL)
    again = remark_registration.register(first.comments, SAID[:2], AL_AGAIN)
    assert [(each.number, each.answers) for each in again.comments] == [(2, 1)]


def test_the_same_words_of_two_members_are_two_comments():
    first = remark_registration.register([], SAID, AL)
    assert len(remark_registration.register(first.comments, SAID, XK).comments) == 3


def test_a_member_that_says_the_same_twice_in_one_copy_says_it_twice():
    assert len(remark_registration.register([], (SAID[0], SAID[0]), AL).comments) == 2


def test_changes_of_format_are_one_comment_that_lists_them():
    said = remarks("""
    | kind                     | text            | quoted    | place    |
    | tracked change of format | format of text  | Tirana    | AL-CT-01 |
    | comment in the margin    | Check.          |           |          |
    | tracked change of format | format of table | Prishtina | XK-CT-01 |
    """)
    told = remark_registration.register([], said, AL)
    assert (told.came, told.folded) == (3, 1)
    assert told.comments[0].text.splitlines() == [
        "2 changes of format:",
        "– format of text, “Tirana”, AL-CT-01 (Ana Hoxha)",
        "– format of table, “Prishtina”, XK-CT-01 (Ana Hoxha)",
    ]


@given(
    st.lists(
        st.lists(
            st.tuples(st.sampled_from(list(CommentKind)), st.sampled_from("abc"), st.booleans()),
            max_size=8,
        ),
        max_size=6,
    )
)
def test_as_many_remarks_are_accounted_for_as_came_in(copies):
    held: list[Comment] = []
    for place, copy in enumerate(copies):
        said = tuple(
            Remark(kind, "Ana", None, text, "", "", "", "", "", 0 if answers and number else -1)
            for number, (kind, text, answers) in enumerate(copy)
        )
        told = remark_registration.register(held, said, Copy("AL", f"{place:064}", DAY))
        assert told.came == len(said) == len(told.comments) + told.as_before + told.folded
        kept = Counter(each.text for each in (*held, *told.comments) if "format:" not in each.text)
        came = Counter(each.text for each in said if each.kind is not CommentKind.FORMAT)
        assert came <= kept
        held += told.comments
    assert [each.number for each in held] == list(range(1, len(held) + 1))
    heads = remark_registration.heads(held)
    assert all(head < number for number, head in heads.items())


def test_the_same_remark_of_two_members_is_grouped_under_the_first():
    held = [
        *remark_registration.register([], SAID, AL).comments,
        *(
            replace(each, number=each.number + 3)
            for each in remark_registration.register([], SAID[:1], XK).comments
        ),
    ]
    assert remark_registration.heads(held) == {4: 1}
    grouped = [replace(each, same_as=1) if each.number == 4 else each for each in held]
    assert remark_registration.heads(grouped) == {}


def test_disposing_of_the_first_disposes_of_answers_and_of_the_others_who_say_it():
    assert [each.number for each in comment_threads.followers(REGISTER, 1)] == [2, 3]
    assert comment_threads.followers(REGISTER, 3) == []


def test_what_was_disposed_of_on_its_own_does_not_follow():
    settled = [
        replace(each, disposition=Disposition.ACCEPTED) if each.number == 3 else each
        for each in REGISTER
    ]
    assert [each.number for each in comment_threads.followers(settled, 1)] == [2]
    assert [row.comment.number for row in comment_threads.rows(settled, NAMES)] == [1, 3, 4]


def test_a_row_names_who_else_says_it_and_what_was_answered():
    first, last = comment_threads.rows(REGISTER, NAMES)
    assert first.also == ("Kosovo* (no. 3)",)
    assert first.replies == ("Answer (no. 2): It is five.",)
    assert (last.member, last.comment.number) == ("Serbia", 4)


def test_comments_that_name_each_other_in_a_circle_still_have_rows():
    circle = comments("""
    | no | member | text | same as |
    | 1  | AL     | A    | 2       |
    | 2  | AL     | B    | 1       |
    """)
    assert [row.comment.number for row in comment_threads.rows(circle, NAMES)] == [1]
    assert [each.number for each in comment_threads.followers(circle, 1)] == [2]


def test_rows_that_say_nothing_or_what_is_on_record_decide_nothing():
    held = comments("""
    | no | member | text | outcome  | reason |
    | 1  | AL     | A    | open     |        |
    | 2  | AL     | B    | partly   | So it is.   |
    """)
    told = filled("""
    | no | outcome | reason      |
    | 1  |         |             |
    | 2  | Partly  | So  it is.  |
    """)
    assert comment_dispositions.decide(told, held) == ((), ())


def test_outcomes_are_understood_as_people_type_them():
    told = filled("""
    | no | outcome         | reason        |
    | 1  | Accepted        |               |
    | 4  | not-accepted    | It is agreed. |
    """)
    decided, found = comment_dispositions.decide(told, REGISTER)
    assert [(each.number, each.disposition) for each in decided] == [
        (1, Disposition.ACCEPTED),
        (4, Disposition.NOT_ACCEPTED),
    ]
    assert found == ()


def test_wording_taken_up_stands_in_the_reason_and_comes_apart_again():
    told = filled("""
    | no | outcome | reason     | wording       |
    | 1  | partly  | Shortened. | Five of them. |
    """)
    ((wanted,), _) = comment_dispositions.decide(told, REGISTER)
    assert wanted.reason == "Shortened. Taken up as: Five of them."
    assert comment_threads.parted(wanted.reason) == ("Shortened.", "Five of them.")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("| 9 | accepted |  |  |  |", "comment-unknown"),
        ("| x | accepted |  |  |  |", "comment-unknown"),
        ("| 1 | partly |  |  |  |", "reason-missing"),
        ("| 1 | not accepted |  |  |  |", "reason-missing"),
        ("| 1 | acepted |  |  |  |", "outcome-unknown"),
        ("| 1 |  | Because. |  |  |", "outcome-missing"),
        ("| 1 | open |  | Words |  |", "outcome-missing"),
        ("| 1 | accepted |  |  | openning |", "narrative-unknown"),
        ("| 1 | not accepted | No. |  | opening |", "not-accepted-yet-taken"),
        ("| 4 | accepted |  |  | opening |", "wording-missing"),
    ],
)
def test_every_wrong_row_is_found_and_decides_nothing(row: str, code: str):
    told = filled(f"| no | outcome | reason | wording | narrative |\n{row}")
    decided, found = comment_dispositions.decide(told, REGISTER)
    assert decided == ()
    assert [each.code for each in found] == [code]


def test_another_outcome_than_the_one_on_record_is_found():
    held = [replace(REGISTER[0], disposition=Disposition.ACCEPTED)]
    told = filled("| no | outcome | reason |\n| 1 | partly | So. |")
    ((finding,)) = comment_dispositions.decide(told, held)[1]
    assert finding.code == "disposed-otherwise"


def test_a_comment_with_two_outcomes_keeps_the_first():
    told = filled("""
    | no | outcome  | reason |
    | 1  | accepted |        |
    | 1  | partly   | So.    |
    """)
    decided, found = comment_dispositions.decide(told, REGISTER)
    assert [each.disposition for each in decided] == [Disposition.ACCEPTED]
    assert [each.code for each in found] == ["two-outcomes"]
