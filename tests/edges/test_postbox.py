"""A letter is held, then posted once, byte for byte, and a failure leaves it held."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope

from data.errors.post import (
    AddressesRefused,
    HeldLetterDiffers,
    LetterNameUnusable,
    LetterRefused,
    LetterWithoutAddressee,
    MailServerBusy,
    MailServerSilent,
    MailServerUnproven,
    MailSignInRefused,
)
from data.vocabulary import Attachment, Letter
from tasks.edges.letters import message
from tasks.edges.postbox import Outbox, Smtp, held, hold

NAME = "2025-WBCTi-AL-response"
RIGHT, WRONG = "open sesame", "open barley"


def letter(*to: str) -> bytes:
    written = Letter(
        key=NAME,
        kind="request-response",
        to=to or ("coordinator.wbcti@al.example",),
        copy_to=("wbcti@al.example", "coordinator.wbcti@al.example"),
        subject="IISG asks Albania – gjendja e çështjeve",
        text=".\nA line that begins with a full stop\n",
        html="<p>.</p>",
        written_at=datetime(2026, 2, 2, 9, 30, tzinfo=UTC),
        attachments=(Attachment("a.xlsx", bytes(range(256)) * 20, "application/zip"),),
    )
    return message(written, "IISG Secretariat <secretariat@iisg.example>")


class PostOffice:
    """The other side: keeps what it is given and refuses the addresses it is told to."""

    def __init__(self, *, refused: dict[str, str], answer: str) -> None:
        self.refused = refused
        self.answer = answer
        self.taken: list[Envelope] = []

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Envelope, address: str, options: Any
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:
        self.taken.append(envelope)
        return self.answer


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def post_office(
    refused: dict[str, str] | None = None, answer: str = "250 taken", **options: Any
) -> Iterator[tuple[PostOffice, int]]:
    office = PostOffice(refused=refused or {}, answer=answer)
    controller = Controller(office, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield office, controller.port
    finally:
        controller.stop()


def smtp(outbox: Path, port: int, **changed: Any) -> Smtp:
    return Smtp(outbox, **{"host": "localhost", "port": port, "starttls": False, **changed})


def places(outbox: Path) -> list[str]:
    return sorted(str(path.relative_to(outbox)) for path in outbox.rglob("*") if path.is_file())


def test_a_held_letter_is_one_file_anyone_can_open(tmp_path: Path):
    path = hold(tmp_path, NAME, letter())
    assert path == tmp_path / "held" / f"{NAME}.eml"
    assert path.read_bytes() == letter()
    assert held(tmp_path) == [path]
    assert path.stat().st_mode & 0o777 == 0o644


def test_holding_the_same_letter_again_changes_nothing(tmp_path: Path):
    before = hold(tmp_path, NAME, letter()).stat()
    after = hold(tmp_path, NAME, letter()).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert places(tmp_path) == [f"held/{NAME}.eml"]


def test_a_letter_a_person_edited_is_not_overwritten(tmp_path: Path):
    path = hold(tmp_path, NAME, letter())
    path.write_bytes(b"edited")
    with pytest.raises(HeldLetterDiffers, match="already held"):
        hold(tmp_path, NAME, letter())
    with pytest.raises(HeldLetterDiffers, match="already held"):
        Outbox(tmp_path).post(NAME, letter())
    assert path.read_bytes() == b"edited"


def test_an_edited_letter_goes_as_it_was_edited(tmp_path: Path):
    path = hold(tmp_path, NAME, letter())
    path.write_bytes(letter().replace(b"begins", b"starts"))
    Outbox(tmp_path).post(NAME, path.read_bytes())
    assert b"starts" in (tmp_path / "sent" / path.name).read_bytes()


def test_a_letter_whose_addresses_were_edited_away_is_refused(tmp_path: Path):
    for nobody in (b"To: \r\nFrom: a@b.example\r\n\r\n", b"To: a@b.example\r\n\r\n", b""):
        with pytest.raises(LetterWithoutAddressee):
            smtp(tmp_path, free_port()).post(NAME, nobody)


def test_a_letter_that_was_sent_is_not_held_again(tmp_path: Path):
    Outbox(tmp_path).post(NAME, letter())
    assert hold(tmp_path, NAME, letter()) == tmp_path / "sent" / f"{NAME}.eml"
    assert held(tmp_path) == []


def test_letters_wait_by_name(tmp_path: Path):
    for name in ("b", "a", "2025.WBCTi-XK response"):
        hold(tmp_path, name, letter())
    assert [path.stem for path in held(tmp_path)] == ["2025.WBCTi-XK response", "a", "b"]


def test_a_name_may_bring_its_ending(tmp_path: Path):
    hold(tmp_path, "2025 WBCTi 03 ME request.eml", letter())
    assert places(tmp_path) == ["held/2025 WBCTi 03 ME request.eml"]
    Outbox(tmp_path).post("2025 WBCTi 03 ME request", letter())
    assert places(tmp_path) == ["sent/2025 WBCTi 03 ME request.eml"]


def test_an_empty_outbox_holds_nothing(tmp_path: Path):
    assert held(tmp_path / "outbox") == []


@pytest.mark.parametrize("name", ["", "../up", "a/b", "a\\b", ".hidden", "Kosovo*", "a\nb"])
def test_a_name_that_is_no_file_name_is_refused(tmp_path: Path, name: str):
    with pytest.raises(LetterNameUnusable):
        hold(tmp_path, name, letter())


def test_the_outbox_moves_a_letter_from_held_to_sent(tmp_path: Path):
    hold(tmp_path, NAME, letter())
    assert Outbox(tmp_path).post(NAME, letter()) == ()
    assert places(tmp_path) == [f"sent/{NAME}.eml"]


def test_a_run_killed_between_sending_and_tidying_leaves_nothing_to_send(tmp_path: Path):
    hold(tmp_path, NAME, letter())
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / f"{NAME}.eml").write_bytes(letter())
    assert held(tmp_path) == []


def test_a_mail_server_is_given_the_very_bytes(tmp_path: Path):
    hold(tmp_path, NAME, letter())
    with post_office() as (office, port):
        assert smtp(tmp_path, port).post(NAME, letter()) == ()
    (envelope,) = office.taken
    assert envelope.content == letter()
    assert envelope.mail_from == "secretariat@iisg.example"
    assert envelope.rcpt_tos == ["coordinator.wbcti@al.example", "wbcti@al.example"]
    assert (tmp_path / "sent" / f"{NAME}.eml").read_bytes() == letter()
    assert held(tmp_path) == []


def test_a_sent_letter_is_never_posted_again(tmp_path: Path):
    with post_office() as (office, port):
        smtp(tmp_path, port).post(NAME, letter())
        smtp(tmp_path, port).post(NAME, letter())
    assert len(office.taken) == 1


def test_a_refused_address_is_named_while_the_others_are_served(tmp_path: Path):
    with post_office(refused={"wbcti@al.example": "550 no such box."}) as (office, port):
        (finding,) = smtp(tmp_path, port).post(NAME, letter())
    assert finding.code == "address-refused"
    assert "refused wbcti@al.example for the letter" in finding.message
    assert "no such box" in finding.message
    assert office.taken[0].rcpt_tos == ["coordinator.wbcti@al.example"]
    assert places(tmp_path) == [f"sent/{NAME}.eml"]


def test_a_letter_nobody_may_get_stays_held(tmp_path: Path):
    hold(tmp_path, NAME, letter())
    nobody = dict.fromkeys(("coordinator.wbcti@al.example", "wbcti@al.example"), "550 no such box")
    with (
        post_office(refused=nobody) as (_, port),
        pytest.raises(AddressesRefused, match=r"coordinator\.wbcti@al\.example, wbcti@al\.example"),
    ):
        smtp(tmp_path, port).post(NAME, letter())
    assert places(tmp_path) == [f"held/{NAME}.eml"]


def test_a_server_that_asks_for_patience_is_tried_again(tmp_path: Path):
    greylisted = dict.fromkeys(("coordinator.wbcti@al.example", "wbcti@al.example"), "450 later")
    with post_office(refused=greylisted) as (_, port), pytest.raises(MailServerBusy, match="later"):
        smtp(tmp_path, port).post(NAME, letter())
    with post_office(answer="451 later") as (_, port), pytest.raises(MailServerBusy, match="later"):
        smtp(tmp_path, port).post(NAME, letter())


def test_a_letter_the_server_objects_to_is_refused(tmp_path: Path):
    with (
        post_office(answer="552 too large") as (_, port),
        pytest.raises(LetterRefused, match="too large"),
    ):
        smtp(tmp_path, port).post(NAME, letter())


def test_a_server_that_is_not_there_interrupts(tmp_path: Path):
    hold(tmp_path, NAME, letter())
    with pytest.raises(MailServerSilent, match="MAPPING_MAIL_HOST"):
        smtp(tmp_path, free_port()).post(NAME, letter())
    assert places(tmp_path) == [f"held/{NAME}.eml"]


def test_a_server_that_says_nothing_interrupts(tmp_path: Path):
    with closing(socket.create_server(("127.0.0.1", 0))) as mute:
        port = mute.getsockname()[1]
        with pytest.raises(MailServerSilent, match=f"localhost:{port}"):
            smtp(tmp_path, port, timeout=0.2).post(NAME, letter())


def test_a_server_without_encryption_is_given_nothing(tmp_path: Path):
    with post_office() as (office, port), pytest.raises(MailServerUnproven, match="STARTTLS"):
        smtp(tmp_path, port, starttls=True).post(NAME, letter())
    assert office.taken == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    """A certificate for localhost that nobody but this test trusts."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is missing")
    folder = tmp_path_factory.mktemp("certificate")
    proof, key = folder / "proof.pem", folder / "key.pem"
    subprocess.run(  # noqa: S603 - a fixed command, no words from outside
        [
            *(openssl, "req", "-x509", "-nodes", "-newkey", "ec", "-days", "2"),
            *("-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(proof)),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(proof, key)
    return proof, context


def test_a_letter_goes_encrypted_to_a_server_that_proves_itself(
    tmp_path: Path,
    certificate: tuple[Path, ssl.SSLContext],
    monkeypatch: pytest.MonkeyPatch,
):
    proof, context = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(proof))
    signed_in: list[tuple[bytes, bytes]] = []

    def clerk(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        signed_in.append((data.login, data.password))
        return AuthResult(success=data.password == RIGHT.encode(), handled=False)

    with post_office(
        tls_context=context, require_starttls=True, authenticator=clerk, auth_required=True
    ) as (office, port):
        mail = smtp(tmp_path, port, starttls=True, user="iisg", password=RIGHT)
        assert mail.post(NAME, letter()) == ()
        with pytest.raises(MailSignInRefused, match="MAPPING_MAIL_PASSWORD"):
            replace(mail, password=WRONG).post("other", letter())
    assert office.taken[0].content == letter()
    assert signed_in[0] == (b"iisg", RIGHT.encode())


def test_a_server_that_cannot_prove_itself_is_given_nothing(
    tmp_path: Path, certificate: tuple[Path, ssl.SSLContext]
):
    with (
        post_office(tls_context=certificate[1]) as (office, port),
        pytest.raises(MailServerUnproven, match="certificate"),
    ):
        smtp(tmp_path, port, starttls=True).post(NAME, letter())
    assert office.taken == []
