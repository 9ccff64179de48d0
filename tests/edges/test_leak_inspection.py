"""What public files hold besides their words is found, whatever program wrote them."""

import pytest

from data.vocabulary.leaks import Leak, LeakKind
from tasks.edges.leak_inspection import inspect
from tasks.rules import leaks
from tests.specimens.leaks import HOUSE, PDF, SECRETS, WORD, honest_site, with_part
from tests.specimens.leaks_in_disguise import DISGUISED
from tests.specimens.leaks_seeded import SEEDS, Seed
from tests.specimens.leaks_unseen import HONEST, UNSEEN

EVERY = (*SEEDS, *DISGUISED, *UNSEEN)
QUOTES_A_NUMBER_TOO = {"a comment in the words for those who cannot see", "the words for a figure"}


def found_in(files: dict[str, bytes]) -> set[Leak]:
    seen = inspect(files, HOUSE)
    return {*seen.leaks, *leaks.find(seen.texts, SECRETS, [], flows=seen.flows)}


def test_an_honest_site_holds_no_leak():
    assert found_in(honest_site()) == set()


@pytest.mark.parametrize("seed", EVERY, ids=[seed[0] for seed in EVERY])
def test_a_leak_seeded_on_purpose_is_found_for_what_it_is(seed: Seed):
    name, file, kind, sown = seed
    found = {(leak.file, leak.kind) for leak in found_in(sown())}
    more = {(file, LeakKind.NUMBER)} if name in QUOTES_A_NUMBER_TOO else set()
    assert found == {(file, kind), *more}


@pytest.mark.parametrize("seed", EVERY, ids=[seed[0] for seed in EVERY])
def test_a_sentence_about_a_leak_does_not_repeat_it(seed: Seed):
    told = " ".join(str(leak) for leak in found_in(seed[3]()) if leak.file != seed[1])
    told += " ".join(f"{leak.where} {leak.kind}" for leak in found_in(seed[3]()))
    assert not any(secret.text in told for secret in SECRETS if len(secret.text) > 7)
    assert "Ana" not in told


def test_seeds_are_many_and_cover_every_kind_but_the_words_of_the_report():
    assert len({seed[0] for seed in EVERY}) == len(EVERY) >= 130
    assert {seed[2] for seed in EVERY} == set(LeakKind) - {LeakKind.NARRATIVE}


def test_white_letters_on_a_dark_ground_are_no_hidden_text():
    cell = (
        '<w:tc><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr><w:p><w:r><w:rPr>'
        '<w:color w:val="FFFFFF"/></w:rPr><w:t>14</w:t></w:r></w:p></w:tc>'
    )
    xml = (
        f'<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{cell}</w:x>'
    )
    assert found_in(with_part("word/footer2.xml", xml)) == set()


@pytest.mark.parametrize(("_what", "content"), HONEST, ids=[what for what, _ in HONEST])
def test_words_of_a_pdf_that_somebody_may_see_are_no_hidden_text(_what: str, content: bytes):
    assert found_in(honest_site() | {PDF: content}) == set()


def test_an_empty_paragraph_of_one_point_hides_nothing():
    paragraph = '<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr></w:r></w:p>'
    xml = f'<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraph}</w:x>'
    assert found_in(with_part("word/footer2.xml", xml)) == set()


def test_the_place_of_a_leak_is_one_a_person_can_look_up():
    files = with_part("docProps/custom.xml", "<x/>")
    assert {str(leak) for leak in found_in(files)} == {
        f"{WORD}, docProps/custom.xml: a property of its own."
    }
