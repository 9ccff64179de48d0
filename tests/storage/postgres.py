"""A PostgreSQL server for the tests: its own folder, a socket and no network."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "mapping"
_SYSTEM_USERS = ("postgres", "nobody")  # a server refuses to run as root


def why_missing() -> str:
    """Why no server can be started here; empty when one can."""
    if programs() is None:
        return "no initdb on PATH and none under /usr/lib/postgresql"
    if os.geteuid() == 0 and _unprivileged() is None:
        return "PostgreSQL refuses to run as root, and there is no unprivileged user"
    return ""


def programs() -> Path | None:
    """The folder of the newest server's programs."""
    on_path = shutil.which("initdb")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    found = [*([Path(on_path)] if on_path else []), *packaged]
    return found[-1].resolve().parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the folder of its socket."""
    folder = Path(tempfile.mkdtemp(prefix="mapping-pg-"))  # short: sockets allow some 100 signs
    user = _unprivileged() if os.geteuid() == 0 else None
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    cluster = folder / "cluster"
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    try:
        _run(folder, "initdb", "-D", cluster, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
        _run(folder, "pg_ctl", "start", "-w", "-D", cluster, "-l", folder / "log", "-o", options)
        try:
            yield str(folder)
        finally:
            _run(folder, "pg_ctl", "stop", "-w", "-D", cluster, "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _run(folder: Path, program: str, *arguments: str | Path) -> None:
    user = _unprivileged() if os.geteuid() == 0 else None
    as_user = (
        {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}
    )
    bin_folder = programs()
    assert bin_folder is not None
    subprocess.run(  # noqa: S603 - the server's own programs
        [bin_folder / program, *arguments],
        cwd=folder,
        env={"LC_ALL": "C.UTF-8", "HOME": str(folder), "PATH": os.defpath},
        stdout=subprocess.DEVNULL,
        check=True,
        **as_user,
    )


def _unprivileged() -> pwd.struct_passwd | None:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next((known[name] for name in _SYSTEM_USERS if name in known), None)


def _version(program: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in program.parent.parent.name.split(".") if part.isdigit())
