/** The list of reps for managers and coaches. */
export const reps = {
  'reps.headline': '{metric}, {period}: længst bagud først',
  'reps.target': 'Mål',
  'reps.actual': 'Opnået',
  'reps.expected': 'Forventet nu',
  'reps.status': 'Status',
  'reps.met': 'nået',
  'reps.missed': 'ikke nået',
  'reps.ahead': 'foran',
  'reps.onPace': 'på sporet',
  'reps.behind': 'bagud',
  'reps.atRisk': 'i fare',
  'reps.tooEarly': 'for tidligt',
  'reps.noTarget': 'intet mål',
  'reps.row': '{name}: {actual} af {target}, {status}',
  'reps.rowWithout': '{name}: {actual}, {status}',
  'reps.more': 'Mere',
  'versus.headline': 'Side om side: {metrics}',
  'versus.number': 'Tal',
  'versus.row': '{metric}, {column}: {value}',
  'refused.partPeriod':
    'En total for disse dage kunne afsløre én persons tal. Du kan spørge om hele uger, måneder, kvartaler og år, eller spørge teamets leder.',
  'refused.oneOtherTeam':
    'Alles total ville afsløre det eneste andet teams total. Skriv “team” for dit eget teams total, eller spørg en leder.',
  'refused.noReps':
    'En liste over sælgere er kun for ledere og coaches. Spørg efter dine egne eller dit teams tal; en administrator giver folk disse roller.',
}
