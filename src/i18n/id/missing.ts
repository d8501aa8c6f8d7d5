import type { MissingTexts } from '../en/missing.ts'

export const missing: MissingTexts = {
  'missing.costProperty':
    '{metric} tidak punya nilai: belum diatur di mana biaya kesepakatan disimpan. Admin dapat memilih properti kesepakatan di “costProperty” (scoreline settings import).',
  'missing.positiveDispositions':
    '{metric} tidak punya nilai: belum diatur hasil panggilan mana yang positif. Admin dapat mendaftarkannya di “positiveDispositions” (scoreline settings import).',
  'missing.renewalPipelines':
    '{metric} tidak punya nilai: belum diatur pipeline mana yang berisi perpanjangan. Admin dapat mendaftarkannya di “renewalPipelines” (scoreline settings import).',
  'missing.repCost':
    '{metric} tidak punya nilai: belum ada biaya sales. Admin dapat mengatur biaya bulanan di “repCost” (scoreline settings import).',
  'missing.commission':
    '{metric} tidak punya nilai: belum ada tingkat komisi. Admin dapat mengaturnya di “commission” (scoreline settings import).',
  'missing.quota':
    '{metric} tidak punya nilai: belum ada target untuk {period}. Manajer atau admin dapat mengaturnya di goals HubSpot atau dengan “scoreline quotas import”.',
  'missing.contract':
    '{metric} tidak punya nilai: tidak ada kesepakatan menang dengan ARR, MRR, atau tahun kontrak. Isi ARR atau MRR di HubSpot, atau minta admin mengatur “contractYearsProperty” (scoreline settings import).',
  'missing.scope':
    '{metric} tidak punya nilai: HubSpot tidak mengizinkan Scoreline membaca {types}. Admin dapat memberi service key HubSpot {count, plural, other {scope}} {scopes}.',
  'missing.loading': '{metric} belum punya nilai: {types} masih dibaca dari HubSpot, {share} selesai.',
  'missing.loadingStart': '{metric} belum punya nilai: {types} masih dibaca dari HubSpot.',
  'missing.private':
    '{metric} adalah angka pribadi: tidak pernah tampil di channel, papan peringkat, tabel, atau jawaban yang dibagikan. Tanyakan lewat jawaban pribadi.',
  'missing.privateToManager': '{metric} hanya tampil untuk orangnya sendiri dan manajernya.',
  'missing.privateToNamed':
    '{metric} hanya tampil untuk manajer yang disebut admin di “privateNumbers” (scoreline settings import).',
  'missing.privateToSelfAndNamed':
    '{metric} hanya tampil untuk orangnya sendiri, manajernya, dan mereka yang disebut admin di “privateNumbers” (scoreline settings import).',
  'missing.unknownObject':
    '{metric} tidak punya nilai: HubSpot tidak punya jenis objek “{object}”. Admin dapat memperbaikinya di “metrics” (scoreline settings import).',
  'missing.unknownProperty':
    '{metric} tidak punya nilai: “{object}” tidak punya properti “{property}” di HubSpot. Admin dapat memperbaikinya di “metrics” (scoreline settings import).',
  'missing.notADate':
    '{metric} tidak punya nilai: properti “{property}” pada “{object}” bukan tanggal di HubSpot. Admin dapat memilih properti tanggal di “metrics” (scoreline settings import).',
  'missing.fewCosts':
    '{metric} tidak ditampilkan: kurang dari 5 sales di sini punya biaya, jadi biaya tiap orang akan terlihat. Tanyakan untuk tim yang lebih besar atau semua.',
  'missing.notOver': '{metric} baru punya nilai setelah periode berakhir.',
  'missing.notBegun': '{metric} tidak punya nilai sebelum periode dimulai.',
  'missing.noTimePassed': '{metric} belum punya nilai: belum ada waktu kerja yang lewat dalam periode.',
  'missing.tooEarly':
    '{metric} belum punya nilai: terlalu dini untuk dinilai, karena biasanya baru sedikit saat ini.',
  'missing.targetMet': '{metric} tidak punya nilai: target sudah tercapai, tidak ada kekurangan.',

  'note.estimate': '{metric} (perkiraan)',

  'type.deals': 'kesepakatan',
  'type.companies': 'perusahaan',
  'type.contacts': 'kontak',
  'type.calls': 'panggilan',
  'type.emails': 'email',
  'type.meetings': 'pertemuan',
  'type.tasks': 'tugas',
  'type.notes': 'catatan',
  'type.communications': 'pesan',
  'type.goals': 'target',
}
