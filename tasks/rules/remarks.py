"""Remarks in the text of a mail: what is said of the draft, apart from courtesy and quotations.

People number their points, answer between quoted lines, or write one text; each point becomes one
remark. Greetings, signatures and quotations nobody answered are set aside, never thrown away.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.vocabulary.remarks import Remark
from data.vocabulary.reports import CommentKind

_QUOTED = re.compile(r"\s*(?:>\s?)+")
_INTRODUCED = re.compile(  # "On 3 March Ana wrote:"
    r"\s*\w+\b.{4,160}\b(?:wrote|schrieb|écrit|napisa\w*|piše|shkroi|напиша\w*|писао)\s*:\s*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\s*(?:-{2,}\s*(?:original message|forwarded message|proslijeđena poruka)\s*-{2,}"
    r"|_{10,}|begin forwarded message:)\s*$",
    re.IGNORECASE,
)
_HEADERS = re.compile(r"\s*(?:from|od|nga|von)\s*:.*[@<]", re.IGNORECASE)
_GREETING = re.compile(
    r"\s*(?:dear|hello|hi|good (?:morning|afternoon|day)|poštovan\w*|i (?:dashur|nderuar)\w*"
    r"|почитуван\w*|поштован\w*)(?: [^\s.,:;?!]+){0,4}\s*[,!.:]?\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:with )?(?:best|kind|warm|many)(?: \w+)? (?:regards|wishes|thanks)|(?:kind )?regards"
    r"|sincerely(?: yours)?|yours (?:sincerely|faithfully)|thank you(?: very much)?(?: in advance)?"
    r"|s poštovanjem|srdačan pozdrav|me respekt|\w{1,2} (?:почит|поштовањем)|lp)\s*[,.!]?\s*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"--\s?$")
_SENT_FROM = re.compile(r"\s*sent from my \w+.*$", re.IGNORECASE)
_POINT = re.compile(r"\s{0,8}(?:\(?\d{1,3}[.)]|\(?[a-z]\)|[-*•–])\s+(?=\S)")
_SAME_POINT = re.compile(r"\s*\d{1,3}\.\d")  # "4.2 is …" opens no point of its own
_NEED = re.compile(r"\b[A-Z]{2}-[A-Z]{2,4}-\d{1,4}\b")
_SPOT = re.compile(
    r"\b(?:chapter|section|table|figure|annex|paragraph|para\.?|page|p\.|footnote|need)\s+"
    r"\d[\d.]*\d|\b(?:chapter|section|table|figure|annex|paragraph|para\.?|page|p\.|footnote|need)"
    r"\s+\d",
    re.IGNORECASE,
)
_MARKS = '["“”„‟«»]'
_REPLACE = re.compile(
    rf"\breplace\s+{_MARKS}([^\"“”„‟«»]+){_MARKS}\s+(?:with|by)\s+{_MARKS}([^\"“”„‟«»]+){_MARKS}",
    re.IGNORECASE,
)
_SHOULD_READ = re.compile(
    rf"\b(?:should|shall|must|to) read(?: as follows)?\s*:?\s*{_MARKS}([^\"“”„‟«»]+){_MARKS}",
    re.IGNORECASE,
)

_SIGNATURE_LINES, _SHORT, _LEAD = 15, 90, 160


@dataclass(frozen=True, slots=True)
class MailSorted:
    """A mail's remarks, and the lines set aside in their order; together they are its words."""

    remarks: tuple[Remark, ...]
    set_aside: tuple[str, ...]


@dataclass(slots=True)
class _Point:
    """Lines that are one remark, and the quoted lines they answer."""

    lines: list[str]
    quoted: list[str]
    opens: bool


def remarks_in_mail(text: str) -> tuple[Remark, ...]:
    """The remarks of a mail, in its order.

    Args:
        text: The plain text of the mail.
    """
    return sorted_mail(text).remarks


