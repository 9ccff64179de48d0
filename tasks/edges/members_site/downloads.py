"""Files of a release: only what its manifest names goes out, and only as it was released."""

import hashlib
import json
from pathlib import Path

from data.errors.members_site import ReleasedFileChanged
from data.vocabulary.members_site import SitePlaces

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".sqlite": "application/vnd.sqlite3",
}


def take(places: SitePlaces, cycle: str, pillar: str, name: str) -> bytes | None:
    """The bytes of a released file; None where there is none.

    Raises:
        ReleasedFileChanged: the file is not the one its manifest names.
    """
    if not all(
        part and part == Path(part).name and part[0] != "." for part in (cycle, pillar, name)
    ):
        return None
    folder = places.releases / cycle / pillar
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return None
    if name == manifest.name:
        return manifest.read_bytes()
    told = json.loads(manifest.read_bytes())["files"]
    if name not in told:
        return None
    content = (folder / name).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != told[name]["sha256"]:
        raise ReleasedFileChanged(file=name, found=found, told=told[name]["sha256"])
    return content


def media_type(name: str) -> str:
    """What kind of file a browser is told it is."""
    return _TYPES.get(Path(name).suffix, "application/octet-stream")
