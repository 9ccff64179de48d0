"""The drop folder: where the Secretariat lays what came back, as files or as saved messages."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Literal

from data.vocabulary.post import Arrival
from tasks.edges import parcels
from tasks.edges.messages import open_message

Tray = Literal["read", "held"]

_TRAYS = ("read", "held")
_FOR_COMMENTS = "comments"  # copies of drafts lie there, a folder for each member
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp")
_NOISE = {"desktop.ini", "thumbs.db"}
_LARGEST = 16 * 1024 * 1024
_LARGEST_MESSAGE = 24 * 1024 * 1024  # base64 makes a file a third larger


def waiting(inbox: Path) -> list[str]:
    """The entries of the folder by name; what is unfinished or hidden is left alone."""
    if not inbox.is_dir():
        return []
    return sorted(path.name for path in inbox.iterdir() if _counts(path))


def opened(inbox: Path, name: str) -> list[Arrival]:
    """What one entry of the folder brought; nothing when a person took it meanwhile.

    Entries are opened one by one, so that a thousand returns need no more memory than one.

    A saved message (.eml) gives one arrival for each file in it, with the sender's address; an
    archive (.zip) one for each file in it, also when a message brought it.
    Nothing is lost in silence: what cannot be read is an arrival with a `problem`.
    """
    path = inbox / Path(name).name
    return _arrivals_of(path) if path.exists() else []


def file_away(inbox: Path, name: str, where: Tray) -> Path | None:
    """Move what was dealt with into `read` or `held`, beside any namesake and never over it.

    Args:
        inbox: The drop folder.
        name: The entry of the folder: `Arrival.file`, not the name of an attachment.
        where: The tray.

    Returns:
        Where it lies now; when a run that was killed had moved it already, where that run put it;
        None when it is nowhere, because a person took it.
    """
    source = inbox / Path(name).name
    if not source.exists():
        return _moved_before(inbox, source.name, where)
    tray = inbox / where
    tray.mkdir(parents=True, exist_ok=True)
    target = _reserved(tray, source)
    return source.replace(target)


def _counts(path: Path) -> bool:
    name = path.name.lower()
    hidden = name.startswith((".", "~$")) or name in _NOISE
    tray = path.is_dir() and name in (*_TRAYS, _FOR_COMMENTS)
    return not (hidden or tray or path.is_symlink() or name.endswith(_UNFINISHED))


def _arrivals_of(path: Path) -> list[Arrival]:
    is_message = path.suffix.lower() == ".eml"
    try:
        if path.is_dir():
            return [_unread(path, "is a folder; lay the files in it here, one by one")]
        if path.stat().st_size > (_LARGEST_MESSAGE if is_message else _LARGEST):
            return [_unread(path, "is larger than 16 MB; ask the sender for a smaller file")]
        content = path.read_bytes()
    except FileNotFoundError:  # a person took it while we looked
        return []
    except PermissionError:
        return [_unread(path, "cannot be opened; close it in other programs and try again")]
    if not content:
        return [_unread(path, "is empty; save or copy it again")]
    if is_message:
        return _arrivals_in(path, content)
    return _opened(Arrival(_shown(path.name), content, file=path.name))


def _arrivals_in(path: Path, content: bytes) -> list[Arrival]:
    letter = open_message(content)
    if letter is None:
        return [_unread(path, "is no message that can be opened; save its files by hand")]
    if not letter.attachments:
        problem = f"“{_shown(path.name)}” brought no file; read the message yourself."
        return [
            Arrival(
                path.name, content, letter.sender, path.name, letter.message_id, problem=problem
            )
        ]
    return [
        arrival
        for file in letter.attachments
        for arrival in (
            _opened(Arrival(file.name, file.content, letter.sender, path.name, letter.message_id))
            if len(file.content) <= _LARGEST
            else [_unread(path, f"brought “{file.name}”, larger than 16 MB; ask for less")]
        )
    ]


def _opened(arrival: Arrival) -> list[Arrival]:
    """Give each file of an archive, or the thing itself when it is none."""
    if not parcels.is_parcel(arrival.content):
        return [arrival]
    files, problem = parcels.unpack(arrival.content)
    if problem:
        return [replace(arrival, problem=f"“{arrival.name}”: {problem}")]
    return [replace(arrival, name=_shown(file.name), content=file.content) for file in files]


def _unread(path: Path, why: str) -> Arrival:
    name = _shown(path.name)
    return Arrival(name, b"", file=path.name, problem=f"“{name}” {why}.")


def _shown(name: str) -> str:
    """File systems spell accents in two ways; people and rules see one."""
    return unicodedata.normalize("NFC", name)


def _reserved(tray: Path, source: Path) -> Path:
    """Claim a free name; the empty claim is then replaced in one move."""
    number = 1
    while True:
        number_mark = "" if number == 1 else f" ({number})"
        target = tray / f"{source.stem}{number_mark}{source.suffix}"
        try:
            target.mkdir() if source.is_dir() else target.touch(exist_ok=False)
        except FileExistsError:
            number += 1
        else:
            return target


def _moved_before(inbox: Path, name: str, where: Tray) -> Path | None:
    candidates = [inbox / tray / name for tray in (where, *_TRAYS)]
    return next((path for path in candidates if path.exists()), None)
