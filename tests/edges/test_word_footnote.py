"""The footnote of Kosovo* in Word: real, and there once (rule R14)."""

import re
from dataclasses import replace

import pytest

from data.vocabulary.documents import Bullets, Heading, Paragraph, Table
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tests.edges.drawn_words import W, body_of, parts_of, styled, with_blocks
from tests.edges.one_draft import CHART, REPORT
from tests.rules.letters_2025 import ON_RELEASE, TO_THE_BOARD


def test_the_footnote_hangs_at_the_first_mention_and_stands_there_once():
    parts = parts_of(REPORT)
    body = parts["word/document.xml"].decode()
    assert body.count("<w:footnoteReference ") == 1
    before, after = body.split("<w:footnoteReference ")
    assert re.sub("<[^>]*>", "", before).endswith("Partners: Albania, Kosovo")
    assert re.sub("<[^>]*>", "", f"<{after}").startswith("* and four more. Kosovo* replied")
    notes = re.sub("<[^>]*>", "", parts["word/footnotes.xml"].decode())
    assert notes.count(KOSOVO_FOOTNOTE) == 1
    assert "designation" not in re.sub("<[^>]*>", "", body)


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph("In Kosovo*."),),
        (Heading(1, "Kosovo*"), Bullets(("Serbia", "Kosovo*: yes"))),
        (Table("t", ("Partner",), (("Serbia",), ("Kosovo*",)), (1.0,)), Paragraph("Kosovo*")),
    ],
    ids=["paragraph", "bullet", "cell"],
)
def test_text_that_can_carry_the_footnote_carries_it_once(blocks: tuple[Paragraph, ...]):
    body = body_of(with_blocks(*blocks))
    assert len(list(body.iter(f"{W}footnoteReference"))) == 1
    assert styled(body, "Designation") == []


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Heading(1, "Kosovo*"),),
        (Table("Kosovo*", ("x",), (), (1.0,)),),
        (Table("t", ("Partner", "Kosovo*"), (("x", "y"),), (0.5, 0.5)),),
        (CHART,),
    ],
    ids=["cover", "heading", "caption", "table head", "chart"],
)
def test_where_no_text_can_carry_it_the_designation_stands_on_the_second_page(
    blocks: tuple[Heading, ...],
):
    body = body_of(with_blocks(*blocks))
    assert list(body.iter(f"{W}footnoteReference")) == []
    assert styled(body, "Designation") == [KOSOVO_FOOTNOTE]


def test_a_document_without_kosovo_has_no_footnote():
    parts = parts_of(replace(REPORT, kosovo_footnote=""))
    assert b"footnoteReference " not in parts["word/document.xml"]
    assert b"designation" not in b"".join(parts.values())


def test_a_letter_to_kosovo_carries_the_footnote_where_it_is_addressed():
    body = body_of(TO_THE_BOARD)
    [addressee] = [
        p for p in body.iter(f"{W}p") if "Board member's office" in "".join(p.itertext())
    ]
    assert len(list(addressee.iter(f"{W}footnoteReference"))) == 1
    assert styled(body, "Designation") == []
    assert not list(body_of(ON_RELEASE).iter(f"{W}footnoteReference"))
