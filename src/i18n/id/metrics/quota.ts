import type { MetricTexts } from '../../metric-text.ts'

export const quota = {
  quota_attainment: {
    name: 'Pencapaian target',
    formula: 'realisasi ÷ target periode; untuk penjualan bila tidak disebut angka lain.',
  },
  pace: {
    name: 'Seharusnya saat ini',
    title: 'Seharusnya saat ini (100% berarti sesuai)',
    formula:
      'bagian target yang tercapai ÷ bagian yang biasa saat ini di periode lalu, atau menurut hari kerja. 100% berarti tepat sesuai laju.',
  },
  projected_attainment: {
    name: 'Mengarah ke',
    formula:
      'bagian target yang tercapai ÷ bagian yang biasa saat ini di periode lalu, atau menurut hari kerja: capaian di akhir periode.',
  },
  time_to_quota: {
    name: 'Hari ke target',
    formula: 'hari kerja dari hari pertama periode sampai hari target tercapai.',
    words: 'waktu ke target, hari ke target',
  },
  team_at_quota: {
    name: 'Sales yang mencapai target',
    formula: 'sales yang mencapai targetnya ÷ sales yang punya target.',
    words: 'sales yang mencapai target',
  },
  forecast: {
    name: 'Prakiraan',
    formula: 'penjualan + nilai × probabilitas kesepakatan terbuka bertanggal tutup di sisa periode.',
    words: 'prakiraan, proyeksi, perkiraan penjualan',
  },
  forecast_commit: {
    name: 'Prakiraan pasti',
    formula:
      'penjualan + nilai kesepakatan terbuka bertanggal tutup di sisa periode dengan kategori prakiraan commit.',
    words: 'prakiraan pasti',
  },
  forecast_best_case: {
    name: 'Prakiraan terbaik',
    formula:
      'penjualan + nilai kesepakatan terbuka bertanggal tutup di sisa periode dengan kategori prakiraan commit atau best case.',
    words: 'prakiraan terbaik',
  },
  forecast_accuracy: {
    name: 'Akurasi prakiraan',
    formula:
      '100% dikurangi selisih prakiraan di awal periode dan penjualan ÷ yang lebih besar. Hanya untuk periode yang sudah berakhir.',
    words: 'akurasi prakiraan',
  },
  close_date_slip: {
    name: 'Rasio kesepakatan tertunda',
    formula:
      'dari kesepakatan yang di awal periode akan tutup di dalamnya: bagian yang tanggal tutupnya kini di luar, juga bila sudah ditutup.',
    words: 'kesepakatan tertunda, rasio kesepakatan tertunda',
  },
  commission: {
    name: 'Komisi',
    formula:
      'penjualan × tarif tingkat komisi, menurut seberapa jauh target tercapai. Bukan yang dibayarkan penggajian.',
    words: 'komisi, komisi saya',
  },
  commission_forecast: {
    name: 'Prakiraan komisi',
    formula: 'prakiraan × tarif tingkat komisi, menurut seberapa jauh target tercapai.',
    words: 'perkiraan komisi, prakiraan komisi',
  },
  activity_score: {
    name: 'Skor aktivitas',
    formula: 'jumlah aktivitas seperti panggilan dan pertemuan × poinnya di kartu skor.',
    words: 'skor aktivitas',
  },
  objective_score: {
    name: 'Skor hasil',
    formula: 'jumlah hasil seperti kesepakatan baru dan menang × poinnya di kartu skor.',
    words: 'skor hasil',
  },
  score: {
    name: 'Skor',
    formula: 'skor aktivitas + skor hasil.',
    words: 'skor, nilai skor',
  },
} satisfies Partial<MetricTexts>
