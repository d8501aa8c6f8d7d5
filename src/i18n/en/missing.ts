/** Why a number cannot be had, and what to set, in words on which an admin can act. */
export const missing = {
  'missing.costProperty':
    '{metric} has no value: it is not set where deals keep their cost. An admin sets “costProperty” to a deal property (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} has no value: it is not set which call outcomes are positive. An admin lists them in “positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} has no value: it is not set which pipelines hold renewals. An admin lists them in “renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} has no value: no rep has a cost. An admin sets monthly costs in “repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} has no value: no commission tiers are set. An admin sets them in “commission” (scoreline settings import).',
  'missing.quota':
    '{metric} has no value: there is no quota for {period}. A manager or admin sets one in HubSpot goals, with “scoreline quotas import” or in Slack.',
  'missing.contract':
    '{metric} has no value: no deal won has ARR, MRR or contract years. Fill in ARR or MRR on the deals in HubSpot, or an admin sets “contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} has no value: HubSpot does not let Scoreline read {types}. An admin gives the HubSpot service key the {count, plural, one {scope} other {scopes}} {scopes}.',
  'missing.loading': '{metric} has no value yet: {types} are still being read from HubSpot, {share} done.',
  'missing.loadingStart': '{metric} has no value yet: {types} are still being read from HubSpot.',
  'missing.private':
    '{metric} is a private number: never shown in channels, boards, tables or shared answers. Ask for it in a private answer.',
  'missing.privateToManager': '{metric} is shown only to the person and the person’s own manager.',
  'missing.privateToNamed':
    '{metric} is shown only to managers whom an admin has named in “privateNumbers” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} is not shown: fewer than 5 reps here have a cost, so it would tell what single people cost. Ask for a larger team or everyone.',
  'missing.notOver': '{metric} has a value only once the period is over.',
  'missing.notBegun': '{metric} has no value before the period begins.',
  'missing.noTimePassed': '{metric} has no value yet: no working time of the period has passed.',
  'missing.targetMet': '{metric} has no value: the target is met, nothing is missing.',

  'note.estimate': '{metric} (estimate)',

  'type.deals': 'deals',
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
