"""Leaks seeded on purpose: each is one way something of the house has gone public somewhere."""

from collections.abc import Callable

from data.vocabulary.leaks import LeakKind
from tasks.edges.archive import pack, unpack
from tests.specimens.leaks import (
    COMMENT,
    CYRILLIC,
    NEED,
    PAGE,
    PDF,
    PROJECT,
    RESPONSE,
    WORD,
    edited,
    edited_part,
    honest_site,
    jpeg,
    pdf,
    png,
    with_part,
)

Files = dict[str, bytes]
Seed = tuple[str, str, LeakKind, Callable[[], Files]]
BODY, CORE, APP = "word/document.xml", "docProps/core.xml", "docProps/app.xml"


def on_page(new: str) -> Callable[[], Files]:
    return lambda: edited(PAGE, "<article>", f"<article>{new}")


def in_head(new: str) -> Callable[[], Files]:
    return lambda: edited(PAGE, "<title>", f"{new}<title>")


def in_body(new: str) -> Callable[[], Files]:
    return lambda: edited_part(BODY, "<w:body>", f"<w:body><w:p>{new}</w:p>")


def run_of(properties: str, words: str = "The meeting was cordial.") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def in_core(new: str) -> Callable[[], Files]:
    return lambda: edited_part(CORE, "<dc:language>", f"{new}<dc:language>")


def beside(part: str, content: bytes | str = "<x/>") -> Callable[[], Files]:
    return lambda: with_part(part, content)


def put(name: str, content: bytes) -> Callable[[], Files]:
    return lambda: honest_site() | {name: content}


def _author() -> Files:
    return edited_part(CORE, "<dc:creator>IISG Secretariat", "<dc:creator>Ana Novak")


def _saved_by() -> Files:
    return edited_part(CORE, "<cp:lastModifiedBy>IISG", "<cp:lastModifiedBy>Ana Novak, IISG")


def _hiding_style() -> Files:
    parts = unpack(honest_site()[WORD])
    style = '<w:style w:styleId="Quiet"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style.encode())
    hidden = (
        '<w:p><w:pPr><w:pStyle w:val="Quiet"/></w:pPr><w:r><w:t>Do not print.</w:t></w:r></w:p>'
    )
    parts[BODY] = parts[BODY].replace(b"<w:body>", b"<w:body>" + hidden.encode(), 1)
    return honest_site() | {WORD: pack(parts)}


def _workbook(old: str, new: str) -> Files:
    parts = unpack(honest_site()[WORD])
    inner = unpack(parts["word/embeddings/workbook1.xlsx"])
    name = "xl/workbook.xml" if old.startswith("<sheet") else "xl/worksheets/sheet1.xml"
    assert old in inner[name].decode()
    inner[name] = inner[name].decode().replace(old, new, 1).encode()
    parts["word/embeddings/workbook1.xlsx"] = pack(inner)
    return honest_site() | {WORD: pack(parts)}


def _after_the_end() -> Files:
    return honest_site() | {WORD: honest_site()[WORD] + b"and a note"}


_OUTSIDE = (
    '<Relationship Id="rId99" TargetMode="External" Target="https://templates.example/house.dotx" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    "</Relationships>"
)
_NOTE = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ask them.) >>"
_XMP = "<< /Type /Metadata /Subtype /XML /Length 4 >>\nstream\n<x/>\nendstream"
_MEDIA = "word/media/image1"

