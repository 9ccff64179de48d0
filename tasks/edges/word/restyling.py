"""Templates are restyled by people: every style the program writes in must still be there."""

import io
from functools import lru_cache

import docx

from tasks.edges.word.styles import every_style


@lru_cache(maxsize=8)
def missing_styles(template: bytes, kind: str) -> tuple[str, ...]:
    """The ids of the styles the template of a kind has lost, in order; asked once for each.

    Word shows a paragraph whose style is gone in its default look, without a word of warning.
    """
    held = {style.style_id for style in docx.Document(io.BytesIO(template)).styles}
    return tuple(sorted(every_style(kind) - held))
