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
  'refused.noReps':
    'Daftar sales hanya untuk manajer dan coach. Tanyakan angka Anda sendiri atau tim Anda; admin memberikan peran ini.',
}
