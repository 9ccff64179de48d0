"""What verify looks at in the living Methodology: files, rows and decisions as the journal told."""

from collections.abc import Collection, Sequence

from data import store
from data.queries import (
    journal,
    methodologies,
    proposal_voices,
    proposals,
    purges,
    round_voices,
)
from data.reference import methodology_versions
from data.reference.version_files import version_on_file
from data.store import Session
from data.vocabulary import ApprovalRound, JournalEntry, TrackId
from data.vocabulary.methodology import (
    METHODOLOGY,
    LaidVersion,
    Proposal,
    VersionInForce,
    matter_of,
)
from tasks import filing
from tasks.edges import shelf
from tasks.rules import version_checks, witness, witness_seats
from tasks.rules.witness_seats import RoundInTheBooks

PROPOSED = "amendment proposed"
SUBMITTED = "submitted to the Board"
LAID = "methodology version laid"
IN_FORCE = "methodology version in force"
DECIDED = witness.ON_PROPOSALS.recorded
CONFIRMED = witness.ON_PROPOSALS.confirmed
RECALLED = witness.ON_PROPOSALS.recalled


def mismatches() -> list[str]:
    """One sentence for each version, row or decision that is not what the journal tells of."""
    with store.session() as session:
        return held_against(session, journal.entries(session))


def held_against(session: Session, told: Sequence[JournalEntry]) -> list[str]:
    """The same for a journal that was read already: it may be long."""
    laid = methodologies.every_laid(session)
    confirmed = methodologies.in_force(session)
    versions = methodologies.rows_of_versions(session)
    purged = purges.of_files(session)
    wrong = [sentence for each in laid for sentence in _of_laid(each, told, purged)]
    wrong += [sentence for each in confirmed for sentence in _of_confirmed(each, told)]
    wrong += _strangers([code for code, _, _ in versions], confirmed)
    wrong += _rows(confirmed, versions)
    return [*wrong, *_proposals(session, told), *_decisions(session, told)]


def of_version(session: Session, laid: LaidVersion) -> list[str]:
    """One sentence for each file or row of a laid version that is not what was laid."""
    return _of_laid(laid, journal.entries(session), ())


def facts_of(laid: LaidVersion) -> dict[str, str]:
    """What the journal keeps of a laid version: its files, and a hash over all of its rows."""
    return {
        "proposal": str(laid.proposal),
        **{file.name: file.sha256 for file in laid.files},
        "words": version_checks.digest(laid),
    }


def facts_of_proposal(proposal: Proposal) -> dict[str, str]:
    """What the journal keeps of a proposal: its words, and each file by its hash."""
    return {
        "member": proposal.member,
        "text": proposal.text,
        "reason": proposal.reason,
        **{f"file {place}": file.sha256 for place, file in enumerate(proposal.files, start=1)},
    }


def _proposals(session: Session, told: Sequence[JournalEntry]) -> list[str]:
    """Hold proposals and the papers the Board was sent against the journal (rule R8)."""
    papers = {(entry.subject, entry.facts.get("paper")) for entry in told if entry.act == SUBMITTED}
    wrong: list[str] = []
    for proposal in proposals.every(session):
        where = f"{METHODOLOGY} {matter_of(proposal.number)}"
        if not _is_told(told, PROPOSED, where, facts_of_proposal(proposal)):
            wrong.append(f"{where}: it is not what was recorded (rule R18).")
        wrong += [
            f"{where} round {each.number}: its paper is not the one that was sent (rule R8)."
            for each in proposals.rounds(session, proposal.number)
            if (f"{where} round {each.number}", each.report_sha256) not in papers
        ]
    return wrong


def _of_laid(laid: LaidVersion, told: Sequence[JournalEntry], purged: Collection[str]) -> list[str]:
    where = f"{METHODOLOGY} {laid.code}"
    hashes = [file.sha256 for file in laid.files if file.sha256 not in purged]
    damaged = dict(shelf.damaged(filing.shelf_folder(), hashes))
    wrong = [
        f"{where}: {file.name} is not the file that was laid on record (rule R19)."
        for file in laid.files
        if file.sha256 in damaged
    ]
    if not _is_told(told, LAID, where, facts_of(laid)):
        wrong.append(f"{where}: its rows are not what was laid on record (rule R19).")
    if len(hashes) == len(laid.files) and not damaged and _reads_otherwise(laid):
        wrong.append(f"{where}: its rows do not say what its files say (rule R19).")
    return wrong


def _reads_otherwise(laid: LaidVersion) -> bool:
    """Whether the files say something else; a later program may not be able to read them."""
    contents = {file.name: filing.take_from_shelf(file.sha256) for file in laid.files}
    told, _ = version_on_file(contents)
    if told is None:
        return False
    said = (told.version.code, told.version.title, told.version.validity.since, told.words)
    return said != (laid.code, laid.title, laid.since, laid.words)


def _of_confirmed(confirmed: VersionInForce, told: Sequence[JournalEntry]) -> list[str]:
    where = f"{METHODOLOGY} {confirmed.laid.code}"
    day = confirmed.in_force_from.isoformat()
    facts = {**facts_of(confirmed.laid), "in force from": day}
    if _is_told(told, IN_FORCE, where, facts):
        return []
    return [f"{where}: it is in force otherwise than it was confirmed (rule R19)."]


def _strangers(codes: Sequence[str], confirmed: Sequence[VersionInForce]) -> list[str]:
    known = {version.code for version in methodology_versions()}
    known |= {each.laid.code for each in confirmed}
    return [
        f"{METHODOLOGY} {code}: it is on record without an adoption that was confirmed."
        for code in codes
        if code not in known
    ]


def _rows(
    confirmed: Sequence[VersionInForce], versions: Sequence[tuple[str, str, object]]
) -> list[str]:
    titles = {code: title for code, title, _ in versions}
    return [
        f"{METHODOLOGY} {each.laid.code}: it bears another title than was laid on record."
        for each in confirmed
        if titles.get(each.laid.code) != each.laid.title
    ]


def _decisions(session: Session, told: Sequence[JournalEntry]) -> list[str]:
    """Hold rounds, seats and decisions on proposals against the journal, both ways (rule R18)."""
    known = [each.number for each in proposals.every(session)]
    kept = {
        TrackId(METHODOLOGY, matter_of(number)): proposal_voices.decisions_on(session, number)
        for number in known
    }
    in_books = {
        f"{METHODOLOGY} {matter_of(number)} round {each.number}": _round(session, number, each)
        for number in known
        for each in proposals.rounds(session, number)
    }
    return [
        *witness.decisions(told, kept, witness.ON_PROPOSALS),
        *witness_seats.rounds(told, in_books),
    ]


def _round(session: Session, proposal: int, opened: ApprovalRound) -> RoundInTheBooks:
    kept = proposal_voices.kept(session, proposal, opened.number)
    return RoundInTheBooks(
        {"paper": opened.report_sha256, "rule": opened.rule.code},
        tuple(round_voices.seats(session, kept)),
        tuple(round_voices.voices(session, kept)),
        tuple(round_voices.deliveries(session, kept)),
    )


def _is_told(told: Sequence[JournalEntry], act: str, subject: str, facts: dict[str, str]) -> bool:
    return any(
        entry.act == act and entry.subject == subject and entry.facts == facts for entry in told
    )
