"""What was seen of one file: its words and its leaks, each with a place."""

from urllib.parse import unquote

from data.vocabulary.leaks import Leak, LeakKind, PublicText
from tasks.edges.leak_inspection.wrapped import unwrapped


class Seen:
    """One file under inspection."""

    def __init__(self, file: str, house: frozenset[str]) -> None:
        self.file = file
        self.texts: list[PublicText] = []
        self._shown: list[str] = []
        self.leaks: list[Leak] = []
        self._house = house
        self._values: set[str] = set()
        self.hiding: set[str] = set()  # styles of this file that hide what is written in them
        self.pale: set[str] = set()  # styles in the colour of paper

    def say(self, where: str, text: str) -> None:
        """Keep a run of words; those wrapped for programs are read as they are meant, too."""
        if text and not text.isspace():
            self.texts.append(PublicText(self.file, where, unquote(text) if "%" in text else text))
            self.texts += [PublicText(self.file, where, words) for words in unwrapped(text)]

    def show(self, where: str, text: str) -> None:
        """Keep a run of words that a reader sees between others."""
        self.say(where, text)
        self._shown.append(text)

    @property
    def flow(self) -> PublicText:
        """All that a reader sees, one run after another."""
        return PublicText(self.file, "words in several places", " · ".join(self._shown))

    def say_once(self, where: str, value: str) -> None:
        """Keep the value of an attribute; the many that say the same are one."""
        if value not in self._values:
            self._values.add(value)
            self.say(where, value)

    def leak(self, where: str, kind: LeakKind) -> None:
        """Keep what is a leak whatever it says."""
        self.leaks.append(Leak(self.file, where, kind))

    def name(self, where: str, name: str) -> None:
        """Keep who made the file: a leak, unless it is the house itself."""
        if name.strip() and name.strip() not in self._house:
            self.leak(where, LeakKind.AUTHOR)
        self.say(where, name)

    def decoded(self, content: bytes) -> str:
        """The content as text; bytes that are no UTF-8 are a leak, for nobody can read them."""
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            self.leak("the whole file", LeakKind.UNREADABLE)
            return content.decode("utf-8", "replace")
