"""A version is laid, confirmed and begun with by later cycles; a cycle keeps its own (R19)."""

from datetime import date
from pathlib import Path

import pytest

from data import store
from data.errors import methodology as told
from data.errors.cycles import NameMissing
from data.queries import journal, methodologies, preparation, proposals, taxonomy
from data.reference import rehearsal_registers as registers
from data.reference.reading import FOLDER
from data.vocabulary import Step, Table, TrackId
from tasks import (
    adopting,
    comparing,
    filing,
    methodology_check,
    proposal_deciding,
)
from tasks.calendar_of_cycle import draft_calendar, write_calendar
from tasks.cycle import open_cycle
from tasks.drafting import drafts_due
from tasks.edges import shelf
from tasks.edges.word import read_document
from tasks.registers import import_members
from tests.steps.living_methodology.facts import (
    VERSION,
    adopted,
    go_to,
    in_force,
    laid,
    version_folder,
)

JUNE_8, JUNE_9, JUNE_19 = date(2026, 6, 8), date(2026, 6, 9), date(2026, 6, 19)


def acts() -> list[str]:
    with store.session() as session:
        return [entry.act for entry in journal.entries(session)]


def words_of(code: str) -> tuple[object, ...]:
    """Calendar and taxonomy of a cycle, to the letter."""
    with store.session() as session:
        day = cycles_day(code)
        return preparation.calendar_of(session, code), taxonomy.on(session, day)


def cycles_day(code: str) -> date:
    return open_cycle.fn(code, None, None, None, None).taxonomy_on


def test_a_decision_recalled_after_the_version_was_laid_keeps_it_out_of_force(june: Path):
    laid(june)
    proposal_deciding.recall_decision.fn(1, "The wrong item.", "Officer")
    go_to(JUNE_9)
    with pytest.raises(told.NoProposalDecision):
        adopting.confirm.fn("2026", "Colleague")


def test_files_of_the_proposal_that_changed_lay_no_version_on_record(june: Path):
    adopted()
    with store.session() as session:
        (held,) = proposals.every(session)
    shelf.remove(june / "shelf", held.files[0].sha256)
    with pytest.raises(told.NotTheProposalDecidedOn):
        adopting.lay.fn(1, str(version_folder(june)), "Officer")


def test_everything_wrong_in_the_files_of_a_version_is_named_at_once(june: Path):
    adopted()
    wrong = VERSION.replace('calendar: "2026"', "calender: x").replace("since: 2026-06-20", "")
    calendar = "version: '2026'\nreviewed_on: soon\n"
    folder = version_folder(june, methodology=wrong, calendar=calendar, taxonomy="version: [\n")
    with pytest.raises(told.VersionFilesBroken) as refusal:
        adopting.lay.fn(1, str(folder), "Officer")
    sentence = str(refusal.value)
    for part in (
        "3 things to put right",
        "methodology.yaml: ",
        "calender",
        "since",
        "calendar.yaml: ",
        "reviewed_on",
        "steps",
        "taxonomy.yaml: line 2",
    ):
        assert part in sentence
    with store.session() as session:
        assert methodologies.every_laid(session) == []


def test_a_file_that_is_missing_from_the_version_is_named(june: Path):
    adopted()
    folder = version_folder(june)
    (folder / "taxonomy.yaml").unlink()
    with pytest.raises(told.VersionFilesBroken, match=r"taxonomy\.yaml: it cannot be opened"):
        adopting.lay.fn(1, str(folder), "Officer")


def test_a_version_is_read_from_the_folder_where_an_officer_drops_it(june: Path):
    adopted()
    version_folder(june, "amended")
    assert adopting.lay.fn(1, "amended", "Officer") == "2026"
    with pytest.raises(told.VersionFolderMissing, match="methodology"):
        adopting.lay.fn(1, "elsewhere", "Officer")


def test_a_version_laid_twice_is_kept_once_and_may_be_corrected_until_it_is_confirmed(june: Path):
    laid(june)
    adopting.lay.fn(1, "2026", "Officer")
    assert acts().count(methodology_check.LAID) == 1
    version_folder(june, methodology=VERSION.replace(", amended", ", as amended"))
    adopting.lay.fn(1, "2026", "Officer")
    assert acts().count(methodology_check.LAID) == 2
    go_to(JUNE_9)
    adopting.confirm.fn("2026", "Colleague")
    assert adopting.lay.fn(1, "2026", "Officer") == "2026"
    for changed in (VERSION, VERSION.replace('code: "2026"', 'code: "2027"')):
        version_folder(june, methodology=changed)
        with pytest.raises(told.ProposalInForce):
            adopting.lay.fn(1, "2026", "Officer")


