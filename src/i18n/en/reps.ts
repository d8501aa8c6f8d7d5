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
  'refused.noReps':
    'A list of reps is for managers and coaches alone. Ask for your own numbers or your team’s; an admin gives people these roles.',
}
