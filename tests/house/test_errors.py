"""Every refusal says what happened and what to do, in whole sentences, and survives the journey."""

import importlib
import pickle
import pkgutil
import re
from string import Formatter

import pytest

import data.errors
from data.errors.base import Interruption, MappingError, Refusal

for module in pkgutil.iter_modules(data.errors.__path__):
    importlib.import_module(f"data.errors.{module.name}")


def below(kind: type[MappingError]) -> list[type[MappingError]]:
    found = [each for child in kind.__subclasses__() for each in (child, *below(child))]
    return sorted(set(found), key=lambda each: each.__name__)


ERRORS = [kind for kind in below(MappingError) if kind not in (Refusal, Interruption)]

# What a remedy may point at: a command or an option of it, a setting, a file or folder, a person.
_POINTS_AT = re.compile(
    r"mapping [a-z{]|--[a-z]|MAPPING_|\{(path|folder|file|name|kind)\}|\.xlsx"
    r"|\b(folder|file|template|workbook|sheet|line|backup)s?\b"
    r"|\b(Secretariat|[Ww]hoever|person|contact|partner|Board)s?\b"
)


def facts_of(kind: type[MappingError]) -> dict[str, object]:
    fields = [name for _, name, _, _ in Formatter().parse(kind.what + kind.remedy) if name]
    return {name: f"<{name}>" for name in fields}


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_is_a_refusal_or_an_interruption(kind: type[MappingError]):
    assert issubclass(kind, Refusal) != issubclass(kind, Interruption)


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_speaks_in_whole_sentences(kind: type[MappingError]):
    for sentence in (kind.what, kind.remedy):
        assert re.match(r"[A-Z“{]", sentence), sentence
        assert sentence.strip().endswith((".", "}")), sentence  # a list of facts may stand last
        assert "  " not in sentence


@pytest.mark.parametrize("kind", ERRORS)
def test_a_remedy_names_a_command_a_setting_a_file_or_a_person(kind: type[MappingError]):
    assert _POINTS_AT.search(kind.remedy), kind.remedy


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_survives_pickling_with_its_facts(kind: type[MappingError]):
    error = kind(**facts_of(kind))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert again.facts == error.facts
    assert str(again) == str(error)
    assert "{" not in str(error)


def test_no_two_errors_share_a_name():
    names = [kind.__name__ for kind in ERRORS]
    assert sorted(set(names)) == names
