"""Files that are whole or not there: a run that is killed leaves no half letter."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write beside `path` under a hidden name, then rename: readers see all of it or nothing.

    Args:
        path: Where the file shall stand; its folder is made.
        content: All of it.
        mode: The permissions, as for chmod.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(content)
            file.flush()
            os.fsync(handle)  # the row that names this file is committed right after
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)
