"""Evidence: the minutes or letters that prove what was agreed or decided, kept unaltered."""

from pathlib import Path

from data import clock, store
from data.errors.cycles import EvidenceUnreadable
from data.settings import settings
from tasks import filing
from tasks.patience import step


@step("keep the evidence")
def keep_evidence(file: str) -> str:
    """Put a file of evidence on the shelf and return its SHA-256; "" when none is named.

    A bare name is looked for in the folder `evidence` of the home, where an officer without a
    terminal can drop it.

    Raises:
        EvidenceUnreadable: there is no such file.
    """
    if not file.strip():
        return ""
    folder = settings().root / "evidence"
    path = Path(file).expanduser()
    found = next((p for p in (path, folder / path) if p.is_file()), None)
    if found is None:
        raise EvidenceUnreadable(file=file, folder=folder)
    content = found.read_bytes()
    with store.session() as session:
        return filing.put_on_shelf(session, content, found.name, clock.now())


def reference_of_minutes(minutes: str, file: str) -> str:
    """How the paper that holds a decision is cited: by its reference, else by its file's name."""
    return minutes.strip() or Path(file.strip()).name
