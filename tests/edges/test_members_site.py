"""The members' database: whoever has not signed in learns nothing, whoever has finds everything."""

import csv
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors.members_site import ReleasedFileChanged
from data.reference import methodology_versions
from data.vocabulary.members_site import SitePlaces, VisitKind
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tasks.edges.members_site import passwords
from tasks.edges.members_site.catalogue import build_catalogue
from tasks.rules.transliteration import plain_latin
from tests.edges.one_members_site import (
    BEFORE,
    KNOWN,
    NAME,
    START,
    Browser,
    Clock,
    released,
    with_account,
)
from tests.edges.one_release import RELEASE, REPORT, SNAPSHOT


@pytest.fixture(scope="module")
def ana(places: SitePlaces) -> Browser:
    browser = Browser(places, Clock())
    assert browser.sign_in().status_code == 303
    return browser


def test_a_token_reads_until_it_is_revoked_and_writes_nothing(own: SitePlaces):
    accounts, browser = with_account(own), Browser(own, Clock())
    key = passwords.new_key()
    accounts.add_token(NAME, "statistics", key, START)
    bearing = {"authorization": f"Bearer {key}", "accept": "application/json"}
    answer = browser.ask("/catalogue/needs.json?_shape=array&cycle=2025", headers=bearing)
    assert [row["key"] for row in answer.json()] == ["K-1", "K-2", "K-3"]
    assert browser.send("/catalogue/needs", {}, headers=bearing).status_code == 405
    assert {visit.token for visit in accounts.visits()} == {"statistics"}
    accounts.revoke_token(NAME, "statistics", START)
    assert browser.ask("/catalogue/needs.json", headers=bearing).status_code == 401


@pytest.mark.parametrize("words", ["zakon", "закон", "ZAKON borbi", "Закон о борби"])  # noqa: RUF001 - Cyrillic on purpose
def test_words_are_found_in_either_script(ana: Browser, words: str):
    found = ana.ask("/search.json", params={"q": words, "year": "2025"}).json()
    assert [(row["need"], row["source"]) for row in found["rows"]] == [("K-3", "response")]


@pytest.mark.parametrize(
    "words",
    [
        *("infrastruktures", "infrastrukturës"),
        *("casopis", "Časopis", "часопис", "saric nis", "Шарић Ниш"),
        *("Đorđe", "djordje", "dorde", "Ђорђе"),
    ],
)
def test_words_are_found_with_and_without_diacritics(ana: Browser, words: str):
    assert ana.ask("/search.json", params={"q": words}).json()["count"] >= 1


@pytest.mark.parametrize("words", ['"', "a AND", "* (", "NEAR(", "'; DROP TABLE needs", "-", "  "])
def test_no_word_breaks_the_search(ana: Browser, words: str):
    assert ana.ask("/", params={"q": words}).status_code == 200


def test_filters_leave_what_they_name(ana: Browser):
    asked = {"partner": "Kosovo*", "pillar": "WBCTi", "sub_pillar": "1", "year": "2025"}
    found = ana.ask("/search.json", params={**asked, "filter": "Legislation"}).json()
    assert [row["need"] for row in found["rows"]] == ["K-2"]
    assert found["footnote"] == KOSOVO_FOOTNOTE


def test_a_found_word_is_marked_and_nothing_of_it_is_taken_for_html(ana: Browser):
    page = ana.ask("/", params={"q": "<script>zakon"})
    assert "<script>" not in page.text
    assert "<mark>Ligji</mark>" in ana.ask("/", params={"q": "ligji"}).text


def test_a_need_shows_its_history_over_the_cycles(ana: Browser):
    page = ana.ask("/needs/K-3").text
    assert page.index(">2025<") < page.index(">2024, as RS.4.1.old<")
    assert "Закон о борби против тероризма" in page  # noqa: RUF001 - Cyrillic on purpose
    assert "Časopis Đorđe Šarić, Niš" in page


def test_a_need_that_replaces_others_shows_what_was_answered_to_them(tmp_path: Path):
    merged = [
        replace(SNAPSHOT.needs[0], key=f"K-{n}", number=f"AL.{n}", replaces=()) for n in (7, 8)
    ]
    earlier = replace(
        BEFORE,
        snapshot=replace(
            BEFORE.snapshot,
            needs=(*merged, *SNAPSHOT.needs[1:]),
            replies=(),
            responses=(replace(SNAPSHOT.responses[0], need="K-8", text="Ligji i vjetër."),),
            support=(),
            gaps=(),
            planned=(),
        ),
    )
    places = released(tmp_path, (earlier, RELEASE))
    with_account(places)
    browser = Browser(places, Clock())
    browser.sign_in()
    page = browser.ask("/needs/K-1").text
    assert page.index(">2025<") < page.index(">2024, as AL.7 ") < page.index(">2024, as AL.8 ")
    assert "Ligji i vjetër." in page
    assert "It replaces" in page
    older = browser.ask("/needs/K-8").text
    assert "It is replaced by" in older
    assert "Ligji për mbrojtjen" not in older


