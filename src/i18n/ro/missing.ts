import type { MissingTexts } from '../en/missing.ts'

export const missing: MissingTexts = {
  'missing.costProperty':
    '{metric} nu are valoare: nu este ales niciun câmp pentru costul tranzacțiilor. Un administrator poate alege unul în „costProperty” (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} nu are valoare: nu este stabilit ce rezultate ale apelurilor sunt pozitive. Un administrator le poate trece în „positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} nu are valoare: nu este stabilit ce pipeline-uri au reînnoiri. Un administrator le poate trece în „renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} nu are valoare: niciun agent nu are un cost. Un administrator poate seta costurile lunare în „repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} nu are valoare: nu sunt stabilite trepte de comision. Un administrator le poate seta în „commission” (scoreline settings import).',
  'missing.quota':
    '{metric} nu are valoare: nu există țintă pentru {period}. Un manager sau un administrator poate stabili una în obiectivele HubSpot sau cu „scoreline quotas import”.',
  'missing.contract':
    '{metric} nu are valoare: nicio tranzacție câștigată nu are ARR, MRR sau ani de contract. Completează ARR sau MRR în HubSpot sau cere unui administrator să seteze „contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} nu are valoare: HubSpot nu lasă Scoreline să citească {types}. Un administrator poate da cheii de serviciu HubSpot {count, plural, one {permisiunea} few {permisiunile} other {permisiunile}} {scopes}.',
  'missing.loading': '{metric} nu are încă valoare: {types} se citesc încă din HubSpot, {share} gata.',
  'missing.loadingStart': '{metric} nu are încă valoare: {types} se citesc încă din HubSpot.',
  'missing.private':
    '{metric} este o cifră privată: nu apare niciodată în canale, clasamente, tabele sau răspunsuri partajate. Cere-o într-un răspuns privat.',
  'missing.privateToManager': '{metric} se arată doar persoanei și managerului ei.',
  'missing.privateToNamed':
    '{metric} se arată doar managerilor numiți de un administrator în „privateNumbers” (scoreline settings import).',
  'missing.privateToSelfAndNamed':
    '{metric} se arată doar persoanei, managerului ei și celor numiți de un administrator în „privateNumbers” (scoreline settings import).',
  'missing.unknownObject':
    '{metric} nu are valoare: HubSpot nu are un tip de obiect „{object}”. Un administrator îl poate corecta în „metrics” (scoreline settings import).',
  'missing.unknownProperty':
    '{metric} nu are valoare: „{object}” nu are câmpul „{property}” în HubSpot. Un administrator îl poate corecta în „metrics” (scoreline settings import).',
  'missing.notADate':
    '{metric} nu are valoare: câmpul „{property}” al „{object}” nu este o dată în HubSpot. Un administrator poate alege un câmp de dată în „metrics” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} nu se arată: mai puțin de 5 agenți de aici au un cost, deci s-ar vedea cât costă fiecare. Întreabă despre o echipă mai mare sau despre toți.',
  'missing.notOver': '{metric} are o valoare abia după încheierea perioadei.',
  'missing.notBegun': '{metric} nu are valoare înainte de începutul perioadei.',
  'missing.noTimePassed': '{metric} nu are încă valoare: nu a trecut timp de lucru din perioadă.',
  'missing.tooEarly':
    '{metric} nu are încă valoare: e prea devreme pentru un verdict, fiindcă de obicei e puțin până acum.',
  'missing.targetMet': '{metric} nu are valoare: ținta este atinsă, deci nu lipsește nimic.',

  'note.estimate': '{metric} (estimare)',

  'type.deals': 'tranzacții',
  'type.companies': 'companii',
  'type.contacts': 'contacte',
  'type.calls': 'apeluri',
  'type.emails': 'e-mailuri',
  'type.meetings': 'întâlniri',
  'type.tasks': 'sarcini',
  'type.notes': 'notițe',
  'type.communications': 'mesaje',
  'type.goals': 'obiective',
}
