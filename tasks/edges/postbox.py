"""Where letters go, in two steps: held as files, then posted by a mail server or by a folder."""

import re
import smtplib
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from email.utils import getaddresses
from pathlib import Path
from typing import Protocol

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
from data.vocabulary.findings import Finding, Severity
from tasks.edges.whole_files import write_whole

_NAME = re.compile(r"\w[\w .-]*")
_Refused = Mapping[str, tuple[int, bytes]]


class Postbox(Protocol):
    """Anything that takes a letter, once."""

    def post(self, name: str, content: bytes) -> tuple[Finding, ...]:
        """Send the letter and keep it as sent; one already sent is never posted again (R17).

        Returns:
            A finding for each address that was refused while others were served.
        """
        ...


def hold(outbox: Path, name: str, content: bytes) -> Path:
    """Keep a letter until a person releases it; the same letter again changes nothing.

    Args:
        outbox: The folder of `held` and `sent`.
        name: The file's name, with or without its ending .eml.
        content: The message.

    Returns:
        The file, in `held`; or in `sent` when the letter has already gone.

    Raises:
        HeldLetterDiffers: a letter of that name is held with other bytes; a person may have
            edited it, so it is not overwritten.
        LetterNameUnusable: the name is no file name.
    """
    if not _may_go(outbox, name, content):
        return _sent(outbox, name)
    waiting = _held(outbox, name)
    if not waiting.exists():
        write_whole(waiting, content)
    return waiting


def held(outbox: Path) -> list[Path]:
    """The letters that wait, by name; one that a killed run left in both places has gone."""
    return sorted(
        path
        for path in (outbox / "held").glob("*.eml")
        if not path.name.startswith(".") and not _sent(outbox, path.stem).exists()
    )


@dataclass(frozen=True, slots=True)
class Outbox:
    """No mail server: what is posted lies in `sent`, for a person or a rehearsal to take."""

    folder: Path

    def post(self, name: str, content: bytes) -> tuple[Finding, ...]:
        if _may_go(self.folder, name, content):
            _file_as_sent(self.folder, name, content)
        return ()


@dataclass(frozen=True, slots=True)
class Smtp:
    """A real mail server; `folder` is the outbox whose letters it posts.

    `timeout` is in seconds. Without `user` nobody signs in.
    """

    folder: Path
    host: str
    port: int = 587
    user: str = ""
    password: str = ""
    starttls: bool = True
    timeout: float = 30

    def post(self, name: str, content: bytes) -> tuple[Finding, ...]:
        """Send the very bytes to everybody in To and Cc.

        A run killed between sending and filing sends once more, with the same Message-ID.

        Raises:
            HeldLetterDiffers: other bytes are held under this name.
            LetterWithoutAddressee: no sender or nobody in To and Cc, after an edit by hand.
            MailServerSilent: no answer, or the connection broke.
            MailServerBusy: the server asks to come again later.
            MailServerUnproven: no encryption, or a certificate that does not fit the host.
            MailSignInRefused: user or password is wrong.
            AddressesRefused: every address was refused; the letter stays held.
            LetterRefused: the server does not take this letter.
        """
        if not _may_go(self.folder, name, content):
            return ()
        refused = self._send(name, content)
        _file_as_sent(self.folder, name, content)
        return tuple(_refusal(name, address, refused[address]) for address in sorted(refused))

    def _send(self, name: str, content: bytes) -> _Refused:
        sender, recipients = _envelope(name, content)
        try:
            with closing(smtplib.SMTP(self.host, self.port, timeout=self.timeout)) as server:
                self._introduce(server)
                refused = server.sendmail(sender, recipients, content)
                with suppress(OSError):  # a lost goodbye does not make a sent letter unsent
                    server.quit()
                return refused
        except smtplib.SMTPAuthenticationError as error:
            raise MailSignInRefused(host=self.host, user=self.user) from error
        except smtplib.SMTPRecipientsRefused as error:
            raise self._nobody_served(name, error.recipients) from error
        except smtplib.SMTPResponseException as error:
            raise self._answered(name, error.smtp_code, _words(error.smtp_error)) from error
        except (smtplib.SMTPNotSupportedError, ssl.SSLCertVerificationError) as error:
            raise MailServerUnproven(host=self.host, reason=str(error)) from error
        except OSError as error:  # no route, no answer in time, hung up: SMTPException is one too
            raise MailServerSilent(host=self.host, port=self.port) from error

    def _introduce(self, server: smtplib.SMTP) -> None:
        if self.starttls:
            server.starttls(context=ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password)

    def _nobody_served(self, name: str, refused: _Refused) -> Exception:
        if all(_is_temporary(code) for code, _ in refused.values()):
            reply = "; ".join(sorted({_words(reply) for _, reply in refused.values()}))
            return MailServerBusy(host=self.host, reply=reply)
        return AddressesRefused(host=self.host, name=name, addresses=", ".join(sorted(refused)))

    def _answered(self, name: str, code: int, reply: str) -> Exception:
        if _is_temporary(code):
            return MailServerBusy(host=self.host, reply=reply)
        return LetterRefused(host=self.host, name=name, reply=reply)


def _held(outbox: Path, name: str) -> Path:
    return _named(outbox / "held", name)


def _sent(outbox: Path, name: str) -> Path:
    return _named(outbox / "sent", name)


def _named(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise LetterNameUnusable(name=name)
    return folder / f"{name.removesuffix('.eml')}.eml"


def _may_go(outbox: Path, name: str, content: bytes) -> bool:
    """Whether the letter has not gone yet; what goes is what is held, and nothing else."""
    if _sent(outbox, name).exists():
        return False
    waiting = _held(outbox, name)
    if waiting.exists() and waiting.read_bytes() != content:
        raise HeldLetterDiffers(name=name, path=waiting)
    return True


def _file_as_sent(outbox: Path, name: str, content: bytes) -> None:
    """Keep the bytes that went, then drop the held ones: in this order nothing goes twice."""
    write_whole(_sent(outbox, name), content)
    _held(outbox, name).unlink(missing_ok=True)


def _envelope(name: str, content: bytes) -> tuple[str, list[str]]:
    """From whom and to whom, as the letter's own headers say."""
    mail = message_from_bytes(content, policy=default)
    senders, receivers = (
        [address for _, address in getaddresses([str(line) for line in lines]) if "@" in address]
        for lines in (mail.get_all("From", []), mail.get_all("To", []) + mail.get_all("Cc", []))
    )
    if not senders or not receivers:
        raise LetterWithoutAddressee(key=name)
    return senders[0], list(dict.fromkeys(receivers))


def _refusal(name: str, address: str, answer: tuple[int, bytes]) -> Finding:
    return Finding(
        code="address-refused",
        severity=Severity.CHECK,
        message=f"The mail server refused {address} for the letter {name}: {_words(answer[1])}.",
        remedy="Correct the contact in the members register; the other addresses were served.",
    )


def _is_temporary(code: int) -> bool:
    return 400 <= code < 500


def _words(reply: bytes | str) -> str:
    text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join(text.split()).rstrip(".")
