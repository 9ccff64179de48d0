"""What most steps share: the shelf, the documents of a cycle and the words every letter takes."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path

from data import clock, store
from data.queries import cycles, methodologies, shelf_files
from data.settings import settings
from data.store import Session
from data.vocabulary import Cycle, Document, Enclosure, Pillar
from data.vocabulary.languages import ENGLISH_DAYS, DayWords
from tasks.edges import shelf, staging, template_files
from tasks.edges.word import write_document
from tasks.rules import deadlines

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Drawn from the shelf whenever they are missing.
TEMPLATES_IN_FORCE = "templates-in-force"
BROUGHT = "templates"  # the folder in which a version brings templates
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


def templates_of(session: Session, cycle: str) -> Path:
    """The folder of the templates a cycle is written with (rule R19).

    Where the version of the Methodology it began with brings templates of its own, they lie over
    those of the program; otherwise it is the program's folder itself.
    """
    version = cycles.get(session, cycle).methodology
    brought = methodologies.templates_of(session, version)
    return templates_with({file.name: take_from_shelf(file.sha256) for file in brought})


def templates_with(brought: Mapping[str, bytes]) -> Path:
    """A folder in which these templates (“templates/letters/…”) lie over those of the program.

    It is named by the hash over all of them: whoever restyles a template of the program gets a new
    one, and one that was begun is never changed.
    """
    if not brought:
        return settings().templates
    files = dict(template_files.read_templates(settings().templates))
    files |= {name.removeprefix(f"{BROUGHT}/"): content for name, content in brought.items()}
    told = hashlib.sha256()
    for name, content in sorted(files.items()):
        told.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    folder = settings().root / TEMPLATES_IN_FORCE / told.hexdigest()[:16]
    if not folder.is_dir():
        staging.put_in_place(folder, files)
    return folder


def put_document(document: Document, name: str, description: str, cycle: str = "") -> Enclosure:
    """Draw a document in Word, keep it and hand it back as an enclosure.

    With a cycle it is drawn from the templates of that cycle, otherwise from the program's.
    """
    with store.session() as session:
        folder = templates_of(session, cycle) if cycle else settings().templates
    content = write_document(folder / "drafts", document)
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
