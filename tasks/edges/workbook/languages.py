"""The languages of the workbooks: one file each, read into the words the drawing needs.

Adding a language is adding a file beside the templates; a test holds it against the English one.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

import yaml

from data.errors.languages import LanguageIncomplete
from data.vocabulary.findings import Finding, Severity
from data.vocabulary.languages import DayWords, Language
from data.vocabulary.responses import NOWHERE

# The templates are installed beside the program; steps hand in the language of the contact.
_ENGLISH = Path(__file__).parents[3] / "templates" / "requests" / "languages" / "en.yaml"


@lru_cache(maxsize=32)
def read_language(text: str) -> Language:
    """Read one language file.

    Args:
        text: The YAML as people wrote it.

    Raises:
        LanguageIncomplete: a part is missing, or something that is no text stands where words do.
    """
    said = _mapping(yaml.safe_load(text), "the whole file")
    return Language(
        code=_text(said, "code"),
        name=_text(said, "name"),
        choices={name: _words(part, name) for name, part in _part(said, "choices").items()},
        headings={kind: _words(part, kind) for kind, part in _part(said, "headings").items()},
        words=_words(said.get("words"), "words"),
        days=_days(_part(said, "days")),
        findings={code: _pair(code, pair) for code, pair in _part(said, "findings").items()},
    )


@cache
def english() -> Language:
    """Give the language every workbook falls back to."""
    return read_language(_ENGLISH.read_text(encoding="utf-8"))


def shown(language: Language, choices: str, value: str) -> str:
    """Give the word a list shows for a value; a word no file translates stands as it is."""
    return language.choices.get(choices, {}).get(value, value)


def completed(language: Language) -> Language:
    """Fill in English what a language file lacks."""
    whole = english()
    return replace(
        language,
        choices={n: {**words, **language.choices.get(n, {})} for n, words in whole.choices.items()},
        headings={
            kind: {**words, **language.headings.get(kind, {})}
            for kind, words in whole.headings.items()
        },
        words={**whole.words, **language.words},
        findings={**whole.findings, **language.findings},
    )


def in_words(language: Language, finding: Finding) -> Finding:
    """Give a finding to a member in the language: its own sentences in English, else its code's.

    What holds a whole file tells the Secretariat what to do next; its sender is told otherwise.
    """
    if language.code == "en":
        whole_file = finding.place == NOWHERE and finding.severity is Severity.BLOCKS
        if not whole_file or finding.code not in language.findings or not finding.remedy:
            return finding
        return replace(finding, remedy=language.findings[finding.code][1])
    screened = language.words.get(f"receipt_{finding.code.replace('-', '_')}")
    pair = (screened, language.words["receipt_held_do"]) if screened else None
    told = pair or language.findings.get(finding.code, (finding.message, finding.remedy))
    return replace(finding, message=told[0], remedy=told[1])


def _mapping(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise LanguageIncomplete(missing=where)
    return {str(key): entry for key, entry in cast("dict[object, object]", value).items()}


def _part(said: Mapping[str, object], key: str) -> dict[str, object]:
    return _mapping(said.get(key), key)


def _text(said: Mapping[str, object], key: str) -> str:
    value = said.get(key)
    if not isinstance(value, str):  # an unquoted yes or no is no text in YAML
        raise LanguageIncomplete(missing=f"{key} as a text in quotes")
    return value


def _words(value: object, where: str) -> dict[str, str]:
    said = _mapping(value, where)
    return {key: _text(said, key) for key in said}


def _days(said: Mapping[str, object]) -> DayWords:
    return DayWords(
        weekdays=_list(said, "weekdays", 7),
        months=_list(said, "months", 12),
        date=_text(said, "date"),
        day_and_month=_text(said, "day_and_month"),
        day=_text(said, "day"),
        moment=_text(said, "moment"),
        utc=_text(said, "utc"),
        utc_on=_text(said, "utc_on"),
        period=_text(said, "period"),
    )


def _list(said: Mapping[str, object], key: str, count: int) -> tuple[str, ...]:
    listed = cast("list[object]", said.get(key)) if isinstance(said.get(key), list) else []
    texts = tuple(entry for entry in listed if isinstance(entry, str))
    if len(texts) != count or len(listed) != count:
        raise LanguageIncomplete(missing=f"{count} names under {key}")
    return texts


def _pair(code: str, value: object) -> tuple[str, str]:
    pair = cast("list[object]", value) if isinstance(value, list) else []
    texts = [entry for entry in pair if isinstance(entry, str)]
    if len(pair) != 2 or len(texts) != 2:
        raise LanguageIncomplete(missing=f"two sentences for the finding {code}")
    return texts[0], texts[1]
