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
  'versus.headline': 'Sida vid sida: {metrics}',
  'versus.number': 'Siffra',
  'versus.row': '{metric}, {column}: {value}',
  'refused.partPeriod':
    'En total för de här dagarna skulle kunna avslöja en persons siffra. Du kan fråga om hela veckor, månader, kvartal och år, eller fråga teamets chef.',
  'refused.oneOtherTeam':
    'Allas total skulle avslöja det enda andra teamets. Skriv ”team” för ditt eget teams total, eller fråga en chef.',
  'refused.noReps':
    'En lista över säljare är bara för chefer och coacher. Fråga efter dina egna eller ditt teams siffror; en administratör ger dessa roller.',
}
