/** The list of reps for managers and coaches. */
export const reps = {
  'reps.headline': '{metric}, {period}: întâi cei mai în urmă',
  'reps.target': 'Țintă',
  'reps.actual': 'Realizat',
  'reps.expected': 'Așteptat acum',
  'reps.status': 'Stare',
  'reps.met': 'atins',
  'reps.missed': 'ratat',
  'reps.ahead': 'înainte',
  'reps.onPace': 'în grafic',
  'reps.behind': 'în urmă',
  'reps.atRisk': 'în pericol',
  'reps.tooEarly': 'prea devreme',
  'reps.noTarget': 'fără țintă',
  'reps.row': '{name}: {actual} din {target}, {status}',
  'reps.rowWithout': '{name}: {actual}, {status}',
  'reps.more': 'Mai mult',
  'versus.headline': 'Față în față: {metrics}',
  'versus.number': 'Cifră',
  'versus.row': '{metric}, {column}: {value}',
  'refused.partPeriod':
    'Un total al acestor zile ar putea dezvălui cifra unei singure persoane. Poți cere săptămâni, luni, trimestre și ani întregi sau poți întreba managerul echipei.',
  'refused.oneOtherTeam':
    'Totalul tuturor ar dezvălui totalul singurei alte echipe. Scrie „team” pentru totalul echipei tale sau întreabă un manager.',
  'refused.noReps':
    'Lista agenților este doar pentru manageri și coachi. Întreabă de cifrele tale sau ale echipei tale; un administrator acordă aceste roluri.',
}
