"""How fast a report is drawn: side by side in one run, as ratios of processor time.

The content is that of a report of 160 pages: 300 tables of 6 rows and 5 columns, 500 paragraphs and
12 native charts. It is drawn by python-docx as its manual teaches (cells kept, style objects), by
docxtpl from one template, by the program, and beside the dearest step nobody can avoid: deflating
parts that are ready. Charts are drawn by the program alone; the others cannot.
"""

import gc
import importlib.util
import io
import math
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256

import docx
import pytest

from data.vocabulary.documents import Block, Document, Heading, Matrix, Paragraph, Table
from tasks.edges.archive import pack, unpack
from tasks.edges.word import read_document, write_document
from tests.benchmarks.drawn_by_docxtpl import drawn_by_docxtpl
from tests.edges.one_draft import CHART, HEAT, PARTNERS, REPORT, TEMPLATES

pytestmark = pytest.mark.endurance

_WORDS = (
    "the partner reports that a law on border control was adopted by parliament and entered into "
    "force in June units were set up staff trained equipment delivered agreement signed with "
    "neighbours funding secured until next year implementation of strategy continues working "
    "group meets quarterly prosecutors judges police officers customs exchange information "
    "Europol Frontex database access ballistic firearms trafficking investigation cooperation "
    "закон усвојен обука полиције ratifikuar trajnim njësi žalba čekanje đak šteta"
)


def of_size(times: int) -> Document:
    """The content `times` over, every sentence another one, the same in every run."""
    chance = random.Random(20)  # noqa: S311 - words, not secrets

    def words(count: int) -> str:
        return " ".join(chance.choices(_WORDS.split(), k=count))

    blocks: list[Block] = []
    for number in range(300 * times):
        if number % 10 == 0:
            blocks.append(Heading(2, words(4)))
        rows = tuple(
            (f"AL-CT-{number}", PARTNERS[row], words(6), words(14), str(2020 + row))
            for row in range(6)
        )
        blocks.append(
            Table(
                words(5),
                ("No.", "Partner", "Mapped need", "State of play", "Year"),
                rows,
                (0.11, 0.14, 0.25, 0.4, 0.1),
                (4,),
                anchors=tuple(f"need_{number}_{row}" for row in range(6)),
            )
        )
        for _ in range(2 if number % 3 else 1):
            blocks.append(Paragraph(words(40), anchor=f"said_{len(blocks)}"))
    figures: list[Block] = [
        replace(CHART, caption=words(5), anchor=f"chart_{n}") for n in range(12 * times)
    ]
    return replace(REPORT, blocks=(*blocks, *figures, HEAT))


def by_python_docx(document: Document) -> bytes:
    """The same headings, paragraphs and tables, with the cells of a table kept in one list."""
    opened = docx.Document(str(TEMPLATES / "report.docx"))
    styles = {style.style_id: style for style in opened.styles}
    for block in document.blocks:
        match block:
            case Heading():
                opened.add_paragraph(block.text, styles[f"Heading{block.level}"])
            case Paragraph():
                opened.add_paragraph(block.text, styles["BodyText"])
            case Table():
                _table(opened, block, styles)
            case _:
                pass
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


def _table(opened: docx.document.Document, block: Table, styles: dict[str, object]) -> None:
    opened.add_paragraph(block.caption, styles["TableCaption"])
    rows = [block.header, *block.rows]
    table = opened.add_table(len(rows), len(block.header), styles["ReportTable"])
    cells = iter(table._cells)  # the way to keep them that its users know
    for number, row in enumerate(rows):
        for text in row:
            paragraph = next(cells).paragraphs[0]
            paragraph.text = text
            paragraph.style = styles["TableText" if number else "TableHead"]


def cost(work: Callable[[], object], rounds: int = 3) -> float:
    """Milliseconds of processor time, the median of a few rounds."""
    took: list[float] = []
    for _ in range(rounds):
        gc.collect()
        gc.freeze()  # as every verb of the program does
        before = time.process_time()
        work()
        took.append((time.process_time() - before) * 1_000)
    return statistics.median(took)


def show(lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")


def test_drawing_beside_other_libraries_and_beside_deflating(capsys: pytest.CaptureFixture[str]):
    document = of_size(1)
    content = write_document(TEMPLATES, document)
    parts = unpack(content)
    works: dict[str, Callable[[], object]] = {
        "python-docx, cells kept": lambda: by_python_docx(document),
        "the program": lambda: write_document(TEMPLATES, document),
        "deflating ready parts": lambda: pack(parts),
        "reading it back": lambda: read_document(content),
    }
    if importlib.util.find_spec("docxtpl"):
        works["docxtpl, one template"] = lambda: drawn_by_docxtpl(document)
    took = {name: cost(work, 5 if "docx" not in name else 1) for name, work in works.items()}
    ours, limit = took["the program"], took["deflating ready parts"]
    size = sum(map(len, parts.values())) // 1024
    show(
        [
            f"| 300 tables, 500 paragraphs, 12 charts ({size} KiB of XML) | ms | to the program "
            "| to deflating |",
            "|---|---|---|---|",
            *(
                f"| {name} | {spent:.0f} | {spent / ours:.2f} | {spent / limit:.2f} |"
                for name, spent in took.items()
            ),
        ],
        capsys,
    )
    assert took


def test_drawing_grows_with_the_report_and_no_faster(capsys: pytest.CaptureFixture[str]):
    sizes = (1, 2, 4, 8, 16)
    write_document(TEMPLATES, of_size(1))
    documents = {times: of_size(times) for times in sizes}
    took = {n: cost(partial(write_document, TEMPLATES, each)) for n, each in documents.items()}
    exponent = math.log(took[16] / took[1]) / math.log(16)
    show(
        [
            f"| size | ms | ms for each unit | (exponent ×1 to ×16: {exponent:.2f})",
            "|---|---|---|",
            *(f"| ×{n} | {spent:.0f} | {spent / n:.0f} |" for n, spent in took.items()),
        ],
        capsys,
    )
    assert took


def test_the_same_document_gives_the_same_bytes_at_any_size():
    first, again = of_size(2), of_size(2)
    assert first == again
    assert any(isinstance(block, Matrix) for block in first.blocks)
    one, other = write_document(TEMPLATES, first), write_document(TEMPLATES, again)
    assert sha256(one).hexdigest() == sha256(other).hexdigest()
