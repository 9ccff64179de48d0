"""What a member is told about a return: the facts of a receipt, before it has a form."""

from dataclasses import dataclass

from data.vocabulary.differences import Change, Mode
from data.vocabulary.findings import Finding
from data.vocabulary.responses import Place
from data.vocabulary.screening import ScreenedLine

_OUTSIDE, _OF_SCREEN = "text-outside-cells", "sensitive-"  # codes of findings


@dataclass(frozen=True, slots=True)
class ReceiptNotice:
    """All that the sheet *What we read* says of one return; places are those in the member's file.

    `received` is already a sentence with its zone, `sha256` that of the file as it arrived.
    `sender` is a function, never a person, and may be empty. `counts` pairs what was counted with
    how many; what is a name under `words` of the language files is shown in that language.
    `answered` of `asked` needs have an answer; both 0 where none is expected (support).
    `problems` are findings of all severities, `assumptions` those with `is_assumption`. `changes`
    are against the version before, with what that means in a sentence (`stated`) and as a word
    (`mode`, for languages other than English). `unplaced` are texts that stand in no cell for
    answers. `held` are lines the screen holds now (what a named person released is not among them),
    `held_before` those it held in the version before: their words are repeated nowhere.
    """

    file_name: str
    received: str
    sha256: str
    version: int
    sender: str
    counts: tuple[tuple[str, int | str], ...]
    answered: int
    asked: int
    problems: tuple[Finding, ...] = ()
    assumptions: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    stated: str = ""
    mode: Mode | None = None
    unplaced: tuple[tuple[Place, str], ...] = ()
    held: tuple[ScreenedLine, ...] = ()
    held_before: tuple[ScreenedLine, ...] = ()

    @property
    def to_correct(self) -> tuple[Finding, ...]:
        """The problems without those told one by one: what is held, what stands in no cell."""
        listed = {_OUTSIDE} if self.unplaced else set[str]()
        return tuple(
            each
            for each in self.problems
            if each.code not in listed and not each.code.startswith(_OF_SCREEN)
        )

    @property
    def kept(self) -> tuple[Change, ...]:
        """What blanks would delete, and rule R5 keeps until the member confirms them."""
        return tuple(change for change in self.changes if change.kept)

    @property
    def asks_nothing(self) -> bool:
        """Whether the return is perfect: nothing to correct, to confirm, to move or to release."""
        return not (self.problems or self.assumptions or self.kept or self.unplaced or self.held)
