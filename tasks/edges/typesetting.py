"""Jinja2, the one place: templates people edit become text. Templates are code, so sandboxed."""

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.sandbox import SandboxedEnvironment


@cache
def _environment(folder: Path) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,  # a template that asks for an unknown fact fails in its test
        autoescape=select_autoescape(("html", "xml", "html.j2", "xml.j2"), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def typeset(folder: Path, name: str, **facts: object) -> str:
    """Fill the template `name` of `folder`; names ending in .html.j2 or .xml.j2 escape values.

    Raises:
        jinja2.UndefinedError: the template names a fact it was not given.
    """
    return _environment(folder).get_template(name).render(**facts)
