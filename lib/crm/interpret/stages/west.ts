/** Names of stages in the languages of western and northern Europe. How the table is written stands in ../word-table.ts. */
export const WEST = `
en
new = new|new lead|new deal|new opportunity|lead|lead in|incoming|inbound|prospect|prospecting|opportunity
new = appointment scheduled|appointmentscheduled
qualified = qualify|qualified|qualification|qualifying|qualified to buy|qualifiedtobuy|qualified lead|develop
qualified = contact made|contacted|discovery|discovery call|needs analysis|needs assessment|needs defined
qualified = value proposition|id. decision makers|identify decision makers|perception analysis|demo|demo scheduled
qualified = demo/making|demonstration|evaluation|solution design
proposal = propose|proposal|proposal made|proposal sent|proposal submitted|proposal/price quote|proposal/quotation
proposal = price quote|proposition|quote|quote sent|quotation|offer|offer sent|offer made|presentation
proposal = presentation scheduled|presentationscheduled
negotiation = negotiate|negotiation|negotiations|negotiating|in negotiation|negotiation/review|negotiations started
negotiation = negotiation started|contract|contract sent|contractsent|contract negotiation|decision maker bought-in
negotiation = decisionmakerboughtin|verbal commitment|verbal agreement|commit|close|closing|ready to close
negotiation = ready to sign|signing
won = won|closed won|closed - won|closed/won|closed-won|closedwon|closed (won)|deal won
lost = lost|closed lost|closed - lost|closed/lost|closed-lost|closedlost|closed (lost)|deal lost
lost = closed lost to competition|closed-lost to competition|lost to competition
de
new = neu|neuer lead|neue verkaufschance|identifikation|neukundenwerbung|neukundengewinnung|akquise|interessent
new = termin geplant|termin vereinbart
qualified = qualifikation|qualifizierung|qualifiziert|qualifizieren|für kauf qualifiziert|entwickeln|bedarfsanalyse
qualified = bedarfserhebung|bedarfsermittlung|erstgespräch|kontakt hergestellt|kontaktiert|kontakt aufgenommen
qualified = richtangebot|nutzenversprechen|wertversprechen|identifikation der entscheider|entscheider identifiziert
qualified = analyse der wahrnehmung|wahrnehmungsanalyse|demo geplant|demo vereinbart
proposal = angebot|angebot erstellt|angebot gesendet|angebot versendet|angebot verschickt|angebot gemacht
proposal = angebot abgegeben|angebotsphase|angebot/kostenvoranschlag|angebot/preisangebot|vorschlag|vorschlagen
proposal = kostenvoranschlag|präsentation|präsentation geplant
negotiation = verhandlung|verhandlungen|in verhandlung|verhandlung/überarbeitung|verhandlung/überprüfung
negotiation = verhandlungen begonnen|verhandlungen gestartet|vertragsverhandlung|vertrag|vertrag gesendet
negotiation = vertrag versendet|entscheider überzeugt|mündliche zusage|abschließen|abschlussphase
won = gewonnen|abgeschlossen gewonnen|abgeschlossen - gewonnen|abgeschlossen und gewonnen|geschlossen gewonnen
won = geschlossen - gewonnen|geschlossen und gewonnen
lost = verloren|abgeschlossen verloren|abgeschlossen - verloren|abgeschlossen und verloren|geschlossen verloren
lost = geschlossen - verloren|geschlossen und verloren
nl
new = nieuw|nieuwe lead|prospectie|kennismaking|afspraak gepland
qualified = kwalificatie|gekwalificeerd|kwalificeren|gekwalificeerd om te kopen|ontwikkelen|behoefteanalyse
qualified = analyse behoefte|contact gelegd|contact gemaakt|waarde voorstel|waardepropositie|id. beslissers
qualified = perceptie analyse|demo gepland
proposal = voorstel|voorstel gedaan|voorstel verstuurd|voorstel verzonden|voorstel/offerte|offerte
proposal = offerte verstuurd|offerte verzonden|presentatie|presentatie gepland
negotiation = onderhandeling|onderhandelingen|in onderhandeling|onderhandeling/beoordeling
negotiation = onderhandeling/afronding|onderhandelingen gestart|contract verzonden|contract verstuurd
won = gesloten gewonnen|gesloten - gewonnen|gewonnen gesloten
lost = gesloten verloren|gesloten - verloren|verloren gesloten
sv
new = ny|nytt|prospekt|prospektering|ny affär|möte bokat
qualified = kvalificerad|kvalificering|kvalifikation|kompetens|kvalificera|utveckla|behovsanalys
qualified = behöver analyseras|kontakt tagen|kontaktad|föreslaget värde|värdeerbjudande|id. beslutsfattare
qualified = mottaglighetsanalys|demo bokad|demo schemalagd
proposal = förslag|föreslå|förslag skickat|förslag/prissättning|offert|offert skickad|offert lämnad|presentation bokad
negotiation = förhandling|förhandlingar|under förhandling|förhandling/utvärdering|förhandling/granskning
negotiation = förhandlingar påbörjade|avtal skickat|kontrakt skickat
won = vunnen|vunnet|vunna|stängd vunnen|stängda vunna|stängd - vunnen
lost = förlorad|förlorat|förlorade|stängd förlorad|stängda förlorade|stängd - förlorad
da
new = undersøges|ny mulighed|møde planlagt
qualified = kvalificeret|kvalificering|kvalificer|udvikl|behovsanalyse|kontakt etableret|vejledende tilbud
qualified = identifikation af beslutningstagere|analyse af opfattelsen|demo planlagt
proposal = forslag|foreslå|tilbud|tilbud sendt|tilbud/pristilbud|præsentation|præsentation planlagt
negotiation = forhandling|forhandlinger|i forhandling|forhandler/gennemgår|forhandlinger startet|kontrakt sendt
won = vundet|vundet og lukket|lukket vundet|lukket - vundet
lost = tabt|tabt og lukket|lukket tabt|lukket - tabt
nb
new = undersøkes|møte avtalt
qualified = kvalifisert|kvalifisering|kvalitetskontrolleres|trenger analyse|verdivurdering|kontakt opprettet
qualified = ser etter beslutningstagere|undersøker hvordan vi oppfattes|demo planlagt
proposal = prisforslag|prisforslag/-nivå foreslått|tilbud sendt|presentasjon|presentasjon planlagt
negotiation = forhandler|forhandler/gjennomgår|i forhandling|kontrakt sendt
won = vunnet og lukket|lukket vunnet|lukket - vunnet
lost = tapt|tapt og lukket|lukket tapt|lukket - tapt
fi
new = uusi|uusi liidi|prospektointi|tapaaminen sovittu
qualified = kvalifioitu|kvalifiointi|tarvekartoitus|tarveanalyysi|yhteys luotu|demo sovittu
proposal = ehdotus|tarjous|tarjous lähetetty|tarjous tehty|esitys
negotiation = neuvottelu|neuvottelut|neuvottelussa|neuvottelut aloitettu|sopimus lähetetty
won = voitettu|suljettu voitettu|suljettu - voitettu
lost = hävitty|menetetty|suljettu hävitty|suljettu - hävitty
fr
new = nouveau|nouvelle|nouvelle opportunité|prospection|rendez-vous programmé|rendez-vous planifié
qualified = qualifié|qualifiée|qualifier|qualification des besoins|qualifié pour acheter|développer
qualified = analyse des besoins|contact établi|valeur de la proposition|proposition de valeur|id. decisionnaire
qualified = identification des décideurs|analyse de la perception|démo planifiée|démonstration planifiée
proposal = proposer|proposition faite|proposition envoyée|proposition/devis|devis|devis envoyé|offre|offre envoyée
proposal = présentation|présentation programmée|présentation planifiée
negotiation = négociation|négociations|négocier|en négociation|négociation/évaluation|négociation/révision
negotiation = négociations commencées|négociations entamées|contrat envoyé|décideur convaincu
won = gagné|gagnée|fermée gagnée|fermé gagné|fermé - gagné|clôturée gagnée|clôturé gagné|conclusion gagnante
lost = perdu|perdue|fermée perdue|fermé perdu|fermé - perdu|clôturée perdue|clôturé perdu|conclusion perdante
es
new = nuevo|nueva|nueva oportunidad|prospección|prospectando|investigando|cita programada|cita agendada
qualified = calificado|calificada|calificación|calificando|calificar|cualificado|cualificación|cualificar
qualified = calificado para comprar|desarrollar|análisis de necesidades|contacto establecido|contacto hecho
qualified = contactado|propuesta de valor|identificar tomador de decisiones|id. tomadores de decisiones
qualified = análisis de percepción|análisis de la percepción|demo programada|demostración programada
proposal = propuesta|proponer|propuesta realizada|propuesta hecha|propuesta enviada|propuesta/presupuesto
proposal = cotización con propuesta|cotización con propuesta/precio|cotización|cotización enviada|presupuesto
proposal = presupuesto enviado|oferta enviada|presentación|presentación programada|presentación agendada
negotiation = negociación|negociaciones|negociar|en negociación|negociación/revisión|negociando-revisando
negotiation = negociaciones iniciadas|contrato enviado|cerrar
won = ganado|ganada|cerrado ganado|cerrada ganada|cerrada-ganada|cerrado - ganado|cierre ganado
lost = perdido|perdida|cerrado perdido|cerrada perdida|cerrada-perdida|cerrado - perdido|cierre perdido
pt
new = novo|nova|nova oportunidade|prospecção|prospeção|reunião agendada
qualified = qualificado|qualificada|qualificação|qualificar|qualificado para comprar|desenvolver
qualified = necessita de análise|precisa de análise|análise de necessidades|contato feito|contacto feito
qualified = proposta de valor|identificação dos decisores|identidade. tomadores de decisão
qualified = análise da percepção|análise de percepção|demonstração agendada|demo agendada
proposal = proposta|propor|proposta feita|proposta enviada|proposta/cotação|proposta/cotação de preço|cotação
proposal = orçamento|orçamento enviado|apresentação|apresentação agendada
negotiation = negociação|negociações|em negociação|negociação/revisão|negociações iniciadas|contrato enviado|fechar
won = ganho|ganha|fechado ganho|fechada ganha|fechada como ganha|fechado vencido|fechado e ganho|fechado - ganho
lost = fechado perdido|fechada perdida|fechada como perdida|fechado e perdido|fechado - perdido|negócio perdido
it
new = nuovo|nuova|nuova opportunità|prospezione|in prospettiva|appuntamento fissato
qualified = qualificato|qualificata|qualificazione|qualifica|qualificato per l'acquisto|sviluppa|sviluppare
qualified = analisi dei bisogni|analisi delle esigenze|necessita di analisi|contatto stabilito|proposta di valore
qualified = id. responsabile|percezione dell'analisi|demo pianificata|demo programmata
proposal = proponi|proposta fatta|proposta inviata|proposta presentata|proposta / preventivo|proposta/preventivo
proposal = preventivo|preventivo inviato|offerta|offerta inviata|presentazione|presentazione programmata
negotiation = negoziazione|negoziazioni|in negoziazione|negoziazione/revisione|trattativa|trattative|in trattativa
negotiation = trattativa/revisione|trattative avviate|contratto inviato
won = vinto|vinta|chiuso vinto|chiusa vinta|chiuso - vinto|chiuso positivamente
lost = perso|persa|chiuso perso|chiusa persa|chiuso - perso|chiuso negativamente
ca
new = nou|nova oportunitat
qualified = qualificat
proposal = proposició
negotiation = negociació
won = guanyat|guanyada
lost = perdut|perduda
ro
new = nou|prospectare|in prospectare
qualified = calificat|calificare|calificări|necesită analiză|propunere valoare|id. factori de decizie
qualified = analiză percepției
proposal = propunere|propunere/preț ofertă|ofertă|ofertă trimisă
negotiation = negociere|negocieri|negociere/revizuire|în negociere
won = câștigat|câștigată|câștigat(ă)|închide câștigat|afacere castigata
lost = pierdut|pierdută|pierdut(ă)|închide pierdut|afacere pierduta
`;
