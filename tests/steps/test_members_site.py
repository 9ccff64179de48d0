"""Accounts are opened and closed by the Secretariat, on record, and no secret is ever told."""

import hashlib
from pathlib import Path

import pytest

from data import store
from data.errors.members_site import (
    AccountExists,
    AccountNameUnfit,
    AccountOfNobody,
    AccountUnknown,
    TokenUnknown,
)
from data.queries import journal
from data.vocabulary import Cycle
from data.vocabulary.members_site import AccountAction
from tasks.edges.members_site.accounts import Accounts
from tasks.edges.members_site.admission import Admission
from tasks.exporting import export_package
from tasks.members_site import change_account, rebuild_catalogue
from tests.edges.one_members_site import Clock, released


def change(action: AccountAction, account: str = "", member: str = "", label: str = "") -> str:
    return change_account.fn(action, account, member, label)


def acts() -> list[str]:
    with store.session() as session:
        return [entry.act for entry in journal.entries(session)]


def handed(home: Path, kind: str) -> str:
    file = home / "members-letters" / f"ana.al {kind}.txt"
    assert file.stat().st_mode & 0o077 == 0
    return file.read_text(encoding="utf-8").strip()


def test_a_new_account_has_a_password_that_is_in_a_file_and_nowhere_else(registered: Path):
    told = change(AccountAction.ADD, "Ana.AL", "AL")
    password = handed(registered, "password")
    assert password not in told
    admission = Admission(Accounts(registered / "members-accounts.sqlite"), Clock())
    visitor = admission.by_session(admission.sign_in("ana.al", password, "192.0.2.7").key)
    assert visitor is not None
    assert (visitor.member, visitor.provisional) == ("AL", True)
    held = b"".join(p.read_bytes() for p in registered.glob("*.sqlite*"))
    assert password.encode() not in held
    assert acts()[-1] == "members' account added"


def test_what_cannot_be_is_refused_and_leaves_no_act(registered: Path):
    change(AccountAction.ADD, "ana.al", "AL")
    before = acts()
    with pytest.raises(AccountExists):
        change(AccountAction.ADD, "ana.al", "AL")
    with pytest.raises(AccountNameUnfit):
        change(AccountAction.ADD, "../ana", "AL")
    with pytest.raises(AccountOfNobody, match="import-members"):
        change(AccountAction.ADD, "eva", "ALB")
    with pytest.raises(AccountUnknown, match=r"Did you mean “ana\.al”"):
        change(AccountAction.DISABLE, "ana.all")
    with pytest.raises(TokenUnknown):
        change(AccountAction.REVOKE_TOKEN, "ana.al", label="statistics")
    assert acts() == before


def test_every_change_is_an_act_on_record(registered: Path):
    change(AccountAction.ADD, "ana.al", "AL")
    change(AccountAction.DISABLE, "ana.al")
    assert "ana.al: of AL, disabled" in change(AccountAction.LIST)
    change(AccountAction.ENABLE, "ana.al")
    change(AccountAction.RESET, "ana.al")
    change(AccountAction.ADD_TOKEN, "ana.al", label="statistics")
    assert handed(registered, "token") not in change(AccountAction.LIST)
    change(AccountAction.REVOKE_TOKEN, "ana.al", label="statistics")
    assert acts()[-5:] == [
        "members' account: disable",
        "members' account: enable",
        "members' account: reset",
        "members' account: add-token",
        "members' account: revoke-token",
    ]


def test_r17_catalogue_and_package_are_made_once(opened: Cycle, registered: Path):
    released(registered)
    (registered / "members-site" / "catalogue.sqlite").unlink()
    assert rebuild_catalogue.fn()
    assert not rebuild_catalogue.fn()
    told = export_package.fn(opened.code)
    written = acts()
    assert written[-1] == "database package exported"
    assert export_package.fn(opened.code) == told
    assert acts() == written
    package = (registered / "exports" / "iisg-database-2025.zip").read_bytes()
    assert hashlib.sha256(package).hexdigest() in told
