"""Fields: text that the program computes when it shows it, and so differs without being edited."""

_VOLATILE = frozenset(
    {
        *("DATE", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "REF", "SAVEDATE", "SECTIONPAGES"),
        *("SEQ", "STYLEREF", "TIME", "TOC"),
    }
)
_ENOUGH = 40  # the first word decides


class Fields:
    """The fields open at one point of a part; they reach over runs and paragraphs."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._volatile = 0

    @property
    def volatile(self) -> bool:
        """Whether what comes next is computed when it is shown."""
        return self._volatile > 0

    def begin(self, instruction: str = "") -> None:
        self._push(instruction[:_ENOUGH])

    def instruct(self, text: str) -> None:
        if self._open:
            self._push(f"{self._pop()}{text}"[:_ENOUGH])

    def end(self) -> None:
        if self._open:
            self._pop()

    def sign(self, kind: str) -> None:
        if kind == "begin":
            self.begin()
        elif kind == "end":
            self.end()

    def _push(self, instruction: str) -> None:
        words = instruction.upper().split()
        volatile = bool(words) and words[0] in _VOLATILE
        self._open.append((instruction, volatile))
        self._volatile += volatile

    def _pop(self) -> str:
        instruction, volatile = self._open.pop()
        self._volatile -= volatile
        return instruction
