"""Pages: what a reader sees, what a program reads, and what is there for nobody to see."""

import re
from html.parser import HTMLParser

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.seen import Seen

_IN_A_LINE = frozenset({"a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup", "wbr"})
_ACTIVE = frozenset({"script", "iframe", "object", "embed", "form", "base", "applet", "portal"})
_HIDING = frozenset(
    {"template", "noscript", "style", "dialog", "input", "textarea", "foreignobject", "metadata"}
)
_ASKING = frozenset({"src", "srcset", "poster", "action", "formaction", "ping", "background"})
_MAKERS = frozenset(
    {"author", "generator", "creator", "publisher", "dc.creator", "dcterms.creator"}
)
_FETCHING = frozenset({"link", "use", "image"})
_PLAIN_META = frozenset({"viewport", "color-scheme", "description"})
_ELSEWHERE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
_RUNS = re.compile(r"^\s*(?:javascript|vbscript|data):\s*[^,\s]", re.IGNORECASE)

Attributes = list[tuple[str, str | None]]


def look_at_page(seen: Seen, content: bytes) -> None:
    """Look into an .html file."""
    page = _Page(seen)
    page.feed(seen.decoded(content))
    page.close()
    page.paragraph()


class _Page(HTMLParser):
    """One pass over a page; words of one paragraph stay together, however they are dressed."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self._seen = seen
        self._words: list[str] = []
        self._tag = "page"

    def paragraph(self) -> None:
        """The words so far are one run."""
        self._seen.show(self._where(), " ".join("".join(self._words).split()))
        self._words.clear()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag not in _IN_A_LINE:
            self.paragraph()
            self._tag = tag
        if tag in _ACTIVE:
            self._seen.leak(self._where(), LeakKind.ACTIVE)
        if tag in _HIDING:
            self._seen.leak(self._where(), LeakKind.HIDDEN)
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag == "meta":
            self._meta(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _IN_A_LINE:
            self.paragraph()

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self._seen.leak(self._where(), LeakKind.REMARK)
        self._seen.say("a remark", data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        where = f"{self._where()}, {name}"
        self._seen.say(where, value)
        if name.startswith("data-") or name in ("hidden", "style", "inert"):
            self._seen.leak(where, LeakKind.HIDDEN)
        if name.startswith("on") or _RUNS.match(value):
            self._seen.leak(where, LeakKind.ACTIVE)
        asks = name in _ASKING or (name in ("href", "xlink:href") and tag in _FETCHING)
        if asks and _ELSEWHERE.match(value):
            self._seen.leak(where, LeakKind.ACTIVE)

    def _meta(self, attributes: dict[str, str | None]) -> None:
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        if name in _MAKERS or name.endswith("author"):
            self._seen.name("meta", attributes.get("content") or "")
        elif attributes.get("http-equiv"):
            self._seen.leak("meta, http-equiv", LeakKind.ACTIVE)
        elif name and name not in _PLAIN_META:
            self._seen.leak("meta", LeakKind.PROPERTY)

    def _where(self) -> str:
        return f"line {self.getpos()[0]}, <{self._tag}>"
