"""The members' database as people use it: accounts, visits and the places of its files."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class AccountAction(StrEnum):
    """What the Secretariat does with an account. The value is what the command line takes."""

    ADD = "add"
    DISABLE = "disable"
    ENABLE = "enable"
    RESET = "reset"
    ADD_TOKEN = "add-token"  # noqa: S105 - the name of an act
    REVOKE_TOKEN = "revoke-token"  # noqa: S105 - the name of an act
    LIST = "list"
    LOG = "log"


class VisitKind(StrEnum):
    """What an account did at the door or behind it."""

    SIGN_IN = "sign-in"
    REFUSED = "sign-in refused"
    LOCKED = "sign-in while locked"
    SIGN_OUT = "sign-out"
    PASSWORD = "password changed"  # noqa: S105 - the name of an act
    PAGE = "page"
    EXPORT = "export"
    DOWNLOAD = "download"


@dataclass(frozen=True, slots=True)
class Account:
    """One account of one member. `provisional`: the password it was given must be changed first."""

    name: str
    member: str
    created_at: datetime
    disabled: bool
    provisional: bool
    locked_until: datetime | None
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One line of the access log; `what` is the path asked for, `token` the label of an API key."""

    at: datetime
    account: str
    kind: VisitKind
    what: str
    status: int
    address: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class SitePlaces:
    """Where the site finds its files: all of them are read, only `accounts` is written.

    `releases` holds a folder `<cycle>/<pillar>` per released report; `catalogue` is the SQLite file
    over all releases.
    """

    releases: Path
    catalogue: Path
    accounts: Path
    secret: Path
    templates: Path
