"""How simulated members answer: in full, sloppily, late, with nothing to report, or never."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.vocabulary import (
    AnswerState,
    FollowUp,
    Habit,
    InstrumentKind,
    NeedReply,
    PlannedReply,
    ProjectSupport,
    RequestKind,
    ResponseLine,
    StatementKind,
    SupportLine,
)
from tasks.rules import chance
from tasks.rules.simulated_words import EU_REFERENCES, PLANNED, PROJECTS, REPORTED, WISHES

_HABITS = (
    Habit.COMPLETE,
    Habit.COMPLETE,
    Habit.SLOPPY,
    Habit.NIL_RETURN,
    Habit.LATE,
    Habit.SILENT,
)
SUPPORTERS, CORRECTED = "supporters", "corrected file"
_WAVES = {
    Habit.COMPLETE: "complete",
    Habit.SLOPPY: "sloppy",
    Habit.WRONG_FILE_FIRST: CORRECTED,
    Habit.NIL_RETURN: "nil return",
    Habit.LATE: "late",
    Habit.SILENT: "never",
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What one member writes into one workbook."""

    replies: tuple[NeedReply, ...]
    responses: tuple[ResponseLine, ...]
    support: tuple[SupportLine, ...]
    additional: str
    noise: str
    planned: tuple[PlannedReply, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """For whom and on what an answer is written: nothing else decides what it says."""

    seed: int
    cycle: str
    pillar: str
    member: str
    reporting: tuple[date, date]
    outlook_to: date

    def pick(self, limit: int, *about: object) -> int:
        return chance.number(limit, self.seed, self.cycle, self.pillar, self.member, *about)


def wave_of_partner(occasion: Occasion, partners: Sequence[str], *, one_wrong_file: bool) -> str:
    """The day of the screenplay on which a partner answers; which one it is the seed decides.

    Every habit occurs once in each pillar, completeness twice; with one wrong file the first of
    the complete ones sends something else before.
    """
    drawn = chance.shuffled(_HABITS, occasion.seed, occasion.cycle, occasion.pillar, "habits")
    given: dict[str, Habit] = dict(zip(partners, drawn, strict=False))
    if one_wrong_file:
        first = next(partner for partner, habit in given.items() if habit is Habit.COMPLETE)
        given[first] = Habit.WRONG_FILE_FIRST
    return _WAVES[given.get(occasion.member, Habit.SILENT)]


def wave_of_supporter(occasion: Occasion) -> str:
    """Three in five members of the Support Group answer; the others remain silent."""
    return SUPPORTERS if occasion.pick(5, "answers") < 3 else _WAVES[Habit.SILENT]


def answers(
    kind: RequestKind, wave: str, occasion: Occasion, asked: Sequence[tuple[str, str]]
) -> Answers:
    """What a member writes into its workbook, which asks about needs given as (key, number)."""
    if kind is RequestKind.SUPPORT:
        return support(occasion, asked)
    habit = next(habit for habit, its_wave in _WAVES.items() if its_wave == wave)
    return responses(habit, occasion, asked)


def responses(habit: Habit, occasion: Occasion, asked: Sequence[tuple[str, str]]) -> Answers:
    """What a partner writes on the needs it is asked about, given as (key, number)."""
    if habit is Habit.NIL_RETURN:
        nothing = tuple(NeedReply(key, AnswerState.NOTHING_TO_REPORT) for key, _ in asked)
        return Answers(nothing, (), (), "", "")
    replies: list[NeedReply] = []
    lines: list[ResponseLine] = []
    for key, number in asked:
        state = _state(habit, occasion, number)
        later = f"Q1 {occasion.reporting[1].year + 1}" if state is AnswerState.LATER else ""
        replies.append(NeedReply(key, state, later))
        if state is AnswerState.ANSWERED:
            lines += _lines(habit, occasion, key, number)
    noise = ""
    if habit is Habit.SLOPPY:
        noises = ("renamed sheets", "sorted rows", "inserted row", "trailing spaces")
        noise = noises[occasion.pick(len(noises), "noise")]
    closing = "We thank the Secretariat for the visit in spring." if occasion.pick(3, "+") else ""
    planned = tuple(_follow_up(occasion, key, number) for key, number in asked)
    if habit is Habit.SLOPPY:
        planned = planned[::2]
    return Answers(tuple(replies), tuple(lines), (), closing, noise, planned)


def _follow_up(occasion: Occasion, key: str, number: str) -> PlannedReply:
    """What became of the first item planned last year, for whoever planned one."""
    became = tuple(FollowUp)[occasion.pick(len(FollowUp), "follow up", number)]
    moved = f"Moved to Q{occasion.pick(4, 'moved', number) + 1}." if became == "changed" else ""
    return PlannedReply(key, 1, became, moved)


def support(occasion: Occasion, asked: Sequence[tuple[str, str]]) -> Answers:
    """Which projects another member reports, on a few of the needs of all partners."""
    few = chance.shuffled(asked, occasion.seed, occasion.cycle, occasion.member, "support")
    lines: list[SupportLine] = []
    for place, (key, number) in enumerate(few[: occasion.pick(6, "how many")]):
        title, activity, donors = PROJECTS[occasion.pick(len(PROJECTS), "project", place)]
        began = occasion.reporting[0].year - occasion.pick(2, "began", number)
        lines.append(
            SupportLine(
                need=key,
                line=1,
                title=title,
                implementer=occasion.member,
                donors=donors,
                activity=activity,
                start_text=f"{began}-0{occasion.pick(9, 'month', number) + 1}-01",
                end_text=f"{began + 3}-12-31",
                budget="not disclosed" if occasion.pick(2, "money", number) else "1250000",
                currency="" if occasion.pick(2, "money", number) else "EUR",
                status="ongoing",
            )
        )
    return Answers((), (), tuple(lines), "", "")


def _state(habit: Habit, occasion: Occasion, number: str) -> AnswerState | None:
    drawn = occasion.pick(20, "state", number)
    if habit is Habit.SLOPPY and drawn < 3:
        return None  # a blank is not an answer (rule R11)
    if drawn == 4:
        return AnswerState.NOT_SHAREABLE
    if drawn == 5:
        return AnswerState.LATER
    if drawn in (6, 7):
        return AnswerState.NOTHING_TO_REPORT
    return AnswerState.ANSWERED


def _lines(habit: Habit, occasion: Occasion, key: str, number: str) -> Iterator[ResponseLine]:
    since, until = occasion.reporting
    first = StatementKind.ACHIEVED if occasion.pick(2, "kind", number) else StatementKind.ONGOING
    text, instrument, reference = REPORTED[occasion.pick(len(REPORTED), "text", number)]
    day = since + timedelta(days=occasion.pick((until - since).days, "day", number))
    sloppy = habit is Habit.SLOPPY and occasion.pick(3, "sloppy", number) == 0
    supported = (ProjectSupport.YES, ProjectSupport.NO, ProjectSupport.UNKNOWN)[
        occasion.pick(3, "project", number)
    ]
    project = PROJECTS[occasion.pick(len(PROJECTS), "which", number)][0]
    yield ResponseLine(
        need=key,
        line=1,
        kind=None if sloppy else first,
        text=text,
        instrument=InstrumentKind(instrument),
        reference="" if sloppy else reference,
        date_text=f"{day:%d.%m.%Y}" if sloppy else day.isoformat(),
        with_project_support=supported,
        project=project if supported is ProjectSupport.YES else "",
        eu_reference="" if sloppy else EU_REFERENCES[occasion.pick(len(EU_REFERENCES), number)],
    )
    if occasion.pick(3, "second line", number):
        return
    later = occasion.pick(4, "quarter", number) + 1
    wish = occasion.pick(4, "wish", number) == 0
    yield ResponseLine(
        need=key,
        line=2,
        kind=StatementKind.REQUEST if wish else StatementKind.PLANNED,
        text=(WISHES if wish else PLANNED)[occasion.pick(len(WISHES), "next", number)],
        instrument=InstrumentKind(instrument),
        date_text="" if wish else f"Q{later} {until.year + 1}",
    )
