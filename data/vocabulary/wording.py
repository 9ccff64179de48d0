"""Sentences that are quoted, never paraphrased, and words that are printed everywhere alike."""

KOSOVO = "Kosovo*"

KOSOVO_FOOTNOTE = (
    "*This designation is without prejudice to positions on status, and is in line with "
    "UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
)

NO_LEGAL_PERSONALITY = (
    "According to the IISG ToR, the IISG does not have legal personality in international or local "
    "law."
)
NO_OBLIGATIONS = (
    "This Methodology do not, nor is intended to, create any binding, legal or financial "
    "obligations on any side under local or international law."
)
NO_SENSITIVE_INFORMATION = (
    "Under this Methodology, IISG Member is not expected to share sensitive information, such as "
    "operational law enforcement information or intelligence information. Activities in the "
    "framework of the IISG should be carried out without prejudice to existing forms of "
    "operational cooperation."
)
ONLY_OBLIGATION = (
    "Regarding the process for the development of the response mapping, the only obligation of the "
    "partner is to send information to IISG Secretariat (upon request) on the state of play of its "
    "efforts for his own mapped needs."
)

DISCLAIMERS = (NO_LEGAL_PERSONALITY, NO_OBLIGATIONS, NO_SENSITIVE_INFORMATION)

MARKING_DRAFT = "IISG members only – draft"
MARKING_MEMBERS = "IISG members only"
