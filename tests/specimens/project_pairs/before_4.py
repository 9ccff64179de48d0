"""Labelled pairs written before the scoring was fixed: a third trial, with more titles of one form.

When fresh, 12 of 15 called one project were, and 12 of 16 called a possible overlap.
"""
# ruff: noqa: E501, RUF001 -- tables are read across; members write in two scripts

PAIRS = """
| pair | label     | reporter | needs      | filter   | title | implementer | donors | activity | from | to | budget |
| 301 | same      | DE    | AL-1       | cyber    | Strengthening the cybercrime unit of the Albanian State Police | GIZ | Germany | mentoring and equipment | 2024 | 2026 | 1200000 EUR |
| 301 |           | GIZ   | AL-1       | cyber    | Forcimi i sektorit të krimit kibernetik, Policia e Shtetit | GIZ | BMZ | mentorim dhe pajisje | 2024 | 2026 | 1.2 million EUR |
| 302 | same      | EC    | RS-1       | borders  | EU support to integrated border management in Serbia (2022/439-882) | Ministry of Interior | EU | equipment, training | 2023 | 2026 | 8000000 EUR |
| 302 |           | FRONTEX | RS-1     | borders  | Integrisano upravljanje granicom | MUP Srbije | EU, ugovor 2022/439-882 | oprema i obuka | 2023 | 2026 | 8.000.000 EUR |
| 303 | same      | UK    | XK-1       | finance  | Asset recovery advisory programme | Basel Institute on Governance | FCDO | case advice to the agency | 2025 | 2027 | 640000 GBP |
| 303 |           | CH    | XK-1       | finance  | Advisory programme on recovery of assets | Basel Institute | United Kingdom, Switzerland | mentoring on cases | 2025 | 2027 | 640,000 GBP |
| 304 | same      | UNODC | BA-1       | drugs    | Global programme against maritime and land drug trafficking – BiH segment | UNODC | USA | training of canine units | 2024 | 2025 | 350000 USD |
| 304 |           | US    | BA-1       | drugs    | Counter narcotics training for Bosnia and Herzegovina through UNODC | UNODC | INL | canine training | 2024 | 2025 | 350000 USD |
| 305 | same      | IOM   | ME-1       | returns  | Assisted voluntary return and reintegration from Montenegro | IOM | Switzerland | return assistance | 2023 | 2025 | 900000 CHF |
| 305 |           | CH    | ME-1       | returns  | AVRR Montenegro | International Organization for Migration | SEM | return counselling | 2023 | 2025 | CHF 900'000 |
| 306 | same      | COE   | MK-1       | law      | Action against trafficking in human beings – Horizontal Facility phase III | Council of Europe | EU, CoE | review of legislation and training | 2023 | 2026 | 950000 EUR |
| 306 |           | EC    | MK-1       | law      | Борба против трговија со луѓе (Хоризонтален инструмент, фаза 3) | Совет на Европа | ЕУ | обука и законодавство | 2023 | 2026 | 950000 EUR |
| 307 | same      | IT    | AL-1       | cooperation | Italian-Albanian joint patrols and liaison office in Tirana | Guardia di Finanza | Italy | joint patrols | 2024 | 2025 | |
| 307 |           | GDF   | AL-1       | cooperation | Liaison office of Guardia di Finanza in Tirana, joint patrols | GdF | Ministry of Interior of Italy | patrols | 2024 | 2025 | |
| 308 | same      | SEESAC| BA-1, ME-1, RS-1 | weapons | Support to counter arms trafficking in South-East Europe (SALW roadmap, phase II) | UNDP SEESAC | EU | technical assistance | 2022 | 2025 | 11819605 EUR |
| 308 |           | EC    | RS-1       | weapons  | Council Decision (CFSP) 2021/2133: SALW Control Roadmap, phase II | SEESAC | EU | technical assistance and equipment | 2022 | 2025 | 11,819,605 EUR |
| 309 | same      | NL    | RS-1       | training | Financial intelligence: analyst course and mentoring | CILC | Netherlands | course | 2025 | 2026 | 180000 EUR |
| 309 |           | CILC  | RS-1       | training | Analyst course for the financial intelligence unit (MATRA) | CILC | Netherlands MFA | course and mentoring | 2025 | 2026 | 175000 EUR |
| 310 | same      | OSCE  | XK-1       | prevention | Women against violent extremism: municipal dialogues | OSCE Mission | Norway | community dialogues | 2025 | 2025 | 45000 EUR |
| 310 |           | NO    | XK-1       | prevention | Gratë kundër ekstremizmit të dhunshëm | OSBE | Norvegjia | dialog në komuna | 2025 | 2025 | 45.000 EUR |
| 311 | same      | EUAA  | BA-1       | asylum   | Roadmap 2024–2026 for BiH: reception conditions and asylum procedure | EUAA | EU | training modules, guidance | 2024 | 2026 | |
| 311 |           | EC    | BA-1       | asylum   | EUAA roadmap with Bosnia and Herzegovina | EU Agency for Asylum | EU | capacity building | 2024 | 2026 | |
| 312 | same      | SI    | ME-1       | forensics | Twinning MN 20 IPA JH 01 22: forensic centre | Slovenia | EU | twinning | 2023 | 2025 | 1000000 EUR |
| 312 |           | EC    | ME-1       | forensics | Strengthening the Forensic Centre of Montenegro – MN20 IPA JH 01 22 | Ministry of Interior of Slovenia | IPA | peer advice | 2023 | 2025 | 1,000,000 EUR |
| 313 | same      | JP    | AL-1       | borders  | Provision of X-ray scanner vehicle at the port of Durrës | UNOPS | Japan | supply of scanner | 2025 | 2026 | 2100000 USD |
| 313 |           | UNOPS | AL-1       | borders  | X-ray scanning equipment for Durres port customs | UNOPS | Government of Japan | procurement and training | 2025 | 2026 | 2.1 million USD |
| 314 | overlap   | FRONTEX | AL-1     | borders  | Training of border guards in second-line interviews | Frontex | EU | training | 2025 | 2026 | 60000 EUR |
| 314 |           | AT    | AL-1       | borders  | Interview techniques for second-line officers | Austria | Austria | workshops | 2025 | 2026 | 40000 EUR |
| 315 | overlap   | UK    | BA-1       | finance  | Training on cryptocurrency investigations | NCA | UK | training | 2025 | 2026 | 90000 GBP |
| 315 |           | COE   | BA-1       | finance  | Virtual assets: tracing and seizure of cryptocurrency | Council of Europe | EU | training for prosecutors and police | 2024 | 2026 | 700000 EUR |
| 316 | overlap   | US    | RS-1       | forensics | DNA laboratory: reagents and sequencers | ICITAP | USA | equipment | 2025 | 2026 | 500000 USD |
| 316 |           | SE    | RS-1       | forensics | Accreditation of the DNA laboratory and supply of instruments | NFC | Sweden | twinning, equipment | 2024 | 2027 | 6000000 SEK |
| 317 | overlap   | IOM   | XK-1       | trafficking | Shelter standards for victims of trafficking | IOM | Norway | manual and training for shelters | 2025 | 2026 | 150000 EUR |
| 317 |           | CH    | XK-1       | trafficking | Better shelters: case management for trafficked persons | Different and Equal | Switzerland | training of shelter staff | 2024 | 2026 | 300000 CHF |
| 318 | overlap   | GIZ   | MK-1       | exchange | Electronic case management for the public prosecution | GIZ | Germany | software | 2025 | 2027 | 800000 EUR |
| 318 |           | US    | MK-1       | exchange | Prosecution: digital case file system | OPDAT | USA | software and training | 2025 | 2026 | 600000 USD |
| 319 | overlap   | OSCE  | ME-1       | prevention | Schools against radicalisation | OSCE | Germany | teacher training | 2025 | 2026 | 50000 EUR |
| 319 |           | UNICEF| ME-1       | prevention | Resilience of pupils to violent extremism and radicalisation | UNICEF | EU | school curricula, workshops for teachers | 2024 | 2026 | 280000 EUR |
| 320 | overlap   | EC    | AL-1       | borders  | Supply of drones and thermal cameras for the border and migration police | Ministry of Interior | EU | supply | 2025 | 2026 | 3000000 EUR |
| 320 |           | US    | AL-2       | borders  | EXBS: thermal imaging for border surveillance | EXBS | USA | equipment | 2025 | 2026 | 700000 USD |
| 321 | overlap   | DCAF  | MK-1       | oversight | Internal control department: integrity testing | DCAF | Switzerland | advice | 2024 | 2026 | 300000 CHF |
| 321 |           | OSCE  | MK-1       | oversight | Integrity plan and testing for the police internal control | OSCE | OSCE | expert advice, workshops | 2025 | 2026 | 60000 EUR |
| 322 | overlap   | FR    | RS-1       | weapons  | Balistička baza: povezivanje sa IBIN | Civipol | Francuska | softver | 2025 | 2026 | 200000 EUR |
| 322 |           | SEESAC| RS-1       | weapons  | Connecting the ballistic database to Interpol IBIN | SEESAC | EU | software, training | 2024 | 2026 | 350000 EUR |
| 323 | overlap   | UNODC | BA-1       | drugs    | Early warning system on new psychoactive substances | UNODC | Japan | expert advice | 2025 | 2026 | 120000 USD |
| 323 |           | EUDA  | BA-1       | drugs    | IPA 8: national early warning system for drugs | EUDA | EU | advice and training | 2024 | 2027 | 400000 EUR |
| 324 | overlap   | IT    | ME-1       | cooperation | Anti-mafia training for special prosecutors | Italy | Italy | training | 2025 | 2026 | 130000 EUR |
| 324 |           | US    | ME-1       | cooperation | Special State Prosecutor: mentoring in mafia cases | OPDAT | USA | mentoring | 2024 | 2026 | 500000 USD |
| 325 | overlap   | NL    | XK-1       | prisons  | Prison intelligence and risk assessment | NHC | Netherlands | training of prison staff | 2025 | 2026 | 200000 EUR |
| 325 |           | COE   | XK-1       | prisons  | Risk and needs assessment of extremist prisoners | Council of Europe | EU | training, tools | 2024 | 2026 | 450000 EUR |
| 326 | overlap   | AT    | RS-1       | law      | Legal advice on the law on critical entities | Austria | Austria | expert advice | 2025 | 2026 | 30000 EUR |
| 326 |           | EC    | RS-1       | law      | Alignment with the Critical Entities Resilience Directive | TAIEX | EU | expert missions on legislation | 2025 | 2026 | 45000 EUR |
| 327 | different | DE    | AL-1       | training | Strengthening capacities of prosecutors in money laundering cases | IRZ | Germany | training | 2025 | 2026 | 120000 EUR |
| 327 |           | US    | AL-1       | training | Strengthening capacities of prosecutors in cases of child abuse | OPDAT | USA | training | 2025 | 2026 | 150000 USD |
| 328 | different | EC    | BA-1       | institution | Twinning: Support to the further development of the cybersecurity agency | Estonia | EU | twinning | 2024 | 2026 | 1500000 EUR |
| 328 |           | HR    | BA-1       | institution | Twinning: Support to the further development of the asylum sector | Croatia | EU | twinning | 2024 | 2026 | 1500000 EUR |
| 329 | different | OSCE  | RS-1       | training | Training of trainers in crime scene management | OSCE | Sweden | training | 2024 | 2026 | 200000 EUR |
| 329 |           | SE    | RS-1       | training | Training of trainers in public order policing | Swedish Police | Sida | training | 2024 | 2026 | 2000000 SEK |
| 330 | different | US    | XK-1       | equipment| Donation of vehicles to the Police: anti-explosives unit robots | EXBS | USA | equipment | 2025 | 2026 | 400000 USD |
| 330 |           | DE    | XK-1       | equipment| Donation of office furniture to the police academy | Germany | Germany | equipment | 2025 | 2026 | 60000 EUR |
| 331 | different | IOM   | ME-1       | borders  | Refurbishment of the border crossing point Dobrakovo | IOM | EU | construction works | 2024 | 2026 | 700000 EUR |
| 331 |           | UNOPS | ME-1       | borders  | Refurbishment of the border crossing point Ilino Brdo | UNOPS | EU | construction works | 2024 | 2026 | 800000 EUR |
| 332 | different | COE   | MK-1       | law      | Legislative review: whistle-blower protection | Council of Europe | EU | legal advice | 2025 | 2026 | 90000 EUR |
| 332 |           | EC    | MK-1       | law      | Legislative review: firearms law | TAIEX | EU | legal advice | 2025 | 2026 | 40000 EUR |
| 333 | different | FRONTEX | RS-1     | cooperation | Joint operation Western Balkans – deployment at the Hungarian border | Frontex | EU | deployment of officers | 2025 | 2025 | |
| 333 |           | DE    | RS-1       | cooperation | Deployment of document advisers at Belgrade airport | Germany | Germany | deployment of officers | 2025 | 2025 | |
| 334 | different | UNODC | AL-1       | exchange | Container control programme: customs profiling unit | UNODC | Norway | training | 2024 | 2026 | 400000 USD |
| 334 |           | EC    | AL-1       | exchange | Automatic number plate recognition for the traffic police | Ministry of Interior | EU | software | 2024 | 2026 | 900000 EUR |
| 335 | different | CEPOL | BA-1       | training | WB PaCT course on money laundering | CEPOL | EU | course | 2025 | 2025 | |
| 335 |           | EC    | BA-1       | training | WB PaCT course on environmental crime | CEPOL | EU | course | 2025 | 2025 | |
| 336 | different | UK    | MK-1       | prevention | Strategic communication of the national coordinator on terrorism | UK | UK | campaign | 2025 | 2026 | 100000 GBP |
| 336 |           | OSCE  | MK-1       | prevention | Local action teams: referral of persons at risk | OSCE | Germany | workshops | 2025 | 2026 | 80000 EUR |
| 337 | different | SEESAC| ME-1       | weapons  | Deactivation and destruction of surplus weapons | SEESAC | EU | destruction | 2025 | 2026 | 300000 EUR |
| 337 |           | FR    | ME-1       | weapons  | Firearms focal point: analysis of seizures | Civipol | France | training of analysts | 2025 | 2026 | 150000 EUR |
| 338 | different | CH    | BA-1       | institution | Municipal police: community safety forums | DCAF | Switzerland | advice | 2024 | 2026 | 600000 CHF |
| 338 |           | SE    | BA-1       | institution | Police directorate: human resources strategy | Swedish Police | Sida | advice | 2024 | 2026 | 7000000 SEK |
| 339 | different | IT    | AL-1       | forensics | Digital forensics: extraction kits for mobile phones | Italy | Italy | equipment | 2025 | 2026 | 250000 EUR |
| 339 |           | US    | AL-1       | forensics | Forensic medicine: autopsy room equipment | ICITAP | USA | equipment | 2025 | 2026 | 300000 USD |
| 340 | different | RAI   | RS-1       | law      | Regional treaty on exchange of asset disclosure data | RAI | Austria | advice | 2024 | 2026 | 400000 EUR |
| 340 |           | COE   | RS-1       | law      | Political party financing: audit methodology | Council of Europe | EU | advice | 2024 | 2026 | 350000 EUR |
| 341 | different | JP    | XK-1       | training | Counter-terrorism seminar in Tokyo for senior officials | JICA | Japan | seminar | 2025 | 2025 | |
| 341 |           | US    | XK-1       | training | Counter-terrorism finance: case mentoring | OPDAT | USA | mentoring | 2025 | 2026 | 300000 USD |
| 342 | different | GIZ   | ME-1       | exchange | Asset management office: inventory software | GIZ | Germany | software | 2025 | 2026 | 300000 EUR |
| 342 |           | EC    | ME-1       | exchange | Visa information system: consular modules | Ministry of Interior | EU | software | 2025 | 2027 | 1200000 EUR |
"""
