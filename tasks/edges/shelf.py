"""The shelf: every original and every output, named by its own SHA-256 and never rewritten."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from data.errors.shelf import ShelfFileChanged, ShelfFileMissing
from tasks.edges.whole_files import write_whole


def keep(shelf: Path, content: bytes) -> str:
    """Put a file on the shelf, once; the same bytes again change nothing (rules R8, R17, R18).

    Returns:
        The SHA-256 of the content, 64 hexadecimal digits: the name it is taken by.

    Raises:
        ShelfFileChanged: what stands under that name was damaged. It is not overwritten, for
            it may be evidence.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    if _place(shelf, sha256).exists():
        take(shelf, sha256)
    else:
        write_whole(_place(shelf, sha256), content, mode=0o444)
    return sha256


def take(shelf: Path, sha256: str) -> bytes:
    """Give out the very bytes that were kept (rule R8).

    Raises:
        ShelfFileMissing: nothing stands under that name.
        ShelfFileChanged: it does, with other bytes.
    """
    path = _place(shelf, sha256)
    if not path.is_file():
        raise ShelfFileMissing(sha256=sha256, path=path)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ShelfFileChanged(sha256=sha256, path=path)
    return content


def remove(shelf: Path, sha256: str) -> bool:
    """Take the bytes off the shelf for good, damaged or not; False when they are gone already.

    Only a purge does so, after the journal says why.
    """
    path = _place(shelf, sha256)
    if not path.is_file():
        return False
    path.unlink()
    return True


def damaged(shelf: Path, hashes: Iterable[str]) -> list[tuple[str, str]]:
    """Check many files without holding them; pairs of name and sentence, in the order of names."""
    found: list[tuple[str, str]] = []
    for sha256 in sorted(set(hashes)):
        path = _place(shelf, sha256)
        if not path.is_file():
            found.append((sha256, str(ShelfFileMissing(sha256=sha256, path=path))))
        elif _digest(path) != sha256:
            found.append((sha256, str(ShelfFileChanged(sha256=sha256, path=path))))
    return found


def _place(shelf: Path, sha256: str) -> Path:
    return shelf / sha256[:2] / sha256


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
