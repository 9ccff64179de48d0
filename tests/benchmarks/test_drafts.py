"""How fast a report is drawn: side by side in one run, as ratios of processor time.

The content is that of a report of 160 pages: 300 tables of 6 rows and 5 columns, 500 paragraphs and
12 native charts. It is drawn by python-docx as its manual teaches (cells kept, style objects), by
docxtpl from one template, by the program, and beside the dearest step nobody can avoid: deflating
parts that are ready. Charts, bookmarks, lists of contents and of tables are drawn by the program
alone: the others write the same texts into as many tables and have less to do.
"""

import gc
import io
import math
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from xml.etree.ElementTree import fromstring

import docx
import pytest

from data.vocabulary.documents import Block, Document, Heading, Matrix, Paragraph, Table
from tasks.edges.archive import pack, unpack
from tasks.edges.word import read_document, write_document
from tests.benchmarks.drawn_by_docxtpl import docxtpl_template, drawn_by_docxtpl
from tests.benchmarks.tables import show
from tests.edges.drawn_words import W
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


def says_it_all(content: bytes, document: Document) -> bool:
    """Whether another library drew the same texts in as many tables."""
    body = fromstring(unpack(content)["word/document.xml"])  # noqa: S314 - drawn a moment ago
    tables = [block for block in document.blocks if isinstance(block, Table)]
    cells = (text for table in tables for row in (table.header, *table.rows) for text in row)
    lines = (block.text for block in document.blocks if isinstance(block, Heading | Paragraph))
    wanted = Counter([*cells, *lines, *(table.caption for table in tables)])
    drawn = Counter(each.text or "" for each in body.iter(f"{W}t"))
    return wanted <= drawn and len(list(body.iter(f"{W}tbl"))) >= len(tables)


def cost(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    gc.collect()
    gc.freeze()  # as every verb of the program does
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1_000


def costs(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The cost of each work, the least of rounds in which all take turns.

    What else the machine does can only add to it: one disturbed round of three moved the median.
    """
    took = [{name: cost(work) for name, work in works.items()} for _ in range(rounds)]
    return {name: min(each[name] for each in took) for name in works}


def test_drawing_beside_other_libraries_and_beside_deflating(capsys: pytest.CaptureFixture[str]):
    document = of_size(1)
    content = write_document(TEMPLATES, document)
    parts = unpack(content)
    template = docxtpl_template()  # once and beforehand, as ours lies ready
    took = costs(
        {
            "the program": lambda: write_document(TEMPLATES, document),
            "deflating ready parts": lambda: pack(parts),
            "reading it back": lambda: read_document(content),
            "docxtpl, one template": lambda: drawn_by_docxtpl(template, document),
        },
        5,
    )
    took |= costs({"python-docx, cells kept": lambda: by_python_docx(document)}, 1)
    ours, limit = took["the program"], took["deflating ready parts"]
    size = sum(map(len, parts.values())) // 1024
    rows = [(n, f"{ms:.0f}", f"{ms / ours:.2f}", f"{ms / limit:.2f}") for n, ms in took.items()]
    with capsys.disabled():
        title = f"300 tables, 500 paragraphs, 12 charts: {size} KiB of XML"
        show(title, ("drawn by", "ms", "to the program", "to deflating"), rows)
    assert says_it_all(drawn_by_docxtpl(template, document), document)
    assert says_it_all(by_python_docx(document), document)
    assert ours <= 5 * limit
    assert took["docxtpl, one template"] >= 3 * ours
    assert took["python-docx, cells kept"] >= 20 * ours


def test_drawing_grows_with_the_report_and_no_faster(capsys: pytest.CaptureFixture[str]):
    documents = {times: of_size(times) for times in (1, 2, 4, 8, 16)}
    write_document(TEMPLATES, documents[1])
    works = {str(n): partial(write_document, TEMPLATES, each) for n, each in documents.items()}
    took = costs(works, 3)
    exponent = math.log(took["16"] / took["1"]) / math.log(16)
    rows = [(f"x{n}", f"{ms:.0f}", f"{ms / int(n):.0f}") for n, ms in took.items()]
    with capsys.disabled():
        show(f"Growth: exponent {exponent:.2f}", ("size", "ms", "ms for each unit"), rows)
    assert exponent <= 1.1


def test_the_same_document_gives_the_same_bytes_at_any_size():
    first, again = of_size(2), of_size(2)
    assert first == again
    assert any(isinstance(block, Matrix) for block in first.blocks)
    one, other = write_document(TEMPLATES, first), write_document(TEMPLATES, again)
    assert sha256(one).hexdigest() == sha256(other).hexdigest()
