"""Purge: personal or sensitive data leave the shelf and the books; hash, reason and name stay."""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path

from data import clock, store
from data.errors.keeping import (
    BoundToADecision,
    BoundToAVersion,
    FileToPurgeUnknown,
    NothingToPurge,
    PurgeUnexplained,
    TextToPurgeUnknown,
)
from data.queries import cycles, methodologies, proposals, purges
from data.settings import settings
from data.store import Session
from data.vocabulary.keeping import TextInAFile
from tasks import filing
from tasks.edges import shelf
from tasks.patience import step
from tasks.rules.phrases import counted

log = logging.getLogger(__name__)

_SHORTEST = 8  # digits of a SHA-256 that name a file
_COPIES_LIE_IN = ("inbox", "outbox", "evidence", "registers", "review")


@step("purge files and texts")
def purge(
    cycle: str, files: Sequence[str], texts: Sequence[str], reason: str, decided_by: str
) -> str:
    """Write down why, then remove: bytes from the shelf and its copies, texts from their rows.

    The journal keeps the hash, so that the chain stays whole and `verify` can say what is gone. A
    run that was stopped in between is finished by giving the command again (rule R17).

    Raises:
        NothingToPurge, PurgeUnexplained: a file or text, a reason or a name is missing.
        FileToPurgeUnknown, TextToPurgeUnknown: there is no such file or text.
        BoundToADecision: the file is what went before the Board: a report, a summary or the paper
            of a proposal (rule R8).
        BoundToAVersion: the file or template is one of a version of the Methodology in force (R19).
    """
    if not files and not texts:
        raise NothingToPurge(cycle=cycle)
    if not reason.strip() or not decided_by.strip():
        raise PurgeUnexplained(cycle=cycle)
    at = clock.now()
    with store.session() as session:
        code = cycles.get(session, cycle).code
        named = [_file(session, code, each) for each in dict.fromkeys(files)]
        told = _texts(session, code, texts)
        for sha256, name in named:
            purges.record_file(session, code, sha256, name, reason, decided_by, at)
        for text in told:
            purges.record_text(session, code, text, reason, decided_by, at)
    sentences = [_remove(sha256, name) for sha256, name in named]
    sentences += [f"Text {text.number} is purged" for text in told]
    gone = {sha256 for sha256, _ in named}
    left = {text.file_sha256: text.file_name for text in told if text.file_sha256 not in gone}
    sentences += [
        f"Its words still stand in the file “{name}”; that goes with --file {sha256[:12]}"
        for sha256, name in left.items()
    ]
    return "\n".join(f"{sentence}." for sentence in sentences)


def _file(session: Session, cycle: str, file: str) -> tuple[str, str]:
    found = purges.files_named(session, file.lower()) if len(file) >= _SHORTEST else []
    if len(found) != 1:
        raise FileToPurgeUnknown(file=file, cycle=cycle)
    sha256, name = found[0]
    if matter := purges.bound_round(session, sha256) or proposals.bound_to(session, sha256):
        raise BoundToADecision(name=name, matter=matter)
    if code := methodologies.holding(session, sha256):
        raise BoundToAVersion(name=name, code=code)
    return sha256, name


def _texts(session: Session, cycle: str, texts: Sequence[str]) -> list[TextInAFile]:
    known = purges.texts_of(session, cycle)
    by_number = {str(number): text for number, text in known.items()}
    for text in texts:
        if text not in by_number:
            listed = ", ".join(by_number) or "none"
            raise TextToPurgeUnknown(cycle=cycle, text=text, known=listed)
    return [by_number[text] for text in dict.fromkeys(texts)]


def _remove(sha256: str, name: str) -> str:
    shelf.remove(filing.shelf_folder(), sha256)
    copies = [path for path in _lying_about() if _is(path, sha256)]
    for path in copies:
        path.unlink()
        log.info("Purged a copy: %s", path)
    also = f", with {counted(len(copies), 'copy')} of it" if copies else ""
    return f"The file “{name}” is purged{also}"


def _lying_about() -> list[Path]:
    """The files people may have laid beside the shelf."""
    root = settings().root
    return [
        path
        for folder in _COPIES_LIE_IN
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]


def _is(path: Path, sha256: str) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256
