"""Potential for coordination: shared filters, supporters and quarters, and never a rank (R15)."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.vocabulary import DraftKind
from data.vocabulary.coordination import Potential, PotentialKind
from tasks.rules import coordination
from tasks.rules.needs_by_partner import needs_by_partner
from tasks.rules.report_material import Material
from tasks.rules.state_of_play import of_needs
from tests.rules.year_2025 import FIRST, NEIGHBOURS, needs, replies, responses, situations, support

ASKED = situations("""
| member | asked      | received   |
| AL     | 2026-01-12 | 2026-03-10 |
| BA     | 2026-01-12 | 2026-03-10 |
| RS     | 2026-01-12 | 2026-03-10 |
""")
MAPPED = needs("""
| number   | sub-pillar | filter         | need  | status |
| AL-CT-01 | 3          | Online content | one   | open   |
| AL-CT-02 | 3          | Laboratories   | two   | open   |
| BA-CT-01 | 3          | Online content | three | open   |
| BA-CT-02 | 3          | Laboratories   | six   | met    |
| RS-CT-01 | 3          | Laboratories   | four  | met    |
| RS-CT-02 | 4          | Online content | five  | open   |
""")
PLANS = responses("""
| need     | line | kind    | text |
| al-ct-01 | 1    | planned | a    |
| ba-ct-01 | 1    | planned | b    |
| ba-ct-01 | 2    | ongoing | c    |
""")

Pair = tuple[str, str]
PAIRS = st.sampled_from([("AL", "BA"), ("AL", "RS"), ("BA", "RS")])


def states(lines=(), state="answered"):
    given = replies(f"| need | state |\n| al-ct-01 | {state} |")
    return of_needs(MAPPED, ASKED, given, lines)


def on(first: date, second: date, third: date = date(2026, 7, 1)):
    days = (first, second, third)
    return tuple(replace(line, on=day) for line, day in zip(PLANS, days, strict=True))


def quarters(lines, state="answered"):
    return coordination.same_quarter(
        states(lines, state), after=date(2025, 12, 31), until=date(2026, 12, 31)
    )


def test_a_filter_is_shared_where_two_partners_have_needs_that_are_not_met():
    assert coordination.same_filter(states()) == (
        Potential(
            PotentialKind.SAME_FILTER,
            3,
            "Online content",
            ("AL", "BA"),
            ("al-ct-01", "ba-ct-01"),
        ),
    )


def test_one_supporter_of_two_neighbours_under_one_filter_is_named_with_its_projects():
    reported = support("""
    | reporter | need     | title           |
    | AT       | ba-ct-02 | Cyber Patrol    |
    | AT       | rs-ct-01 | cyber  patrol   |
    | AT       | rs-ct-01 | Another project |
    | UNODC    | ba-ct-02 | Desk            |
    | UNODC    | ba-ct-01 | Desk            |
    | UNODC    | rs-ct-02 | Desk            |
    """)
    (found,) = coordination.same_supporter(states(), reported, NEIGHBOURS)
    assert (found.supporter, found.filter, found.members) == ("AT", "Laboratories", ("BA", "RS"))
    assert found.titles == ("Another project", "Cyber Patrol")
    assert len(found.projects) == 3


def test_partners_without_a_common_border_are_no_neighbours():
    reported = support("""
    | reporter | need     | title        |
    | AT       | al-ct-02 | Cyber Patrol |
    | AT       | rs-ct-01 | Cyber Patrol |
    """)
    assert coordination.same_supporter(states(), reported, NEIGHBOURS) == ()
    (found,) = coordination.same_supporter(states(), reported, [("AL", "RS")])
    assert found.members == ("AL", "RS")


def test_a_partner_beside_none_of_the_others_is_left_out_of_the_case():
    reported = support("""
    | reporter | need     | title           |
    | AT       | al-ct-02 | Forensic lab    |
    | AT       | ba-ct-02 | Cyber Patrol    |
    | AT       | rs-ct-01 | Another project |
    """)
    (found,) = coordination.same_supporter(states(), reported, NEIGHBOURS)
    assert found.members == ("BA", "RS")
    assert found.needs == ("ba-ct-02", "rs-ct-01")
    assert found.titles == ("Another project", "Cyber Patrol")


@given(st.sets(st.sampled_from(["al-ct-02", "ba-ct-02", "rs-ct-01"])), st.sets(PAIRS))
def test_whoever_is_named_has_a_neighbour_beside_it(supported: set[str], near: set[Pair]):
    rows = "\n".join(f"| AT | {need} | Patrol |" for need in sorted(supported))
    reported = support(f"| reporter | need | title |\n{rows}") if rows else ()
    by_code = {need[:2].upper() for need in supported}
    expected = {code for pair in near if {*pair} <= by_code for code in pair}
    found = coordination.same_supporter(states(), reported, near)
    assert {code for each in found for code in each.members} == expected


def test_plans_for_one_quarter_meet_and_those_of_the_next_do_not():
    (found,) = quarters(on(date(2026, 7, 1), date(2026, 9, 30)))
    assert (found.quarter, found.members) == ("Q3 2026", ("AL", "BA"))
    assert quarters(on(date(2026, 6, 30), date(2026, 7, 1))) == ()


def test_R13_what_lies_outside_the_outlook_is_no_plan():
    assert quarters(on(date(2025, 12, 30), date(2025, 12, 31))) == ()
    assert quarters(on(date(2027, 1, 1), date(2027, 1, 1))) == ()


def test_a_plan_without_a_day_names_no_quarter():
    assert quarters(PLANS) == ()


def test_R11_what_is_not_shareable_is_not_told_as_a_plan():
    assert quarters(on(date(2026, 7, 1), date(2026, 9, 30)), "not shareable") == ()


def test_R15_the_order_is_that_of_the_report_then_of_the_alphabet():
    one = Potential(PotentialKind.SAME_SUPPORTER, 4, "B", ("AL", "BA"), (), "UNODC")
    two = replace(one, supporter="AT")
    other = replace(one, filter="A")
    names = {"UNODC": "UNODC", "AT": "Austria"}
    places = [(4, "B"), (4, "A")]
    assert coordination.sorted_by_place((other, one, two), places, names) == (two, one, other)


def test_a_cell_gives_every_partner_a_line_with_its_needs():
    material = Material(replace(FIRST, needs=MAPPED), DraftKind.FIRST)
    assert needs_by_partner(material, ["al-ct-01", "al-ct-02", "ba-ct-01"]) == (
        "Albania: AL-CT-01, AL-CT-02\nBosnia and Herzegovina: BA-CT-01"
    )
