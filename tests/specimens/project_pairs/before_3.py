"""Labelled pairs written before the scoring was fixed: a second trial, claimed for a while.

When fresh, 18 of 19 called one project were, and 8 of 9 called a possible overlap.
"""
# ruff: noqa: E501, RUF001 -- tables are read across; members write in two scripts

PAIRS = """
| pair | label     | reporter | needs      | filter   | title | implementer | donors | activity | from | to | budget |
| 201 | same      | EC    | AL-1       | law      | EURALIUS VI: consolidation of the justice system in Albania | German Foundation for International Legal Cooperation (IRZ) | EU | advice to courts and prosecution | 2023 | 2026 | 5400000 EUR |
| 201 |           | DE    | AL-1       | law      | Konsolidimi i sistemit të drejtësisë (EURALIUS) | IRZ | BE | këshillim | 2023 | 2026 | 5.4 mio EUR |
| 202 | same      | PCC   | BA-1, RS-1 | exchange | Automated exchange of DNA, fingerprints and vehicle data (Prüm-like) | PCC SEE Secretariat | Austria | legal framework and IT architecture | 2021 | 2026 | 900000 EUR |
| 202 |           | AT    | BA-1       | exchange | PCC SEE: automated data exchange of DNA, dactyloscopic and vehicle registration data | PCC SEE Secretariat | Austria | architecture, implementation | 2021 | 2026 | 900000 EUR |
| 203 | same      | IT    | RS-1       | institution | Борба против организованог криминала: италијанско саветовање | Италијанска државна полиција | Италија | саветници | 2025 | 2026 | 240000 EUR |
| 203 |           | EC    | RS-1       | institution | Italian advisers against organised crime | Italian State Police | Italy | embedded advisers | 2025 | 2026 | 240000 EUR |
| 204 | same      | UNODC | ME-1       | exchange | Port of Bar: container profiling and air cargo control unit | UNODC | Canada | profiling training | 2024 | 2026 | 450000 USD |
| 204 |           | CA    | ME-1       | exchange | Control of containers in the Port of Bar | UNODC | Canada | training in profiling | 2024 | 2026 | 450,000 USD |
| 205 | same      | GIZ   | MK-1       | institution | Fighting environmental crime in South East Europe | GIZ | Germany (BMUV) | inter-agency dialogue | 2023 | 2026 | 2000000 EUR |
| 205 |           | DE    | MK-1       | institution | Bekämpfung der Umweltkriminalität in Südosteuropa | Deutsche Gesellschaft für Internationale Zusammenarbeit (GIZ) | BMUV | Dialogformate | 2023 | 2026 | 2 Mio. EUR |
| 206 | same      | NO    | ME-1       | equipment| Body-worn cameras for patrol police | Norwegian Police | Norway | purchase of cameras | 2025 | 2025 | 3000000 NOK |
| 206 |           | OSCE  | ME-1       | equipment| Nabavka kamera za policijske patrole | OSCE | Norveška | nabavka | 2025 | 2025 | 3000000 NOK |
| 207 | same      | EC    | XK-1       | law      | Contract 2022/437-901: Further support to the Kosovo* Police against economic crime | ICMPD | EU | mentoring and IT | 2023 | 2025 | 1800000 EUR |
| 207 |           | ICMPD | XK-1       | law      | Economic crime investigations, mentoring component | International Centre for Migration Policy Development | EU, 2022/437-901 | mentoring | 2023 | 2025 | 1,800,000 EUR |
| 208 | same      | UNW   | BA-1       | training | Women, peace and security: female leaders in the police | UN Women | Sweden | leadership course | 2024 | 2026 | 7000000 SEK |
| 208 |           | SE    | BA-1       | training | Leadership of women in police agencies (WPS) | UN Women | Sida | leadership training | 2024 | 2026 | 7 000 000 SEK |
| 209 | same      | COE   | RS-1       | law      | Jačanje zaštite ljudskih prava lica lišenih slobode | Savet Evrope | EU, Savet Evrope | obuka zatvorskog osoblja | 2023 | 2026 | 1200000 EUR |
| 209 |           | EC    | RS-1       | law      | Strengthening human rights protection for detained and sentenced persons | Council of Europe | EU | training of prison staff | 2023 | 2026 | 1200000 EUR |
| 210 | same      | SEESAC| AL-1       | weapons  | Regional Roadmap MPTF: Albania firearms registry AFIS | UNDP | MPTF (Germany, France, Sweden) | software development | 2024 | 2025 | 550000 USD |
| 210 |           | FR    | AL-1       | weapons  | Firearms registry, Albania | UNDP/SEESAC | France through MPTF | software | 2024 | 2025 | 550000 USD |
| 211 | same      | CEPOL | AL-1, XK-1 | training | WB PaCT: Partnership against Crime and Terrorism | CEPOL | EU | courses, exchange programme | 2020 | 2024 | 2500000 EUR |
| 211 |           | EC    | AL-1       | training | CEPOL WB PaCT training partnership | CEPOL | IPA | courses | 2020 | 2024 | 2.5 million EUR |
| 212 | same      | IOM   | MK-1       | institution | Unapređenje upravljanja granicom kroz mobilne timove | IOM | Švajcarska | mobilni timovi | 2024 | 2026 | 300000 CHF |
| 212 |           | CH    | MK-1       | institution | Improving border management through mobile teams | IOM | Switzerland | mobile teams | 2024 | 2026 | CHF 300000 |
| 213 | same      | UK    | XK-1       | law      | Asset recovery: CEELI mentoring of judges | CEELI | British Embassy Pristina | mentoring | 2024 | 2025 | 200000 GBP |
| 213 |           | CEELI | XK-1       | law      | Mentoring judges on confiscation and recovery of assets | CEELI Institute | UK | mentoring | 2024 | 2025 | |
| 214 | same      | FRONTEX | RS-1     | equipment| Полигон за обуку гранична полиција: опрема | Фронтекс | ЕУ | испорука опреме | 2025 | 2026 | 500000 EUR |
| 214 |           | EC    | RS-1       | equipment| Training ground of the border police: equipment | Frontex | EU | delivery of equipment | 2025 | 2026 | 500000 EUR |
| 215 | same      | HCNM  | MK-1       | internet | Building resilence of youth to violant extremism | Search for Common Ground | USAID | youth camps | 2022 | 2024 | 400000 USD |
| 215 |           | US    | MK-1       | internet | Building Resilience of Youth to Violent Extremism | Search for Common Ground | USAID | camps for youth | 2022 | 2024 | 400000 USD |
| 216 | same      | EUROJUST | AL-1    | exchange | WBCJ – Western Balkans Criminal Justice project | Eurojust | EU | joint investigation teams | 2022 | 2026 | 6000000 EUR |
| 216 |           | EC    | ME-1       | exchange | Western Balkans Criminal Justice (WBCJ) | Eurojust | IPA III | judicial cooperation | 2022 | 2026 | 6000000 EUR |
| 217 | same      | SI    | AL-1       | training | First response on cybercrime: iPA training | CEP Ljubljana | Slovenia | e-learning | 2024 | 2024 | 45000 EUR |
| 217 |           | CEP   | AL-1       | training | E-learning for first responders to cyber crime | Centre for European Perspective | Slovenia | e-learning | 2024 | 2024 | 45000 EUR |
| 218 | same      | UNHCR | BA-1       | law      | Legal aid for asylum seekers | Vaša prava BiH | UNHCR, EU | legal aid | 2025 | 2025 | 180000 EUR |
| 218 |           | EC    | BA-1       | law      | Besplatna pravna pomoć tražiteljima azila | Vaša prava | EU | pravna pomoć | 2025 | 2025 | 180000 EUR |
| 219 | same      | JP    | AL-1       | equipment| Grassroots project: ambulance and rescue boats for the coast guard | Coast Guard | Japan | provision of boats | 2025 | 2026 | 95000 USD |
| 219 |           | UNDP  | AL-1       | equipment| Rescue boats for the Albanian Coast Guard | Albanian Coast Guard | Government of Japan | rescue boats | 2025 | 2026 | 95000 USD |
| 220 | same      | MARRI | BA-1, MK-1 | exchange | Countering trafficking at airports: exchange of alerts | MARRI | Switzerland | alert protocol | 2023 | 2024 | 110000 EUR |
| 220 |           | CH    | MK-1       | exchange | MARRI network of border police at airports – alerts on trafficking | MARRI Regional Centre | SDC | protocol | 2023 | 2024 | 110000 EUR |
| 221 | overlap   | GIZ   | XK-1       | training | Judges and prosecutors: course on electronic evidence | GIZ | Germany | course | 2025 | 2026 | 90000 EUR |
| 221 |           | COE   | XK-1       | training | Electronic evidence in court: training of magistrates | Council of Europe | EU | training of judges | 2025 | 2027 | 300000 EUR |
| 222 | overlap   | IT    | AL-1       | equipment| Radar stations for the coast | Guardia di Finanza | Italy | equipment | 2025 | 2026 | 2000000 EUR |
| 222 |           | FRONTEX | AL-1     | equipment| Coastal surveillance radar and sensors | Frontex | EU | equipment | 2025 | 2027 | 3000000 EUR |
| 223 | overlap   | OSCE  | ME-1       | law      | Drafting the law on asset confiscation | OSCE | Norway | legal drafting | 2025 | 2025 | 30000 EUR |
| 223 |           | UNODC | ME-1       | law      | Review of confiscation legislation | UNODC | UK | legal advice | 2024 | 2026 | 100000 USD |
| 224 | overlap   | SE    | RS-1       | institution | Intelligence-led policing: analysts and strategy | Swedish Police | Sida | mentoring of analysts | 2024 | 2027 | 12000000 SEK |
| 224 |           | OSCE  | RS-2       | institution | Intelligence-led policing model for the police directorate | OSCE | Germany | training of analysts | 2025 | 2026 | 200000 EUR |
| 225 | overlap   | IOM   | BA-1       | institution | Screening and referral of victims of trafficking among migrants | IOM | Denmark | training of front-line officers | 2024 | 2026 | 250000 EUR |
| 225 |           | SCH   | BA-1       | institution | Referral mechanism for trafficking victims: front-line staff | Save the Children | EU | training | 2025 | 2026 | 300000 EUR |
| 226 | overlap   | DE    | MK-1       | equipment| Laboratori i krimit kibernetik: pajisje | BKA | Gjermani | pajisje | 2025 | 2026 | 200000 EUR |
| 226 |           | US    | MK-1       | equipment| Cyber crime lab: forensic equipment | ICITAP | USA | equipment | 2025 | 2027 | 500000 USD |
| 227 | overlap   | FR    | AL-1       | weapons  | Tracing of firearms: seminar for investigators | Civipol | France | seminar | 2025 | 2025 | 25000 EUR |
| 227 |           | INTERPOL | AL-1    | weapons  | iARMS: firearms tracing course | INTERPOL | EU | course | 2025 | 2026 | 60000 EUR |
| 228 | overlap   | UNDP  | XK-1       | weapons  | Amnesty campaign for the surrender of weapons | UNDP | Japan | campaign | 2025 | 2026 | 120000 USD |
| 228 |           | SEESAC| XK-1       | weapons  | Awareness campaign on illegal weapons | SEESAC | EU | campaign | 2025 | 2026 | 80000 EUR |
| 229 | different | EC    | AL-1       | law      | Support to the State Police in Albania: internal affairs inspectorate | FIIAPP | EU | twinning | 2024 | 2026 | 1800000 EUR |
| 229 |           | ES    | MK-1       | law      | Support to the State Police in North Macedonia: internal affairs inspectorate | FIIAPP | EU | twinning | 2024 | 2026 | 1800000 EUR |
| 230 | different | CEPOL | RS-1       | training | WB PaCT | CEPOL | EU | courses | 2020 | 2024 | 2500000 EUR |
| 230 |           | EC    | RS-1       | training | WB PaCT 2 | CEPOL | EU | courses | 2024 | 2028 | 5000000 EUR |
| 231 | different | DE    | BA-1       | equipment| Equipping the police station in Zenica | Germany | Germany | equipment | 2025 | 2026 | 60000 EUR |
| 231 |           | HU    | BA-1       | equipment| Equipping the police station in Prijedor | Hungary | Hungary | equipment | 2025 | 2026 | 65000 EUR |
| 232 | different | UK    | ME-1       | training | Table-top exercise on aviation security | UK | UK | exercise | 2023 | 2023 | 12000 GBP |
| 232 |           | US    | ME-1       | training | Table-top exercise on aviation security | TSA | USA | exercise | 2025 | 2025 | 15000 USD |
| 233 | different | COE   | AL-1       | law      | Preventing and combating trafficking in human beings, phase II | Council of Europe | EU | advice | 2019 | 2022 | 900000 EUR |
| 233 |           | EC    | AL-1       | law      | Preventing and combating trafficking in human beings, phase III | Council of Europe | EU | advice | 2023 | 2026 | 1000000 EUR |
| 234 | different | IOM   | XK-1       | institution | Reintegration of returnees from Syria | IOM | UK | psychosocial support | 2024 | 2025 | 300000 USD |
| 234 |           | UK    | XK-1       | training | Border police: biometric collection devices | IOM | UK | equipment | 2024 | 2025 | 280000 USD |
| 235 | different | UNODC | MK-1       | exchange | Joint port control unit at Skopje airport | UNODC | EU | mentoring | 2024 | 2026 | 350000 EUR |
| 235 |           | EC    | MK-1       | exchange | Joint control unit at Blace crossing point | UNODC | EU | mentoring | 2024 | 2026 | 350000 EUR |
| 236 | different | EC    | ME-1       | institution | Twinning MN 19 IPA JH 01 21: fight against organised crime | Italy | EU | twinning | 2022 | 2024 | 1000000 EUR |
| 236 |           | FR    | ME-1       | institution | Twinning MN 21 IPA JH 01 23: fight against organised crime | France | EU | twinning | 2025 | 2027 | 1100000 EUR |
| 237 | different | OSCE  | RS-1       | internet | Podcast on extremism for high schools | OSCE | Norway | campaign | 2025 | 2025 | 20000 EUR |
| 237 |           | NO    | RS-1       | law      | Independence of the anti-corruption prosecution | OSCE | Norway | monitoring of trials | 2025 | 2026 | 400000 EUR |
| 238 | different | AT    | AL-1       | training | Obuka za otkrivanje falsifikovanih dokumenata, Crna Gora | Austrija | Austrija | obuka | 2025 | 2025 | 30000 EUR |
| 238 |           | DE    | XK-1       | training | Trajnim për zbulimin e dokumenteve të falsifikuara, Kosovë | Gjermania | Gjermani | trajnim | 2025 | 2025 | 30000 EUR |
| 239 | different | SEESAC| AL-1       | weapons  | Stockpile management: fire alarm system for the depot in Mirakë | SEESAC | EU | works | 2024 | 2025 | 300000 EUR |
| 239 |           | ITF   | AL-1       | weapons  | Ammunition disposal: demilitarisation line | ITF | USA | disposal services | 2024 | 2025 | 500000 USD |
| 240 | different | GIZ   | BA-1       | law      | EU4Justice | GIZ | EU | advice to judiciary | 2022 | 2026 | 9000000 EUR |
| 240 |           | EC    | BA-1       | law      | EU4Police | UNDP | EU | advice to police | 2023 | 2026 | 3000000 EUR |
| 241 | different | UNODC | XK-1       | law      | Support to the financial intelligence unit: goAML software | UNODC | Norway | software | 2024 | 2025 | 200000 USD |
| 241 |           | COE   | XK-1       | training | Support to the financial intelligence unit: risk assessment of non-profit organisations | Council of Europe | EU | assessment | 2024 | 2026 | 150000 EUR |
| 242 | different | EUAA  | BA-1       | training | Training module on interviewing children | EUAA | EU | training | 2025 | 2026 | |
| 242 |           | UNICEF| BA-1       | internet | Safer internet centre: helpline for children | UNICEF | EU | helpline | 2025 | 2026 | 250000 EUR |
| 243 | different | SI    | ME-1       | training | Joint exercise in mountain rescue at Prokletije | Slovenia | Slovenia | exercise | 2025 | 2025 | 20000 EUR |
| 243 |           | HR    | ME-1       | training | Joint exercise against wildfire on the coast | Croatia | Croatia | exercise | 2025 | 2025 | 25000 EUR |
| 244 | different | CH    | AL-1       | law      | Local safety councils in Shkodër and Lezhë | Helvetas | Switzerland | community forums | 2023 | 2026 | 700000 CHF |
| 244 |           | SE    | AL-1       | law      | Local safety councils in Korçë and Vlorë | Swedish Police | Sweden | community forums | 2023 | 2026 | 6000000 SEK |
| 245 | different | EC    | AL-1       | exchange | Connection of Albania to EURODAC-like registration system | Frontex | EU | software | 2025 | 2027 | 1500000 EUR |
| 245 |           | IOM   | RS-1       | exchange | Connection of Serbia to EURODAC-like registration system | IOM | EU | software | 2025 | 2027 | 1500000 EUR |
"""
