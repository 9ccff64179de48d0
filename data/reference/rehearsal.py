"""The composed registers a rehearsal runs on: nobody's real answers, everybody's real form."""

from pathlib import Path

from data.reference.reading import FOLDER


def rehearsal_registers() -> tuple[Path, Path]:
    """The members register and the needs register of the rehearsal, as Excel workbooks."""
    folder = FOLDER / "rehearsal"
    return folder / "members.xlsx", folder / "needs_register_2025-2026.xlsx"
