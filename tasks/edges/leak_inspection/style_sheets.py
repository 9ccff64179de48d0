"""Style sheets: remarks between the rules, words they put on a page, places they ask."""

import re

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.seen import Seen

_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_ASKS = re.compile(r"url\s*\(|@import|expression\s*\(|//", re.IGNORECASE)
_PRINTED = re.compile(r"@media\s+print\s*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?![.\d])"
)


def look_at_style_sheet(seen: Seen, content: bytes) -> None:
    """Look into a .css file."""
    text = seen.decoded(content)
    for remark in _REMARK.findall(text):
        seen.leak("a remark", LeakKind.REMARK)
        seen.say("a remark", remark)
    bare = _REMARK.sub(" ", text)
    for first, second in _QUOTED.findall(bare):
        seen.say("words in quotation marks", first or second)
    seen.say("the rules", bare)
    if _HIDES.search(_PRINTED.sub(" ", bare)):  # on paper, menus may be left out
        seen.leak("the rules", LeakKind.HIDDEN)
    if _ASKS.search(bare):
        seen.leak("the rules", LeakKind.ACTIVE)
