/** What is said about own metrics: formulas from their declarations. And the headings of families, which list them. */
export const own = {
  'own.records': '{records}, counted by {date}',
  'own.sum': 'total of {property} of {records}, by {date}',
  'own.where': '{formula}, where {conditions}',
  'own.credit': '{formula}; credited to: {property}',
  'own.is': '{property} is {values}',
  'own.isNot': '{property} is not {values}',
  'own.filled': '{property} is filled in',
  'own.empty': '{property} is empty',
  'own.above': '{property} is above {number}',
  'own.atLeast': '{property} is at least {number}',
  'own.below': '{property} is below {number}',
  'own.atMost': '{property} is at most {number}',
  'own.on': '{property} is yes',
  'own.off': '{property} is no',
  'own.more': '{n, plural, one {{n} more condition} other {{n} more conditions}}',
  'help.family.A': 'Activity: {names}',
  'help.family.C': 'Conversion: {names}',
  'help.family.O': 'Results: {names}',
  'help.family.P': 'Pipeline now: {names}',
  'help.family.Q': 'Quota: {names}',
}

export type OwnMetricTexts = Readonly<Record<keyof typeof own, string>>
