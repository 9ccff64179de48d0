"""Two versions of the Methodology, compared in a Word document (Methodology, final section)."""

from datetime import date, timedelta
from pathlib import Path

from data import clock, store
from data.errors.methodology import (
    NoSecondVersion,
    SameVersionTwice,
    VersionOfMethodologyUnknown,
    WordsOfVersionGone,
)
from data.queries import journal, methodologies
from data.reference import (
    calendar_offsets,
    calendar_version,
    dated_filters,
    dated_pillars,
    dated_sub_pillars,
    methodology_on,
    methodology_versions,
    taxonomy_version,
)
from data.settings import settings
from data.store import Session
from data.vocabulary import MethodologyVersion
from data.vocabulary.methodology import METHODOLOGY, ComparedVersion, LaidVersion, VersionWords
from tasks import filing
from tasks.edges.whole_files import write_whole
from tasks.edges.word import write_document
from tasks.patience import step
from tasks.rules import deadlines, methodology_comparison, methodology_paper, naming
from tasks.rules.near_misses import did_you_mean


@step("compare two versions of the Methodology")
def compare(old: str = "", new: str = "") -> str:
    """Write the comparison into the folder “review”; returns what changed and where it lies.

    Args:
        old: Code of the earlier version; empty takes the one in force before the later one.
        new: Code of the later version; empty takes the one that was laid on record last.

    Raises:
        NoSecondVersion, VersionOfMethodologyUnknown, SameVersionTwice, WordsOfVersionGone: see
            their words.
    """
    with store.session() as session:
        laid = {each.code: each for each in methodologies.every_laid(session)}
        began = {each.laid.code: each.in_force_from for each in methodologies.in_force(session)}
        confirmed = methodologies.confirmed(session)
    second = new or next(reversed(laid), "")
    if not second:
        raise NoSecondVersion(known=", ".join(each.code for each in methodology_versions()))
    _expect(second, laid)
    starts = began.get(second) or _since(second, laid)
    first = old or methodology_on(starts - timedelta(days=1), confirmed).code
    _expect(first, laid)
    if first == second:
        raise SameVersionTwice(code=first)
    started = began.get(first) or _since(first, laid)
    before = max(started, starts - timedelta(days=1))
    sides = (_side(first, before, laid, began), _side(second, starts, laid, began))
    document = methodology_paper.compose(*sides)
    content = write_document(settings().templates / "drafts", document)
    path = _lay(f"{METHODOLOGY} {first} to {second}", content)
    with store.session() as session:
        _keep(session, content, path, (first, second))
    told = methodology_paper.summary(methodology_comparison.compare(*sides))
    return f"Versions {first} and {second} are compared in {path}\n{told[:1].upper()}{told[1:]}."


def _expect(code: str, laid: dict[str, LaidVersion]) -> None:
    known = [*(version.code for version in methodology_versions()), *laid]
    if code not in known:
        listed = ", ".join(dict.fromkeys(known))
        hint = did_you_mean(code, known)
        raise VersionOfMethodologyUnknown(code=code, known=listed, hint=hint)


def _since(code: str, laid: dict[str, LaidVersion]) -> date:
    return laid[code].since if code in laid else _shipped(code).validity.since


def _side(
    code: str, day: date, laid: dict[str, LaidVersion], began: dict[str, date]
) -> ComparedVersion:
    if code not in laid:
        version = _shipped(code)
        if (version.calendar, version.taxonomy) != (calendar_version(), taxonomy_version()):
            raise WordsOfVersionGone(code=code)
        words = VersionWords(
            calendar_offsets(), dated_pillars(), dated_sub_pillars(), dated_filters()
        )
        standing = f"in force from {deadlines.long_date(version.validity.since)}"
        return ComparedVersion(code, version.title, day, standing, words)
    held = laid[code]
    adopted = f"adopted by the Board on {deadlines.long_date(held.adopted_on)}"
    standing = (
        f"{adopted}, in force from {deadlines.long_date(began[code])}"
        if code in began
        else f"{adopted}, not in force yet"
    )
    return ComparedVersion(code, held.title, day, standing, held.words, held.templates, held.files)


def _shipped(code: str) -> MethodologyVersion:
    return next(version for version in methodology_versions() if version.code == code)


def _lay(title: str, content: bytes) -> Path:
    """Write a file into `review` under a name of its own; one a person may have open stays."""
    folder, number = settings().root / "review", 1
    while True:
        spelt = title if number == 1 else f"{title} {number}"
        path = folder / f"{naming.plain(spelt)}.docx"
        if not path.exists():
            write_whole(path, content)
        if path.read_bytes() == content:
            return path
        number += 1


def _keep(session: Session, content: bytes, path: Path, codes: tuple[str, str]) -> None:
    """Keep the comparison once, and say so in the journal."""
    at = clock.now()
    sha256 = filing.put_on_shelf(session, content, path.name, at)
    known = any(entry.facts.get("comparison") == sha256 for entry in journal.entries(session))
    if not known:
        matter = f"{METHODOLOGY} {codes[0]} to {codes[1]}"
        facts = {"comparison": sha256}
        journal.append(session, at, "Secretariat", "methodologies compared", matter, facts)
