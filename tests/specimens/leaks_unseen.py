"""Leaks nobody sees: words a PDF draws in vain, and words of the store packed as code.

What the hidden words of a PDF say is no matter: these say nothing of the store.
"""

from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote

from data.vocabulary.leaks import LeakKind
from tests.specimens.leaks import NEED, PAGE, PDF, RESPONSE, WORD, edited, pdf
from tests.specimens.leaks_seeded import Seed, in_body, on_page, put

_CORDIAL = "(The meeting was cordial.) Tj"
_IN_COLOUR = "/ColorSpace << /C1 [/ICCBased 7 0 R] >>"
_PROFILE = "<< /N 3 /Length 1 >>\nstream\nx\nendstream"


def drawn(before: str, more: tuple[str, ...] = (), resources: str = "", page: str = "") -> bytes:
    """The page with its line, and after it a line that is drawn in a way of its own."""
    words = f"Six partners replied.) Tj ET q {before} Q BT 72 500 Td (Three did not."
    return pdf(words=words, more=more, resources=resources, page=page)


def line(before: str, at: str = "72 600 Td", size: str = "12") -> str:
    """One more line of harmless words."""
    return f"{before} BT /F1 {size} Tf {at} {_CORDIAL} ET"


def form(inside: str, more: str = "") -> str:
    """A drawing used in a page, as an object."""
    return (
        f"<< /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> {more} "
        f"/Length {len(inside)} >>\nstream\n{inside}\nendstream"
    )


_USED = "/XObject << /X1 7 0 R >>"
_FAINT = "/ExtGState << /G1 << /ca 0.02 >> >>"
_COVERED = "1 1 0.95 rg 60 590 300 40 re f"


def _code(words: str) -> str:
    return b64encode(words.encode()).decode()


def _twice(words: str) -> str:
    return quote(quote(words))


UNSEEN: tuple[Seed, ...] = (
    ("letters without ink", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("3 Tr")))),
    ("letters that only cut", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("7.0 Tr")))),
    (
        "letters without ink in a drawing",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn("/X1 Do", (form(line("3 Tr")),), _USED)),
    ),
    (
        "letters without ink among others",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, pdf(words="We met.) Tj 3 Tr (The meeting was cordial.) Tj 0 Tr (It ended.")),
    ),
    ("white letters of a PDF", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("1 1 1 rg")))),
    ("grey letters nearly white", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("0.97 g")))),
    ("letters of four inks, none", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("0 0 .05 0 k")))),
    (
        "white letters of a profile",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line("/C1 cs 1 1 1 sc"), (_PROFILE,), _IN_COLOUR)),
    ),
    (
        "white letters on a pale ground",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line(f"{_COVERED} 1 g"))),
    ),
    (
        "white letters beside a dark ground",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line("0.1 g 60 690 300 40 re f 1 g"))),
    ),
    (
        "white letters in a drawing that is moved off its ground",
        PDF,
        LeakKind.HIDDEN,
        put(
            PDF,
            drawn(
                "0 g 60 590 300 40 re f /X1 Do",
                (form(line("1 g"), "/Matrix [1 0 0 1 0 -300]"),),
                _USED,
            ),
        ),
    ),
    (
        "letters one sees through",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line("/G1 gs"), resources=_FAINT)),
    ),
    (
        "letters of half a point in a PDF",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line("", size="0.5"))),
    ),
    (
        "letters made small with their page",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line(".02 0 0 .02 90 90 cm"))),
    ),
    (
        "letters as narrow as lines in a PDF",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line("", at=".01 0 0 1 72 600 Tm"))),
    ),
    ("words above the page", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("", at="72 900 Td")))),
    ("words right of the page", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("", at="1900 600 Td")))),
    ("words raised off the page", PDF, LeakKind.HIDDEN, put(PDF, drawn(line("5000 Ts")))),
    (
        "words on what is cut off",
        PDF,
        LeakKind.HIDDEN,
        put(PDF, drawn(line("", at="72 90 Td"), page="/CropBox [0 400 595 842]")),
    ),
    (
        "a response as code in data for a program",
        PAGE,
        LeakKind.RESPONSE,
        on_page(f'<p title="{_code(RESPONSE)}">7</p>'),
    ),
    (
        "a need as code of addresses",
        PAGE,
        LeakKind.NEED,
        on_page(f'<a href="?q={urlsafe_b64encode(NEED.encode()).decode().rstrip("=")}">7</a>'),
    ),
    (
        "a need as code of code",
        PAGE,
        LeakKind.NEED,
        on_page(f'<p class="{_code(_code(NEED))}">7</p>'),
    ),
    ("a need escaped twice", PAGE, LeakKind.NEED, on_page(f'<a href="?q={_twice(NEED)}">7</a>')),
    (
        "a need as code in an escaped address",
        PAGE,
        LeakKind.NEED,
        on_page(f'<a href="?q={quote(_code(NEED), safe="")}">7</a>'),
    ),
    (
        "a need as code in lines",
        PAGE,
        LeakKind.NEED,
        on_page(f'<p lang="{_code(NEED)[:40]}\n  {_code(NEED)[40:]}">7</p>'),
    ),
    (
        "an address as code",
        PAGE,
        LeakKind.ADDRESS,
        on_page(f'<p id="{_code("ana.novak@justice.example")}">7</p>'),
    ),
    (
        "a response as code in a drawing",
        PAGE,
        LeakKind.RESPONSE,
        on_page(f'<svg aria-label="{_code(RESPONSE)}"></svg>'),
    ),
    (
        "a need as code in the feed",
        "feed.xml",
        LeakKind.NEED,
        lambda: edited("feed.xml", "<language>", f'<x y="{_code(NEED)}"/><language>'),
    ),
    (
        "a response as code in a Word file",
        WORD,
        LeakKind.RESPONSE,
        in_body(f'<w:bookmarkStart w:id="7" w:name="{_code(RESPONSE)}"/>'),
    ),
)

HONEST: tuple[tuple[str, bytes], ...] = (
    ("white letters on a dark ground", drawn(line("0.1 g 60 590 300 40 re f 1 g"))),
    ("on a drawn ground", drawn(line("0 g 60 590 m 360 590 l 360 640 l 60 640 l h f* 1 g"))),
    ("on a shade", drawn(line("/S1 sh 1 g"))),
    ("on a broad line", drawn(line("30 w 60 604 m 400 604 l S 1 g"))),
    (
        "on the ground of the drawing around them",
        drawn(
            "0 g 60 290 300 40 re f /X1 Do", (form(line("1 g"), "/Matrix [1 0 0 1 0 -300]"),), _USED
        ),
    ),
    (
        "on a picture",
        drawn(line("q 400 0 0 400 60 400 cm /X1 Do Q 1 g"), ("<< /Subtype /Image >>",), _USED),
    ),
    ("white letters with a dark edge", drawn(line("2 Tr 0 G 1 g"))),
    ("blanks without ink", drawn("3 Tr BT /F1 12 Tf 72 600 Td (   ) Tj ET")),
    ("a blank without ink between words", pdf(words="We met.) Tj 3 Tr ( ) Tj 0 Tr (It ended.")),
    ("a way of inking without words", drawn("3 Tr")),
    ("white put back before letters", drawn(line("q 1 g Q"))),
    (
        "letters small for a font and large for the page",
        drawn(line("12 0 0 12 72 600 cm", "0 0 Td", "1")),
    ),
    ("letters turned upwards", drawn(line("", at="0 1 -1 0 300 100 Tm"))),
    ("colours of another kind", drawn(line("/Spot cs 1 scn"))),
)
