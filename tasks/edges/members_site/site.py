"""The site as one ASGI application: the gate, and behind it Datasette over the released files.

A new release takes its place without a restart: whenever the catalogue has been replaced, the
next request is answered by a Datasette that has opened the new files.
"""

import asyncio
from typing import Any, cast

from datasette.app import Datasette  # pyright: ignore[reportMissingTypeStubs] - it has no types
from datasette.plugins import pm  # pyright: ignore[reportMissingTypeStubs] - as above

from data.vocabulary.members_site import SitePlaces
from tasks.edges.members_site import plugin
from tasks.edges.members_site.accounts import Accounts
from tasks.edges.members_site.admission import Admission, Now
from tasks.edges.members_site.catalogue_tables import meanings
from tasks.edges.members_site.exchange import App, Receive, Scope, Send
from tasks.edges.members_site.finds import Fold
from tasks.edges.members_site.gate import Gate
from tasks.edges.members_site.pages import Library
from tasks.edges.members_site.seal import load_seal
from tasks.edges.members_site.sign_in_page import SignInPage

_MARK = (0, 0)
_SETTINGS = {
    "allow_download": False,  # files go out by our own route, which holds them to the manifest
    "default_allow_sql": False,  # tables, filters and search; no sentence of SQL from outside
    "allow_csv_stream": True,
    "max_returned_rows": 1000,
    "default_page_size": 50,
    "suggest_facets": False,
    "sql_time_limit_ms": 2000,
    "num_sql_threads": 2,
}


def make_site(places: SitePlaces, fold: Fold, now: Now) -> App:
    """Build the application.

    Args:
        places: Where releases, catalogue, accounts, secret and templates are.
        fold: The folding the catalogue was built with.
        now: Tells the time in UTC; sessions and locks end by it.

    Raises:
        SecretLiesOpen: other users of the machine can read the secret, or it is damaged.
    """
    _register()
    accounts = Accounts(places.accounts)
    admission = Admission(accounts, now)
    inner = _Behind(Library(places, fold))
    return Gate(inner, accounts, admission, load_seal(places.secret), SignInPage(places.templates))


class _Behind:
    """Datasette over the newest catalogue."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._mark, self._app = _MARK, cast(App, None)
        self._turn = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._turn:
            found = self._library.places.catalogue.stat()
            mark = (found.st_mtime_ns, found.st_ino)
            if mark != self._mark:
                self._mark, self._app = mark, _datasette(self._library)
        await self._app(scope, receive, send)


def _register() -> None:
    registered: Any = pm
    if not registered.is_registered(plugin):
        registered.register(plugin, name="members-site")
        registered.unregister(name="datasette.handle_exception")  # it prints pages into the log


def _datasette(library: Library) -> App:
    places = library.places
    name = str(places.catalogue.resolve())
    plugin.libraries[name] = library
    released = sorted(str(path) for path in places.releases.glob("[!.]*/[!.]*/*.sqlite"))
    make: Any = Datasette
    served = make(
        [],
        immutables=[name, *released],
        cache_headers=False,
        template_dir=str(places.templates / "members" / "datasette"),
        metadata=_told_of_tables() | {"plugins": {"members-site": {"library": name}}},
        settings=_SETTINGS,
    )
    return cast(App, served.app())


def _told_of_tables() -> dict[str, Any]:
    """The meaning of each table and column, and that only signed-in people see any of it."""
    tables: dict[str, Any] = {
        name: {"description": meaning, "columns": columns}
        for name, (meaning, columns) in meanings().items()
    }
    return {"allow": {"id": "*"}, "databases": {"catalogue": {"tables": tables}}}
