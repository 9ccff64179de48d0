"""Covering words: a message that only says that something is enclosed."""

import re

from tasks.rules.remarks import remarks_in_mail

_ENCLOSES = re.compile(
    r"\b(?:attach\w*|enclos\w*|herewith|bashk[ëe]ngjit\w*|prilog\w*|priloz\w*|privit\w*"
    r"|прилог\w*|прилож\w*)\b",
    re.IGNORECASE,
)
_COURTEOUS = re.compile(
    r"\b(?:thank\w*|regards|wishes|hesitate|confirm receipt|faleminderit|hvala|pozdrav\w*|хвала"
    r"|благодар\w*|pozdrav\w*)\b",
    re.IGNORECASE,
)
_PARTING = re.compile(r"(?<=[.!?])\s+|\n+")
_LONGEST = 160  # a sentence that says more than that something comes with it


def only_covers(text: str) -> bool:
    """Whether a message says no more than that its enclosures come with it.

    In doubt it says more: a remark too many is disposed of, one too few is lost.

    Args:
        text: The text of a message that brought files.
    """
    remarks = remarks_in_mail(text)
    if len(remarks) != 1:
        return not remarks
    said = remarks[0]
    sentences = [each for each in _PARTING.split(said.text) if each.strip()]
    return not (said.place or said.proposed or said.quoted) and all(
        len(each) <= _LONGEST and (_ENCLOSES.search(each) or _COURTEOUS.search(each))
        for each in sentences
    )
