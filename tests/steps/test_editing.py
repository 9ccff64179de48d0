"""A draft edited in Word comes back: words are kept under their author, the rest is compared."""

from pathlib import Path

import pytest

from data import store
from data.errors.cycles import NameMissing
from data.errors.editing import (
    AuthorMissing,
    DraftUnknown,
    EditedDraftMissing,
    EditedDraftOfAnotherTrack,
    EditedDraftUnknown,
    EditedDraftUnreadable,
    ForeignChangesFound,
    NewerWordsStand,
    NothingToCompare,
    WordsClosed,
)
from data.queries import cycles, journal, narratives
from data.vocabulary import Draft, DraftKind, NarrativeVersion, TrackId, TrackState
from data.vocabulary.edits import Taking
from tasks import filing
from tasks.drafting import write_draft
from tasks.edges.archive import pack, unpack
from tasks.edges.word.comparison_copies import read_copy
from tasks.editing import accept_edits, compare_drafts, words_to_read_again
from tests.edges.tracked_words import ACCEPT, REJECT, settled
from tests.specimens.edited_drafts import body_of, replaced, tracked, written
from tests.steps.consultation import CT

ANA, OFFICER = "Ana Kovač", "Officer"


def lay(home: Path, name: str, content: bytes) -> str:
    (home / "review").mkdir(exist_ok=True)
    (home / "review" / name).write_bytes(content)
    return name


def standing() -> dict[str, NarrativeVersion]:
    with store.session() as session:
        return {each.place: each for each in narratives.newest(session, CT)}


def acts() -> list[str]:
    with store.session() as session:
        return [each.act for each in journal.entries(session)]


def sent_file(draft: Draft) -> bytes:
    return filing.take_from_shelf(draft.sha256)


def words_in(content: bytes) -> str:
    """Some standing words of a table of the draft, to be typed over."""
    passages = read_copy(content).passages
    table = next(each for each in passages if each.kind == "table" and len(each.inside) > 1)
    return next(text for text in table.inside[1].texts if len(text) > 8)


def test_words_are_kept_under_their_author_and_the_draft_they_came_in(home: Path, sent: Draft):
    edited = written(sent_file(sent), "opening", "We thank all partners.", "It was a full year.")
    file = lay(home, "edited.docx", edited)
    assert "recorded at 1 place" in accept_edits.fn(CT, file, ANA, OFFICER)
    words = standing()["opening"]
    assert (words.text, words.author, words.origin) == (
        "We thank all partners.\nIt was a full year.",
        ANA,
        "consultation draft 1",
    )
    assert acts().count("words recorded") == 1


def test_the_same_file_again_changes_nothing(home: Path, sent: Draft):
    file = lay(home, "edited.docx", written(sent_file(sent), "opening", "Once."))
    accept_edits.fn(CT, file, ANA, OFFICER)
    assert "no words that are not on record" in accept_edits.fn(CT, file, ANA, OFFICER)
    assert acts().count("words recorded") == 1
    assert standing()["opening"].number == 1


def test_an_untouched_draft_brings_nothing(home: Path, sent: Draft):
    file = lay(home, "as sent.docx", sent_file(sent))
    assert "no words" in accept_edits.fn(CT, file, ANA, OFFICER)
    assert standing() == {}


def test_tracked_changes_at_the_places_for_words_count_as_accepted(home: Path, sent: Draft):
    edited = tracked(sent_file(sent), "findings", "Gaps were ", "many", "few")
    accept_edits.fn(CT, lay(home, "tracked.docx", edited), ANA, OFFICER)
    assert standing()["findings"].text == "Gaps were few"


def test_a_changed_table_is_refused_with_a_sentence_and_a_comparison(home: Path, sent: Draft):
    original = sent_file(sent)
    was = words_in(original)
    edited = written(replaced(original, was, "Something else"), "opening", "Thanks.")
    with pytest.raises(ForeignChangesFound) as refused:
        accept_edits.fn(CT, lay(home, "edited.docx", edited), ANA, OFFICER)
    assert f"“{was}” was changed to “Something else”" in str(refused.value)
    assert standing() == {}
    drawn = (home / "review" / "2025 WBCTi consultation draft 1 foreign changes.docx").read_bytes()
    before, after = settled(drawn, REJECT), settled(drawn, ACCEPT)
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert changed == [(was, "Something else")]


