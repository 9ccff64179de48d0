"""The program's own sources, as the tests of the house read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

ROOMS = ("flows", "tasks", "data")


def modules(*rooms: str) -> list[Path]:
    """The modules of some rooms; migrations are history and no module anyone writes again."""
    found = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    return sorted(path for path in found if "versions" not in path.parts)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def walk(*rooms: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of every module of some rooms, with the module's name."""
    for path in modules(*rooms):
        for node in ast.walk(tree_of(path)):
            yield name_of(path), node
