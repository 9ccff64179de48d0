"""One small cycle in facts: six partners, two supporters, nine needs, every kind of answer."""
# ruff: noqa: E501 -- the facts stand in tables, and a table is read across

from datetime import date

from data.vocabulary import (
    AnswerState,
    Chapter,
    Comment,
    Disposition,
    Gap,
    GapKind,
    InstrumentKind,
    LastYear,
    Member,
    MemberKind,
    Need,
    NeedReply,
    NeedStatus,
    Outline,
    Pillar,
    PossibleOverlap,
    ProjectSupport,
    ReplySituation,
    ResponseLine,
    Snapshot,
    StatementKind,
    SupportLine,
)
from tests.tables import rows

PILLAR = Pillar(
    "WBCTi",
    "Western Balkans Counter-Terrorism Initiative",
    "actions related to counter-terrorism and preventing and countering violent extremism",
)
DEADLINE = "Friday 13 March 2026, 17:00 CET (16:00 UTC)"

PARTNERS = tuple(
    Member(r["code"], r["name"], MemberKind.PARTNER)
    for r in rows("""
    | code | name                   |
    | AL   | Albania                |
    | BA   | Bosnia and Herzegovina |
    | XK   | Kosovo*                |
    | ME   | Montenegro             |
    | MK   | North Macedonia        |
    | RS   | Serbia                 |
    """)
)
SUPPORTERS = (
    Member("UNODC", "UNODC", MemberKind.INTERNATIONAL),
    Member("AT", "Austria", MemberKind.BILATERAL),
)


def member(code: str) -> Member:
    return next(each for each in (*PARTNERS, *SUPPORTERS) if each.code == code)


def needs(table: str) -> tuple[Need, ...]:
    """Needs; the key is the number in small letters, the status is open unless the table says."""
    return tuple(
        Need(
            key=r["number"].lower(),
            number=r["number"],
            member=r["number"][:2],
            pillar="WBCTi",
            sub_pillar=int(r["sub-pillar"]),
            filter=r["filter"],
            title=r["need"],
            status=NeedStatus(r.get("status", "open")),
            eu_reference=r.get("EU reference", ""),
        )
        for r in rows(table)
    )


def replies(table: str) -> tuple[NeedReply, ...]:
    return tuple(
        NeedReply(r["need"], AnswerState(r["state"]) if r["state"] else None, r.get("later on", ""))
        for r in rows(table)
    )


def responses(table: str) -> tuple[ResponseLine, ...]:
    return tuple(
        ResponseLine(
            need=r["need"],
            line=int(r["line"]),
            kind=StatementKind(r["kind"]) if r["kind"] else None,
            text=r["text"],
            instrument=InstrumentKind(r["instrument"]) if r.get("instrument") else None,
            reference=r.get("reference", ""),
            date_text=r.get("date", ""),
            with_project_support=ProjectSupport(r.get("support") or "unknown"),
            project=r.get("project", ""),
        )
        for r in rows(table)
    )


def support(table: str) -> tuple[tuple[str, SupportLine], ...]:
    return tuple(
        (
            r["reporter"],
            SupportLine(
                need=r["need"],
                line=int(r.get("line", "1")),
                title=r["title"],
                implementer=r.get("implementer", ""),
                donors=r.get("donors", ""),
                activity=r.get("activity", ""),
                start_text=r.get("from", ""),
                end_text=r.get("to", ""),
                budget=r.get("budget", ""),
                currency=r.get("currency", ""),
                status=r.get("status", ""),
            ),
        )
        for r in rows(table)
    )


def situations(table: str) -> tuple[ReplySituation, ...]:
    return tuple(
        ReplySituation(
            member(r["member"]),
            date.fromisoformat(r["asked"]) if r["asked"] else None,
            DEADLINE if r["asked"] else "",
            date.fromisoformat(r["received"]) if r["received"] else None,
        )
        for r in rows(table)
    )


NEEDS = needs("""
| number   | sub-pillar | filter                    | need                                            | status     | EU reference                 |
| AL-CT-01 | 1          | Criminal legislation      | Align the criminal code on terrorism offences   | open       | Acquis chapter 24, terrorism |
| AL-CT-02 | 3          | Online content            | Refer terrorist content online                  | partly met | Joint Action Plan 2025       |
| AL-CT-10 | 1          | Criminal legislation      | Adopt the law on a counter-terrorism database   | open       | Joint Action Plan 2025       |
| BA-CT-01 | 1          | Strategies and action plans | Adopt a new strategy with an action plan      | open       | Joint Action Plan 2025       |
| XK-CT-01 | 3          | Online content            | Train staff who detect terrorist content online | open       | Joint Action Plan 2025       |
| XK-CT-02 | 4          | Information exchange      | Exchange information with Europol               | open       | Acquis chapter 24, terrorism |
| ME-CT-01 | 2          | Coordination bodies       | Staff the office of the National Coordinator    | open       | Joint Action Plan 2025       |
| MK-CT-01 | 3          | Online content            | Equip the internet referral unit                | open       | Joint Action Plan 2025       |
| RS-CT-01 | 4          | Mechanisms of coordination and systems | Link the registers of two ministries | open       | Acquis chapter 24, terrorism |
""")

