"""Nothing is asked before calendar and structure are agreed (rule R1)."""

from data.errors.base import Refusal


class NotAgreedYet(Refusal):
    what = "Version {version} of the {subject} is not agreed by every partner: {standing}"
    remedy = "Record each partner's word with `mapping record-agreement`, then ask again."
