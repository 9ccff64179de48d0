"""The screenplay of a rehearsal: what the Secretariat does in a year, day by day."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from data.vocabulary import (
    Disposition,
    LettersMode,
    Outcome,
    Position,
    RehearsedCycle,
    Station,
    Step,
    Subject,
)
from tasks.rules import chance

OFFICER = "Rehearsal officer"
SECOND_PERSON = "Rehearsal colleague"
PER_CYCLE = 1000  # stations a cycle may have; its own count from this times its place
ABOUT = 114  # stations a cycle really has, for a progress display
_RELEASE = LettersMode.RELEASE

_Line = tuple[datetime, str, str, Mapping[str, object]]


def opening(cycle: RehearsedCycle, registers: tuple[str, str], start: date) -> list[Station]:
    """What is done before a calendar exists: the registers come in and the cycle is prepared."""
    morning = cycle.days["start"]
    lines: list[_Line] = [
        (morning, "members register", "import-members", {"file": registers[0]}),
        (morning, "needs register", "import-needs", {"file": registers[1]}),
        (
            morning,
            "calendar, analysis and structure",
            "prepare",
            {"cycle": cycle.code, "start": start, "letters": _RELEASE},
        ),
    ]
    return _numbered(cycle, lines, first=1)


def screenplay(cycle: RehearsedCycle, seed: int) -> list[Station]:
    """The whole year of a cycle that was prepared, in the order of its days."""
    lines: list[_Line] = [
        *_agreeing(cycle),
        *_answering(cycle),
        *_supporting(cycle),
        *_commenting(cycle, seed),
        *_deciding(cycle, seed),
    ]
    return _numbered(cycle, lines, first=100)


def _numbered(cycle: RehearsedCycle, lines: list[_Line], first: int) -> list[Station]:
    return [
        Station(cycle.place * PER_CYCLE + number, moment, f"{cycle.code}: {label}", verb, given)
        for number, (moment, label, verb, given) in enumerate(lines, start=first)
    ]


def _agreeing(cycle: RehearsedCycle) -> Iterator[_Line]:
    day = cycle.days[Step.CALENDAR_AGREED] - timedelta(days=2)
    hesitant = cycle.partners[-1]
    remark = "Please keep the week of our Assembly elections free."
    yield (
        day,
        "a remark on the calendar",
        "record-agreement",
        _agreement(cycle, Subject.CALENDAR, hesitant, "", Position.COMMENTS, remark),
    )
    for partner in cycle.partners:
        yield (
            day + timedelta(days=1),
            "agreement on the calendar",
            "record-agreement",
            _agreement(cycle, Subject.CALENDAR, partner, "", Position.AGREED, ""),
        )
    yield day + timedelta(days=1), "convocation", "develop", _develop(cycle)
    meeting = cycle.days[Step.STRUCTURE_MEETING]
    minutes = f"minutes-structure-{cycle.code}.txt"
    words = f"Minutes of the meeting of partners on the structure of the reports {cycle.code}.\n"
    yield meeting, "minutes of the meeting", "write the minutes", {"name": minutes, "words": words}
    for pillar in cycle.pillars:
        for partner in cycle.partners:
            given = _agreement(cycle, Subject.STRUCTURE, partner, pillar, Position.AGREED, "")
            given["evidence"] = minutes
            yield meeting, f"agreement on the structure ({pillar})", "record-agreement", given
    yield cycle.days[Step.REQUEST], "requests", "develop", _develop(cycle)


def _answering(cycle: RehearsedCycle) -> Iterator[_Line]:
    deadline = cycle.days[Step.DELIVERY]
    for days_before, label, waves in (
        (20, "first answers", ("complete",)),
        (4, "more answers, one wrong file", ("sloppy", "wrong file first")),
        (1, "nil returns and a corrected file", ("nil return", "corrected file")),
    ):
        when = deadline - timedelta(days=days_before)
        yield when, label, "members answer", {"cycle": cycle.code, "waves": waves}
        yield when, "intake", "take-in", {"cycle": cycle.code}
        yield when, "reminders", "remind", {"cycle": cycle.code, "letters": _RELEASE}
    yield deadline, "first drafts and requests for support", "develop", _develop(cycle)
    late = deadline + timedelta(days=3)
    yield late, "late answers", "members answer", {"cycle": cycle.code, "waves": ("late",)}
    yield late, "intake", "take-in", {"cycle": cycle.code}


def _supporting(cycle: RehearsedCycle) -> Iterator[_Line]:
    deadline = cycle.days[Step.SUPPORT_DELIVERY]
    when = deadline - timedelta(days=3)
    waves = ("supporters",)
    yield when, "support information", "members answer", {"cycle": cycle.code, "waves": waves}
    yield when, "intake", "take-in", {"cycle": cycle.code}
    yield when, "reminders", "remind", {"cycle": cycle.code, "letters": _RELEASE}
    yield deadline, "consultation drafts", "develop", _develop(cycle)


def _commenting(cycle: RehearsedCycle, seed: int) -> Iterator[_Line]:
    deadline = cycle.days[Step.COMMENTS]
    when = deadline - timedelta(days=2)
    for pillar in cycle.pillars:
        asked = chance.shuffled(cycle.needs[pillar], seed, cycle.code, pillar, "comments")
        for number, (partner, need) in enumerate(asked[:3], start=1):
            text, proposed, disposition, reason = _REMARKS[number - 1]
            yield (
                when,
                f"comments ({pillar})",
                "record-comment",
                {
                    "cycle": cycle.code,
                    "pillar": pillar,
                    "member": partner,
                    "text": text.format(need=need),
                    "recorded_by": OFFICER,
                    "place": need,
                    "proposed": proposed,
                },
            )
            yield (
                when,
                f"dispositions ({pillar})",
                "dispose-comment",
                {
                    "cycle": cycle.code,
                    "pillar": pillar,
                    "comment": number,
                    "disposition": disposition,
                    "recorded_by": OFFICER,
                    "reason": reason,
                },
            )
    yield deadline, "final drafts", "develop", _develop(cycle)


def _deciding(cycle: RehearsedCycle, seed: int) -> Iterator[_Line]:
    board = cycle.days[Step.BOARD]
    before = board - timedelta(days=10)
    returned = chance.one_of(cycle.pillars, seed, cycle.code, "returned")
    for pillar in cycle.pillars:
        yield before, f"to the Board ({pillar})", "submit-to-board", _letters(cycle, pillar)
    for pillar in cycle.pillars:
        outcome = Outcome.NOT_ADOPTED if pillar == returned else Outcome.ADOPTED
        yield from _sitting(cycle, pillar, outcome, board)
    for pillar in cycle.pillars:
        yield _confirmed(cycle, pillar, board + timedelta(days=1))
    for pillar in cycle.pillars:
        if pillar != returned:
            yield (
                board + timedelta(days=2),
                f"release ({pillar})",
                "publish",
                _letters(cycle, pillar),
            )
    yield from _amending(cycle, returned, board + timedelta(days=5))


def _amending(cycle: RehearsedCycle, pillar: str, when: datetime) -> Iterator[_Line]:
    yield (
        when,
        f"what the Board asked for ({pillar})",
        "record-comment",
        {
            "cycle": cycle.code,
            "pillar": pillar,
            "member": "EC",
            "text": "The Board asks that the state of ongoing reforms be described more clearly.",
            "recorded_by": OFFICER,
            "proposed": "Reforms that are under way are reported as ongoing, not as achieved.",
        },
    )
    yield (
        when,
        f"amendment taken up ({pillar})",
        "dispose-comment",
        {
            "cycle": cycle.code,
            "pillar": pillar,
            "comment": 4,
            "disposition": Disposition.ACCEPTED,
            "recorded_by": OFFICER,
        },
    )
    yield when, f"amended final draft ({pillar})", "develop", _develop(cycle)
    again = when + timedelta(days=7)
    yield again, f"to the Board again ({pillar})", "submit-to-board", _letters(cycle, pillar)
    decided = again + timedelta(days=14)
    yield from _sitting(cycle, pillar, Outcome.ADOPTED, decided)
    yield _confirmed(cycle, pillar, decided + timedelta(days=1))
    yield decided + timedelta(days=2), f"release ({pillar})", "publish", _letters(cycle, pillar)


def _sitting(
    cycle: RehearsedCycle, pillar: str, outcome: Outcome, when: datetime
) -> Iterator[_Line]:
    said = outcome.replace("-", " ")
    minutes = f"minutes-board-{cycle.code}-{pillar}-{when.date()}.txt"
    words = (
        f"Minutes of the IISG Board, {when.date()}: the {pillar} report of {cycle.code} "
        f"was put to the members; the chair concluded: {said}.\n"
    )
    yield when, f"minutes ({pillar})", "write the minutes", {"name": minutes, "words": words}
    yield (
        when,
        f"decision ({pillar})",
        "record-decision",
        {
            "cycle": cycle.code,
            "pillar": pillar,
            "outcome": outcome,
            "date": when.date(),
            "evidence": minutes,
            "recorded_by": OFFICER,
            "minutes": f"Minutes of the Board, {when.date()}",
            "text": f"The chair concluded: {said}.",
        },
    )


def _confirmed(cycle: RehearsedCycle, pillar: str, when: datetime) -> _Line:
    """A second person holds the decision against the minutes before anything leaves."""
    given = {"cycle": cycle.code, "pillar": pillar, "confirmed_by": SECOND_PERSON}
    return when, f"decision confirmed ({pillar})", "confirm-decision", given


def _agreement(
    cycle: RehearsedCycle,
    subject: Subject,
    member: str,
    pillar: str,
    position: Position,
    text: str,
) -> dict[str, object]:
    return {
        "cycle": cycle.code,
        "subject": subject,
        "member": member,
        "position": position,
        "recorded_by": OFFICER,
        "pillar": pillar,
        "text": text,
    }


def _develop(cycle: RehearsedCycle) -> dict[str, object]:
    return {"cycle": cycle.code, "letters": _RELEASE}


def _letters(cycle: RehearsedCycle, pillar: str) -> dict[str, object]:
    return {"cycle": cycle.code, "pillar": pillar, "letters": _RELEASE}


_REMARKS = (
    (
        "The entry on {need} should name the by-law that was adopted in the meantime.",
        "The implementing by-law has been adopted and is applied.",
        Disposition.ACCEPTED,
        "",
    ),
    (
        "Please shorten the description of {need} and say that donors coordinate quarterly.",
        "Donors meet every quarter.",
        Disposition.PARTLY,
        "The description is the partner's own; the coordination is mentioned.",
    ),
    (
        "We would prefer {need} to be listed under another filter.",
        "",
        Disposition.NOT_ACCEPTED,
        "The filter is part of the agreed structure and of the Needs Mapping report.",
    ),
)
