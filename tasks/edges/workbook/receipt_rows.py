"""What a receipt says, row by row: every finding, assumption and difference in the same columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.vocabulary import NOWHERE, Finding, Part, Place, RequestForm, Severity
from data.vocabulary.differences import Change, ChangeKind
from data.vocabulary.languages import Language
from data.vocabulary.receipts import ReceiptNotice
from data.vocabulary.screening import ScreenedLine
from tasks.edges.workbook.languages import shown
from tasks.edges.workbook.receipt_frame import SEVERITIES
from tasks.edges.workbook.receipt_places import BESIDE, Spot, Unsaid, Whereabouts, key_of_row

QUOTED = 300  # letters of a member's words beside a problem; all of them stand in the cell itself
_CELL_OF_FIELD = {  # the cells of a difference that bear another name in the headings
    "date_text": "date",
    "with_project_support": "project_support",
    "start_text": "start",
    "end_text": "end",
}
_WORD_OF_FIELD = {
    "state": "your_answer",
    "later_on": "if_later",
    "follow_up": "still_true",
    "remark": "remark",
}
_WORD_OF_PART = {Part.ADDITIONAL: "sheet_additional", Part.UNPLACED: "receipt_unplaced"}
_CHOICES_OF_FIELD = {
    "kind": "kinds",
    "instrument": "instruments",
    "with_project_support": "project_support",
    "state": "answers",
    "follow_up": "follow_ups",
    "currency": "currencies",
    "status": "statuses",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One row: how grave and in a word, where, what stands there, what is unclear, what to do."""

    severity: str
    word: str
    where: str
    stands: str
    what: str
    remedy: str
    spot: Spot | None = None
    words: str = ""  # what the member wrote where it found no place, put back into the empty cell


