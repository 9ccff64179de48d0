"""The words of people: what a copy brings, and whether the facts under them have changed since."""

from collections.abc import Iterable, Mapping, Sequence

from data.vocabulary import NarrativeVersion, Need, ReplySituation, Snapshot
from data.vocabulary.documents import Narrative
from data.vocabulary.edits import Copy
from tasks.rules.deadlines import long_date
from tasks.rules.phrases import counted, joined, natural, plural

OPENING, FINDINGS, CHAPTER = "opening", "findings", "sub-pillar-"

_Statement = tuple[object, ...]


def brought(stored: Copy, returned: Copy) -> tuple[tuple[str, str], ...]:
    """Places and texts whose words differ from those of the draft, in the draft's order.

    A text holds paragraphs parted by line ends. The prompt is no text: a program that drops the
    mark of a prompt shows it as words, and a place that shows it still is empty. A place that is
    missing in the copy is left as it stands, for to delete words one empties their place.
    """
    sent = {each.place: each for each in stored.narratives}
    texts = {
        each.place: _text(each, sent[each.place].prompt)
        for each in returned.narratives
        if each.place in sent
    }
    return tuple(
        (place, texts[place])
        for place, before in sent.items()
        if place in texts and texts[place] != _text(before, before.prompt)
    )


def contradicted(
    words: Iterable[tuple[str, str]], standing: Sequence[NarrativeVersion], stored: Copy
) -> tuple[NarrativeVersion, ...]:
    """Versions that somebody recorded after the draft of this copy was written.

    The copy cannot know them, so that to take its words would silently put them aside. `words` are
    those it brings, as in `brought`.
    """
    sent = {each.place: _text(each, each.prompt) for each in stored.narratives}
    texts = dict(words)
    return tuple(
        each
        for each in standing
        if each.place in texts and each.text not in (sent.get(each.place, ""), texts[each.place])
    )


def outdated(before: Snapshot, now: Snapshot) -> tuple[str, ...]:
    """What changed under the words of people since they were written, a sentence for each place.

    Args:
        before: The snapshot of the draft the words were written into.
        now: The snapshot of the draft they stand in now.

    Returns:
        Only places that hold words are named, in the order of the report.
    """
    said = changes(before, now)
    worded = {each.place for each in now.narratives if each.text.strip()}
    return tuple(sentence for place, sentence in said.items() if place in worded)


def changes(before: Snapshot, now: Snapshot) -> dict[str, str]:
    """What changed at each place between two snapshots; places where nothing did are left out."""
    said: dict[str, list[str]] = {OPENING: [*_replies(before, now), *_needs(before, now)]}
    titles = {OPENING: "the opening", FINDINGS: "the findings"}
    for chapter in now.outline.chapters:
        place = f"{CHAPTER}{chapter.sub_pillar}"
        titles[place] = f"chapter “{chapter.title}”"
        said[place] = [
            *_statements(before, now, chapter.sub_pillar),
            *_support(before, now, chapter.sub_pillar),
        ]
    said[FINDINGS] = _findings(before, now)
    since = long_date(before.as_of)
    return {
        place: f"Please read the words in {titles[place]} again: since {since}, {joined(parts)}."
        for place, parts in said.items()
        if parts
    }


def _text(words: Narrative, prompt: str) -> str:
    text = "\n".join(paragraph.rstrip() for paragraph in words.paragraphs).strip("\n")
    return "" if " ".join(text.split()) == " ".join(prompt.split()) else text


def _replies(before: Snapshot, now: Snapshot) -> list[str]:
    had = {each.member.code: each.received_on for each in _situations(before)}
    came = [
        each.member.name
        for each in _situations(now)
        if each.received_on and each.received_on != had.get(each.member.code)
    ]
    return [f"information came from {joined(came)}"] if came else []


def _situations(snapshot: Snapshot) -> tuple[ReplySituation, ...]:
    return (*snapshot.partner_situation, *snapshot.supporter_situation)


