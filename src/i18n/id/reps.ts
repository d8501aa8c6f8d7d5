/** The list of reps for managers and coaches. */
export const reps = {
  'reps.headline': '{metric}, {period}: yang paling tertinggal lebih dulu',
  'reps.target': 'Target',
  'reps.actual': 'Realisasi',
  'reps.expected': 'Diharapkan kini',
  'reps.status': 'Status',
  'reps.met': 'tercapai',
  'reps.missed': 'meleset',
  'reps.ahead': 'di depan',
  'reps.onPace': 'sesuai laju',
  'reps.behind': 'tertinggal',
  'reps.atRisk': 'berisiko',
  'reps.tooEarly': 'terlalu dini',
  'reps.noTarget': 'tanpa target',
  'reps.row': '{name}: {actual} dari {target}, {status}',
  'reps.rowWithout': '{name}: {actual}, {status}',
  'reps.more': 'Lainnya',
  'versus.headline': 'Berdampingan: {metrics}',
  'versus.number': 'Angka',
  'versus.row': '{metric}, {column}: {value}',
  'refused.partPeriod':
    'Total hari-hari ini dapat mengungkap angka satu orang. Anda dapat menanyakan minggu, bulan, kuartal, dan tahun penuh, atau bertanya kepada manajer tim.',
  'refused.oneOtherTeam':
    'Total semua orang akan mengungkap total satu-satunya tim lain. Ketik “team” untuk total tim Anda sendiri, atau tanyakan kepada manajer.',
  'refused.noReps':
    'Daftar sales hanya untuk manajer dan coach. Tanyakan angka Anda sendiri atau tim Anda; admin memberikan peran ini.',
}
