"""The journal as witness: each decision and release stands in it, and nothing else does (R18)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.vocabulary import Decision, JournalEntry, TrackId

RELEASED = "released: "
_PAPERS = ("draft", "summary", "letter")  # the facts that name a file somebody wrote

Told = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecidingActs:
    """What the journal calls the acts of deciding, and the files a decision binds."""

    recorded: str
    confirmed: str
    recalled: str
    files: tuple[str, ...]


ON_REPORTS = DecidingActs(
    "decision recorded", "decision confirmed", "decision recalled", ("report", "summary")
)
ON_PROPOSALS = DecidingActs(
    "decision on a proposal recorded",
    "decision on a proposal confirmed",
    "decision on a proposal recalled",
    ("paper",),
)


def decisions(
    told: Sequence[JournalEntry],
    kept: Mapping[TrackId, Sequence[Decision]],
    acts: DecidingActs = ON_REPORTS,
) -> list[str]:
    """Hold decisions, their confirmation and their recall against the journal, both ways.

    Args:
        told: The whole journal, or all of it that tells of these rounds.
        kept: The decisions of each track that is looked at.
        acts: How the journal names them.

    Returns:
        One sentence for each of them that only one of the two knows so.
    """
    cycles = {track.cycle for track in kept}
    on_record = [
        (f"{track.cycle} {track.pillar} round {each.round_number}", each)
        for track, taken in kept.items()
        for each in taken
    ]
    entries = [entry for entry in told if entry.subject.split(" ")[0] in cycles]
    names = ("outcome", "decided on", *acts.files, "evidence")

    def in_journal(act: str) -> list[Told]:
        return [
            (e.subject, e.who, *(e.facts.get(name, "") for name in names))
            for e in entries
            if e.act == act
        ]

    def in_books(by: str) -> list[Told]:
        signed = [(matter, str(getattr(each, by)), each) for matter, each in on_record]
        return [(matter, who, *_hashes(each, acts)) for matter, who, each in signed if who]

    return [
        *_apart(in_books("recorded_by"), in_journal(acts.recorded), "the decision"),
        *_apart(in_books("confirmed_by"), in_journal(acts.confirmed), "the confirmation"),
        *_apart(in_books("recalled_by"), in_journal(acts.recalled), "the recall"),
    ]


def releases(
    told: Sequence[JournalEntry], kept: Iterable[tuple[TrackId, str, Mapping[str, str]]]
) -> list[str]:
    """Hold the releases on record against the journal, both ways.

    Args:
        told: The whole journal.
        kept: Track, door and the SHA-256 of every file of each release.

    Returns:
        One sentence for each release that only one of the two knows so.
    """
    on_record = [
        (f"{track.cycle} {track.pillar}", f"{RELEASED}{door}", *_listed(files))
        for track, door, files in kept
    ]
    subjects = {each[0] for each in on_record}
    entries = [
        (e.subject, e.act, *_listed(e.facts))
        for e in told
        if e.act.startswith(RELEASED) and e.subject in subjects
    ]
    return _apart(on_record, entries, "the release")


def papers(
    told: Sequence[JournalEntry], cycles: Iterable[str], kept: Iterable[tuple[str, str]]
) -> list[str]:
    """Hold drafts, summaries and letters on record against the journal, both ways.

    Args:
        told: The whole journal.
        cycles: The codes of the cycles that are looked at.
        kept: What each paper is called, with its SHA-256.

    Returns:
        One sentence for each paper that only one of the two knows.
    """
    on_record, looked_at = dict.fromkeys(kept), set(cycles)
    known = {str(value) for entry in told for value in entry.facts.values()}
    held = {sha256 for _, sha256 in on_record}
    written = [
        (entry.subject, entry.facts[name])
        for entry in told
        for name in _PAPERS
        if name in entry.facts and _is_written(entry) and entry.subject.split(" ")[0] in looked_at
    ]
    return [
        *(
            f"{name}: the file on record is not in the journal."
            for name, sha256 in on_record
            if sha256 not in known
        ),
        *(
            f"{subject}: the file {sha256[:12]} the journal tells of is no longer on record."
            for subject, sha256 in written
            if sha256 not in held
        ),
    ]


def _is_written(entry: JournalEntry) -> bool:
    return entry.act.endswith(("draft written", "summary written")) or entry.act.startswith(
        "letter held"
    )


def _apart(kept: Sequence[Told], told: Sequence[Told], what: str) -> list[str]:
    known, written = Counter(kept), Counter(told)
    return [
        *(
            f"{each[0]}: {what} on record is not the one in the journal."
            for each in known - written
        ),
        *(f"{each[0]}: {what} in the journal is no longer on record." for each in written - known),
    ]


def _hashes(taken: Decision, acts: DecidingActs) -> Told:
    files = (taken.report_sha256, taken.summary_sha256)[: len(acts.files)]
    return taken.outcome.value, taken.decided_on.isoformat(), *files, taken.evidence_sha256


def _listed(files: Mapping[str, str]) -> Told:
    return tuple(f"{name} {sha256}" for name, sha256 in sorted(files.items()))
