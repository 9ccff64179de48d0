"""Word lists as one pattern: many words are looked for at the price of a few."""

import re
from collections.abc import Iterable

from tasks.rules.folding import folded

# A tree of letters; the empty key says that a word ends here, and with which ending it may go on.
_Tree = dict[str, "_Tree"]
_ANY_ENDING = "[a-z]*"


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds whole words or phrases in a folded text.

    Args:
        words: As people write them, in any script; an asterisk at the end stands for any ending.
    """
    return re.compile(rf"\b{words_source(words)}", re.ASCII)


def words_source(words: Iterable[str]) -> str:
    """The pattern as text, to build on: it minds where a word ends, not where it begins."""
    tree: _Tree = {}
    for word in words:
        branch = tree
        for sign in folded(word.removesuffix("*")):
            branch = branch.setdefault(sign, {})
        branch[_ANY_ENDING if word.endswith("*") else ""] = {}
    return _source(tree)


def _source(tree: _Tree) -> str:
    endings = [sign for sign in (_ANY_ENDING, "") if sign in tree]
    branches = [
        _escaped(sign) + _source(branch) for sign, branch in sorted(tree.items()) if len(sign) == 1
    ]
    # The longest comes first: the first alternative that fits is taken.
    branches += [rf"{ending}(?![a-z0-9])" for ending in endings]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _escaped(sign: str) -> str:
    return " {1,3}" if sign == " " else re.escape(sign)
