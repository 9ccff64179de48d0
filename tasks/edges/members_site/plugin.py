"""Datasette's plugin: our pages before its own, and its tables in our frame."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote, unquote

from datasette import hookimpl  # pyright: ignore[reportMissingTypeStubs] - Datasette has no types
from datasette.utils import asgi  # pyright: ignore[reportMissingTypeStubs] - as above

from data.errors.members_site import ReleasedFileChanged
from tasks.edges.members_site import downloads, pages
from tasks.edges.members_site.pages import Guest, Library
from tasks.edges.typesetting import link

# Datasette gives and takes values without types; they are `Any` in this module alone.
Answer = Any
Route = tuple[str, Callable[..., Any]]

log = logging.getLogger(__name__)
SERVER_ERROR = 500

Response: Any = asgi.Response
libraries: dict[str, Library] = {}
"""The library of each site in this process, by the address of its catalogue."""


def _library(datasette: Any) -> Library | None:
    config: dict[str, str] = datasette.plugin_config("members-site") or {}
    return libraries.get(config.get("library", ""))


@hookimpl
def register_routes(datasette: Any) -> Sequence[Route]:
    library = _library(datasette)
    if library is None:
        return []
    return [
        (r"^/$", _view(library, _home)),
        (r"^/search\.(?P<form>json|csv)$", _view(library, _search)),
        (r"^/needs/(?P<key>[^/]+)$", _view(library, _need)),
        (r"^/reports/(?P<cycle>[^/]+)/(?P<pillar>[^/]+)$", _view(library, _report)),
        (r"^/reports/(?P<cycle>[^/]+)/(?P<pillar>[^/]+)/matrix\.svg$", _view(library, _picture)),
        (r"^/download/(?P<cycle>[^/]+)/(?P<pillar>[^/]+)/(?P<name>[^/]+)$", _view(library, _file)),
        (r"^/data$", _view(library, _data)),
        (r"^/style\.css$", _view(library, _style)),
    ]


@hookimpl
def extra_template_vars(datasette: Any, request: Any) -> dict[str, str]:
    library = _library(datasette)
    return pages.frame(library, _guest(request)) if library and request else {}


@hookimpl
def render_cell(column: str, value: Any, table: str, datasette: Any) -> str | None:
    """A need's key leads to its page; the footnote stands below the page already (rule R14)."""
    if _library(datasette) is None or not value:
        return None
    if column == "need" or (table, column) == ("needs", "key"):
        return link(f"/needs/{quote(str(value), safe='')}", str(value))
    return "(below the page)" if column == "footnote" else None


@hookimpl(tryfirst=True)
def handle_exception(datasette: Any, request: Any, exception: Any) -> Callable[[], Any] | None:
    """Errors become a plain page; Datasette's own handler would print people's data into the log.

    The log is told the kind of the error and where it was raised, never its words.
    """
    library = _library(datasette)
    if library is None:
        return None

    async def told() -> Answer:
        status = int(getattr(exception, "status", 500))
        if status >= SERVER_ERROR:
            trace = exception.__traceback__
            while trace and trace.tb_next:
                trace = trace.tb_next
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
            log.error("%s at %s", type(exception).__name__, where)
        page = await asyncio.to_thread(pages.missing, library, _guest(request), status)
        return _html(page, status)

    return told


def _view(library: Library, page: Callable[[Library, Any], Answer]) -> Callable[[Any], Any]:
    """A page is set in a thread: the catalogue is read from the disk."""

    async def view(request: Any) -> Answer:
        return await asyncio.to_thread(page, library, request)

    return view


def _home(library: Library, request: Any) -> Answer:
    told = {name: str(request.args.get(name) or "") for name in request.args}
    number = int(told["page"]) if told.get("page", "").isdecimal() else 1
    return _html(pages.home(library, _guest(request), pages.asked(told), max(1, number)))


def _search(library: Library, request: Any) -> Answer:
    told = {name: str(request.args.get(name) or "") for name in request.args}
    form = str(request.url_vars["form"])
    body = pages.search_data(library, pages.asked(told), form)
    if form == "json":
        return Response(body, content_type="application/json; charset=utf-8")
    return Response(body, content_type="text/csv; charset=utf-8", headers=_saved_as("search.csv"))


def _need(library: Library, request: Any) -> Answer:
    (key,) = _words(request, "key")
    return _found(library, request, pages.need(library, _guest(request), key))


def _report(library: Library, request: Any) -> Answer:
    cycle, pillar = _words(request, "cycle", "pillar")
    return _found(library, request, pages.report(library, _guest(request), cycle, pillar))


def _picture(library: Library, request: Any) -> Answer:
    cycle, pillar = _words(request, "cycle", "pillar")
    body = pages.picture(library, cycle, pillar)
    if not body:
        return _found(library, request, "")
    name = f"{cycle}-{pillar}-matrix.svg"
    return Response(body, content_type="image/svg+xml; charset=utf-8", headers=_saved_as(name))


def _file(library: Library, request: Any) -> Answer:
    cycle, pillar, name = _words(request, "cycle", "pillar", "name")
    try:
        content = downloads.take(library.places, cycle, pillar, name)
    except ReleasedFileChanged as error:
        return Response.text(str(error), status=409)
    if content is None:
        return _found(library, request, "")
    return Response(content, content_type=downloads.media_type(name), headers=_saved_as(name))


def _data(library: Library, request: Any) -> Answer:
    return _html(pages.data(library, _guest(request)))


def _style(library: Library, _request: Any) -> Answer:
    doors = ("public", "members")  # one design; the second adds what only tables and forms need
    styles = [(library.places.templates / door / "style.css").read_bytes() for door in doors]
    return Response(b"\n".join(styles), content_type="text/css; charset=utf-8")


def _guest(request: Any) -> Guest:
    actor: dict[str, str] = request.scope.get("actor") or {}
    return Guest(actor.get("id", ""), str(request.scope.get("form_mark", "")))


def _words(request: Any, *names: str) -> list[str]:
    return [unquote(str(request.url_vars[name])) for name in names]


def _found(library: Library, request: Any, page: str) -> Answer:
    return _html(page) if page else _html(pages.missing(library, _guest(request)), 404)


def _html(page: str, status: int = 200) -> Answer:
    return Response.html(page, status=status)


def _saved_as(name: str) -> dict[str, str]:
    return {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
