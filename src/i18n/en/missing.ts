/** Why a number is missing, and what an admin can do about it. */
export const missing = {
  'missing.costProperty':
    '{metric} has no value: no deal property is set for the cost of deals. An admin can set one as “costProperty” (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} has no value: no call outcomes are set as positive. An admin can list them in “positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} has no value: no pipelines are set as renewal pipelines. An admin can list them in “renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} has no value: no rep has a cost. An admin can set monthly costs in “repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} has no value: no commission tiers are set. An admin can set them in “commission” (scoreline settings import).',
  'missing.quota':
    '{metric} has no value: there is no quota for {period}. A manager or admin can set one in HubSpot goals or with “scoreline quotas import”.',
  'missing.contract':
    '{metric} has no value: no deal won has ARR, MRR or contract years. Fill in ARR or MRR on the deals in HubSpot, or have an admin set “contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} has no value: HubSpot does not let Scoreline read {types}. An admin can give the HubSpot service key the {count, plural, one {scope} other {scopes}} {scopes}.',
  'missing.loading': '{metric} has no value yet: {types} are still being read from HubSpot, {share} done.',
  'missing.loadingStart': '{metric} has no value yet: {types} are still being read from HubSpot.',
  'missing.private':
    '{metric} is a private number: never shown in channels, boards, tables or shared answers. Ask for it in a private answer.',
  'missing.privateToManager': '{metric} is shown only to the person and their own manager.',
  'missing.privateToNamed':
    '{metric} is shown only to managers whom an admin has named in “privateNumbers” (scoreline settings import).',
  'missing.privateToSelfAndNamed':
    '{metric} is shown only to the person, their own manager and those whom an admin has named in “privateNumbers” (scoreline settings import).',
  'missing.unknownObject':
    '{metric} has no value: HubSpot has no object type “{object}”. An admin can correct it in “metrics” (scoreline settings import).',
  'missing.unknownProperty':
    '{metric} has no value: “{object}” has no property “{property}” in HubSpot. An admin can correct it in “metrics” (scoreline settings import).',
  'missing.notADate':
    '{metric} has no value: the property “{property}” of “{object}” is not a date in HubSpot. An admin can name a date property in “metrics” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} is not shown: fewer than 5 reps here have a cost, so it would reveal what each person costs. Ask for a larger team or everyone.',
  'missing.notOver': '{metric} has a value only once the period is over.',
  'missing.notBegun': '{metric} has no value before the period begins.',
  'missing.noTimePassed': '{metric} has no value yet: no working time of the period has passed.',
  'missing.tooEarly':
    '{metric} has no value yet: it is too early to tell, because so little is usual by now.',
  'missing.targetMet': '{metric} has no value: the target is met, so nothing is missing.',

  'note.estimate': '{metric} (estimate)',

  'type.deals': 'deals',
  'type.companies': 'companies',
  'type.contacts': 'contacts',
  'type.calls': 'calls',
  'type.emails': 'emails',
  'type.meetings': 'meetings',
  'type.tasks': 'tasks',
  'type.notes': 'notes',
  'type.communications': 'messages',
  'type.goals': 'goals',
}

export type MissingTexts = Readonly<Record<keyof typeof missing, string>>
