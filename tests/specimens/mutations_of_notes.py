"""What people put on and over cells: notes, conversations, text boxes, pictures."""

from collections.abc import Iterator

from tests.specimens.mutations import MAIN, OFFICE, Claim, Parts, in_the_file, where

LEGAL = "1 Legal framework"


def _noted(parts: Parts) -> Iterator[str]:
    """Relate the sheet of the first answers to more parts; give its coordinates and its part."""
    _, part, coordinate = where("n-0001#1", "text")
    yield coordinate
    yield f"xl/worksheets/_rels/{part.rpartition('/')[2]}.rels"


def _relate(parts: Parts, *kinds: tuple[str, str]) -> str:
    coordinate, name = _noted(parts)
    entries = "".join(
        f'<Relationship Id="rIdN{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds)
    )
    schema = "http://schemas.openxmlformats.org/package/2006/relationships"
    old = parts.get(name, f'<Relationships xmlns="{schema}"></Relationships>'.encode())
    parts[name] = old.replace(b"</Relationships>", f"{entries}</Relationships>".encode())
    return coordinate


NOTE = "ask Ms Hoxha"


def _note(parts: Parts, text: str = NOTE) -> str:
    at = _relate(parts, (f"{OFFICE}/relationships/comments", "/xl/comments7.xml"))
    parts["xl/comments7.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>N.N.</author></authors><commentList>'
        f'<comment ref="{at}" authorId="0"><text><r><t>{text}</t></r></text></comment>'
        "</commentList></comments>"
    ).encode()
    return at


@in_the_file(Claim(unplaced=((LEGAL, "", NOTE),)))
def a_note_on_a_cell(parts: Parts) -> None:
    _note(parts)


@in_the_file(Claim(kept=(NOTE, "she says yes")))
def a_conversation_on_a_cell(parts: Parts) -> None:
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    at = _note(parts, f"[Threaded comment] Comment: {NOTE} Reply: she says yes")
    _relate(parts, (kind, "/xl/threadedComments/threadedComment1.xml"))
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    parts["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{space}">'
        f'<threadedComment ref="{at}" personId="{{1}}" id="{{A}}"><text>{NOTE}</text>'
        f'</threadedComment><threadedComment ref="{at}" personId="{{2}}" id="{{B}}" '
        'parentId="{A}"><text>she says yes</text></threadedComment></ThreadedComments>'
    ).encode()


def _drawing(parts: Parts, inside: str) -> None:
    _relate(parts, (f"{OFFICE}/relationships/drawing", "/xl/drawings/drawing1.xml"))
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    parts["xl/drawings/drawing1.xml"] = (
        f'<xdr:wsDr xmlns:xdr="{space}/spreadsheetDrawing" xmlns:a="{space}/main">'
        f"<xdr:twoCellAnchor>{inside}</xdr:twoCellAnchor></xdr:wsDr>"
    ).encode()


@in_the_file(Claim(code="pictures-not-read"))
def a_text_box(parts: Parts) -> None:
    _drawing(
        parts, "<xdr:sp><xdr:txBody><a:p><a:r><a:t>see us</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


@in_the_file(Claim(code="pictures-not-read"))
def a_picture(parts: Parts) -> None:
    _drawing(parts, "<xdr:pic/>")
    parts["xl/media/image1.png"] = b"\x89PNG\r\n" + bytes(5_000)