class Telling:
    """Puts what was found into the words of the member's language."""

    def __init__(
        self, notice: ReceiptNotice, form: RequestForm, language: Language, where: Whereabouts
    ) -> None:
        self._notice, self._language, self._where = notice, language, where
        self._words, self._form = language.words, form
        self._numbers = {need.key: need.number for need in form.needs}
        self._unsaid = Unsaid(notice.held)
        self._unsaid_before = Unsaid((*notice.held, *notice.held_before))
        self._unplaced = dict(notice.unplaced)
        self._put_back = self._words_put_back()

    def _words_put_back(self) -> dict[Spot, str]:
        """The words no list knows, by the cells they are put back into to be corrected."""
        found: dict[Spot, str] = {}
        for finding in self._notice.to_correct:
            place, words = finding.place, self._unplaced.get(finding.place, "")
            key, spot = self._where.key(place), self._where.find(place, finding.code)
            if finding.code != "not-on-the-list" or not (words and spot and key):
                continue
            if not self._unsaid.holds(key, place) and not self._where.standing(spot, key):
                found[spot] = words
        return found

    def sections(self) -> Iterator[tuple[str, Sequence[Told]]]:
        """Give the headings of the sections with their rows; empty ones are left out."""
        notice = self._notice
        problems = sorted(notice.to_correct, key=lambda e: SEVERITIES.index(e.severity.value))
        told = [self._finding(each) for each in problems]
        sections = {
            "receipt_problems": told,
            "receipt_held": [self._held(line) for line in notice.held],
            "receipt_assumptions": [self._assumption(each) for each in notice.assumptions],
            "receipt_kept": [self._kept(change) for change in notice.kept],
            "receipt_unplaced": [*self._loose()],
            "receipt_changes": [self._change(e) for e in notice.changes if not self._is_told(e)],
        }
        for heading, rows in sections.items():
            if rows:
                yield self._words[heading], rows

    def _is_told(self, change: Change) -> bool:
        """Whether a change is told in another section: kept, held, or standing beside."""
        key = key_of_row(change.part, change.need, change.newer_line or 0)
        beside = change.part is Part.UNPLACED and change.kind is ChangeKind.ADDED
        place = NOWHERE if change.kind is ChangeKind.EMPTIED or change.need else change.place
        return change.kept or beside or self._unsaid.holds(key, place)

    def _finding(self, finding: Finding) -> Told:
        severity = finding.severity.value
        word = shown(self._language, "severities", severity)
        return self._about(finding, severity, word)

    def _assumption(self, finding: Finding) -> Told:
        return self._about(finding, Severity.NOTE.value, self._words["receipt_confirm"])

    def _about(self, finding: Finding, severity: str, word: str) -> Told:
        place = finding.place
        key, spot = self._where.key(place), self._where.find(place, finding.code)
        hidden = self._unsaid.holds(key, place)
        words = self._put_back.get(spot, "") if spot else ""
        what, remedy = self._pair(finding, hidden=hidden)
        stands = self._standing(place, key, spot, hidden=hidden)
        return Told(severity, word, self._place(place), stands, what, remedy, spot, words)

    def _pair(self, finding: Finding, *, hidden: bool) -> tuple[str, str]:
        """The finding's own sentences in English; without facts where a text is not repeated."""
        own = finding.message, finding.remedy
        if hidden or self._language.code != "en":
            missing = (self._words["receipt_held_what"], "") if hidden else own
            return self._language.findings.get(finding.code, missing)
        return own

    def _standing(self, place: Place, key: str, spot: Spot | None, *, hidden: bool) -> str:
        if hidden:
            return self._words["receipt_not_repeated"]
        if words := self._unplaced.get(place, ""):
            return self._quoted(words)
        if spot is None or not key:
            return ""
        words = self._where.standing(spot, key) or self._put_back.get(spot, "")
        return self._quoted(words) if words else self._words["receipt_blank"]

    def _held(self, line: ScreenedLine) -> Told:
        key = key_of_row(line.part, line.need, line.line)
        spot = self._where.of_row(key) if key else self._where.find(line.place)
        reasons = list(line.reasons)
        if self._language.code != "en":
            names = (f"receipt_sensitive_{kind.replace('-', '_')}" for kind in line.kinds)
            reasons = [self._words[name] for name in names]
        return Told(
            Severity.CHECK.value,
            self._words["receipt_held_word"],
            self._place(line.place),
            self._words["receipt_not_repeated"],
            " ".join(reasons),
            self._words["receipt_held_do"],
            spot,
        )

    def _kept(self, change: Change) -> Told:
        key = key_of_row(change.part, change.need, change.line)
        which = self._which(change)
        return Told(
            Severity.CHECK.value,
            self._words["receipt_kept_word"],
            which,
            self._said(change, change.older, older=True),
            self._words["receipt_kept_what"].format(which=which),
            self._words["receipt_kept_do"],
            self._where.of_field(key, _CELL_OF_FIELD.get(change.field, change.field)),
        )

    def _loose(self) -> Iterator[Told]:
        """Texts outside the cells for answers, unless they are told beside a problem."""
        told = {each.place for each in (*self._notice.to_correct, *self._notice.assumptions)}
        what, remedy = self._language.findings[BESIDE]
        for place, text in self._notice.unplaced:
            if place in told or self._unsaid.holds("", place) or self._unsaid.holds_words(text):
                continue
            word, where = shown(self._language, "severities", "note"), self._place(place)
            quoted = self._words["receipt_quoted"].format(words=text)
            row = self._where.find(place, BESIDE)
            yield Told(Severity.NOTE.value, word, where, quoted, what, remedy, row)

    def _change(self, change: Change) -> Told:
        key = key_of_row(change.part, change.need, change.line)
        field = _CELL_OF_FIELD.get(change.field, change.field)
        what = self._which(change)
        if change.kind in (ChangeKind.CHANGED, ChangeKind.EMPTIED):
            before = self._said(change, change.older, older=True)
            what = self._words["receipt_change_what"].format(which=what, before=before)
        elif change.kind is ChangeKind.MOVED:
            before = str(change.older_line)
            what = self._words["receipt_moved_what"].format(
                need=self._number(change.need), before=before, now=change.newer
            )
        gone = change.kind is ChangeKind.EMPTIED
        return Told(
            "",
            self._words[f"receipt_{change.kind.value}"],
            self._place(NOWHERE if gone else change.place, self._number(change.need)),
            "" if change.kind is ChangeKind.MOVED else self._said(change, change.newer),
            what,
            self._words["receipt_change_do"],
            self._where.of_field(key, field) if key else self._where.find(change.place),
        )

    def _said(self, change: Change, words: str, *, older: bool = False) -> str:
        """A member's words in a difference, unless they are held, or were."""
        line = change.older_line if older else change.newer_line
        key = key_of_row(change.part, change.need, line or 0)
        unsaid = self._unsaid_before
        if unsaid.holds(key, change.place if not change.need else NOWHERE):
            return self._words["receipt_not_repeated"]
        if unsaid.holds_words(words):
            return self._words["receipt_not_repeated"]
        if not words:
            return self._words["receipt_blank"]
        choices = _CHOICES_OF_FIELD.get(change.field, "")
        # Older words stand nowhere else; newer ones also in the cell itself.
        return self._quoted(shown(self._language, choices, words), clipped=not older)

    def _which(self, change: Change) -> str:
        """A cell by the number of its need, its line and its heading."""
        headings = self._language.headings[self._form.kind.value]
        name = _CELL_OF_FIELD.get(change.field, change.field)
        label = headings.get(name, "")
        if word := _WORD_OF_PART.get(change.part) or _WORD_OF_FIELD.get(change.field):
            label = self._words[word]
        line = str(change.line) if change.line else ""
        label = label.removesuffix(" ▼").partition(" (")[0]  # without the example of a date
        parts = (self._number(change.need), line, label)
        return " · ".join(part for part in parts if part)

    def _number(self, need: str) -> str:
        return self._numbers.get(need, "")

    def _place(self, place: Place, otherwise: str = "") -> str:
        if place.cell:
            return str(place)
        return place.sheet or otherwise or self._words["receipt_whole_file"]

    def _quoted(self, words: str, *, clipped: bool = True) -> str:
        short = f"{words[:QUOTED]} …" if clipped and len(words) > QUOTED else words
        return self._words["receipt_quoted"].format(words=short)
