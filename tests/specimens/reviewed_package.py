"""A .docx put together from its parts, the way each office program names and ties them."""

from collections.abc import Mapping

from tasks.edges.archive import pack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14 w15"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LATER = "http://schemas.microsoft.com/office/2011/relationships/"
_TYPES = "application/vnd.openxmlformats-officedocument."
_ROOTS = {
    "officeDocument": "document",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "styles": "styles",
    "settings": "settings",
    "commentsExtended": "commentsEx",
}
_CONTENT = {
    "officeDocument": f"{_TYPES}wordprocessingml.document.main+xml",
    "custom-properties": f"{_TYPES}custom-properties+xml",
    "commentsExtended": f"{_TYPES}wordprocessingml.commentsExtended+xml",
}

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'
    for id_, name, more in (
        ("Normal", "Normal", ""),
        ("Heading1", "heading 1", '<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>'),
        ("Heading2", "heading 2", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'),
        ("TOC1", "toc 1", ""),
    )
)


def root(kind: str, inside: str) -> str:
    """The XML of one part around its content."""
    prefix = "w15" if kind == "commentsExtended" else "w"
    name = f"{prefix}:{_ROOTS[kind]}"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}\n<{name} {SPACES}>{inside}</{name}>"


def properties(pairs: Mapping[str, str]) -> str:
    """The custom properties of a file."""
    inside = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(pairs.items(), start=2)
    )
    return (
        f'<Properties xmlns="{_TYPES_OF_PROPERTIES}" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{inside}</Properties>"
    )


_TYPES_OF_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def package(
    parts: Mapping[str, tuple[str, str]], identity: Mapping[str, str] | None = None
) -> bytes:
    """Pack parts, given as name and (kind, content), with the relations between them.

    The first part is the document; names are full, as "word/document.xml". A relation's id is its
    kind, so that the document can name its header.
    """
    main = next(iter(parts))
    folder, name = main.rsplit("/", 1)
    whole = {part: (kind, root(kind, inside)) for part, (kind, inside) in parts.items()}
    top = [("officeDocument", main)]
    if identity is not None:
        whole["docProps/custom.xml"] = ("custom-properties", properties(identity))
        top.append(("custom-properties", "docProps/custom.xml"))
    around = [(kind, part) for part, (kind, _) in parts.items() if part != main]
    files = {
        "[Content_Types].xml": _content_types(whole),
        "_rels/.rels": _relations(top),
        f"{folder}/_rels/{name}.rels": _relations(around),
        **{part: content for part, (_, content) in whole.items()},
    }
    return pack({part: content.encode() for part, content in files.items()})


def _relations(related: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{kind}" Target="/{part}" '
        f'Type="{_LATER if kind == "commentsExtended" else _KINDS}{kind}"/>'
        for kind, part in related
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def _content_types(parts: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Override PartName="/{part}" '
        f'ContentType="{_CONTENT.get(kind, f"{_TYPES}wordprocessingml.{kind}+xml")}"/>'
        for part, (kind, _) in parts.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{space}"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )
