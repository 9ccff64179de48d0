"""The EU reference list is kept with the days on which each reference began and ended to count."""

from dataclasses import replace
from datetime import date

from sqlmodel import select

from data import schema, store
from data.queries import taxonomy
from data.vocabulary import FrameworkReference, Validity


def test_a_superseded_reference_keeps_its_row_and_gets_its_end(books_open: str):
    plan = FrameworkReference("plan", "Action plan", "The plan", Validity(date(2018, 10, 5)))
    ended = replace(plan, validity=Validity(date(2018, 10, 5), date(2025, 10, 29)))
    anew = replace(plan, validity=Validity(date(2025, 10, 30)))
    for listed in ([plan], [ended, anew], [ended, anew]):
        with store.session() as session:
            taxonomy.keep_framework(session, listed)
    with store.session() as session:
        rows = session.exec(select(schema.FrameworkReference)).all()
        kept = sorted((row.name, row.since, row.until) for row in rows)
    assert kept == [
        ("Action plan", date(2018, 10, 5), date(2025, 10, 29)),
        ("Action plan", date(2025, 10, 30), None),
    ]
