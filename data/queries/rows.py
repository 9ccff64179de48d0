"""What every aggregate needs of its rows."""


def number(row_id: int | None) -> int:
    """The number of a row that was read or flushed; before that it has none."""
    assert row_id is not None  # noqa: S101 - only a row that was never flushed has no number
    return row_id
