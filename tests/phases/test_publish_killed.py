"""A publish that is killed, and two at once: no wrong release, no half release, nothing twice.

The program is killed at chosen moments of its own work with files, so the same moments are tried on
every machine: a process that counts what it opens, renames and removes kills itself at the n-th.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from data import store
from data.settings import settings
from flows.overview import verify
from flows.publication import publish
from tests.phases.played_year import asked, copy_home, dump, tree
from tests.phases.test_approval_attacks import adopted

pytestmark = pytest.mark.endurance

MoveIn = Callable[[str], Path]
ROOT = Path(__file__).parents[2]
KILLS = 20
READERS = ("members", "website")
# The steps of flows/publication.py in their order, without Prefect around them.
PUBLISH = """
import os, signal, sys
from data.vocabulary import TrackId
from tasks import announcing, members_site, release
from tasks.dispatch import hold_letters

pillar, last = sys.argv[1], int(sys.argv[2])
home, seen = os.environ["MAPPING_HOME"], 0
WRITING = os.O_WRONLY | os.O_RDWR

def count(event, facts):
    global seen
    if event == "open" and not (facts[2] & WRITING):
        return
    if event not in ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "sqlite3.connect"):
        return
    if not str(facts[0]).startswith(home):
        return
    seen += 1
    if seen == last:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
track = TrackId("2025", pillar)
cleared = release.pass_the_gate.fn(track)
release.release_to_members.fn(track, cleared)
members_site.rebuild_catalogue.fn()
release.publish_summary.fn(track, cleared)
hold_letters.fn(announcing.tell_members.fn(track, cleared.decision))
print(seen)
"""


def publishing(home: Path, pillar: str, last: int = 0) -> subprocess.Popen[str]:
    """A process of its own that publishes, and kills itself at its `last` act on files."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PUBLISH, pillar, str(last)],
        cwd=ROOT,
        env={**os.environ, "MAPPING_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def seen_by_readers(home: Path) -> dict[str, dict[str, str]]:
    """What each reader finds: the folder of each release, and the public site as a whole."""
    found: dict[str, dict[str, str]] = {}
    for path, sha256 in tree(home, READERS).items():
        parts = path.split("/")
        if any(part.startswith(".") for part in parts):
            continue  # being prepared; nobody is shown it
        whole = "/".join(parts[:3]) if parts[0] == "members" else "website"
        found.setdefault(whole, {})[path] = sha256
    return found


def whole(found: Mapping[str, object], before: Mapping[str, object], after: Mapping[str, object]):
    """Whether each folder is as it was before, or as it shall be; never between."""
    return all(found.get(name) in (before.get(name), after.get(name)) for name in after)


def test_a_publish_killed_at_twenty_moments_releases_nothing_wrong_or_half(
    move_in: MoveIn, tmp_path: Path
):
    home = move_in("adopted")
    pillar, before = adopted(home), seen_by_readers(home)
    untouched = copy_home(home, tmp_path / "untouched")
    undisturbed = copy_home(home, tmp_path / "undisturbed")
    told, wrong = publishing(undisturbed, pillar).communicate()
    assert wrong == ""
    acts, after = int(told), seen_by_readers(undisturbed)
    assert acts > KILLS
    assert before != after

    for kill in range(KILLS):
        store.engine(settings().database).dispose()  # else it goes on with the file of before
        shutil.rmtree(home)
        copy_home(untouched, home)
        killed = publishing(home, pillar, 1 + kill * acts // KILLS)
        killed.communicate()
        assert killed.returncode == -9
        assert whole(seen_by_readers(home), before, after)

        publish("2025", pillar)

        assert seen_by_readers(home) == after
        assert len(asked(home, "SELECT door FROM release")) == 2
        verify()


def test_two_publishes_at_once_make_one_release(move_in: MoveIn, tmp_path: Path):
    home = move_in("adopted")
    pillar = adopted(home)
    alone = copy_home(home, tmp_path / "alone")
    publishing(alone, pillar).communicate()

    both = [publishing(home, pillar) for _ in range(2)]
    assert [each.communicate()[1] for each in both] == ["", ""]

    assert seen_by_readers(home) == seen_by_readers(alone)
    assert asked(home, "SELECT door FROM release ORDER BY door") == [("members",), ("public",)]
    held = [path.name for path in (home / "outbox" / "held").iterdir()]
    assert len(held) == len(set(held)) == len(list((alone / "outbox" / "held").iterdir()))
    before = tree(home), dump(home)
    publish("2025", pillar)
    assert (tree(home), dump(home)) == before
    verify()
