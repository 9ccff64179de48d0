"""A snapshot as canonical JSON and back: the same snapshot gives the same bytes (rules R7, R20)."""

import json

from pydantic import TypeAdapter

from data.vocabulary import Snapshot

_SNAPSHOT = TypeAdapter(Snapshot)


def to_bytes(snapshot: Snapshot) -> bytes:
    """Canonical JSON: keys sorted, no spare space, UTF-8."""
    told = _SNAPSHOT.dump_python(snapshot, mode="json")
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def from_bytes(content: bytes) -> Snapshot:
    """The snapshot these bytes hold."""
    return _SNAPSHOT.validate_json(content)
