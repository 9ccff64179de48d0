"""Places for the words of people: content controls known by their tag, bookmarks as a second sign.

Word keeps the control; LibreOffice drops its tag and its end, and keeps the bookmark and the style.
"""

from dataclasses import replace
from xml.etree.ElementTree import Element

from data.vocabulary.documents import Narrative
from tasks.edges.word.names import W
from tasks.edges.word.words import anchor_of, text_of

_TAG, _BOOKMARK = "narrative:", "narrative_"


def bookmark_of(place: str) -> str:
    """The bookmark of a place: its code with the signs that Word allows."""
    return f"{_BOOKMARK}{place.replace('-', '_')}"


def narrative_of(control: Element) -> Narrative | None:
    """The words in a content control; None when the control is not one of these places."""
    properties = control.find(f"{W}sdtPr")
    tag = None if properties is None else properties.find(f"{W}tag")
    name = "" if tag is None else tag.get(f"{W}val", "")
    if properties is None or not name.startswith(_TAG):
        return None
    texts = tuple(text_of(paragraph) for paragraph in control.iter(f"{W}p"))
    place = name.removeprefix(_TAG)
    if properties.find(f"{W}showingPlcHdr") is not None:
        return Narrative(place, "\n".join(texts))
    return Narrative(place, "", texts)


def loose_words(paragraph: Element, before: Narrative | None) -> Narrative | None:
    """The words of a paragraph without its control, added to those before it at the same place."""
    bookmark, text = anchor_of(paragraph), text_of(paragraph)
    place = bookmark.removeprefix(_BOOKMARK).replace("_", "-")
    if before is not None and (not bookmark or place == before.place):
        return replace(before, paragraphs=(*before.paragraphs, text))
    return Narrative(place, "", (text,)) if bookmark.startswith(_BOOKMARK) else None
