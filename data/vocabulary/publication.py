"""What goes through the two doors: an approved summary, and a released report with its summary."""

from dataclasses import dataclass
from datetime import date

from data.vocabulary.board import BoardRule, Decision
from data.vocabulary.documents import Document
from data.vocabulary.reports import Snapshot


@dataclass(frozen=True, slots=True)
class PublishedSummary:
    """One approved summary for the public site.

    `document` is read back from `docx`, the very file the Board decided on, so that the page says
    nothing else; `sha256` is the one the decision names, `file_name` what a reader downloads.
    """

    cycle: str
    pillar: str
    pillar_name: str
    document: Document
    docx: bytes
    sha256: str
    approved_on: date
    file_name: str


@dataclass(frozen=True, slots=True)
class ReleasedReport:
    """One approved report with its summary, for the members' database.

    `head` is the hash of the journal's head when the release was recorded: the caller keeps it
    with the release, or a second run would write other bytes (rule R17). The PDFs are made from the
    Word files; each is empty where LibreOffice made none.
    """

    snapshot: Snapshot
    report_docx: bytes
    summary_docx: bytes
    report_sha256: str
    summary_sha256: str
    decision: Decision
    rule: BoardRule
    head: str
    report_file_name: str
    summary_file_name: str
    report_pdf: bytes = b""
    summary_pdf: bytes = b""
