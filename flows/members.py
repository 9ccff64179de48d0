"""The members' door: who may come in, and the package for the existing IISG Database."""

from prefect import flow

from data.vocabulary.members_site import AccountAction
from tasks import desk, exporting, members_site
from tasks.desk import Ending, on_the_desk


@flow(name="members-account", flow_run_name="Members' account: {action} {account}")
@on_the_desk
def members_account(
    action: AccountAction, account: str = "", member: str = "", label: str = ""
) -> Ending:
    """Open, close and reset the accounts of the members' database, and see who was there.

    When to press: when a member names somebody who shall read the reports, or when somebody left,
    forgot a password or needs a token for a program.
    What it does: it changes one account at once, without a restart. A password or token is written
    into a file that only you can read; the first password must be changed at the first sign-in.
    What it never does: it shows no password in a run, a log or a letter, and it deletes no line of
    the access log.
    What next: hand the secret over by another way than the site's address; delete its file.

    Args:
        action: add, disable, enable, reset, add-token, revoke-token, list or log.
        account: Name of the account, for example its owner's e-mail address; log takes all without.
        member: Code of the member the account belongs to; for add.
        label: What an API token is for; for add-token and revoke-token.
    """
    return desk.waiting(members_site.change_account(action, account, member, label))


@flow(name="export-database", flow_run_name="Export {cycle} for the IISG Database")
@on_the_desk
def export_database(cycle: str) -> Ending:
    """Pack what was released of a cycle for the existing IISG Database.

    When to press: when the reports of a cycle are released and shall go into the IISG Database.
    What it does: it writes one zip file with tables, released files, an explanation of every column
    and a manifest with the SHA-256 of each file into the folder "exports" of the home.
    What it never does: it sends nothing anywhere, and it packs nothing the Board did not approve.
    What next: hand the file to whoever runs the IISG Database, with its SHA-256 by another way.

    Args:
        cycle: Code of the cycle, for example 2025.
    """
    members_site.rebuild_catalogue()
    return desk.waiting(exporting.export_package(cycle))
