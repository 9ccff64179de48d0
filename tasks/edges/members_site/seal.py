"""The site's seal: cookies and forms bear a signature only this home can make."""

import hashlib
import hmac
import os
import secrets
import stat
from datetime import datetime
from pathlib import Path

from data.errors.members_site import SecretLiesOpen

_LENGTH = 32  # bytes


class Seal:
    """Signs and checks; the secret never leaves the object."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def session_cookie(self, key: str, expires: datetime) -> str:
        """The value of a session's cookie: its key, its end and the signature of both."""
        told = f"{key}.{int(expires.timestamp())}"
        return f"{told}.{self._sign('session', told)}"

    def session_key(self, cookie: str, now: datetime) -> str:
        """The key in a cookie of ours that has not expired; empty for every other one."""
        told, _, signature = cookie.rpartition(".")
        key, _, expires = told.rpartition(".")
        if not key or not self._is_ours(signature, "session", told):
            return ""
        return key if now.timestamp() < int(expires) else ""

    def device_cookie(self, name: str, key: str) -> str:
        """The value of the cookie of a browser in which the owner of an account has signed in."""
        return f"{key}.{self._sign('device', f'{name} {key}')}"

    def device_key(self, cookie: str, name: str) -> str:
        """The key in a browser's cookie, if it was given for this account; else empty."""
        key, _, signature = cookie.rpartition(".")
        return key if key and self._is_ours(signature, "device", f"{name} {key}") else ""

    def form_mark(self, key: str) -> str:
        """What a form bears so that no other site can send it; bound to the visitor's cookie."""
        return self._sign("form", key)

    def is_form_mark(self, key: str, mark: str) -> bool:
        return bool(key) and self._is_ours(mark, "form", key)

    def _is_ours(self, signature: str, purpose: str, told: str) -> bool:
        """Whatever signs were sent: a comparison of bytes refuses none of them with an error."""
        return hmac.compare_digest(signature.encode(), self._sign(purpose, told).encode())

    def _sign(self, purpose: str, told: str) -> str:
        return hmac.new(self._secret, f"{purpose}:{told}".encode(), hashlib.sha256).hexdigest()


def load_seal(file: Path) -> Seal:
    """The seal of a home; its secret is made on first use and readable by its owner alone.

    Raises:
        SecretLiesOpen: other users of the machine can read the file, or it is damaged.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Seal(_read(file))
    with open(opened, "wb") as new:  # noqa: PTH123 - a descriptor, not a path
        new.write(secrets.token_bytes(_LENGTH))
    return Seal(_read(file))


def _read(file: Path) -> bytes:
    secret = file.read_bytes()
    lies_open = os.name == "posix" and stat.S_IMODE(file.stat().st_mode) & 0o077
    if lies_open or len(secret) != _LENGTH:
        raise SecretLiesOpen(file=file)
    return secret
