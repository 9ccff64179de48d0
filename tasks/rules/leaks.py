"""Leaks: whether public words repeat what members alone may read (rule R10).

Five words in a row that stand in the store, and neither in the Methodology nor in the standing text
of every summary, are a leak; so is a shorter text that stands there whole, and so are as many
letters in a row as five words have, whatever breaks them apart. Script, accents, case and signs of
no width make no difference. Each word is looked at a fixed number of times, so the work grows with
the words and with nothing else.
"""

from collections.abc import Callable, Iterable, Sequence

from data.vocabulary.leaks import Leak, LeakKind, MembersText, PublicText
from tasks.rules.leaks_letters import kinds_in, windows_of
from tasks.rules.leaks_words import (
    addresses_in,
    amounts_in,
    numbers_in,
    paths_in,
    runs_of,
    telling,
    turned,
    words_of,
)

RUN = 5
"""How many words in a row are no coincidence."""

Runs = dict[str, list[int]]
_SHORT = (2, 3, 4)  # lengths of the whole texts that are shorter than a run


def find(
    published: Sequence[PublicText],
    secrets: Iterable[MembersText],
    allowed: Iterable[str],
    public_addresses: Iterable[str] = (),
    flows: Sequence[PublicText] = (),
) -> list[Leak]:
    """Hold public words against the store.

    Args:
        published: Every run of words of the public files, properties and names included.
        secrets: Every text of the store that only members may read.
        allowed: Words anybody may read: the Methodology's, names of sub-pillars and filters, the
            standing text of summaries and pages.
        public_addresses: E-mail addresses that may stand on a public page.
        flows: For each file what a reader sees of it, one run after another: a quotation that is
            parted over paragraphs or cells.

    Returns:
        One leak for each file, place and kind, in the order of files and places.
    """
    kept, harmless = list(secrets), list(allowed)
    told = _ahead(published, harmless)
    found = {leak for text in published for leak in _on_its_own(text, public_addresses)}
    for secret in kept:
        found.update(
            Leak(published[place].file, published[place].where, secret.kind)
            for place in told.repeating(secret)
        )
    windows = windows_of(kept, harmless)
    found.update(
        Leak(text.file, text.where, kind)
        for text in published
        for kind in kinds_in(text.text, windows)
    )
    placed = {(leak.file, leak.kind) for leak in found}
    found.update(
        Leak(flow.file, flow.where, kind)
        for flow in flows
        for kind in kinds_in(flow.text, windows)
        if (flow.file, kind) not in placed
    )
    return sorted(found)


class _Told:
    """The public words, ready to be asked: each run, number and amount with its places."""

    def __init__(self, runs: Runs, numbers: Runs, amounts: Runs) -> None:
        self._runs, self._numbers, self._amounts = runs, numbers, amounts

    def repeating(self, secret: MembersText) -> set[int]:
        """Where the public words repeat this text."""
        if secret.kind is LeakKind.BUDGET:
            return _places(self._amounts, amounts_in(secret.text))
        if secret.kind is LeakKind.NUMBER:
            return _places(self._numbers, numbers_in(secret.text))
        words = words_of(secret.text)
        if len(words) >= RUN:
            return _places(self._runs, runs_of(words, RUN))
        return _places(self._runs, [" ".join(words)]) if telling(words) else set()


def _ahead(published: Sequence[PublicText], allowed: Iterable[str]) -> _Told:
    harmless = {run for text in allowed for run in _all_runs(text)}
    runs = _gathered(published, _all_runs)
    for run in harmless:
        runs.pop(run, None)
    return _Told(runs, _gathered(published, numbers_in), _gathered(published, amounts_in))


def _gathered(published: Sequence[PublicText], parts: Callable[[str], Iterable[str]]) -> Runs:
    gathered: Runs = {}
    for place, text in enumerate(published):
        for part in parts(text.text):
            gathered.setdefault(part, []).append(place)
    return gathered


def _all_runs(text: str) -> list[str]:
    words = words_of(text)
    return [run for length in (*_SHORT, RUN) for run in runs_of(words, length)]


def _places(where: Runs, parts: Iterable[str]) -> set[int]:
    return {place for part in parts if part in where for place in where[part]}


def _on_its_own(text: PublicText, public_addresses: Iterable[str]) -> list[Leak]:
    """What is a leak whatever the store holds: addresses, paths, words that run backwards."""
    kinds: list[LeakKind] = []
    if addresses_in(text.text) - {address.lower() for address in public_addresses}:
        kinds.append(LeakKind.ADDRESS)
    if paths_in(text.text):
        kinds.append(LeakKind.PATH)
    if turned(text.text):
        kinds.append(LeakKind.HIDDEN)
    return [Leak(text.file, text.where, kind) for kind in kinds]
