import type { Formulas } from '../metric-text.ts'

export const id: Formulas = {
  calls:
    'panggilan yang dicatat di HubSpot, masuk dan keluar, menurut tanggal aktivitas. Bukan yang batal, antre, atau tak pernah tersalur.',
  dials:
    'panggilan berarah keluar atau tanpa arah, menurut tanggal aktivitas. Bukan yang batal, antre, atau tak pernah tersalur.',
  inbound_calls: 'panggilan berarah masuk, menurut tanggal aktivitas.',
  connects:
    'panggilan dengan hasil tersambung, masuk dan keluar, menurut tanggal aktivitas. Panggilan tanpa hasil tidak dihitung.',
  emails:
    'email yang dikirim atau diteruskan sales dan dicatat di HubSpot, menurut tanggal aktivitas. Bukan yang diterima atau gagal.',
  meetings:
    'pertemuan menurut waktu mulai dengan hasil selesai, atau terjadwal atau kosong setelah usai. Bukan yang batal, dipindah, atau tidak hadir.',
  meetings_booked: 'semua pertemuan menurut hari dibuat di HubSpot, apa pun hasilnya.',
  tasks: 'tugas yang ditandai selesai, menurut tanggal selesai. Tugas terbuka tidak dihitung.',
  notes: 'catatan di HubSpot, menurut tanggal aktivitas.',
  messages: 'pesan LinkedIn, SMS, dan WhatsApp yang dicatat di HubSpot, menurut tanggal aktivitas.',
  activities: 'panggilan + email + pertemuan terlaksana + tugas selesai + catatan + pesan.',
  talk_time: 'durasi panggilan tersambung, dijumlahkan. Panggilan tanpa durasi tidak menambah apa pun.',
  call_length: 'waktu bicara ÷ panggilan tersambung.',
  tasks_per_hour: 'tugas selesai ÷ jam kerja sejauh ini. Jamnya menurut kalender kerja, bukan diukur.',
  selling_time:
    'waktu panggilan tersambung dan pertemuan terlaksana ÷ jam kerja sejauh ini. Satu pertemuan paling banyak 12 jam.',
  admin_time:
    'catatan dan tugas, masing-masing dengan menit dari pengaturan, ÷ jam kerja sejauh ini. Tidak ada waktu yang diukur.',
  connect_rate: 'panggilan keluar tersambung ÷ panggilan keluar. Panggilan masuk tidak termasuk di keduanya.',
  positive_call_rate:
    'panggilan dengan hasil positif ÷ panggilan tersambung. Hasil positif dipilih di pengaturan.',
  reply_rate: 'email terkirim dengan sedikitnya satu balasan ÷ email terkirim.',
  meeting_rate: 'pertemuan dijadwalkan ÷ panggilan tersambung.',
  no_show_rate:
    'pertemuan dengan hasil tidak hadir ÷ pertemuan terlaksana dan tidak hadir. Yang batal dan dipindah tidak termasuk.',
  call_to_sale: 'kesepakatan menang ÷ panggilan, keduanya dalam periode.',
  mql_to_sql: 'kontak yang menjadi SQL ÷ kontak yang menjadi MQL, menurut hari masuk tahap siklus hidup.',
  lead_to_opportunity:
    'kontak yang masuk tahap siklus hidup peluang ÷ kontak dibuat. Kontak tanpa pemilik tidak termasuk di keduanya.',
  lead_conversion:
    'kontak yang masuk tahap siklus hidup pelanggan ÷ kontak dibuat. Kontak tanpa pemilik tidak termasuk di keduanya.',
  win_rate:
    'kesepakatan menang ÷ menang dan kalah, menurut tanggal tutup, di pipeline penjualan. Yang terbuka tidak termasuk.',
  close_rate:
    'kesepakatan menang menurut tanggal tutup ÷ kesepakatan menurut tanggal dibuat, di periode dan pipeline penjualan yang sama.',
  leads_converted: 'kontak berpemilik menurut hari masuk tahap siklus hidup pelanggan.',
  leads_per_rep: 'prospek terkonversi ÷ sales yang ada dalam periode.',
  deals_created: 'kesepakatan menurut tanggal dibuat, di pipeline penjualan, apa pun hasilnya.',
  pipeline_created:
    'nilai kesepakatan menurut tanggal dibuat, di pipeline penjualan. Tanpa nilai tidak menambah apa pun.',
  deals_won: 'kesepakatan di tahap menang, menurut tanggal tutup, di pipeline penjualan.',
  deals_lost: 'kesepakatan ditutup tanpa menang, menurut tanggal tutup, di pipeline penjualan.',
  revenue:
    'nilai kesepakatan menang, menurut tanggal tutup, dalam mata uang perusahaan. Bukan faktur atau kas; tanpa nilai tidak menambah apa pun.',
  revenue_per_rep: 'penjualan ÷ sales yang ada dalam periode.',
  average_deal: 'penjualan ÷ kesepakatan menang.',
  sales_cycle:
    'rata-rata hari dari tanggal dibuat sampai tanggal tutup kesepakatan menang. Tanpa salah satu tanggal tidak dihitung.',
  revenue_per_call: 'penjualan ÷ panggilan, keduanya dalam periode.',
  revenue_per_hour: 'penjualan ÷ jam kerja sejauh ini. Jamnya menurut kalender kerja, bukan diukur.',
  cost_efficiency:
    'penjualan ÷ biaya sejauh ini (gaji, insentif, alat), keduanya hanya dari sales yang biayanya ada di pengaturan.',
  arr: 'kesepakatan menang, menurut tanggal tutup: ARR, atau MRR × 12, atau nilai ÷ tahun kontrak. Tanpa semua itu tidak menambah apa pun.',
  arpa: 'penjualan ÷ perusahaan dengan kesepakatan menang dalam periode, masing-masing sekali. Tanpa perusahaan hanya masuk penjualan.',
  margin:
    'nilai dikurangi biaya kesepakatan menang, menurut tanggal tutup, bila keduanya diketahui. Properti biaya dipilih di pengaturan.',
  average_margin: 'margin ÷ kesepakatan menang yang nilai dan biayanya diketahui.',
  churn_rate:
    'perpanjangan ditutup tanpa menang ÷ semua perpanjangan ditutup, menurut tanggal tutup, di pipeline perpanjangan.',
  pipeline_deals: 'kesepakatan yang terbuka sekarang, di pipeline penjualan, apa pun periodenya.',
  pipeline_value: 'nilai kesepakatan yang terbuka sekarang, di pipeline penjualan, apa pun periodenya.',
  pipeline_weighted:
    'nilai kesepakatan yang terbuka sekarang, masing-masing × probabilitasnya, atau probabilitas tahapnya.',
  average_open_deal: 'nilai kesepakatan yang terbuka sekarang ÷ jumlahnya.',
  pipeline_coverage:
    'nilai kesepakatan terbuka bertanggal tutup di sisa periode ÷ kekurangan ke target. Tanpa nilai bila target tercapai.',
  stalled_deals:
    'kesepakatan terbuka yang lewat tanggal tutup, atau lebih tua dari dua kali siklus penjualan tim setahun terakhir.',
  funnel:
    'kesepakatan yang masuk tiap tahap pipeline, dan bagian yang masuk tahap berikutnya. Tahap kalah ditulis terpisah.',
  quota_attainment: 'realisasi ÷ target periode; untuk penjualan bila tidak disebut lain.',
  pace: 'bagian target yang tercapai ÷ bagian waktu kerja yang lewat. 100% tepat seperti seharusnya saat ini.',
  projected_attainment:
    'bagian target yang tercapai ÷ bagian waktu kerja yang lewat: akhir periode dengan laju ini.',
  time_to_quota: 'hari kerja dari hari pertama periode sampai hari target tercapai.',
  team_at_quota: 'sales yang mencapai targetnya ÷ sales yang punya target.',
  forecast: 'penjualan + nilai × probabilitas kesepakatan terbuka bertanggal tutup di sisa periode.',
  forecast_commit:
    'penjualan + nilai kesepakatan terbuka bertanggal tutup di sisa periode dengan kategori prakiraan commit.',
  forecast_best_case:
    'penjualan + nilai kesepakatan terbuka bertanggal tutup di sisa periode dengan kategori prakiraan commit atau best case.',
  forecast_accuracy:
    '100% dikurangi selisih prakiraan di awal periode dan penjualan ÷ yang lebih besar. Hanya untuk periode yang sudah berakhir.',
  close_date_slip:
    'dari kesepakatan yang di awal periode akan tutup di dalamnya: bagian yang tanggal tutupnya kini di luar, juga bila sudah ditutup.',
  commission:
    'penjualan × tarif tingkat komisi, menurut seberapa jauh target tercapai. Bukan yang dibayarkan penggajian.',
  commission_forecast: 'prakiraan × tarif tingkat komisi, menurut seberapa jauh target tercapai.',
  activity_score: 'aktivitas seperti panggilan dan pertemuan × poinnya di kartu skor, dijumlahkan.',
  objective_score: 'hasil seperti kesepakatan baru dan menang × poinnya di kartu skor, dijumlahkan.',
  score: 'skor aktivitas + skor hasil.',
}
