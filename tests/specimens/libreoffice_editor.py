"""A person edits a draft in LibreOffice and saves it as .docx, or settles its tracked changes.

Runs under an interpreter that has LibreOffice's own bridge (`import uno`), so it knows nothing of
the project: `python3 libreoffice_editor.py PROGRAM PROFILE JOBS`. JOBS is a JSON list of objects
with `source`, `target`, and of `dispatch` (a command) and `replace` (pairs of texts).
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno  # noqa: F401 – with it, names of LibreOffice can be imported
from com.sun.star.util import URL
from libreoffice_person import PATIENCE, _desktop, _named

FORMAT = "MS Word 2007 XML"
PRESSES = 10


def main(program: str, profile: str, jobs: str) -> None:
    """Start the program, do every job, end the program."""
    pipe = f"editor{os.getpid()}"  # two that share a name would work in one another's book
    started = subprocess.Popen(  # noqa: S603 – the program the test found on the path
        [program, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}",
         f"--accept=pipe,name={pipe};urp;"]
    )  # fmt: skip
    try:
        desktop = _desktop(pipe)
        try:
            for job in json.loads(Path(jobs).read_text(encoding="utf-8")):
                _work(desktop, job)
        finally:
            desktop.terminate()
    finally:
        started.wait(timeout=PATIENCE)


def _work(desktop, job):
    address = Path(job["source"]).as_uri()
    paper = desktop.loadComponentFromURL(address, "_blank", 0, (_named("Hidden", True),))
    if "dispatch" in job:
        command = URL()
        command.Complete = job["dispatch"]
        command.Protocol, command.Path = ".uno:", job["dispatch"].removeprefix(".uno:")
        _until_settled(paper, command)
    for old, new in job.get("replace", ()):
        wanted = paper.createReplaceDescriptor()
        wanted.SearchString, wanted.ReplaceString = old, new
        if paper.replaceAll(wanted) != 1:
            raise SystemExit(f"“{old}” does not stand there once")
    paper.storeToURL(Path(job["target"]).as_uri(), (_named("FilterName", FORMAT),))
    paper.close(True)


def _until_settled(paper, command):
    """Press as a person does, again when nothing happened: a window still busy hears no press."""
    for _ in range(PRESSES):
        paper.CurrentController.Frame.queryDispatch(command, "_self", 0).dispatch(command, ())
        if not paper.Redlines.hasElements():
            return
        time.sleep(0.5)
    raise SystemExit(f"{command.Complete} settled nothing")


if __name__ == "__main__":
    main(*sys.argv[1:4])
