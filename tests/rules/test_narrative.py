"""Words of people: what a copy brings, and what changed under them since."""

from dataclasses import replace
from datetime import UTC, datetime

from data.vocabulary import NarrativeVersion
from data.vocabulary.documents import Narrative
from data.vocabulary.edits import Copy
from tasks.rules.narrative import brought, changes, contradicted, outdated
from tests.rules.year_2025 import FIRST, LAST, responses

PROMPT = "[Your words may stand here.]"
AT = datetime(2026, 4, 2, 8, tzinfo=UTC)


def copy(**paragraphs: tuple[str, ...]) -> Copy:
    words = (Narrative(p, "" if held else PROMPT, held) for p, held in paragraphs.items())
    return Copy((), (), tuple(words))


def version(place: str, text: str) -> NarrativeVersion:
    return NarrativeVersion(place, 1, text, "Ana", "first draft 1", AT)


def test_only_words_that_differ_from_the_draft_are_brought():
    sent = copy(opening=(), findings=("As before.",))
    back = copy(opening=("We thank all.", "Twice."), findings=("As before.  ",))
    assert brought(sent, back) == (("opening", "We thank all.\nTwice."),)


def test_a_prompt_that_lost_its_mark_is_no_text():
    assert brought(copy(opening=()), copy(opening=(PROMPT,))) == ()


def test_words_taken_out_are_an_empty_text_and_a_missing_place_is_none():
    sent = copy(opening=("Thanks.",), findings=("Gaps.",))
    back = Copy((), (), (Narrative("opening", "", ()),))
    assert brought(sent, back) == (("opening", ""),)


def test_words_recorded_since_the_draft_are_named():
    sent, words = copy(opening=("Old.",)), (("opening", "Mine."),)
    assert contradicted(words, [version("opening", "Old.")], sent) == ()
    assert contradicted(words, [version("opening", "Mine.")], sent) == ()
    newer = version("opening", "Hers.")
    assert contradicted(words, [newer], sent) == (newer,)


def test_nothing_is_outdated_when_the_same_facts_came_in_another_file():
    again = tuple(replace(line, file_sha256="ab" * 32) for line in FIRST.responses)
    assert changes(FIRST, replace(FIRST, responses=again)) == {}


def test_late_replies_and_changed_statements_are_named_at_their_place():
    late = responses("""
        | need     | line | kind     | text                        |
        | ba-ct-01 | 1    | achieved | A new strategy was adopted. |
    """)
    now = replace(FIRST, responses=(*FIRST.responses, *late))
    told = changes(FIRST, now)
    assert list(told) == ["sub-pillar-1"]
    assert "since 20 March 2026" in told["sub-pillar-1"]
    assert "the statements on BA-CT-01 changed" in told["sub-pillar-1"]


def test_support_replies_and_findings_have_places_of_their_own():
    told = changes(FIRST, LAST)
    assert "information came from UNODC and Austria" in told["opening"]
    assert (
        "the projects for AL-CT-02 and XK-CT-01 changed (0 before, 3 now)" in told["sub-pillar-3"]
    )
    assert "1 confirmed overlap is different" in told["findings"]


def test_only_places_that_hold_words_are_to_be_read_again():
    now = replace(LAST, narratives=(version("findings", "Few gaps."), version("opening", " ")))
    assert len(outdated(FIRST, now)) == 1
    assert outdated(FIRST, now)[0].startswith("Please read the words in the findings again")