def test_a_second_version_laid_for_one_decision_stays_out_of_force(june: Path):
    laid(june)
    version_folder(june, methodology=VERSION.replace('code: "2026"', 'code: "2027"'))
    adopting.lay.fn(1, "2026", "Officer")
    go_to(JUNE_9)
    adopting.confirm.fn("2026", "Colleague")
    with pytest.raises(told.ProposalInForce):
        adopting.confirm.fn("2027", "Colleague")


def test_a_version_comes_into_force_through_a_second_person_after_the_decision_rested(june: Path):
    laid(june)
    with pytest.raises(told.ProposalRests, match="9 June 2026"):
        adopting.confirm.fn("2026", "Colleague")
    go_to(JUNE_9)
    with pytest.raises(told.VersionConfirmedByItsRecorder):
        adopting.confirm.fn("2026", "officer")
    with pytest.raises(NameMissing):
        adopting.confirm.fn("2026", " ")
    with pytest.raises(told.VersionOfMethodologyUnknown, match="Did you mean “2026”"):
        adopting.confirm.fn("2O26", "Colleague")
    with pytest.raises(told.VersionAlreadyInForce):
        adopting.confirm.fn("2022", "Colleague")
    sentence = adopting.confirm.fn("2026", "Colleague")
    assert sentence == "Version 2026 is in force for cycles opened from 20 June 2026 on"
    assert adopting.confirm.fn("2026", "Colleague") == sentence
    assert acts().count(methodology_check.IN_FORCE) == 1
    with pytest.raises(told.ProposalInForce):
        proposal_deciding.recall_decision.fn(1, "Too late.", "Officer")


def test_r19_a_cycle_opened_before_keeps_calendar_and_taxonomy_byte_for_byte(june: Path):
    opened = open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    draft_calendar.fn("2025", None)
    before = words_of("2025")
    in_force(june)
    go_to(date(2026, 7, 1))
    import_members.fn(str(registers()[0]))  # as often as you like; it writes the shipped words
    assert open_cycle.fn("2025", None, None, None, None) == opened
    assert draft_calendar.fn("2025", date(2026, 1, 12)) == 1
    assert words_of("2025") == before
    assert opened.methodology == "2022"


def test_r19_a_cycle_opened_before_is_drafted_anew_with_the_distances_it_began_with(june: Path):
    open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    in_force(june)
    go_to(date(2026, 7, 1))
    assert draft_calendar.fn("2025", date(2026, 2, 2)) == 1
    with store.session() as session:
        _, old, _ = preparation.calendar_of(session, "2025")
    open_cycle.fn("2026", None, None, None, date(2026, 2, 2))
    draft_calendar.fn("2026", None)
    with store.session() as session:
        _, new, _ = preparation.calendar_of(session, "2026")
    moved = [a.step for a, b in zip(old, new, strict=True) if a.due_at != b.due_at]
    assert moved == [Step.DELIVERY]


def test_a_cycle_opened_on_its_first_day_or_later_begins_with_the_new_version(june: Path):
    in_force(june)
    go_to(JUNE_19)
    assert open_cycle.fn("2024", None, None, None, None).methodology == "2022"
    go_to(date(2026, 6, 20))
    opened = open_cycle.fn("2025", None, None, None, None)
    assert opened.methodology == "2026"
    with store.session() as session:
        old = taxonomy.on(session, JUNE_19).filters_of("WBCTi", 1)
        new = taxonomy.on(session, opened.taxonomy_on).filters_of("WBCTi", 1)
    assert [each.name for each in new] == ["Unmanned aircraft", *(each.name for each in old)]


def test_r19_a_cycle_opened_on_the_day_of_a_late_confirmation_keeps_its_version(june: Path):
    laid(june)
    go_to(date(2026, 7, 1))
    opened = open_cycle.fn("2025", None, None, None, None)
    before = words_of("2025")
    sentence = adopting.confirm.fn("2026", "Colleague")
    assert sentence.endswith("from 2 July 2026 on")
    assert (opened.methodology, words_of("2025")) == ("2022", before)


def test_without_a_confirmed_adoption_nothing_comes_into_force(june: Path):
    laid(june)
    go_to(date(2026, 7, 1))
    assert open_cycle.fn("2025", None, None, None, None).methodology == "2022"


def test_a_sub_pillar_no_request_has_a_sheet_for_is_named_before_anybody_confirms(june: Path):
    adopted()
    folder = version_folder(june)
    taxonomy_file = folder / "taxonomy.yaml"
    fifth = (
        "  - {number: 5, name: Digital transformation, since: 2026-06-20, until: null}\n\nfilters:"
    )
    text = taxonomy_file.read_text("utf-8").replace("\nfilters:", fifth, 1)
    taxonomy_file.write_text(text, "utf-8")
    code = adopting.lay.fn(1, str(folder), "Officer")
    first, second = adopting.sheets_missing.fn(code)
    assert first.startswith("Please check: response.yaml has no sheet for sub-pillar 5")
    assert second.startswith("Please check: support.yaml has no sheet for sub-pillar 5")


