"""Portraits: what of a project report can be held against another one, worked out once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from data.vocabulary import Need, SupportLine
from data.vocabulary.findings import ProjectReport
from tasks.rules import project_marks, project_names, project_phases, project_places
from tasks.rules.project_facets import Facets, Lexicon, Names
from tasks.rules.project_words import language_of, names_subject, stem
from tasks.rules.transliteration import plain_latin

Told = tuple[str, SupportLine]
Block = tuple[str, str, int, str]  # partner, pillar, sub-pillar and filter

_folded = lru_cache(maxsize=131_072)(plain_latin)  # each title is asked for more than once
_PARTS = re.compile(r"\s*(?::| [–-] )\s*")  # “Forensic department: document examination”
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Portrait:
    """One report, seen from all sides it can be compared on.

    `identity` is the same in every run. `title` and `words` map stems to the words as they were
    written, those of the activity included in `words`; `subject` are the stems of the title that
    say what it is about. `towns` are those of the title that nobody has listed, where none of the
    listed ones is named. `blocks` say where its needs stand.
    """

    report: ProjectReport
    identity: str
    folded: str
    language: str
    title: Mapping[str, str]
    words: Mapping[str, str]
    subject: frozenset[str]
    head: str
    tail: Names
    acronyms: frozenset[str]
    names: Names
    shorts: Names
    initials: Names
    contracts: frozenset[tuple[str, str]]
    phases: frozenset[int]
    pieces: frozenset[tuple[str, str]]
    partners_named: frozenset[str]
    towns: Names
    borders: frozenset[str]
    own_names: frozenset[str]
    reporter: frozenset[str]
    implementers: frozenset[str]
    donors: frozenset[str]
    facets: Facets
    years: tuple[int, int] | None
    months: tuple[int, int] | None
    amount: tuple[float, str] | None
    needs: frozenset[str]
    partners: frozenset[str]
    blocks: frozenset[Block]


def in_one_place(one: Portrait, other: Portrait) -> bool:
    """Whether both name one place, or one names a place within that of the other."""
    return one.facets.places.relates(other.facets.places) or not one.towns.isdisjoint(other.towns)


def in_two_places(one: Portrait, other: Portrait) -> bool:
    """Whether both say where they are, and neither place lies within the other."""
    both = all(each.facets.places.names or each.towns for each in (one, other))
    return both and not in_one_place(one, other)


def portraits(
    support: Iterable[Told], needs: Iterable[Need], names: Mapping[str, str], lexicon: Lexicon
) -> tuple[Portrait, ...]:
    """Portraits of all reports in an order that does not depend on the order they came in.

    Lines of one reporter with one title, implementer, period and budget are one report that names
    several needs.
    """
    known = {need.key: need for need in needs}
    reports = reports_of(support)
    seen: dict[str, int] = {}
    drawn: list[Portrait] = []
    for report in reports:
        folded = _folded(report.line.title)
        mark = f"{report.reporter}\n{folded}"
        seen[mark] = seen.get(mark, 0) + 1  # two reports of one title are told apart by number
        drawn.append(_portrait(report, folded, f"{mark}\n{seen[mark]}", known, names, lexicon))
    return tuple(drawn)


def reports_of(support: Iterable[Told]) -> tuple[ProjectReport, ...]:
    """Lines of one reporter on one project become one report with all the needs it names."""
    lines: dict[tuple[str, ...], list[SupportLine]] = {}
    for reporter, line in support:
        lines.setdefault(_one_project(reporter, line), []).append(line)
    return tuple(_report(key[0], lines[key]) for key in sorted(lines))


def _one_project(reporter: str, line: SupportLine) -> tuple[str, ...]:
    facts = (line.implementer, line.start_text, line.end_text, line.budget, line.currency)
    return reporter, _folded(line.title), *(" ".join(fact.split()).casefold() for fact in facts)


def _report(reporter: str, lines: Sequence[SupportLine]) -> ProjectReport:
    ordered = sorted(lines, key=lambda line: (line.need, line.line, line.activity, line.donors))
    return ProjectReport(reporter, ordered[0], tuple(sorted({line.need for line in lines})))


def key_of(first: Portrait, second: Portrait) -> str:
    """The key of a pair, whichever of the two is named first."""
    pair = "\n\n".join(sorted((first.identity, second.identity)))
    return sha256(pair.encode()).hexdigest()[:12]


def _portrait(
    report: ProjectReport,
    folded: str,
    identity: str,
    known: Mapping[str, Need],
    names: Mapping[str, str],
    lexicon: Lexicon,
) -> Portrait:
    line = report.line
    told = folded.split()
    plain = project_phases.without_exceptions(project_marks.without_contracts(line.title))
    said = told if plain is line.title else _folded(plain).split()
    title = _stems(plain, said)
    activity = _folded(line.activity).split()
    words = {**_stems(line.activity, activity), **title}
    facets = lexicon.facets(said, activity)
    _, head, tail = ("", *_PARTS.split(line.title, maxsplit=1), "")[:3]
    needs = [known[key] for key in report.needs if key in known]
    partners = frozenset(need.member for need in needs)
    language = language_of(line.title, told)
    named = names.get(report.reporter, report.reporter)
    return Portrait(
        report=report,
        identity=identity,
        folded=folded,
        language=language,
        title=title,
        words=words,
        subject=frozenset(filter(names_subject, title)),
        head=_folded(head) if tail else "",
        tail=frozenset(filter(None, map(stem, _folded(tail).split()))),
        acronyms=project_marks.acronyms(line.title, told),
        names=project_marks.own_names(line.title),
        shorts=project_marks.short_words(line.title),
        initials=project_marks.initials(line.title),
        contracts=project_marks.contracts(
            line.title, line.activity, line.implementer, line.donors, line.budget
        ),
        phases=project_phases.phases_named(told),
        pieces=project_phases.pieces_named(told),
        partners_named=project_names.partners_named(told),
        towns=project_places.unlisted_towns(line.title) if not facets.places.names else frozenset(),
        borders=project_places.borders_named(told, partners),
        own_names=_own_names(line.title, language, lexicon),
        reporter=project_names.organisations(named) | project_names.organisations(report.reporter),
        implementers=project_names.organisations(line.implementer),
        donors=project_names.organisations(line.donors),
        facets=facets,
        years=project_marks.years(line.start_text, line.end_text),
        months=project_marks.months(line.start_text, line.end_text),
        amount=project_marks.amount(line.budget, line.currency),
        needs=frozenset(report.needs),
        partners=partners,
        blocks=frozenset((n.member, n.pillar, n.sub_pillar, n.filter) for n in needs),
    )


def _own_names(title: str, language: str, lexicon: Lexicon) -> Names:
    """Beginnings of the names a title bears that stand for nothing else; German writes all so."""
    names = () if language == "de" else project_places.capitals(title)
    return frozenset(name[:5] for name in names if not lexicon.knows(name))


def _stems(written: str, folded: Sequence[str]) -> dict[str, str]:
    """Stems of a text with the word each one was written as, as far as the words go together."""
    words = _words_of(written)
    fits = len(words) == len(folded)
    found: dict[str, str] = {}
    for place, word in enumerate(folded):
        if told := stem(word):
            found.setdefault(told, words[place] if fits else word)
    return found


def _words_of(written: str) -> list[str]:
    return _WORD.findall(written)
