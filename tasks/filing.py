"""What most steps share: the shelf, the documents of a cycle and the words every letter takes."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path

from data import clock, store
from data.queries import shelf_files
from data.settings import settings
from data.store import Session
from data.vocabulary import Cycle, Document, Enclosure, Pillar
from data.vocabulary.languages import ENGLISH_DAYS, DayWords
from tasks.edges import shelf
from tasks.edges.word import write_document
from tasks.rules import deadlines

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def shelf_folder() -> Path:
    """Where files are kept unaltered under the SHA-256 of their bytes."""
    return settings().root / "shelf"


def put_on_shelf(session: Session, content: bytes, name: str, at: datetime) -> str:
    """Keep a file and its line in the register of the shelf; returns its SHA-256."""
    sha256 = shelf.keep(shelf_folder(), content)
    shelf_files.register(session, sha256, name, len(content), at)
    return sha256


def take_from_shelf(sha256: str) -> bytes:
    """The bytes kept under this SHA-256.

    Raises:
        ShelfFileChanged: the bytes are no longer the ones that were kept.
        ShelfFileMissing: the file is gone.
    """
    return shelf.take(shelf_folder(), sha256)


def put_document(document: Document, name: str, description: str) -> Enclosure:
    """Draw a document in Word, keep it and hand it back as an enclosure."""
    content = write_document(settings().templates / "drafts", document)
    with store.session() as session:
        sha256 = put_on_shelf(session, content, name, clock.now())
    return Enclosure(name, description, sha256, WORD)


def contact_line() -> str:
    """The one contact every letter and workbook names."""
    name, address = parseaddr(settings().sender)
    return f"{name}, {address}"


def letter_facts(
    cycle: Cycle, pillar: Pillar | None, days: DayWords = ENGLISH_DAYS
) -> Mapping[str, object]:
    """The facts every letter takes besides those of its kind."""
    return {
        "pillar": pillar.code if pillar else "all pillars",
        "pillar_name": pillar.name if pillar else "three pillars of the IISG",
        "cycle": cycle.code,
        "period": deadlines.period(cycle.reporting_from, cycle.reporting_to, days),
        "contact": contact_line(),
    }
