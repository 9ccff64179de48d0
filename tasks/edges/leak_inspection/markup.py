"""Feeds, site maps and drawings: every word, and remarks, makers and scripts among them."""

from xml.parsers import expat

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.seen import Seen

_MAKERS = frozenset(
    {"author", "creator", "managingeditor", "webmaster", "generator", "contributor"}
)
_ACTIVE = frozenset({"script", "foreignobject", "image", "use", "animate", "set"})
_HIDING = frozenset({"metadata", "desc", "style"})


def look_at_feed(seen: Seen, content: bytes) -> None:
    """Look into an .xml or .svg file."""
    _Markup(seen).read(content)


class _Markup:
    """One pass; the words of an element are one run."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._open: list[str] = []
        self._words: list[str] = []

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.CommentHandler = self._remark
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._definitions
        try:
            parser.Parse(content, True)
        except expat.ExpatError:
            self._seen.leak("the whole file", LeakKind.UNREADABLE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._run()
        self._open.append(name)
        local = name.rpartition(":")[2].lower()
        if local in _ACTIVE:
            self._seen.leak(self._where(), LeakKind.ACTIVE)
        if local in _HIDING:
            self._seen.leak(self._where(), LeakKind.HIDDEN)
        for attribute, value in attributes.items():
            self._seen.say(f"{self._where()}, {attribute}", value)
            if attribute.lower().startswith("on"):
                self._seen.leak(self._where(), LeakKind.ACTIVE)

    def _end(self, _name: str) -> None:
        self._run()
        self._open.pop()

    def _run(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        local = self._open[-1].rpartition(":")[2].lower() if self._open else ""
        if local in _MAKERS:
            self._seen.name(self._where(), text)
        else:
            self._seen.show(self._where(), text)

    def _remark(self, words: str) -> None:
        self._seen.leak(self._where(), LeakKind.REMARK)
        self._seen.say("a remark", words)

    def _instruction(self, target: str, words: str) -> None:
        self._remark(f"{target} {words}")

    def _definitions(self, *_: object) -> None:
        self._seen.leak("the definitions", LeakKind.HIDDEN)

    def _where(self) -> str:
        return f"<{self._open[-1]}>" if self._open else "the beginning"
