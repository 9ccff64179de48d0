"""Columns that hold words of a list: the word meant, or a finding that names the nearest one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.vocabulary import Aliases, Finding, Member, Severity, Taxonomy
from tasks.rules.lettering import comparable, looks_latin
from tasks.rules.near_misses import nearest
from tasks.rules.register_tables import Line

_JOINTS = re.compile(r"[()\[\]:;,–—|/]|\s-\s|(?<=\d)[.)]")


@dataclass(frozen=True, slots=True)
class Wordlist:
    """The words a column may hold: what each is called, and the spellings that mean it."""

    subject: str
    names: Mapping[str, str]
    spellings: Mapping[str, str]

    def meant_by(self, text: str) -> str | None:
        """The word a text means, or None.

        A text in parts ("AL – Albania", "1. Legal framework and implementation") is understood
        when every part means the same word.
        """
        whole = self.spellings.get(comparable(text))
        if whole is not None:
            return whole
        parts = [comparable(part) for part in _JOINTS.split(text) if comparable(part)]
        meanings = {self.spellings.get(part) for part in parts}
        return meanings.pop() if len(meanings) == 1 else None

    def hint(self, text: str) -> str:
        """The nearest name as a question with a closing space, or nothing."""
        forms = {form: word for form, word in self.spellings.items() if form}
        near = nearest(text, forms)
        return f"Did you mean “{self.names[forms[near]]}”? " if near else ""


def wordlist(
    subject: str, names: Mapping[str, str], aliases: Mapping[str, Iterable[str]]
) -> Wordlist:
    """Make a list of words from their names and further spellings.

    Args:
        subject: What the words are, as a finding calls them ("partner").
        names: Each word and the name people read.
        aliases: Further spellings by word; words that are not in `names` are left out.
    """
    spellings: dict[str, str] = {}
    for word, name in names.items():
        for spelling in (word, name, *aliases.get(word, ())):
            spellings.setdefault(comparable(spelling), word)
    return Wordlist(subject, names, spellings)


def unknown(line: Line, column: str, words: Wordlist, remedy: str = "") -> Finding:
    """The finding for a word that is not in the list; it blocks, since nothing may be guessed."""
    text = line.word(column)
    looks = " It holds Cyrillic letters that look Latin." if looks_latin(text) else ""
    choices = "; ".join(words.names.values())
    return Finding(
        code=f"unknown-{words.subject.replace(' ', '-')}",
        severity=Severity.BLOCKS,
        message=f"“{text}” is not a {words.subject} this program knows.{looks}",
        remedy=f"{words.hint(text)}{remedy or f'Write one of: {choices}.'}",
        place=line.place(column),
    )


def missing(line: Line, column: str, why: str) -> Finding:
    """The finding for a cell that must be filled in and is not."""
    return Finding(
        code="missing-value",
        severity=Severity.BLOCKS,
        message=f"“{column}” is blank: {why}.",
        remedy=(
            "Fill in the cell, in every row (merged cells hold their value only once), and import "
            "the register again."
        ),
        place=line.place(column),
    )


def partners_words(members: Iterable[Member], aliases: Aliases) -> Wordlist:
    """All members by name and alias; whether one is a partner is another question."""
    return wordlist("partner", {m.code: m.name for m in members}, aliases.partners)


def pillar_words(taxonomy: Taxonomy, aliases: Aliases) -> Wordlist:
    """The pillars by code, full name and alias."""
    spellings = {
        p.code: (p.name, p.area, *aliases.pillars.get(p.code, ())) for p in taxonomy.pillars
    }
    return wordlist("pillar", {p.code: p.code for p in taxonomy.pillars}, spellings)


def sub_pillar_words(taxonomy: Taxonomy, aliases: Aliases) -> Wordlist:
    """The four sub-pillars by number ("1"), name and alias; the words are the numbers as text."""
    names = {str(s.number): s.name for s in taxonomy.sub_pillars}
    return wordlist("sub-pillar", names, aliases.sub_pillars)


def plain_words(
    subject: str, words: Iterable[str], aliases: Mapping[str, Iterable[str]]
) -> Wordlist:
    """A list of words that are their own names."""
    return wordlist(subject, {word: word for word in words}, aliases)
