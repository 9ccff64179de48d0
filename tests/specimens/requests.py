"""Requests as they are sent in the tests: two partners, four sub-pillars, written as tables."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from data.vocabulary import LastYear, Need, RequestForm, RequestKind
from tasks.edges.workbook.request import draw_request
from tests.tables import rows

TEMPLATES = Path(__file__).parents[2] / "templates" / "requests"

SUB_PILLARS = (
    (1, "Legal framework and implementation"),
    (2, "Institutional set-up and enforcement"),
    (3, "Capacity building and support"),
    (4, "Coordination and cooperation"),
)


def needs(table: str) -> tuple[Need, ...]:
    return tuple(
        Need(
            key=row["key"],
            number=row["number"],
            member=row["member"],
            pillar="WBCTi",
            sub_pillar=int(row["sub-pillar"]),
            filter=row["filter"],
            title=row["title"],
            description=row["description"],
            eu_reference=row["EU reference"],
        )
        for row in rows(table)
    )


OF_KOSOVO = needs("""
| key    | number   | member | sub-pillar | filter               | title                   | description         | EU reference         |
| n-0001 | XK-CT-01 | XK     | 1          | Criminal legislation | Align the criminal code | Transpose 2017/541. | Acquis chapter 24    |
| n-0002 | XK-CT-02 | XK     | 1          | Strategies           | Adopt a strategy        | For 2026 to 2030.   | Joint Action Plan    |
| n-0003 | XK-CT-07 | XK     | 3          | Training             | Train the prosecutors   |                     |                      |
""")  # noqa: E501 – a table reads better on long lines than broken
OF_SERBIA = needs("""
| key    | number   | member | sub-pillar | filter       | title                  | description      | EU reference |
| n-0101 | RS-CT-01 | RS     | 1          | Strategies   | Renew the action plan  | With indicators. |              |
| n-0102 | RS-CT-04 | RS     | 4          | Coordination | Name a contact point   | Round the clock. |              |
""")  # noqa: E501 – a table reads better on long lines than broken

LAST_YEAR = {"n-0001": LastYear("2024", ("Draft law sent to the assembly.",), ())}

RESPONSE = RequestForm(
    reference="2025-WBCTi-XK-response",
    kind=RequestKind.RESPONSE,
    template_version="response-2",
    member_name="Kosovo*",
    pillar="WBCTi",
    pillar_name="Western Balkans Counter-Terrorism Initiative",
    cycle="2025",
    period="1 January to 31 December 2025",
    outlook="1 January to 31 December 2026",
    deadline="Friday 13 March 2026, 17:00 CET",
    contact="IISG Secretariat, secretariat@iisg.example",
    sub_pillars=SUB_PILLARS,
    needs=OF_KOSOVO,
    owner_names={"XK": "Kosovo*"},
    last_year=LAST_YEAR,
)
SUPPORT = replace(
    RESPONSE,
    reference="2025-WBCTi-EC-support",
    kind=RequestKind.SUPPORT,
    template_version="support-2",
    member_name="European Commission",
    needs=(*OF_SERBIA, *OF_KOSOVO),
    owner_names={"RS": "Serbia", "XK": "Kosovo*"},
)


@cache
def template(kind: RequestKind) -> tuple[bytes, str]:
    """The template and its contract, as they lie in the repository."""
    contract = (TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8")
    return (TEMPLATES / f"{kind}.xlsx").read_bytes(), contract


def drawn(form: RequestForm) -> bytes:
    return draw_request(*template(form.kind), form)


@cache
def response_workbook() -> bytes:
    return drawn(RESPONSE)


@cache
def support_workbook() -> bytes:
    return drawn(SUPPORT)
