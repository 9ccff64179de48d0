"""Refusals about the language files of the workbooks."""

from data.errors.base import Refusal


class LanguageIncomplete(Refusal):
    what = "A language file of the workbooks does not hold {missing}."
    remedy = "Write it into the file in MAPPING_TEMPLATES/requests/languages, as en.yaml has it."