def sorted_mail(text: str) -> MailSorted:
    """Part a mail into remarks and what is set aside; no word is lost and none is changed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    said, aside = _without_courtesy(lines)
    points, unanswered = _points(said)
    if not points:
        # A mail of courtesy alone is kept as one remark: a person decides what it says.
        whole = "\n".join(line for line in lines if not _QUOTED.match(line)).strip()
        return _of_courtesy(whole, lines)
    opening = points.pop(0).lines if _only_opens(points) else []
    aside.extend([*opening, *unanswered])
    return MailSorted(tuple([_remark(point) for point in points]), _in_order(aside, lines))


def _only_opens(points: list[_Point]) -> bool:
    """Whether the first lines only lead to the points below; longer ones say something."""
    words = "\n".join(points[0].lines).strip()
    leads = words.endswith(":") and len(words) <= _LEAD and next(_places(words), None) is None
    return leads and not points[0].opens and len(points) > 1


def _of_courtesy(whole: str, lines: Sequence[str]) -> MailSorted:
    if not whole:
        return MailSorted((), tuple([line for line in lines if line.strip()]))
    quoted = tuple([line for line in lines if _QUOTED.match(line) and line.strip()])
    return MailSorted((_remark(_Point([whole], [], False)),), quoted)


def _without_courtesy(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines between greeting and signature, and the others."""
    end = _end_of_words(lines)
    aside = [line for line in lines[end:] if line.strip()]
    said: list[str] = []
    greeted = False
    for line in lines[:end]:
        blank = not line.strip()
        if not greeted and not blank and _GREETING.match(line):
            aside.append(line)
            greeted = True
        elif _INTRODUCED.match(line) and not _POINT.match(line):
            aside.append(line)
        else:
            greeted = greeted or not blank
            said.append(line)
    return said, aside


def _end_of_words(lines: Sequence[str]) -> int:
    """Where the signature or a forwarded mail begins; quotations below may still be answered."""
    for place, line in enumerate(lines):
        forwarded = _FORWARDED.match(line) or _HEADERS.match(line)
        if forwarded or _SIGNATURE.fullmatch(line) or _SENT_FROM.match(line):
            return place
        if _CLOSING.match(line) and _is_last(lines, place):
            return place
    return len(lines)


def _is_last(lines: Sequence[str], place: int) -> bool:
    """Whether a closing closes: after it come a few short lines, a quotation or nothing."""
    below = lines[place + 1 : place + 1 + _SIGNATURE_LINES]
    rest = [line for line in below if line.strip() and not _QUOTED.match(line)]
    return all(len(line) <= _SHORT and not _POINT.match(line) for line in rest)


def _points(lines: Sequence[str]) -> tuple[list[_Point], list[str]]:
    points: list[_Point] = []
    quoted: list[str] = []
    for line in lines:
        quotation = _QUOTED.match(line)
        if quotation:
            quoted.append(line)
        elif not line.strip():
            if points and not quoted:
                points[-1].lines.append("")
        elif quoted or not points or (_POINT.match(line) and not _SAME_POINT.match(line)):
            opens = bool(quoted or _POINT.match(line))
            points.append(_Point([line], quoted, opens))
            quoted = []
        else:
            points[-1].lines.append(line)
    return points, quoted


def _in_order(aside: list[str], lines: Sequence[str]) -> tuple[str, ...]:
    """The lines set aside as they stood in the mail."""
    left = Counter(line for line in aside if line.strip())
    ordered: list[str] = []
    for line in lines:
        if left[line]:
            left[line] -= 1
            ordered.append(line)
    return tuple(ordered)


def _remark(point: _Point) -> Remark:
    text = "\n".join(point.lines).strip()
    said = _POINT.sub("", text, count=1) if _POINT.match(text) else text
    quoted = "\n".join([_QUOTED.sub("", line, count=1) for line in point.quoted]).strip()
    replaced, should = _REPLACE.search(said), _SHOULD_READ.search(said)
    if replaced:
        quoted = quoted or replaced[1]
    proposed = replaced[2] if replaced else (should[1] if should else "")
    return Remark(
        kind=CommentKind.MAIL,
        author="",
        on=None,
        text=text,
        quoted=quoted,
        proposed=proposed,
        anchor="",
        place=next(_places(said), ""),
        file_place="mail",
    )


def _places(text: str) -> Iterator[str]:
    """Where in the draft a remark says it belongs: a need's number before all others."""
    for pattern in (_NEED, _SPOT):
        found = pattern.search(text)
        if found:
            yield found[0]
