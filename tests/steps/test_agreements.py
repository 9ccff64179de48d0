"""The partners' word: kept once, and the last one locks (rule R1)."""

from datetime import date

import pytest

from data import store
from data.errors.cycles import NameMissing, NotAPartner, PillarNeeded, TextMissing, VersionLocked
from data.queries import preparation
from data.vocabulary import Cycle, Position, Subject
from tasks.agreements import record
from tasks.calendar_of_cycle import draft_calendar

PARTNERS = ("AL", "BA", "XK", "ME", "MK", "RS")


def say(member: str, position: Position = Position.AGREED, text: str = "", by: str = "Officer"):
    return record.fn("2025", Subject.CALENDAR, member, "", position, text, "", by)


def words() -> list[tuple[str, Position]]:
    with store.session() as session:
        said = preparation.agreements_on(session, "2025", Subject.CALENDAR, "", 1)
    return [(each.member, each.position) for each in said]


def is_locked() -> bool:
    with store.session() as session:
        return preparation.calendar_of(session, "2025")[2]


def test_the_same_agreement_recorded_twice_is_kept_once(opened: Cycle):
    assert say("AL") == say("AL")
    assert words() == [("AL", Position.AGREED)]


def test_an_agreement_after_comments_is_added_and_the_comments_stay(opened: Cycle):
    say("AL", Position.COMMENTS, "One week later, please.")
    say("AL")
    assert words() == [("AL", Position.COMMENTS), ("AL", Position.AGREED)]


def test_five_agreements_lock_nothing_and_the_sixth_locks(opened: Cycle):
    for partner in PARTNERS[:-1]:
        say(partner)
    assert not is_locked()
    say(PARTNERS[-1])
    assert is_locked()


def test_comments_of_one_partner_keep_the_calendar_open(opened: Cycle):
    for partner in PARTNERS[:-1]:
        say(partner)
    say(PARTNERS[-1], Position.COMMENTS, "Our Assembly sits that week.")
    assert not is_locked()


def test_what_is_locked_is_neither_commented_on_nor_drafted_anew(opened: Cycle):
    for partner in PARTNERS:
        say(partner)
    with pytest.raises(VersionLocked):
        say("AL", Position.COMMENTS, "One week later, please.")
    with pytest.raises(VersionLocked):
        draft_calendar.fn("2025", date(2026, 2, 2))


def test_only_partners_agree(opened: Cycle):
    with pytest.raises(NotAPartner):
        say("EC")


def test_comments_need_words_and_a_record_needs_a_name(opened: Cycle):
    with pytest.raises(TextMissing):
        say("AL", Position.COMMENTS, " ")
    with pytest.raises(NameMissing):
        say("AL", by=" ")


def test_an_agreement_on_a_structure_names_its_pillar(opened: Cycle):
    with pytest.raises(PillarNeeded):
        record.fn("2025", Subject.STRUCTURE, "AL", "", Position.AGREED, "", "", "Officer")
