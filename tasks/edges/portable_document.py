"""A report or summary as PDF, made from its Word file by LibreOffice, cleaned of all but its pages.

The PDF is derived: its absence stops nothing, and its own hash is kept with the release.
"""

import io
import logging
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject

log = logging.getLogger(__name__)

_SECONDS = 180  # thirty times what a summary takes
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_BESIDE_THE_PAGES = ("/Metadata", "/OpenAction", "/Names", "/AF", "/PieceInfo")

# A list of contents or of tables as our drafts write it. Inside it LibreOffice shows the pages that
# were known when it was last brought up to date, which is never; outside it counts them.
_LISTED = re.compile(
    rb'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC '
    rb'[^<]*</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    rb'(.*?</w:hyperlink>)<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    re.DOTALL,
)
_BODY = "word/document.xml"

_COPY = re.compile(rb"/ID\s*\[[^\]]*\]")  # made anew from the moment of the conversion


def pdf_of(docx: bytes, title: str) -> bytes:
    """Turn a Word file into a PDF that names nobody and no moment.

    Args:
        docx: The bytes of the approved file.
        title: The one property the PDF bears, for those who hear it read.

    Returns:
        The PDF, the same bytes for the same file and the same LibreOffice; nothing where
        LibreOffice is not installed or could not do it.
    """
    program = shutil.which("soffice")
    if program is None:
        log.info("No PDF of the summary is made: LibreOffice is not installed.")
        return b""
    try:
        with TemporaryDirectory() as folder:
            return _cleaned(_converted(program, Path(folder), docx), title)
    except (OSError, subprocess.SubprocessError, zipfile.BadZipFile, PyPdfError) as error:
        log.warning("No PDF of the summary is made: LibreOffice failed (%s).", type(error).__name__)
        return b""


def _converted(program: str, folder: Path, docx: bytes) -> bytes:
    taken = folder / "summary.docx"
    taken.write_bytes(_with_pages_counted(docx))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(  # noqa: S603 – the program found on the path, on a file of ours
        [program, "--headless", profile, "--convert-to", _TAGGED, "--outdir", folder, taken],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return taken.with_suffix(".pdf").read_bytes()


def _with_pages_counted(docx: bytes) -> bytes:
    """The file for LibreOffice alone: each entry of a list of contents tells its page by itself."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as whole, zipfile.ZipFile(written, "w") as copy:
        for part in whole.infolist():
            content = whole.read(part)
            if part.filename == _BODY:
                content = _LISTED.sub(rb"\1</w:p>", content)
            copy.writestr(part, content)
    return written.getvalue()


def _cleaned(content: bytes, title: str) -> bytes:
    """Only the pages stay, and the title: no maker, no moment, no identity of the copy."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.metadata = {"/Title": title}
    for name in _BESIDE_THE_PAGES:
        writer.root_object.pop(NameObject(name), None)
    written = io.BytesIO()
    writer.write(written)
    pages, trailer = written.getvalue().rsplit(b"trailer", 1)
    # As many spaces, so that every place the file names stays where it is.
    return pages + b"trailer" + _COPY.sub(lambda named: b" " * len(named.group()), trailer)
