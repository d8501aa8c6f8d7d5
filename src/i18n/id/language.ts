import type { Language } from '../language.ts'
import { activity } from './metrics/activity.ts'
import { conversion } from './metrics/conversion.ts'
import { objective } from './metrics/objective.ts'
import { pipeline } from './metrics/pipeline.ts'
import { quota } from './metrics/quota.ts'
import { missing } from './missing.ts'
import { own } from './own.ts'
import { parts } from './parts.ts'
import { privacy } from './privacy.ts'
import { reps } from './reps.ts'
import { words } from './words.ts'

export const id: Language = {
  locale: 'id-ID',
  sentences: {
    'unit.percent': '{n}%',
    'unit.minutes': '{value} mnt',
    'unit.hours': '{value} jam',
    'unit.days': '{n, plural, other {{value} hari}}',
    'unit.seconds': '{value} dtk',
    'unit.minutesSeconds': '{minutes} mnt {seconds} dtk',
    'unit.hoursMinutes': '{hours} jam {minutes} mnt',
    'unit.yes': 'ya',
    'unit.no': 'tidak',
    'unit.points': '{n, plural, other {{value} poin}}',

    'period.today': 'hari ini',
    'period.yesterday': 'kemarin',
    'period.tomorrow': 'besok',
    'period.thisWeek': 'minggu ini',
    'period.lastWeek': 'minggu lalu',
    'period.nextWeek': 'minggu depan',
    'period.thisMonth': 'bulan ini',
    'period.lastMonth': 'bulan lalu',
    'period.nextMonth': 'bulan depan',
    'period.thisQuarter': 'kuartal ini',
    'period.lastQuarter': 'kuartal lalu',
    'period.nextQuarter': 'kuartal depan',
    'period.thisYear': 'tahun ini',
    'period.lastYear': 'tahun lalu',
    'period.nextYear': 'tahun depan',
    'period.dated': '{period} ({dates})',
    'period.lastDays': '{n} hari terakhir',
    'period.lastWeeks': '{n} minggu terakhir',
    'period.lastMonths': '{n} bulan terakhir',
    'period.monthToDate': 'bulan berjalan',
    'period.quarterToDate': 'kuartal berjalan',
    'period.yearToDate': 'tahun berjalan',
    'period.since': 'sejak {day}',
    'period.quarter': 'Q{n}',
    'period.quarterOfYear': 'Q{n} {year}',
    'period.half': 'semester {n} {year}',
    'period.week': 'minggu ke-{n}',
    'period.weekOfYear': 'minggu ke-{n} {year}',
    'period.dates': '{first} sampai {last}',

    'subject.everyone': 'Semua',
    'subject.you': '{name} (Anda)',

    'line.value': '{metric} {period}: {value}',
    'line.valueNow': '{metric} saat ini: {value}',
    'line.ofParts': '{value} ({numerator} dari {denominator})',
    'line.fromParts': '{value} (dari {denominator})',
    'line.loading': '{metric} {period}: sedang dimuat, {share}',
    'line.loadingStart': '{metric} {period}: sedang dimuat',
    'line.up': '▲ naik {change} dari {period} ({value})',
    'line.down': '▼ turun {change} dari {period} ({value})',
    'line.same': 'sama dengan {period} ({value})',
    'line.samePoint': '{period} pada titik yang sama',
    'line.points': '{n, plural, other {{value} poin persen}}',
    'line.target': '{bar} {share} dari {target}',
    'line.team': 'Tim Anda, {team}: {value}',
    'line.rank': 'Peringkat {rank} dari {of}',
    'line.workingDay': 'Hari kerja terakhir: {day}',
    'line.none': 'Belum ada yang dicatat di HubSpot untuk ini.',
    'line.unlogged':
      '{without} dari {calls} panggilan tidak punya hasil di HubSpot, dan panggilan tanpa hasil tidak dihitung sebagai tersambung. Admin dapat menghitungnya menurut lamanya dengan “connectSeconds” (scoreline settings import).',
    'line.unloggedByLength':
      '{without} dari {calls} panggilan tidak punya hasil di HubSpot; yang berdurasi {seconds} detik atau lebih dihitung sebagai tersambung.',
    'line.noParts': 'Tidak ada data untuk menghitungnya.',

    'quota.headline': '{share} dari {target} · {metric}, {period}',
    'quota.limit': '{share} dari batas {target} · {metric}, {period}',
    'quota.limitLeft': 'sisa {value} sebelum batas',
    'quota.limitExceeded': '{value} melebihi batas',
    'quota.bar': '{bar} {actual}',
    'quota.met': 'tercapai: target sudah dicapai',
    'quota.missed': 'meleset: kurang {gap}',
    'quota.ahead':
      'di depan: {gap} di atas {by, select, past {yang biasa saat ini} other {seharusnya menurut hari kerja}} ({share})',
    'quota.onPace':
      'sesuai laju: {by, select, past {biasanya {share} saat ini} other {seharusnya {share} menurut hari kerja}}',
    'quota.behind':
      'tertinggal: {gap} di bawah {by, select, past {yang biasa saat ini} other {seharusnya menurut hari kerja}} ({share})',
    'quota.atRisk':
      'berisiko: {gap} di bawah {by, select, past {yang biasa saat ini} other {seharusnya menurut hari kerja}} ({share})',
    'quota.tooEarly': 'terlalu dini untuk dinilai: biasanya baru {share} saat ini',
    'quota.heading': 'mengarah ke {value}',
    'quota.needed': 'perlu: {value} per hari kerja selama {days}',
    'quota.gapDeals': 'kurang: {gap}, {n, plural, other {sekitar {n} kesepakatan rata-rata}}',
    'quota.uncovered': '{n, plural, other {{n} hari}} dalam periode ini tanpa target',
    'quota.leave': 'cuti: {days}',
    'quota.weekdays': 'hari kerja: {days} ({source})',
    'source.hubspot': 'HubSpot',
    'source.settings': 'pengaturan',
    'quota.none': 'Belum ada target untuk {period}. Manajer atau admin dapat mengaturnya di goals HubSpot.',

    'today.headline': 'Hari ini, {day}',
    'today.target': '{metric}: {done} dari {benchmark} {bar}',
    'today.noTargets': 'Belum ada patokan harian untuk Anda. Admin dapat mengaturnya.',
    'today.dayOff': 'Anda libur hari ini: tidak ada target untuk Anda.',
    'next.activity': 'Berikutnya: {value} lagi hari ini',
    'next.needed': 'Berikutnya: {metric}, {value} per hari kerja',
    'next.met': 'Berikutnya: tidak ada, target {metric} sudah tercapai',

    'board.headline': '{metric} · {period}',
    'board.row': '{rank} {name} {value}',
    'board.smallSample': '{row} (sedikit)',
    'board.tied': '{n, plural, other {+{n} seri}}',
    'board.gap': '…',
    'board.empty': 'Belum ada yang punya nilai: belum ada yang dicatat di HubSpot untuk periode ini.',
    'board.few': '“sedikit” berarti terlalu sedikit untuk dibandingkan; urutannya setelah yang lain.',

    'help.headline': 'Yang dapat Anda ketik',
    'help.unknown': 'Saya tidak mengenal “{word}”.',
    'help.nearest': 'Maksud Anda salah satu ini?',
    'help.own.today': 'target Anda hari ini',
    'help.own.quota': 'target, laju, dan kekurangannya',
    'help.own.week': 'satu angka untuk satu periode',
    'help.own.top': 'papan peringkat dengan baris Anda',
    'help.team.today': 'keadaan tim Anda hari ini',
    'help.team.quota': 'target tim Anda',
    'help.team.week': 'satu angka tim untuk satu periode',
    'help.team.top': 'papan peringkat',
    'help.people': 'Orang: tanpa nama untuk diri sendiri, “team” untuk {team}, “semua” untuk semua orang',
    'help.more': 'Ketik {command} untuk melihat semua yang dapat ditanyakan.',
    'metrics.show': 'Semua angka',
    'metrics.one': 'Ketik misalnya {command} untuk melihat arti sebuah angka.',
    'definition.words': 'Ketik salah satu: {words}',
    'definition.show': 'Tampilkan {metric}',
    'help.periods':
      'Periode: hari ini, kemarin, minggu ini, bulan lalu, Q3, 2026-09, 30 hari terakhir, dan lainnya',

    'greeting.hello': 'Halo! Tanyakan angka apa saja, misalnya seperti ini.',
    'greeting.thanks': 'Sama-sama! Masih banyak yang bisa ditanyakan.',
    leftOut: 'Satu jawaban memuat lima angka. Tidak disertakan: {words}',
    'noPeriod.noSuchDay': '“{word}” bukan tanggal yang ada.',
    'noPeriod.noSuchWeek': '“{word}” bukan minggu yang ada.',
    'noPeriod.endsBeforeItBegins': '“{word}” berakhir sebelum dimulai.',
    'noPeriod.dayOrMonth': '“{word}” bisa berarti hari di salah satu dari dua bulan.',
    'choice.headline': '“{word}” dapat dibaca dengan beberapa cara. Yang mana?',
    readAs: '“{typed}” dibaca sebagai “{as}”',

    'refused.guest':
      'Scoreline hanya menjawab anggota penuh workspace ini. Admin workspace dapat mengubah keanggotaan Anda.',
    'refused.unlinked':
      'Saya tidak tahu Anda pengguna HubSpot yang mana: tidak ada pengguna HubSpot dengan alamat email Slack Anda. Admin dapat menghubungkan Anda.',
    'refused.emailShared':
      'Saya tidak tahu Anda pengguna HubSpot yang mana: beberapa pengguna memakai alamat email Slack Anda. Admin dapat menghubungkan Anda dengan yang benar.',
    'refused.linkEnded':
      'Anda terhubung dengan pengguna HubSpot yang sudah tidak aktif. Admin dapat menghubungkan Anda dengan pengguna lain.',
    'refused.otherPerson':
      'Angka ini hanya untuk orangnya sendiri, manajernya, dan coach-nya. Tanyakan kepada mereka, atau ketik “team” untuk total tim Anda.',
    'refused.otherTeam':
      'Anda dapat melihat total tim sendiri dan semua orang, tetapi bukan tim lain. Manajer tim itu dapat membantu.',
    'refused.tooFew':
      'Terlalu sedikit orang di balik angka ini, sehingga angka satu orang akan terungkap. Manajer mereka dapat membantu.',
    'refused.teamOnly':
      'Workspace ini tidak menampilkan nama di papan peringkat. Anda dapat menanyakan angka sendiri atau tim Anda.',
    'refused.untracked': 'Tidak ada sales dengan nama itu yang dilacak. Admin menentukan siapa yang dilacak.',
    'refused.boardNotChosen':
      'Admin belum memilih siapa yang boleh disebut di papan peringkat, jadi papan peringkat belum ditampilkan. Angka Anda sendiri dan total tetap dapat dilihat.',

    'notYet.word': 'Saya memahami “{word}”, tetapi belum dapat menjawabnya.',
    'notYet.never': 'Tidak ada daftar terbawah: tidak ada yang ditampilkan sebagai terakhir.',
    'notYet.instead': 'Ini yang mendekati:',

    'setup.headline': 'Scoreline belum siap',
    'setup.noAccount':
      'Belum ada yang dibaca dari HubSpot. Admin dapat melihat alasannya dengan “scoreline doctor”.',
    'setup.noReps': 'Belum ada sales yang dilacak. Admin yang memilihnya.',
    'setup.reps': '{n, plural, other {{n} sales dilacak.}}',
    'setup.ready':
      'Anda tidak punya angka dan tim sendiri. Ketik “semua” untuk total semua orang atau “peringkat” untuk papan peringkat.',

    'basis.asOf': 'data per {time}',
    'basis.old': 'data per {time} (umur {age})',
    'basis.down': 'HubSpot tidak terjangkau; data per {time} (umur {age})',
    'basis.neverDown': 'HubSpot belum terjangkau',
    'basis.unreadable': 'HubSpot tidak mengizinkan Scoreline membaca: {types}',
    'basis.never': 'HubSpot belum dibaca',
    'basis.loading': 'sedang dimuat, {share}',
    'basis.loadingStart': 'sedang dimuat',
    'basis.recalculating': 'sedang dihitung ulang, {share}',

    'digest.header': '{title} · {day}',
    'digest.bar': '{period} {bar} {share} dari {target}',
    'digest.behind':
      '{gap} {by, select, past {di bawah yang biasa saat ini} other {tertinggal menurut hari kerja}}',
    'digest.ahead':
      '{gap} {by, select, past {di atas yang biasa saat ini} other {di depan menurut hari kerja}}',
    'digest.onPace': 'sesuai laju: {share} {by, select, past {biasa saat ini} other {menurut hari kerja}}',
    'digest.tooEarly': 'terlalu dini untuk dinilai',
    'digest.uncovered': '{n, plural, other {{n} hari kerja}} tanpa target',
    'digest.board': '{metric} · {period}',
    'digest.empty': '{metric}: belum ada · {period}',
    'digest.lastDay': '{day}: {counts}',
    'digest.dueSoon': '{n, plural, other {{n} kesepakatan}} di atas {amount} minggu ini',
    'digest.improved': 'Kemajuan terbesar: {name}, +{value}',
    'digest.asOf': 'Per {time} {city}',
    'digest.asOfDetails': 'Per {time} {city} · detail ↓',
    'digest.fromDay': 'Per {day} {time} {city}',
    'digest.late': '{n, plural, other {terlambat {n} menit}}',
    'digest.stale': 'Data lama, per {time} {city}',
    'digest.staleDay': 'Data lama, {day} {time} {city}',

    'table.caption': '{title} · {period}',
    'table.name': 'Nama',
    'table.quota': 'Target',
    'table.rows': 'Baris {first} sampai {last} dari {total}',
    'table.summary': '{title}: semua sales, {period}',
    'table.empty': 'Tabel ini kosong: tidak ada sales dengan hari kerja dalam periode ini.',
    'table.definition': '{metric}: {about}',
    'table.quotaDefinition': 'Target: bagian target orang itu yang tercapai',
    'table.uncovered': '* hari kerja dalam periode ini tanpa target',

    'problem.skipped': 'Ringkasan “{name}” dilewati: {detail}',
    'problem.failed': 'Ringkasan “{name}” tidak dapat dikirim: {detail}',
    'problem.unknown':
      'Ringkasan “{name}” mungkin sudah ada di channel: periksa di sana. Slack tidak mengonfirmasinya: {detail}',
    'problem.tableFailed': 'Tabel ringkasan “{name}” tidak dapat dikirim: {detail}',
    'problem.tableUnknown':
      'Tabel ringkasan “{name}” mungkin sudah ada di utasnya: periksa di sana. Slack tidak mengonfirmasinya: {detail}',
    'problem.stale': 'Ringkasan “{name}” dikirim dengan data lama: {detail}',
    'problem.where': 'Channel: ',

    'home.headline': 'Cara bertanya',
    'home.type': 'Ketik {command} di channel mana pun; hanya Anda yang melihat jawabannya.',
    'door.error': 'Ada yang salah di pihak saya; rinciannya tercatat di log. Coba lagi sebentar lagi.',
    'door.stranger': 'Scoreline hanya menjawab orang dari workspace-nya sendiri.',
    'door.unknownCommand':
      'Saya tidak mengenal {command}. Ketik {base} help untuk melihat yang dapat saya jawab.',
    'door.oldButton': 'Tombol ini dari pesan lama. Ketik {base} untuk bertanya lagi.',

    ...missing,
    ...own,
    ...privacy,
    ...reps,
  },
  metrics: { ...activity, ...conversion, ...objective, ...pipeline, ...quota },
  parts,
  words,
}
