import type { MissingTexts } from '../en/missing.ts'

export const missing: MissingTexts = {
  'missing.costProperty':
    '{metric} har ingen værdi: det er ikke valgt, hvor handler har deres omkostning. En administrator sætter “costProperty” til et handelsfelt (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} har ingen værdi: det er ikke valgt, hvilke opkaldsudfald der er positive. En administrator skriver dem i “positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} har ingen værdi: det er ikke valgt, hvilke pipelines der har fornyelser. En administrator skriver dem i “renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} har ingen værdi: ingen sælger har en omkostning. En administrator sætter månedlige omkostninger i “repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} har ingen værdi: der er ingen provisionstrin. En administrator sætter dem i “commission” (scoreline settings import).',
  'missing.quota':
    '{metric} har ingen værdi: der er intet mål for {period}. En leder eller administrator sætter et i HubSpots mål, med “scoreline quotas import” eller i Slack.',
  'missing.contract':
    '{metric} har ingen værdi: ingen vundet handel har ARR, MRR eller kontraktår. Udfyld ARR eller MRR på handlerne i HubSpot, eller en administrator sætter “contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} har ingen værdi: HubSpot lader ikke Scoreline læse {types}. En administrator giver HubSpots service key {count, plural, one {adgangen} other {adgangene}} {scopes}.',
  'missing.loading': '{metric} har ingen værdi endnu: {types} læses stadig fra HubSpot, {share} er klar.',
  'missing.loadingStart': '{metric} har ingen værdi endnu: {types} læses stadig fra HubSpot.',
  'missing.private':
    '{metric} er et privat tal: det vises aldrig i kanaler, ranglister, tabeller eller delte svar. Spørg om det i et privat svar.',
  'missing.privateToManager': '{metric} vises kun for personen selv og personens egen leder.',
  'missing.privateToNamed':
    '{metric} vises kun for ledere, som en administrator har nævnt i “privateNumbers” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} vises ikke: færre end 5 sælgere her har en omkostning, så det ville afsløre, hvad enkelte koster. Spørg om et større team eller alle.',
  'missing.notOver': '{metric} har først en værdi, når perioden er slut.',
  'missing.notBegun': '{metric} har ingen værdi, før perioden begynder.',
  'missing.noTimePassed': '{metric} har ingen værdi endnu: der er ikke gået arbejdstid af perioden.',
  'missing.targetMet': '{metric} har ingen værdi: målet er nået, der mangler intet.',

  'note.estimate': '{metric} (skøn)',

  'type.deals': 'handler',
  'type.contacts': 'kontakter',
  'type.calls': 'opkald',
  'type.emails': 'e-mails',
  'type.meetings': 'møder',
  'type.tasks': 'opgaver',
  'type.notes': 'noter',
  'type.communications': 'beskeder',
  'type.goals': 'mål',
}
