"""Year on year as a report tells it: changes of needs, and what is said of intentions (R13)."""

from collections import Counter

from data.vocabulary import Block, Heading, Paragraph, Table
from data.vocabulary.trends import Intention, IntentionState, Trend
from tasks.rules import finding_anchors
from tasks.rules.cross_references import NEXT_TABLE
from tasks.rules.phrases import counted, joined, plural
from tasks.rules.report_figures import change_chart
from tasks.rules.report_material import Material
from tasks.rules.year_findings import YearFindings

_RULES = {
    Trend.ADVANCED: (
        "The status in the needs mapping or the responses reported stand a step further, or a "
        "further response is reported as achieved. The steps are: planned, ongoing, achieved."
    ),
    Trend.UNCHANGED: "Replies of both cycles are held and show no further step.",
    Trend.REOPENED: "The needs mapping called it met in the cycle before and no longer does.",
    Trend.NEW: "Neither the need nor one it replaces was mapped in the cycle before.",
    Trend.MET: "The needs mapping calls it met and did not in the cycle before.",
    Trend.NOT_COMPARED: (
        "One of the two cycles holds no reply that may be told; nothing follows from that."
    ),
}
_SPLIT = ", one on a need that was split since under each of its parts"
_SHOWN = frozenset({Trend.ADVANCED, Trend.REOPENED, Trend.NEW, Trend.MET})


def trend_blocks(material: Material, found: YearFindings) -> list[Block]:
    """Counts by change with a chart, the needs that changed, and intentions of the cycle before.

    Nothing stands there in a first cycle: that none is held before it is said with the findings.
    """
    heading = Heading(2, "Change since the cycle before")
    if not found.trends:
        intentions = _intentions(material, found)
        return [heading, *intentions] if intentions else []
    return [
        heading,
        Paragraph(_counts(found), anchor=finding_anchors.count("trends")),
        change_chart(material, found.trends),
        _classes(found),
        *_changed(material, found),
        *_intentions(material, found),
    ]


def _counts(found: YearFindings) -> str:
    numbers = Counter(each.trend for each in found.trends)
    parts = [f"{numbers[trend]} {trend}" for trend in Trend if trend is not Trend.NOT_COMPARED]
    left = numbers[Trend.NOT_COMPARED]
    total = len(found.trends)
    return (
        f"{counted(total, 'need')} {plural(total, 'is')} held against the cycle before, through "
        f"renaming, splitting and merging: {joined(parts)}; {left} cannot be compared. "
        f"{NEXT_TABLE} gives the rule of each. No change is an assessment of anybody."
    )


def _classes(found: YearFindings) -> Table:
    numbers = Counter(each.trend for each in found.trends)
    return Table(
        caption="Changes since the cycle before",
        header=("Change", "Rule", "Needs"),
        rows=tuple(
            (trend.capitalize(), rule, str(numbers[trend])) for trend, rule in _RULES.items()
        ),
        widths=(0.2, 0.68, 0.12),
        numbers=(2,),
        anchors=tuple(finding_anchors.count(f"trend_{trend.name.lower()}") for trend in _RULES),
    )


def _changed(material: Material, found: YearFindings) -> list[Block]:
    shown = [each for each in found.trends if each.trend in _SHOWN]
    if not shown:
        return []
    return [
        Table(
            caption="Mapped needs that changed since the cycle before",
            header=("No.", "Partner", "Mapped need", "Change", "What it rests on"),
            rows=tuple(
                (
                    material.number(each.need),
                    material.name(material.needs[each.need].member),
                    material.needs[each.need].title,
                    each.trend.capitalize(),
                    each.because,
                )
                for each in shown
            ),
            widths=(0.12, 0.17, 0.31, 0.13, 0.27),
            anchors=tuple(finding_anchors.trend(each) for each in shown),
        )
    ]


def _intentions(material: Material, found: YearFindings) -> list[Block]:
    if not found.intentions:
        return []
    numbers = Counter(each.state for each in found.intentions)
    parts = [f"{state} ({numbers[state]})" for state in IntentionState if numbers[state]]
    total = len(found.intentions)
    return [
        Heading(3, "Intentions stated in the cycle before"),
        Paragraph(
            f"{counted(total, 'intention')} of the cycle before {plural(total, 'is')} held against "
            f"this one{_SPLIT if _was_split(material, found) else ''}: {joined(parts)}. An "
            f"intention binds nobody. {NEXT_TABLE} gives each.",
            anchor=finding_anchors.count("intentions"),
        ),
        Table(
            caption="Intentions of the cycle before and what this cycle holds",
            header=("No.", "Partner", "Intention stated", "What this cycle holds"),
            rows=tuple(
                (
                    material.number(each.need),
                    material.name(material.needs[each.need].member),
                    f"{each.cycle}: {each.text}",
                    _now(each),
                )
                for each in found.intentions
            ),
            widths=(0.12, 0.17, 0.38, 0.33),
            anchors=tuple(finding_anchors.intention(each) for each in found.intentions),
        ),
    ]


def _was_split(material: Material, found: YearFindings) -> bool:
    """Whether one intention stands under several needs, since its own was split."""
    held = material.snapshot.last_year
    stated = [
        (number, each.cycle, each.item, each.text)
        for each in found.intentions
        for number in held[each.need].numbers
    ]
    return len(stated) > len(set(stated))


def _now(found: Intention) -> str:
    words = f"{found.state.capitalize()}."
    return f"{words}\n{found.remark}" if found.remark else words
