"""The style ids both directions agree on; what they look like is decided in the templates."""

LETTER = "letter"
OF_LETTERS = {
    "closing": "Closing",
    "signature": "Signature",
    "enclosure": "Enclosure",
}
PARAGRAPHS = {
    "body": "BodyText",
    "lead": "Lead",
    "quote": "Quote",
    "note": "Note",
    "label": "Label",
    **OF_LETTERS,
}

TITLE = "Title"
SUBTITLE = "Subtitle"
FACT = "CoverFact"
MARKING = "CoverMarking"
DISCLAIMER = "Disclaimer"
DESIGNATION = "Designation"

HEADINGS = ("Heading1", "Heading2", "Heading3")
FIRST_BULLET = "ListBulletFirst"  # tells two lists that follow each other apart
NEXT_BULLET = "ListBullet"

TABLE_CAPTION = "TableCaption"
FIGURE = "Figure"
FIGURE_CAPTION = "FigureCaption"
TABLE = "ReportTable"
SECTION_END = "SectionEnd"  # a line nobody sees
# Words first, numbers second: the second stands to the right.
HEAD = ("TableHead", "TableHeadNumber")
CELL = ("TableText", "TableNumber")
CONTINUED_CELL = ("TableContinued", "TableNumberContinued")
# A reader knows a heat map by the style of its corner.
MATRIX_CORNER, MATRIX_HEAD, MATRIX_NAME, MATRIX_CELL = (
    "MatrixCorner",
    "MatrixHead",
    "MatrixName",
    "MatrixCell",
)
NARRATIVE = "Narrative"
PROMPT = "PlaceholderText"

# What the program adds to a document's own words, and a reader leaves out.
LABEL_RUNS = frozenset({"CaptionLabel", "Continued"})
VERSION_RUN = "FooterVersion"
FURNITURE = frozenset(
    {
        "CoverHouse",
        "CoverHouseName",
        "FrontTitle",
        "ContentsTitle",
        "TOC1",
        "TOC2",
        "TOC3",
        "TableofFigures",
        "TableEnd",
        SECTION_END,
    }
)
# LibreOffice names some styles anew when it saves a Word file.
RENAMED = {
    "TextBody": "BodyText",
    "TableTextContinued": "TableContinued",
    "Contents1": "TOC1",
    "Contents2": "TOC2",
    "Contents3": "TOC3",
    "Tableoffigures": "TableofFigures",
}
MARGINS = (
    "Header",
    "Footer",
    "FootnoteReference",
    "FootnoteText",
    "HeaderTitle",
    "HeaderMarking",
    "FooterPage",
    VERSION_RUN,
)


def every_style(kind: str) -> frozenset[str]:
    """Every style id the template of a kind must bring (its contract is tested against this)."""
    single = (
        TITLE,
        SUBTITLE,
        FACT,
        MARKING,
        DISCLAIMER,
        DESIGNATION,
        FIRST_BULLET,
        NEXT_BULLET,
        TABLE_CAPTION,
        FIGURE,
        FIGURE_CAPTION,
        TABLE,
        MATRIX_CORNER,
        MATRIX_HEAD,
        MATRIX_NAME,
        MATRIX_CELL,
        NARRATIVE,
        PROMPT,
    )
    pairs = (*HEAD, *CELL, *CONTINUED_CELL)
    every = frozenset(
        (*PARAGRAPHS.values(), *single, *HEADINGS, *pairs, *LABEL_RUNS, *FURNITURE, *MARGINS)
    )
    return every if kind == LETTER else every - frozenset(OF_LETTERS.values())
