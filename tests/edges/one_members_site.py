"""A members' site over two released years, with a clock that a test may turn."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx

from data.reference import methodology_versions
from data.vocabulary.members_site import SitePlaces
from data.vocabulary.publication import ReleasedReport
from tasks.edges.members_site.accounts import Accounts
from tasks.edges.members_site.catalogue import build_catalogue
from tasks.edges.members_site.site import make_site
from tasks.edges.members_store import build_release
from tasks.rules.transliteration import plain_latin
from tests.edges.one_release import RELEASE, SNAPSHOT

TEMPLATES = Path(__file__).parents[2] / "templates"
START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NAME, FIRST, OWN = "ana.al", "provisional-password", "a password of her own"
ADDRESS = "http://members.example"
WEB_PAGE = {"accept": "text/html,application/xhtml+xml"}

# Every address of the site, and words that would tell what is behind the door.
KNOWN = (
    "/",
    "/?q=zakon",
    "/search.json?q=zakon",
    "/search.csv?q=zakon",
    "/needs/K-1",
    "/reports/2025/WBCTi",
    "/reports/2025/WBCTi/matrix.svg",
    "/download/2025/WBCTi/IISG%202025%20WBCTi%20report.docx",
    "/download/2025/WBCTi/manifest.json",
    "/data",
    "/style.css",
    "/password",
    "/catalogue",
    "/catalogue.db",
    "/catalogue.json",
    "/catalogue?sql=select+1",
    "/catalogue/needs",
    "/catalogue/needs.csv?_stream=on",
    "/catalogue/needs.json",
    "/catalogue/needs/1",
    "/2025-WBCTi",
    "/2025-WBCTi/responses.json",
    "/robots.txt",
    "/favicon.ico",
    "/nothing",
    "/.json",
    "/-/versions",
    "/-/versions.json",
    "/-/databases.json",
    "/-/plugins.json",
    "/-/settings.json",
    "/-/metadata.json",
    "/-/threads.json",
    "/-/config.json",
    "/-/actor.json",
    "/-/permissions",
    "/-/static/app.css",
    "/-/logout",
    "//catalogue",
    "/%2e%2e/catalogue",
)
DISCLOSED = (
    "iisg",
    "response",
    "albania",
    "kosovo",
    "serbia",
    "wbcti",
    "critical infrastructure",
    "zakon o",
    "datasette",
    "sqlite",
    "python",
    "uvicorn",
    "0.65",
    "members only",
    "catalogue",
)

BEFORE = replace(
    RELEASE,
    snapshot=replace(
        SNAPSHOT,
        cycle="2024",
        reporting_from=date(2024, 1, 1),
        reporting_to=date(2024, 12, 31),
        outlook_to=date(2025, 12, 31),
        as_of=date(2025, 5, 5),
        needs=tuple(
            replace(need, number=f"{need.number}.old") if need.key == "K-3" else need
            for need in SNAPSHOT.needs
        ),
        responses=(
            replace(SNAPSHOT.responses[0], text="Projektligji u shkrua në Tiranë."),
            replace(SNAPSHOT.responses[2], text="Časopis Đorđe Šarić, Niš"),
        ),
        overlaps=(),
    ),
    report_file_name="IISG 2024 WBCTi report.docx",
    summary_file_name="IISG 2024 WBCTi summary.docx",
)


class Clock:
    """The time of the site, as the test sets it."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        return self.moment


def released(folder: Path, releases: tuple[ReleasedReport, ...] = (BEFORE, RELEASE)) -> SitePlaces:
    """Put releases in their folders, and the catalogue beside them."""
    places = SitePlaces(
        releases=folder / "members",
        catalogue=folder / "members-site" / "catalogue.sqlite",
        accounts=folder / "members-accounts.sqlite",
        secret=folder / "members-site.secret",
        templates=TEMPLATES,
    )
    for release in releases:
        at = places.releases / release.snapshot.cycle / release.snapshot.pillar.code
        at.mkdir(parents=True)
        for name, content in build_release(release).items():
            (at / name).write_bytes(content)
    places.catalogue.parent.mkdir(parents=True)
    content = build_catalogue(places.releases, methodology_versions(), plain_latin)
    places.catalogue.write_bytes(content)
    return places


class Browser:
    """Somebody at the site: each call is one request, answered by the real application."""

    def __init__(self, places: SitePlaces, clock: Clock, address: str = "192.0.2.7") -> None:
        self.site: Any = make_site(places, plain_latin, clock)
        self.cookies = httpx.Cookies()
        self.address = address

    def ask(self, path: str, **more: Any) -> httpx.Response:
        return self._send("GET", path, **more)

    def send(self, path: str, fields: Mapping[str, str], **more: Any) -> httpx.Response:
        return self._send("POST", path, data=dict(fields), **more)

    def sign_in(self, name: str = NAME, password: str = OWN, going: str = "/") -> httpx.Response:
        mark = mark_of(self.ask("/sign-in"))
        fields = {"name": name, "password": password, "mark": mark, "next": going}
        return self.send("/sign-in", fields)

    def _send(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def once() -> httpx.Response:
            carried = httpx.ASGITransport(app=self.site, client=(self.address, 50000))
            async with httpx.AsyncClient(
                transport=carried, base_url=ADDRESS, cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        more["headers"] = {**WEB_PAGE, **more.get("headers", {})}
        return asyncio.run(once())


def mark_of(page: httpx.Response) -> str:
    """What a form on the page bears."""
    found = re.search(r'name="mark" value="([0-9a-f]+)"', page.text)
    return found.group(1) if found else ""


def with_account(places: SitePlaces) -> Accounts:
    """One account that has chosen a password of its own."""
    accounts = Accounts(places.accounts)
    accounts.add(NAME, "AL", FIRST, START)
    accounts.set_password(NAME, OWN, provisional=False)
    return accounts
