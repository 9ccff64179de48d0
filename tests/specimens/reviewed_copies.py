"""One draft as it was sent, and the same draft as Word and a Google-like writer send it back."""

from tests.specimens.reviewed_package import STYLES, package

IDENTITY = {"cycle": "2025", "pillar": "WBCTi", "draft": "consultation draft 1"}
_ANA = 'w:author="Ana Hoxha" w:date="2025-03-01T10:00:00Z"'
_BOJAN = 'w:author="Bojan Petrović" w:date="2025-03-02T09:30:00Z"'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def put_in(text: str, who: str = _ANA, id_: int = 900) -> str:
    return f'<w:ins w:id="{id_}" {who}>{run(text)}</w:ins>'


def taken_out(text: str, who: str = _ANA, id_: int = 901) -> str:
    return (
        f'<w:del w:id="{id_}" {who}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
        "</w:del>"
    )


def paragraph(inside: str, style: str = "Normal", anchor: str = "", mark: str = "") -> str:
    """A paragraph; `mark` is a tracked change of its end."""
    end = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    named = f'<w:bookmarkStart w:id="{abs(hash_of(anchor))}" w:name="{anchor}"/>' if anchor else ""
    closed = f'<w:bookmarkEnd w:id="{abs(hash_of(anchor))}"/>' if anchor else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{end}</w:pPr>{named}{inside}{closed}</w:p>'


def hash_of(anchor: str) -> int:
    """A number for a bookmark, the same in every process."""
    return sum(ord(sign) * 31**place for place, sign in enumerate(anchor[:12])) % 1_000_003


def row(cells: tuple[str, ...], properties: str = "") -> str:
    inside = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>"


def said(id_: int, text: str, who: str = _ANA, paragraph_id: str = "") -> str:
    """A comment of one paragraph for each line of its text."""
    lines = "".join(
        f'<w:p w14:paraId="{paragraph_id}{number}">{run(line)}</w:p>'
        for number, line in enumerate(text.split("\n"))
    )
    return f'<w:comment w:id="{id_}" w:initials="X" {who}>{lines}</w:comment>'


def begins(id_: int) -> str:
    return f'<w:commentRangeStart w:id="{id_}"/>'


def ends(id_: int) -> str:
    return f'<w:commentRangeEnd w:id="{id_}"/><w:r><w:commentReference w:id="{id_}"/></w:r>'