SEEDS: tuple[Seed, ...] = (
    ("the words of a need", PAGE, LeakKind.NEED, on_page(f"<p>{NEED}</p>")),
    (
        "five words of a response",
        PAGE,
        LeakKind.RESPONSE,
        on_page("<p>A laboratory received new licences and two workstations.</p>"),
    ),
    (
        "words of a response in many dresses",
        PAGE,
        LeakKind.RESPONSE,
        on_page("<p>ITS <b>backlog</b> h<i>as</i> fall\u00aden to THREE months</p>"),
    ),
    (
        "a response in the other script",
        PAGE,
        LeakKind.RESPONSE,
        on_page("<p>Ucestie vo dve zaednicki akcii i razmena na iskustva</p>"),
    ),
    ("a response as it was written", PAGE, LeakKind.RESPONSE, on_page(f"<p>{CYRILLIC}</p>")),
    ("a project", PAGE, LeakKind.SUPPORT, on_page(f"<h2>{PROJECT}</h2>")),
    (
        "a comment in the words for those who cannot see",
        PAGE,
        LeakKind.COMMENT,
        on_page(f'<p aria-label="{COMMENT}">1</p>'),
    ),
    ("a budget with points", PAGE, LeakKind.BUDGET, on_page("<td>EUR 1.250.000</td>")),
    ("a budget with spaces", PAGE, LeakKind.BUDGET, on_page("<td>1\u00a0250\u00a0000,00</td>")),
    ("an e-mail address", PAGE, LeakKind.ADDRESS, on_page("<p>ana@justice.example</p>")),
    (
        "an e-mail address in a link",
        PAGE,
        LeakKind.ADDRESS,
        on_page('<a href="mailto:ana%40justice.example">write</a>'),
    ),
    ("an address spelt out", PAGE, LeakKind.ADDRESS, on_page("<p>ana [at] justice.example</p>")),
    ("the function of a contact", PAGE, LeakKind.CONTACT, on_page("<p>WBCTi contact point</p>")),
    ("the number of a need", PAGE, LeakKind.NUMBER, on_page("<p>see RS-CT-05</p>")),
    ("the key of a need", PAGE, LeakKind.NUMBER, on_page('<p id="N-2NFPCE4HP5">see</p>')),
    ("a path", PAGE, LeakKind.PATH, on_page('<a href="file:///home/ana/x.docx">x</a>')),
    ("a path of Windows", PAGE, LeakKind.PATH, on_page("<p>C:\\Users\\ana\\x.docx</p>")),
    ("a remark in a page", PAGE, LeakKind.REMARK, on_page("<!-- ask them again -->")),
    ("a hidden paragraph", PAGE, LeakKind.HIDDEN, on_page("<p hidden>later</p>")),
    ("data for a program", PAGE, LeakKind.HIDDEN, on_page('<p data-row="7">1</p>')),
    ("a paragraph styled away", PAGE, LeakKind.HIDDEN, on_page('<p style="display:none">x</p>')),
    ("a template in a page", PAGE, LeakKind.HIDDEN, on_page("<template>x</template>")),
    ("a script", PAGE, LeakKind.ACTIVE, on_page("<script>x()</script>")),
    (
        "a picture of another server",
        PAGE,
        LeakKind.ACTIVE,
        on_page('<img src="//a.example/x.png">'),
    ),
    ("the author of a page", PAGE, LeakKind.AUTHOR, in_head('<meta name="author" content="Ana">')),
    ("its generator", PAGE, LeakKind.AUTHOR, in_head('<meta name="generator" content="Word 16">')),
    ("a property of a page", PAGE, LeakKind.PROPERTY, in_head('<meta name="case" content="7">')),
    (
        "a remark in the style sheet",
        "style.css",
        LeakKind.REMARK,
        put("style.css", b"p { color: red } /* ask Ana */"),
    ),
    (
        "words in the style sheet",
        "style.css",
        LeakKind.NEED,
        put("style.css", f'p::after {{ content: "{NEED}" }}'.encode()),
    ),
    (
        "a style sheet that asks another server",
        "style.css",
        LeakKind.ACTIVE,
        put("style.css", b"@import 'https://fonts.example/a.css';"),
    ),
    (
        "the author of the feed",
        "feed.xml",
        LeakKind.AUTHOR,
        lambda: edited("feed.xml", "<language>", "<managingEditor>Ana</managingEditor><language>"),
    ),
    (
        "a remark in the feed",
        "feed.xml",
        LeakKind.REMARK,
        lambda: edited("feed.xml", "<language>", "<!-- 7 --><language>"),
    ),
    (
        "a need in the feed",
        "feed.xml",
        LeakKind.NEED,
        lambda: edited("feed.xml", "<language>", f"<category>{NEED}</category><language>"),
    ),
    ("a need as a file's name", "The site", LeakKind.NEED, put(f"2025/{NEED}.txt", b"")),
    (
        "a file nobody looks into",
        "index.html.bak",
        LeakKind.UNREADABLE,
        put("index.html.bak", b"older"),
    ),
    ("the author of the Word file", WORD, LeakKind.AUTHOR, _author),
    ("who saved it", WORD, LeakKind.AUTHOR, _saved_by),
    ("how often it was saved", WORD, LeakKind.REVISION, in_core("<cp:revision>12</cp:revision>")),
    ("its keywords", WORD, LeakKind.PROPERTY, in_core("<cp:keywords>draft</cp:keywords>")),
    (
        "who answers for it",
        WORD,
        LeakKind.AUTHOR,
        lambda: edited_part(APP, "<Company>", "<Manager>Ana Novak</Manager><Company>"),
    ),
    (
        "a tracked insertion",
        WORD,
        LeakKind.REVISION,
        in_body('<w:ins w:author="Ana"><w:r><w:t>new</w:t></w:r></w:ins>'),
    ),
    (
        "a tracked change of format",
        WORD,
        LeakKind.REVISION,
        in_body(run_of('<w:rPrChange w:author="Ana"/>')),
    ),
    ("marks of saving", WORD, LeakKind.REVISION, in_body('<w:r w:rsidR="00AB12CD"/>')),
    ("comments in the margin", WORD, LeakKind.REMARK, beside("word/comments.xml")),
    ("a remark in a part", WORD, LeakKind.REMARK, beside(BODY, "<w/><!-- 7 -->")),
    ("hidden letters", WORD, LeakKind.HIDDEN, in_body(run_of("<w:vanish/>"))),
    ("letters white on white", WORD, LeakKind.HIDDEN, in_body(run_of('<w:color w:val="FFFFFF"/>'))),
    ("letters of half a point", WORD, LeakKind.HIDDEN, in_body(run_of('<w:sz w:val="1"/>'))),
    ("a style that hides", WORD, LeakKind.HIDDEN, _hiding_style),
    ("a property of its own", WORD, LeakKind.PROPERTY, beside("docProps/custom.xml")),
    ("data behind the text", WORD, LeakKind.PROPERTY, beside("customXml/item1.xml")),
    (
        "a variable of the document",
        WORD,
        LeakKind.PROPERTY,
        lambda: edited_part(
            "word/settings.xml", "<w:docVars>", '<w:docVars><w:docVar w:name="a" w:val="Ana"/>'
        ),
    ),
    ("a thumbnail", WORD, LeakKind.THUMBNAIL, beside("docProps/thumbnail.jpeg", jpeg())),
    (
        "the place of a photograph",
        WORD,
        LeakKind.EXIF,
        beside(f"{_MEDIA}.jpg", jpeg((0xE1, b"Exif\0\0GPS"))),
    ),
    (
        "a smaller photograph in a photograph",
        WORD,
        LeakKind.THUMBNAIL,
        beside(f"{_MEDIA}.jpg", jpeg((0xE0, b"JFIF\0\1\2\0\0\1\0\1\1\1abc"))),
    ),
    (
        "words in a picture",
        WORD,
        LeakKind.PROPERTY,
        beside(f"{_MEDIA}.png", png((b"tEXt", b"Author\0Ana"))),
    ),
    (
        "a field that names the author",
        WORD,
        LeakKind.AUTHOR,
        in_body('<w:fldSimple w:instr=" AUTHOR "/>'),
    ),
    ("a footnote", WORD, LeakKind.RESPONSE, beside("word/endnotes.xml", f"<n>{RESPONSE}</n>")),
    (
        "the words for a figure",
        WORD,
        LeakKind.COMMENT,
        in_body(f'<w:drawing><docPr descr="{COMMENT}"/></w:drawing>'),
    ),
    (
        "a file inside the file",
        WORD,
        LeakKind.ATTACHMENT,
        beside("word/embeddings/old.doc", b"\xd0\xcf\x11\xe0"),
    ),
    ("a macro", WORD, LeakKind.ACTIVE, beside("word/vbaProject.bin", b"\0")),
    (
        "a template elsewhere",
        WORD,
        LeakKind.ACTIVE,
        lambda: edited_part("word/_rels/document.xml.rels", "</Relationships>", _OUTSIDE),
    ),
    (
        "a hidden sheet under a figure",
        WORD,
        LeakKind.HIDDEN,
        lambda: _workbook("<sheet ", '<sheet state="hidden" '),
    ),
    (
        "a need under a figure",
        WORD,
        LeakKind.NEED,
        lambda: _workbook('">Montenegro', f'">{NEED}'),
    ),
    ("words after the end", WORD, LeakKind.ATTACHMENT, _after_the_end),
    ("a Word file that is none", WORD, LeakKind.UNREADABLE, put(WORD, b"no archive")),
    ("the author of a PDF", PDF, LeakKind.AUTHOR, put(PDF, pdf(info="/Author (Ana Novak)"))),
    ("the program of a PDF", PDF, LeakKind.AUTHOR, put(PDF, pdf(info="/Producer (Writer)"))),
    ("a property of a PDF", PDF, LeakKind.PROPERTY, put(PDF, pdf(info="/SourceModified (D:2)"))),
    (
        "data about a PDF",
        PDF,
        LeakKind.PROPERTY,
        put(PDF, pdf(root="/Metadata 7 0 R", more=(_XMP,))),
    ),
    ("words on a page", PDF, LeakKind.NEED, put(PDF, pdf(words=NEED))),
    ("words nobody sees", PDF, LeakKind.HIDDEN, put(PDF, pdf(mode=3))),
    ("a note on a page", PDF, LeakKind.REMARK, put(PDF, pdf(page=f"/Annots [{_NOTE}]"))),
    (
        "a file in a PDF",
        PDF,
        LeakKind.ATTACHMENT,
        put(PDF, pdf(root="/Names << /EmbeddedFiles << /Names [] >> >>")),
    ),
    ("layers", PDF, LeakKind.HIDDEN, put(PDF, pdf(root="/OCProperties << /OCGs [] >>"))),
    (
        "a program in a PDF",
        PDF,
        LeakKind.ACTIVE,
        put(PDF, pdf(root="/OpenAction << /S /JavaScript /JS (x) >>")),
    ),
    ("an earlier version", PDF, LeakKind.REVISION, put(PDF, pdf() + b"%%EOF\n")),
    ("a small picture of a page", PDF, LeakKind.THUMBNAIL, put(PDF, pdf(page="/Thumb 4 0 R"))),
    ("a PDF that is none", PDF, LeakKind.UNREADABLE, put(PDF, b"%PDF-1.7 cut %%EOF")),
)
