import type { MetricTexts } from '../../metric-text.ts'

export const conversion = {
  connect_rate: {
    name: 'Tingkat tersambung',
    formula: 'panggilan keluar tersambung ÷ panggilan keluar. Panggilan masuk tidak termasuk di keduanya.',
    words: 'tingkat tersambung, rasio tersambung',
  },
  positive_call_rate: {
    name: 'Rasio panggilan positif',
    formula: 'panggilan dengan hasil positif ÷ panggilan tersambung. Hasil positif dipilih di pengaturan.',
    words: 'panggilan positif, rasio panggilan positif',
  },
  reply_rate: {
    name: 'Tingkat balasan',
    formula: 'email terkirim dengan sedikitnya satu balasan ÷ email terkirim.',
    words: 'tingkat balasan, rasio balasan',
  },
  meeting_rate: {
    name: 'Rasio pertemuan',
    formula: 'pertemuan dijadwalkan ÷ panggilan tersambung.',
    words: 'rasio rapat, rasio pertemuan, panggilan ke rapat',
  },
  no_show_rate: {
    name: 'Tingkat tidak hadir',
    formula:
      'pertemuan dengan hasil tidak hadir ÷ pertemuan terlaksana dan tidak hadir. Yang batal dan dipindah tidak termasuk.',
    words: 'tidak hadir, tingkat tidak hadir',
  },
  call_to_sale: {
    name: 'Panggilan ke penjualan',
    formula: 'kesepakatan menang ÷ panggilan, keduanya dalam periode.',
    words: 'panggilan ke penjualan',
  },
  mql_to_sql: {
    name: 'MQL ke SQL',
    formula: 'kontak yang menjadi SQL ÷ kontak yang menjadi MQL, menurut hari masuk tahap siklus hidup.',
    words: 'mql ke sql',
  },
  lead_to_opportunity: {
    name: 'Prospek ke peluang',
    formula:
      'kontak yang masuk tahap siklus hidup peluang ÷ kontak dibuat. Kontak tanpa pemilik tidak termasuk di keduanya.',
    words: 'prospek ke peluang',
  },
  lead_conversion: {
    name: 'Konversi prospek',
    formula:
      'kontak yang masuk tahap siklus hidup pelanggan ÷ kontak dibuat. Kontak tanpa pemilik tidak termasuk di keduanya.',
    words: 'konversi prospek',
  },
  win_rate: {
    name: 'Tingkat kemenangan',
    formula:
      'kesepakatan menang ÷ menang dan kalah, menurut tanggal tutup, di pipeline penjualan. Yang terbuka tidak termasuk.',
    words: 'tingkat kemenangan, rasio kemenangan, rasio menang, menang kalah, rasio menang kalah',
  },
  close_rate: {
    name: 'Tingkat penutupan',
    formula:
      'kesepakatan menang menurut tanggal tutup ÷ kesepakatan menurut tanggal dibuat, di periode dan pipeline penjualan yang sama.',
    words: 'tingkat penutupan, rasio penutupan',
  },
} satisfies Partial<MetricTexts>