def test_who_sent_nothing_is_stated_neutrally(ana: Browser):
    told = "no information received by Friday 13 March 2026, 17:00 CET"
    assert told in ana.ask("/needs/K-2").text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/needs/K-2",
        "/reports/2025/WBCTi",
        "/catalogue/needs",
        "/catalogue/reports",
        "/2025-WBCTi/report",
        "/catalogue/needs/2",
        "/reports/2025/WBCTi/matrix.svg",
    ],
)
def test_r14_the_footnote_stands_once_on_a_page(ana: Browser, path: str):
    answer = ana.ask(path)
    assert answer.status_code == 200
    assert answer.text.count(KOSOVO_FOOTNOTE) == 1


@pytest.mark.parametrize("path", [path for path in KNOWN if "/-/" not in path])
def test_no_page_asks_another_server_and_none_names_the_program_beneath(ana: Browser, path: str):
    answer = ana.ask(path)
    if answer.headers["content-type"].startswith("text/html"):
        assert "datasette" not in answer.text.replace("tables-of-datasette", "").casefold()
        assert "<script" not in answer.text
        assert 'src="http' not in answer.text
    assert "server" not in answer.headers
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["cache-control"] == "no-store, private"


def test_what_the_machine_is_made_of_is_told_to_nobody(ana: Browser):
    for path in KNOWN:
        if path.startswith("/-/"):
            assert ana.ask(path).status_code == 404
    assert ana.ask("/catalogue?sql=select+1").status_code == 403
    assert ana.ask("/catalogue.db").status_code == 403


def test_a_row_of_a_table_leads_to_the_page_of_its_need(ana: Browser):
    assert '<a href="/needs/K-3">K-3</a>' in ana.ask("/catalogue/responses").text
    assert '<a href="/needs/K-2">K-2</a>' in ana.ask("/catalogue/needs").text


def test_a_download_is_the_released_file_byte_for_byte_and_is_written_down(own: SitePlaces):
    accounts, browser = with_account(own), Browser(own, Clock())
    browser.sign_in()
    answer = browser.ask("/download/2025/WBCTi/IISG%202025%20WBCTi%20report.docx")
    assert answer.content == REPORT
    visit = accounts.visits()[-1]
    assert (visit.account, visit.kind, visit.status) == (NAME, VisitKind.DOWNLOAD, 200)
    assert visit.what == "/download/2025/WBCTi/IISG 2025 WBCTi report.docx"


def test_a_file_changed_after_its_release_is_not_handed_out(own: SitePlaces):
    browser = Browser(own, Clock())
    browser.sign_in()
    (own.releases / "2025" / "WBCTi" / "IISG 2025 WBCTi report.docx").write_bytes(b"edited")
    answer = browser.ask("/download/2025/WBCTi/IISG%202025%20WBCTi%20report.docx")
    assert answer.status_code == 409
    assert b"edited" not in answer.content
    with pytest.raises(ReleasedFileChanged, match="mapping verify"):
        build_catalogue(own.releases, methodology_versions(), plain_latin)


@pytest.mark.parametrize(
    "path", ["2025/WBCTi/x", "2025/../x", "2025/%2e%2e/mapping.sqlite", "../../../etc/passwd"]
)
def test_no_file_outside_a_release_is_handed_out(ana: Browser, path: str):
    assert ana.ask(f"/download/{path}").status_code == 404


def test_lines_of_the_access_log_can_only_be_added(own: SitePlaces):
    accounts, browser = with_account(own), Browser(own, Clock())
    browser.sign_in("nobody", "secret typed")
    browser.sign_in()
    browser.ask("/catalogue/needs.csv")
    kinds = [(visit.account, visit.kind) for visit in accounts.visits()]
    assert kinds == [
        ("(unknown name)", VisitKind.REFUSED),
        (NAME, VisitKind.SIGN_IN),
        (NAME, VisitKind.EXPORT),
    ]
    for sentence in ("UPDATE visit SET account = 'x'", "DELETE FROM visit"):
        with accounts.opened() as books, pytest.raises(sqlite3.IntegrityError, match="never"):
            books.execute(sentence)


def test_a_new_release_is_served_without_a_restart(tmp_path: Path):
    places = released(tmp_path, ())
    with_account(places)
    browser = Browser(places, Clock())
    browser.sign_in()
    assert "No report has been released yet" in browser.ask("/").text
    later = released(tmp_path / "later")
    later.releases.rename(places.releases)
    later.catalogue.replace(places.catalogue)
    assert "/reports/2025/WBCTi" in browser.ask("/").text
    assert browser.ask("/2025-WBCTi/needs.json").status_code == 200


def test_the_same_releases_give_the_same_catalogue(places: SitePlaces):
    again = build_catalogue(places.releases, methodology_versions(), plain_latin)
    assert again == places.catalogue.read_bytes()


def test_exports_are_csv_and_json_with_the_words_untouched(ana: Browser):
    table = ana.ask("/catalogue/responses.csv?cycle=2025").text
    assert [row["need"] for row in csv.DictReader(io.StringIO(table))] == ["K-1", "K-3", "K-3"]
    rows = json.loads(ana.ask("/catalogue/responses.json?_shape=array&cycle=2025").text)
    assert rows[0]["text"].startswith("Ligji për mbrojtjen e infrastrukturës")
