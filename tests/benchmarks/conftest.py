"""The played year, for benchmarks that need a home in which somebody was asked."""

from tests.phases.conftest import move_in, played

__all__ = ["move_in", "played"]  # fixtures, found by their names
