"""Charts read back from Word: the numbers from the chart part, the description from the page."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from data.errors.documents import DocumentUnreadable
from data.vocabulary.documents import Chart
from tasks.edges.word.names import WP, C, R
from tasks.edges.word.opening import Opened
from tasks.edges.word.words import anchor_of

_POINT_TEXT = f"{C}pt/{C}v"


def chart_of(opened: Opened, targets: Mapping[str, str], figure: Element, caption: str) -> Chart:
    """One chart; `targets` maps relation ids to part names."""
    properties = next(figure.iter(f"{WP}docPr"), None)
    reference = next(figure.iter(f"{C}chart"), None)
    part = None if reference is None else targets.get(reference.get(f"{R}id", ""))
    if properties is None or part is None:
        raise DocumentUnreadable(reason=f"the figure {caption!r} holds no chart")
    series = opened.xml(part).findall(f".//{C}ser")
    categories = _texts(series[0], "cat") if series else ()
    return Chart(
        caption,
        properties.get("descr", ""),
        categories,
        tuple(("".join(_texts(one, "tx")), _counts(one, caption)) for one in series),
        anchor_of(figure),
    )


def _texts(series: Element, place: str) -> tuple[str, ...]:
    cache = series.find(f"{C}{place}/{C}strRef/{C}strCache")
    return () if cache is None else tuple(v.text or "" for v in cache.findall(_POINT_TEXT))


def _counts(series: Element, caption: str) -> tuple[int, ...]:
    cache = series.find(f"{C}val/{C}numRef/{C}numCache")
    try:
        return () if cache is None else tuple(int(v.text or "") for v in cache.findall(_POINT_TEXT))
    except ValueError as error:
        raise DocumentUnreadable(reason=f"the figure {caption!r} holds no counts") from error
