"""The terminal: tables, progress and plain lines; NO_COLOR is honoured by the library."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

T = TypeVar("T")


def say(sentence: str) -> None:
    """Write a line for the person at the terminal."""
    Console(highlight=False, soft_wrap=True).print(sentence, markup=False)


def complain(sentence: str) -> None:
    """Write a line on what was refused."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(sentence, markup=False)


def show_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Show a table; cells wrap and nothing is cut."""
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console(highlight=False).print(table, markup=False)


def progress(items: Iterable[T], about: int, label: str = "label") -> Iterator[T]:
    """Pass the items on and show how far the work is; quiet where nobody looks.

    Args:
        items: What is worked through.
        about: About how many there are.
        label: The attribute of an item that says what it is.
    """
    columns = (
        SpinnerColumn(),
        BarColumn(24),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as shown:
        bar = shown.add_task("", total=about)
        for item in items:
            shown.update(bar, description=str(getattr(item, label, item)))
            yield item
            shown.advance(bar)
        shown.update(bar, total=shown.tasks[0].completed, description="done")
