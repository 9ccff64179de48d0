"""A mail becomes remarks: one for each point, courtesy set aside, nothing lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary.reports import CommentKind
from tasks.rules.remarks import remarks_in_mail, sorted_mail

POINTS = """Dear colleagues,

thank you for the draft. Our remarks:

1. AL-CT-1: replace “three rounds” with “four rounds”.
2) Table 3 on page 12 should read: "five partners".
   It was agreed in May.

- The annex is missing.

Best regards,
Ana Hoxha
Ministry of Interior

On 3 March 2025 the Secretariat wrote:
> Please find the draft.
"""


def test_each_numbered_point_is_a_remark_and_keeps_its_lines():
    assert [each.text for each in remarks_in_mail(POINTS)] == [
        "1. AL-CT-1: replace “three rounds” with “four rounds”.",
        '2) Table 3 on page 12 should read: "five partners".\n   It was agreed in May.',
        "- The annex is missing.",
    ]


def test_greeting_signature_and_unanswered_quotation_are_set_aside_in_their_order():
    assert sorted_mail(POINTS).set_aside == (
        "Dear colleagues,",
        "thank you for the draft. Our remarks:",
        "Best regards,",
        "Ana Hoxha",
        "Ministry of Interior",
        "On 3 March 2025 the Secretariat wrote:",
        "> Please find the draft.",
    )


def test_a_point_says_where_it_belongs_and_what_is_to_be_read():
    first, second, third = remarks_in_mail(POINTS)
    assert (first.place, first.quoted, first.proposed) == (
        "AL-CT-1",
        "three rounds",
        "four rounds",
    )
    assert (second.place, second.proposed) == ("Table 3", "five partners")
    assert (third.place, third.proposed) == ("", "")
    assert {each.kind for each in (first, second, third)} == {CommentKind.MAIL}


def test_an_answer_between_quoted_lines_is_about_those_lines():
    told = remarks_in_mail("> Albania reported a protocol.\nSigned in 2023.\n\n> A unit.\nCorrect.")
    assert [(each.quoted, each.text) for each in told] == [
        ("Albania reported a protocol.", "Signed in 2023."),
        ("A unit.", "Correct."),
    ]


def test_a_mail_without_points_is_one_remark():
    text = "Dear Ana,\n\nThe draft is fine.\n\nOnly the title is too long.\n\nKind regards\nB."
    (remark,) = remarks_in_mail(text)
    assert remark.text == "The draft is fine.\n\nOnly the title is too long."


def test_an_opening_that_says_something_is_a_remark_too():
    text = "We cannot agree with chapter 2 as it stands. Further:\n\n1. The title.\n2. The annex."
    assert len(remarks_in_mail(text)) == 3


def test_words_of_courtesy_alone_are_left_for_a_person_to_judge():
    assert [each.text for each in remarks_in_mail("Thank you.\n")] == ["Thank you."]


@pytest.mark.parametrize("text", ["", "\n \n", "> Only a quotation.\n> Of two lines."])
def test_a_mail_without_words_of_its_own_holds_no_remark(text: str):
    assert remarks_in_mail(text) == ()


@pytest.mark.parametrize(
    "line",
    [
        "On page 4 you write:",
        "Dear to us is the wording of May.",
        "Thank you for correcting table 2.",
        "Regards between neighbours matter.",
        "4.2 is missing.",
    ],
)
def test_a_sentence_that_looks_like_courtesy_is_said_all_the_same(line: str):
    told = remarks_in_mail(f"The title is long.\n{line}\nPlease correct it.")
    assert line in "\n".join(each.text for each in told)


@pytest.mark.parametrize(
    "closing",
    ["S poštovanjem,", "Me respekt,", "Со почит,", "С поштовањем,", "Yours sincerely,", "-- "],  # noqa: RUF001 – the closings of two scripts
)
def test_closings_of_the_region_are_known(closing: str):
    mail = sorted_mail(f"The title is long.\n\n{closing}\nA. B.")
    assert [each.text for each in mail.remarks] == ["The title is long."]


pieces = st.sampled_from(
    [
        "Dear Ana,",
        "",
        "> quoted",
        ">> deeper",
        "1. one",
        "- two",
        "plain words",
        "Best regards,",
        "-- ",
        "On Monday Ana wrote:",
        "From: Ana <ana@gov.example>",
        "  indented",
        "Our remarks:",
    ]
)


@given(st.lists(st.one_of(pieces, st.text(max_size=12)), max_size=14))
def test_no_word_of_a_mail_is_lost_or_told_twice(lines: list[str]):
    text = "\n".join(lines)
    mail = sorted_mail(text)
    told = [word for each in mail.remarks for word in (each.text.split())]
    told += [word for each in mail.remarks for word in each.quoted.split()]
    told += [word for line in mail.set_aside for word in line.split()]
    assert Counter(_bare(told)) == Counter(_bare(text.split()))


def _bare(words: list[str]) -> list[str]:
    """Words without the signs of quotation, which a quoted text is freed of."""
    return [word.lstrip(">") for word in words if word.lstrip(">")]
