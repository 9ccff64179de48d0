"""Who may come in: passwords and their lock-out, sessions, API tokens.

Names that do not exist are counted and locked like those that do, and take as long to refuse, so
that nobody learns at the door who has an account. A browser in which the owner has signed in before
is counted by itself: whoever locks a name again and again keeps strangers out, not its owner.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from tasks.edges.members_site import passwords
from tasks.edges.members_site.accounts import Accounts

FAILURES = 5  # in a row lock a name …
LOCKED_FOR = timedelta(minutes=15)  # … for so long; older failures are forgotten
FAILURES_OF_ADDRESS = 30  # whoever tries many names is kept out as well
SESSION = timedelta(hours=8)
_LONGEST_NAME = 80

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who may come in: by session (`key`) or by API token (`token`, its label)."""

    account: str
    member: str
    provisional: bool
    key: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a name and a password came to: a new session's key, or the end of a lock."""

    key: str = ""
    expires: datetime | None = None
    locked_until: datetime | None = None


class Admission:
    """The rules of the door over the accounts of a home; `now` tells the time in UTC."""

    def __init__(self, accounts: Accounts, now: Now) -> None:
        self._accounts, self.now = accounts, now

    def sign_in(self, name: str, password: str, address: str, device: str = "") -> Answer:
        """Let in whoever knows the password of an open account; count whoever does not.

        Args:
            name: As it was typed.
            password: As it was typed.
            address: Where the visitor comes from.
            device: The key of a browser in which the owner of this account has signed in before.
        """
        name, now = told_name(name), self.now()
        counted = [(f"device {device}", FAILURES)] if device else [(name, FAILURES)]
        if not device:
            counted.append((_of(address), FAILURES_OF_ADDRESS))
        locked = max(filter(None, (self._lock(each) for each, _ in counted)), default=None)
        if locked is not None and locked > now:
            return Answer(locked_until=locked)
        with self._accounts.opened() as books:
            found = books.execute(
                "SELECT password FROM account WHERE name = ? AND disabled = 0", (name,)
            ).fetchone()
        stored = found[0] if found else passwords.NOBODY
        if not passwords.matches(password, stored) or not found:
            locks = [self._count(each, most, now) for each, most in counted]
            return Answer(locked_until=locks[0])
        with self._accounts.writing() as books:
            books.execute("DELETE FROM attempt WHERE name = ?", (counted[0][0],))
        return self.begin(name)

    def begin(self, name: str) -> Answer:
        """Begin a session, and sweep out those that have expired."""
        key, now = passwords.new_key(), self.now()
        expires = now + SESSION
        with self._accounts.writing() as books:
            books.execute("DELETE FROM session WHERE expires_at <= ?", (now.isoformat(),))
            books.execute(
                "INSERT INTO session (key, account, expires_at) VALUES (?, ?, ?)",
                (passwords.fingerprint(key), name, expires.isoformat()),
            )
        return Answer(key, expires)

    def end(self, key: str) -> None:
        """End a session."""
        with self._accounts.writing() as books:
            books.execute("DELETE FROM session WHERE key = ?", (passwords.fingerprint(key),))

    def by_session(self, key: str) -> Visitor | None:
        """Who holds this session, if it has not ended and the account is open."""
        with self._accounts.opened() as books:
            row = books.execute(
                "SELECT account.name, member, provisional FROM session "
                "JOIN account ON account.name = session.account "
                "WHERE session.key = ? AND expires_at > ? AND disabled = 0",
                (passwords.fingerprint(key), self.now().isoformat()),
            ).fetchone()
        return Visitor(row[0], row[1], bool(row[2]), key=key) if row else None

    def by_token(self, key: str) -> Visitor | None:
        """Whose API token this is, if it is in force and the account is open."""
        with self._accounts.opened() as books:
            row = books.execute(
                "SELECT account.name, member, label FROM token "
                "JOIN account ON account.name = token.account "
                "WHERE token.key = ? AND revoked_at IS NULL AND disabled = 0",
                (passwords.fingerprint(key),),
            ).fetchone()
        return Visitor(row[0], row[1], False, token=row[2]) if row else None

    def knows(self, name: str) -> str:
        """The name of an account as it is kept; empty when there is none of this name."""
        with self._accounts.opened() as books:
            row = books.execute(
                "SELECT name FROM account WHERE name = ?", (told_name(name),)
            ).fetchone()
        return row[0] if row else ""

    def change_password(
        self, name: str, present: str, chosen: str, address: str, device: str = ""
    ) -> Answer:
        """Take the password a person chose, if the present one is right; begins a new session."""
        answer = self.sign_in(name, present, address, device)
        if not answer.key:
            return answer
        self._accounts.set_password(name, chosen, provisional=False)
        return self.begin(name)

    def _lock(self, name: str) -> datetime | None:
        with self._accounts.opened() as books:
            row = books.execute(
                "SELECT locked_until FROM attempt WHERE name = ?", (name,)
            ).fetchone()
        return datetime.fromisoformat(row[0]) if row and row[0] else None

    def _count(self, name: str, most: int, now: datetime) -> datetime | None:
        """Count one failure; at the last one the name is locked, and the counting begins anew."""
        forgotten = (now - LOCKED_FOR).isoformat()
        with self._accounts.writing() as books:
            books.execute("DELETE FROM attempt WHERE last_at < ?", (forgotten,))
            failures: int = books.execute(
                "INSERT INTO attempt (name, failures, last_at) VALUES (?, 1, ?) ON CONFLICT (name) "
                "DO UPDATE SET failures = failures + 1, last_at = excluded.last_at "
                "RETURNING failures",
                (name, now.isoformat()),
            ).fetchone()[0]
            locked = now + LOCKED_FOR if failures >= most else None
            if locked:
                books.execute(
                    "UPDATE attempt SET failures = 0, locked_until = ? WHERE name = ?",
                    (locked.isoformat(), name),
                )
        return locked


def told_name(typed: str) -> str:
    """The name of an account, as it is kept, from what was typed."""
    return typed.strip().casefold()[:_LONGEST_NAME]


def _of(address: str) -> str:
    """How an address is counted: of the new kind, one household has as many as it likes."""
    try:
        number = ip_address(address)
    except ValueError:
        return f"address {address}"  # no account has a space in its name
    if isinstance(number, IPv6Address) and number.ipv4_mapped is None:
        return f"address {ip_network((number, 64), strict=False)}"
    return f"address {number}"
