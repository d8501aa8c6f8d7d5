/** What a person is told about their own data. */
export const privacy = {
  'privacy.headline': 'Yang diketahui Scoreline tentang Anda',
  'privacy.kept':
    'Yang disimpan: nama, email, tim, zona waktu, dan jam kerja Anda dari HubSpot, serta id, waktu, hasil, tahap, dan nilai dari aktivitas dan deal Anda, dengan nama deal. Tidak pernah isi catatan, email, dan panggilan, atau siapa kontak Anda.',
  'privacy.notTracked':
    'Anda tidak dilacak sebagai sales, jadi tidak ada yang dapat meminta angka Anda. Admin menentukan siapa yang dilacak.',
  'privacy.seers': 'Selain Anda, yang boleh melihat angka Anda: {names}',
  'privacy.noSeers': 'Selain Anda, tidak ada yang boleh melihat angka Anda.',
  'privacy.manager': '{name} (manajer)',
  'privacy.coach': '{name} (coach)',
  'privacy.boards.named':
    'Papan peringkat dan ringkasan boleh menyebut Anda, tetapi tidak pernah sebagai yang terakhir.',
  'privacy.boards.top': 'Papan peringkat dan ringkasan hanya menyebut mereka yang teratas.',
  'privacy.boards.team': 'Papan peringkat dan ringkasan tidak menyebut siapa pun.',
  'privacy.boards.none': 'Belum ada papan peringkat yang ditampilkan.',
  'privacy.optedOut': 'Papan peringkat dan ringkasan tidak menyebut Anda, tetapi Anda dihitung dalam total.',
  'privacy.totals':
    'Total hanya ditampilkan kepada sales jika paling sedikit 3 orang memiliki data di dalamnya. Meski begitu, orang yang membandingkan total hari-hari berurutan mungkin dapat menghitung tambahan dari satu orang.',
  'privacy.looks': 'Yang melihat angka Anda dalam {n} hari terakhir',
  'privacy.noLooks': 'Tidak ada yang melihat angka Anda dalam {n} hari terakhir.',
  'privacy.look': '{day} · {name}: {what}',
  'privacy.numbers': 'angka',
  'privacy.commandLine': '{name} (baris perintah)',
  'privacy.day': 'Hari',
  'privacy.what': 'Angka',
}
