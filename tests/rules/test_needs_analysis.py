"""The latest needs, counted by status and held against the edition before (I.1, step 2)."""

from dataclasses import replace

from data.vocabulary import NeedAge
from tasks.rules.needs_analysis import analyse
from tests.rules.year_2025 import needs

NOW = needs("""
| number   | sub-pillar | filter               | need  | status     |
| AL-CT-01 | 1          | Criminal legislation | one   | open       |
| AL-CT-02 | 1          | Criminal legislation | two   | partly met |
| BA-CT-01 | 1          | Criminal legislation | three | met        |
| BA-CT-02 | 3          | Online content       | four  | open       |
""")
BEFORE = needs("""
| number   | sub-pillar | filter               | need   |
| AL-CT-01 | 1          | Criminal legislation | one    |
| BA-CT-09 | 1          | Criminal legislation | old    |
| BA-CT-08 | 3          | Online content       | gone   |
""")
REPLACING = (*NOW[:2], replace(NOW[2], replaces=("BA-CT-09",)), NOW[3])


def test_needs_are_counted_by_partner_sub_pillar_and_status():
    counts = analyse(NOW, ()).counts
    assert [(c.member, c.sub_pillar, c.open, c.partly_met, c.met, c.total) for c in counts] == [
        ("AL", 1, 1, 1, 0, 2),
        ("BA", 1, 0, 0, 1, 1),
        ("BA", 3, 1, 0, 0, 1),
    ]


def test_a_need_is_new_carried_over_or_in_place_of_earlier_ones():
    assert dict(analyse(REPLACING, BEFORE).ages) == {
        "al-ct-01": NeedAge.CARRIED_OVER,
        "al-ct-02": NeedAge.NEW,
        "ba-ct-01": NeedAge.REPLACED,
        "ba-ct-02": NeedAge.NEW,
    }


def test_without_an_earlier_edition_no_need_is_called_new():
    analysis = analyse(NOW, ())
    assert not analysis.compared
    assert [c.new for c in analysis.counts] == [0, 0, 0]


def test_a_need_without_a_successor_is_not_lost_from_sight():
    assert [need.number for need in analyse(REPLACING, BEFORE).no_longer_listed] == ["BA-CT-08"]


def test_filters_say_how_many_partners_stand_under_them():
    assert [(f.filter, f.needs, f.partners) for f in analyse(NOW, ()).filters] == [
        ("Criminal legislation", 3, 2),
        ("Online content", 1, 1),
    ]
