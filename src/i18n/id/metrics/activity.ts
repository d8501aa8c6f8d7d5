import type { MetricTexts } from '../../metric-text.ts'

export const activity = {
  calls: {
    name: 'Panggilan',
    counted: '{value} panggilan',
    formula:
      'panggilan yang dicatat di HubSpot, masuk dan keluar, menurut tanggal aktivitas. Tidak termasuk yang batal, antre, tak terjawab, atau tak pernah tersalur.',
    words: 'panggilan, panggilan telepon, telepon, telpon',
  },
  dials: {
    name: 'Panggilan keluar',
    counted: '{value} panggilan keluar',
    formula:
      'panggilan berarah keluar atau tanpa arah, menurut tanggal aktivitas. Tidak termasuk yang batal, antre, tak terjawab, atau tak pernah tersalur.',
    words: 'panggilan keluar, telepon keluar',
  },
  inbound_calls: {
    name: 'Panggilan masuk',
    counted: '{value} panggilan masuk',
    formula: 'panggilan berarah masuk, menurut tanggal aktivitas.',
    words: 'panggilan masuk, telepon masuk',
  },
  connects: {
    name: 'Panggilan tersambung',
    counted: '{value} tersambung',
    formula:
      'panggilan dengan hasil tersambung, masuk dan keluar, menurut tanggal aktivitas. Panggilan tanpa hasil dihitung hanya bila pengaturan menghitungnya menurut lamanya.',
    words: 'panggilan tersambung, tersambung, panggilan terhubung',
  },
  emails: {
    name: 'Email',
    counted: '{value} email',
    formula:
      'email yang dikirim atau diteruskan sales dan dicatat di HubSpot, menurut tanggal aktivitas. Tidak termasuk yang diterima atau tidak terkirim.',
    words: 'surel, email terkirim',
  },
  meetings: {
    name: 'Pertemuan',
    counted: '{value} pertemuan',
    formula:
      'pertemuan menurut waktu mulai dengan hasil selesai (atau lain yang diatur terlaksana) atau, setelah usai, terjadwal atau kosong. Tidak termasuk yang batal, dipindah, atau tidak hadir.',
    words: 'rapat, pertemuan, meeting, rapat terlaksana',
  },
  meetings_booked: {
    name: 'Pertemuan dijadwalkan',
    counted: '{value} dijadwalkan',
    formula: 'semua pertemuan menurut hari dibuat di HubSpot, apa pun hasilnya.',
    words: 'rapat dijadwalkan, rapat terjadwal, janji temu, pertemuan dijadwalkan',
  },
  tasks: {
    name: 'Tugas',
    counted: '{value} tugas',
    formula: 'tugas yang ditandai selesai, menurut tanggal selesai. Tugas terbuka tidak dihitung.',
    words: 'tugas, tugas selesai',
  },
  notes: {
    name: 'Catatan',
    counted: '{value} catatan',
    formula: 'catatan di HubSpot, menurut tanggal aktivitas.',
    words: 'catatan',
  },
  messages: {
    name: 'Pesan',
    counted: '{value} pesan',
    formula: 'pesan LinkedIn, SMS, dan WhatsApp yang dicatat di HubSpot, menurut tanggal aktivitas.',
    words: 'pesan',
  },
  activities: {
    name: 'Aktivitas',
    counted: '{value} aktivitas',
    formula: 'panggilan + email + pertemuan terlaksana + tugas selesai + catatan + pesan.',
    words: 'aktivitas, kegiatan, semua aktivitas',
  },
  talk_time: {
    name: 'Waktu bicara',
    formula: 'total durasi panggilan tersambung. Panggilan tanpa durasi tidak menambah apa pun.',
    words: 'waktu bicara, lama bicara',
  },
  call_length: {
    name: 'Durasi panggilan',
    title: 'Durasi panggilan (rata-rata)',
    formula: 'waktu bicara ÷ panggilan tersambung.',
    words: 'durasi panggilan, lama panggilan',
  },
  tasks_per_hour: {
    name: 'Tugas per jam',
    formula: 'tugas selesai ÷ jam kerja sejauh ini. Jamnya menurut kalender kerja, bukan hasil pengukuran.',
    words: 'tugas per jam',
  },
  selling_time: {
    name: 'Waktu menjual',
    formula:
      'waktu panggilan tersambung dan pertemuan terlaksana ÷ jam kerja sejauh ini. Satu pertemuan paling banyak 12 jam.',
    words: 'waktu menjual, waktu penjualan',
  },
  admin_time: {
    name: 'Waktu administrasi',
    formula:
      'catatan dan tugas × menit yang diperkirakan di pengaturan, ÷ jam kerja sejauh ini. Tidak ada waktu yang diukur.',
    words: 'waktu administrasi',
  },
} satisfies Partial<MetricTexts>
