"""PDFs with annotations, written object by object so that they can hold anything."""

from collections.abc import Sequence


def pdf(objects: Sequence[str], tail: str = "") -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    content = b"%PDF-1.7\n"
    places: list[int] = []
    for number, inside in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{inside}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(content)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {tail} >>\nstartxref\n{start}\n%%EOF"
    )
    return content + (head + trailer).encode("latin-1")


LINES = ("Six partners took part.", "Serbia set up a joint unit.", "Numbers are recomputed.")


def page_of(annotations: Sequence[str], listed: str = "") -> bytes:
    """One page with three lines of text at heights 700, 680 and 660, and annotations from 6 on."""
    shown = " ".join(
        f"BT /F1 12 Tf 1 0 0 1 72 {700 - 20 * number} Tm ({line}) Tj ET"
        for number, line in enumerate(LINES)
    )
    numbers = listed or " ".join(f"{number} 0 R" for number in range(6, 6 + len(annotations)))
    return pdf(
        (
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            f"/Resources << /Font << /F1 5 0 R >> >> /Annots [{numbers}] >>",
            f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *annotations,
        )
    )


def note(subtype: str, text: str = "", more: str = "", author: str = "Ana") -> str:
    """An annotation on the second line of the page."""
    return (
        f"<< /Type /Annot /Subtype /{subtype} /Rect [72 676 300 692] /T ({author}) "
        f"/M (D:20250301103000+01'00') /Contents ({text}) {more} >>"
    )


SECOND_LINE = "/QuadPoints [72 692 240 692 72 677 240 677]"
