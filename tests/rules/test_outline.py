"""The proposed structure: four sub-pillars and the filters needs stand under (I.1, step 4)."""

from datetime import date

from data.vocabulary import Bullets, Filter, Heading, SubPillar, Taxonomy
from tasks.rules import outline
from tests.rules.year_2025 import PILLAR, needs
from tests.tables import rows

TAXONOMY = Taxonomy(
    pillars=(PILLAR,),
    sub_pillars=(
        SubPillar(2, "Institutional set-up and enforcement"),
        SubPillar(1, "Legal framework and implementation"),
        SubPillar(4, "Coordination and cooperation"),
        SubPillar(3, "Capacity building and support"),
    ),
    filters=tuple(
        Filter(r["pillar"], int(r["sub-pillar"]), r["filter"])
        for r in rows("""
        | pillar | sub-pillar | filter               |
        | WBCTi  | 1          | Strategies           |
        | WBCTi  | 1          | Criminal legislation |
        | WBCTi  | 1          | Data protection      |
        | WBCTi  | 3          | Online content       |
        | WBBSi  | 1          | Criminal legislation |
        """)
    ),
)
NEEDS = needs("""
| number   | sub-pillar | filter               | need |
| AL-CT-01 | 1          | Criminal legislation | one  |
| AL-CT-02 | 1          | Strategies           | two  |
| AL-CT-03 | 1          | An invented filter   | six  |
""")


def test_the_four_sub_pillars_stand_in_their_order_even_without_needs():
    proposed = outline.propose("WBCTi", TAXONOMY, NEEDS, 1)
    assert [chapter.sub_pillar for chapter in proposed.chapters] == [1, 2, 3, 4]


def test_R19_filters_are_those_of_the_taxonomy_in_its_order():
    proposed = outline.propose("WBCTi", TAXONOMY, NEEDS, 1)
    assert proposed.chapters[0].filters == ("Strategies", "Criminal legislation")


def test_a_filter_without_needs_is_left_out():
    assert outline.propose("WBCTi", TAXONOMY, NEEDS, 1).chapters[2].filters == ()


def test_needs_of_another_pillar_do_not_count():
    assert outline.propose("WBBSi", TAXONOMY, NEEDS, 1).chapters[0].filters == ()


def test_the_paper_shows_every_chapter_with_its_filters():
    proposed = outline.propose("WBCTi", TAXONOMY, NEEDS, 3)
    paper = outline.compose(proposed, PILLAR, "2025", date(2025, 11, 3))
    assert [block.text for block in paper.blocks if isinstance(block, Heading)] == [
        "Legal framework and implementation",
        "Institutional set-up and enforcement",
        "Capacity building and support",
        "Coordination and cooperation",
    ]
    assert Bullets(("Strategies", "Criminal legislation")) in paper.blocks
    assert paper.version == "Structure 3, 3 November 2025"
