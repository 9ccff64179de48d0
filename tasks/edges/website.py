"""The public site as plain files: an index, a page for each approved summary, feed and sitemap.

Nothing but the summaries handed in is on it, and each page says what the approved file says and
nothing else (Methodology I.4, rules R10 and R14). No script, no request to another server.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from itertools import groupby, pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from data.errors.publication import MembersOnlyAtThePublicDoor, NotTheDecidedBytes, PublishedTwice
from data.vocabulary.documents import Block, Chart, Document, Heading
from data.vocabulary.publication import PublishedSummary
from data.vocabulary.wording import DISCLAIMERS, KOSOVO, KOSOVO_FOOTNOTE
from tasks.edges.page_figures import Drawing, measure
from tasks.edges.typesetting import typeset

# not from the calendar module, which follows the language of the machine
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One summary as the index, its page, the feed and the sitemap show it."""

    cycle: str
    pillar: str
    pillar_name: str
    page: str
    download: str
    file: str
    size: str
    sha256: str
    pdf: str
    pdf_download: str
    pdf_size: str
    pdf_sha256: str
    approved_on: str
    posted: str
    day: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block with what a template cannot find out by itself."""

    kind: str
    block: Block
    anchor: str
    level: int
    drawing: Drawing | None


def build_site(
    templates: Path,
    summaries: Sequence[PublishedSummary],
    address: str,
    pdfs: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Compose every file of the public site.

    Args:
        templates: The folder that holds `public/`.
        summaries: The approved summaries, in any order; none gives an index that says so.
        address: Where the site will stand, for feed and sitemap; pages link relatively.
        pdfs: For `cycle/pillar` the PDF made from the approved file; a summary may have none.

    Returns:
        Relative path to content, ordered by path; the same arguments give the same bytes.

    Raises:
        NotTheDecidedBytes: a file is not the one the Board decided on (R8).
        MembersOnlyAtThePublicDoor: a document is no summary, or bears a marking (R10).
        PublishedTwice: two summaries claim one pillar of one cycle.
    """
    for summary in summaries:
        _refuse_what_was_not_approved(summary)
    public = templates / "public"
    ordered = sorted(summaries, key=lambda summary: (summary.pillar_name, summary.pillar))
    ordered.sort(key=lambda summary: summary.cycle, reverse=True)
    made: Mapping[str, bytes] = pdfs or {}
    entries = [_entry(each, made.get(_folder(each), b"")) for each in ordered]
    _refuse_two_of_one(entries)

    site = {"style.css": _without_remarks((public / "style.css").read_text("utf-8")).encode()}
    place = {"summaries": entries, "address": address.rstrip("/")}
    for name in ("feed.xml", "sitemap.xml", "robots.txt"):
        site[name] = typeset(public, f"{name}.j2", **place).encode()
    site["index.html"] = _index(public, entries)
    for summary, entry in zip(ordered, entries, strict=True):
        folder = _folder(summary)
        site[f"{folder}/index.html"] = _page_of(public, summary.document, entry)
        site[f"{folder}/{summary.file_name}"] = summary.docx
        if entry.pdf:
            site[f"{folder}/{_pdf_name(summary)}"] = made[folder]
    return dict(sorted(site.items()))


def _without_remarks(style: str) -> str:
    """The rules alone: remarks are for whoever edits the template, not for its readers."""
    return re.sub(r"[^\S\n]*/\*.*?\*/", "", style, flags=re.DOTALL).lstrip()


def _refuse_what_was_not_approved(summary: PublishedSummary) -> None:
    found = hashlib.sha256(summary.docx).hexdigest()
    if found != summary.sha256:
        raise NotTheDecidedBytes(file_name=summary.file_name, found=found, decided=summary.sha256)
    document = summary.document
    if document.kind != "summary" or document.marking:
        raise MembersOnlyAtThePublicDoor(
            pillar=summary.pillar,
            cycle=summary.cycle,
            kind=document.kind,
            marking=document.marking,
        )


def _refuse_two_of_one(entries: Sequence[_Entry]) -> None:
    for one, next_one in pairwise(entries):
        if one.page == next_one.page:
            raise PublishedTwice(pillar=one.pillar, cycle=one.cycle)


def _folder(summary: PublishedSummary) -> str:
    return f"{summary.cycle}/{summary.pillar}"


def _pdf_name(summary: PublishedSummary) -> str:
    return f"{PurePosixPath(summary.file_name).stem}.pdf"


def _entry(summary: PublishedSummary, made: bytes) -> _Entry:
    folder = quote(_folder(summary))
    file = quote(summary.file_name)
    pdf = quote(_pdf_name(summary)) if made else ""
    return _Entry(
        cycle=summary.cycle,
        pillar=summary.pillar,
        pillar_name=summary.pillar_name,
        page=f"{folder}/index.html",
        download=f"{folder}/{file}",
        file=file,
        size=_size(summary.docx),
        sha256=summary.sha256,
        pdf=pdf,
        pdf_download=f"{folder}/{pdf}" if pdf else "",
        pdf_size=_size(made),
        pdf_sha256=hashlib.sha256(made).hexdigest() if made else "",
        approved_on=_spoken(summary.approved_on),
        posted=format_datetime(datetime.combine(summary.approved_on, time(), UTC)),
        day=summary.approved_on.isoformat(),
    )


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1024))} KB"


def _spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _index(public: Path, entries: Sequence[_Entry]) -> bytes:
    years = [
        (cycle, tuple(of_cycle)) for cycle, of_cycle in groupby(entries, lambda entry: entry.cycle)
    ]
    return _typeset_page(
        public,
        "index.html.j2",
        title="Response mapping summaries – IISG",
        description="The public summaries of the IISG Annual Response Mapping, by year and pillar.",
        root="",
        disclaimers=DISCLAIMERS,
        years=years,
    )


def _page_of(public: Path, document: Document, entry: _Entry) -> bytes:
    pieces = tuple(_pieces(document.blocks))
    return _typeset_page(
        public,
        "summary.html.j2",
        title=f"{entry.pillar} {entry.cycle}: {document.title} – IISG",
        description=(
            f"Summary of the IISG Annual Response Mapping {entry.cycle}, {entry.pillar_name} "
            f"({entry.pillar}), approved by the IISG Board on {entry.approved_on}."
        ),
        root="../../",
        disclaimers=document.disclaimers or DISCLAIMERS,
        document=document,
        summary=entry,
        pieces=pieces,
        contents=[piece for piece in pieces if piece.level == 2],
    )


def _typeset_page(public: Path, template: str, **facts: object) -> bytes:
    """Typeset a page, with the footnote once if the page names Kosovo* anywhere (rule R14)."""
    page = typeset(public, template, footnote="", **facts)
    if KOSOVO in page and KOSOVO_FOOTNOTE not in page:
        page = typeset(public, template, footnote=KOSOVO_FOOTNOTE, **facts)
    return page.encode()


def _pieces(blocks: Iterable[Block]) -> Iterator[_Piece]:
    """Number the blocks and keep the headings in order: none is deeper than one below the last."""
    deepest = 2
    for number, block in enumerate(blocks, start=1):
        level = min(block.level + 1, deepest) if isinstance(block, Heading) else 0
        deepest = level + 1 if level else deepest
        drawing = measure(block) if isinstance(block, Chart) else None
        yield _Piece(type(block).__name__, block, f"part-{number}", level, drawing)
