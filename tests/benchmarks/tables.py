"""Ratios of one run, printed as a table: times alone say little on a machine with other work."""

from collections.abc import Sequence


def show(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table with columns as wide as their longest cell."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    print(f"\n{title}")  # noqa: T201 - a benchmark is read at the terminal
    for row in (header, ["-" * width for width in widths], *rows):
        cells = zip(row, widths, strict=True)
        print("  ".join(cell.ljust(width) for cell, width in cells))  # noqa: T201 - as above
