"""How the parts of a workbook lean on each other, and its styles: where Excel would give up."""

import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.edges.spreadsheet_order import MAIN, all_of

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LIST = "[Content_Types].xml"
_OF_LOOKS = {"fontId": "fonts/font", "fillId": "fills/fill", "borderId": "borders/border"}


def in_the_package(roots: dict[str, Element]) -> Iterator[str]:
    """Say which part has no kind, and which is named in vain."""
    types = roots[_LIST]
    by_end = {e.get("Extension", "") for e in types.iter(f"{_TYPES}Default")} - {"xml"}
    named = [e.get("PartName", "").removeprefix("/") for e in types.iter(f"{_TYPES}Override")]
    for name in named:
        if name not in roots or named.count(name) > 1:
            yield f"the list of content types names {name} in vain or twice"
    for name in roots.keys() - {_LIST, *named}:
        if name.rpartition(".")[2] not in by_end:
            yield f"{name} has no content type"
    for name, root in roots.items():
        if name.endswith(".rels"):
            yield from (f"{name} {why}" for why in _led_astray(name, root, roots))


def _led_astray(name: str, root: Element, roots: dict[str, Element]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    if len({each.get("Id", "") for each in root}) < len(root):
        yield "gives one id twice"
    for each in root:
        if each.get("TargetMode") == "External":
            yield "leads outside"
        elif _target(folder, each) not in roots:
            yield f"leads to {each.get('Target')}, which there is not"


def _target(folder: str, relation: Element) -> str:
    target = relation.get("Target", "")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))


def related(part: str, roots: dict[str, Element]) -> dict[str, str]:
    """Give the parts a part leads to, by the ids it uses."""
    folder, name = posixpath.split(part)
    relations = roots.get(f"{folder}/_rels/{name}.rels", ())
    return {each.get("Id", ""): _target(folder, each) for each in relations}


def in_the_styles(root: Element) -> Iterator[str]:
    """Say which look leans on a font, a fill, a border or a style there is not."""
    for listed in root:
        if listed.get("count") not in (None, str(len(listed))):
            yield f"styles: {listed.tag.removeprefix(MAIN)} counts {listed.get('count')}"
    roots = len(all_of(root, "cellStyleXfs/xf"))
    for look in (*all_of(root, "cellStyleXfs/xf"), *all_of(root, "cellXfs/xf")):
        yield from (f"styles: {why}" for why in _look(look, root, roots))
    styles = all_of(root, "cellStyles/cellStyle")
    if any(int(each.get("xfId", "0")) >= roots for each in styles):
        yield "styles: a named style leads nowhere"
    titles = [each.get("name", "") for each in styles]
    if len({title.casefold() for title in titles}) < len(titles) or max(map(len, titles)) > 255:
        yield f"styles: two of one name, or a long one, among {titles}"
    first = [e.get("patternType", "none") for e in all_of(root, "fills/fill/patternFill")[:2]]
    if first != ["none", "gray125"]:
        yield f"styles: the first fills are {first}, which Excel takes for its own"
    for colour in root.iter():
        if not re.fullmatch("[0-9A-Fa-f]{8}", colour.get("rgb", "00000000")):
            yield f"styles: the colour {colour.get('rgb')}"


def _look(look: Element, root: Element, roots: int) -> Iterator[str]:
    for attribute, where in _OF_LOOKS.items():
        if int(look.get(attribute, "0")) >= len(all_of(root, where)):
            yield f"{attribute} {look.get(attribute)}"
    named = {each.get("numFmtId") for each in all_of(root, "numFmts/numFmt")}
    number = look.get("numFmtId", "0")
    if int(number) >= 164 and number not in named:
        yield f"the number format {number}"
    if int(look.get("xfId", "0")) >= roots:
        yield f"xfId {look.get('xfId')}"
