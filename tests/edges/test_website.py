"""The public site says what the approved summaries say, and nothing else."""

import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.errors.publication import MembersOnlyAtThePublicDoor, NotTheDecidedBytes, PublishedTwice
from data.vocabulary.documents import Paragraph
from data.vocabulary.wording import DISCLAIMERS, KOSOVO_FOOTNOTE
from tasks.edges.website import build_site
from tests.edges.two_published_years import (
    ADDRESS,
    EMPTY,
    PAGES,
    SITE,
    SUMMARIES,
    TEMPLATES,
    blocks,
)


class Reading(HTMLParser):
    """What a reader without eyes or style sheet gets of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_two_years_of_three_pillars_give_an_index_six_pages_and_six_files():
    assert list(SITE) == sorted(SITE)
    assert [name for name in SITE if "/" not in name] == [
        "feed.xml",
        "index.html",
        "robots.txt",
        "sitemap.xml",
        "style.css",
    ]
    assert {name for name in SITE if name.startswith("2025/")} == {
        "2025/WBBSi/IISG 2025 WBBSi summary.docx",
        "2025/WBBSi/index.html",
        "2025/WBCSCi/IISG 2025 WBCSCi summary.docx",
        "2025/WBCSCi/index.html",
        "2025/WBCTi/IISG 2025 WBCTi summary.docx",
        "2025/WBCTi/index.html",
    }
    assert len(SITE) == 5 + 2 * 6


def test_the_file_offered_for_download_is_the_approved_one_byte_for_byte():
    approved = SUMMARIES[3]
    assert SITE["2025/WBCTi/IISG 2025 WBCTi summary.docx"] == approved.docx
    assert approved.sha256 in PAGES["2025/WBCTi/index.html"]
    assert 'href="IISG%202025%20WBCTi%20summary.docx"' in PAGES["2025/WBCTi/index.html"]


def test_a_pdf_stands_beside_the_approved_file_where_there_is_one():
    site = build_site(TEMPLATES, SUMMARIES, ADDRESS, {"2025/WBCTi": b"%PDF-1.7 made of it"})
    page = site["2025/WBCTi/index.html"].decode()
    assert site["2025/WBCTi/IISG 2025 WBCTi summary.pdf"] == b"%PDF-1.7 made of it"
    assert 'href="IISG%202025%20WBCTi%20summary.pdf">As PDF, 1 KB</a>' in page
    own = hashlib.sha256(b"%PDF-1.7 made of it").hexdigest()
    assert f"The PDF was made from it; its own SHA-256 is\n<code>{own}</code>" in page
    assert "IISG%202025%20WBCTi%20summary.pdf" in site["index.html"].decode()
    assert ".pdf" not in site["2024/WBCTi/index.html"].decode()
    assert set(site) - set(SITE) == {"2025/WBCTi/IISG 2025 WBCTi summary.pdf"}


def test_no_remark_of_a_template_reaches_a_reader():
    assert not any(mark in SITE["style.css"] for mark in (b"/*", b"*/"))
    assert not any("<!--" in page for page in PAGES.values())


def test_the_same_summaries_in_another_order_give_the_same_bytes():
    assert build_site(TEMPLATES, SUMMARIES[::-1], ADDRESS + "/") == SITE


def test_the_newest_year_stands_first():
    assert re.findall(r"<h2 [^>]*>(\d+)</h2>", PAGES["index.html"]) == ["2025", "2024"]


def test_a_summary_not_published_is_nowhere_on_the_site():
    site = build_site(TEMPLATES, SUMMARIES[:5], ADDRESS)
    text = b"".join(site.values()).decode(errors="replace")
    assert "2025/WBBSi" not in text
    assert "not published" not in text


def test_a_site_without_summaries_says_so_kindly():
    page = EMPTY["index.html"].decode()
    assert "No summary has been published yet." in page
    assert list(EMPTY) == ["feed.xml", "index.html", "robots.txt", "sitemap.xml", "style.css"]
    assert Reading(page).open == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_landmarks_one_title_and_its_headings_in_order(name: str):
    page = Reading(PAGES[name])
    assert page.open == []
    assert page.all("html")[0]["lang"] == "en"
    assert page.all("title")
    assert any(tag.get("name") == "description" and tag["content"] for tag in page.all("meta"))
    for landmark in ("header", "main", "footer", "h1"):
        assert len(page.all(landmark)) == 1, landmark
    assert page.all("a")[0]["href"] == "#content"
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_has_words_and_every_name_a_page_refers_to_is_on_it(name: str):
    page = Reading(PAGES[name])
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in page.tags:
        assert set((attributes.get("aria-labelledby") or "").split()) <= set(ids)
        if (attributes.get("href") or "").startswith("#"):
            assert (attributes["href"] or "")[1:] in ids
    charts = [tag for tag in page.all("svg") if tag.get("class") == "chart"]
    assert all(tag["role"] == "img" and tag["aria-label"] for tag in charts)
    assert len(page.all("details")) == len(charts)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nothing_of_any_other_server_and_runs_nothing(name: str):
    page = Reading(PAGES[name])
    for tag, attributes in page.tags:
        assert tag not in ("script", "iframe", "img", "object", "embed", "style")
        for attribute, value in attributes.items():
            assert not attribute.startswith("on")
            assert "//" not in (value or ""), (tag, attribute)
    assert "url(" not in SITE["style.css"].decode()
    assert "@import" not in SITE["style.css"].decode()


def test_every_link_of_the_site_leads_to_a_file_of_the_site():
    for name, page in PAGES.items():
        for tag, attributes in Reading(page).tags:
            link = attributes.get("href") or "#"
            if tag in ("a", "link") and not link.startswith(("#", "data:")):
                target = Path("/", name).parent / link.replace("%20", " ")
                assert str(target.resolve()).lstrip("/") in SITE, (name, link)


@pytest.mark.parametrize("name", PAGES)
def test_kosovo_keeps_its_asterisk_and_the_footnote_stands_once_where_it_is_named(name: str):
    text = Reading(PAGES[name]).text
    named = "Kosovo*" in text
    assert named is (name != "index.html")
    assert text.count(KOSOVO_FOOTNOTE) == int(named)
    assert not re.search(r"Kosovo(?!\*)", text.replace(KOSOVO_FOOTNOTE, ""))


def test_the_footnote_is_not_repeated_when_the_summary_itself_ends_with_it():
    own = replace(SUMMARIES[0].document, blocks=(*blocks(), Paragraph(KOSOVO_FOOTNOTE, "note")))
    site = build_site(TEMPLATES, [replace(SUMMARIES[0], document=own)], ADDRESS)
    assert site["2024/WBCTi/index.html"].decode().count(KOSOVO_FOOTNOTE) == 1


@pytest.mark.parametrize("name", PAGES)
def test_every_page_bears_the_disclaimers(name: str):
    text = Reading(PAGES[name]).text
    assert all(text.count(disclaimer) == 1 for disclaimer in DISCLAIMERS)


def test_the_words_of_the_summary_are_shown_and_never_obeyed():
    page = PAGES["2025/WBCTi/index.html"]
    assert "&lt;script&gt; &amp; “quotes”" in page
    assert "Извештај — ë ç č ć đ š ž: <script> & “quotes”" in Reading(page).text


def test_a_figure_writes_every_number_even_where_a_bar_is_too_short_for_it():
    text = Reading(PAGES["2025/WBCTi/index.html"]).text
    assert "1 · 30 · 5" in text
    assert "0 · 0 · 0" in text


def test_the_feed_names_what_was_approved_newest_first():
    feed = ElementTree.fromstring(SITE["feed.xml"])  # noqa: S314 - our own bytes
    items = feed.findall("channel/item")
    assert items[0].findtext("title") == ("WBBSi 2025: Western Balkans Border Security Initiative")
    assert items[0].findtext("pubDate") == "Mon, 01 Jun 2026 00:00:00 +0000"
    assert all((item.findtext("link") or "").startswith(ADDRESS) for item in items)
    assert len(items) == 6


def test_the_site_map_names_every_page():
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ElementTree.fromstring(SITE["sitemap.xml"])  # noqa: S314 - our own bytes
    places = [place.text or "" for place in tree.iter(f"{space}loc")]
    assert sorted(places) == sorted(f"{ADDRESS}/{name}" for name in PAGES)
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in SITE["robots.txt"].decode()


def test_a_file_changed_after_the_decision_does_not_go_out():
    with pytest.raises(NotTheDecidedBytes, match="mapping publish"):
        build_site(TEMPLATES, [replace(SUMMARIES[0], docx=b"edited")], ADDRESS)


@pytest.mark.parametrize("change", [{"marking": "IISG members only"}, {"kind": "report"}])
def test_a_members_only_document_does_not_pass_the_public_door(change: dict[str, str]):
    marked = replace(SUMMARIES[0].document, **change)
    with pytest.raises(MembersOnlyAtThePublicDoor):
        build_site(TEMPLATES, [replace(SUMMARIES[0], document=marked)], ADDRESS)


def test_two_summaries_of_one_pillar_and_year_are_refused():
    with pytest.raises(PublishedTwice, match="WBCTi 2024"):
        build_site(TEMPLATES, [SUMMARIES[0], SUMMARIES[0]], ADDRESS)
