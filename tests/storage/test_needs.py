"""Needs keep their identity and their lineage from edition to edition (domain, §2)."""

import pytest

from data import store
from data.queries import cycles, members, needs
from data.vocabulary import MembersRegister, Need, NeedsRegister, NeedStatus
from tests.storage.year_2025 import (
    AT,
    CYCLE,
    REGISTER,
    member,
    need,
    on_shelf,
    open_words,
)

OLD, NEW = "2023-2024", "2025-2026"


@pytest.fixture(autouse=True)
def words(books_open: str) -> None:
    with store.session() as session:
        open_words(session)
        entries = (member("AL", "Albania", "WBCTi"), member("XK", "Kosovo*", "WBCTi"))
        members.keep(session, MembersRegister(entries, ()), CYCLE.taxonomy_on)
        on_shelf(session, REGISTER)


def bring_in(edition: str, *mapped: Need) -> int:
    with store.session() as session:
        return needs.keep(session, NeedsRegister(edition, "Needs", mapped), REGISTER, AT)


def differences(edition: str, *mapped: Need) -> int:
    with store.session() as session:
        return needs.differences(session, NeedsRegister(edition, "Needs", mapped))


def kept(edition: str) -> list[Need]:
    with store.session() as session:
        return needs.of_edition(session, edition)


def old(number: str, title: str = "Case management") -> Need:
    return need(number, "AL", title, edition=OLD)


def new(number: str, *replaces: str) -> Need:
    return need(number, "AL", "Case management", *replaces, edition=NEW)


def test_needs_are_read_back_in_the_order_of_their_register():
    full = Need(
        "2025-2026/XK-9",
        "XK-9",
        "XK",
        "WBCTi",
        4,
        "Information exchange",
        "Secure links",
        "Šta nedostaje: везе",
        "short term",
        "equipment",
        "Police",
        "chapter 24",
        NeedStatus.PARTLY_MET,
    )
    assert bring_in(NEW, new("AL-10"), full, new("AL-2")) == 4
    assert kept(NEW) == [new("AL-10"), full, new("AL-2")]
    with store.session() as session:
        assert needs.editions(session) == [NEW]


def test_the_oldest_edition_comes_first_whichever_was_brought_in_first():
    bring_in(NEW, new("AL-1"))
    bring_in(OLD, old("AL-2"), old("AL-1"))
    with store.session() as session:
        assert needs.everything(session) == [old("AL-2"), old("AL-1"), new("AL-1")]


def test_the_same_register_brought_in_again_writes_nothing():
    bring_in(OLD, old("AL-1"), old("AL-2"))
    register = (new("AL-1", "AL-1"), new("AL-3", "AL-2"))
    assert bring_in(NEW, *register) == 5
    assert bring_in(NEW, *register) == 0
    assert differences(NEW, *register) == 0


def test_a_need_that_is_split_hands_its_history_to_both():
    bring_in(OLD, old("AL-1"))
    bring_in(NEW, new("AL-1", "AL-1"), new("AL-2", "AL-1"))
    with store.session() as session:
        lineage = needs.ancestors(session)
    assert lineage[f"{NEW}/AL-1"] == {f"{NEW}/AL-1", f"{OLD}/AL-1"}
    assert lineage[f"{NEW}/AL-2"] == {f"{NEW}/AL-2", f"{OLD}/AL-1"}
    assert lineage[f"{OLD}/AL-1"] == {f"{OLD}/AL-1"}


def test_a_need_that_merges_others_has_the_history_of_all_of_them():
    bring_in("2021-2022", need("AL-7", "AL", "Case management", edition="2021-2022"))
    bring_in(OLD, need("AL-1", "AL", "Case management", "AL-7", edition=OLD), old("AL-2"))
    bring_in(NEW, new("AL-5", "AL-2", "AL-1"))
    with store.session() as session:
        assert needs.ancestors(session)[f"{NEW}/AL-5"] == {
            f"{NEW}/AL-5",
            f"{OLD}/AL-1",
            f"{OLD}/AL-2",
            "2021-2022/AL-7",
        }


def test_the_order_in_which_predecessors_are_named_is_no_difference():
    bring_in(OLD, old("AL-2"), old("AL-10"))
    bring_in(NEW, new("AL-1", "AL-2", "AL-10"))
    assert kept(NEW)[0].replaces == ("AL-10", "AL-2")
    assert differences(NEW, new("AL-1", "AL-2", "AL-10")) == 0


def test_the_first_register_may_name_predecessors_nobody_knows():
    assert bring_in(NEW, new("AL-1", "AL-1")) == 2
    assert kept(NEW) == [new("AL-1")]
    assert differences(NEW, new("AL-1", "AL-1")) == 0


def test_predecessors_are_linked_once_the_earlier_register_is_brought_in():
    bring_in(NEW, new("AL-1", "AL-1"))
    bring_in(OLD, old("AL-1"))
    assert differences(NEW, new("AL-1", "AL-1")) == 1
    assert bring_in(NEW, new("AL-1", "AL-1")) == 1
    assert kept(NEW) == [new("AL-1", "AL-1")]


def test_a_later_edition_is_nobodys_predecessor():
    bring_in(NEW, new("AL-1"))
    bring_in(OLD, need("AL-9", "AL", "Case management", "AL-1", edition=OLD))
    with store.session() as session:
        assert needs.ancestors(session)[f"{OLD}/AL-9"] == {f"{OLD}/AL-9"}


def test_a_corrected_register_changes_what_it_corrects():
    bring_in(OLD, old("AL-1"))
    corrected = old("AL-1", title="Case management system")
    assert differences(OLD, corrected) == 1
    assert bring_in(OLD, corrected) == 1
    assert kept(OLD) == [corrected]


def test_a_need_a_corrected_register_leaves_out_is_withdrawn_and_stays_on_record():
    bring_in(OLD, old("AL-1"), old("AL-2"))
    assert differences(OLD, old("AL-1")) == 1
    assert bring_in(OLD, old("AL-1")) == 1
    assert kept(OLD) == [old("AL-1")]
    with store.session() as session:
        assert f"{OLD}/AL-2" in needs.ancestors(session)
    assert bring_in(OLD, old("AL-1"), old("AL-2")) == 1
    assert kept(OLD) == [old("AL-1"), old("AL-2")]


def test_a_predecessor_named_by_mistake_is_taken_back():
    bring_in(OLD, old("AL-1"), old("AL-2"))
    bring_in(NEW, new("AL-1", "AL-1", "AL-2"))
    assert bring_in(NEW, new("AL-1", "AL-1")) == 1
    assert kept(NEW) == [new("AL-1", "AL-1")]


def test_an_edition_is_pinned_by_the_cycle_that_stands_on_it():
    bring_in(OLD, old("AL-1"))
    bring_in(NEW, new("AL-1"))
    with store.session() as session:
        cycles.open_cycle(session, CYCLE, ["WBCTi"], AT)
        assert needs.is_pinned(session, NEW)
        assert not needs.is_pinned(session, OLD)
