"""What one release says, as the rows of its tables: names as displayed, nobody's contact."""

from collections.abc import Iterable, Iterator
from datetime import date

from data.vocabulary.publication import ReleasedReport
from data.vocabulary.released_tables import RELEASED_TABLES
from data.vocabulary.reports import ReplySituation, Snapshot
from data.vocabulary.responses import AnswerState
from data.vocabulary.wording import DISCLAIMERS, KOSOVO, KOSOVO_FOOTNOTE, MARKING_MEMBERS

Row = tuple[str | int | None, ...]

# by table: the column that names the row, the one that names its need, the ones that hold text
_SEARCHED = {
    "needs": ("key", "key", ("title", "description")),
    "responses": ("id", "need", ("text", "reference", "project")),
    "support": ("id", "need", ("title", "implementer", "donors", "activity")),
    "gaps": ("id", "need", ("text",)),
    "overlaps": ("id", "need", ("first", "second", "because")),
    "comments": ("number", "", ("text", "proposed", "reason")),
    "planned": ("id", "need", ("remark",)),
    "narratives": ("id", "", ("text",)),
}
_POSITION = {
    (table.name, column.name): index
    for table in RELEASED_TABLES
    for index, column in enumerate(table.columns)
}


def rows_of(release: ReleasedReport) -> dict[str, list[Row]]:
    """Every row of every table in `RELEASED_TABLES`, in the order of its columns."""
    snapshot = release.snapshot
    names = _names(snapshot)
    rows: dict[str, list[Row]] = {
        "members": _members(snapshot, names),
        **_asked_and_answered(snapshot, names),
        **_found_and_said(snapshot, names),
        "columns": _numbered(_explanations()),
    }
    rows["texts"] = _numbered(_texts(rows))
    rows["decision"] = [_decision(release)]
    named = any(KOSOVO in str(value) for each in rows.values() for row in each for value in row)
    rows["report"] = [_report(release, KOSOVO_FOOTNOTE if named else "")]
    return rows


def _report(release: ReleasedReport, footnote: str) -> Row:
    snapshot = release.snapshot
    return (
        snapshot.cycle,
        snapshot.pillar.code,
        snapshot.pillar.name,
        snapshot.methodology,
        snapshot.reporting_from.isoformat(),
        snapshot.reporting_to.isoformat(),
        snapshot.outlook_to.isoformat(),
        snapshot.as_of.isoformat(),
        release.report_file_name,
        release.report_sha256,
        release.summary_file_name,
        release.summary_sha256,
        release.head,
        MARKING_MEMBERS,
        footnote,
        "\n".join(DISCLAIMERS),
    )


def _decision(release: ReleasedReport) -> Row:
    """The decision without `recorded_by`: who typed it is the Secretariat's own affair."""
    decision, rule = release.decision, release.rule
    return (
        decision.round_number,
        decision.outcome,
        decision.decided_on.isoformat(),
        decision.text,
        decision.report_sha256,
        decision.summary_sha256,
        decision.evidence_sha256,
        decision.recorded_at.isoformat(),
        rule.code,
        rule.sentence,
        rule.reference,
    )


def _names(snapshot: Snapshot) -> dict[str, str]:
    """Display names by code, alphabetical by name (R15); a code not on record stands for itself."""
    situations = (*snapshot.partner_situation, *snapshot.supporter_situation)
    known = {situation.member.code: situation.member.name for situation in situations}
    known |= {member.code: member.name for member in (*snapshot.partners, *snapshot.supporters)}
    told = (
        *(need.member for need in snapshot.needs),
        *(member for member, _ in snapshot.support),
        *(gap.member for gap in snapshot.gaps),
        *(comment.member for comment in snapshot.comments),
    )
    known |= {code: code for code in told if code not in known}
    return dict(sorted(known.items(), key=lambda pair: (pair[1].casefold(), pair[0])))


def _members(snapshot: Snapshot, names: dict[str, str]) -> list[Row]:
    situations = (*snapshot.partner_situation, *snapshot.supporter_situation)
    members = (*snapshot.partners, *snapshot.supporters, *(each.member for each in situations))
    kinds = {member.code: str(member.kind) for member in members}
    return [(name, code, kinds.get(code, "")) for code, name in names.items()]


