"""R11: the four absences are never mixed up, and a blank is not an answer."""

from data.vocabulary.analysis import Standing
from tasks.rules.state_of_play import of_needs
from tests.rules.year_2025 import needs, replies, responses, situations

NEED = needs("""
| number   | sub-pillar | filter               | need |
| AL-CT-01 | 1          | Criminal legislation | one  |
""")
ASKED = situations("""
| member | asked      | received |
| AL     | 2026-01-12 |          |
""")
NOT_ASKED = situations("""
| member | asked | received |
| AL     |       |          |
""")
LINE = responses("""
| need     | line | kind     | text        |
| al-ct-01 | 1    | achieved | Law adopted |
""")


def standing(state: str | None, *, lines=(), asked=ASKED) -> Standing:
    given = (
        ()
        if state is None
        else replies(f"""
        | need     | state   |
        | al-ct-01 | {state} |
        """)
    )
    (found,) = of_needs(NEED, asked, given, lines)
    return found.standing


def test_R11_not_asked_is_not_the_same_as_no_reply():
    assert standing(None, asked=NOT_ASKED) is Standing.NOT_ASKED
    assert standing(None) is Standing.NO_REPLY


def test_R11_a_blank_choice_is_not_an_answer():
    assert standing("") is Standing.NO_REPLY


def test_R11_nothing_to_report_and_not_shareable_are_replies_of_their_own():
    assert standing("nothing to report") is Standing.NOTHING_TO_REPORT
    assert standing("not shareable") is Standing.NOT_SHAREABLE
    assert standing("later") is Standing.LATER
    assert standing("not applicable") is Standing.NOT_APPLICABLE


def test_a_line_is_an_answer_even_when_the_choice_was_left_blank():
    assert standing("", lines=LINE) is Standing.REPORTED


def test_what_is_not_shareable_is_not_shown_even_when_it_was_written_down():
    given = replies("""
        | need     | state         |
        | al-ct-01 | not shareable |
    """)
    (found,) = of_needs(NEED, ASKED, given, LINE)
    assert (found.standing, found.statements) == (Standing.NOT_SHAREABLE, ())
