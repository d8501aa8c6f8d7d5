import type { MissingTexts } from '../en/missing.ts'

export const missing: MissingTexts = {
  'missing.costProperty':
    '{metric} har ingen værdi: der er ikke valgt et felt til handlernes omkostning. En administrator kan vælge et handelsfelt i “costProperty” (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} har ingen værdi: det er ikke valgt, hvilke opkaldsudfald der er positive. En administrator kan skrive dem i “positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} har ingen værdi: det er ikke valgt, hvilke pipelines der har fornyelser. En administrator kan skrive dem i “renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} har ingen værdi: ingen sælger har en omkostning. En administrator kan sætte månedlige omkostninger i “repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} har ingen værdi: der er ingen provisionstrin. En administrator kan sætte dem i “commission” (scoreline settings import).',
  'missing.quota':
    '{metric} har ingen værdi: der er intet mål for {period}. En leder eller administrator kan sætte et i HubSpots mål eller med “scoreline quotas import”.',
  'missing.contract':
    '{metric} har ingen værdi: ingen vundet handel har ARR, MRR eller kontraktår. Udfyld ARR eller MRR på handlerne i HubSpot, eller bed en administrator sætte “contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} har ingen værdi: HubSpot lader ikke Scoreline læse {types}. En administrator kan give HubSpots service key {count, plural, one {adgangen} other {adgangene}} {scopes}.',
  'missing.loading': '{metric} har ingen værdi endnu: {types} læses stadig fra HubSpot, {share} er klar.',
  'missing.loadingStart': '{metric} har ingen værdi endnu: {types} læses stadig fra HubSpot.',
  'missing.private':
    '{metric} er et privat tal: det vises aldrig i kanaler, ranglister, tabeller eller delte svar. Spørg om det i et privat svar.',
  'missing.privateToManager': '{metric} vises kun for personen selv og vedkommendes egen leder.',
  'missing.privateToNamed':
    '{metric} vises kun for ledere, som en administrator har angivet i “privateNumbers” (scoreline settings import).',
  'missing.privateToSelfAndNamed':
    '{metric} vises kun for personen selv, vedkommendes egen leder og dem, som en administrator har angivet i “privateNumbers” (scoreline settings import).',
  'missing.unknownObject':
    '{metric} har ingen værdi: HubSpot har ingen objekttype “{object}”. En administrator kan rette det i “metrics” (scoreline settings import).',
  'missing.unknownProperty':
    '{metric} har ingen værdi: “{object}” har intet felt “{property}” i HubSpot. En administrator kan rette det i “metrics” (scoreline settings import).',
  'missing.notADate':
    '{metric} har ingen værdi: feltet “{property}” på “{object}” er ikke en dato i HubSpot. En administrator kan vælge et datofelt i “metrics” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} vises ikke: færre end 5 sælgere her har en omkostning, så det ville afsløre, hvad den enkelte koster. Spørg om et større team eller alle.',
  'missing.notOver': '{metric} har først en værdi, når perioden er slut.',
  'missing.notBegun': '{metric} har ingen værdi, før perioden begynder.',
  'missing.noTimePassed': '{metric} har ingen værdi endnu: der er ikke gået arbejdstid af perioden.',
  'missing.tooEarly':
    '{metric} har ingen værdi endnu: det er for tidligt at sige, for kun lidt er sædvanligt nu.',
  'missing.targetMet': '{metric} har ingen værdi: målet er nået, så der mangler intet.',

  'note.estimate': '{metric} (skøn)',

  'type.deals': 'handler',
  'type.companies': 'virksomheder',
  'type.contacts': 'kontakter',
  'type.calls': 'opkald',
  'type.emails': 'e-mails',
  'type.meetings': 'møder',
  'type.tasks': 'opgaver',
  'type.notes': 'noter',
  'type.communications': 'beskeder',
  'type.goals': 'mål',
}
