"""The properties a draft carries inside itself: which cycle, pillar, draft and snapshot it is."""

from tasks.edges.word_review.names import SHORT
from tasks.edges.word_review.parts import Copy


def identity_in(copy: Copy) -> dict[str, str]:
    """Names and values of the file's own properties, empty when a program dropped them."""
    root = copy.properties()
    if root is None:
        return {}
    return {
        each.get("name", ""): "".join(each.itertext()).strip()
        for each in root
        if each.get("name") and SHORT[each.tag] in ("", "property")
    }
