"""Versions of the Methodology: laid on record, confirmed, and in force for later cycles (R19)."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, func, select

from data import schema
from data.queries.rows import number as number_of
from data.reference import methodology_versions
from data.vocabulary import CalendarOffset, Pillar, SubPillar, Validity
from data.vocabulary.cycles import step_named
from data.vocabulary.methodology import FileOfRecord, LaidVersion, VersionInForce, VersionWords
from data.vocabulary.reference import DatedFilter, MethodologyVersion
from data.vocabulary.taxonomy import Filter

_FILES = ("methodology.yaml", "calendar.yaml", "taxonomy.yaml")


def lay(session: Session, laid: LaidVersion) -> int:
    """Append a version with its words; returns the number of its row."""
    row = schema.LaidVersion(
        code=laid.code,
        title=laid.title,
        proposal=laid.proposal,
        agreed=laid.agreed,
        adopted_on=laid.adopted_on,
        since=laid.since,
        templates=laid.templates,
        methodology_sha256=laid.files[0].sha256,
        calendar_sha256=laid.files[1].sha256,
        taxonomy_sha256=laid.files[2].sha256,
        recorded_by=laid.recorded_by,
        recorded_at=laid.recorded_at,
    )
    session.add(row)
    session.flush()
    number = number_of(row.id)
    _lay_words(session, number, laid.words)
    session.add_all(
        schema.LaidTemplate(laid=number, name=file.name, sha256=file.sha256)
        for file in laid.files[len(_FILES) :]
    )
    session.flush()
    return number


def newest_laid(session: Session, code: str) -> LaidVersion | None:
    """The version of this code as it was laid on record last."""
    row = session.exec(
        select(schema.LaidVersion)
        .where(schema.LaidVersion.code == code)
        .order_by(col(schema.LaidVersion.id).desc())
    ).first()
    return None if row is None else _laid(session, row)


def every_laid(session: Session) -> list[LaidVersion]:
    """All that was ever laid on record, in order; of one code the last counts."""
    rows = session.exec(select(schema.LaidVersion).order_by(col(schema.LaidVersion.id)))
    return [_laid(session, row) for row in rows]


def confirm(session: Session, confirmed: VersionInForce) -> None:
    """Put a laid version in force from its day on; pillars it brings can be referred to then."""
    laid = confirmed.laid
    session.add(
        schema.MethodologyVersion(
            code=laid.code,
            title=laid.title,
            adopted_on=laid.adopted_on,
            in_force_from=confirmed.in_force_from,
        )
    )
    for position, (pillar, _) in enumerate(laid.words.pillars, start=1):
        if session.get(schema.Pillar, pillar.code) is None:
            session.add(
                schema.Pillar(
                    code=pillar.code,
                    name=pillar.name,
                    area=pillar.area,
                    position=position,
                    since=confirmed.in_force_from,
                )
            )
    session.flush()
    session.add(
        schema.VersionConfirmation(
            version=laid.code,
            laid=laid.row,
            recorded_by=confirmed.confirmed_by,
            recorded_at=confirmed.confirmed_at,
        )
    )
    session.flush()


def in_force(session: Session) -> list[VersionInForce]:
    """Every version that was confirmed, in the order of confirmation."""
    found = session.exec(
        select(schema.VersionConfirmation, schema.LaidVersion, schema.MethodologyVersion)
        .join(
            schema.LaidVersion, col(schema.LaidVersion.id) == col(schema.VersionConfirmation.laid)
        )
        .join(
            schema.MethodologyVersion,
            col(schema.MethodologyVersion.code) == col(schema.VersionConfirmation.version),
        )
        .order_by(col(schema.VersionConfirmation.id))
    )
    return [
        VersionInForce(
            _laid(session, laid), version.in_force_from, seen.recorded_by, seen.recorded_at
        )
        for seen, laid, version in found
    ]


def holding(session: Session, sha256: str) -> str:
    """The code of the version in force that a file or template belongs to; empty for none."""
    return next(
        (
            each.laid.code
            for each in in_force(session)
            if any(file.sha256 == sha256 for file in each.laid.files)
        ),
        "",
    )


def confirmed(session: Session) -> tuple[MethodologyVersion, ...]:
    """The versions that were confirmed, as `methodology_on` takes them."""
    return tuple(
        MethodologyVersion(
            each.laid.code,
            each.laid.title,
            each.laid.agreed,
            each.laid.adopted_on,
            each.laid.adopted_on,
            Validity(each.in_force_from),
            each.laid.code,
            each.laid.code,
        )
        for each in in_force(session)
    )


def rows_of_versions(session: Session) -> list[tuple[str, str, date]]:
    """Code, title and first day of every version a cycle may name."""
    rows = session.exec(
        select(schema.MethodologyVersion).order_by(col(schema.MethodologyVersion.code))
    )
    return [(row.code, row.title, row.in_force_from) for row in rows]


def last_opened_on(session: Session) -> date | None:
    """The latest day on which the taxonomy of a cycle was pinned."""
    return session.exec(select(func.max(schema.Cycle.taxonomy_on))).one()


def words_of(session: Session, code: str) -> VersionWords | None:
    """The words of a version that was confirmed; None for one the program came with."""
    row = session.exec(
        select(schema.VersionConfirmation).where(schema.VersionConfirmation.version == code)
    ).first()
    return None if row is None else _words(session, row.laid)


def templates_of(session: Session, code: str) -> tuple[FileOfRecord, ...]:
    """The templates a version that was confirmed brings; none for one the program came with."""
    row = session.exec(
        select(schema.VersionConfirmation).where(schema.VersionConfirmation.version == code)
    ).first()
    return () if row is None else _templates(session, row.laid)


def words_on(session: Session, day: date) -> VersionWords | None:
    """The words that hold on a day; None where they are those the program came with.

    A cycle that began on the day names its version itself (rule R19). On any other day it is the
    version a cycle would begin with.
    """
    if session.exec(select(schema.VersionConfirmation.id).limit(1)).first() is None:
        return None
    pinned = session.exec(
        select(schema.Cycle.methodology).where(schema.Cycle.taxonomy_on == day).limit(1)
    ).first()
    return words_of(session, pinned or _code_on(session, day))


def _code_on(session: Session, day: date) -> str:
    known: Sequence[MethodologyVersion] = (*methodology_versions(), *confirmed(session))
    covering = [version for version in known if version.validity.covers(day)]
    newest = max((version.validity.since for version in covering), default=day)
    return next((v.code for v in reversed(covering) if v.validity.since == newest), "")


def _lay_words(session: Session, laid: int, words: VersionWords) -> None:
    session.add_all(
        schema.LaidOffset(
            laid=laid,
            step=str(each.step),
            title=each.title,
            working_days=each.working_days,
            source=each.source,
            hour=each.hour,
        )
        for each in words.offsets
    )
    session.add_all(
        schema.LaidPillar(
            laid=laid, code=p.code, name=p.name, area=p.area, since=span.since, until=span.until
        )
        for p, span in words.pillars
    )
    session.add_all(
        schema.LaidSubPillar(
            laid=laid, number=s.number, name=s.name, since=span.since, until=span.until
        )
        for s, span in words.sub_pillars
    )
    session.add_all(
        schema.LaidFilter(
            laid=laid,
            pillar=each.filter.pillar,
            sub_pillar=each.filter.sub_pillar,
            name=each.filter.name,
            since=each.validity.since,
            until=each.validity.until,
        )
        for each in words.filters
    )
    session.flush()


def _laid(session: Session, row: schema.LaidVersion) -> LaidVersion:
    hashes = (row.methodology_sha256, row.calendar_sha256, row.taxonomy_sha256)
    return LaidVersion(
        number_of(row.id),
        row.code,
        row.title,
        row.agreed,
        row.adopted_on,
        row.since,
        row.templates,
        row.proposal,
        (*map(FileOfRecord, _FILES, hashes), *_templates(session, number_of(row.id))),
        _words(session, number_of(row.id)),
        row.recorded_by,
        row.recorded_at,
    )


def _templates(session: Session, laid: int) -> tuple[FileOfRecord, ...]:
    rows = session.exec(
        select(schema.LaidTemplate)
        .where(schema.LaidTemplate.laid == laid)
        .order_by(col(schema.LaidTemplate.name))
    )
    return tuple(FileOfRecord(row.name, row.sha256) for row in rows)


def _words(session: Session, laid: int) -> VersionWords:
    offsets = select(schema.LaidOffset).where(schema.LaidOffset.laid == laid)
    pillars = select(schema.LaidPillar).where(schema.LaidPillar.laid == laid)
    sub_pillars = select(schema.LaidSubPillar).where(schema.LaidSubPillar.laid == laid)
    filters = select(schema.LaidFilter).where(schema.LaidFilter.laid == laid)
    return VersionWords(
        tuple(
            CalendarOffset(step_named(r.step), r.title, r.working_days, r.source, r.hour)
            for r in session.exec(offsets.order_by(col(schema.LaidOffset.id)))
        ),
        tuple(
            (Pillar(r.code, r.name, r.area), Validity(r.since, r.until))
            for r in session.exec(pillars.order_by(col(schema.LaidPillar.id)))
        ),
        tuple(
            (SubPillar(r.number, r.name), Validity(r.since, r.until))
            for r in session.exec(sub_pillars.order_by(col(schema.LaidSubPillar.id)))
        ),
        tuple(
            DatedFilter(Filter(r.pillar, r.sub_pillar, r.name), Validity(r.since, r.until))
            for r in session.exec(filters.order_by(col(schema.LaidFilter.id)))
        ),
    )
