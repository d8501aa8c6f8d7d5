import type { MetricTexts } from '../../metric-text.ts'

export const objective = {
  leads: {
    name: 'Prospek',
    counted: '{value} prospek',
    formula: 'kontak berpemilik menurut tanggal dibuat.',
    words: 'prospek, prospek baru, kontak baru, kontak dibuat, lead baru',
  },
  mqls: {
    name: 'MQL',
    counted: '{value} MQL',
    formula: 'kontak berpemilik menurut hari masuk tahap siklus hidup prospek berkualifikasi pemasaran.',
    words: 'mql, mql baru, prospek berkualifikasi pemasaran',
  },
  sqls: {
    name: 'SQL',
    counted: '{value} SQL',
    formula: 'kontak berpemilik menurut hari masuk tahap siklus hidup prospek berkualifikasi penjualan.',
    words: 'sql, sql baru, prospek berkualifikasi penjualan',
  },
  opportunities: {
    name: 'Peluang',
    counted: '{value} peluang',
    formula: 'kontak berpemilik menurut hari masuk tahap siklus hidup peluang.',
    words: 'peluang, peluang baru',
  },
  leads_converted: {
    name: 'Prospek terkonversi',
    counted: '{value} prospek terkonversi',
    formula: 'kontak berpemilik menurut hari masuk tahap siklus hidup pelanggan.',
    words: 'prospek terkonversi, pelanggan baru, pelanggan',
  },
  leads_per_rep: {
    name: 'Prospek terkonversi per sales',
    formula: 'prospek terkonversi ÷ sales yang bertugas dalam periode.',
    words: 'prospek per sales, prospek terkonversi per sales',
  },
  deals_created: {
    name: 'Kesepakatan baru',
    counted: '{value} baru',
    formula: 'kesepakatan menurut tanggal dibuat, di pipeline penjualan, apa pun hasilnya.',
    words: 'kesepakatan baru, transaksi baru',
  },
  pipeline_created: {
    name: 'Pipeline baru',
    formula:
      'total nilai kesepakatan menurut tanggal dibuat, di pipeline penjualan. Yang tanpa nilai tidak menambah apa pun.',
    words: 'pipeline baru',
  },
  deals_won: {
    name: 'Kesepakatan menang',
    counted: '{value} menang',
    formula: 'kesepakatan di tahap menang, menurut tanggal tutup, di pipeline penjualan.',
    words: 'kesepakatan menang, menang, kesepakatan dimenangkan, transaksi menang',
  },
  deals_lost: {
    name: 'Kesepakatan kalah',
    counted: '{value} kalah',
    formula: 'kesepakatan ditutup tanpa menang, menurut tanggal tutup, di pipeline penjualan.',
    words: 'kesepakatan kalah, kalah, transaksi kalah',
  },
  revenue: {
    name: 'Penjualan',
    title: 'Penjualan (menang, menurut tanggal tutup)',
    formula:
      'total nilai kesepakatan menang, menurut tanggal tutup, dalam mata uang perusahaan. Bukan faktur atau kas; yang tanpa nilai tidak menambah apa pun.',
    words: 'pendapatan, penjualan, omzet, omset, nilai penjualan',
  },
  revenue_lost: {
    name: 'Nilai kalah',
    title: 'Nilai kalah (kesepakatan kalah, menurut tanggal tutup)',
    formula:
      'total nilai kesepakatan ditutup tanpa menang, menurut tanggal tutup, di pipeline penjualan. Yang tanpa nilai tidak menambah apa pun.',
    words: 'nilai kalah, nilai kesepakatan kalah, penjualan hilang, pendapatan hilang',
  },
  revenue_per_rep: {
    name: 'Penjualan per sales',
    formula: 'penjualan ÷ sales yang bertugas dalam periode.',
    words: 'pendapatan per sales, penjualan per sales',
  },
  average_deal: {
    name: 'Rata-rata kesepakatan',
    formula: 'penjualan ÷ kesepakatan menang.',
    words: 'rata rata kesepakatan, nilai rata rata, rata rata transaksi',
  },
  sales_cycle: {
    name: 'Siklus penjualan',
    formula:
      'rata-rata hari dari tanggal dibuat sampai tanggal tutup kesepakatan menang. Yang tanpa salah satu tanggal tidak dihitung.',
    words: 'siklus penjualan',
  },
  revenue_per_call: {
    name: 'Penjualan per panggilan',
    formula: 'penjualan ÷ panggilan, keduanya dalam periode.',
    words: 'pendapatan per panggilan, penjualan per panggilan',
  },
  revenue_per_hour: {
    name: 'Penjualan per jam',
    formula: 'penjualan ÷ jam kerja sejauh ini. Jamnya menurut kalender kerja, bukan hasil pengukuran.',
    words: 'pendapatan per jam, penjualan per jam',
  },
  cost_efficiency: {
    name: 'Efisiensi biaya',
    title: 'Efisiensi biaya (penjualan ÷ biaya)',
    formula:
      'penjualan ÷ biaya sejauh ini (gaji, insentif, alat), keduanya hanya dari sales yang biayanya ada di pengaturan.',
    words: 'efisiensi biaya',
  },
  arr: {
    name: 'ARR',
    title: 'ARR (pendapatan berulang tahunan)',
    formula:
      'kesepakatan menang, menurut tanggal tutup: ARR, atau MRR × 12, atau nilai ÷ tahun kontrak. Yang tanpa semua itu tidak menambah apa pun.',
    words: 'pendapatan berulang tahunan',
  },
  arpa: {
    name: 'Penjualan per pelanggan',
    title: 'Penjualan per pelanggan (ARPA)',
    formula:
      'penjualan ÷ perusahaan dengan kesepakatan menang dalam periode, masing-masing dihitung sekali. Yang tanpa perusahaan hanya masuk penjualan.',
    words: 'pendapatan per pelanggan, pendapatan per akun, penjualan per pelanggan',
  },
  margin: {
    name: 'Margin',
    formula:
      'nilai dikurangi biaya kesepakatan menang, menurut tanggal tutup, bila keduanya diketahui. Properti biaya dipilih di pengaturan.',
    words: 'laba, keuntungan',
  },
  average_margin: {
    name: 'Rata-rata margin',
    formula: 'margin ÷ kesepakatan menang yang nilai dan biayanya diketahui.',
    words: 'rata rata margin, rata rata laba',
  },
  churn_rate: {
    name: 'Tingkat kehilangan pelanggan',
    title: 'Kehilangan pelanggan (perpanjangan gagal)',
    formula:
      'perpanjangan ditutup tanpa menang ÷ semua perpanjangan ditutup, menurut tanggal tutup, di pipeline perpanjangan.',
    words: 'tingkat kehilangan pelanggan',
  },
  retention_rate: {
    name: 'Tingkat retensi pelanggan',
    title: 'Tingkat retensi pelanggan (perpanjangan menang)',
    formula:
      'perpanjangan menang ÷ semua perpanjangan ditutup, menurut tanggal tutup, di pipeline perpanjangan.',
    words: 'tingkat retensi pelanggan, tingkat retensi, retensi, perpanjangan menang',
  },
  net_churn: {
    name: 'Kehilangan bersih',
    title: 'Kehilangan bersih (perpanjangan gagal − penjualan)',
    formula:
      'nilai perpanjangan ditutup tanpa menang − penjualan, menurut tanggal tutup. Di atas 0, yang hilang lebih besar dari yang terjual lagi.',
    words: 'kehilangan bersih, kehilangan pelanggan bersih',
  },
} satisfies Partial<MetricTexts>
