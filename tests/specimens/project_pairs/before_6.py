"""Labelled pairs written before the scoring was fixed: a fifth trial, when facets were being added.

When fresh, 4 of 7 possible overlaps were found, and 4 of 6 pairs called so were worth it.
"""
# ruff: noqa: E501 -- tables are read across; members write in two scripts

PAIRS = """
| pair | label     | reporter | needs      | filter   | title | implementer | donors | activity | from | to | budget |
| 501 | overlap   | UNODC | RS-1       | finance  | Hawala and informal value transfer: inspections by the administration for AML | UNODC | Sweden | workshops for inspectors | 2025-03 | 2026-02 | 110000 USD |
| 501 |           | COE   | RS-1       | finance  | Supervision of money value transfer services | Council of Europe | EU | training of supervisors | 2025 | 2027 | 240000 EUR |
| 502 | overlap   | IOM   | BA-1       | migration | Alternatives to detention for irregular migrants | IOM | Denmark | standard procedures and training | 2025 | 2026 | 180000 EUR |
| 502 |           | UNHCR | BA-1       | migration | Alternativni smještaj umjesto detencije migranata | UNHCR | EU | obuka, procedure | 2025 | 2026 | 90000 EUR |
| 503 | overlap   | DE    | ME-1       | equipment | Drone defence for the special anti-terrorist unit | Germany | Germany | supply of jammers | 2025 | 2026 | 350000 EUR |
| 503 |           | US    | ME-1       | equipment | Counter-UAS equipment for special police | DTRA | USA | equipment | 2025 | 2027 | 500000 USD |
| 504 | overlap   | FR    | XK-1       | exchange | Advance passenger data: drafting of the legal framework | Civipol | France | legal advice | 2025 | 2025 | 50000 EUR |
| 504 |           | UNOCT | XK-1       | exchange | PNR/API legislation, CT Travel Programme | UNOCT | Netherlands | drafting of laws | 2024 | 2026 | 120000 USD |
| 505 | overlap   | OSCE  | AL-1       | prevention | Imams, teachers and social workers as first-line practitioners against radicalisation | OSCE | Austria | workshops | 2025 | 2026 | 60000 EUR |
| 505 |           | UNDP  | AL-1       | prevention | Strengthening local resilience: training of frontline practitioners on PVE | UNDP | Japan | training | 2024 | 2026 | 200000 USD |
| 506 | same      | EC    | MK-1       | institution | Technical assistance to the National Coordination Centre for the fight against organised crime (EuropeAid/140-221) | Eptisa | EU | advice, training | 2024 | 2026 | 1700000 EUR |
| 506 |           | ES    | MK-1       | institution | NCCOC: technical assistance | Eptisa | IPA | training | 2024 | 2026 | 1.7 M€ |
| 507 | same      | SE    | AL-1       | training | Trajnim i policisë për dhunën në familje | Policia suedeze | Suedia | trajnim | 2024-09 | 2026-08 | 3000000 SEK |
| 507 |           | UNW   | AL-1       | training | Police training on domestic violence | Swedish Police Authority | Sweden | training | 2024 | 2026 | 3 mil SEK |
| 508 | same      | GIZ   | XK-1       | forensics | Kosovo Agency on Forensics: ISO 17025 | GIZ | Germany | laboratory mentoring | 2024 | 2026 | 500000 EUR |
| 508 |           | DE    | XK-1       | forensics | Akkreditierung der forensischen Labore nach ISO 17025 | GIZ | BMZ | Beratung | 2024 | 2026 | 500000 EUR |
| 509 | different | IT    | AL-1       | training | Course for the Guardia Costiera on maritime search | Italy | Italy | course | 2025-02 | 2025-05 | 30000 EUR |
| 509 |           | FRONTEX | AL-1     | training | Course for the Guardia Costiera on maritime search | Frontex | EU | course | 2025-09 | 2025-12 | 30000 EUR |
| 510 | different | EC    | RS-1       | equipment | Supply of IT equipment, Lot 1: servers for the data centre | Atos | EU | supply | 2025 | 2026 | 900000 EUR |
| 510 |           | UNOPS | RS-1       | equipment | Supply of IT equipment, Lot 3: servers for the academy | UNOPS | EU | supply | 2025 | 2026 | 700000 EUR |
| 511 | different | COE   | ME-1       | law      | Further strengthening the treatment of detained persons | Council of Europe | EU | training of prison staff | 2024 | 2026 | 800000 EUR |
| 511 |           | NL    | ME-1       | law      | Further strengthening the independence of the prosecutorial council | CILC | Netherlands | expert advice | 2024 | 2026 | 300000 EUR |
| 512 | different | US    | BA-1       | training | Mentoring of SIPA investigators in cryptocurrency cases | ICITAP | USA | mentoring | 2025 | 2026 | 200000 USD |
| 512 |           | UK    | BA-1       | training | Mentoring of SIPA investigators in war crime cases | UK | UK | mentoring | 2025 | 2026 | 150000 GBP |
| 513 | different | UNDP  | XK-1       | weapons  | Public awareness on celebratory shooting | UNDP | Germany | campaign | 2025 | 2026 | 80000 USD |
| 513 |           | SEESAC| XK-1       | weapons  | Firearms evidence management rooms | SEESAC | EU | works and equipment | 2025 | 2026 | 300000 EUR |
| 514 | different | FRONTEX | MK-1     | borders  | Dog handlers: refresher course for border police | Frontex | EU | course | 2025 | 2026 | 60000 EUR |
| 514 |           | HU    | MK-1       | borders  | Refresher course for border police: document examination | Hungary | Hungary | course | 2025 | 2026 | 40000 EUR |
| 515 | different | OSCE  | RS-1       | cyber    | Cyber/ICT security: confidence building between states | OSCE | Germany | regional meetings | 2025 | 2026 | 90000 EUR |
| 515 |           | UK    | RS-1       | cyber    | Cyber range and security operations centre | UK | UK | equipment and software | 2025 | 2027 | 1000000 GBP |
| 516 | different | IOM   | AL-1       | trafficking | Mobile units for identification of potential victims of trafficking | World Vision, IOM | UK | outreach to people | 2024 | 2026 | 300000 GBP |
| 516 |           | COE   | AL-1       | trafficking | Compensation of victims of trafficking: guidance for judges | Council of Europe | EU | legal advice | 2024 | 2026 | 150000 EUR |
| 517 | different | NO    | RS-1       | institution | Case weighting in prosecutors' offices | Norway | Norway | methodology | 2024 | 2026 | 4000000 NOK |
| 517 |           | GIZ   | RS-1       | institution | Case management software in prosecutors' offices | GIZ | Germany | software | 2024 | 2026 | 500000 EUR |
| 518 | different | EC    | BA-1       | borders  | Refurbishment of border crossing point Gradiška | UNOPS | EU | works | 2024 | 2026 | 900000 EUR |
| 518 |           | IOM   | BA-1       | borders  | Refurbishment of border crossing point Izačić | IOM | Germany | works | 2024 | 2026 | 400000 EUR |
| 519 | overlap   | CEPOL | ME-1       | training | Wildlife and waste trafficking: course for investigators | CEPOL | EU | course | 2025 | 2026 | |
| 519 |           | UNODC | ME-1       | training | Istrage ekološkog kriminala | UNODC | Germany | obuka istražitelja | 2025 | 2026 | 60000 USD |
| 520 | overlap   | US    | MK-1       | institution | Polygraph and vetting for anti-corruption units | ICITAP | USA | equipment and training | 2025 | 2026 | 200000 USD |
| 520 |           | EC    | MK-1       | institution | Integrity checks and vetting of police managers | Twinning Lithuania | EU | advice, training | 2024 | 2026 | 1000000 EUR |
"""
