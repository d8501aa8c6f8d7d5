/** The list of reps for managers and coaches. */
export const reps = {
  'reps.headline': '{metric}, {period}: the furthest behind first',
  'reps.target': 'Target',
  'reps.actual': 'Actual',
  'reps.expected': 'Expected by now',
  'reps.status': 'Status',
  'reps.met': 'met',
  'reps.missed': 'missed',
  'reps.ahead': 'ahead',
  'reps.onPace': 'on pace',
  'reps.behind': 'behind',
  'reps.atRisk': 'at risk',
  'reps.tooEarly': 'too early',
  'reps.noTarget': 'no target',
  'reps.row': '{name}: {actual} of {target}, {status}',
  'reps.rowWithout': '{name}: {actual}, {status}',
  'reps.more': 'More',
  'versus.headline': 'Side by side: {metrics}',
  'versus.number': 'Number',
  'versus.row': '{metric}, {column}: {value}',
  'refused.partPeriod':
    'A total of these days could reveal one person’s number. You can ask for whole weeks, months, quarters and years, or ask the team’s manager.',
  'refused.oneOtherTeam':
    'Everyone’s total would reveal that of the only other team. Type “team” for your own team’s total, or ask a manager.',
  'refused.noReps':
    'A list of reps is for managers and coaches alone. Ask for your own numbers or your team’s; an admin gives people these roles.',
}
