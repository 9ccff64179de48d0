"""Labelled pairs written before the scoring was fixed: a fourth trial, claimed for a while.

When fresh, 12 of 13 called one project were, and 11 of 15 called a possible overlap.
"""
# ruff: noqa: E501 -- tables are read across; members write in two scripts

PAIRS = """
| pair | label     | reporter | needs      | filter   | title | implementer | donors | activity | from | to | budget |
| 401 | same      | EC    | MK-1       | borders  | Joint border crossing point Kjafasan – Qafë Thanë | UNOPS | EU | design and works | 2024 | 2027 | 5600000 EUR |
| 401 |           | UNOPS | MK-1       | borders  | Construction of the joint crossing at Qafë Thanë/Kjafasan | UNOPS | IPA III | construction | 2024 | 2027 | 5.6 million EUR |
| 402 | same      | DE    | RS-1       | exchange | Support to the Ministry of Interior in digital case management | GIZ | Germany | software, advice | 2025 | 2027 | 950000 EUR |
| 402 |           | GIZ   | RS-1       | exchange | Digitalno upravljanje predmetima u MUP-u | GIZ | BMZ | softver | 2025 | 2027 | 950.000 EUR |
| 403 | same      | UK    | BA-1       | finance  | Illicit financial flows: support to the state investigation agency | NCA | UK | mentoring | 2024 | 2026 | 400000 GBP |
| 403 |           | NCA   | BA-1       | finance  | Mentoring SIPA on illicit finance | National Crime Agency | FCDO | embedded adviser | 2024 | 2026 | 400,000 GBP |
| 404 | same      | COE   | XK-1       | law      | PECK IV – Project against economic crime in Kosovo | Council of Europe | EU, CoE | policy advice, training | 2024 | 2027 | 2000000 EUR |
| 404 |           | EC    | XK-1       | law      | Project against Economic Crime (PECK phase IV) | CoE | EU | advice | 2024 | 2027 | 2,000,000 EUR |
| 405 | same      | IOM   | AL-1       | trafficking | Hotline and helpline for victims of trafficking | IOM, Different and Equal | Sweden | equipment for the hotline | 2025 | 2026 | 110000 EUR |
| 405 |           | SE    | AL-1       | trafficking | Linja telefonike për viktimat e trafikimit | IOM | Suedia | pajisje | 2025 | 2026 | 110 000 EUR |
| 406 | same      | FR    | ME-1       | training | Formation des enquêteurs sur les stupéfiants | DCIS | France | formation | 2025 | 2025 | 35000 EUR |
| 406 |           | CEPOL | ME-1       | training | Training of drug investigators by French police | French police (DCIS) | France | course | 2025 | 2025 | 35000 EUR |
| 407 | same      | AT    | BA-1       | migration | Return counselling and reintegration desks | Caritas Austria | Austria | counselling | 2024 | 2026 | 620000 EUR |
| 407 |           | ICMPD | BA-1       | migration | Reintegration desks and counselling on return | Caritas | Austrian Ministry of Interior | counselling, referral | 2024 | 2026 | 620,000 EUR |
| 408 | same      | NO    | MK-1       | oversight | Support to the Ombudsman as external oversight of the police | Norwegian Centre for Human Rights | Norway | training | 2023 | 2026 | 8000000 NOK |
| 408 |           | NCHR  | MK-1       | oversight | External police oversight: the Ombudsman | Norwegian Centre for Human Rights | Norway | training of the oversight team | 2023 | 2026 | |
| 409 | same      | UNODC | RS-1       | exchange | AIRCOP: joint airport interdiction task force at Belgrade airport | UNODC | EU, Canada | training and equipment | 2023 | 2026 | 900000 USD |
| 409 |           | INTERPOL | RS-1    | exchange | Airport task force Belgrade (AIRCOP) | UNODC, INTERPOL, WCO | EU | connection to I-24/7, training | 2023 | 2026 | 900000 USD |
| 410 | same      | US    | AL-1       | institution | Special anti-corruption structure (SPAK): advisers | OPDAT, ICITAP | USA | resident advisers | 2024 | 2027 | 3000000 USD |
| 410 |           | ICITAP | AL-1      | institution | Advisers to SPAK and the National Bureau of Investigation | ICITAP | INL | advice | 2024 | 2027 | 3 million USD |
| 411 | same      | EC    | RS-1       | borders  | Supply of mobile document readers, contract 2023/447-221 | Ministry of Interior | EU | supply | 2024 | 2025 | 1400000 EUR |
| 411 |           | FRONTEX | RS-1     | borders  | Document verification devices for border police (2023/447-221) | supplier | EU | equipment | 2024 | 2025 | |
| 412 | same      | TR    | BA-1       | training | Advanced crime scene investigation training | Turkish National Police Academy | Türkiye | training | 2025 | 2025 | |
| 412 |           | TIKA  | BA-1       | training | Crime scene investigation course (advanced) at the Turkish police academy | Turkish National Police | TIKA | training | 2025 | 2025 | |
| 413 | same      | OSCE  | ME-1, RS-1 | prevention | LIVE: Leaders against intolerance and violent extremism | OSCE Secretariat | Germany, Norway | workshops for youth leaders | 2024 | 2026 | 500000 EUR |
| 413 |           | NO    | RS-1       | prevention | OSCE-LIVE, youth leaders against violent extremism | OSCE | Norway | youth workshops | 2024 | 2026 | 250000 EUR |
| 414 | overlap   | US    | MK-1       | borders  | Patrol boats for Lake Ohrid border unit | EXBS | USA | supply of boats | 2025 | 2026 | 600000 USD |
| 414 |           | EC    | MK-1       | borders  | Equipment for surveillance of the lake border, including boats | Ministry of Interior | EU | supply | 2024 | 2026 | 1500000 EUR |
| 415 | overlap   | COE   | AL-1       | finance  | Risk assessment of virtual asset providers | Council of Europe | EU | expert advice | 2025 | 2026 | 90000 EUR |
| 415 |           | UK    | AL-1       | finance  | Virtual assets: supervision and licensing | RUSI | UK | advice to the supervisor | 2025 | 2026 | 120000 GBP |
| 416 | overlap   | IOM   | RS-1       | asylum   | Interpreters for asylum and border procedures | IOM | Switzerland | training of interpreters | 2025 | 2026 | 80000 CHF |
| 416 |           | EUAA  | RS-1       | asylum   | Training modules for interpreters in the asylum procedure | EUAA | EU | training | 2024 | 2027 | |
| 417 | overlap   | SE    | XK-1       | forensics | Quality system of the forensic agency | NFC | Sweden | mentoring | 2024 | 2027 | 9000000 SEK |
| 417 |           | US    | XK-1       | forensics | Forensic agency: ISO 17020 accreditation | ICITAP | USA | mentoring | 2025 | 2026 | 200000 USD |
| 418 | overlap   | DE    | BA-1       | weapons  | Physical security of ammunition depots | Bundeswehr | Germany | works | 2025 | 2026 | 500000 EUR |
| 418 |           | ITF   | BA-1       | weapons  | Upgrade of security at three ammunition storage sites | ITF | USA | works, alarm systems | 2024 | 2026 | 900000 USD |
| 419 | overlap   | IT    | AL-1       | cooperation | Judicial cooperation: joint investigation teams | Italy | Italy | workshops | 2025 | 2026 | 70000 EUR |
| 419 |           | EUROJUST | AL-1    | cooperation | WBCJ: setting up joint investigation teams | Eurojust | EU | training and grants | 2022 | 2026 | 6000000 EUR |
| 420 | overlap   | NL    | ME-1       | training | Undercover operations: course for special investigators | Dutch police | Netherlands | course | 2025 | 2026 | 90000 EUR |
| 420 |           | HR    | ME-1       | training | Tajni istražitelji – obuka | MUP RH | Hrvatska | obuka | 2025 | 2026 | 30000 EUR |
| 421 | overlap   | UNICEF | MK-1      | internet | Safety of children online: police units | UNICEF | EU | training | 2024 | 2026 | 200000 EUR |
| 421 |           | OSCE  | MK-1       | internet | Investigating sexual abuse of children on the internet | OSCE | Italy | training for investigators | 2025 | 2026 | 60000 EUR |
| 422 | overlap   | GIZ   | RS-1       | law      | Confiscation of crime proceeds: by-laws | GIZ | Germany | legal advice | 2025 | 2026 | 150000 EUR |
| 422 |           | COE   | RS-1       | law      | Action on confiscation and management of assets | Council of Europe | EU | legislative opinions | 2024 | 2026 | 600000 EUR |
| 423 | overlap   | FR    | AL-1       | equipment| Véhicules tout-terrain pour la police aux frontières | Civipol | France | équipement | 2025 | 2026 | 400000 EUR |
| 423 |           | EC    | AL-1       | equipment| Off-road vehicles for border police | Ministry of Interior | EU | supply | 2025 | 2026 | 1900000 EUR |
| 424 | overlap   | CH    | BA-1       | exchange | Database of missing and trafficked children | Switzerland | Switzerland | software | 2024 | 2026 | 300000 CHF |
| 424 |           | IOM   | BA-1       | exchange | Trafficking data: national referral database | IOM | USA | software and training | 2025 | 2026 | 180000 USD |
| 425 | overlap   | NHC   | XK-1       | prisons  | Release and reintegration of violent extremist prisoners | NHC | Netherlands | probation mentoring | 2025 | 2027 | 350000 EUR |
| 425 |           | IOM   | XK-1       | prisons  | Reintegration after prison: returned fighters and families | IOM | EU | community mentoring | 2024 | 2026 | 800000 EUR |
| 426 | overlap   | SI    | MK-1       | institution | Advice on the strategy of the national coordinator for P/CVE | CEP | Slovenia | advice | 2025 | 2026 | 40000 EUR |
| 426 |           | DCAF  | MK-1       | institution | New P/CVE strategy: coordination and monitoring | DCAF | Norway | expert advice | 2025 | 2026 | 90000 EUR |
| 427 | different | EC    | AL-1       | training | TAIEX workshop on hate speech | TAIEX | EU | workshop | 2025 | 2025 | |
| 427 |           | DE    | AL-1       | training | TAIEX workshop on drug precursors | TAIEX | EU | workshop | 2025 | 2025 | |
| 428 | different | SE    | BA-1       | institution | Strategic planning in the border police | Swedish Police | Sida | advice | 2024 | 2026 | 5000000 SEK |
| 428 |           | NO    | BA-1       | institution | Gender equality in the border police | Norway | Norway | training | 2024 | 2026 | 4000000 NOK |
| 429 | different | US    | RS-1       | equipment| Equipment for the special operations unit: night vision | USA | USA | supply | 2025 | 2026 | 800000 USD |
| 429 |           | FR    | RS-1       | equipment| Equipment for the special operations unit: diving gear | France | France | supply | 2025 | 2026 | 150000 EUR |
| 430 | different | UNODC | MK-1       | drugs    | Prevention of drug use among young people | UNODC | Italy | school programme | 2025 | 2026 | 120000 USD |
| 430 |           | EUDA  | MK-1       | drugs    | Forensic profiling of synthetic drugs | EUDA | EU | laboratory training | 2025 | 2026 | 150000 EUR |
| 431 | different | IOM   | ME-1       | borders  | Humanitarian assistance to migrants at the Božaj reception area | IOM | EU | assistance | 2025 | 2026 | 400000 EUR |
| 431 |           | FRONTEX | ME-1     | borders  | Return operations support | Frontex | EU | deployment of officers | 2025 | 2026 | |
| 432 | different | COE   | XK-1       | law      | Legal opinion on the draft law on the prosecutorial council | Venice Commission | EU, CoE | legal opinion | 2025 | 2025 | |
| 432 |           | EC    | XK-1       | law      | Legal opinion on the draft law on critical infrastructure | TAIEX | EU | legal opinion | 2025 | 2025 | |
| 433 | different | UK    | AL-1       | cyber    | Cyber hygiene campaign for small businesses | UK | UK | campaign | 2025 | 2026 | 90000 GBP |
| 433 |           | EC    | AL-1       | cyber    | National computer emergency response team: threat sharing platform | Estonia | EU | software | 2024 | 2026 | 1500000 EUR |
| 434 | different | OSCE  | BA-1       | trafficking | Labour inspectors and forced labour | OSCE | Austria | training | 2025 | 2026 | 50000 EUR |
| 434 |           | IOM   | BA-1       | trafficking | Shelter for minors in Banja Luka | IOM | Sweden | works | 2025 | 2026 | 300000 EUR |
| 435 | different | AT    | RS-1       | cooperation | Police cooperation centre: joint patrols on the Danube | Austria | Austria | joint patrols | 2025 | 2026 | 70000 EUR |
| 435 |           | RCC   | RS-1       | cooperation | Regional network of counter-terrorism coordinators | RCC | EU | meetings | 2025 | 2026 | 100000 EUR |
| 436 | different | GIZ   | MK-1       | training | Training of trainers: anti-corruption for customs | GIZ | Germany | training | 2025 | 2026 | 60000 EUR |
| 436 |           | IT    | MK-1       | training | Training of trainers: anti-mafia for police | Italy | Italy | training | 2025 | 2026 | 80000 EUR |
| 437 | different | EC    | ME-1       | institution | Support to the implementation of the strategy on firearms | UNDP | EU | advice | 2024 | 2026 | 300000 EUR |
| 437 |           | UNDP  | ME-1       | institution | Support to the implementation of the strategy on public administration | UNDP | EU | advice | 2024 | 2026 | 350000 EUR |
| 438 | different | JP    | XK-1       | equipment| Ambulances for the correctional service | Japan | Japan | supply | 2025 | 2026 | 200000 USD |
| 438 |           | UNDP  | XK-1       | equipment| Body scanners for the correctional service | UNDP | Norway | supply | 2025 | 2026 | 250000 USD |
| 439 | different | CEPOL | RS-1       | training | CEPOL exchange programme 2025 | CEPOL | EU | exchange of officers | 2025 | 2025 | |
| 439 |           | HU    | RS-1       | training | Online course on hot spots and first reception | Hungary | Hungary | online course | 2025 | 2025 | |
| 440 | different | RAI   | AL-1       | law      | Integrity plans in law enforcement agencies | RAI | EU | workshops | 2025 | 2026 | 90000 EUR |
| 440 |           | US    | AL-1       | law      | Plea bargaining: bench book for judges | OPDAT | USA | manual | 2025 | 2026 | 100000 USD |
| 441 | different | NL    | BA-1       | exchange | Passenger information unit: legal basis | Netherlands | Netherlands | legal advice | 2025 | 2026 | 60000 EUR |
| 441 |           | FRONTEX | BA-1     | exchange | Visa liberalisation: statistics unit | Frontex | EU | training | 2025 | 2026 | |
"""
