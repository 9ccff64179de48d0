"""What the gate hands on: the decision, and what the leak check has looked into."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.vocabulary.board import Decision


@dataclass(frozen=True, slots=True)
class Clearance:
    """Leave for one report and its summary to go out, as it was given before anything was written.

    `checked` names each public file the leak check found clean, with its SHA-256; `pdf` is the PDF
    made from the summary, `report_pdf` the one from the report: empty where none is made or one is
    released already.
    """

    decision: Decision
    checked: Mapping[str, str]
    pdf: bytes = b""
    report_pdf: bytes = b""