def test_words_alone_may_be_taken_and_other_changes_set_aside(home: Path, sent: Draft):
    original = sent_file(sent)
    edited = replaced(original, words_in(original), "Something else")
    file = lay(home, "edited.docx", written(edited, "opening", "Thanks."))
    said = accept_edits.fn(CT, file, ANA, OFFICER, Taking.WORDS)
    assert "1 passage outside them was changed and set aside" in said
    assert standing()["opening"].text == "Thanks."


def test_newer_words_are_not_silently_replaced(home: Path, sent: Draft):
    one = lay(home, "one.docx", written(sent_file(sent), "opening", "Ana’s."))
    other = lay(home, "other.docx", written(sent_file(sent), "opening", "Bojan’s."))
    accept_edits.fn(CT, one, ANA, OFFICER)
    with pytest.raises(NewerWordsStand, match="opening \\(by Ana Kovač\\)"):
        accept_edits.fn(CT, other, "Bojan", OFFICER)
    accept_edits.fn(CT, other, "Bojan", OFFICER, Taking.REPLACE)
    assert (standing()["opening"].text, standing()["opening"].number) == ("Bojan’s.", 2)


def test_comments_in_the_margin_are_pointed_to_where_they_belong(home: Path, sent: Draft):
    parts = unpack(written(sent_file(sent), "opening", "Thanks."))
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{name}"><w:comment w:id="1"/></w:comments>'.encode()
    )
    said = accept_edits.fn(CT, lay(home, "edited.docx", pack(parts)), ANA, OFFICER)
    assert "1 comment stands in its margin; take it in with: mapping take-comments" in said


def test_what_is_no_copy_of_a_draft_of_the_track_is_refused(home: Path, sent: Draft):
    content = sent_file(sent)
    (home / "review").mkdir()
    with pytest.raises(EditedDraftMissing):
        accept_edits.fn(CT, "nowhere.docx", ANA, OFFICER)
    with pytest.raises(EditedDraftUnreadable):
        accept_edits.fn(CT, lay(home, "a.docx", b"%PDF-1.7"), ANA, OFFICER)
    bare = {name: part for name, part in unpack(content).items() if "custom" not in name}
    with pytest.raises(EditedDraftUnknown, match="consultation:1"):
        accept_edits.fn(CT, lay(home, "b.docx", pack(bare)), ANA, OFFICER)
    other = TrackId("2025", "WBBSi")
    with store.session() as session:
        cycles.set_track_state(session, other, TrackState.CONSULTING)
    with pytest.raises(EditedDraftOfAnotherTrack, match="consultation draft 1 of 2025 WBCTi"):
        accept_edits.fn(other, lay(home, "c.docx", content), ANA, OFFICER)


def test_it_is_said_who_wrote_and_who_recorded_and_not_after_the_board(home: Path, sent: Draft):
    file = lay(home, "edited.docx", sent_file(sent))
    with pytest.raises(AuthorMissing):
        accept_edits.fn(CT, file, " ", OFFICER)
    with pytest.raises(NameMissing):
        accept_edits.fn(CT, file, ANA, "")
    with store.session() as session:
        cycles.set_track_state(session, CT, TrackState.WITH_THE_BOARD)
    with pytest.raises(WordsClosed):
        accept_edits.fn(CT, file, ANA, OFFICER)


def test_two_drafts_are_compared_in_a_file_of_their_own(home: Path, sent: Draft):
    with pytest.raises(NothingToCompare):
        compare_drafts.fn(CT)
    with pytest.raises(DraftUnknown, match="consultation:1"):
        compare_drafts.fn(CT, "first:7", "")
    with store.session() as session:
        cycles.set_track_state(session, CT, TrackState.CONSULTING)
    final = write_draft.fn(CT, DraftKind.FINAL, sent.snapshot_sha256)
    said = compare_drafts.fn(CT)
    path = home / "review" / "2025 WBCTi consultation draft 1 to final draft 1.docx"
    assert said.startswith(f"Consultation draft 1 is compared with final draft 1 in {path}")
    assert settled(path.read_bytes(), ACCEPT) == settled(sent_file(final), ACCEPT)
    assert compare_drafts.fn(CT, "consultation:1", "final draft:1") == said
    assert "w:ins" in body_of(path.read_bytes())


def test_words_need_no_second_reading_while_nothing_changed(home: Path, sent: Draft):
    file = lay(home, "edited.docx", written(sent_file(sent), "opening", "Thanks."))
    accept_edits.fn(CT, file, ANA, OFFICER)
    assert words_to_read_again.fn(CT) == []
