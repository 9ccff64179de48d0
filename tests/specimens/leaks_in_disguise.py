"""Leaks in disguise: quotations taken apart or dressed up, and places nobody thinks of."""

from data.vocabulary.leaks import LeakKind
from tests.specimens.leaks import CYRILLIC, NEED, PAGE, PDF, RESPONSE, WORD, edited, jpeg, pdf
from tests.specimens.leaks_seeded import Seed, beside, in_body, in_core, on_page, put, run_of

PHOTO = "2025/WBCTi/photo.jpg"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _by(count: int, words: str = RESPONSE) -> list[str]:
    """A text in pieces of so many words."""
    every = words.split()
    return [" ".join(every[start : start + count]) for start in range(0, len(every), count)]


def _with(letters: str, instead: str) -> str:
    return RESPONSE.translate(str.maketrans(letters, instead))


def _runs(pieces: list[str]) -> str:
    return "".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)


def _field(code: str) -> str:
    """A field in three runs, its code in two of them."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code[:3]}</w:instrText></w:r>"
        f"<w:r><w:instrText>{code[3:]} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


_HYPHENATED = (
    "The labo-\nratory recei-\nved new licen-\nces and two work-\nstations, and its back-\nlog has"
)
_IN_PDF = ") Tj 0 -14 Td (".join(_HYPHENATED.split("\n"))
_EMPTY = "<< /Length 1 >>\nstream\nx\nendstream"

DISGUISED: tuple[Seed, ...] = (
    ("Cyrillic look-alikes", PAGE, LeakKind.RESPONSE, on_page(f"<p>{_with('aeoc', 'аеос')}</p>")),  # noqa: RUF001 - look-alikes
    ("Greek look-alikes", PAGE, LeakKind.RESPONSE, on_page(f"<p>{_with('aeov', 'αεον')}</p>")),
    (
        "signs of no width",
        PAGE,
        LeakKind.RESPONSE,
        on_page(f"<p>{chr(0x200B).join(RESPONSE)}</p>"),
    ),
    (
        "a Cyrillic answer in Latin letters that look the same",
        PAGE,
        LeakKind.RESPONSE,
        on_page(f"<p>{CYRILLIC.translate(str.maketrans('аео', 'aeo'))}</p>"),  # noqa: RUF001 - look-alikes
    ),
    ("a line break after two words", PAGE, LeakKind.RESPONSE, on_page("<br>".join(_by(2)))),
    (
        "a paragraph for every four words",
        PAGE,
        LeakKind.RESPONSE,
        on_page("".join(f"<p>{piece}</p>" for piece in _by(4))),
    ),
    (
        "a cell for every word",
        PAGE,
        LeakKind.RESPONSE,
        on_page(f"<table><tr>{''.join(f'<td>{piece}</td>' for piece in _by(1))}</tr></table>"),
    ),
    ("hyphens at the ends of lines", PAGE, LeakKind.RESPONSE, on_page(f"<p>{_HYPHENATED}</p>")),
    (
        "a space after every letter",
        PAGE,
        LeakKind.RESPONSE,
        on_page(f"<p>{' '.join(RESPONSE)}</p>"),
    ),
    ("no spaces", PAGE, LeakKind.RESPONSE, on_page(f"<p>{RESPONSE.replace(' ', '')}</p>")),
    ("words that run backwards", PAGE, LeakKind.HIDDEN, on_page(f"<p>\u202e{RESPONSE[::-1]}</p>")),
    ("a need's number with spaces", PAGE, LeakKind.NUMBER, on_page("<p>RS – CT – 05</p>")),
    ("a budget in words", PAGE, LeakKind.BUDGET, on_page("<p>EUR 1.25 million</p>")),
    ("an address in words", PAGE, LeakKind.ADDRESS, on_page("<p>ana at justice dot example</p>")),
    ("the title of a drawing", PAGE, LeakKind.NEED, on_page(f"<svg><title>{NEED}</title></svg>")),
    ("what a drawing is about", PAGE, LeakKind.NEED, on_page(f"<svg><desc>{NEED}</desc></svg>")),
    ("data in a drawing", PAGE, LeakKind.HIDDEN, on_page("<svg><metadata>7</metadata></svg>")),
    (
        "an address of a page in the site map",
        "sitemap.xml",
        LeakKind.NEED,
        lambda: edited(
            "sitemap.xml",
            "</loc>",
            f"</loc><loc>https://a.example/{NEED.replace(' ', '%20')}</loc>",
        ),
    ),
    (
        "a rule that hides",
        "style.css",
        LeakKind.HIDDEN,
        put("style.css", b".later { display: none }"),
    ),
    ("letters nearly white", WORD, LeakKind.HIDDEN, in_body(run_of('<w:color w:val="FDFDFD"/>'))),
    (
        "letters in the colour of their ground",
        WORD,
        LeakKind.HIDDEN,
        in_body(run_of('<w:color w:val="1F4E79"/><w:shd w:fill="1F4E79"/>')),
    ),
    (
        "white letters before letters on a ground",
        WORD,
        LeakKind.HIDDEN,
        in_body(run_of('<w:color w:val="FFFFFF"/>') + run_of('<w:shd w:fill="1F4E79"/>')),
    ),
    ("letters as narrow as lines", WORD, LeakKind.HIDDEN, in_body(run_of('<w:w w:val="1"/>'))),
    ("a field in pieces", WORD, LeakKind.AUTHOR, in_body(_field("AUTHOR"))),
    ("a field that asks", WORD, LeakKind.ACTIVE, in_body(_field('INCLUDEPICTURE "a.png"'))),
    (
        "a run for every three letters",
        WORD,
        LeakKind.RESPONSE,
        in_body(_runs([RESPONSE[at : at + 3] for at in range(0, len(RESPONSE), 3)])),
    ),
    (
        "a paragraph of Word for every four words",
        WORD,
        LeakKind.RESPONSE,
        in_body("</w:p><w:p>".join(_runs([piece]) for piece in _by(4))),
    ),
    (
        "a header of no section",
        WORD,
        LeakKind.RESPONSE,
        beside("word/header9.xml", f"<w:hdr {W}><w:p>{_runs([RESPONSE])}</w:p></w:hdr>"),
    ),
    (
        "the name of a bookmark",
        WORD,
        LeakKind.NEED,
        in_body(f'<w:bookmarkStart w:id="7" w:name="{NEED.replace(" ", "_")}"/>'),
    ),
    ("its identifier", WORD, LeakKind.PROPERTY, in_core("<cp:identifier>7</cp:identifier>")),
    (
        "a remark between the scans of a photograph",
        PHOTO,
        LeakKind.REMARK,
        put(PHOTO, jpeg()[:-2] + b"\xff\xfe\0\5Ana\xff\xda\0\2\x12\xff\xd9"),
    ),
    ("hyphens in a PDF", PDF, LeakKind.RESPONSE, put(PDF, pdf(words=_IN_PDF))),
    (
        "the words for a figure of a PDF",
        PDF,
        LeakKind.NEED,
        put(PDF, pdf(root="/StructTreeRoot 7 0 R", more=(f"<< /K << /Alt ({NEED}) >> >>",))),
    ),
    (
        "a bookmark of a PDF",
        PDF,
        LeakKind.NEED,
        put(PDF, pdf(root="/Outlines 7 0 R", more=(f"<< /First << /Title ({NEED}) >> >>",))),
    ),
    ("an object no page refers to", PDF, LeakKind.REVISION, put(PDF, pdf(more=(_EMPTY,)))),
    (
        "data about a part of a PDF",
        PDF,
        LeakKind.PROPERTY,
        put(PDF, pdf(page="/Group << /Metadata 7 0 R >>", more=(_EMPTY,))),
    ),
    (
        "a file beside a page",
        PDF,
        LeakKind.ATTACHMENT,
        put(PDF, pdf(page="/AF [7 0 R]", more=("<< /Type /Filespec /F (a.doc) >>",))),
    ),
    (
        "a photograph in a PDF",
        PDF,
        LeakKind.EXIF,
        put(
            PDF,
            pdf(
                page="/Group << /Photo 7 0 R >>",
                more=(
                    "<< /Subtype /Image /Filter /DCTDecode /Length 41 >>\nstream\n"
                    f"{jpeg((0xE1, b'Exif00GPS')).decode('latin-1')}\nendstream",
                ),
            ),
        ),
    ),
    (
        "a remark between the objects",
        PDF,
        LeakKind.REMARK,
        put(PDF, pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n% ask Ana\n")),
    ),
)
