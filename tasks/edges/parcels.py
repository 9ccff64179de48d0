"""Parcels: archives and messages that hold the files meant for us, opened without being believed.

People pack three workbooks into one .zip, or save the message that brought them. An Office file is
itself an archive and is handed on whole. A parcel inside a parcel is not opened.
"""

from data.vocabulary.requests import Attachment
from tasks.edges.inflating import NotOpened, inflate, members_of

_ARCHIVE = b"PK\x03\x04"
_OFFICE = ("[Content_Types].xml", "mimetype")  # one of them is in every Office file
_LARGEST = 16 * 1024 * 1024
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
MEDIA_TYPE = "application/octet-stream"


def is_parcel(content: bytes) -> bool:
    """Whether this is an archive of files, and no Office file; a damaged one is handed on whole."""
    if not content.startswith(_ARCHIVE):
        return False
    try:
        names = {member.filename for member in members_of(content)}
    except NotOpened:
        return False
    return not any(name in names for name in _OFFICE)


def unpack(content: bytes) -> tuple[list[Attachment], str]:
    """Take the files out of an archive.

    Args:
        content: The bytes of a .zip that is no Office file.

    Returns:
        The files with their names, without folders; and a sentence for the sender when the archive
        cannot be opened whole, else an empty string.
    """
    try:
        members = members_of(content)
        inside = [member for member in members if not _is_noise(member.filename)]
        if not inside:
            return [], "The archive is empty. Please attach the workbook itself."
        large = [m.filename for m in inside if m.file_size > _LARGEST]
        if large:
            return [], f"“{_bare(large[0])}” in it is larger than 16 MB. Please send less."
        names = {member.filename for member in inside}
        parts = inflate(content, members, names.__contains__, _unwatched)
        return [Attachment(_bare(name), part, MEDIA_TYPE) for name, part in parts], ""
    except NotOpened as refused:
        return [], str(refused)


def _is_noise(name: str) -> bool:
    return name.endswith(("/", *_NOISE)) or name.startswith(_NOISE)


def _bare(name: str) -> str:
    return name.rpartition("/")[2]


def _unwatched(name: str, piece: bytes) -> None:
    """The size the directory promises was looked at, and inflating holds it to its promise."""
