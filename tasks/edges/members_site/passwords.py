"""Passwords and keys: what is stored proves what was typed and cannot be turned back into it."""

import base64
import hashlib
import hmac
import secrets

_COST, _BLOCK, _LANES = 2**15, 8, 1  # 32 MB and about a tenth of a second for each guess
_MEMORY = 2 * 128 * _COST * _BLOCK
_SALT = 16  # bytes
SHORTEST = 12  # signs of a password people choose
LONGEST = 200


def new_password() -> str:
    """A password nobody has to remember for long: 24 signs in groups of six."""
    signs = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that are read as one another
    drawn = "".join(secrets.choice(signs) for _ in range(24))
    return "-".join(drawn[start : start + 6] for start in range(0, 24, 6))


def new_key() -> str:
    """A key no one can guess, for a session or an API token."""
    return secrets.token_urlsafe(32)


def scramble(password: str) -> str:
    """What is stored of a password: method, cost, salt and scrypt's digest."""
    salt = secrets.token_bytes(_SALT)
    parts = (base64.b64encode(part).decode() for part in (salt, _digest(password, salt)))
    return "$".join(("scrypt", str(_COST), *parts))


def matches(password: str, stored: str) -> bool:
    """Whether a password is the one stored; takes its time for no account as for one."""
    method, _cost, salt, digest = stored.split("$")
    told = _digest(password[: LONGEST + 1], base64.b64decode(salt))
    return method == "scrypt" and hmac.compare_digest(told, base64.b64decode(digest))


def fingerprint(key: str) -> str:
    """What is stored of a key that is long and random already: its SHA-256."""
    return hashlib.sha256(key.encode()).hexdigest()


def _digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32
    )


NOBODY = scramble(new_key())
"""Stands for the password of an account that does not exist."""
