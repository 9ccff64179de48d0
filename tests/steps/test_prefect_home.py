"""What Prefect keeps in a home, beside the runs themselves."""

import ssl
from pathlib import Path

from tasks import prefect_home


def test_a_client_of_our_own_server_reads_one_authority_not_all_of_the_world(tmp_path: Path):
    file = prefect_home.a_certificate(tmp_path)
    assert len(ssl.create_default_context(cafile=file).get_ca_certs()) == 1


def test_the_file_of_the_authority_is_written_once(tmp_path: Path):
    file = prefect_home.a_certificate(tmp_path)
    written = file.stat().st_mtime_ns
    assert prefect_home.a_certificate(tmp_path) == file
    assert file.stat().st_mtime_ns == written
