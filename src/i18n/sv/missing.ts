import type { MissingTexts } from '../en/missing.ts'

export const missing: MissingTexts = {
  'missing.costProperty':
    '{metric} har inget värde: inget fält är valt för affärernas kostnad. En administratör kan välja ett affärsfält i ”costProperty” (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} har inget värde: inga samtalsutfall är valda som positiva. En administratör kan lista dem i ”positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} har inget värde: inga pipelines är valda för förnyelser. En administratör kan lista dem i ”renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} har inget värde: ingen säljare har en kostnad. En administratör kan ange månadskostnader i ”repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} har inget värde: ingen provisionstrappa är vald. En administratör kan ange den i ”commission” (scoreline settings import).',
  'missing.quota':
    '{metric} har inget värde: det finns inget mål för {period}. En chef eller administratör kan sätta ett i HubSpots mål eller med ”scoreline quotas import”.',
  'missing.contract':
    '{metric} har inget värde: ingen vunnen affär har ARR, MRR eller avtalsår. Fyll i ARR eller MRR på affärerna i HubSpot, eller be en administratör ange ”contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} har inget värde: HubSpot låter inte Scoreline läsa {types}. En administratör kan ge HubSpots service key {count, plural, one {behörigheten} other {behörigheterna}} {scopes}.',
  'missing.loading': '{metric} har inget värde ännu: {types} läses fortfarande från HubSpot, {share} klart.',
  'missing.loadingStart': '{metric} har inget värde ännu: {types} läses fortfarande från HubSpot.',
  'missing.private':
    '{metric} är en privat siffra: den visas aldrig i kanaler, topplistor, tabeller eller delade svar. Fråga efter den i ett privat svar.',
  'missing.privateToManager': '{metric} visas bara för personen själv och personens egen chef.',
  'missing.privateToNamed':
    '{metric} visas bara för chefer som en administratör har angett i ”privateNumbers” (scoreline settings import).',
  'missing.privateToSelfAndNamed':
    '{metric} visas bara för personen själv, personens egen chef och dem som en administratör har angett i ”privateNumbers” (scoreline settings import).',
  'missing.unknownObject':
    '{metric} har inget värde: HubSpot har ingen objekttyp ”{object}”. En administratör kan rätta det i ”metrics” (scoreline settings import).',
  'missing.unknownProperty':
    '{metric} har inget värde: ”{object}” har inget fält ”{property}” i HubSpot. En administratör kan rätta det i ”metrics” (scoreline settings import).',
  'missing.notADate':
    '{metric} har inget värde: fältet ”{property}” på ”{object}” är inget datum i HubSpot. En administratör kan välja ett datumfält i ”metrics” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} visas inte: färre än 5 säljare här har en kostnad, så det skulle avslöja vad var och en kostar. Fråga om ett större team eller alla.',
  'missing.notOver': '{metric} har ett värde först när perioden är slut.',
  'missing.notBegun': '{metric} har inget värde innan perioden börjar.',
  'missing.noTimePassed': '{metric} har inget värde ännu: ingen arbetstid har gått av perioden.',
  'missing.tooEarly':
    '{metric} har inget värde ännu: det är för tidigt att säga, för bara lite är vanligt hittills.',
  'missing.targetMet': '{metric} har inget värde: målet är nått, så inget saknas.',

  'note.estimate': '{metric} (uppskattning)',

  'type.deals': 'affärer',
  'type.companies': 'företag',
  'type.contacts': 'kontakter',
  'type.calls': 'samtal',
  'type.emails': 'mejl',
  'type.meetings': 'möten',
  'type.tasks': 'uppgifter',
  'type.notes': 'anteckningar',
  'type.communications': 'meddelanden',
  'type.goals': 'mål',
}
