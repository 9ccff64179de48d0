"""Words of facets: topics, things delivered, audiences and ways of work, in members' languages.

Each line is a facet: its name, then how the words begin that mean it. A point ends a whole word, a
plus joins the beginnings of neighbouring words. Written as people write; compared in plain Latin.
"""

TOPICS = """
document security: forge falsif falsifik document+fraud document+examin document+verif travel+docum
document security: identity+docum passport pasos pasaport
firearms: firearm weapon arms. salw ammunit ballistic balist stockpile oruz vatren municij armeve
firearms: arme. arms+traff celebrat iarms ibin gun. guns. demilitar
explosives: explosiv eksploziv bomb ied. eod. demining
CBRN: cbrn chemical radioact nuclear biologic radiolog hbrn
drugs: drug narco psychoact precursor droga droge drogu narkot stupefi stupeh drogat cannabis opioid
drugs: synthetic+drug
money laundering: launder pranj pastrim aml. cft. suspicious+trans beneficial+own moneyval fatf
terrorist financing: terror+financ financ+terror financing+of+terror cft. non+profit+organ nonprofit
terrorist financing: finansiranj+teror financim+terror
financial investigations: financ+investig financ+istrag finans+istrag financ+intellig illicit+financ
financial investigations: hetim+financ economic+crime finansisk+istrag finansijsk+istrag
virtual assets: crypto virtual+asset kripto blockchain bitcoin
asset recovery: asset+recov recovery+of+asset confisc konfisk oduzim crime+proceed proceeds+of+crime
asset recovery: asset+manag management+of+asset seized sekuestr imovin asset+trac oduzet
corruption: corrupt korupc korrupc bribe integrity integritet whistle asset+discl asset+declar mita.
cyber crime: cyber sajber kiber electronic+evid digital+evid elektronick+dokaz ransomw malware csirt
cyber crime: cert.
cyber crime: dark+web darknet hacker e+evidence computer+emerg elektronsk+dokaz
digital forensics: digital+foren mobile+foren mobile+phone phone+extract computer+foren
forensic medicine: forensic+medic autops mjekes+ligj sudsk+medic
content on the internet: terrorist+content online+extrem online+radic extrem+online radicalis+online
content on the internet: radicaliz+online disinform open+source osint online+propag
radicalisation: online+radic online+extrem extrem+online radicalis+online radicaliz+online
radicalisation: terrorist+content terror+use radical radikal extrem ekstrem pcve cve. pve. disengag
radicalisation: deradic violent+extrem p+cve
returned fighters: foreign+fight foreign+terror returned+fight stranih+borac syria fighters camps.
hate speech: hate. hatred mrznj urrejt intoler xenophob
trafficking in persons: human+beings human+traff traffick+person trafficked victims+of+traff
trafficking in persons: anti+traff antitraff trgovin+ljud trgovij+luge trafikim traffick+victim
trafficking in persons: child+traff forced+lab labour+exploit traffick+child greta. menschenhandel
trafficking in persons: trafficking+among traffick+hotline
migrant smuggling: migrant+smuggl smuggling+of+migr smuggling+of+pers krijumcaren+migr
migrant smuggling: people+smuggl kontraband+migr krijumcarenj+ljud facilitat
asylum: asyl azil refugee refugj izbjegl izbegl
return and readmission: readmis avrr return+counsel voluntary+ret returned+migr povrat kthim
return and readmission: reintegr return+operat
border surveillance: surveil green+border thermal termoviz patrol+boat nadzor border+monitor vbs.
border surveillance: border+patrol lake+border sea+border blue+border
border checks: second+line first+line+off first+line+check border+check entry+exit document+reader
border checks: border+control granicn+kontrol kontroll+kufi
border management: integrated+border ibm. border+manag upravljan+granic menaxhim+kufi
containers: container port+control kontejner air+cargo cargo
excise goods: excise tobacco cigar akciz
passenger data: pnr. ct+travel travel+program travel+intell passenger+name passenger+inf gotravel
passenger data: advance+pass api. putnik+podat
visa policy: visa. visas. consular
witness protection: witness svjedok svedok deshmitar
forensics: forens forenz dna. fingerprint dactyl crime+scene daktil criminalist+lab
oversight of police: oversight internal+control ombuds complaint accountab internal+affairs
oversight of police: internal+investig interne+kontrol kontroll+brend
intelligence-led policing: intelligence+led ilp. criminal+intell crime+analys socta
intelligence-led policing: serious+organised+crime+threat
intelligence-led policing: intelligence+database police+intell threat+assess obavest obavjest
community policing: community+polic policim+komunit community+safety safety+council community+forum
covert measures: undercover covert special+investigative intercept tajni+istraz wiretap informant
covert measures: posebn+dokazn tajnog+nadz mbikeqyr+fsheht controlled+deliv
judicial cooperation: judicial+coop joint+investig mutual+legal extradit jit. jits. pravosudn+sarad
police cooperation: siena. police+coop liaison police+cust joint+patrol zajednic+patrol
police cooperation: policijsk+sarad
organised crime: organised+crime organized+crime organizovan+krim organiziran+krim krim+organ mafia
environmental crime: environ ekolosk umveltkrim krim+mjedis wildlife waste. timber umvelt logging
environmental crime: ekolos
cultural property: cultural+her cultural+prop antiquit kulturn+dobar
stolen vehicles: stolen+veh vehicle+theft vehicle+crime ukraden
child abuse: child+abuse sexual+abuse child+sex csam. child+exploit children+online
child abuse: safety+of+child
domestic violence: domestic+viol gender+based femicid nasilj+porodic
critical infrastructure: critical+infra critical+ent kriticn+infra nis2 soft+target public+space
aviation security: aviation airport+sec airport+int airport+task air+marshal aircop
disaster response: rescue wildfire flood disaster earthquake civil+protect
public order: public+order crowd riot football hooligan sport+event
court procedure: plea judicial+counc justice+system case+backlog sentenc
detention: detain detent detenc inmate custod pritvor
finances of parties: political+party party+fin
procurement: public+procure
child protection: unaccompan minors. children. fëmij
counter-drone: counter+uas counter+dron drone+defen anti+dron c+uas jammer unmanned+threat
informal value transfer: hawala value+transf informal+transf remittan
sanctions and export control: sanction restrictive+meas export+contr dual+use strategic+goods
counterfeiting: counterfeit intellectual+prop pirated krivotvorenj+novc euro+notes
tax fraud: vat+fraud excise+fraud missing+trader carousel
payment fraud: payment+card skimming online+fraud card+fraud internet+fraud investment+fraud
payment fraud: phishing
property crime: property+crime burglar robber organised+theft
war crimes: war+crime ratni+zloc ratnih+zloc krimet+luft missing+pers
protection of persons: close+prot vip+prot protection+of+person
road safety: road+safe traffic+acc saobracajn+nezg
Schengen information exchange: sis. sirene schengen+inform prum prumm prym prium interoperab
EMPACT: empact joint+action+day action+days
maritime safety: maritim pomorsk detar search+and+rescue sea+rescue
contraband: contraband smuggling+of+goods sverc illicit+trade
attack response: active+shoot marauding mass+casual attack+resp
evidence rooms: evidence+manag evidence+room exhibit chain+of+cust
cyber incidents: incident csirt cert. soc. cyber+range computer+emerg hygiene
crime scene: crime+scene mjesta+zloc mesta+zloc uvidjaj vendit+ngjarj
toxicology: toxicolog test+kit drug+analys
biometrics: biometr afis. eurodac facial+recog
number plates: number+plate anpr plate+recog
"""
# Sides of a topic: they tell projects on one topic apart and bring no two topics together.
ASPECTS = """
gender in police: gender women+pol women+in female+off female+lead policewom zene+polic women+peace
staff management: human+res recruit career+dev personnel+man
legislative alignment: acquis approxim
case management: case+manag case+file predmet statist
risk analysis: risk+analys riska analiz+rizik
vetting: vetting vet. polygraph poligraf background+check integrity+test integrity+check
negotiation: negotiat hostage pregovar
data protection: data+protect personal+data zastit+podat licnih+podat
rehabilitation: rehabil resocial deradic disengag
strategic communication: strategic+comm crisis+comm counter+narrat communication+strat
interviewing: interview intervju investigative+interv
artificial intelligence: artificial+intel machine+learn big+data predictive
workload: case+veight caseveight workload backlog
compensation: compensat damages obestecen dekompens
legal aid: legal+aid pravn+pomo besplatn+pravn ndihm+jurid
weapons collection: surrender amnest collection+of+veap veapons+collect legalis legaliz buy+back
weapons destruction: destruct deactiv demilitar disposal uniste surplus
weapons storage: stockpile storage depot skladist magazin armour
tracing: tracing traceab marking iarms praćenj trace.
identification of victims: identification+of early+identif referral screening upucivanj mobile+unit
identification of victims: identifikac
shelters: shelter safe+house sigurn+kuc strehim
drug demand: drug+use addict treatment+cent demand+reduc ovisnost zavisnost
early warning: early+varn rano+upoz paralajm
supervision: supervis licens inspect
risk assessment: risk+assess national+risk procjen+rizik procen+rizik vleresim+rrezik
intelligence analysis: analytic i2. criminal+analys operational+analys strategic+analys
confidence building: confidence+build trust+build
strategy and coordination: strateg action+plan national+coord akcion+plan plan+veprim
"""
THINGS = """
vehicles: vehicle vozil automjet car. cars. truck suv. suvs. vetura van. vans. motorcycl
vehicles: vehicule voitur fahrzeug dzip
ambulances: ambulanc sanitet
boats: boat vessel brod. brodov camac camc anije rhib
aircraft: drone drones uav. uavs. helikop helicop dron. dronov bespilot unmanned
cameras and sensors: camera thermal night+vis termoviz kamer radar sensor binocul thermo dvogled
scanners: scanner x+ray detector scanning skener rentgen trace+detect
computers: server hardvare laptop computers racunar kompjuter
software: software softvar database databas module application platform registr informacion+sistem
software: information+system it+system case+file programsk
document readers: document+read reader passport+scan
laboratory: microsc reagent sequenc laborator instruments spectro chromat
buildings: building depot construct refurb renov premises obnov rekonstr ndertim izgradnj vorks.
buildings: objekt
buildings: reconstr storage upgrade+of+the bauarbeit
dogs: dog. dogs. canine k9. pasa. psi. psima qen. qenve sniffer detection+dog
personal equipment: uniform vest. vests. helmet protectiv diving armour pancir
furniture: furnitur namjest office+equip
body-worn cameras: body+vorn
radio: radio. tetra communication+equip radios
phone extraction: extraction ufed cellebrite
reference materials: manual. handbook curricul prirucnik
helpline: hotline helpline telefon+linj linja+telef sos.
"""
# What so many projects deliver that it brings none of them together.
GENERIC_THINGS = frozenset({"software", "buildings"})
AUDIENCES = """
border police: border+pol border+guard border+and+mig granicn+pol polici+kufit kufitar grenzpol
customs: customs carin doganor zoll
judges: judge judges court sudij gjyqt magistrat judiciary sudov sudija
prosecutors: prosec tuzila tuzioc tuzilac prokuror spak tuzitel obvinitel
prison staff: prison zatvor burg. burgj correction probation penitent
financial intelligence unit: financial+intelligence+unit fiu.
coast guard: coast roje+breg
airport staff: airport aerodrom aeroport
schools: school teacher pupil skol shkoll mesues nastavn education
students: student universit
young people: youth young mladi mladih rini rinj
media: journal novinar media gazetar
municipalities: municipal local opstin komun komuna
parliament: parliam kuvend skupstin committees
inspectors: inspector inspektor
private sector: bank. banks. private+sector reporting+ent notar business provider
civil society: ngo. ngos. civil+soc
victims: victim survivor zrtav zrtv viktim shelter
families: famil vives mothers
special units: special+oper special+pol special+unit rapid+react crisis+response+team intervent
traffic police: traffic+pol
tax administration: tax. taxes poresk tatim
police academy: academ akadem police+school training+centre
intelligence service: intelligence+serv intelligence+agency security+intell
gendarmerie: gendarm zandarm
labour inspectors: labour+insp
social workers: social+work social+welf socijaln+rad
forensic experts: forensic+expert forensic+lab forensic+cent laborator
analysts: analyst analit
interpreters: interpret
asylum officers: asylum+off reception+off
investigators: investig istraz hetues detectiv
ministry: ministry ministar
"""
DOINGS = """
training: train trening obuk vorkshop seminar course radionic mentor study+vis trajnim exercise
training: vjezb vezb formation ausbild ushtrim kurs e+learning curricul summer+school bench
training: masterclass
advice or legislation: law. lavs. legal draft legislat by+lav advice advis opinion strateg guidelin
advice or legislation: action+plan savjet savet sovet keshill peer+rev tvinning review zakon ligj
equipment: equip oprem pajisj suppl procure purchas donat donac nabav furniz vehicle vozil boat
equipment: camera
equipment: drone scanner delivery provision+of kamer beschaff ausrust
software: softvar database application digital module it+system
building works: construct refurb renov vorks. reconstr obnov rekonstr izgradnj upgrade
deployment of officers: deploy secondm guest+off joint+patrol joint+oper patrolim
a campaign: campaign kampanj avareness podcast
analysis: assessment analys study. research mapping survey istrazivanj
meetings and networks: network conference meeting exchange forum dialog regional+meet
assistance to people: outreach shelter counsel legal+aid psychosoc humanitar return+assist reintegr
assistance to people: helpline
"""