def contents(page: str) -> str:
    """A list of contents of one line, as the program computes it."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-2" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(f'Introduction {page}')}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def box(inside: str, fallback: str = "") -> str:
    """A text box as Word writes it: twice, once for programs that know it only of old."""
    shape = f"<w:txbxContent>{inside}</w:txbxContent>"
    old = f"<w:txbxContent>{fallback or inside}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{shape}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{old}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


INTRODUCTION = "Six partners took part in the exercise and five of them replied in time."
FIRST = "Albania reported a protocol on the exchange of ballistic data in 2024."
SECOND = "Serbia set up a joint unit and trained its officers in three rounds."
THIRD = "Montenegro plans an agreement for the second quarter of 2026."
BOXED = "Partners are listed alphabetically."
NOTED = "As communicated by the contact of the partner."
BELOW = "Numbers are recomputed from the replies."


def document(
    body: str,
    comments: str = "",
    threads: str = "",
    header: str = "IISG members only",
    footnote: str = NOTED,
    identity: dict[str, str] | None = IDENTITY,
    names: dict[str, str] | None = None,
) -> bytes:
    """A draft with a header, a footnote and, where there are some, comments."""
    inside = footnote if "<" in footnote else run(footnote)
    note = f'<w:footnote w:id="1"><w:p>{inside}</w:p></w:footnote>'
    called = names or {}
    parts = {
        called.get("document", "word/document.xml"): ("officeDocument", f"<w:body>{body}</w:body>"),
        "word/styles.xml": ("styles", STYLES),
        called.get("header", "word/header1.xml"): (
            "header",
            f"<w:p>{run(header) if '<' not in header else header}</w:p>",
        ),
        called.get("footnotes", "word/footnotes.xml"): (
            "footnotes",
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
            f"</w:footnote>{note}",
        ),
    }
    if comments:
        parts[called.get("comments", "word/comments.xml")] = ("comments", comments)
    if threads:
        parts["word/commentsExtended.xml"] = ("commentsExtended", threads)
    return package(parts, identity)


def body(**changed: str) -> str:
    """The draft's body, with some of its places said otherwise."""
    said_here = {
        "contents": contents("…"),
        "introduction": run(INTRODUCTION),
        "first": run(FIRST),
        "second": run(SECOND),
        "third": run(THIRD),
        "between": "",
        "row": "",
        "boxed": box(f"<w:p>{run(BOXED)}</w:p>"),
        "below": run(BELOW),
    } | changed
    cell = paragraph
    return "".join(
        (
            said_here["contents"],
            paragraph(run("Introduction"), "Heading1", "_Toc00000001"),
            paragraph(said_here["introduction"] + said_here["boxed"], anchor="p_intro"),
            paragraph(run("Legal framework"), "Heading1", "_Toc00000002"),
            paragraph(run("Information exchange"), "Heading2", "_Toc00000003"),
            table(
                row((cell(run("No.")), cell(run("Response")))),
                row((cell(run("AL-CT-1"), anchor="r_AL_1"), cell(said_here["first"]))),
                row((cell(run("RS-CT-2"), anchor="r_RS_2"), cell(said_here["second"]))),
                said_here["row"],
                row((cell(run("ME-CT-3"), anchor="r_ME_3"), cell(said_here["third"]))),
            ),
            said_here["between"],
            paragraph(said_here["below"] + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
            '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>',
        )
    )


def sent() -> bytes:
    return document(body())


def split(text: str) -> str:
    """A text as Word saves it after some editing: in runs, with spelling marks and save ids."""
    half = len(text) // 2
    return (
        f'<w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">{text[:half]}</w:t></w:r>'
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="_Hlk187"/>'
        f'<w:r w:rsidRPr="00EF34AB"><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
        f'<w:t xml:space="preserve">{text[half:]}</w:t></w:r><w:bookmarkEnd w:id="7"/>'
        '<w:proofErr w:type="spellEnd"/>'
    )


def by_word() -> bytes:
    """What two people did to the draft in Word, with everything Word leaves behind."""
    start, _, rest = SECOND.partition("three")
    second = split(start) + taken_out("three") + put_in("fo") + put_in("ur") + run(rest)
    moved = 'w:id="950" w:name="move100"'
    inserted = f'<w:ins w:id="960" {_BOJAN}/>'
    third = (
        f'<w:moveFromRangeStart {moved} {_ANA}/><w:moveFrom w:id="951" {_ANA}>{run(THIRD)}'
        '</w:moveFrom><w:moveFromRangeEnd w:id="950"/>'
    )
    below = (
        split(BELOW)
        + '<w:moveToRangeStart w:id="952" w:name="move100" '
        + f'{_ANA}/><w:moveTo w:id="953" {_ANA}>{run(THIRD)}</w:moveTo>'
        + '<w:moveToRangeEnd w:id="952"/>'
        + f'<w:r><w:rPr><w:b/><w:rPrChange w:id="954" {_ANA}><w:rPr/></w:rPrChange></w:rPr></w:r>'
    )
    new_row = row(
        (
            paragraph(put_in("BA-CT-9", _BOJAN), mark=inserted),
            paragraph(put_in("Sarajevo adopted a by-law.", _BOJAN), mark=inserted),
        ),
        inserted,
    )
    comments = (
        said(0, "Please check\nthe number.", paragraph_id="10")
        + said(1, "It is five.", _BOJAN, paragraph_id="11")
        + said(2, "Which protocol?", paragraph_id="12")
    )
    threads = (
        '<w15:commentEx w15:paraId="101" w15:done="1"/>'
        '<w15:commentEx w15:paraId="110" w15:paraIdParent="101" w15:done="0"/>'
        '<w15:commentEx w15:paraId="120" w15:done="0"/>'
    )
    boxed = BOXED.split("alphabetically.")[0]
    return document(
        body(
            contents=contents("3"),
            introduction=f"{begins(0)}{begins(1)}{split(INTRODUCTION)}{ends(0)}{ends(1)}",
            first=f"{begins(2)}{run(FIRST)}",
            second=f"{second}{ends(2)}",
            third=third,
            row=new_row,
            between=paragraph(put_in("A new paragraph.", _BOJAN), mark=inserted),
            boxed=box(
                f"<w:p>{run(boxed)}{put_in('by name. ', _BOJAN)}{run('alphabetically.')}</w:p>"
            ),
            below=below,
        ),
        comments,
        threads,
        header=run("IISG members ") + taken_out("only"),
        footnote=run(NOTED) + put_in(" See the annex.", _BOJAN),
    )


def by_google() -> bytes:
    """The same kind of copy from a writer that names its parts otherwise and drops bookmarks."""
    nobody = 'w:author="Anonymous" w:date="2025-03-03T08:00:00Z"'
    text = body(
        first=f"{begins(0)}{run(FIRST)}{ends(0)}",
        second=run(SECOND) + put_in(" The unit has ten officers.", nobody),
        introduction=run(INTRODUCTION.replace("five", "six")),
        contents=contents("5"),
    )
    plain = text.replace('w:name="', 'w:name="_heading=h.')
    return document(
        plain,
        said(0, "Which protocol?", nobody),
        identity=None,
        names={"comments": "word/comments-7.xml", "header": "word/top.xml"},
    )
