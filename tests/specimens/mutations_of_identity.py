"""The identity missing in one, two or three places, disagreeing, of another cycle or member."""

import re

from openpyxl.packaging.custom import StringProperty

from tests.specimens.mutations import Claim, Paper, Parts, by_hand, in_the_file

OURS = "2025-WBCTi-XK-response"
OTHER_MEMBER, OTHER_CYCLE = "2025-WBCTi-AL-response", "2024-WBCTi-XK-response"
NAMED = "IISG request reference"


def _claim(prop: str, hidden: str, visible: str, held: str = "") -> Claim:
    places = {"property": prop, "hidden sheet": hidden, "visible cell": visible}
    return Claim(identities=places, held=held)


def _property(paper: Paper, value: str) -> None:
    del paper.book.custom_doc_props[NAMED]
    if value:
        paper.book.custom_doc_props.append(StringProperty(name=NAMED, value=value))


def _everywhere(paper: Paper, reference: str) -> None:
    _property(paper, reference)
    paper.fact("reference").value = reference
    paper.reference().value = reference


@by_hand(_claim("", OURS, OURS))
def the_property_gone(paper: Paper) -> None:
    _property(paper, "")


@by_hand(_claim(OURS, "", OURS))
def the_hidden_sheet_deleted(paper: Paper) -> None:
    paper.book.remove(paper.identity)


@by_hand(_claim(OURS, OURS, ""))
def the_visible_reference_cleared(paper: Paper) -> None:
    paper.reference().value = None


@by_hand(_claim(OURS, OURS, ""))
def the_first_sheet_deleted(paper: Paper) -> None:
    paper.book.remove(paper.keyed("iisg:start"))


@by_hand(_claim("", "", OURS))
def only_the_visible_reference_left(paper: Paper) -> None:
    _property(paper, "")
    paper.book.remove(paper.identity)


@by_hand(_claim("", OURS, ""))
def only_the_hidden_sheet_left(paper: Paper) -> None:
    _property(paper, "")
    paper.reference().value = None


@by_hand(_claim(OURS, "", ""))
def only_the_property_left(paper: Paper) -> None:
    paper.reference().value = None
    paper.book.remove(paper.identity)


@by_hand(_claim("", "", "", "no-identity"))
def no_identity_left(paper: Paper) -> None:
    _property(paper, "")
    paper.reference().value = None
    paper.book.remove(paper.identity)


@by_hand(_claim(OTHER_MEMBER, OURS, OURS, "identities-disagree"))
def the_property_of_another_member(paper: Paper) -> None:
    _property(paper, OTHER_MEMBER)


@by_hand(_claim(OURS, OTHER_MEMBER, OURS, "identities-disagree"))
def the_hidden_sheet_of_another_member(paper: Paper) -> None:
    paper.fact("reference").value = OTHER_MEMBER


@by_hand(_claim(OURS, OURS, OTHER_MEMBER, "identities-disagree"))
def the_visible_reference_of_another_member(paper: Paper) -> None:
    paper.reference().value = OTHER_MEMBER


@by_hand(_claim(OTHER_MEMBER, OTHER_CYCLE, OURS, "identities-disagree"))
def three_different_references(paper: Paper) -> None:
    _property(paper, OTHER_MEMBER)
    paper.fact("reference").value = OTHER_CYCLE


@by_hand(_claim(OTHER_CYCLE, OTHER_CYCLE, OTHER_CYCLE, "other-request"))
def another_cycle(paper: Paper) -> None:
    _everywhere(paper, OTHER_CYCLE)


@by_hand(_claim(OTHER_MEMBER, OTHER_MEMBER, OTHER_MEMBER, "other-request"))
def another_member(paper: Paper) -> None:
    _everywhere(paper, OTHER_MEMBER)


@by_hand(_claim(*["2025-WBCTi-ZZ-response"] * 3, "other-request"))
def an_unknown_reference(paper: Paper) -> None:
    _everywhere(paper, "2025-WBCTi-ZZ-response")


@by_hand(_claim(OURS, "", OTHER_MEMBER, "identities-disagree"))
def one_place_missing_and_two_disagreeing(paper: Paper) -> None:
    paper.book.remove(paper.identity)
    paper.reference().value = OTHER_MEMBER


@by_hand(Claim(held="other-template"))
def an_older_template(paper: Paper) -> None:
    paper.fact("template").value = "response-0"


@by_hand(Claim(held="needs-of-others", answers=False, kept=("Донесен закон",)))
def the_lines_of_another_member_pasted_in(paper: Paper) -> None:
    sheet, row = paper.row("n-0001#1")
    sheet.cell(row, 1).value = "n-0101#1"


@by_hand()
def the_hidden_sheet_renamed(paper: Paper) -> None:
    paper.identity.title = "Tabelle9"


@by_hand()
def the_label_of_the_reference_retyped(paper: Paper) -> None:
    cell = paper.reference()
    cell.parent.cell(cell.row, cell.column - 1).value = "Broj zahtjeva"


@by_hand()
def blanks_around_the_reference(paper: Paper) -> None:
    paper.fact("reference").value = f" {OURS}\u00a0"
    paper.reference().value = f"{OURS} "


@by_hand(Claim(unplaced=(("Identity", "", "what is this sheet?"),)))
def a_note_on_the_hidden_sheet(paper: Paper) -> None:
    paper.identity["G40"].value = "what is this sheet?"


@in_the_file(_claim("", OURS, OURS))
def all_document_properties_gone(parts: Parts) -> None:
    for name in [name for name in parts if name.startswith("docProps/")]:
        del parts[name]
    for name in ("_rels/.rels", "[Content_Types].xml"):
        without = rb'<(?:Relationship|Override)[^>]*?"/?docProps/[^>]*?>'
        parts[name] = re.sub(without, b"", parts[name])


@in_the_file()
def properties_of_another_office_added(parts: Parts) -> None:
    more = (
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="Sensitivity">'
        b"<vt:lpwstr>Public</vt:lpwstr></property>"
    )
    old = parts["docProps/custom.xml"]
    prefix = re.search(rb'xmlns:?(\w*)="[^"]*docPropsVTypes"', old)
    if prefix is not None and prefix[1] != b"vt":
        more = more.replace(b"vt:", prefix[1] + b":" if prefix[1] else b"")
    parts["docProps/custom.xml"] = old.replace(b"</Properties>", more + b"</Properties>")


@by_hand(_claim("", OURS, OURS))
def the_property_empty(paper: Paper) -> None:
    _property(paper, "")
    paper.book.custom_doc_props.append(StringProperty(name=NAMED, value=" "))
