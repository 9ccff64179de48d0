"""Before the year begins: the registers of members and of mapped needs are brought in."""

from prefect import flow

from tasks import desk, registers
from tasks.desk import Ending, on_the_desk


@flow(name="import-members", flow_run_name="Import members")
@on_the_desk
def import_members(file: str) -> Ending:
    """Read a members register: members, pillars, Board seats and contacts.

    When to press: before the first cycle, and whenever the register has changed.
    What it does: it reads the workbook as it is and names everything that must be put right at
    once; only a register without a blocking finding is kept, whole.
    What it never does: it deletes nobody. Who is no longer named ends on the day before.
    What next: import the needs register.

    Args:
        file: Path of the workbook, or its name in the folder "registers" of the home.
    """
    return desk.waiting(registers.import_members(file))


@flow(name="import-needs", flow_run_name="Import needs")
@on_the_desk
def import_needs(file: str, edition: str = "") -> Ending:
    """Read one edition of the needs register of the Needs Mapping reports.

    When to press: when a new Needs Mapping report is out, or its register was corrected.
    What it does: it reads the workbook as it is, names everything that must be put right at once,
    and links each need to the one it replaces.
    What it never does: it changes no edition that a cycle stands on.
    What next: prepare a cycle.

    Args:
        file: Path of the workbook, or its name in the folder "registers" of the home.
        edition: The years of the edition, for example 2025-2026, when the workbook does not say.
    """
    return desk.waiting(registers.import_needs(file, edition))
