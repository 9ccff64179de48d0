"""The pages of the members' database: plain functions from the catalogue to a page.

No page asks anything of another server, and each names the footnote once when it names Kosovo*.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from urllib.parse import urlencode

from data.vocabulary.members_site import SitePlaces
from data.vocabulary.wording import DISCLAIMERS, KOSOVO, KOSOVO_FOOTNOTE, MARKING_MEMBERS
from tasks.edges.members_site import finds, matrix, reading
from tasks.edges.members_site.catalogue_tables import meanings
from tasks.edges.members_site.finds import Asked, Fold
from tasks.edges.typesetting import typeset

_MOST = 100_000  # rows of one exported search


@dataclass(frozen=True, slots=True)
class Guest:
    """For whom a page is set: the account, and what its sign-out form bears."""

    account: str
    form_mark: str


@dataclass(frozen=True, slots=True)
class Library:
    """What the pages are made from."""

    places: SitePlaces
    fold: Fold

    def page(self, name: str, guest: Guest, **facts: object) -> str:
        """Typeset one page, with the footnote once if it names Kosovo* anywhere (rule R14)."""
        folder = self.places.templates / "members"
        given = {"guest": guest, "marking": MARKING_MEMBERS, "disclaimers": DISCLAIMERS, **facts}
        set_page = typeset(folder, name, footnote="", **given)
        if KOSOVO in set_page:
            set_page = typeset(folder, name, footnote=KOSOVO_FOOTNOTE, **given)
        return set_page


def asked(fields_of_form: Mapping[str, str]) -> Asked:
    """What the search form says."""
    told = {field.name: fields_of_form.get(field.name, "").strip() for field in fields(Asked)}
    return Asked(**told)


def home(library: Library, guest: Guest, sought: Asked, number: int) -> str:
    """Search over everything, or the list of reports before anything is sought.

    Args:
        library: What the page is made from.
        guest: For whom it is set.
        sought: Words and filters.
        number: Number of the page of hits, from 1.
    """
    with reading.opened(library.places.catalogue) as books:
        offered, reports = finds.choices(books), reading.reports(books)
        start = (number - 1) * finds.PAGE
        count, hits = (0, []) if sought.is_blank else finds.find(books, sought, library.fold, start)
    question = urlencode({name: value for name, value in asdict(sought).items() if value})
    years = {each["cycle"]: [r for r in reports if r["cycle"] == each["cycle"]] for each in reports}
    return library.page(
        "home.html.j2",
        guest,
        sought=sought,
        offered=offered,
        years=years,
        count=count,
        hits=hits,
        first=start + 1,
        last=start + len(hits),
        question=question,
        before=number - 1,
        after=number + 1 if start + len(hits) < count else 0,
    )


def search_data(library: Library, sought: Asked, form: str) -> bytes:
    """All hits of a search as JSON or CSV."""
    with reading.opened(library.places.catalogue) as books:
        count, hits = finds.find(books, sought, library.fold, 0, _MOST)
    rows = [
        {
            "source": hit.source,
            "cycle": hit.cycle,
            "pillar": hit.pillar,
            "need": hit.need,
            "number": hit.number,
            "title": hit.title,
            "member": hit.member,
            "text": hit.text,
        }
        for hit in hits
    ]
    if form == "json":
        footnote = KOSOVO_FOOTNOTE if KOSOVO in str(rows) else ""
        told = {"count": count, "marking": MARKING_MEMBERS, "footnote": footnote, "rows": rows}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(("source", "cycle", "pillar", "need", "number", "title", "member", "text"))
    table.writerows([harmless(value) for value in row.values()] for row in rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()  # Excel takes it for UTF-8 only so


def harmless(value: str) -> str:
    """A text no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def need(library: Library, guest: Guest, key: str) -> str:
    """A need with its history over the cycles and editions; empty where there is no such need."""
    with reading.opened(library.places.catalogue) as books:
        years = reading.history(books, key)
        if not years:
            return ""
        own = [year.need for year in years if year.need["key"] == key]
        before, _ = reading.relatives(books, own[-1])
        _, after = reading.relatives(books, own[0])
    return library.page("need.html.j2", guest, need=own[0], years=years, before=before, after=after)


def report(library: Library, guest: Guest, cycle: str, pillar: str) -> str:
    """A report with its files, decision, matrix, findings and comments; empty where none is."""
    with reading.opened(library.places.catalogue) as books:
        told = reading.report(books, cycle, pillar)
        if told is None:
            return ""
        picture = matrix.draw(books, told.report["id"])
    return library.page("report.html.j2", guest, told=told, matrix=picture)


def picture(library: Library, cycle: str, pillar: str) -> str:
    """The matrix of a report as an SVG file of its own; empty where there is no such report."""
    with reading.opened(library.places.catalogue) as books:
        told = reading.report(books, cycle, pillar)
        if told is None:
            return ""
        drawn = matrix.draw(books, told.report["id"])
    folder = library.places.templates / "members"
    footnote = KOSOVO_FOOTNOTE if KOSOVO in drawn.partners else ""
    return typeset(folder, "matrix.xml.j2", matrix=drawn, footnote=footnote, report=told.report)


def data(library: Library, guest: Guest) -> str:
    """Where the tables are, what they mean, and how a program reads them."""
    with reading.opened(library.places.catalogue) as books:
        reports = reading.reports(books)
    return library.page("data.html.j2", guest, tables=meanings(), reports=reports)


def missing(library: Library, guest: Guest, status: int = 404) -> str:
    """There is nothing at this place, or it did not work."""
    return library.page("missing.html.j2", guest, status=status)


def frame(library: Library, guest: Guest) -> dict[str, str]:
    """What stands above and below Datasette's own pages."""
    return {
        "masthead": library.page("masthead.html.j2", guest),
        "footnote": KOSOVO_FOOTNOTE,
        "marking": MARKING_MEMBERS,
    }