OUTLINE = Outline(
    "WBCTi",
    2,
    (
        Chapter(
            1,
            "Legal framework and implementation",
            ("Criminal legislation", "Strategies and action plans"),
        ),
        Chapter(2, "Institutional set-up and enforcement", ("Coordination bodies",)),
        Chapter(3, "Capacity building and support", ("Online content",)),
        Chapter(
            4,
            "Coordination and cooperation",
            ("Information exchange", "Mechanisms of coordination and systems"),
        ),
    ),
)

REPLIES = replies("""
| need     | state             | later on     |
| al-ct-01 | answered          |              |
| al-ct-02 | nothing to report |              |
| al-ct-10 | later             | June 2026    |
| xk-ct-01 | answered          |              |
| xk-ct-02 | not shareable     |              |
| me-ct-01 | answered          |              |
| mk-ct-01 | not applicable    |              |
""")

RESPONSES = responses("""
| need     | line | kind     | text                                                | instrument          | reference  | date       | support | project    |
| al-ct-01 | 2    | planned  | A by-law on the protection of victims is to follow. |                     |            | Q4 2026    | no      |            |
| al-ct-01 | 1    | achieved | The criminal code was amended.                      | law or by-law       | OG 12/2025 | June 2025  | yes     | EU4FAST-WB |
| xk-ct-01 | 1    | ongoing  | Kosovo Police trains 20 officers <with> “žargon” & ѓаконија. | training |            |            | no      |            |
| me-ct-01 | 1    | planned  | Three posts are to be filled.                       | staff               |            | 2026       |         |            |
""")

SUPPORT = support("""
| reporter | need     | title                                   | implementer | donors  | activity | from | to   | budget    | currency | status  |
| UNODC    | xk-ct-01 | Preventing terrorist use of the internet | UNODC      | Japan   | training | 2024 | 2026 | 1,200,000 | USD      | ongoing |
| AT       | xk-ct-01 | Cyber Patrol                            | Austria     | Austria | training | 2025 | 2027 |           |          | ongoing |
| AT       | al-ct-02 | Referral desk                           |             |         |          |      |      |           |          |         |
""")

COMMENTS = (
    Comment(
        1,
        "AL",
        "AL-CT-01",
        "The reference lacks the date.",
        "Official Gazette 12/2025 of 3 June 2025.",
        date(2026, 5, 4),
        Disposition.ACCEPTED,
    ),
    Comment(
        2,
        "UNODC",
        "Capacity building and support",
        "Mention the regional network.",
        "A regional network of referral units meets twice a year.",
        date(2026, 5, 5),
        Disposition.PARTLY,
        "Shortened.",
    ),
    Comment(
        3,
        "RS",
        "",
        "Delete the table.",
        "",
        date(2026, 5, 6),
        Disposition.NOT_ACCEPTED,
        "The structure was agreed by all partners.",
    ),
    Comment(
        4,
        "ME",
        "whole text",
        "Say when the next cycle begins.",
        "The next cycle begins in 2027.",
        date(2026, 5, 6),
        Disposition.ACCEPTED,
    ),
)

PARTNERS_ASKED = situations("""
| member | asked      | received   |
| AL     | 2026-01-12 | 2026-03-10 |
| BA     | 2026-01-12 |            |
| XK     | 2026-01-12 | 2026-03-12 |
| ME     | 2026-01-12 | 2026-03-13 |
| MK     | 2026-01-12 | 2026-03-09 |
| RS     |            |            |
""")

FIRST = Snapshot(
    cycle="2025",
    pillar=PILLAR,
    methodology="2022",
    reporting_from=date(2025, 1, 1),
    reporting_to=date(2025, 12, 31),
    outlook_to=date(2026, 12, 31),
    as_of=date(2026, 3, 20),
    outline=OUTLINE,
    partners=PARTNERS,
    supporters=SUPPORTERS,
    partner_situation=PARTNERS_ASKED,
    supporter_situation=(),
    needs=NEEDS,
    replies=REPLIES,
    responses=RESPONSES,
    support=(),
    gaps=(
        Gap(
            GapKind.PLANNED_ONLY,
            "me-ct-01",
            "ME",
            "The responses reported are intentions for the coming year; none is achieved or "
            "ongoing.",
        ),
    ),
    overlaps=(),
    comments=(),
    last_year={
        "al-ct-01": LastYear("2024", ("A draft was prepared.",), ("To amend the code in 2025.",))
    },
)


NEIGHBOURS = (
    *(("AL", "ME"), ("AL", "MK"), ("AL", "XK"), ("BA", "ME"), ("BA", "RS")),
    *(("ME", "RS"), ("ME", "XK"), ("MK", "RS"), ("MK", "XK"), ("RS", "XK")),
)


def at_the_end() -> Snapshot:
    """The same cycle after support and consultation, for consultation and final drafts."""
    known = {name: getattr(FIRST, name) for name in Snapshot.__dataclass_fields__}
    later = {
        "as_of": date(2026, 5, 20),
        "supporter_situation": situations("""
            | member | asked      | received   |
            | UNODC  | 2026-03-23 | 2026-04-10 |
            | AT     | 2026-03-23 | 2026-04-09 |
        """),
        "support": SUPPORT,
        "overlaps": (
            PossibleOverlap(
                "xk-ct-01",
                "Cyber Patrol (reported by Austria)",
                "Preventing terrorist use of the internet (reported by UNODC)",
                "Possible overlap, because both are reported for the same need.",
            ),
        ),
        "comments": COMMENTS,
        "neighbours": NEIGHBOURS,
    }
    return Snapshot(**(known | later))


LAST = at_the_end()
