/** The list of reps for managers and coaches. */
export const reps = {
  'reps.headline': '{metric}, {period}: längst efter först',
  'reps.target': 'Mål',
  'reps.actual': 'Utfall',
  'reps.expected': 'Väntat nu',
  'reps.status': 'Status',
  'reps.met': 'nått',
  'reps.missed': 'missat',
  'reps.ahead': 'före',
  'reps.onPace': 'i fas',
  'reps.behind': 'efter',
  'reps.atRisk': 'i fara',
  'reps.tooEarly': 'för tidigt',
  'reps.noTarget': 'inget mål',
  'reps.row': '{name}: {actual} av {target}, {status}',
  'reps.rowWithout': '{name}: {actual}, {status}',
  'reps.more': 'Mer',
  'refused.noReps':
    'En lista över säljare är bara för chefer och coacher. Fråga efter dina egna eller ditt teams siffror; en administratör ger dessa roller.',
}
