"""Chance without dice: a choice that depends on a seed and on what is chosen for, nothing else."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def number(limit: int, seed: int, *about: object) -> int:
    """A number from 0 up to `limit` - 1, always the same for the same seed and matter."""
    told = "/".join(str(part) for part in (seed, *about))
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], "big") % limit


def one_of(choices: Sequence[T], seed: int, *about: object) -> T:
    """One of the choices."""
    return choices[number(len(choices), seed, *about)]


def shuffled(items: Sequence[T], seed: int, *about: object) -> tuple[T, ...]:
    """All items in an order that depends on the seed."""
    return tuple(
        item
        for _, item in sorted(
            enumerate(items), key=lambda pair: number(1 << 60, seed, *about, pair[0])
        )
    )
