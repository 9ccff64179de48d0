"""R12, R18: pairs keep a person's word through late replies; nothing is deleted."""

from dataclasses import replace

from data import store
from data.queries import overlaps
from data.reference.thesaurus import thesaurus
from data.vocabulary.findings import Likeness, OverlapState
from data.vocabulary.overlap_review import OverlapWord
from tasks.rules.overlaps import find
from tests.rules.year_2025 import support
from tests.storage.year_2025 import AL_1, AT, CT, XK_1, open_year

NAMES = {"AT": "Austria", "UNODC": "UNODC"}
EARLY = f"""
    | reporter | need       | title                      | activity | from | to   |
    | UNODC    | {AL_1.key} | Detecting forged documents | training | 2024 | 2026 |
    | AT       | {AL_1.key} | Document fraud             | training | 2025 | 2027 |
"""
LATE = f"""
    | reporter | need       | title                      | activity | from | to   |
    | UNODC    | {AL_1.key} | Detecting forged documents | training | 2024 | 2026 |
    | AT       | {AL_1.key} | Document fraud             | training | 2025 | 2028 |
    | AT       | {XK_1.key} | EU4FAST-WB                 |          |      |      |
    | UNODC    | {XK_1.key} | Trafficking (EU4FAST)      |          |      |      |
"""


def found(table: str) -> tuple[Likeness, ...]:
    return find(support(table), (AL_1, XK_1), NAMES, thesaurus())


def said(state: OverlapState) -> OverlapWord:
    return OverlapWord(found(EARLY)[0].key, state, "Both train the same unit.")


def test_pairs_are_read_back_as_they_were_found(books_open: str):
    with store.session() as session:
        open_year(session)
        assert overlaps.keep(session, CT, found(LATE), AT) == 2
    with store.session() as session:
        assert overlaps.reported(session, CT) == found(LATE)
        assert overlaps.waiting(session, CT) == 2


def test_keeping_the_same_pairs_again_adds_none(books_open: str):
    with store.session() as session:
        open_year(session)
        overlaps.keep(session, CT, found(LATE), AT)
        assert overlaps.keep(session, CT, found(LATE), AT) == 0


def test_a_late_reply_keeps_the_word_and_the_reports_as_the_person_saw_them(books_open: str):
    with store.session() as session:
        open_year(session)
        overlaps.keep(session, CT, found(EARLY), AT)
        overlaps.record(session, CT, said(OverlapState.CONFIRMED), "A. Officer", AT)
        assert overlaps.keep(session, CT, found(LATE), AT) == 1
        held = {pair.key: pair for pair in overlaps.reported(session, CT)}
    decided = held[said(OverlapState.CONFIRMED).key]
    assert decided == replace(
        found(EARLY)[0],
        state=OverlapState.CONFIRMED,
        decided_by="A. Officer",
        reason="Both train the same unit.",
    )


def test_an_open_pair_follows_the_newest_returns(books_open: str):
    with store.session() as session:
        open_year(session)
        overlaps.keep(session, CT, found(EARLY), AT)
        overlaps.keep(session, CT, found(LATE), AT)
        assert set(overlaps.reported(session, CT)) == set(found(LATE))


def test_a_pair_that_is_no_longer_reported_stays_and_reaches_no_draft(books_open: str):
    with store.session() as session:
        open_year(session)
        overlaps.keep(session, CT, found(EARLY), AT)
        overlaps.record(session, CT, said(OverlapState.CONFIRMED), "A. Officer", AT)
        assert len(overlaps.confirmed(session, CT)) == 1
        overlaps.keep(session, CT, (), AT)
        (pair,) = overlaps.on_track(session, CT)
        assert (pair.is_reported, pair.likeness.state) == (False, OverlapState.CONFIRMED)
        assert overlaps.confirmed(session, CT) == ()
        overlaps.keep(session, CT, found(EARLY), AT)
        assert len(overlaps.confirmed(session, CT)) == 1


def test_R12_only_a_confirmed_overlap_reaches_a_draft_as_potential_for_coordination(
    books_open: str,
):
    with store.session() as session:
        open_year(session)
        overlaps.keep(session, CT, found(LATE), AT)
        assert overlaps.confirmed(session, CT) == ()
        for pair in found(LATE):
            word = OverlapWord(pair.key, OverlapState.CONFIRMED, "")
            overlaps.record(session, CT, word, "A. Officer", AT)
        (shown,) = overlaps.confirmed(session, CT)
    assert shown.need == AL_1.key
    assert shown.second == "Detecting forged documents (reported by UNODC)"
    assert shown.because.startswith("Possible overlap, because")
    assert shown.because.endswith("The members may wish to coordinate.")
    assert "0." not in shown.because  # R15: no scores in what a member sees
