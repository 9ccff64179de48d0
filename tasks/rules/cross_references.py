"""Sentences that speak of the next table or figure, numbered once the whole report is composed."""

from collections.abc import Iterable
from dataclasses import replace

from data.vocabulary import Block, Chart, Matrix, Paragraph, Table

# Private signs: no keyboard writes them, and only paragraphs of the program are looked at.
NEXT_TABLE, NEXT_FIGURE = "\ue000", "\ue001"
_OWN_STYLES = frozenset({"body", "lead"})


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Write “Table 3” and “Figure 1” where a sentence speaks of the next one.

    Tables and heat maps are counted together, as their captions are.
    """
    tables, figures = 0, 0
    done: list[Block] = []
    for block in blocks:
        tables += isinstance(block, Table | Matrix)
        figures += isinstance(block, Chart)
        if isinstance(block, Paragraph) and block.style in _OWN_STYLES:
            done.append(_numbered(block, tables + 1, figures + 1))
        else:
            done.append(block)
    return tuple(done)


def _numbered(paragraph: Paragraph, table: int, figure: int) -> Paragraph:
    text = paragraph.text
    if NEXT_TABLE not in text and NEXT_FIGURE not in text:
        return paragraph
    text = text.replace(NEXT_TABLE, f"Table {table}").replace(NEXT_FIGURE, f"Figure {figure}")
    return replace(paragraph, text=text)
