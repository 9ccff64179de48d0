"""R12: reports of one project are told as one, once a person has confirmed that they are."""

from dataclasses import replace

from data.reference.thesaurus import thesaurus
from data.vocabulary import DraftKind, Snapshot, Table
from data.vocabulary.findings import OverlapKind, OverlapState, SameProject
from tasks.rules import overlaps, recount, report, same_projects
from tests.rules.year_2025 import LAST, support

TWO_REPORTS = support("""
    | reporter | need     | title                            | implementer | from | to   | budget  | currency |
    | UNODC    | xk-ct-01 | Referral of content (REFCON-2)   | UNODC       | 2024 | 2026 | 800,000 | EUR      |
    | AT       | xk-ct-01 | REFCON-2                         | UNODC       | 2024 | 2026 | 800000  | EUR      |
    | AT       | al-ct-02 | Referral desk                    |             |      |      |         |          |
""")  # noqa: E501 -- the facts stand in a table
ONE = SameProject(
    (
        ("AT", "REFCON-2", ("xk-ct-01",)),
        ("UNODC", "Referral of content (REFCON-2)", ("xk-ct-01",)),
    )
)
TOLD: Snapshot = replace(LAST, support=TWO_REPORTS, same_projects=(ONE,), overlaps=())


def reported_by(snapshot: Snapshot) -> list[str]:
    document = report.compose(snapshot, DraftKind.CONSULTATION, 1)
    return [
        row[-1]
        for block in document.blocks
        if isinstance(block, Table) and block.caption.endswith("reported by other members")
        for row in block.rows
    ]


def test_only_a_confirmed_pair_makes_two_reports_one():
    (pair,) = overlaps.find(
        TWO_REPORTS, LAST.needs, {"AT": "Austria", "UNODC": "UNODC"}, thesaurus()
    )
    assert pair.kind is OverlapKind.SAME_PROJECT
    assert same_projects.confirmed([pair]) == ()
    assert same_projects.confirmed([replace(pair, state=OverlapState.DISMISSED)]) == ()
    assert same_projects.confirmed([replace(pair, state=OverlapState.CONFIRMED)]) == (ONE,)


def test_a_confirmed_project_says_how_many_members_report_it():
    marked = "(one project, reported by 2 members)"
    assert sorted(reported_by(TOLD)) == ["Austria", f"Austria\n{marked}", f"UNODC\n{marked}"]
    assert sorted(reported_by(replace(TOLD, same_projects=()))) == ["Austria", "Austria", "UNODC"]


def test_R20_the_number_of_members_is_counted_again():
    document = report.compose(TOLD, DraftKind.CONSULTATION, 1)
    assert recount.mismatches(TOLD, document) == ()
    assert recount.uncounted(TOLD, document) == ()
    wrong = recount.mismatches(replace(TOLD, same_projects=()), document)
    assert [each for each in wrong if "one project, reported by 2 members" in each] != []
