"""The words simulated members use. They are composed; nobody ever reported them."""

REPORTED = (
    (
        "The working group finished the draft amendments; the government adopted them and they "
        "are in parliamentary procedure.",
        "law or by-law",
        "Official Gazette 47",
    ),
    (
        "The strategy and its action plan were adopted, with a budget for three years and a "
        "yearly report to the government.",
        "strategy or action plan",
        "Government decision 112/4",
    ),
    (
        "Posti i koordinatorit kombëtar u plotësua; two deputies were appointed and the office has "
        "its own budget line.",
        "institution or unit",
        "Order of the Minister 38",
    ),
    (
        "Eight analysts were recruited; six of them have completed the basic course. Preostala dva "
        "radna mjesta su raspisana.",
        "staff",
        "Rulebook on posts, annex 2",
    ),
    (
        "Four training courses for 86 officers and prosecutors; the curriculum is now part of the "
        "police academy’s programme.",
        "training",
        "Academy programme, module 7",
    ),
    (
        "The laboratory received new licences and two workstations, and its backlog has fallen to "
        "three months.",
        "equipment",
        "Handover record 2/11",
    ),
    (
        "The agreement between the police, customs and the financial intelligence unit is signed; "
        "joint case meetings take place every month.",
        "agreement",
        "Memorandum of 14 March",
    ),
    (
        "Участие во две заеднички акции; the results were shared through the Europol channel and a "
        "debriefing was held.",
        "operation",
        "Operational action 3.2",
    ),
    (
        "Иницирана је измена правилника; standard operating procedures are applied in all regional "
        "offices since the summer.",
        "law or by-law",
        "Правилник 21",
    ),
    (
        "A public campaign reached schools in twelve municipalities; first-line practitioners use "
        "the new referral form.",
        "other",
        "Annual report of the coordinator",
    ),
)
PLANNED = (
    "Adoption of the implementing by-laws and a first round of training.",
    "Connection of the regional offices to the common case system.",
    "A joint exercise with two neighbouring partners.",
    "Recruitment for the remaining posts and a mentoring scheme.",
)
WISHES = (
    "Expert advice on drafting the by-laws would be welcome.",
    "Support for licences and maintenance of the equipment is requested.",
    "Training places for investigators and prosecutors are requested.",
    "A study visit to a comparable institution is requested.",
)
PROJECTS = (
    (
        "Regional action against serious crime",
        "Advice, training and joint investigation teams for police and prosecution.",
        "IPA III",
    ),
    (
        "Borders that connect",
        "Equipment, document experts and common crossing points.",
        "European Union",
    ),
    (
        "Prevention begins at school",
        "Training of first-line practitioners and local referral teams.",
        "Bilateral funds",
    ),
    (
        "Following the money",
        "Financial investigation, asset recovery and management of seized assets.",
        "IPA III; bilateral funds",
    ),
    (
        "Digital evidence in practice",
        "Laboratory licences, certified examiners and mentoring.",
        "European Union",
    ),
    (
        "Fair and orderly returns",
        "Protocols, interpreters and escort procedures.",
        "Bilateral funds",
    ),
    (
        "Small arms, safe communities",
        "Marking, tracing and safe storage of firearms.",
        "Multi-donor trust fund",
    ),
)

EU_REFERENCES = (
    "Acquis chapter 24, organised crime",
    "Acquis chapter 24, terrorism",
    "Joint Action Plan 2025, area 2",
    "Reform Agenda, rule of law",
)
