"""The Secretariat's two internal papers before a cycle asks anything (I.1, steps 2 and 3)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.vocabulary import (
    KOSOVO_FOOTNOTE,
    MARKING_DRAFT,
    Block,
    Document,
    Heading,
    LastYear,
    Member,
    Need,
    Paragraph,
    Pillar,
    SubPillar,
    Table,
)
from data.vocabulary.analysis import NeedsAnalysis, NeedsCount
from tasks.rules import kosovo
from tasks.rules.deadlines import long_date
from tasks.rules.phrases import counted, natural, plural
from tasks.rules.report_statements import last_year

_STATUS = ("Open", "Partly met", "Met", "All")
_AGE = ("New", "Carried over", "Replaced")


def analysis_paper(
    analysis: NeedsAnalysis,
    pillar: Pillar,
    edition: str,
    partners: Sequence[Member],
    sub_pillars: Sequence[SubPillar],
    as_of: date,
) -> Document:
    """The internal analysis of the latest needs as a paper (Methodology I.1, step 2).

    Args:
        analysis: The counts of one pillar.
        pillar: That pillar.
        edition: The edition of the needs register.
        partners: All partners, alphabetical by display name (rule R15).
        sub_pillars: The four sub-pillars.
        as_of: The day the paper states.
    """
    blocks: list[Block] = [
        Paragraph(_analysed(analysis, edition), "lead"),
        Heading(1, "Needs by partner and sub-pillar"),
    ]
    for each in sub_pillars:
        counts = {c.member: c for c in analysis.counts if c.sub_pillar == each.number}
        blocks += [Heading(2, each.name), _by_partner(each.name, counts, partners, analysis)]
    blocks += _filters(analysis, sub_pillars)
    blocks += _no_longer_listed(analysis, partners)
    title = "Internal analysis of the latest needs"
    return _paper(title, pillar, (f"Needs mapping {edition}", long_date(as_of)), blocks)


def _analysed(analysis: NeedsAnalysis, edition: str) -> str:
    total = sum(count.total for count in analysis.counts)
    met = sum(count.met for count in analysis.counts)
    partly = sum(count.partly_met for count in analysis.counts)
    says = (
        f"The needs mapping {edition} holds {counted(total, 'need')} under this pillar: "
        f"{total - met - partly} open, {partly} partly met and {met} met."
    )
    if not analysis.compared:
        return f"{says} The register holds no earlier edition to compare it with."
    new = sum(count.new for count in analysis.counts)
    carried = sum(count.carried_over for count in analysis.counts)
    replaced = sum(count.replaced for count in analysis.counts)
    return (
        f"{says} Against the edition before, {new} {plural(new, 'is')} new, {carried} "
        f"{plural(carried, 'is')} carried over and {replaced} {plural(replaced, 'is')} in place "
        f"of earlier ones."
    )


def _by_partner(
    title: str,
    counts: Mapping[str, NeedsCount],
    partners: Sequence[Member],
    analysis: NeedsAnalysis,
) -> Table:
    header = ("Partner", *_STATUS, *(_AGE if analysis.compared else ()))
    columns = len(header) - 1
    share = round(0.7 / columns, 4)
    return Table(
        caption=f"{title}: mapped needs",
        header=header,
        rows=tuple(
            (partner.name, *_numbers(counts.get(partner.code), analysis.compared))
            for partner in partners
        ),
        widths=(round(1 - share * columns, 4), *([share] * columns)),
        numbers=tuple(range(1, columns + 1)),
    )


def _numbers(count: NeedsCount | None, compared: bool) -> tuple[str, ...]:
    if count is None:
        return ("0",) * (len(_STATUS) + (len(_AGE) if compared else 0))
    status = (count.open, count.partly_met, count.met, count.total)
    age = (count.new, count.carried_over, count.replaced) if compared else ()
    return tuple(str(number) for number in (*status, *age))


def _filters(analysis: NeedsAnalysis, sub_pillars: Sequence[SubPillar]) -> list[Block]:
    names = {each.number: each.name for each in sub_pillars}
    return [
        Heading(1, "Needs by filter"),
        Table(
            caption="Filters under which needs are mapped",
            header=("Sub-pillar", "Filter", "Needs", "Partners"),
            rows=tuple(
                (
                    names.get(each.sub_pillar, str(each.sub_pillar)),
                    each.filter or "–",
                    str(each.needs),
                    str(each.partners),
                )
                for each in analysis.filters
            ),
            widths=(0.4, 0.36, 0.12, 0.12),
            numbers=(2, 3),
        ),
    ]


def _no_longer_listed(analysis: NeedsAnalysis, partners: Sequence[Member]) -> list[Block]:
    if not analysis.no_longer_listed:
        return []
    return [
        Heading(1, "Needs no longer listed"),
        _needs_table(
            "Needs of the edition before without a successor",
            [(need, ()) for need in _in_order(analysis.no_longer_listed, partners)],
            (),
            partners,
        ),
    ]


def review_paper(
    needs: Sequence[Need],
    held: Mapping[str, LastYear],
    pillar: Pillar,
    partners: Sequence[Member],
    sub_pillars: Sequence[SubPillar],
    as_of: date,
) -> Document:
    """What earlier cycles hold for each need, as a paper (Methodology I.1, step 3).

    Args:
        needs: The needs of one pillar.
        held: What the newest earlier cycle holds, by the need's key.
        pillar: That pillar.
        partners: All partners, alphabetical by display name (rule R15).
        sub_pillars: The four sub-pillars.
        as_of: The day the paper states.
    """
    known = sum(need.key in held for need in needs)
    total = counted(len(needs), "need")
    blocks: list[Block] = [
        Paragraph(
            f"The IISG Database holds something for {known} of {total} mapped under this pillar. "
            "What was planned then is shown as the intention it was.",
            "lead",
        )
    ]
    for each in sub_pillars:
        here = _in_order((need for need in needs if need.sub_pillar == each.number), partners)
        blocks.append(Heading(1, each.name))
        if not here:
            blocks.append(Paragraph("No need is mapped under this sub-pillar."))
            continue
        rows = [(need, (last_year(held.get(need.key)) or "Nothing held.",)) for need in here]
        caption = f"{each.name}: what earlier cycles hold"
        blocks.append(_needs_table(caption, rows, ("Held in the Database",), partners))
    title = "Internal review of the IISG Database"
    return _paper(title, pillar, (long_date(as_of),), blocks)


def _in_order(needs: Iterable[Need], partners: Sequence[Member]) -> list[Need]:
    place = {partner.code: order for order, partner in enumerate(partners)}
    return sorted(
        needs, key=lambda need: (place.get(need.member, len(place)), natural(need.number))
    )


def _needs_table(
    caption: str,
    rows: Sequence[tuple[Need, tuple[str, ...]]],
    more: tuple[str, ...],
    partners: Sequence[Member],
) -> Table:
    names = {partner.code: partner.name for partner in partners}
    return Table(
        caption=caption,
        header=("Need", "Partner", "Mapped need", *more),
        rows=tuple(
            (need.number, names.get(need.member, need.member), need.title, *cells)
            for need, cells in rows
        ),
        widths=(0.12, 0.15, 0.28, 0.45) if more else (0.15, 0.25, 0.6),
    )


def _paper(title: str, pillar: Pillar, facts: tuple[str, ...], blocks: Sequence[Block]) -> Document:
    named = kosovo.occurs(kosovo.texts_of(blocks))
    return Document(
        kind="paper",
        title=title,
        subtitle=f"{pillar.name} ({pillar.code})",
        facts=facts,
        marking=MARKING_DRAFT,
        version=f"Internal paper, {facts[-1]}",
        disclaimers=(),
        kosovo_footnote=KOSOVO_FOOTNOTE if named else "",
        blocks=tuple(blocks),
    )
