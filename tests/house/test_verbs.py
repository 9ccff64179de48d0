"""A command anyone is told to type exists, with the options it is told to have."""

import argparse
import re
from functools import cache
from pathlib import Path

import pytest

from data.vocabulary import RequestState, ReturnState, RoundState, TrackState
from flows.__main__ import VERBS, command_line
from tasks.rules import transitions
from tests.conftest import ROOT
from tests.house.sources import modules, name_of
from tests.house.test_errors import ERRORS, facts_of

NAMES = {verb.name for verb in VERBS} | {"start", "members-site", "restore"}
# A command stands in quotes, in code marks, in brackets or after a colon; "mapping" is a word too.
_COMMAND = re.compile(r"(?:[`'\"(]|: )mapping ([a-z]+(?:-[a-z]+)*)([^`'\")\n]*)")
_OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")


@cache
def options() -> dict[str, set[str]]:
    """The options of each verb, as the command line declares them."""
    (verbs,) = [
        action
        for action in command_line()._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    return {
        name: {option for action in parser._actions for option in action.option_strings}
        for name, parser in verbs.choices.items()
    }


def readers() -> list[Path]:
    """Everything that may tell a person what to type."""
    templates = [
        path for path in (ROOT / "templates").rglob("*") if path.suffix in (".j2", ".yaml")
    ]
    papers = list(ROOT.glob("*.md"))
    return [*modules("flows", "tasks", "data"), *sorted(templates), *sorted(papers)]


@pytest.mark.parametrize("path", readers(), ids=name_of)
def test_every_command_that_is_named_exists_with_its_options(path: Path):
    known = options()
    for verb, rest in _COMMAND.findall(path.read_text(encoding="utf-8")):
        assert verb in NAMES, f"mapping {verb}"
        assert set(_OPTION.findall(rest)) <= known[verb], f"mapping {verb}{rest}"


@pytest.mark.parametrize("kind", ERRORS)
def test_every_option_a_remedy_names_is_an_option_of_some_command(kind):
    known = set().union(*options().values())
    assert set(_OPTION.findall(str(kind(**facts_of(kind))))) <= known


# What scripts and written procedures of the Secretariat may rely on: these, and nothing more asked.
AGREED = (
    "import-members members.xlsx",
    "import-needs needs.xlsx",
    "prepare 2025 --from 2025-01-01 --to 2025-12-31 --outlook-to 2026-12-31 --start 2026-01-12",
    "record-agreement 2025 --subject structure --member AL --pillar WBCTi --position comments"
    " --text Shorter. --evidence mail.eml --recorded-by Ana",
    "develop 2025 --pillar WBCTi WBBSi --letters release",
    "take-in 2025",
    "remind 2025",
    "record-comment 2025 --pillar WBCTi --member AL --text Shorter. --recorded-by Ana",
    "dispose-comment 2025 --pillar WBCTi --comment 1 --disposition partly --recorded-by Ana",
    "submit-to-board 2025 --pillar WBCTi",
    "record-decision 2025 --pillar WBCTi --outcome adopted-with-amendments --date 2026-06-20"
    " --evidence minutes.pdf --recorded-by Ana --text Adopted.",
    "publish 2025 --pillar WBCTi",
    "status",
    "verify 2025",
    "rehearse --seed 7 --cycles 2 --home rehearsal",
    "start",
)


@pytest.mark.parametrize("typed", AGREED, ids=lambda typed: typed.split()[0])
def test_a_verb_takes_what_was_agreed_and_asks_for_no_more(typed: str):
    given = vars(command_line().parse_args(typed.split()))
    assert given.keys() & {"verb", "serves"}


def test_a_comment_cannot_be_disposed_of_as_open(capsys: pytest.CaptureFixture[str]):
    typed = "dispose-comment 2025 --pillar WBCTi --comment 1 --disposition open --recorded-by Ana"
    with pytest.raises(SystemExit):
        command_line().parse_args(typed.split())
    assert "“open” is none of: accepted, partly, not accepted." in capsys.readouterr().err


@pytest.mark.parametrize("states", [TrackState, RequestState, ReturnState, RoundState])
def test_every_move_is_made_by_a_command_that_exists(states):
    for state in states:
        for command in transitions.allowed_from(state).values():
            assert command.removeprefix("mapping ") in NAMES, command


def test_every_verb_is_told_in_the_readme():
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in sorted(NAMES) if f"mapping {verb}" not in told] == []


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_explains_itself_and_each_of_its_parameters(verb):
    for heading in ("When to press:", "What it does:", "What it never does:", "What next:"):
        assert heading in verb.description
    assert all("description" in each for each in verb.parameters.properties.values())
