"""Sentences of the Methodology that reports and summaries quote word for word."""

TERM_RESPONSE = (
    'The term "response" refers to individual efforts that the partner undertakes in the area of '
    "mapped need, with and without project support."
)
NO_OTHER_OBLIGATION = (
    "No other obligation is foreseen for his or any other partner in regard to the developed need "
    "through the process of the needs mapping."
)
PERIODS = (
    "The mapping will cover the responses provided in the past year, and to the extent possible "
    "the responses planned for the coming year."
)
BASELINE = (
    "The information received from all partners will serve as a baseline for Annual Response "
    "Mapping report. This report will support the process to identify the gaps, duplications, and "
    "potential for improvements in the coordination activities."
)
PURPOSE = (
    "The purpose of this process is to map the responses to the security needs in the areas of the "
    "three IISG pillars."
)
FOUR_PHASES = (
    "The response mapping process shall cover the following four phases: 1) "
    "preparatory/identification phase, 2) development phase, 3) approval phase and 4) input into "
    "the IISG Database."
)
FRAMEWORK = (
    "As such, the framework for identification of the responses to the identified need is the EU's "
    "Enlargement strategy (including acquis, standards and practices) and other relevant documents "
    "produced by IISG members."
)
CALENDAR = (
    "IISG Secretariat prepares draft calendar for the response mapping process, consults and "
    "agrees with WB partners"
)
STRUCTURE = (
    "IISG Secretariat prepares and proposes the structure of the report, upon the four sub-pillars "
    "according to which the logic of mapping responses complements the IISG mission."
)
SUMMARY_PUBLIC = (
    "In addition to this, the approved summary of the annual reports will be published on the IISG "
    "website and will be available to the wider public."
)
