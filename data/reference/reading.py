"""YAML, the one place: a file people edit becomes a checked shape, or one refusal for all of it."""

from collections.abc import Hashable
from datetime import date
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from yaml.constructor import ConstructorError

from data.errors.reference import ReferenceDataBroken
from data.vocabulary.members import Validity

FOLDER = Path(__file__).parent

Shape = TypeVar("Shape", bound=BaseModel)


class Entry(BaseModel):
    """What every entry has in common: keys nobody knows are mistakes, not additions."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_min_length=1)


class Dated(Entry):
    """An entry that is in force from `since` to `until`, both included."""

    since: date
    until: date | None = None

    @model_validator(mode="after")
    def ends_after_it_begins(self) -> "Dated":
        if self.until is not None and self.until < self.since:
            raise ValueError("the day under “until” lies before the day under “since”")
        return self

    @property
    def validity(self) -> Validity:
        return Validity(self.since, self.until)


class Reviewed(Entry):
    """What every file says of itself: when a person last went through it, and until when."""

    reviewed_on: date
    review_by: date


class _Loader(yaml.CSafeLoader):  # libyaml's: the thesaurus is read in a sixth of the time
    """A safe loader that refuses a key written twice: the first one would be lost silently."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, object]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            key: object = self.construct_object(key_node, deep=True)  # pyright: ignore[reportUnknownMemberType]  # the stubs leave the result untyped
            if key in seen:
                raise ConstructorError(None, None, f"“{key}” stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def read(path: Path, shape: type[Shape]) -> Shape:
    """Read one reference file.

    Raises:
        ReferenceDataBroken: the file is missing, is not YAML or does not keep to the shape; names
            the file, every wrong key and what to do.
    """
    try:
        found: object = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506 - _Loader is a safe loader
        return shape.model_validate(found)
    except OSError as error:
        raise _broken(path, "it cannot be opened") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _broken(path, f"line {line}: {error.problem}") from error
    except ValidationError as error:
        problems = [
            f"“{'.'.join(map(str, wrong['loc'])) or 'the whole file'}”: {wrong['msg']}"
            for wrong in error.errors()
        ]
        raise _broken(path, "; ".join(problems)) from error


def _broken(path: Path, problems: str) -> ReferenceDataBroken:
    return ReferenceDataBroken(file=f"data/reference/{path.name}", problems=problems)
