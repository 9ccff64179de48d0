"""Jinja2, the one place: templates people edit become text. Templates are code, so sandboxed."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, meta, select_autoescape
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

_ESCAPED = ("html", "xml", "html.j2", "xml.j2")


@cache
def _environment(folder: Path) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,  # a template that asks for an unknown fact fails in its test
        autoescape=select_autoescape(_ESCAPED, default=False),
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


def link(to: str, words: str) -> str:
    """A link within a page that another program sets; address and words are escaped."""
    return Markup('<a href="{}">{}</a>').format(to, words)


class Saying:
    """The sentences of one language under a template's hands: `say("name", fact=…)`.

    Facts given to the whole template need not be given again. In a template that escapes, what is
    put into a sentence is escaped as well.
    """

    def __init__(self, words: Mapping[str, str], facts: Mapping[str, object], name: str) -> None:
        self._words, self._facts = words, facts
        self._escapes = name.endswith(_ESCAPED)

    def __call__(self, name: str, **facts: object) -> str:
        sentence = self._words[name]
        given = {**self._facts, **facts}
        if self._escapes:
            return Markup(sentence).format(**given)  # noqa: S704 – the words of our own file
        return sentence.format(**given)

    def counted(self, name: str, number: int) -> str:
        """A number with what is counted: the sentence of one, or that of several."""
        return self(name if number == 1 else f"{name}s", count=number)

    def bold(self, text: str) -> str:
        """A text in bold letters, where there are any."""
        return Markup("<strong>{}</strong>").format(text) if self._escapes else text


def unknown_names(folder: Path, name: str, given: Collection[str]) -> list[str]:
    """Say why a template cannot be filled: it breaks the language, or asks for what is not given.

    Args:
        folder: The folder of all templates.
        name: The template.
        given: The names of all facts it will be filled with.
    """
    environment = _environment(folder)
    try:
        source = (folder / name).read_text("utf-8")
        environment.get_template(name)
        asked = meta.find_undeclared_variables(environment.parse(source))
    except (TemplateError, UnicodeDecodeError) as broken:
        return [f"it cannot be read ({broken})."]
    return [f"it asks for “{each}”, which it is not given." for each in sorted(asked - set(given))]


def why_not(draw: Callable[[], object]) -> str:
    """Why the templates do not let something be drawn; empty where they do."""
    try:
        draw()
    except TemplateError as broken:
        return str(broken) or type(broken).__name__
    return ""