def _needs(before: Snapshot, now: Snapshot) -> list[str]:
    had = {need.key: need.number for need in before.needs}
    has = {need.key: need.number for need in now.needs}
    return [
        *_listed("need", [has[key] for key in has if key not in had], "came"),
        *_listed("need", [had[key] for key in had if key not in has], "went"),
    ]


def _statements(before: Snapshot, now: Snapshot, sub_pillar: int) -> list[str]:
    needs = _under(before, sub_pillar) | _under(now, sub_pillar)
    return _differences("the statements on", _said(before, needs), _said(now, needs), needs)


def _support(before: Snapshot, now: Snapshot, sub_pillar: int) -> list[str]:
    needs = _under(before, sub_pillar) | _under(now, sub_pillar)
    return _differences("the projects for", _projects(before, needs), _projects(now, needs), needs)


def _differences(
    what: str,
    had: Mapping[str, list[_Statement]],
    has: Mapping[str, list[_Statement]],
    needs: Mapping[str, Need],
) -> list[str]:
    changed = [key for key in needs if had.get(key, []) != has.get(key, [])]
    if not changed:
        return []
    numbers = sorted((needs[key].number for key in changed), key=natural)
    total, later = (sum(map(len, each.values())) for each in (had, has))
    return [f"{what} {_few(numbers)} changed ({total} before, {later} now)"]


def _under(snapshot: Snapshot, sub_pillar: int) -> dict[str, Need]:
    return {need.key: need for need in snapshot.needs if need.sub_pillar == sub_pillar}


def _said(snapshot: Snapshot, needs: Mapping[str, Need]) -> dict[str, list[_Statement]]:
    """What is stated on each need, in words alone: the file it came in does not count."""
    said: dict[str, list[_Statement]] = {}
    for line in sorted(snapshot.responses, key=lambda line: (line.need, line.line)):
        if line.need in needs:
            words = (line.kind, line.text, line.instrument, line.reference, line.date_text)
            project = (line.with_project_support, line.project)
            said.setdefault(line.need, []).append((*words, *project))
    for reply in snapshot.replies:
        if reply.need in needs and reply.need not in said:
            said[reply.need] = [(reply.state, reply.later_on)]
    return said


def _projects(snapshot: Snapshot, needs: Mapping[str, Need]) -> dict[str, list[_Statement]]:
    said: dict[str, list[_Statement]] = {}
    for reporter, line in sorted(snapshot.support, key=lambda each: (each[0], each[1].line)):
        if line.need in needs:
            parties = (line.implementer, line.donors, line.activity, line.status)
            time_and_money = (line.start_text, line.end_text, line.budget, line.currency)
            words = (reporter, line.title, *parties, *time_and_money)
            said.setdefault(line.need, []).append(words)
    return said


def _findings(before: Snapshot, now: Snapshot) -> list[str]:
    numbers = {need.key: need.number for need in (*before.needs, *now.needs)}
    had = {(gap.need, gap.kind) for gap in before.gaps}
    has = {(gap.need, gap.kind) for gap in now.gaps}
    came = sorted({numbers.get(need, need) for need, _ in has - had}, key=natural)
    went = sorted({numbers.get(need, need) for need, _ in had - has}, key=natural)
    overlaps = len(set(now.overlaps) ^ set(before.overlaps))
    other = f"{counted(overlaps, 'confirmed overlap')} {plural(overlaps, 'is')} different"
    return [
        *_listed("gap on need", came, "came"),
        *_listed("gap on need", went, "went"),
        *([other] if overlaps else []),
    ]


def _listed(what: str, numbers: Sequence[str], verb: str) -> list[str]:
    if not numbers:
        return []
    return [f"{plural(len(numbers), what)} {_few(numbers)} {verb}"]


def _few(numbers: Sequence[str]) -> str:
    shown = list(numbers[:8])
    more = len(numbers) - len(shown)
    return joined([*shown, f"{more} more"] if more else shown)
