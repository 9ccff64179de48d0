"""The languages in which members meet the product: one file each, chosen for each contact."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language file.

    `choices` maps the name of a list ("answers", "kinds", "instruments", "project_support",
    "follow_ups", …) to the words shown, by the value they stand for. `headings` maps the keys of
    columns to headings, for each kind of request. `words` maps names to sentences, which may name
    facts in braces. `findings` maps the codes of findings to what is unclear and what to do.
    """

    code: str
    name: str
    choices: Mapping[str, Mapping[str, str]]
    headings: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    findings: Mapping[str, tuple[str, str]]