def _asked_and_answered(snapshot: Snapshot, names: dict[str, str]) -> dict[str, list[Row]]:
    return {
        "situation": _numbered(
            (
                *(_situation(each, names, "responses") for each in snapshot.partner_situation),
                *(_situation(each, names, "support") for each in snapshot.supporter_situation),
            )
        ),
        "needs": list(_needs(snapshot, names)),
        "replies": [(reply.need, reply.state, reply.later_on) for reply in snapshot.replies],
        "responses": _numbered(_responses(snapshot)),
        "support": _numbered(_support(snapshot, names)),
    }


def _situation(situation: ReplySituation, names: dict[str, str], asked_for: str) -> Row:
    return (
        names[situation.member.code],
        asked_for,
        _day(situation.asked_on),
        situation.deadline,
        _day(situation.received_on),
    )


def _needs(snapshot: Snapshot, names: dict[str, str]) -> Iterator[Row]:
    titles = {chapter.sub_pillar: chapter.title for chapter in snapshot.outline.chapters}
    for need in snapshot.needs:
        yield (
            need.key,
            need.number,
            names[need.member],
            need.sub_pillar,
            titles.get(need.sub_pillar, ""),
            need.filter,
            need.title,
            need.description,
            need.perspective,
            need.category,
            need.institution,
            need.eu_reference,
            need.status,
            ", ".join(need.replaces),
        )


def _responses(snapshot: Snapshot) -> Iterator[Row]:
    """All statements but those on needs the partner called not shareable, whatever it wrote."""
    withheld = _withheld(snapshot)
    for line in snapshot.responses:
        if line.need not in withheld:
            yield (
                line.need,
                line.line,
                line.kind,
                line.text,
                line.instrument,
                line.reference,
                line.date_text,
                _day(line.on),
                line.with_project_support,
                line.project,
                line.eu_reference,
            )


def _planned(snapshot: Snapshot) -> Iterator[Row]:
    """What was said of last year's intentions, under the same rule of discretion."""
    withheld = _withheld(snapshot)
    for said in snapshot.planned:
        if said.need not in withheld:
            yield (said.need, said.item, said.follow_up, said.remark)


def _withheld(snapshot: Snapshot) -> set[str]:
    return {reply.need for reply in snapshot.replies if reply.state is AnswerState.NOT_SHAREABLE}


def _chapters(snapshot: Snapshot) -> Iterator[Row]:
    for chapter in snapshot.outline.chapters:
        for name in chapter.filters or ("",):
            yield (chapter.sub_pillar, chapter.title, name)


def _support(snapshot: Snapshot, names: dict[str, str]) -> Iterator[Row]:
    for member, line in snapshot.support:
        yield (
            line.need,
            names[member],
            line.line,
            line.title,
            line.implementer,
            line.donors,
            line.activity,
            line.start_text,
            line.end_text,
            line.budget,
            line.currency,
            line.status,
        )


def _found_and_said(snapshot: Snapshot, names: dict[str, str]) -> dict[str, list[Row]]:
    return {
        "gaps": _numbered(
            (gap.need, names[gap.member], gap.kind, gap.text) for gap in snapshot.gaps
        ),
        "overlaps": _numbered(
            (each.need, each.first, each.second, each.because) for each in snapshot.overlaps
        ),
        "comments": [
            (
                comment.number,
                names[comment.member],
                comment.place,
                comment.text,
                comment.proposed,
                comment.received_on.isoformat(),
                comment.disposition,
                comment.reason,
                comment.kind,
                comment.quoted,
                comment.same_as or None,
            )
            for comment in snapshot.comments
        ],
        "chapters": _numbered(_chapters(snapshot)),
        "planned": _numbered(_planned(snapshot)),
        # without the author: who wrote the words is the Secretariat's own affair
        "narratives": _numbered(
            (each.place, each.number, each.text) for each in snapshot.narratives if each.text
        ),
    }


def _texts(rows: dict[str, list[Row]]) -> Iterator[Row]:
    for table, (own, need, columns) in _SEARCHED.items():
        for row in rows[table]:
            for column in columns:
                text = row[_POSITION[table, column]]
                if text:
                    key = row[_POSITION[table, need]] if need else None
                    yield (table, str(row[_POSITION[table, own]]), key, text)


def _explanations() -> Iterator[Row]:
    for table in RELEASED_TABLES:
        yield (table.name, "", table.meaning)
        for column in table.columns:
            yield (table.name, column.name, column.meaning)


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [(number, *row) for number, row in enumerate(rows, start=1)]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
