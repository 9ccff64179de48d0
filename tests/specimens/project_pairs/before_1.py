"""Labelled pairs written before the scoring was fixed: the first, on which it was begun."""
# ruff: noqa: E501 -- tables are read across; members write in two scripts

PAIRS = """
| pair | label     | reporter | needs      | filter   | title | implementer | donors | activity | from | to | budget |
| 1  | same      | EC    | AL-1       | training | EU4FAST-WB | GIZ | EU, Netherlands | training and mentoring against trafficking in firearms | 2023-01-01 | 2026-12-31 | 33303022 EUR |
| 1  |           | DE    | RS-1       | training | EU Support to the fight against organised crime in the Western Balkans (EU4FAST) | Deutsche Gesellschaft für Internationale Zusammenarbeit | European Union (IPA III), NL | capacity building | Q1 2023 | Q4 2026 | 33.3 million EUR |
| 2  | same      | IT    | ME-1       | training | Јачање капацитета граничне полиције | ИОМ | Италија | обука | 2024 | 2026 | 800000 EUR |
| 2  |           | IOM   | ME-1       | training | Jačanje kapaciteta granične policije | IOM | Italy | obuka | 2024-03-01 | 2026-02-28 | 800,000 EUR |
| 3  | same      | UNODC | XK-1       | internet | Preventing terrorist use of the internet | UNODC | Japan | training | 2024 | 2026 | 1,200,000 USD |
| 3  |           | JP    | XK-1       | internet | Prevention of terrorists' use of Internet | United Nations Office on Drugs and Crime | Government of Japan | workshops for investigators | 2024 | 2026 | 1.2 million USD |
| 4  | same      | AT    | BA-1       | law      | Twinning BA 21 IPA JH 03 22: Support to fight against money laundering | Austria | EU | twinning, peer advice on by-laws | 2024 | 2026 | 1500000 EUR |
| 4  |           | EC    | BA-1       | law      | Fight against money laundering (BA 21 IPA JH 03 22) | Federal Ministry of the Interior of Austria | IPA 2021 | twinning | 2024-02 | 2026-02 | 1,500,000 EUR |
| 5  | same      | FR    | MK-1       | training | Borba protiv trgovine ljudima u Severnoj Makedoniji | Expertise France | France | obuka istražitelja | 2025 | 2027 | 600000 EUR |
| 5  |           | EF    | MK-1       | training | Fight against trafficking in human beings, North Macedonia | Expertise France | French Republic | training of investigators | 2025 | 2027 | 0.6 million EUR |
| 6  | same      | SEESAC| RS-1       | weapons  | SALW storage: upgrade of the depot in Čačak | UNDP SEESAC | EU, Germany | construction works | 2023 | 2025 | 450000 EUR |
| 6  |           | DE    | RS-2       | weapons  | Upgrade of SALW storage (Cacak) | SEESAC | Germany | refurbishment of a depot | 2023 | 2025 | 400000 EUR |
| 7  | same      | UK    | AL-1       | training | Strengthening cyber investigations in Albania | NCA | United Kingdom | mentoring | April 2024 | March 2026 | 900000 GBP |
| 7  |           | NCA   | AL-1       | training | Albania: strengthening of cyber investigation | National Crime Agency | UK | mentoring of investigators | 2024 | 2026 | |
| 8  | same      | EC    | ME-1       | equipment| Supply of equipment for border surveillance, contract 2021/428-113 | Ministry of the Interior | IPA | supply of drones and cameras | 2023 | 2024 | 2100000 EUR |
| 8  |           | FRONTEX| ME-1      | equipment| Nabavka opreme za nadzor granice | MUP Crne Gore | EU (ugovor 2021/428-113) | nabavka | 2023 | 2024 | 2.1 mil EUR |
| 9  | same      | CH    | XK-1       | training | Community policing in Kosovo | OSCE Mission | Switzerland | training, community safety forums | 2022 | 2025 | 750000 CHF |
| 9  |           | OSCE  | XK-1       | training | Policimi në komunitet në Kosovë | OSBE | SDC Zvicra | trajnime | 2022 | 2025 | 750 000 CHF |
| 10 | same      | COE   | AL-1, BA-1, ME-1 | law | iPROCEEDS-2 | Council of Europe | EU, Council of Europe | trainings on search, seizure and confiscation of online crime proceeds | 2020 | 2024 | 4945000 EUR |
| 10 |           | EC    | RS-1       | law      | Targeting crime proceeds on the Internet and securing electronic evidence (iPROCEEDS 2) | CoE | IPA | | 2020-01 | 2024-06 | 4,945,000 EUR |
| 11 | same      | NL    | BA-1       | training | Integrity of prison staff | Netherlands Helsinki Committee | Ministry of Foreign Affairs of the Netherlands (MATRA) | training against radicalisation in prisons | 2024 | 2025 | 300000 EUR |
| 11 |           | NHC   | BA-1       | training | MATRA: Intergrity of prison staf | NHC | MATRA | train the trainers on radicalisation | 2024 | 2025 | 290000 EUR |
| 12 | same      | SE    | AL-1       | institution | Swedish support to community policing, phase III (XM-SIDA-52170068) | Swedish Police | Sida | mentoring | 2023 | 2027 | 60000000 SEK |
| 12 |           | SIDA  | AL-2       | institution | Mbështetje për policimin në komunitet, faza 3 | Policia suedeze | Suedi | XM-SIDA-52170068 | 2023 | 2027 | |
| 13 | same      | ITF   | RS-1       | equipment| Пројекат „Сигурно складиште“ | MUP RS | ITF | reconstruction of storage | 2025 | 2026 | 220000 EUR |
| 13 |           | SI    | RS-1       | equipment| Projekat "Sigurno skladište" | Ministarstvo unutrašnjih poslova | Slovenija, ITF | obnova skladišta | 2025 | 2026 | 220.000 EUR |
| 14 | same      | EUROPOL | MK-1     | exchange | SIENA roll-out to the customs administration | Europol | EU | connection to SIENA, training | 2025 | 2026 | |
| 14 |           | EC    | MK-1       | exchange | Extending SIENA access to Customs Administration | Europol | European Commission | connecting and training | 2025 | 2026 | |
| 15 | same      | RAI   | BA-1, ME-1 | law      | Southeast Europe – Together against Corruption (SEE-TAC) | RAI Secretariat, UNODC | Austria (ADA) | asset disclosure, corruption proofing | 2020 | 2023 | 1800000 EUR |
| 15 |           | AT    | ME-1       | law      | SEE-TAC | Regional Anti-corruption Initiative | Austrian Development Agency | corruption risk assessment | 2020 | 2023 | |
| 16 | same      | IOM   | BA-1       | exchange | Regional support to protection-sensitive migration management, phase II | IOM, Frontex, EUAA, UNHCR | IPA II | registration and information exchange | 2019 | 2022 | 3400000 EUR |
| 16 |           | EUAA  | BA-1       | exchange | Protection-sensitive migration management in the Western Balkans – Phase 2 | EUAA, Frontex, IOM, UNHCR | EU IPA | training, asylum procedures | 2019-07 | 2022-06 | 3.4 million EUR |
| 17 | same      | DCAF  | AL-1       | institution | Police integrity and internal control in Albania | DCAF | Norway | advice to the police oversight agency | 2025 | 2026 | 5 000 000 NOK |
| 17 |           | NO    | AL-1       | institution | Internal control & integrity of Albanian State Police | Geneva Centre for Security Sector Governance | Norway | advisory support | 2025-01 | 2026-12 | 5,000,000 NOK |
| 18 | same      | US    | ME-1       | training | ICITAP forensic laboratory accreditation | ICITAP | USA (INL) | mentoring towards ISO 17025 | 2024 | 2026 | |
| 18 |           | ENFSI | ME-1       | training | Akreditacija forenzičke laboratorije | ICITAP | SAD | mentorstvo ISO 17025 | 2024 | 2026 | |
| 19 | same      | EC    | AL-1       | exchange | Interoperable PNR system | UNOCT | EU | goTravel software | 2024 | 2026 | 700000 EUR |
| 19 |           | UNOCT | AL-1       | exchange | goTravel / Countering Terrorist Travel programme: passenger information unit | UN Office of Counter-Terrorism | European Union | installing goTravel software for passenger name records | 2024 | 2026 | 700000 EUR |
| 20 | same      | HR    | BA-1       | training | Suzbijanje krijumčarenja droge na graničnim prijelazima | MUP RH | Hrvatska | obuka vodiča pasa | 2026 | 2026 | 40000 EUR |
| 20 |           | CEPOL | BA-1       | training | Сузбијање кријумчарења дроге на граничним прелазима | МУП Хрватске | Хрватска | обука водича службених паса | 2026 | 2026 | 40.000 EUR |
| 21 | overlap   | AT    | AL-1       | training | Training of border police on document fraud | Austria | Austria | training | 2024 | 2026 | 200000 EUR |
| 21 |           | FRONTEX | AL-1     | training | Course on detection of forged travel documents for border guards | Frontex | EU | training | 2025 | 2026 | 150000 EUR |
| 22 | overlap   | UNODC | XK-1       | internet | Online radicalisation: capacity of investigators | UNODC | Japan | training of investigators in open sources | 2024 | 2026 | 500000 USD |
| 22 |           | OSCE  | XK-1       | internet | Investigators' skills against radicalisation online | OSCE | Germany | workshops for investigators | 2025 | 2026 | 350000 EUR |
| 23 | overlap   | IT    | ME-1       | equipment| Equipment for the forensic laboratory | Italy | Italy | supply of laboratory equipment | 2025 | 2026 | 300000 EUR |
| 23 |           | US    | ME-2       | equipment| Forensic laboratory: new instruments | ICITAP | USA | equipment | 2025 | 2027 | 450000 USD |
| 24 | overlap   | DE    | RS-1       | weapons  | Marking and tracing of firearms | BKA | Germany | training and software | 2024 | 2025 | 250000 EUR |
| 24 |           | SEESAC| RS-1       | weapons  | Firearms focal point: tracing of weapons | SEESAC | EU | training of analysts | 2024 | 2026 | 400000 EUR |
| 25 | overlap   | FR    | MK-1       | law      | Advice on asset recovery legislation | Expertise France | France | legal advice | 2025 | 2026 | 180000 EUR |
| 25 |           | COE   | MK-1       | law      | Asset recovery office: drafting of by-laws | Council of Europe | EU | legal advice, drafting | 2025 | 2026 | 220000 EUR |
| 26 | overlap   | NL    | BA-1       | training | Disengagement programmes in prisons | NHC | Netherlands | training of prison staff | 2024 | 2026 | 300000 EUR |
| 26 |           | COE   | BA-1       | training | Enhancing prison management of violent extremist offenders | Council of Europe | EU | training of prison staff | 2025 | 2027 | 600000 EUR |
| 27 | overlap   | UK    | AL-1       | exchange | Upgrade of the intelligence database of the state police | NCA | UK | software | 2025 | 2026 | 700000 GBP |
| 27 |           | SE    | AL-1       | exchange | Police intelligence system: new database modules | Swedish Police | Sida | software development | 2024 | 2026 | 9000000 SEK |
| 28 | different | EC    | AL-1       | weapons  | Support to SALW control in Albania | UNDP | EU | training | 2024 | 2026 | 500000 EUR |
| 28 |           | DE    | RS-1       | weapons  | Support to SALW control in Serbia | UNDP | Germany | training | 2024 | 2026 | 500000 EUR |
| 29 | different | COE   | BA-1       | law      | iPROCEEDS-2 | Council of Europe | EU | training | 2020 | 2023 | 4945000 EUR |
| 29 |           | EC    | BA-1       | law      | iPROCEEDS-3 | Council of Europe | EU | training | 2025 | 2028 | 5500000 EUR |
| 30 | different | SEESAC| RS-1       | weapons  | Reconstruction of the depot in Čačak | SEESAC | EU | construction works | 2024 | 2025 | 400000 EUR |
| 30 |           | DE    | RS-1       | weapons  | Reconstruction of the depot in Niš | SEESAC | Germany | construction works | 2024 | 2025 | 420000 EUR |
| 31 | different | SE    | AL-1       | institution | Community policing, phase II | Swedish Police | Sida | mentoring | 2018 | 2022 | 40000000 SEK |
| 31 |           | SIDA  | AL-1       | institution | Community policing, phase III | Swedish Police | Sida | mentoring | 2023 | 2027 | 60000000 SEK |
| 32 | different | EC    | ME-1       | institution | Twinning: Strengthening the capacities of the border police of Montenegro | Croatia | EU | twinning | 2024 | 2026 | 1500000 EUR |
| 32 |           | AT    | MK-1       | institution | Twinning: Strengthening the capacities of the border police of North Macedonia | Austria | EU | twinning | 2024 | 2026 | 1500000 EUR |
| 33 | different | IT    | AL-1       | training | Training of police on drugs | Italy | Italy | training | 2025 | 2026 | 100000 EUR |
| 33 |           | AT    | AL-2       | equipment| Equipment for the asylum centre | Austria | Austria | equipment | 2025 | 2026 | 900000 EUR |
| 34 | different | EC    | BA-1       | equipment| Supply of vehicles, contract 2021/428-113 | Ministry of Security | EU | supply | 2023 | 2024 | 2000000 EUR |
| 34 |           | UNDP  | BA-1       | equipment| Supply of vehicles, contract 2023/511-007 | UNDP | EU | supply | 2025 | 2026 | 1800000 EUR |
| 35 | different | US    | XK-1       | law      | Support to prosecutors | OPDAT | USA | mentoring of prosecutors | 2024 | 2026 | 800000 USD |
| 35 |           | CH    | XK-1       | law      | Equipment for border crossing points | Ministry of Internal Affairs | Switzerland | supply of scanners | 2024 | 2026 | 900000 CHF |
| 36 | different | FRONTEX | AL-1     | institution | Joint operation Albania – land borders 2024 | Frontex | EU | deployment of officers | 2024 | 2024 | |
| 36 |           | EC    | RS-1       | institution | Joint operation Serbia – land borders 2024 | Frontex | EU | deployment of officers | 2024 | 2024 | |
| 37 | different | OSCE  | ME-1       | training | Seminar on cultural heritage crime | OSCE | Italy | seminar | 2019 | 2019 | 20000 EUR |
| 37 |           | IT    | ME-1       | training | Seminar on cultural heritage crime | Carabinieri | Italy | seminar | 2025 | 2025 | 25000 EUR |
| 38 | different | UNODC | MK-1       | exchange | Airport communication project (AIRCOP) in Skopje | UNODC | EU | joint airport task force | 2024 | 2026 | 900000 EUR |
| 38 |           | EC    | MK-1       | exchange | Container control programme at the customs terminal | UNODC, WCO | EU | port control unit | 2024 | 2026 | 850000 EUR |
| 39 | different | IOM   | BA-1       | training | Training of border police in Bihać | IOM | EU | training | 2024 | 2025 | 90000 EUR |
| 39 |           | DE    | BA-1       | training | Training of border police in Trebinje | Germany | Germany | training | 2024 | 2025 | 80000 EUR |
| 40 | different | EC    | RS-1       | law      | IPA 2019 EU support to border management | Ministry of the Interior | EU | equipment | 2021 | 2023 | 3000000 EUR |
| 40 |           | UNDP  | RS-1       | law      | IPA 2021 EU support to the judiciary | UNDP | EU | advice to courts | 2024 | 2026 | 2500000 EUR |
| 41 | different | DCAF  | AL-1       | institution | Police integrity and internal control in Albania | DCAF | Norway | advice | 2025 | 2026 | 5000000 NOK |
| 41 |           | NO    | MK-1       | institution | Police integrity and internal control in North Macedonia | DCAF | Norway | advice | 2025 | 2026 | 5000000 NOK |
| 42 | different | UNODC | XK-1       | law      | Юridical aid to victims of trafficking | UNODC | Norway | legal aid | 2023 | 2024 | 100000 EUR |
| 42 |           | IOM   | XK-2       | training | Awareness campaign on safe migration | IOM | Denmark | campaign | 2023 | 2024 | 120000 EUR |
| 43 | different | EUROPOL | BA-1     | exchange | SIENA roll-out to cantonal police | Europol | EU | connection | 2025 | 2026 | |
| 43 |           | EC    | RS-1       | exchange | SIENA roll-out to the customs administration | Europol | EU | connection | 2025 | 2026 | |
| 44 | different | COE   | ME-1       | law      | Horizontal Facility III: action against economic crime in Montenegro | Council of Europe | EU | advice | 2023 | 2026 | 1100000 EUR |
| 44 |           | EC    | AL-1       | law      | Horizontal Facility III: action against economic crime in Albania | Council of Europe | EU | advice | 2023 | 2026 | 1100000 EUR |
| 45 | different | UK    | ME-1       | training | Workshop for prosecutors on special investigative measures | UK | UK | workshop | 2024 | 2024 | 15000 GBP |
| 45 |           | US    | ME-1       | equipment| Special investigative measures: interception system | ICITAP | USA | equipment | 2024 | 2025 | 2000000 USD |
"""
