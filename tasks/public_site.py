"""The public site as a whole: every published summary, and the one about to be (rule R10)."""

from data import clock, store
from data.queries import board, cycles, drafts, releases, taxonomy
from data.settings import settings
from data.store import Session
from data.vocabulary import Door, DraftKind, Outcome, PublishedSummary, TrackId
from tasks import filing
from tasks.edges import portable_document, website
from tasks.edges.word import read_document
from tasks.rules import naming


def site_with(track: TrackId, pdf: bytes) -> dict[str, bytes]:
    """The public site with this summary on it, beside all that are published."""
    with store.session() as session:
        published = [r for r in _all_releases(session) if r.door is Door.PUBLIC]
        others = [r.track for r in published if r.track != track]
        summaries = [_published_summary(session, each) for each in [*others, track]]
    pdfs = {f"{track.cycle}/{track.pillar}": pdf} if pdf else {}
    for release in published:
        for name, sha256 in release.files.items():
            if is_pdf(name):
                folder = f"{release.track.cycle}/{release.track.pillar}"
                pdfs[folder] = filing.take_from_shelf(sha256)
    address = settings().public_address
    return website.build_site(settings().templates, summaries, address, pdfs)


def pdf_of(track: TrackId) -> bytes:
    """A PDF of a summary that is not published yet; one that is has its PDF on the shelf."""
    with store.session() as session:
        if not pdf_wanted() or releases.find(session, track, Door.PUBLIC) is not None:
            return b""
        summary = _published_summary(session, track)
    return portable_document.pdf_of(summary.docx, summary.document.title)


def pdf_wanted() -> bool:
    """As set; unset, everywhere but in a rehearsal, whose bytes are the same on every machine."""
    wanted = settings().pdf
    return clock.read_mark() is None if wanted is None else wanted


def is_pdf(name: str) -> bool:
    """Whether a released file is the PDF of a summary."""
    return name.endswith(".pdf")


def is_of(track: TrackId, name: str) -> bool:
    """Whether a file of the site belongs to this summary alone."""
    return name.startswith(f"{track.cycle}/{track.pillar}/")


def file_name(session: Session, track: TrackId, kind: DraftKind, sha256: str) -> str:
    """The name a reader finds a decided file under."""
    draft = next(d for d in drafts.every(session, track, kind) if d.sha256 == sha256)
    return naming.draft(track.cycle, track.pillar, kind, draft.number)


def _published_summary(session: Session, track: TrackId) -> PublishedSummary:
    taken = board.decisions_on(session, track)
    decision = [d for d in taken if d.outcome is Outcome.ADOPTED and not d.recalled_by][-1]
    opened = board.decided_round(session, track, decision)
    cycle = cycles.get(session, track.cycle)
    content = filing.take_from_shelf(opened.summary_sha256)
    return PublishedSummary(
        cycle=track.cycle,
        pillar=track.pillar,
        pillar_name=taxonomy.on(session, cycle.taxonomy_on).pillar(track.pillar).name,
        document=read_document(content),
        docx=content,
        sha256=opened.summary_sha256,
        approved_on=decision.decided_on,
        file_name=file_name(session, track, DraftKind.SUMMARY, opened.summary_sha256),
    )


def _all_releases(session: Session) -> list[releases.ReleaseOnRecord]:
    return [r for code in cycles.codes(session) for r in releases.of_cycle(session, code)]
