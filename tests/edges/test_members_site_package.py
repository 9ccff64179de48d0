"""The package for the IISG Database explains itself, proves itself and is always the same."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest

from data.errors.members_site import NothingReleased
from data.vocabulary.wording import KOSOVO_FOOTNOTE
from tasks.edges.archive import unpack
from tasks.edges.members_site.package import build_package
from tests.edges.one_members_site import released
from tests.edges.one_release import REPORT


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return build_package(released(tmp_path_factory.mktemp("site")), "2025")


def test_every_file_is_in_the_manifest_with_its_hash(package: bytes):
    parts = unpack(package)
    told = json.loads(parts.pop("manifest.json"))
    assert told["files"] == {
        name: {"sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)}
        for name, body in parts.items()
    }
    assert parts["files/WBCTi/IISG 2025 WBCTi report.docx"] == REPORT


def test_every_column_of_every_table_is_explained(package: bytes):
    parts = unpack(package)
    explained = parts["README.txt"].decode()
    tables = {name: body for name, body in parts.items() if name.startswith("tables/")}
    assert len(tables) == 16
    for name, body in tables.items():
        chapter = explained.partition(f"\n{name.removeprefix('tables/')}\n")[2].partition("\n\n")[0]
        columns = next(csv.reader(io.StringIO(body.decode())))
        assert [c for c in columns if f"\n    {c} " not in chapter] == [], name


def test_only_the_cycle_asked_for_is_in_it(package: bytes):
    rows = csv.DictReader(io.StringIO(unpack(package)["tables/responses.csv"].decode()))
    assert {row["cycle"] for row in rows} == {"2025"}


def test_the_footnote_stands_once_in_what_people_read(package: bytes):
    assert unpack(package)["README.txt"].decode().count(KOSOVO_FOOTNOTE) == 1


def test_the_same_releases_give_the_same_package(package: bytes, tmp_path: Path):
    assert build_package(released(tmp_path), "2025") == package


def test_a_cycle_without_a_release_has_no_package(tmp_path: Path):
    with pytest.raises(NothingReleased, match="mapping publish"):
        build_package(released(tmp_path), "2023")
