"""Hostile files: what is sent to hurt whoever opens it, and what must become of each.

The files stand in the modules `hostile_…`. Each is a function whose name says what it is; it is
either refused with a sentence that mentions something, or read safely.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from tasks.edges.archive import pack, unpack
from tests.specimens.archives import Entry, archive, entry
from tests.specimens.returns import filled


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file; `mentions` are the words one of which the refusal bears, none when it is read.

    A file that may be read safely or refused, as the reader can, has `either`.
    `text` must come out of it as plain words when it is read.
    """

    name: str
    build: Callable[[], bytes]
    mentions: tuple[str, ...] = ()
    either: bool = False
    text: str = ""


HOSTILE: dict[str, Hostile] = {}


def _keep(one: Hostile) -> None:
    assert one.name not in HOSTILE, f"two hostile files are called {one.name}"
    HOSTILE[one.name] = one


def refused(*mentions: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """A file nobody opens; the sentence for its sender mentions one of the words."""

    def decorate(build: Callable[[], bytes]) -> Callable[[], bytes]:
        _keep(Hostile(build.__name__, build, mentions))
        return build

    return decorate


def survived(
    *mentions: str, text: str = ""
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """A file that is read without harm, or refused in these words if the reader prefers that."""

    def decorate(build: Callable[[], bytes]) -> Callable[[], bytes]:
        _keep(Hostile(build.__name__, build, mentions, True, text))
        return build

    return decorate


def read_safely(text: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """A file that must be read, and of which this text comes out as plain words."""

    def decorate(build: Callable[[], bytes]) -> Callable[[], bytes]:
        _keep(Hostile(build.__name__, build, (), False, text))
        return build

    return decorate


@cache
def _parts() -> Mapping[str, bytes]:
    return unpack(filled())


def parts() -> dict[str, bytes]:
    """The parts of an honest filled workbook."""
    return dict(_parts())


def with_parts(**more: bytes) -> bytes:
    """An honest workbook with some parts exchanged; "__" stands for a stroke in their names."""
    return pack({**parts(), **{f"{name.replace('__', '/')}.xml": p for name, p in more.items()}})


def with_entries(*entries: Entry) -> bytes:
    """An honest workbook in which entries written byte by byte take the place of their like."""
    names = {one.name for one in entries}
    honest = [entry(name, part) for name, part in parts().items() if name.encode() not in names]
    return archive([*honest, *entries])


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet(inside: str | bytes, behind: str | bytes = b"") -> bytes:
    """A sheet with rows inside, and with what stands behind the grid."""
    inside = inside if isinstance(inside, bytes) else inside.encode()
    behind = behind if isinstance(behind, bytes) else behind.encode()
    opened = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    return opened + inside + b"</sheetData>" + behind + b"</worksheet>"


def with_sheet(inside: str | bytes, behind: str | bytes = b"") -> bytes:
    """An honest workbook of which one sheet of needs was written by somebody else."""
    return with_parts(xl__worksheets__sheet2=sheet(inside, behind))


def office_container(*streams: str) -> bytes:
    """A compound file with named streams, as far as anybody looks who does not open it."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names
