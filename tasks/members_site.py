"""The members' database: its catalogue, its accounts, and the process that serves it."""

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from data import clock, store
from data.errors.members_site import (
    AccountExists,
    AccountNameUnfit,
    AccountOfNobody,
    AccountUnknown,
    TokenExists,
    TokenUnknown,
    TokenWithoutALabel,
)
from data.queries import journal, members
from data.settings import settings
from data.vocabulary.members_site import Account, AccountAction, SitePlaces
from tasks.edges.members_site import passwords
from tasks.edges.members_site.accounts import Accounts
from tasks.edges.whole_files import write_whole
from tasks.members_catalogue import catalogue
from tasks.members_places import places
from tasks.patience import step
from tasks.rules.near_misses import did_you_mean
from tasks.rules.phrases import counted

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*(@[a-z0-9.-]+)?")
_LONGEST_NAME = 60
_LINES = 200  # of the access log, shown at once


@step("rebuild the catalogue")
def rebuild_catalogue() -> bool:
    """Bring the catalogue in line with what is released; False when it is already.

    Readers see the old one or the new one, never a half of it (rule R17: twice is once).

    Raises:
        ReleasedFileChanged: a released file is not the one its manifest names.
    """
    return _rebuild(places())


def _rebuild(at: SitePlaces) -> bool:
    content = catalogue()
    if at.catalogue.is_file() and at.catalogue.read_bytes() == content:
        return False
    write_whole(at.catalogue, content, 0o600)
    return True


def serve_members(port: int) -> None:
    """Become the server of the members' database, on this machine alone, until Ctrl-C.

    The process that answers strangers knows neither Prefect nor the books: it is another program,
    which takes the place of this one.

    Raises:
        ReleasedFileChanged: a released file is not the one its manifest names.
    """
    _rebuild(places())
    sys.stdout.write(f"The members' database answers at http://127.0.0.1:{port}; Ctrl-C ends it.\n")
    sys.stdout.flush()
    os.environ["MAPPING_HOME"] = str(settings().root)
    words = [sys.executable, "-m", "tasks.members_serving", str(port)]
    os.execv(sys.executable, words)  # noqa: S606 - our own interpreter and our own words


@step("change an account of the members' database")
def change_account(action: AccountAction, account: str, member: str, label: str) -> str:
    """Do one thing with the accounts and tell it in a sentence; secrets go into a file.

    Passwords and tokens never pass through Prefect, its states or its logs: they are written once,
    into a file only its owner can read, and kept elsewhere as digests.

    Raises:
        Refusal: the account, the member or the token is not what the action needs.
    """
    accounts, name = Accounts(places().accounts), account.strip().casefold()
    match action:
        case AccountAction.LIST:
            return _listed(accounts.all())
        case AccountAction.LOG:
            return _logged(accounts, name)
        case AccountAction.ADD:
            return _add(accounts, name, member)
        case AccountAction.DISABLE | AccountAction.ENABLE | AccountAction.RESET:
            return _change(accounts, action, name)
        case AccountAction.ADD_TOKEN | AccountAction.REVOKE_TOKEN:
            return _change_token(accounts, action, name, label.strip())


def _add(accounts: Accounts, name: str, member: str) -> str:
    if not _NAME.fullmatch(name) or not 2 <= len(name) <= _LONGEST_NAME:
        raise AccountNameUnfit(account=name)
    password, at = passwords.new_password(), _now()
    with store.session() as session:
        codes = [each.code for each in members.on(session, clock.today())]
        if member not in codes:
            hint = f" {did_you_mean(member, codes)}".rstrip()
            raise AccountOfNobody(member=member, hint=hint, known=", ".join(sorted(codes)))
        facts = {"account": name, "member": member}
        journal.append(session, clock.now(), "Secretariat", "members' account added", name, facts)
        if not accounts.add(name, member, password, at):
            raise AccountExists(account=name)
    return f"The account {name} of {member} is open. {_handed(name, 'password', password)}"


def _change(accounts: Accounts, action: AccountAction, name: str) -> str:
    _refuse_unknown(accounts, name)
    password = passwords.new_password()
    with store.session() as session:
        act = f"members' account: {action}"
        journal.append(session, clock.now(), "Secretariat", act, name, {"account": name})
        match action:
            case AccountAction.DISABLE:
                accounts.disable(name)
            case AccountAction.ENABLE:
                accounts.enable(name)
            case _:
                accounts.set_password(name, password, provisional=True)
    if action is AccountAction.RESET:
        return f"{name} has a new password. {_handed(name, 'password', password)}"
    if action is AccountAction.DISABLE:
        return f"{name} is disabled; whoever was signed in under it is out."
    return f"{name} is open, and no lock is on it."


def _change_token(accounts: Accounts, action: AccountAction, name: str, label: str) -> str:
    _refuse_unknown(accounts, name)
    if not label:
        raise TokenWithoutALabel
    key, at = passwords.new_key(), _now()
    with store.session() as session:
        act, facts = f"members' account: {action}", {"account": name, "label": label}
        journal.append(session, clock.now(), "Secretariat", act, name, facts)
        if action is AccountAction.REVOKE_TOKEN:
            if not accounts.revoke_token(name, label, at):
                raise TokenUnknown(account=name, label=label)
            return f"The token {label} of {name} no longer opens anything."
        if not accounts.add_token(name, label, key, at):
            raise TokenExists(account=name, label=label)
    return f"The token {label} of {name} is in force. {_handed(name, 'token', key)}"


def _refuse_unknown(accounts: Accounts, name: str) -> None:
    known = [each.name for each in accounts.all()]
    if name not in known:
        raise AccountUnknown(account=name, hint=f" {did_you_mean(name, known)}".rstrip())


def _handed(name: str, kind: str, secret: str) -> str:
    """Write a secret where only its owner reads it, and say where."""
    file: Path = settings().root / "members-letters" / f"{name} {kind}.txt"
    write_whole(file, f"{secret}\n".encode(), 0o600)
    return f"Its {kind} stands in {file}: hand it over, then delete that file."


def _listed(accounts: list[Account]) -> str:
    lines = [f"{counted(len(accounts), 'account')} of the members' database"]
    for each in accounts:
        facts = [
            f"of {each.member}",
            "disabled" if each.disabled else "open",
            "password not yet their own" if each.provisional else "",
            f"locked until {each.locked_until:%H:%M} UTC" if _is_locked(each) else "",
            f"tokens: {', '.join(each.tokens)}" if each.tokens else "",
        ]
        lines.append(f"  - {each.name}: {', '.join(filter(None, facts))}")
    return "\n".join(lines)


def _is_locked(account: Account) -> bool:
    return account.locked_until is not None and account.locked_until > _now()


def _logged(accounts: Accounts, name: str) -> str:
    visits = accounts.visits(name, _LINES)
    lines = [f"The newest {counted(len(visits), 'line')} of the access log"]
    for each in visits:
        who = f"{each.account} (token {each.token})" if each.token else each.account
        moment = f"{each.at:%Y-%m-%d %H:%M:%S} UTC"
        lines.append(f"  - {moment} {who} {each.kind} {each.what} {each.status} {each.address}")
    return "\n".join(lines)


def _now() -> datetime:
    """The real moment, in a rehearsal too: a door is locked by the clock on the wall."""
    return datetime.now(UTC)
