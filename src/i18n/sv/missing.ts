import type { MissingTexts } from '../en/missing.ts'

export const missing: MissingTexts = {
  'missing.costProperty':
    '{metric} har inget värde: det är inte valt var affärer har sin kostnad. En administratör sätter ”costProperty” till ett affärsfält (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} har inget värde: det är inte valt vilka samtalsutfall som är positiva. En administratör listar dem i ”positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} har inget värde: det är inte valt vilka pipelines som har förnyelser. En administratör listar dem i ”renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} har inget värde: ingen säljare har en kostnad. En administratör sätter månadskostnader i ”repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} har inget värde: ingen provisionstrappa är vald. En administratör sätter den i ”commission” (scoreline settings import).',
  'missing.quota':
    '{metric} har inget värde: det finns inget mål för {period}. En chef eller administratör sätter ett i HubSpots mål, med ”scoreline quotas import” eller i Slack.',
  'missing.contract':
    '{metric} har inget värde: ingen vunnen affär har ARR, MRR eller avtalsår. Fyll i ARR eller MRR på affärerna i HubSpot, eller så sätter en administratör ”contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} har inget värde: HubSpot låter inte Scoreline läsa {types}. En administratör ger HubSpots service key {count, plural, one {behörigheten} other {behörigheterna}} {scopes}.',
  'missing.loading': '{metric} har inget värde ännu: {types} läses fortfarande från HubSpot, {share} klart.',
  'missing.loadingStart': '{metric} har inget värde ännu: {types} läses fortfarande från HubSpot.',
  'missing.private':
    '{metric} är en privat siffra: den visas aldrig i kanaler, topplistor, tabeller eller delade svar. Fråga efter den i ett privat svar.',
  'missing.privateToManager': '{metric} visas bara för personen själv och personens egen chef.',
  'missing.privateToNamed':
    '{metric} visas bara för chefer som en administratör har angett i ”privateNumbers” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} visas inte: färre än 5 säljare här har en kostnad, så det skulle avslöja vad enskilda kostar. Fråga om ett större team eller alla.',
  'missing.notOver': '{metric} har ett värde först när perioden är slut.',
  'missing.notBegun': '{metric} har inget värde innan perioden börjar.',
  'missing.noTimePassed': '{metric} har inget värde ännu: ingen arbetstid i perioden har gått.',
  'missing.targetMet': '{metric} har inget värde: målet är nått, inget saknas.',

  'note.estimate': '{metric} (uppskattning)',

  'type.deals': 'affärer',
  'type.contacts': 'kontakter',
  'type.calls': 'samtal',
  'type.emails': 'mejl',
  'type.meetings': 'möten',
  'type.tasks': 'uppgifter',
  'type.notes': 'anteckningar',
  'type.communications': 'meddelanden',
  'type.goals': 'mål',
}