ROUND = """\
  - step: second consultation
    title: Second regional consultation on the revised draft
    working_days: 118
    hour: 10
    source: "Version 2026, I.2: a second regional consultation follows the first"
"""


def with_steps(home: Path, *changes: tuple[str, str]) -> Path:
    """The files of the version with other steps in its calendar."""
    folder = version_folder(home)
    calendar = (folder / "calendar.yaml").read_text("utf-8")
    for before, after in changes:
        assert before in calendar
        calendar = calendar.replace(before, after)
    (folder / "calendar.yaml").write_text(calendar, "utf-8")
    return folder


def without(step: str) -> tuple[str, str]:
    shipped = (FOLDER / "calendar.yaml").read_text("utf-8")
    begun = shipped.index(f"  - step: {step}\n")
    ended = shipped.find("  - step: ", begun + 1)
    return shipped[begun : ended if ended > 0 else len(shipped)], ""


def test_a_version_adds_and_removes_steps_for_cycles_opened_afterwards_alone(june: Path):
    open_cycle.fn("2025", None, None, None, date(2026, 1, 12))
    adopted()
    comments = "  - step: comments on the draft\n"
    folder = with_steps(june, (comments, ROUND + comments), without("publication"))
    adopting.lay.fn(1, str(folder), "Officer")
    compared = comparing.compare.fn("2022", "2026")
    assert compared.endswith("Steps: 1 added, 1 removed and 1 changed; filters: 1 added.")
    go_to(JUNE_9)
    adopting.confirm.fn("2026", "Colleague")
    go_to(date(2026, 7, 1))
    opened = open_cycle.fn("2026", None, None, None, None)
    for code in ("2025", "2026"):
        draft_calendar.fn(code, None)
    with store.session() as session:
        _, old, _ = preparation.calendar_of(session, "2025")
        _, new, _ = preparation.calendar_of(session, "2026")
    assert opened.methodology == "2026"
    assert [each.step for each in old] == list(Step)
    assert [each.step for each in new] == [
        *list(Step)[:7],
        "second consultation",
        *list(Step)[7:-1],
    ]
    (paper,) = write_calendar.fn("2026")
    (table,) = [
        block
        for block in read_document(filing.take_from_shelf(paper.sha256)).blocks
        if isinstance(block, Table)
    ]
    added = next(row for row in table.rows if row[1].startswith("Second regional consultation"))
    assert added[0] == "Development phase"
    assert "10:00" in added[2]
    assert drafts_due.fn(TrackId("2026", "WBCTi")) == []
    assert methodology_check.mismatches() == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([without("Board")], "these steps must be there, in this order: calendar agreed"),
        ([("step: Board", "step: Boad")], "these steps must be there"),
        ([("step: first draft", "step: final draft")], "a step stands twice: final draft"),
        ([("working_days: 125", "working_days: 25")], "a step lies before the one above it"),
        ([("step: first draft", 'step: ""')], "step"),
    ],
)
def test_a_calendar_the_program_cannot_keep_is_refused(june: Path, changes, sentence: str):
    adopted()
    folder = with_steps(june, *changes)
    with pytest.raises(told.VersionFilesBroken, match=sentence):
        adopting.lay.fn(1, str(folder), "Officer")


def test_the_journal_says_which_version_a_cycle_began_with(june: Path):
    open_cycle.fn("2025", None, None, None, None)
    with store.session() as session:
        assert journal.entries(session)[-1].facts["methodology"] == "2022"


def test_with_one_version_on_record_there_is_nothing_to_compare():
    with pytest.raises(told.NoSecondVersion, match="beside 2022"):
        comparing.compare.fn()


def test_the_comparison_is_a_word_document_that_counts_and_names_what_changed(june: Path):
    laid(june)
    sentence = comparing.compare.fn()
    assert comparing.compare.fn("2022", "2026") == sentence
    assert sentence.endswith("Steps: 1 changed; filters: 1 added.")
    (path,) = (june / "review").glob("*.docx")
    texts = [str(block) for block in read_document(path.read_bytes()).blocks]
    assert any("Unmanned aircraft" in text for text in texts)
    assert any("10 working days later" in text for text in texts)
    with pytest.raises(told.SameVersionTwice):
        comparing.compare.fn("2026", "2026")
    with pytest.raises(told.VersionOfMethodologyUnknown, match="2022, 2026"):
        comparing.compare.fn("2023")
