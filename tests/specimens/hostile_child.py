"""Opens hostile files one by one, each in a process of its own, and tells what it cost.

Started as `python -m tests.specimens.hostile_child FOLDER`. The parent has loaded the reader; each
child is a copy of it that reads one file, so what is measured is what the file costs above the
interpreter. One line of JSON for each file.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

from data.vocabulary import Reading
from tasks.edges.guard import why_refused
from tasks.edges.workbook.reading import read_return
from tasks.rules.dates import read_date
from tasks.rules.near_misses import did_you_mean

_SECONDS, _MEMORY = 6, 2 << 30  # a reader that fails must not take the machine with it
_LONGEST = 2_000


def main(folder: Path) -> None:
    """Read the files of a folder in the order of their names."""
    for path in sorted(folder.iterdir()):
        told = _apart(path)
        sys.stdout.write(json.dumps({"name": path.stem, **told}) + "\n")
        sys.stdout.flush()


def _apart(path: Path) -> dict[str, object]:
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        _as_child(path, sending)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if status or not said:
        return {"died": os.waitstatus_to_exitcode(status)}
    return json.loads(said)


def _as_child(path: Path, sending: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    code = 1
    try:
        with os.fdopen(sending, "w") as pipe:
            json.dump(_measured(path), pipe)
        code = 0
    finally:
        os._exit(code)


def _measured(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    Path("/proc/self/clear_refs").write_text("5")  # the high-water mark starts here
    before, begin, since = _memory("VmRSS"), _spent(), time.perf_counter()
    sentence = why_refused(content)
    told = {} if sentence else _told(read_return(content, read_date, did_you_mean))
    return {
        "refused": sentence,
        "seconds": _spent() - begin,
        "wall": time.perf_counter() - since,
        "mebibytes": (_memory("VmHWM") - before) / 1024,
        **told,
    }


def _spent() -> float:
    """Seconds of the processor, of children too: a busy machine is nobody's fault."""
    own, others = (
        resource.getrusage(resource.RUSAGE_SELF),
        resource.getrusage(resource.RUSAGE_CHILDREN),
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _memory(name: str) -> int:
    """Kibibytes of this process, as the system counts them."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def _told(reading: Reading) -> dict[str, object]:
    texts = [
        *(line.text for line in reading.responses),
        *(line.reference for line in reading.responses),
        *(text for _, text in reading.unplaced),
    ]
    return {
        "lines": len(reading.responses),
        "unplaced": len(reading.unplaced),
        "findings": [f"{f.code}: {f.message}"[:_LONGEST] for f in reading.findings[:20]],
        "texts": [text[:_LONGEST] for text in texts[:200]],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
