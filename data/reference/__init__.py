"""What the Secretariat edits: words, dates and versions, each file with its typed loader."""

from data.reference.aliases import aliases
from data.reference.board_rule import board_rule
from data.reference.calendar import calendar_offsets, calendar_version
from data.reference.framework import framework_on, framework_references, neighbours
from data.reference.freshness import stale_on
from data.reference.methodology import methodology_on, methodology_versions
from data.reference.rehearsal import rehearsal_registers
from data.reference.reminders import reminder_ladder
from data.reference.taxonomy import (
    dated_filters,
    dated_pillars,
    dated_sub_pillars,
    taxonomy_on,
    taxonomy_version,
)

__all__ = [
    "aliases",
    "board_rule",
    "calendar_offsets",
    "calendar_version",
    "dated_filters",
    "dated_pillars",
    "dated_sub_pillars",
    "framework_on",
    "framework_references",
    "methodology_on",
    "methodology_versions",
    "neighbours",
    "rehearsal_registers",
    "reminder_ladder",
    "stale_on",
    "taxonomy_on",
    "taxonomy_version",
]
