"""Public files opened from the outside, whatever made them: their words, and what hides in them.

Nothing here knows how the public site is built. A file of a kind that is not looked into is itself
a leak, and so is one that cannot be opened (rule R10).
"""

from tasks.edges.leak_inspection.inspection import inspect

__all__ = ["inspect"]
