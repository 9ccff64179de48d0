"""Reference data is whole, consistent and fresh; when it is not, the message says what to do."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.errors.reference import NothingInForce, ReferenceDataBroken
from data.reference import (
    aliases,
    board_rule,
    calendar_offsets,
    calendar_version,
    dated_filters,
    framework_on,
    methodology_on,
    methodology_versions,
    neighbours,
    rehearsal_registers,
    reminder_ladder,
    stale_on,
    taxonomy_on,
    taxonomy_version,
)
from data.reference.board_rule import board_rule_in
from data.reference.framework import FrameworkFile
from data.reference.freshness import FILES
from data.reference.reading import FOLDER, Reviewed, read
from data.vocabulary import ContactRole, MemberKind, NeedStatus, Step
from tasks.edges.workbook.registers import read_sheets
from tasks.rules.lettering import comparable

TODAY = datetime.now(UTC).date()


def test_no_reference_file_is_due_for_review():
    assert stale_on(TODAY) == ()


def test_a_file_past_its_review_says_which_and_what_to_do():
    assert len(stale_on(date(2028, 1, 1))) == len(FILES)
    assert stale_on(date(2028, 1, 1))[0] == (
        "data/reference/aliases.yaml was due for review by 2027-12-31: go through it, correct "
        "what changed, and move reviewed_on and review_by."
    )


def test_every_reference_file_is_watched_for_review():
    assert sorted(path.name for path in FOLDER.glob("*.yaml")) == sorted(FILES)


def test_pillars_are_spelt_as_the_methodology_spells_them():
    taxonomy = taxonomy_on(date(2026, 1, 1))
    assert [pillar.code for pillar in taxonomy.pillars] == ["WBCTi", "WBCSCi", "WBBSi"]
    assert [(s.number, s.name) for s in taxonomy.sub_pillars] == [
        (1, "Legal framework and implementation"),
        (2, "Institutional set-up and enforcement"),
        (3, "Capacity building and support"),
        (4, "Coordination and cooperation"),
    ]


def test_the_only_public_chart_has_its_three_filters_in_order():
    filters = taxonomy_on(date(2026, 1, 1)).filters_of("WBCTi", 4)
    assert [filter.name for filter in filters] == [
        "Information exchange",
        "Mechanisms of coordination and systems",
        "Exchange of experience and expertise",
    ]


def test_no_filter_stands_twice_on_one_day():
    seen = [(f.filter.pillar, f.filter.sub_pillar, f.filter.name) for f in dated_filters()]
    assert len(seen) == len(set(seen)) == 28


def test_a_day_before_the_methodology_has_no_taxonomy():
    with pytest.raises(NothingInForce, match=r"taxonomy\.yaml holds no pillar"):
        taxonomy_on(date(2019, 1, 1))


def test_the_action_plan_on_terrorism_changes_on_30_october_2025():
    def plans(day: date) -> list[str]:
        return [r.code for r in framework_on(day) if r.code.startswith("jap-")]

    assert plans(date(2025, 10, 29)) == ["jap-2018"]
    assert plans(date(2025, 10, 30)) == ["jap-2025"]


def test_every_eu_reference_of_the_rehearsal_stands_in_the_list():
    _, needs = rehearsal_registers()
    sheet = read_sheets(needs.read_bytes())[0]
    names = tuple(reference.name for reference in framework_on(date(2026, 1, 1)))
    references = {cell.text for cell in sheet.cells if cell.column == 11 and cell.row > 5}
    assert [text for text in references if not text.startswith(names)] == []


def test_the_neighbours_are_the_six_partners_of_the_register_and_their_ten_borders():
    members, _ = rehearsal_registers()
    sheet = read_sheets(members.read_bytes())[0]
    kinds = {cell.row for cell in sheet.cells if cell.text == MemberKind.PARTNER}
    partners = {cell.text for cell in sheet.cells if cell.column == 1 and cell.row in kinds}
    assert {code for pair in neighbours() for code in pair} == partners
    assert [f"{one}-{other}" for one, other in neighbours()] == [
        *("AL-ME", "AL-MK", "AL-XK", "BA-ME", "BA-RS"),
        *("ME-RS", "ME-XK", "MK-RS", "MK-XK", "RS-XK"),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("BA: [ME, RS]", "RS names BA, and BA does not name RS"),
        ("BA: [ME, RS]", "ME names BA, and BA does not name ME"),
    ],
)
def test_a_border_that_only_one_side_names_is_refused(line: str, what: str, tmp_path: Path):
    changed = _framework().replace(line, "BA: []")
    assert what in _refused(changed, tmp_path)


def test_a_neighbour_without_a_line_is_refused_and_so_is_a_partner_beside_itself(tmp_path: Path):
    changed = _framework().replace("AL: [ME, MK, XK]", "AL: [AL, GR, ME, MK, XK, XK]")
    told = _refused(changed, tmp_path)
    assert "AL is named as its own neighbour" in told
    assert "AL names GR, which has no line of its own" in told
    assert "AL names XK twice" in told


def _framework() -> str:
    return (FOLDER / "framework.yaml").read_text("utf-8")


def _refused(text: str, folder: Path) -> str:
    file = folder / "framework.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceDataBroken) as refused:
        read(file, FrameworkFile)
    return str(refused.value)


def test_the_methodology_of_2022_is_in_force_and_pins_what_is_here():
    version = methodology_on(date(2026, 1, 1))
    assert version.title == "Methodology for development of IISG Annual Response Mapping Report"
    assert (version.agreed_from, version.agreed_to) == (date(2022, 6, 8), date(2022, 6, 10))
    assert version.validity.since == date(2022, 6, 20)
    newest = methodology_versions()[-1]
    assert (newest.calendar, newest.taxonomy) == (calendar_version(), taxonomy_version())


def test_the_calendar_dates_every_step_in_order_and_quotes_its_source():
    offsets = calendar_offsets()
    assert [offset.step for offset in offsets] == list(Step)
    days = [offset.working_days for offset in offsets]
    assert days == sorted(set(days))
    assert all(offset.source.startswith("I.") and '"' in offset.source for offset in offsets)


def test_the_board_rule_claims_nothing_about_the_terms_of_reference():
    rule = board_rule()
    assert "chair's conclusion" in rule.sentence
    assert rule.reference.startswith("Configured default")
    assert "silence" not in rule.sentence


@pytest.mark.parametrize("code", ["consensus-1", "majority-1", "silence-1"])
def test_another_rule_is_in_force_only_with_its_place_in_the_terms_of_reference(
    tmp_path: Path, code: str
):
    told = (FOLDER / "board_rule.yaml").read_text("utf-8")
    switched = told.replace("in_force: chair-conclusion-1", f"in_force: {code}")
    file = tmp_path / "board_rule.yaml"
    file.write_text(switched, "utf-8")
    with pytest.raises(ReferenceDataBroken, match="terms_of_reference"):
        board_rule_in(file)
    named = "terms_of_reference: ToR, Article 7(2)"
    file.write_text(switched.replace("terms_of_reference: not named", named), "utf-8")
    rule = board_rule_in(file)
    assert (rule.code, rule.reference) == (code, "ToR, Article 7(2)")
    assert rule.decides.value == code.removesuffix("-1")


def test_reminders_are_few_and_begin_before_the_deadline():
    days = [stage.working_days for stage in reminder_ladder()]
    assert days == [-10, -3, 2]


def test_aliases_speak_of_words_that_exist():
    known = aliases()
    taxonomy = taxonomy_on(TODAY)
    assert set(known.pillars) == {pillar.code for pillar in taxonomy.pillars}
    assert set(known.sub_pillars) == {str(s.number) for s in taxonomy.sub_pillars}
    assert set(known.statuses) == set(NeedStatus)
    assert set(known.kinds) == set(MemberKind)
    assert set(known.roles) == set(ContactRole)
    assert set(known.partners) == {"AL", "BA", "XK", "ME", "MK", "RS"}


@pytest.mark.parametrize("block", ["members_columns", "contacts_columns", "needs_columns"])
def test_no_heading_compares_like_another(block: str):
    columns: dict[str, tuple[str, ...]] = getattr(aliases(), block)
    meanings: dict[str, set[str]] = {}
    for column, spellings in columns.items():
        for spelling in (column, *spellings):
            meanings.setdefault(comparable(spelling), set()).add(column)
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("reviewed_on: 2026-01-01\n", "“review_by”: Field required"),
        ("reviewed_on: soon\nreview_by: 2026-01-01\n", "“reviewed_on”"),
        ("reviewed_on: [\n", "line 2"),
        ("reviewed_on: 2026-01-01\nreviewed_on: 2026-01-02\n", "stands twice"),
        ("reviewed_on: 2026-01-01\nreview_by: 2026-01-01\nreviewd: x\n", "“reviewd”"),
        ("", "the whole file"),
    ],
)
def test_a_broken_file_is_one_refusal_that_names_file_key_and_remedy(
    tmp_path: Path, text: str, problem: str
):
    path = tmp_path / "reminders.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReferenceDataBroken) as refusal:
        read(path, Reviewed)
    assert problem in str(refusal.value)
    assert "Correct the named keys in data/reference/reminders.yaml" in str(refusal.value)


def test_a_missing_file_is_refused_by_name(tmp_path: Path):
    with pytest.raises(ReferenceDataBroken, match="cannot be opened"):
        read(tmp_path / "calendar.yaml", Reviewed)
