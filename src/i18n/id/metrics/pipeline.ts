import type { MetricTexts } from '../../metric-text.ts'

export const pipeline = {
  pipeline_deals: {
    name: 'Jumlah kesepakatan terbuka',
    counted: '{value} kesepakatan terbuka',
    formula: 'kesepakatan yang terbuka sekarang, di pipeline penjualan, apa pun periodenya.',
    words: 'jumlah kesepakatan terbuka',
  },
  pipeline_value: {
    name: 'Nilai pipeline',
    formula: 'nilai kesepakatan yang terbuka sekarang, di pipeline penjualan, apa pun periodenya.',
    words: 'nilai pipeline',
  },
  pipeline_weighted: {
    name: 'Pipeline tertimbang',
    formula:
      'nilai kesepakatan yang terbuka sekarang, masing-masing × probabilitasnya, atau probabilitas tahapnya.',
    words: 'pipeline tertimbang',
  },
  average_open_deal: {
    name: 'Rata-rata kesepakatan terbuka',
    formula: 'nilai kesepakatan yang terbuka sekarang ÷ jumlahnya.',
    words: 'rata rata kesepakatan terbuka',
  },
  pipeline_coverage: {
    name: 'Cakupan pipeline',
    formula:
      'nilai kesepakatan terbuka bertanggal tutup di sisa periode ÷ kekurangan ke target. Tidak ada nilai bila target sudah tercapai.',
    words: 'cakupan pipeline, cakupan',
  },
  stalled_deals: {
    name: 'Kesepakatan macet',
    counted: '{value} kesepakatan macet',
    formula:
      'kesepakatan terbuka yang lewat tanggal tutup, atau lebih tua dari dua kali siklus penjualan tim setahun terakhir.',
    words: 'kesepakatan macet',
  },
  funnel: {
    name: 'Corong penjualan',
    formula:
      'kesepakatan yang masuk tiap tahap pipeline, dan bagian yang masuk tahap berikutnya. Tahap kalah ditulis terpisah.',
  },
} satisfies Partial<MetricTexts>
