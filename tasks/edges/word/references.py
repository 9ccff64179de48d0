"""Sentences that speak of “Table 3” lead to it: Word keeps the number right when tables move."""

import re
from collections.abc import Sequence

from data.vocabulary.documents import Block, Chart, Matrix, Paragraph, Table
from tasks.edges.word.marks import REFERENCE, REFERENCE_END

TABLE, FIGURE = "Table", "Figure"
_SPOKEN_OF = re.compile(rf"\b({TABLE}|{FIGURE}) ([1-9][0-9]{{0,3}})\b", re.ASCII)
_OWN_STYLES = frozenset({"body", "lead"})  # quotations and notes speak of tables of other papers


class References:
    """How many tables and figures a document has: others are not its own."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._many = {
            TABLE: sum(isinstance(block, Table | Matrix) for block in blocks),
            FIGURE: sum(isinstance(block, Chart) for block in blocks),
        }

    def linked(self, paragraph: Paragraph) -> str:
        """The text with a sign around every mention of a table or a figure of this document."""
        if paragraph.style not in _OWN_STYLES:
            return paragraph.text
        return _SPOKEN_OF.sub(self._signed, paragraph.text)

    def _signed(self, found: re.Match[str]) -> str:
        known = int(found[2]) <= self._many[found[1]]
        return f"{REFERENCE}{found[0]}{REFERENCE_END}" if known else found[0]
