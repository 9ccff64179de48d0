"""An honest public site, and what members alone may read: the ground leaks are seeded in."""

import hashlib
import struct
import zlib
from dataclasses import replace
from functools import cache

from data.vocabulary.leaks import LeakKind, MembersText
from tasks.edges.archive import pack, unpack
from tasks.edges.website import build_site
from tasks.edges.word import write_document
from tests.edges.two_published_years import ADDRESS, SUMMARIES, TEMPLATES
from tests.tables import rows

HOUSE = frozenset({"IISG Secretariat", "IISG Response Mapping"})

PAGE = "2025/WBCTi/index.html"
WORD = "2025/WBCTi/IISG 2025 WBCTi summary.docx"
PDF = "2025/WBCTi/IISG 2025 WBCTi summary.pdf"

NEED = "Align the criminal code with the EU acquis on terrorism offences"
RESPONSE = (
    "The laboratory received new licences and two workstations, and its backlog has fallen to "
    "three months."
)
CYRILLIC = "Участие во две заеднички акции и размена на искуства"
PROJECT = "Cargo scanners for Merdare and Hani i Elezit"
COMMENT = "The entry on RS-CT-05 should name the by-law that was adopted in the meantime."

IN_THE_STORE = f"""
| kind                                | text                  |
| words of a mapped need              | {NEED}                |
| words of a partner's response       | {RESPONSE}            |
| words of a partner's response       | {CYRILLIC}            |
| words of a project of another member | {PROJECT}            |
| words of a comment                  | {COMMENT}             |
| a contact                           | WBCTi contact point   |
| a contact                           | wbcti@al.example      |
| the number of a need                | RS-CT-05              |
| the number of a need                | N-2NFPCE4HP5          |
| a budget                            | 1250000               |
| a budget                            | not disclosed         |
| words of a partner's response       | ongoing               |
"""
SECRETS = [MembersText(LeakKind(row["kind"]), row["text"]) for row in rows(IN_THE_STORE)]


@cache
def honest_site() -> dict[str, bytes]:
    """The public site of one approved summary, Word file, PDF and pictures included."""
    approved = SUMMARIES[3]
    docx = write_document(TEMPLATES / "drafts", approved.document)
    summary = replace(approved, docx=docx, sha256=hashlib.sha256(docx).hexdigest())
    site = build_site(TEMPLATES, [summary], ADDRESS)
    site[PDF] = pdf()
    return site | {"2025/WBCTi/figure.png": png(), "2025/WBCTi/photo.jpg": jpeg()}


def with_part(part: str, content: bytes | str) -> dict[str, bytes]:
    """The honest site, its Word file with one part more or another one."""
    parts = unpack(honest_site()[WORD])
    parts[part] = content.encode() if isinstance(content, str) else content
    return honest_site() | {WORD: pack(parts)}


def edited_part(part: str, old: str, new: str) -> dict[str, bytes]:
    """The honest site, its Word file with words of one part replaced once."""
    held = unpack(honest_site()[WORD])[part].decode()
    assert old in held, (part, old)
    return with_part(part, held.replace(old, new, 1))


def edited(name: str, old: str, new: str) -> dict[str, bytes]:
    """The honest site, words of one text file replaced once."""
    held = honest_site()[name].decode()
    assert old in held, (name, old)
    return honest_site() | {name: held.replace(old, new, 1).encode()}


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of one dot, with more chunks before its end."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    every = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0\0")), *chunks, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind))
        for kind, content in every
    )


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """The frame of a photograph, with more segments in its head."""
    every = [(0xE0, b"JFIF\0\1\2\0\0\1\0\1\0\0"), *segments, (0xDA, b"\1\1\0\0\x3f\0")]
    head = b"".join(
        struct.pack(">BBH", 0xFF, kind, len(content) + 2) + content for kind, content in every
    )
    return b"\xff\xd8" + head + b"\x12\x34\xff\xd9"


def pdf(
    words: str = "Six partners replied.",
    info: str = "/Title (Summary)",
    root: str = "",
    page: str = "",
    mode: int = 0,
    more: tuple[str, ...] = (),
    resources: str = "",
) -> bytes:
    """One page with one line, written by hand so that each leak stands alone in it.

    Args:
        words: The line, or what else is drawn after it, between `) Tj ET` and `BT (`.
        info: Entries of the properties.
        root: More entries of the root.
        page: More entries of the page.
        mode: How the line is inked.
        more: Objects from number 7 on.
        resources: More entries of what the page draws with.
    """
    drawn = f"BT /F1 12 Tf {mode} Tr 72 700 Td ({words}) Tj ET"
    bodies = (
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} >>",
        *more,
    )
    written, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate(bodies, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(bodies) + 1
    return written + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    ).encode("latin-1")
