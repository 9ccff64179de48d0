"""The templates a version of the Methodology brings: everything wrong with them, before they count.

Each is laid over the program's and tried as it will be used: workbooks and papers are drawn, the
letters are read for facts nobody gives them. A version whose templates fail is not laid on record,
for no cycle can change them afterwards (rule R19).
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile

from data.errors.base import Refusal
from data.settings import settings
from data.vocabulary import Document, Heading, Need, Paragraph, RequestForm, RequestKind, Table
from data.vocabulary.methodology import VersionOnFile
from data.vocabulary.wording import KOSOVO, KOSOVO_FOOTNOTE
from tasks.edges import letters, template_files
from tasks.edges.typesetting import why_not
from tasks.edges.whole_files import write_whole
from tasks.edges.word import write_document
from tasks.edges.workbook import request
from tasks.edges.workbook.contract import read_contract
from tasks.filing import BROUGHT
from tasks.rules.near_misses import did_you_mean

_DRAFTS = ("letter", "paper", "report", "summary")


def faults(told: VersionOnFile, brought: Mapping[str, bytes]) -> list[str]:
    """Say all that is wrong with the templates of a version, one sentence each, with its file.

    Args:
        told: The version as its files give it.
        brought: Its templates by their place in its folder: “templates/letters/board.txt.j2”.
    """
    if not brought:
        return []
    own = {name.removeprefix(f"{BROUGHT}/"): content for name, content in brought.items()}
    base = template_files.read_templates(settings().templates)
    if unknown := list(_unknown(own, base)):
        return unknown
    with TemporaryDirectory() as folder:
        for name, content in {**base, **own}.items():
            write_whole(Path(folder) / name, content)
        return [
            *_workbooks(told, own, base, Path(folder)),
            *_papers(own, Path(folder)),
            *_letters(own, Path(folder)),
        ]


def _unknown(own: Mapping[str, bytes], base: Mapping[str, bytes]) -> Iterator[str]:
    known = [name for name in base if template_files.may_be_brought(name)]
    for name in own:
        if name not in known:
            hint = did_you_mean(name, known).strip()
            sentence = "the program draws nothing from a template of this name."
            yield f"{BROUGHT}/{name}: {sentence} {hint}".strip()


def _workbooks(
    told: VersionOnFile, own: Mapping[str, bytes], base: Mapping[str, bytes], folder: Path
) -> Iterator[str]:
    for kind in RequestKind:
        book, contract = f"requests/{kind}.xlsx", f"requests/{kind}.yaml"
        if not {book, contract} & own.keys():
            continue
        file = f"{BROUGHT}/{book if book in own else contract}"
        drawn = _tried(file, lambda kind=kind: _draw_request(told, kind, folder / "requests"))
        if drawn:
            yield drawn
        elif _version(folder / contract) == read_contract(base[contract].decode()).version:
            yield (
                f"{BROUGHT}/{contract}: it bears the version of the program's own workbook; a "
                "changed workbook has a version of its own, by which its returns are known."
            )


def _version(contract: Path) -> str:
    return read_contract(contract.read_text("utf-8")).version


def _draw_request(told: VersionOnFile, kind: RequestKind, folder: Path) -> None:
    """Draw a request with one need under each sub-pillar of the version."""
    contract = (folder / f"{kind}.yaml").read_text("utf-8")
    words = told.words.on(told.version.validity.since)
    (pillar, *_) = words.pillars
    needs = tuple(
        Need(f"key-{each.number}", f"XX-{each.number}", "XX", pillar.code, each.number, "", "Title")
        for each in words.sub_pillars
    )
    form = RequestForm(
        "reference",
        kind,
        read_contract(contract).version,
        "Member",
        pillar.code,
        pillar.name,
        told.version.code,
        "period",
        "outlook",
        "deadline",
        "contact",
        tuple((each.number, each.name) for each in words.sub_pillars),
        needs,
        {"XX": "Member"},
        {},
    )
    request.draw_request((folder / f"{kind}.xlsx").read_bytes(), contract, form)


def _papers(own: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    shared = any(name.startswith("drafts/body/") for name in own)
    for kind in _DRAFTS:
        file = f"drafts/{kind}.docx"
        if shared or file in own:
            where = f"{BROUGHT}/{file if file in own else 'drafts/body'}"
            drawn = _tried(where, lambda kind=kind: write_document(folder / "drafts", _page(kind)))
            if drawn:
                yield drawn


def _page(kind: str) -> Document:
    """A document with a piece of each common kind."""
    blocks = (
        Heading(1, "Heading"),
        Paragraph(f"{KOSOVO} in a lead.", "lead"),
        Paragraph("A quote.", "quote"),
        Table("Caption", ("No.", "Words"), (("1", "Text"),), (0.2, 0.8), numbers=(0,)),
    )
    return Document(
        kind,
        "Title",
        "Subtitle",
        ("Fact",),
        "Marking",
        "Version",
        ("Disclaimer",),
        KOSOVO_FOOTNOTE,
        blocks,
    )


def _letters(own: Mapping[str, bytes], folder: Path) -> Iterator[str]:
    for name in own:
        if name.startswith("letters/"):
            for told in letters.faults(folder, name.removeprefix("letters/")):
                yield f"{BROUGHT}/{name}: {told}"


def _tried(where: str, draw: Callable[[], object]) -> str:
    """Why drawing fails, as a sentence with its file; empty where it does not."""
    try:
        reason = why_not(draw)
    except Refusal as refusal:
        return f"{where}: {refusal}"
    except (BadZipFile, LookupError, OSError, SyntaxError, TypeError, ValueError) as broken:
        reason = str(broken)  # what the libraries say of a file a person edited
    return f"{where}: it cannot be drawn from ({reason})." if reason else ""
