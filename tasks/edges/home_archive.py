"""A home as one file: every part with its SHA-256, taken apart only when all of them agree."""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import IO

from data.errors.keeping import BackupDamaged, BackupExists, HomeNotEmpty
from data.vocabulary.keeping import PackedFile

MANIFEST = "manifest.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment a zip entry can bear
_PIECE = 1 << 20  # bytes held in memory
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    KeyError,
    TypeError,
    ValueError,
)


@contextmanager
def begun(archive: Path) -> Generator[Path]:
    """A hidden file beside the archive; at the end of the block it becomes the archive, if written.

    It is readable by its owner only, for it holds what members alone may see.

    Raises:
        BackupExists: a file of that name is there already.
    """
    if archive.exists():
        raise BackupExists(path=archive)
    archive.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=archive.parent)
    os.close(handle)
    try:
        yield Path(name)
        Path(name).rename(archive)
    finally:
        Path(name).unlink(missing_ok=True)


def pack_home(archive: Path, files: Iterable[tuple[str, Path]], facts: Mapping[str, str]) -> str:
    """Write the files into an archive; one that is gone by its turn is left out.

    Args:
        archive: What stands in it already is written over.
        files: Pairs of name in the archive and file; a name that comes again is left out.
        facts: What the manifest says besides the SHA-256 of every file.

    Returns:
        The SHA-256 of the archive.
    """
    with archive.open("wb") as file:
        _write(file, files, facts)
        file.flush()
        os.fsync(file.fileno())
    with archive.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def unpacked(archive: Path, home: Path) -> Generator[Path]:
    """Lay the files of an archive into a folder beside the home; at the end it becomes the home.

    Whatever goes wrong on the way, the folder is removed and the home stays as it was.

    Raises:
        HomeNotEmpty: something stands where the home shall be.
        BackupDamaged: the file is no archive, or a part of it is not what was packed.
    """
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise HomeNotEmpty(path=home)
    home.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{home.name}.restoring-", dir=home.parent))
    try:
        try:
            _lay_out(archive, staging)
        except (*_BROKEN, OSError) as error:
            raise BackupDamaged(path=archive, reason=str(error).rstrip(".")) from error
        yield staging
        staging.replace(home)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write(file: IO[bytes], files: Iterable[tuple[str, Path]], facts: Mapping[str, str]) -> None:
    listed: dict[str, PackedFile] = {}
    with zipfile.ZipFile(file, "w") as archive:
        for name, path in files:
            if name in listed:
                continue
            try:
                source = path.open("rb")
            except FileNotFoundError:
                continue  # a letter or a return that another command moved on
            with source, archive.open(_entry(name), "w", force_zip64=True) as target:
                sha256, size = _copy(source, target)
                listed[name] = PackedFile(sha256, size, path.stat().st_mode & 0o777)
        told = {"facts": dict(facts), "files": {n: asdict(each) for n, each in listed.items()}}
        archive.writestr(_entry(MANIFEST), json.dumps(told, indent=1, ensure_ascii=False))


def _lay_out(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        told = json.loads(packed.read(MANIFEST))
        files = {name: PackedFile(**each) for name, each in told["files"].items()}
        if sorted(packed.namelist()) != sorted([*files, MANIFEST]):
            raise ValueError("its parts are not the ones its manifest lists")
        for name, each in files.items():
            path = folder / _inside(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(name) as source, path.open("xb") as target:
                sha256, _ = _copy(source, target)
            if sha256 != each.sha256:
                raise ValueError(f"{name} is not what was packed")
            path.chmod(each.mode)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    # Word and Excel files, letters aside, are packed already; the books and letters are not.
    small = name.endswith((".docx", ".xlsx", ".pdf", ".zip"))
    entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
    return entry


def _copy(source: IO[bytes], target: IO[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        digest.update(piece)
        size += len(piece)
        target.write(piece)
    return digest.hexdigest(), size


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name:
        raise ValueError(f"{name} would lie outside the home")
    return path
