"""One part of an Office file: its words by paragraph, and every sign of what should not show."""

import re
from xml.parsers import expat

from data.vocabulary.leaks import LeakKind
from tasks.edges.leak_inspection.seen import Seen

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "delText", "rsids", "trackRevisions"})
_REMARKS = frozenset({"commentRangeStart", "commentReference", "legacyDrawing"})
_HIDING = frozenset({"vanish", "webHidden", "specVanish"})
_MAKERS = frozenset({"creator", "lastModifiedBy", "Company", "Manager"})
_EARLIER = frozenset({"revision", "lastPrinted", "TotalTime"})
_OWN = frozenset({"keywords", "description", "contentStatus", "HyperlinkBase", "Template"}).union(
    ("category", "contentType", "identifier")
)
_KIND = ("category", "summary")  # the one property that says what the file is
_PACKED = frozenset({"altChunk", "oleObject", "OLEObject", "control"})
_GROUNDS = frozenset({"tc", "style", "r", "rPr"})
_SPACES = frozenset({"tab", "br", "cr", "noBreakHyphen"})
_WHITE = re.compile(r"(?:[EF][0-9A-F]){3}|WHITE")  # and whatever is nearly as pale
_OFF = frozenset({"0", "false", "off", "none"})
_TELLING_FIELD = re.compile(
    r"^\s*(?:AUTHOR|USERNAME|USERINITIALS|LASTSAVEDBY|FILENAME|TEMPLATE|COMMENTS|INFO)\b"
)
_ASKING_FIELD = re.compile(r"^\s*(?:INCLUDE\w+|LINK|DDE\w*|RD|DATABASE)\b")
_SCHEMAS = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/")
_FIGURES = re.compile(r"[\s0-9.,:%-]*")
_SMALLEST = 8  # half points: nobody reads four points
_NARROWEST = 10  # hundredths of its width: nobody reads a letter that is a line


