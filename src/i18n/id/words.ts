import { phrases } from '../../domain/question/lexicon.ts'
import type { Words } from '../words.ts'

export const words: Words = {
  fillers: phrases(`
      tanggal, tgl, tampilkan, tunjukkan, tunjukkan saya, lihat, berikan, beri, cek, tolong, mohon, berapa,
      berapa banyak, apa, apakah, bagaimana, adalah, untuk, di, pada, dari, dalam, dengan, selama, dan, atau,
      yang, itu, ini, jumlah, sudah, telah, sejauh ini, sekarang, kami, kita, angka, dong, ya
    `),
  who: {
    me: phrases('saya, aku, saya sendiri, angka saya, punya saya'),
    myTeam: phrases('tim saya, tim kami, tim kita, timku'),
    everyone: phrases('semua, semua orang, semuanya, perusahaan, seluruh perusahaan, semua tim, semua sales'),
  },
  teamWords: phrases('tim, team'),
  help: phrases('bantuan, bantu, bantu saya, perintah, cara pakai'),
  views: {
    card: phrases('kpi saya, dasbor, dasbor saya, statistik, statistik saya, rangkuman, ringkasan, ikhtisar'),
    top: phrases('peringkat, papan peringkat, teratas, terbaik, tertinggi, klasemen'),
    quota: phrases(`
      di mana posisi saya, dimana posisi saya, posisi saya, apakah saya sesuai target, sesuai target,
      bagaimana kinerja saya, bagaimana performa saya, kinerja saya, apakah saya di jalur yang benar, di jalur
      yang benar, sisa target, sisa target saya, kekurangan target, kekurangan saya, berapa kekurangan saya,
      berapa yang harus saya jual, berapa yang harus saya capai, seberapa jauh dari target, kurang berapa,
      laju, laju saya, kuota, target, target saya, sasaran, pencapaian, pencapaian target, kemajuan,
      seharusnya saat ini, mengarah ke
    `),
    trend: phrases('tren, grafik, perkembangan'),
    funnel: phrases('corong, corong penjualan'),
    deals: phrases('kesepakatan, transaksi, kesepakatan saya'),
    stale: phrases('macet, kesepakatan lama, mandek'),
    explain: phrases('jelaskan, penjelasan, kenapa, mengapa'),
    plan: phrases('rencana, rencana saya'),
    score: phrases('kartu skor'),
    forecast: phrases('perkiraan, ramalan'),
    pipeline: phrases('kesepakatan terbuka, transaksi terbuka'),
    reps: phrases('tenaga penjual, para sales, siapa yang tertinggal, tertinggal'),
  },
  compare: phrases('lawan, bandingkan, dibandingkan, dibanding, versus'),
  bottom: phrases('terbawah, terendah, terburuk'),
  group: phrases('grup, kelompok'),
  sayings: {
    topPerformers: phrases(`
      penjual terbaik, penjual teratas, penjual terbanyak, siapa penjual terbanyak, siapa penjual terbaik,
      siapa yang terbaik, siapa yang memimpin, siapa yang unggul, tenaga penjual terbaik, sales teratas, sales
      terbaik
    `),
    today: phrases(`
      apa yang harus saya lakukan, apa yang harus saya lakukan hari ini, apa yang saya butuhkan hari ini, apa
      yang perlu saya lakukan hari ini, sekarang apa, apa sekarang, apa selanjutnya, hari saya
    `),
    dealsDue: phrases(`
      kesepakatan jatuh tempo, transaksi jatuh tempo, kesepakatan yang akan tutup, kesepakatan yang akan
      ditutup, transaksi yang akan ditutup, jatuh tempo, akan ditutup
    `),
    biggestDeals: phrases(`
      kesepakatan terbesar, transaksi terbesar, kesepakatan terbesar saya, transaksi terbesar saya, terbesar
    `),
    biggestWon: phrases('kemenangan terbesar, kesepakatan menang terbesar'),
    whoClosed: phrases(`
      siapa yang closing, siapa closing, siapa yang menang, siapa yang menutup kesepakatan, siapa yang
      berhasil menjual
    `),
  },
  greetings: {
    hello: phrases('halo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, permisi'),
    thanks: phrases('terima kasih, terimakasih, makasih, trims, terima kasih banyak, makasih banyak'),
  },
  joins: {
    since: phrases('sejak, mulai, mulai dari, terhitung sejak'),
    from: phrases('dari'),
    to: phrases('sampai, hingga, sampai dengan, s d'),
    between: phrases('antara'),
    and: phrases('dan'),
  },
  average: phrases('rata rata, per hari, sehari, setiap hari, rerata'),
  numbers: {
    2: phrases('dua'),
    3: phrases('tiga'),
    4: phrases('empat'),
    5: phrases('lima'),
    6: phrases('enam'),
    7: phrases('tujuh'),
    8: phrases('delapan'),
    9: phrases('sembilan'),
    10: phrases('sepuluh'),
    20: phrases('dua puluh'),
  },
  commands: {
    settings: phrases('pengaturan, setelan, bahasa'),
    setup: phrases('persiapan, pasang'),
    link: phrases('hubungkan, tautkan'),
    away: phrases('sakit, cuti, libur, izin, tidak masuk'),
    mute: phrases('bisukan, senyap, diam'),
    wrong: phrases('salah, keliru'),
    status: phrases('status, keadaan'),
    privacy: phrases('privasi, perlindungan data'),
    insights: phrases('wawasan'),
    coaching: phrases('pembinaan, peringatan'),
    contest: phrases('kontes, lomba, kompetisi, tantangan'),
  },
  conversion: phrases('konversi, tingkat konversi'),
  periods: {
    today: phrases('hari ini, harian'),
    yesterday: phrases('kemarin'),
    tomorrow: phrases('besok'),
    'this week': phrases('minggu ini, minggu, pekan ini, pekan, mingguan'),
    'last week': phrases('minggu lalu, pekan lalu, minggu kemarin, minggu terakhir'),
    'next week': phrases('minggu depan, pekan depan'),
    'this month': phrases('bulan ini, bulan, bulanan'),
    'last month': phrases('bulan lalu, bulan kemarin, bulan terakhir'),
    'next month': phrases('bulan depan'),
    'this quarter': phrases('kuartal ini, kuartal, triwulan ini, triwulan'),
    'last quarter': phrases('kuartal lalu, kuartal kemarin, triwulan lalu'),
    'next quarter': phrases('kuartal depan, triwulan depan'),
    'this year': phrases('tahun ini, tahun, tahunan'),
    'last year': phrases('tahun lalu, tahun kemarin'),
    mtd: phrases('bulan ini sampai hari ini, bulan berjalan'),
    qtd: phrases('kuartal ini sampai hari ini, kuartal berjalan'),
    ytd: phrases('tahun ini sampai hari ini, tahun berjalan'),
    'last {n} days': phrases('{n} hari terakhir, {n} hari, {n} hari lalu'),
    'last {n} weeks': phrases('{n} minggu terakhir, {n} minggu, {n} pekan terakhir, {n} pekan'),
    'last {n} months': phrases('{n} bulan terakhir, {n} bulan'),
    'week {n}': phrases('minggu {n}, minggu ke {n}, pekan {n}, pekan ke {n}'),
    'week {n} {y}': phrases('minggu {n} {y}, minggu ke {n} {y}, pekan {n} {y}'),
    'q{n}': phrases('kuartal {n}, kuartal ke {n}, triwulan {n}'),
    '{y}-q{n}': phrases('kuartal {n} {y}, triwulan {n} {y}'),
    '{d}': phrases('tanggal {d}, pada {d}'),
    'this morning': phrases('pagi ini, tadi pagi, siang ini, sore ini'),
    'last 2 weeks': phrases('dua minggu terakhir, dua pekan terakhir'),
    'last 2 days': phrases('dua hari terakhir'),
    'last 2 months': phrases('dua bulan terakhir'),
    h1: phrases('semester pertama, paruh pertama'),
    h2: phrases('semester kedua, paruh kedua'),
    'h{n}': phrases('semester {n}'),
    'h{n} {y}': phrases('semester {n} {y}'),
    'h{n} fy{y}': phrases('semester {n} tahun fiskal {y}'),
    'fy{n}': phrases('tahun fiskal {n}, tahun buku {n}'),
    'q{n} fy{y}': phrases('kuartal {n} tahun fiskal {y}'),
    monday: phrases('senin, hari senin'),
    'last monday': phrases(`
      senin lalu, hari senin lalu, senin kemarin, hari senin kemarin, senin yang lalu, hari senin yang lalu
    `),
    'this monday': phrases('senin ini, hari senin ini'),
    'next monday': phrases('senin depan, hari senin depan'),
    tuesday: phrases('selasa, hari selasa'),
    'last tuesday': phrases(`
      selasa lalu, hari selasa lalu, selasa kemarin, hari selasa kemarin, selasa yang lalu, hari selasa yang
      lalu
    `),
    'this tuesday': phrases('selasa ini, hari selasa ini'),
    'next tuesday': phrases('selasa depan, hari selasa depan'),
    wednesday: phrases('rabu, hari rabu'),
    'last wednesday': phrases(`
      rabu lalu, hari rabu lalu, rabu kemarin, hari rabu kemarin, rabu yang lalu, hari rabu yang lalu
    `),
    'this wednesday': phrases('rabu ini, hari rabu ini'),
    'next wednesday': phrases('rabu depan, hari rabu depan'),
    thursday: phrases('kamis, hari kamis'),
    'last thursday': phrases(`
      kamis lalu, hari kamis lalu, kamis kemarin, hari kamis kemarin, kamis yang lalu, hari kamis yang lalu
    `),
    'this thursday': phrases('kamis ini, hari kamis ini'),
    'next thursday': phrases('kamis depan, hari kamis depan'),
    friday: phrases('jumat, hari jumat, jum at'),
    'last friday': phrases(`
      jumat lalu, hari jumat lalu, jum at lalu, jumat kemarin, hari jumat kemarin, jum at kemarin, jumat yang
      lalu, hari jumat yang lalu, jum at yang lalu
    `),
    'this friday': phrases('jumat ini, hari jumat ini, jum at ini'),
    'next friday': phrases('jumat depan, hari jumat depan, jum at depan'),
    saturday: phrases('sabtu, hari sabtu'),
    'last saturday': phrases(`
      sabtu lalu, hari sabtu lalu, sabtu kemarin, hari sabtu kemarin, sabtu yang lalu, hari sabtu yang lalu
    `),
    'this saturday': phrases('sabtu ini, hari sabtu ini'),
    'next saturday': phrases('sabtu depan, hari sabtu depan'),
    sunday: phrases('hari minggu'),
    'last sunday': phrases('hari minggu lalu, hari minggu kemarin, hari minggu yang lalu'),
    'this sunday': phrases('hari minggu ini'),
    'next sunday': phrases('hari minggu depan'),
    january: phrases('januari'),
    february: phrases('februari'),
    march: phrases('maret'),
    april: phrases('april'),
    may: phrases('mei'),
    june: phrases('juni'),
    july: phrases('juli'),
    august: phrases('agustus, agu, agt'),
    september: phrases('september'),
    october: phrases('oktober, okt'),
    november: phrases('november, nopember'),
    december: phrases('desember, des'),
  },
}
