"""A folder is replaced as a whole: its reader sees the old release or the new, never a mixture.

The new content is written into a hidden sibling, forced to the disk and then exchanged with the
folder in one move. A run killed at any moment leaves the old or the new content in place; the next
run sweeps up.
"""

import ctypes
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from data.errors.publication import FolderNotReplaced, NameLeavesTheFolder

if sys.platform != "win32":
    import fcntl

_HERE = -100  # AT_FDCWD of the Linux kernel: paths count from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of the Linux kernel


def put_in_place(
    folder: Path,
    files: Mapping[str, bytes],
    swap: Callable[[Path, Path], None] | None = None,
) -> bool:
    """Make `folder` hold exactly these files, all at once.

    Args:
        folder: The folder readers look at; it need not exist. Its parent must be on the same disk.
        files: Relative POSIX path to content. Files not named here are gone afterwards.
        swap: How the new folder takes the place of the old: `exchange`, or where the file system
            knows no exchange `step_aside`. By default the first that works.

    Returns:
        False when the folder already held exactly these bytes, and nothing was touched.

    Raises:
        NameLeavesTheFolder: a path is absolute or climbs out of the folder.
        FolderNotReplaced: the disk is full, or the place may not be written.
    """
    for name in files:
        _refuse_stray(folder, name)
    return put_composed(folder, lambda: files, swap)


def put_composed(
    folder: Path,
    compose: Callable[[], Mapping[str, bytes]],
    swap: Callable[[Path, Path], None] | None = None,
) -> bool:
    """Make `folder` hold what `compose` returns, which is asked while no other run can write here.

    Of two runs at once the second composes after the first has put its files in place, so neither
    writes an older state over a newer one.

    Args:
        folder: As for `put_in_place`.
        compose: Says what the folder shall hold; what it raises leaves the folder as it is.
        swap: As for `put_in_place`.

    Returns:
        False when the folder already held exactly these bytes, and nothing was touched.

    Raises:
        NameLeavesTheFolder, FolderNotReplaced: see `put_in_place`.
    """
    folder = folder.resolve()  # a link to the folder stays a link
    with _refused_by_the_disk(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.parent):
        files = compose()
        for name in files:
            _refuse_stray(folder, name)
        with _refused_by_the_disk(folder):
            return _put(folder, files, swap or _exchange_or_step_aside)


def wait_for_writers(parent: Path) -> None:
    """Return once no run is putting anything in place among the folders of this one."""
    if parent.is_dir():
        with _alone(parent):
            return


def matches(folder: Path, files_sha256: Mapping[str, str]) -> list[str]:
    """Hold a folder against the SHA-256 of every file it should hold.

    Returns:
        One sentence for each file that is missing, differs or does not belong, in the order of
        their names; empty when the folder is as it was put in place.
    """
    found = {path.relative_to(folder).as_posix(): path for path in _files_in(folder)}
    return [
        sentence
        for name in sorted(found.keys() | files_sha256.keys())
        if (sentence := _difference(name, found.get(name), files_sha256.get(name)))
    ]


def exchange(new: Path, old: Path) -> None:
    """Let two folders change names in one move of the kernel (Linux).

    Raises:
        OSError: the kernel or the file system knows no exchange.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        raise OSError(0, "no exchange of folders on this system")
    if rename(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def step_aside(new: Path, old: Path) -> None:
    """Where there is no exchange: the old folder steps aside, the new one takes its name.

    For an instant there is no folder at all; a run killed in it is mended by the next one.
    """
    old.rename(_retired(old))
    try:
        new.rename(old)
    except OSError:
        _retired(old).rename(old)
        raise


def _exchange_or_step_aside(new: Path, old: Path) -> None:
    try:
        exchange(new, old)
    except OSError:  # asked of the file system, not looked up: network shares often refuse
        step_aside(new, old)


def _put(folder: Path, files: Mapping[str, bytes], swap: Callable[[Path, Path], None]) -> bool:
    _sweep(folder)
    if not matches(folder, {name: _sha256(content) for name, content in files.items()}):
        return False
    _write(_staging(folder), files)
    _take_over(folder, swap)
    _sweep(folder)
    return True


@contextmanager
def _refused_by_the_disk(folder: Path) -> Generator[None, None, None]:
    try:
        yield
    except OSError as error:
        raise FolderNotReplaced(folder=folder, reason=error.strerror or error) from error


def _take_over(folder: Path, swap: Callable[[Path, Path], None]) -> None:
    if folder.exists():
        swap(_staging(folder), folder)
    else:
        _staging(folder).rename(folder)
    _settle(folder.parent)


def _staging(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.staging")


def _retired(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.retired")


def _sweep(folder: Path) -> None:
    """Clear what a killed run left: the old folder comes back if nothing took its place."""
    if not folder.exists() and _retired(folder).exists():
        _retired(folder).rename(folder)
    for leftover in (_staging(folder), _retired(folder)):
        with suppress(FileNotFoundError):
            shutil.rmtree(leftover)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    for inner in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        _settle(inner)


def _settle(folder: Path) -> None:
    """Force a folder's list of names to the disk, where the system lets one."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def _alone(parent: Path) -> Generator[None, None, None]:
    """One writer at a time in a folder; the lock dies with the process that holds it."""
    if sys.platform == "win32":
        yield
        return
    opened = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _refuse_stray(folder: Path, name: str) -> None:
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name:
        raise NameLeavesTheFolder(name=name, folder=folder)


def _files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())


def _difference(name: str, path: Path | None, sha256: str | None) -> str:
    if path is None:
        return f"{name} is missing"
    if sha256 is None:
        return f"{name} does not belong here"
    if path.is_symlink() or _sha256(path.read_bytes()) != sha256:
        return f"{name} differs from what was put in place"
    return ""


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
