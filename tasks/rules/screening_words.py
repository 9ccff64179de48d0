"""Words no report needs: names beside a role in a case, sources, operations, intercepts, mail."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase, digits

from data.vocabulary.screening import ScreeningLists, SecretWords, Sensitive
from tasks.rules.folding import FoldedText, folded
from tasks.rules.screening_numbers import Span
from tasks.rules.word_patterns import words_pattern, words_source

# A clause ends with these; a full stop ends one only after a longer word, not after "Mr." or "P.".
_CLAUSE_END = re.compile(r"[;!?\n]|(?<=[a-z]{4})(?<!prof)\.(?= )")
_WORD = re.compile("[a-z0-9]+")
_AROUND = 60  # how far policy is looked for around a word
_NAME_AFTER, _NAME_BEFORE = 64, 40  # how far from a role a name may stand
_WORDS_AFTER, _WORDS_BEFORE = 6, 4
_AT = re.compile(r"(?:@|[(\[]at[)\]]) ?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3})")
_LOCAL_PART = ascii_lowercase + digits + "._%+-"


@dataclass(frozen=True, slots=True)
class WordPatterns:
    """The patterns of the lists, ready to be used."""

    worth_a_look: re.Pattern[str]
    innocent: re.Pattern[str]
    roles: re.Pattern[str]
    names: re.Pattern[str]
    offices: re.Pattern[str]
    no_names: frozenset[str]
    secrets: tuple[tuple[Sensitive, re.Pattern[str], re.Pattern[str]], ...]
    general: re.Pattern[str]
    operations: re.Pattern[str]
    no_operation_names: frozenset[str]
    private_domains: frozenset[str]


def telling_words(lists: ScreeningLists) -> tuple[str, ...]:
    """The words of which one stands in every text in which `words` finds something."""
    every = (lists.sources, lists.intercepts, lists.operations)
    secrets = (word for each in every for word in (*each.always, *each.unless_general))
    return (*lists.roles, *secrets, *lists.operation_titles)


def word_patterns(lists: ScreeningLists) -> WordPatterns:
    """Make patterns of the lists."""
    secrets = (
        (Sensitive.SOURCE, lists.sources),
        (Sensitive.INTERCEPT, lists.intercepts),
        (Sensitive.OPERATION, lists.operations),
    )
    return WordPatterns(
        worth_a_look=words_pattern(telling_words(lists)),
        innocent=words_pattern(lists.innocent_phrases),
        roles=words_pattern(lists.roles),
        names=_names(lists),
        offices=words_pattern(lists.offices),
        no_names=frozenset(map(folded, lists.no_names)),
        secrets=tuple((kind, *_secret_patterns(words)) for kind, words in secrets),
        general=words_pattern(lists.general_words),
        operations=re.compile(
            rf"\b{words_source(lists.operation_titles)} {{1,2}}"
            r"(?:(['\"]{1,2})([a-z0-9][a-z0-9 '-]{1,40})['\"]|([a-z]{3,30})\b)",
            re.ASCII,
        ),
        no_operation_names=frozenset(map(folded, lists.no_operation_names)),
        private_domains=frozenset(map(folded, lists.private_mail_domains)),
    )


def _secret_patterns(words: SecretWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return words_pattern(words.always), words_pattern(words.unless_general)


def _names(lists: ScreeningLists) -> re.Pattern[str]:
    endings = "|".join(dict.fromkeys(map(folded, lists.surname_endings)))
    return re.compile(
        rf"\b(?P<given>{words_source(lists.given_names)})"
        r"|(?<![a-z0-9.])(?P<initials>[a-z]\. ?-?[a-z]\b\.?)(?!\.?[a-z0-9])"
        r"|\b(?P<initial>[a-z]{3,20} [a-z]\.)(?![a-z0-9]| ?-?[a-z]\b)"
        rf"|\b(?P<surname>{words_source(lists.surnames)}|[a-z]{{2,20}}(?:{endings})\b)",
        re.ASCII,
    )


class _Neighbours:
    """Pieces of a text in their order, asked for the nearest one on either side of a place."""

    def __init__(self, pieces: Iterable[re.Match[str]]) -> None:
        spans = [piece.span() for piece in pieces]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def before(self, place: int) -> tuple[int, int] | None:
        return self._at(bisect_right(self._ends, place) - 1)

    def after(self, place: int) -> tuple[int, int] | None:
        return self._at(bisect_left(self._starts, place))

    def _at(self, number: int) -> tuple[int, int] | None:
        there = 0 <= number < len(self._starts)
        return (self._starts[number], self._ends[number]) if there else None


def words(folded_text: FoldedText, patterns: WordPatterns) -> Iterator[Span]:
    """Every word of a text that no report needs, by kind."""
    text = patterns.innocent.sub(lambda found: "~" * len(found[0]), folded_text.text)
    yield from _people(text, folded_text, patterns)
    for kind, always, unless_general in patterns.secrets:
        yield from ((kind, *found.span()) for found in always.finditer(text))
        yield from ((kind, *span) for span in _particular(text, unless_general, patterns.general))
    yield from _operations(text, folded_text, patterns)


def private_mail(text: str, patterns: WordPatterns) -> Iterator[Span]:
    """Every mail address of a folded text at a provider for private persons."""
    for found in _AT.finditer(text):
        before = text[max(0, found.start() - 64) : found.start()].removesuffix(" ")
        local = len(before) - len(before.rstrip(_LOCAL_PART))
        if local and found[1] in patterns.private_domains:
            yield Sensitive.PRIVATE_MAIL, found.start() - local, found.end()


def _people(text: str, folded_text: FoldedText, patterns: WordPatterns) -> Iterator[Span]:
    roles = _Neighbours(patterns.roles.finditer(text))
    if roles.after(0) is None:
        return
    for name in patterns.names.finditer(text):
        before, after = roles.before(name.start()), roles.after(name.end())
        leads = before is not None and _leads_to_name(text[before[1] : name.start()], patterns)
        follows = after is not None and _follows_name(text, name.span(), after[0], patterns)
        if (leads or follows) and _is_name(name, folded_text, patterns):
            yield (
                Sensitive.PERSON,
                before[0] if before and leads else name.start(),
                name.end() if leads or not after else after[1],
            )


def _is_name(found: re.Match[str], folded_text: FoldedText, patterns: WordPatterns) -> bool:
    if found["given"] or found["initials"]:
        return True
    name: str = found["initial"] or found["surname"]
    word = name.split(" ")[0]
    end = found.start() + len(word)
    return word not in patterns.no_names and _is_capitalised(
        folded_text.written(found.start(), end)
    )


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _leads_to_name(between: str, patterns: WordPatterns) -> bool:
    return _is_near(between, _NAME_AFTER, _WORDS_AFTER) and not patterns.offices.search(between)


def _follows_name(text: str, name: tuple[int, int], role: int, patterns: WordPatterns) -> bool:
    if not _is_near(between := text[name[1] : role], _NAME_BEFORE, _WORDS_BEFORE):
        return False
    before_name = _CLAUSE_END.split(text[max(0, name[0] - _NAME_BEFORE) : name[0]])[-1]
    return not (patterns.offices.search(before_name) or patterns.offices.search(between))


def _is_near(between: str, signs: int, number: int | None = None) -> bool:
    return (
        len(between) <= signs
        and not _CLAUSE_END.search(between)
        and (number is None or len(_WORD.findall(between)) <= number)
    )


def _particular(
    text: str, unless_general: re.Pattern[str], general: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The words found where the same clause, shortly before or after, speaks of no policy."""
    found = [each.span() for each in unless_general.finditer(text)]
    if not found:
        return
    policy = _Neighbours(general.finditer(text))
    for start, end in found:
        before, after = policy.before(start), policy.after(end)
        if not (
            (before and _is_near(text[before[1] : start], _AROUND))
            or (after and _is_near(text[end : after[0]], _AROUND))
        ):
            yield start, end


def _operations(text: str, folded_text: FoldedText, patterns: WordPatterns) -> Iterator[Span]:
    for found in patterns.operations.finditer(text):
        quoted, bare = found[2], found[3]
        first = (quoted or bare).split(" ")[0]
        if first not in patterns.no_operation_names and (
            quoted or _is_a_title(folded_text, found.start(), *found.span(3))
        ):
            yield Sensitive.OPERATION, *found.span()


def _is_a_title(folded_text: FoldedText, start: int, name: int, end: int) -> bool:
    """Whether the word is capitalised, and stands out: not everything is in capital letters."""
    word = folded_text.written(name, end)
    before = folded_text.written(start, name).strip()
    return _is_capitalised(word) or (word.isupper() and not before.isupper())
