"""The identity of a draft, which travels inside the file as custom document properties."""

from tasks.edges.word.names import IDENTITY, VT
from tasks.edges.word.opening import Opened


def identity_of(opened: Opened) -> tuple[tuple[str, str], ...]:
    """Names and texts in their order; properties of other kinds are none of ours."""
    if IDENTITY not in opened.names(IDENTITY):
        return ()
    return tuple(
        (each.get("name", ""), text.text or "")
        for each in opened.xml(IDENTITY)
        for text in each.findall(f"{VT}lpwstr")
    )
