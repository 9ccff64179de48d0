"""The same remark from several copies is one remark of several members; others stay apart."""

from datetime import date

import pytest

from data.vocabulary.remarks import Remark
from data.vocabulary.reports import CommentKind
from tasks.rules.remark_grouping import group
from tests.tables import rows


def remark(**facts: str) -> Remark:
    return Remark(
        kind=CommentKind[facts.get("kind", "MARGIN")],
        author=facts.get("author", "Ana"),
        on=date(2025, 3, 1),
        text=facts.get("text", ""),
        quoted=facts.get("quoted", ""),
        proposed=facts.get("proposed", ""),
        anchor=facts.get("anchor", ""),
        place="",
        file_place="body, paragraph 1",
        reply_to=int(facts.get("reply_to", "-1")),
    )


def test_remarks_are_grouped_by_kind_anchor_and_words():
    facts = rows("""
    | copy | kind      | anchor | text                    | proposed    |
    | AL   | MARGIN    | r_1    | Please check the date.  |             |
    | RS   | MARGIN    | r_1    | please check the date   |             |
    | RS   | MARGIN    | r_2    | Please check the date.  |             |
    | AL   | INSERTION | r_1    | four                    | four rounds |
    | ME   | INSERTION | r_1    | four                    | four rounds |
    | MK   | INSERTION | r_1    | four                    | in four     |
    | AL   | MARGIN    | r_1    | Please check the date!  |             |
    """)
    told = [(each.pop("copy"), remark(**each)) for each in facts]
    grouped = group(told)
    assert [(each.members, each.indices) for each in grouped] == [
        (("AL", "RS"), (0, 1, 6)),
        (("RS",), (2,)),
        (("AL", "ME"), (3, 4)),
        (("MK",), (5,)),
    ]
    assert grouped[0].remark is told[0][1]


def test_without_an_anchor_the_words_of_the_draft_decide():
    told = [
        ("AL", remark(text="Why?", quoted="A unit was set up.")),
        ("RS", remark(text="Why?", quoted="A law was adopted.")),
        ("ME", remark(text="Why?", quoted="A unit was  set up.")),
    ]
    assert [each.indices for each in group(told)] == [(0, 2), (1,)]


def test_one_copy_that_asks_the_same_of_two_passages_means_both():
    told = [
        ("AL", remark(text="Source?", anchor="r_1", quoted="in 2024")),
        ("AL", remark(text="Source?", anchor="r_1", quoted="ten officers")),
        ("RS", remark(text="Source?", anchor="r_1", quoted="2024")),
    ]
    assert [each.indices for each in group(told)] == [(0, 2), (1,)]


def test_case_and_punctuation_count_where_wording_is_changed():
    told = [
        ("AL", remark(kind="EDIT", text="Shall", anchor="r_1", proposed="Shall be.")),
        ("RS", remark(kind="EDIT", text="shall", anchor="r_1", proposed="shall be.")),
    ]
    assert len(group(told)) == 2


def test_a_reply_of_another_person_is_another_reply():
    told = [
        ("AL", remark(text="Agreed.", anchor="r_1", reply_to="0")),
        ("RS", remark(text="Agreed.", anchor="r_1", reply_to="3", author="Bojan")),
        ("ME", remark(text="Agreed.", anchor="r_1", reply_to="5")),
        ("MK", remark(text="Agreed.", anchor="r_1")),
    ]
    assert [each.indices for each in group(told)] == [(0, 2), (1,), (3,)]


@pytest.mark.parametrize("text", ["", " \n"])
def test_remarks_without_words_are_never_the_same(text: str):
    assert len(group([("AL", remark(text=text)), ("RS", remark(text=text))])) == 2


def test_signs_alone_are_compared_as_they_stand():
    told = [("AL", remark(text="?")), ("RS", remark(text="!")), ("ME", remark(text="?"))]
    assert [each.indices for each in group(told)] == [(0, 2), (1,)]
