"""Labelled pairs written before the scoring was fixed: a first trial, spent when it was mended.

Found then: 14 of 20 reports of one project; 23 of 27 pairs shown were worth it.
"""
# ruff: noqa: E501, RUF001 -- tables are read across; members write in two scripts

PAIRS = """
| pair | label     | reporter | needs      | filter   | title | implementer | donors | activity | from | to | budget |
| 101 | same      | FR    | AL-1       | mechanisms | Balkan Illicit Arms Project – PILLAR 2 | Civipol | France, EU | operational days and study visits | 2024 | 2027 | 2500000 EUR |
| 101 |           | EC    | AL-1, RS-1 | mechanisms | Fight against illicit arms in the Balkans (pillar 2) | Civipol | EU | operational support | 2024-01 | 2027-12 | 2,500,000 EUR |
| 102 | same      | IT    | AL-1       | institution | Fuqizimi i Policisë Kufitare të Shqipërisë | Guardia di Finanza | Itali | trajnim dhe patrullime | 2025 | 2026 | 350000 EUR |
| 102 |           | GDF   | AL-1       | institution | Strengthening the Albanian border police | Guardia di Finanza | Italy | training and joint patrols | 2025 | 2026 | 350000 EUR |
| 103 | same      | SI    | MK-1       | law      | Поддршка на реформата на затворскиот систем | Словенија | Словенија | советување | 2024 | 2025 | 120000 EUR |
| 103 |           | CEP   | MK-1       | law      | Support to the reform of the prison system | Centre for European Perspective | Slovenia | expert advice | 2024 | 2025 | 120,000 EUR |
| 104 | same      | DE    | BA-1       | exchange | Regional Network of Prosecutors PROSEC | GIZ | BMZ | exchange of good practice | 2022 | 2025 | 4200000 EUR |
| 104 |           | GIZ   | BA-1       | exchange | PROSEC: network of prosecutors in Southeast Europe | GIZ | German Federal Ministry for Economic Cooperation | conferences | 2022 | 2025 | 4.2 million EUR |
| 105 | same      | UK    | ME-1       | training | Countering illicit finance in Montenegro (GB-GOV-1-301445) | RUSI | UK | analysis and training | 2023 | 2025 | 500000 GBP |
| 105 |           | RUSI  | ME-1       | training | Illicit finance programme | Royal United Services Institute | FCDO | policy papers; GB-GOV-1-301445 | 2023 | 2025 | |
| 106 | same      | OSCE  | XK-1       | training | Žene u policiji: mentorski program | Misija OEBS | Norveška | mentorstvo policajki | 2025 | 2025 | 60000 EUR |
| 106 |           | NO    | XK-1       | training | Women in policing: mentoring programme | OSCE | Norway | mentoring of female officers | 2025 | 2025 | 60 000 EUR |
| 107 | same      | HR    | BA-1       | equipment| Donacija termovizijskih kamera graničnoj policiji BiH | MUP RH | Hrvatska | donacija opreme | 2024 | 2024 | 210000 EUR |
| 107 |           | EC    | BA-1       | equipment| Donation of thermal cameras to the Border Police of Bosnia and Herzegovina | Ministry of the Interior of Croatia | Croatia, EU co-funding | equipment | 2024 | 2024 | 210000 EUR |
| 108 | same      | UNICRI| RS-1       | equipment| CBRN Centre of Excellence Project 88 | UNICRI | EU | sampling kits and exercises | 2023 | 2026 | 3000000 EUR |
| 108 |           | EC    | ME-1       | equipment| EU CBRN CoE: P88 Strengthening CBRN first response in South East Europe | UNICRI | European Union | exercises | 2023 | 2026 | 3000000 EUR |
| 109 | same      | COE   | BA-1       | law      | Action against money laundering and terrorism financing in Bosnia and Herzegovina (AML-BiH) | Council of Europe | EU, CoE | legislative opinions | 2023 | 2026 | 1050000 EUR |
| 109 |           | EC    | BA-1       | law      | AML-BiH, Horizontal Facility | CoE | EU | opinions on draft laws | 2023 | 2026 | 1 050 000 EUR |
| 110 | same      | US    | XK-1       | law      | Support to the Special Prosecution Office | OPDAT | INL | resident legal adviser | 2024 | 2026 | 900000 USD |
| 110 |           | OPDAT | XK-1       | law      | Assistance for the Special Prosecution | OPDAT | US Department of State | resident legal advisor, case mentoring | 2023 | 2026 | |
| 111 | same      | JP    | RS-1       | training | Cyber security training centre at the academy | UNDP | Japan | training centre | 2025 | 2027 | 1900000 USD |
| 111 |           | UNDP  | RS-1       | training | Јапанска подршка сајбер безбедности: тренинг центар на Академији | УНДП | Јапан | тренинг центар | 2025 | 2027 | 1.9 million USD |
| 112 | same      | CH    | AL-1       | institution | Swiss contribution: Anti-trafficking – dignity for survivors | IOM and Different & Equal | SEM | shelter and referral | 2022 | 2025 | 1600000 CHF |
| 112 |           | IOM   | AL-2       | institution | Dignity for survivors of trafficking | IOM, Different and Equal | State Secretariat for Migration (SEM), Switzerland | assistance to survivors | 2022 | 2025 | CHF 1,600,000 |
| 113 | same      | NL    | RS-1       | training | Strenghtening financial investigations (MATRA) | CILC | Netherlands | trainings | 2025 | 2026 | 280000 EUR |
| 113 |           | CILC  | RS-1       | training | Strengthening Financial Investigation | Center for International Legal Cooperation | MATRA | training for financial investigators | 2025 | 2026 | 280000 EUR |
| 114 | same      | FRONTEX | ME-1     | exchange | EUROSUR-like national coordination centre: technical assistance | Frontex | IPA III | technical assistance | 2024 | 2027 | |
| 114 |           | EC    | ME-1       | exchange | TA for establishing the National Coordination Centre | Frontex | EU (IPA III) | technical assistance, study visits | 2024 | 2027 | 12000000 EUR |
| 115 | same      | AT    | RS-1       | equipment| Набавка службених паса за детекцију експлозива | МУП | Аустрија | обука и набавка | 2026 | 2026 | 90000 EUR |
| 115 |           | BMI   | RS-1       | equipment| Detection dogs for explosives | Ministry of Interior | Austria | training and purchase of dogs | 2026 | 2026 | 90000 EUR |
| 116 | same      | WCO   | AL-1       | exchange | UNODC-WCO Container Control Programme, Durrës port control unit | UNODC, WCO | Norway | profiling training | 2021 | 2025 | 700000 USD |
| 116 |           | UNODC | AL-1       | exchange | CCP Albania (Durres) | UNODC/WCO | Norway, USA | training on risk profiling of containers | 2021 | 2025 | 700000 USD |
| 117 | same      | EUAA  | MK-1       | law      | Roadmap for strengthening the asylum and reception system | EUAA | EU | trainings, tools | 2025 | 2027 | |
| 117 |           | EC    | MK-1       | law      | EUAA–North Macedonia roadmap on asylum & reception | EUAA | EU | training modules | 2025 | 2027 | |
| 118 | same      | IOM   | BA-1       | exchange | MIDAS border management information system | IOM | Germany | installation and training | 2024 | 2025 | 650000 EUR |
| 118 |           | DE    | BA-1       | exchange | Migration Information and Data Analysis System (MIDAS) | International Organization for Migration | Germany | software | 2024 | 2025 | 650.000 EUR |
| 119 | same      | SE    | XK-1       | training | Forensic medicine: identification of victims | NFC | Sweden | twinning of institutes | 2023 | 2025 | 8000000 SEK |
| 119 |           | NFC   | XK-1       | training | Mjekësia ligjore: identifikimi i viktimave | Swedish National Forensic Centre (NFC) | Suedia | binjakëzim | 2023 | 2025 | 8 000 000 SEK |
| 120 | same      | RCC   | AL-1, ME-1 | mechanisms | Western Balkans Digital Summit: cyber incident drill | RCC | EU | table-top exercise | 2025 | 2025 | 80000 EUR |
| 120 |           | EC    | ME-1       | mechanisms | Cyber incident drill of the Digital Summit | Regional Cooperation Council | EU | exercise | 2025 | 2025 | 80000 EUR |
| 121 | overlap   | FRONTEX | ME-1     | equipment| Mobile surveillance vehicles for the border police | Frontex | EU | supply of vehicles | 2025 | 2026 | 1500000 EUR |
| 121 |           | US    | ME-1       | equipment| Border patrol cars with surveillance equipment | EXBS | USA | supply of vehicles | 2025 | 2027 | 1200000 USD |
| 122 | overlap   | GIZ   | AL-1       | training | Cybercrime investigators: basic course | GIZ | Germany | course for investigators | 2025 | 2026 | 120000 EUR |
| 122 |           | COE   | AL-1       | training | CyberSEE: training of cybercrime units | Council of Europe | EU | training of investigators and prosecutors | 2024 | 2027 | 5500000 EUR |
| 123 | overlap   | OSCE  | BA-1       | internet | Teachers against hate online | OSCE | Switzerland | workshops for teachers | 2025 | 2026 | 70000 EUR |
| 123 |           | UNESCO| BA-1       | internet | Preventing online hate speech through education | UNESCO | EU | teacher training | 2025 | 2026 | 200000 EUR |
| 124 | overlap   | UK    | RS-1       | law      | Drafting of the law on the witness protection | UK | UK | legal drafting | 2025 | 2025 | 40000 GBP |
| 124 |           | EC    | RS-1       | law      | Alignment of witness protection legislation with the acquis | TAIEX | EU | expert missions, drafting | 2025 | 2026 | 30000 EUR |
| 125 | overlap   | SEESAC| MK-1       | weapons  | Ballistic laboratory: comparison microscopes | SEESAC | EU | equipment and training | 2024 | 2026 | 500000 EUR |
| 125 |           | FR    | MK-2       | weapons  | Equipping the ballistic laboratory | Civipol | France | equipment | 2025 | 2026 | 300000 EUR |
| 126 | overlap   | IOM   | XK-1       | institution | Integrated border management: review of the strategy | IOM | EU | advice on strategy | 2024 | 2025 | 150000 EUR |
| 126 |           | ICMPD | XK-1       | institution | Support to the new IBM strategy and action plan (integrated border management) | ICMPD | Austria | advice | 2025 | 2026 | 180000 EUR |
| 127 | overlap   | DE    | BA-1       | training | Obuka tužilaca za finansijske istrage | IRZ | Njemačka | obuka | 2025 | 2026 | 100000 EUR |
| 127 |           | US    | BA-1       | training | Financial investigations course for prosecutors | OPDAT | USA | training | 2024 | 2026 | 250000 USD |
| 128 | overlap   | EC    | AL-1       | exchange | Upgrade of TIMS border management system | LuxDev | IPA | software | 2024 | 2027 | 4000000 EUR |
| 128 |           | US    | AL-1       | exchange | TIMS: new biometric modules | ICITAP | USA | software | 2025 | 2026 | 2500000 USD |
| 129 | different | DE    | AL-1       | training | Training of customs officers in risk analysis, Albania | ZKA | Germany | training | 2025 | 2026 | 80000 EUR |
| 129 |           | AT    | XK-1       | training | Training of customs officers in risk analysis, Kosovo* | ZKA | Germany | training | 2025 | 2026 | 80000 EUR |
| 130 | different | COE   | AL-1       | law      | CyberEast+ phase 2 | Council of Europe | EU | legislation | 2021 | 2024 | 3500000 EUR |
| 130 |           | EC    | AL-1       | law      | CyberEast+ phase 3 | Council of Europe | EU | legislation | 2024 | 2027 | 3800000 EUR |
| 131 | different | IOM   | RS-1       | equipment| Refurbishment of the reception centre in Preševo | IOM | EU | construction works | 2024 | 2025 | 300000 EUR |
| 131 |           | UNHCR | RS-1       | equipment| Refurbishment of the reception centre in Bujanovac | IOM | EU | construction works | 2024 | 2025 | 310000 EUR |
| 132 | different | FRONTEX | ME-1     | training | Course for border guards: second-line checks | Frontex | EU | course | 2022 | 2022 | 20000 EUR |
| 132 |           | EC    | ME-1       | training | Course for border guards: second-line checks | Frontex | EU | course | 2026 | 2026 | 20000 EUR |
| 133 | different | UNODC | BA-1       | law      | Global programme on cybercrime: legislative review | UNODC | UK | legal review | 2025 | 2026 | 90000 USD |
| 133 |           | UK    | BA-1       | equipment| Global programme on drugs: laboratory test kits | UNODC | UK | equipment | 2025 | 2026 | 90000 USD |
| 134 | different | EC    | RS-1       | institution | Twinning SR 20 IPA JH 01 22 Further development of asset recovery | Italy | EU | twinning | 2024 | 2026 | 1200000 EUR |
| 134 |           | NL    | RS-1       | institution | Twinning SR 22 IPA JH 02 24 Further development of witness protection | Netherlands | EU | twinning | 2025 | 2027 | 1200000 EUR |
| 135 | different | SEESAC| BA-1       | weapons  | Weapons collection campaign in Tuzla Canton | SEESAC | EU | campaign | 2025 | 2025 | 50000 EUR |
| 135 |           | UNDP  | BA-1       | weapons  | Weapons collection campaign in Herzegovina-Neretva Canton (Mostar) | UNDP | EU | campaign | 2025 | 2025 | 50000 EUR |
| 136 | different | US    | MK-1       | training | Anti-terrorism assistance: crisis response team | ATA | USA | training | 2024 | 2026 | 800000 USD |
| 136 |           | FR    | MK-1       | training | Mediation skills for municipal prevention councils | France | France | workshops | 2024 | 2026 | 60000 EUR |
| 137 | different | DCAF  | ME-1       | institution | Border security programme: cross-border operational cooperation | DCAF | Switzerland | regional meetings | 2024 | 2026 | 500000 CHF |
| 137 |           | CH    | MK-1       | law      | Police accountability programme: parliamentary oversight | DCAF | Switzerland | advice to committees | 2024 | 2026 | 500000 CHF |
| 138 | different | EC    | XK-1       | exchange | Supply of hardware for the Police, lot 1: servers | Atos | EU | supply | 2025 | 2025 | 700000 EUR |
| 138 |           | UNDP  | XK-1       | equipment| Supply of furniture for the police academy | UNDP | EU | supply | 2025 | 2025 | 150000 EUR |
| 139 | different | OSCE  | AL-1       | training | Summer school on organised crime for students | OSCE | OSCE | summer school | 2023 | 2023 | 15000 EUR |
| 139 |           | IT    | AL-1       | training | Summer school on organised crime for students | University of Palermo | Italy | summer school | 2025 | 2025 | 18000 EUR |
| 140 | different | SE    | BA-1       | institution | Support to the High Judicial and Prosecutorial Council, phase VII | HJPC | Sweden | case backlog | 2019 | 2023 | 30000000 SEK |
| 140 |           | NO    | BA-1       | institution | Support to the High Judicial and Prosecutorial Council, phase VIII | HJPC | Norway | case backlog | 2024 | 2027 | 28000000 NOK |
| 141 | different | EUROPOL | AL-1     | exchange | Deployment of guest officers to secondary security checks, Albania | Europol | EU | deployment | 2025 | 2026 | |
| 141 |           | EC    | RS-1       | exchange | Deployment of guest officers to secondary security checks, Serbia | Europol | EU | deployment | 2025 | 2026 | |
| 142 | different | AT    | MK-1       | training | Detection of stolen vehicles at border crossing points | Austria | Austria | training | 2025 | 2026 | 50000 EUR |
| 142 |           | DE    | MK-1       | training | Detection of radioactive material at border crossing points | BKA | Germany | training | 2025 | 2026 | 60000 EUR |
| 143 | different | HU    | RS-1       | equipment| Donacija vozila Graničnoj policiji, Subotica | Mađarska | Mađarska | donacija vozila | 2025 | 2025 | 400000 EUR |
| 143 |           | IOM   | RS-1       | equipment| Donacija vozila Graničnoj policiji, Dimitrovgrad | IOM | EU | donacija vozila | 2025 | 2025 | 380000 EUR |
| 144 | different | COE   | XK-1       | law      | Strengthening measures to combat trafficking in human beings in Kosovo* | Council of Europe | EU | GRETA follow-up | 2023 | 2026 | 800000 EUR |
| 144 |           | EC    | MK-1       | law      | Strengthening measures to combat trafficking in human beings in North Macedonia | Council of Europe | EU | GRETA follow-up | 2023 | 2026 | 800000 EUR |
| 145 | different | UNODC | RS-1       | training | AIRCOP: joint airport interdiction task force | UNODC | EU | mentoring | 2024 | 2026 | 600000 EUR |
| 145 |           | EC    | RS-1       | institution | Passenger name records: legislative framework | UNOCT | EU | legal advice | 2024 | 2026 | 400000 EUR |
| 146 | different | GIZ   | ME-1       | law      | EU4FOCL: follow the money | GIZ | EU | advice | 2024 | 2027 | 15000000 EUR |
| 146 |           | EC    | ME-1       | law      | EU4FAST: stop the traffickers | GIZ | EU | training | 2023 | 2026 | 33303022 EUR |
"""
