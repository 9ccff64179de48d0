"""The tables, a file for each aggregate. A column that needs explaining is explained there."""

from data.schema.board import (
    Amendment,
    AmendmentTick,
    ApprovalRound,
    BoardDelivery,
    BoardPosition,
    BoardVoice,
    Decision,
    DecisionConfirmation,
    DecisionRecall,
)
from data.schema.cycles import (
    Agreement,
    CalendarItem,
    CalendarVersion,
    Cycle,
    Meeting,
    StructureVersion,
    Track,
)
from data.schema.journal import JournalEntry, ShelfFile
from data.schema.members import BoardSeat, Contact, Member, MemberName, Membership
from data.schema.methodology import (
    Filter,
    FrameworkReference,
    MethodologyVersion,
    Pillar,
    SubPillar,
)
from data.schema.needs import Need, NeedLineage, NeedsMapping
from data.schema.releases import Release
from data.schema.reports import (
    Comment,
    Draft,
    Finding,
    Narrative,
    PossibleOverlap,
    Summary,
)
from data.schema.requests import Letter, Request, Return
from data.schema.responses import (
    ConfirmedBlank,
    NeedReply,
    PlannedReply,
    Response,
    ReturnedText,
    SupportLink,
    SupportProject,
    WithheldText,
)

__all__ = [
    "Agreement",
    "Amendment",
    "AmendmentTick",
    "ApprovalRound",
    "BoardDelivery",
    "BoardPosition",
    "BoardSeat",
    "BoardVoice",
    "CalendarItem",
    "CalendarVersion",
    "Comment",
    "ConfirmedBlank",
    "Contact",
    "Cycle",
    "Decision",
    "DecisionConfirmation",
    "DecisionRecall",
    "Draft",
    "Filter",
    "Finding",
    "FrameworkReference",
    "JournalEntry",
    "Letter",
    "Meeting",
    "Member",
    "MemberName",
    "Membership",
    "MethodologyVersion",
    "Narrative",
    "Need",
    "NeedLineage",
    "NeedReply",
    "NeedsMapping",
    "Pillar",
    "PlannedReply",
    "PossibleOverlap",
    "Release",
    "Request",
    "Response",
    "Return",
    "ReturnedText",
    "ShelfFile",
    "StructureVersion",
    "SubPillar",
    "Summary",
    "SupportLink",
    "SupportProject",
    "Track",
    "WithheldText",
]
