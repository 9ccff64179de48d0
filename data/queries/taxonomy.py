"""Pillars, sub-pillars, filters and methodology versions, kept beside what refers to them."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, select

from data import schema
from data.queries import methodologies
from data.vocabulary import (
    DatedFilter,
    Filter,
    FrameworkReference,
    MethodologyVersion,
    Pillar,
    SubPillar,
    Taxonomy,
    Validity,
)


def on(session: Session, day: date) -> Taxonomy:
    """The taxonomy in force on a day, as the books hold it (rule R19).

    Where a version the Board adopted holds on the day it is that one's, to the order of its charts;
    otherwise it is the one the program came with.
    """
    words = methodologies.words_on(session, day)
    if words is not None:
        return words.on(day)
    pillars = session.exec(select(schema.Pillar).order_by(col(schema.Pillar.position)))
    sub_pillars = session.exec(select(schema.SubPillar).order_by(col(schema.SubPillar.number)))
    filters = session.exec(select(schema.Filter).order_by(col(schema.Filter.position)))
    return Taxonomy(
        tuple(Pillar(r.code, r.name, r.area) for r in pillars if _in_force(r, day)),
        tuple(SubPillar(r.number, r.name) for r in sub_pillars if _in_force(r, day)),
        tuple(Filter(r.pillar, r.sub_pillar, r.name) for r in filters if _in_force(r, day)),
    )


def keep(
    session: Session,
    pillars: Iterable[tuple[Pillar, Validity]],
    sub_pillars: Iterable[tuple[SubPillar, Validity]],
    filters: Iterable[DatedFilter],
) -> None:
    """Bring the books in line with the reference data; words that left it stay on record (R18)."""
    for position, (pillar, validity) in enumerate(pillars, start=1):
        row = session.get(schema.Pillar, pillar.code)
        facts = {"name": pillar.name, "area": pillar.area, "position": position}
        dates = {"since": validity.since, "until": validity.until}
        if row is None:
            row = schema.Pillar.model_validate({"code": pillar.code, **facts, **dates})
        else:
            row.sqlmodel_update({**facts, **dates})
        session.add(row)
    session.flush()
    for sub_pillar, validity in sub_pillars:
        kept = session.exec(
            select(schema.SubPillar)
            .where(schema.SubPillar.number == sub_pillar.number)
            .where(schema.SubPillar.since == validity.since)
        ).first() or schema.SubPillar(
            number=sub_pillar.number, name=sub_pillar.name, since=validity.since
        )
        kept.name, kept.until = sub_pillar.name, validity.until
        session.add(kept)
    for position, dated in enumerate(filters, start=1):
        _keep_filter(session, position, dated)
    session.flush()


def keep_framework(session: Session, references: Iterable[FrameworkReference]) -> None:
    """Keep the EU reference list."""
    held = {(row.name, row.since): row for row in session.exec(select(schema.FrameworkReference))}
    for reference in references:
        row = held.get((reference.name, reference.validity.since))
        if row is None:
            row = schema.FrameworkReference(name=reference.name, since=reference.validity.since)
        row.until = reference.validity.until
        session.add(row)
    session.flush()


def keep_methodology(session: Session, versions: Iterable[MethodologyVersion]) -> None:
    """Keep the versions of the Methodology a cycle may be opened under."""
    for version in versions:
        if session.get(schema.MethodologyVersion, version.code) is None:
            session.add(
                schema.MethodologyVersion(
                    code=version.code,
                    title=version.title,
                    adopted_on=version.agreed_to,
                    in_force_from=version.validity.since,
                )
            )
    session.flush()


def _keep_filter(session: Session, position: int, dated: DatedFilter) -> None:
    row = session.exec(
        select(schema.Filter)
        .where(schema.Filter.pillar == dated.filter.pillar)
        .where(schema.Filter.sub_pillar == dated.filter.sub_pillar)
        .where(schema.Filter.name == dated.filter.name)
        .where(schema.Filter.since == dated.validity.since)
    ).first()
    if row is None:
        row = schema.Filter(
            pillar=dated.filter.pillar,
            sub_pillar=dated.filter.sub_pillar,
            name=dated.filter.name,
            position=position,
            since=dated.validity.since,
        )
    row.position, row.until = position, dated.validity.until
    session.add(row)


def _in_force(row: schema.Pillar | schema.SubPillar | schema.Filter, day: date) -> bool:
    return Validity(row.since, row.until).covers(day)


def framework_on(session: Session, day: date) -> tuple[str, ...]:
    """The names of the EU reference list on a day, in alphabetical order."""
    rows = session.exec(
        select(schema.FrameworkReference).order_by(col(schema.FrameworkReference.name))
    )
    return tuple(row.name for row in rows if Validity(row.since, row.until).covers(day))
