"""The sensitive-information screen: it holds a line for a person to look at, and repeats nothing.

"IISG Member is not expected to share sensitive information, such as operational law enforcement
information or intelligence information" (Methodology, final section). A hit holds that line from
every draft until a named person releases it, or it is purged with a record; the rest of the file
goes on. The screen finds patterns, not meaning: it may hold a harmless line and may miss a careful
one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from data.vocabulary import (
    Finding,
    Part,
    Place,
    Reading,
    ResponseLine,
    Severity,
    SupportLine,
    WithheldText,
)
from data.vocabulary.screening import Hit, ScreenedLine, ScreeningLists, Sensitive
from tasks.rules.folding import FoldedText
from tasks.rules.screening_first_look import FirstLook
from tasks.rules.screening_numbers import (
    WORTH_A_LOOK,
    NumberPatterns,
    Span,
    number_patterns,
    numbers,
)
from tasks.rules.screening_words import (
    WordPatterns,
    private_mail,
    telling_words,
    word_patterns,
    words,
)

_WHY = {
    Sensitive.PERSON: "It seems to name a person together with a role in a case.",
    Sensitive.PERSONAL_NUMBER: "It seems to hold the identity number of a person.",
    Sensitive.TELEPHONE: "It seems to hold a telephone number.",
    Sensitive.PLATE: "It seems to hold the registration plate of a vehicle.",
    Sensitive.ACCOUNT: "It seems to hold a bank account number (IBAN).",
    Sensitive.CARD: "It seems to hold the number of a payment card.",
    Sensitive.COORDINATES: "It seems to hold the coordinates of a place.",
    Sensitive.PRIVATE_MAIL: "It seems to hold the e-mail address of a private person.",
    Sensitive.SOURCE: "It seems to speak of a human source.",
    Sensitive.OPERATION: "It seems to speak of one police operation.",
    Sensitive.INTERCEPT: "It seems to speak of intercepted communications.",
}
_REMEDY = (
    "The line is in no draft until it is released; the rest of the workbook is taken in. Please "
    "write it without the detail and send the workbook again, or ask the Secretariat to release "
    "the line, or to purge it, with `mapping settle-text`."
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    first_look: FirstLook
    words: WordPatterns
    numbers: NumberPatterns


@lru_cache(maxsize=4)
def _patterns(lists: ScreeningLists) -> _Patterns:
    first_look = FirstLook(telling_words(lists))
    return _Patterns(first_look, word_patterns(lists), number_patterns(lists))


def screen(text: str, lists: ScreeningLists) -> tuple[Hit, ...]:
    """Find what looks sensitive in a text.

    Case, accents, script, odd spaces and signs of no width make no difference, except that names
    which stand in no list, and names of operations without quotation marks, are known by their
    capital letters alone. Takes time in proportion to the length of the text.

    Args:
        text: A text as somebody wrote it.
        lists: The words and patterns to look for.

    Returns:
        The hits in the order of the text, each kind once for a place; their reasons never repeat
        the text.
    """
    return _screened(text, _patterns(lists))


def _screened(text: str, patterns: _Patterns) -> tuple[Hit, ...]:
    read = FoldedText(text)
    spans: list[Span] = []
    if patterns.words.worth_a_look.search(read.text):
        spans += words(read, patterns.words)
    if WORTH_A_LOOK.search(read.text):
        spans += numbers(read.text, patterns.numbers)
        spans += private_mail(read.text, patterns.words)
    return tuple(
        Hit(kind, _WHY[kind], *read.origin(start, end)) for kind, start, end in _apart(spans)
    )


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The spans in the order of the text; of those of a kind that overlap the first stands."""
    ends: dict[Sensitive, int] = {}
    for kind, start, end in sorted(spans, key=lambda span: (span[1], -span[2], span[0])):
        if start >= ends.get(kind, 0):
            ends[kind] = end
            yield kind, start, end


def screen_reading(reading: Reading, lists: ScreeningLists) -> tuple[ScreenedLine, ...]:
    """Find the lines of a return that must be held, in the order of the parts of a workbook."""
    patterns = _patterns(lists)
    lines = [*_cells(reading)]
    texts = {cell for *_, cells in lines for cell in cells}  # dates and such stand in many lines
    worth_reading = patterns.first_look.worth_reading(texts)
    found = {text: hits for text in worth_reading if (hits := _screened(text, patterns))}
    if not found:
        return ()
    held: list[ScreenedLine] = []
    for part, need, line, place, cells in lines:
        seen = {hit.kind for cell in cells if cell in found for hit in found[cell]}
        if seen:
            kinds = tuple(kind for kind in Sensitive if kind in seen)
            reasons = tuple(_WHY[kind] for kind in kinds)
            text = sha256_of("\n".join(filter(None, cells)))
            held.append(ScreenedLine(part, need, line, kinds, reasons, text, place))
    return tuple(held)


def sha256_of(text: str) -> str:
    """What proves later which text was released or purged."""
    return sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def cells_of(line: ResponseLine | SupportLine) -> tuple[str, ...]:
    """The cells of a line that hold free words; hashed are the filled ones, a line for each."""
    if isinstance(line, ResponseLine):
        return line.text, line.reference, line.date_text, line.project, line.eu_reference
    return (
        *(line.title, line.implementer, line.donors, line.activity, line.start_text),
        *(line.end_text, line.budget, line.currency, line.status),
    )


def _cells(reading: Reading) -> Iterator[tuple[Part, str, int, Place, tuple[str, ...]]]:
    for said in reading.responses:
        yield Part.RESPONSE, said.need, said.line, said.place, cells_of(said)
    for project in reading.support:
        yield Part.SUPPORT, project.need, project.line, project.place, cells_of(project)
    for reply in reading.replies:
        yield Part.REPLY, reply.need, 0, reply.place, (reply.later_on,)
    for planned in reading.planned:
        yield Part.PLANNED, planned.need, planned.item, planned.place, (planned.remark,)
    for place, text in reading.additional:
        yield Part.ADDITIONAL, "", 0, place, (text,)
    for place, text in reading.unplaced:
        yield Part.UNPLACED, "", 0, place, (text,)


def findings_of(held: tuple[ScreenedLine, ...]) -> list[Finding]:
    """Say which cells are held and why, without the text.

    The severity is “blocks” and means the line, not the file: these findings belong to the receipt
    and to the record, and must not be among those by which a return is accepted or held.
    """
    return [
        Finding(
            f"sensitive-{kind}", Severity.BLOCKS, f"The line is held. {why}", _REMEDY, line.place
        )
        for line in held
        for kind, why in zip(line.kinds, line.reasons, strict=True)
    ]


def withheld(held: tuple[ScreenedLine, ...], asked: Collection[str]) -> tuple[WithheldText, ...]:
    """The held lines as the books keep them.

    Args:
        held: The lines of one return that are held.
        asked: The keys of the needs it was asked about; a line on any other is kept as a loose
            text, and held as one.
    """
    return tuple(
        WithheldText(each.part, each.need, each.line, each.reasons, each.text_sha256, each.place)
        if each.need in asked or not each.need
        else WithheldText(Part.UNPLACED, "", each.line, each.reasons, each.text_sha256, each.place)
        for each in held
    )