class Part:
    """One pass over a part, whatever program wrote it."""

    def __init__(self, seen: Seen, where: str) -> None:
        self._seen, self._part = seen, where
        self._words: list[str] = []
        self._open: list[str] = []
        self._grounds: list[str] = []  # the fill of each open element, where it has one
        self._codes: list[str] = []  # of a field, which may stand in several runs
        self._code_from = 0
        self._ink_now = ""
        self._pale_before = False  # in this paragraph, before the run that is open
        self._paragraphs = self._inside = 0
        self._hidden = self._pale = False
        self._style = ""

    def read(self, content: bytes) -> None:
        """Read the part; what cannot be read is a leak."""
        if b"<!--" in content or b"<?" in content.replace(b"<?xml ", b"", 1):
            self._seen.leak(self._part, LeakKind.REMARK)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.CommentHandler = self._run_of
        parser.StartDoctypeDeclHandler = self._definitions
        try:
            parser.Parse(content, True)
        except expat.ExpatError:
            self._seen.leak(self._part, LeakKind.UNREADABLE)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        told = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if local == "p":
            self._run()
            self._paragraphs += 1
            self._inside += 1
        if local in _SPACES:
            self._words.append(" ")
        if local == "instrText":
            self._code_from = len(self._words)
        if local == "fldChar":
            self._field("".join(self._codes))
            self._codes.clear()
        if local == "r":
            self._ink_now, self._pale_before = "", self._pale
        self._open.append(local)
        self._grounds.append("")
        self._element(local, told)
        for key, value in told.items():
            self._attribute(local, key, value)

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local == "instrText":
            self._codes.append("".join(self._words[self._code_from :]))
        if local == "p" or not self._inside:
            self._run()
        if local in ("p", "style"):
            self._judge_style()
        self._inside -= local == "p"
        self._open.pop()
        self._grounds.pop()

    def _run(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        if text.isspace() or not text:
            return
        if self._inside and (self._hidden or self._pale):
            self._seen.leak(self._where(), LeakKind.HIDDEN)
        local = self._open[-1] if self._open else ""
        if local in _MAKERS:
            self._seen.name(self._where(), text)
            return
        if local in _OWN and (local, text.strip()) != _KIND:
            self._seen.leak(self._where(), LeakKind.PROPERTY)
        if local in _EARLIER and text.strip() not in _OFF:
            self._seen.leak(self._where(), LeakKind.REVISION)
        self._seen.show(self._where(), text)

    def _run_of(self, words: str) -> None:
        self._seen.say(self._where(), words)

    def _element(self, local: str, told: dict[str, str]) -> None:
        """What an element is by its name and its value."""
        value = told.get("val", "")
        if local in _CHANGES or local.endswith("Change"):
            self._seen.leak(self._where(), LeakKind.REVISION)
        if local in _REMARKS:
            self._seen.leak(self._where(), LeakKind.REMARK)
        if local in _PACKED:
            self._seen.leak(self._where(), LeakKind.ATTACHMENT)
        if local == "docVar" and not _FIGURES.fullmatch(value):
            self._seen.leak(self._where(), LeakKind.PROPERTY)
        if local == "Relationship" and told.get("TargetMode") == "External":
            self._outside(told)
        if local == "Relationship" and told.get("Type", "").endswith("/thumbnail"):
            self._seen.leak(self._part, LeakKind.THUMBNAIL)
        if local == "style":
            self._style = told.get("styleId", "")
        self._ink(local, told)

    def _ink(self, local: str, told: dict[str, str]) -> None:
        """Letters that are hidden, white on white, or too small to be seen."""
        value = told.get("val", "")
        by_style = local in ("pStyle", "rStyle", "tblStyle")
        if local in _HIDING and value.lower() not in _OFF:
            self._hidden = True
        if by_style and value in self._seen.hiding:
            self._hidden = True
        if local == "shd":
            self._shade(told.get("fill", "auto").upper())
        if local == "color":
            self._ink_now = value.upper()
            paper = told.get("themeColor", "").startswith("background")
            ground = next((fill for fill in reversed(self._grounds) if fill), "")
            if self._ink_now == ground or (not ground and (paper or _is_pale(self._ink_now))):
                self._pale = True
        if by_style and value in self._seen.pale and not any(self._grounds):
            self._pale = True
        if local == "noFill" and "textFill" in self._open:
            self._hidden = True
        if local == "w" and value.isdigit() and int(value) < _NARROWEST:
            self._hidden = True
        if local == "sz" and value.isdigit() and int(value) < _SMALLEST:
            self._hidden = True

    def _judge_style(self) -> None:
        """Keep what a style hides, and begin anew."""
        if self._style and self._hidden:
            self._seen.hiding.add(self._style)
        if self._style and self._pale:
            self._seen.pale.add(self._style)
        self._hidden = self._pale = False
        self._style = ""

    def _shade(self, fill: str) -> None:
        """What stands on this ground is seen, unless it has the ground's own colour."""
        if fill == "AUTO" or _is_pale(fill):
            return
        self._pale = self._pale_before or fill == self._ink_now
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] in _GROUNDS:
                self._grounds[place] = fill
                return

    def _attribute(self, local: str, key: str, value: str) -> None:
        if not _FIGURES.fullmatch(value) and not value.startswith(_SCHEMAS):
            self._seen.say_once(f"{self._where()}, {key}", value)
        if key.startswith("rsid"):
            self._seen.leak(self._part, LeakKind.REVISION)
        hidden = key in ("hidden", "veryHidden") and value not in _OFF
        if hidden or (local == "sheet" and key == "state" and value != "visible"):
            self._seen.leak(self._where(), LeakKind.HIDDEN)
        if key == "instr":
            self._field(value)

    def _field(self, code: str) -> None:
        if _TELLING_FIELD.match(code):
            self._seen.leak(self._where(), LeakKind.AUTHOR)
        if _ASKING_FIELD.match(code):
            self._seen.leak(self._where(), LeakKind.ACTIVE)

    def _outside(self, told: dict[str, str]) -> None:
        if not told.get("Type", "").endswith("/hyperlink"):
            self._seen.leak(self._part, LeakKind.ACTIVE)

    def _definitions(self, *_: object) -> None:
        self._seen.leak(self._part, LeakKind.HIDDEN)

    def _where(self) -> str:
        return f"{self._part}, paragraph {self._paragraphs}" if self._paragraphs else self._part


def _is_pale(colour: str) -> bool:
    return _WHITE.fullmatch(colour) is not None
