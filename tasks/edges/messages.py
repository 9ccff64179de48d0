"""Messages: a letter as the bytes of an .eml file, and a message opened again."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage, Message
from email.policy import SMTP, compat32
from email.utils import format_datetime, getaddresses

from data.errors.post import (
    AddressUnreadable,
    LetterLineBroken,
    LetterWithoutAddressee,
    LetterWithoutMoment,
)
from data.vocabulary.post import OpenedLetter
from data.vocabulary.requests import Attachment, Letter

# What an address may be: ASCII only, for not every server takes more.
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # but line feed and tabulator
_LINE_BREAKERS = {"Cc", "Cs", "Zl", "Zp"}  # control, lone surrogate, line and paragraph separator
_MALFORMED = (LookupError, ValueError, TypeError, MessageError)  # what email raises on odd headers


def message(letter: Letter, sender: str) -> bytes:
    """Write a letter as a complete message (RFC 5322): lines end in CRLF, everything is ASCII.

    The same letter gives the same bytes on any day and in any process: Message-ID and boundaries
    come from the letter's key, the date from the letter (rules R8, R17).

    Args:
        letter: What to write; `to` and `copy_to` hold one address each, with or without a name.
        sender: Whom answers go to, as "IISG Secretariat <secretariat@iisg.example>".

    Raises:
        LetterWithoutAddressee: `to` is empty.
        LetterWithoutMoment: `written_at` has no zone.
        AddressUnreadable: an entry is not exactly one address.
        LetterLineBroken: subject, address or attachment name would break a header.
    """
    if not letter.to:
        raise LetterWithoutAddressee(key=letter.key)
    if letter.written_at.tzinfo is None:
        raise LetterWithoutMoment(key=letter.key)
    origin = _address(sender)
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = message_id(letter.key, sender)
    mail["Date"] = format_datetime(letter.written_at.astimezone(UTC))
    mail["From"] = origin
    mail["Reply-To"] = origin
    mail["To"] = [_address(to) for to in letter.to]
    if letter.copy_to:
        mail["Cc"] = [_address(to) for to in letter.copy_to]
    mail["Subject"] = _one_line("subject", letter.subject)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(_printable(letter.text), cte="quoted-printable")
    mail.add_alternative(_printable(letter.html), subtype="html", cte="quoted-printable")
    for attachment in letter.attachments:
        _attach(mail, attachment)
    _set_boundaries(mail, letter.key)
    return mail.as_bytes()


def message_id(key: str, sender: str) -> str:
    """The Message-ID of the letter with this key: known before it is posted, the same for ever."""
    return f"<{_digest(key)[:40]}@{_address(sender).domain}>"


def open_letter(content: bytes) -> OpenedLetter:
    """Read a message, ours or a stranger's; what cannot be decoded stays as it stands.

    The text is the first plain text that is no attachment, and empty when there is none.
    Attachments are all parts that bear a name or are marked as such, also those of a forwarded
    message; pictures and signatures of mail programs are left out.
    """
    mail = message_from_bytes(content, policy=compat32)
    senders = _addresses(mail, "from")
    return OpenedLetter(
        message_id=_header(mail, "message-id").strip(),
        sender=senders[0] if senders else "",
        to=_addresses(mail, "to"),
        copy_to=_addresses(mail, "cc"),
        subject=_header(mail, "subject"),
        text=next(_texts(mail), ""),
        attachments=tuple(_attachments(mail)),
    )


def open_message(content: bytes) -> OpenedLetter | None:
    """Read a stranger's message; None when it is too malformed to be opened."""
    try:
        return open_letter(content)
    except (*_MALFORMED, RecursionError):  # the library raises on some, and on endless nesting
        return None


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8")).hexdigest()


def _one_line(where: str, text: str) -> str:
    if any(unicodedata.category(character) in _LINE_BREAKERS for character in text):
        raise LetterLineBroken(where=where, text=repr(text))
    return text


def _address(text: str) -> Address:
    pairs = getaddresses([_one_line("address", text)])
    if len(pairs) != 1 or not _ADDRESS.fullmatch(pairs[0][1]):
        raise AddressUnreadable(address=text)
    name, address = pairs[0]
    return Address(display_name=name, addr_spec=address)


def _printable(text: str) -> str:
    """Members' words may hold anything; mail programs take no control characters."""
    kept = _CONTROLS.sub(" ", text.replace("\r\n", "\n"))
    return kept.encode("utf-8", "replace").decode("utf-8")


def _attach(mail: EmailMessage, attachment: Attachment) -> None:
    media = Message()
    media["Content-Type"] = _one_line("attachment's media type", attachment.media_type)
    mail.add_attachment(
        attachment.content,
        maintype=media.get_content_maintype(),
        subtype=media.get_content_subtype(),
        params=dict(media.get_params([])[1:]),
        filename=_one_line("attachment's name", attachment.name),
    )


def _set_boundaries(mail: EmailMessage, key: str) -> None:
    """Part the parts by the key, for the library would draw lots.

    Neither quoted-printable nor base64 can hold "=_", so no content looks like a boundary.
    """
    parents = [part for part in mail.walk() if part.is_multipart()]
    for number, part in enumerate(parents):
        part.set_boundary(f"=_{_digest(key)[:32]}_{number}")


def _header(mail: Message, name: str) -> str:
    """One header, unfolded and decoded; raw UTF-8 is taken for what it is."""
    raw = next((value for key, value in mail.raw_items() if key.lower() == name), "")
    unfolded = "".join(str(raw).splitlines())
    return _decoded(unfolded.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _decoded(text: str) -> str:
    try:
        return str(make_header(decode_header(text)))
    except _MALFORMED:
        return text


def _addresses(mail: Message, name: str) -> tuple[str, ...]:
    pairs = getaddresses([_header(mail, name)])
    return tuple(address for _, address in pairs if address)


def _leaves(mail: Message) -> Iterator[Message]:
    return (part for part in mail.walk() if not part.is_multipart())


def _texts(mail: Message) -> Iterator[str]:
    for part in _leaves(mail):
        if part.get_content_type() == "text/plain" and not _is_attached(part):
            charset = part.get_content_charset("utf-8")
            try:
                text = _bytes_of(part).decode(charset, "replace")
            except _MALFORMED:  # a character set nobody knows
                text = _bytes_of(part).decode("utf-8", "replace")
            yield text.replace("\r\n", "\n")


def _attachments(mail: Message) -> Iterator[Attachment]:
    for part in _leaves(mail):
        if _is_attached(part):
            name = _decoded(part.get_filename("attachment"))
            yield Attachment(_base_name(name), _bytes_of(part), part.get_content_type())


def _is_attached(part: Message) -> bool:
    kind, placed = part.get_content_type(), part.get_content_disposition()
    if kind.endswith("pkcs7-signature") or kind == "application/pgp-signature":
        return False
    if kind.startswith("image/") and (placed != "attachment" or part["content-id"]):
        return False  # a logo in somebody's signature
    return placed == "attachment" or part.get_filename() is not None


def _base_name(name: str) -> str:
    """A name from outside names a file, never a folder, and is one line."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    clean = "".join(c for c in last if unicodedata.category(c) not in _LINE_BREAKERS).strip()
    return clean if clean.strip(".") else "attachment"


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
