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

export const ro: Language = {
  locale: 'ro-RO',
  sentences: {
    'unit.percent': '{n} %',
    'unit.minutes': '{value} min',
    'unit.hours': '{value} h',
    'unit.days': '{n, plural, one {{value} zi} few {{value} zile} other {{value} de zile}}',
    'unit.seconds': '{value} s',
    'unit.minutesSeconds': '{minutes} min {seconds} s',
    'unit.hoursMinutes': '{hours} h {minutes} min',
    'unit.yes': 'da',
    'unit.no': 'nu',
    'unit.points': '{n, plural, one {{value} punct} few {{value} puncte} other {{value} de puncte}}',

    'period.today': 'azi',
    'period.yesterday': 'ieri',
    'period.tomorrow': 'mâine',
    'period.thisWeek': 'săptămâna aceasta',
    'period.lastWeek': 'săptămâna trecută',
    'period.nextWeek': 'săptămâna viitoare',
    'period.thisMonth': 'luna aceasta',
    'period.lastMonth': 'luna trecută',
    'period.nextMonth': 'luna viitoare',
    'period.thisQuarter': 'trimestrul acesta',
    'period.lastQuarter': 'trimestrul trecut',
    'period.nextQuarter': 'trimestrul viitor',
    'period.thisYear': 'anul acesta',
    'period.lastYear': 'anul trecut',
    'period.nextYear': 'anul viitor',
    'period.dated': '{period} ({dates})',
    'period.lastDays': '{n, plural, one {ultima zi} few {ultimele {n} zile} other {ultimele {n} de zile}}',
    'period.lastWeeks':
      '{n, plural, one {ultima săptămână} few {ultimele {n} săptămâni} other {ultimele {n} de săptămâni}}',
    'period.lastMonths':
      '{n, plural, one {ultima lună} few {ultimele {n} luni} other {ultimele {n} de luni}}',
    'period.monthToDate': 'de la începutul lunii',
    'period.quarterToDate': 'de la începutul trimestrului',
    'period.yearToDate': 'de la începutul anului',
    'period.since': 'din {day}',
    'period.quarter': 'T{n}',
    'period.quarterOfYear': 'T{n} {year}',
    'period.half': 'semestrul {n} {year}',
    'period.week': 'săptămâna {n}',
    'period.weekOfYear': 'săptămâna {n} din {year}',
    'period.dates': '{first} – {last}',

    'subject.everyone': 'Toți',
    'subject.you': '{name} (tu)',

    'line.value': '{metric} {period}: {value}',
    'line.valueNow': '{metric} acum: {value}',
    'line.ofParts': '{value} ({numerator} din {denominator})',
    'line.fromParts': '{value} (din {denominator})',
    'line.loading': '{metric} {period}: se încarcă, {share}',
    'line.loadingStart': '{metric} {period}: se încarcă',
    'line.up': '▲ cu {change} mai mult decât {period} ({value})',
    'line.down': '▼ cu {change} mai puțin decât {period} ({value})',
    'line.same': 'la fel ca {period} ({value})',
    'line.samePoint': '{period} în același moment',
    'line.points':
      '{n, plural, one {{value} punct procentual} few {{value} puncte procentuale} other {{value} de puncte procentuale}}',
    'line.target': '{bar} {share} din {target}',
    'line.team': 'Echipa ta, {team}: {value}',
    'line.rank': 'Locul {rank} din {of}',
    'line.workingDay': 'Ultima zi lucrătoare: {day}',
    'line.none': 'Nu este nimic înregistrat în HubSpot pentru asta.',
    'line.unlogged':
      '{without} din {calls} apeluri nu au rezultat în HubSpot, iar un apel fără rezultat nu contează ca apel conectat. Un administrator le poate număra după durată cu „connectSeconds” (scoreline settings import).',
    'line.unloggedByLength':
      '{without} din {calls} apeluri nu au rezultat în HubSpot; cele de cel puțin {seconds} secunde contează ca apeluri conectate.',
    'line.noParts': 'Nu există date din care să se calculeze.',

    'quota.headline': '{share} din {target} · {metric}, {period}',
    'quota.limit': '{share} din limita de {target} · {metric}, {period}',
    'quota.limitLeft': '{value} rămase până la limită',
    'quota.limitExceeded': '{value} peste limită',
    'quota.bar': '{bar} {actual}',
    'quota.met': 'atinsă: ținta este îndeplinită',
    'quota.missed': 'ratată: au lipsit {gap}',
    'quota.ahead':
      'în avans: {gap} peste ce {by, select, past {este obișnuit până acum} other {se așteaptă după zilele lucrătoare}} ({share})',
    'quota.onPace':
      'în ritm: {share} {by, select, past {este obișnuit până acum} other {așteptat după zilele lucrătoare}}',
    'quota.behind':
      'în urmă: {gap} sub ce {by, select, past {este obișnuit până acum} other {se așteaptă după zilele lucrătoare}} ({share})',
    'quota.atRisk':
      'în pericol: {gap} sub ce {by, select, past {este obișnuit până acum} other {se așteaptă după zilele lucrătoare}} ({share})',
    'quota.tooEarly': 'prea devreme pentru un verdict: de obicei doar {share} până acum',
    'quota.heading': 'se îndreaptă spre {value}',
    'quota.needed': 'necesar: {value} pe zi lucrătoare timp de {days}',
    'quota.gapDeals':
      'rămas: {gap}, {n, plural, one {cam 1 tranzacție medie} few {cam {n} tranzacții medii} other {cam {n} de tranzacții medii}}',
    'quota.uncovered':
      '{n, plural, one {1 zi} few {{n} zile} other {{n} de zile}} din această perioadă nu au țintă',
    'quota.leave': 'concediu: {days}',
    'quota.weekdays': 'zile lucrătoare: {days} ({source})',
    'source.hubspot': 'HubSpot',
    'source.settings': 'setări',
    'quota.none':
      'Nu este stabilită nicio țintă pentru {period}. Managerul tău sau un administrator poate stabili una în obiectivele HubSpot.',

    'today.headline': 'Azi, {day}',
    'today.target': '{metric}: {done} din {benchmark} {bar}',
    'today.noTargets': 'Nu ai repere zilnice. Un administrator le poate stabili.',
    'today.dayOff': 'Azi ești liber: nu se așteaptă nimic de la tine.',
    'next.activity': 'Urmează: încă {value} azi',
    'next.needed': 'Urmează: {metric}, {value} pe zi lucrătoare',
    'next.met': 'Urmează: nimic, ținta pentru {metric} este atinsă',

    'board.headline': '{metric} · {period}',
    'board.row': '{rank} {name} {value}',
    'board.smallSample': '{row} (puține)',
    'board.tied': '{n, plural, one {+1 la egalitate} few {+{n} la egalitate} other {+{n} la egalitate}}',
    'board.gap': '…',
    'board.empty': 'Nimeni nu are încă o valoare: nu este nimic înregistrat în HubSpot pentru perioadă.',
    'board.few': '„puține” înseamnă prea puține pentru comparație; acestea vin după celelalte.',

    'help.headline': 'Ce poți scrie',
    'help.unknown': 'Nu cunosc „{word}”.',
    'help.nearest': 'Ai vrut una dintre acestea?',
    'help.own.today': 'țintele tale de azi',
    'help.own.quota': 'ținta, ritmul și ce mai lipsește',
    'help.own.week': 'o cifră pentru o perioadă',
    'help.own.top': 'clasamentul, cu rândul tău',
    'help.team.today': 'cum stă echipa ta azi',
    'help.team.quota': 'ținta echipei tale',
    'help.team.week': 'o cifră a unei echipe pentru o perioadă',
    'help.team.top': 'clasamentul',
    'help.people': 'Persoane: niciun nume pentru tine, „team” pentru {team}, „toți” pentru toată lumea',
    'help.more': 'Scrie {command} ca să vezi tot ce poți întreba.',
    'metrics.show': 'Toate cifrele',
    'metrics.one': 'Scrie de exemplu {command} ca să vezi ce înseamnă o cifră.',
    'definition.words': 'Scrie oricare dintre: {words}',
    'definition.show': 'Arată {metric}',
    'help.periods':
      'Perioade: azi, ieri, săptămâna aceasta, luna trecută, T3, 2026-09, ultimele 30 de zile și altele',

    'greeting.hello': 'Bună! Întreabă-mă despre orice cifră, de exemplu așa.',
    'greeting.thanks': 'Cu plăcere! Mai sunt multe de întrebat.',
    leftOut: 'Un răspuns cuprinde cinci cifre. Au rămas pe dinafară: {words}',
    'noPeriod.noSuchDay': '„{word}” nu este o zi care există.',
    'noPeriod.noSuchWeek': '„{word}” nu este o săptămână care există.',
    'noPeriod.endsBeforeItBegins': '„{word}” se termină înainte să înceapă.',
    'noPeriod.dayOrMonth': '„{word}” poate fi o zi din oricare dintre două luni.',
    'choice.headline': '„{word}” se poate citi în mai multe feluri. Care dintre ele?',
    readAs: '„{typed}” a fost citit ca „{as}”',

    'refused.guest':
      'Scoreline răspunde doar membrilor cu drepturi depline ai acestui spațiu de lucru. Un administrator al spațiului îți poate schimba statutul.',
    'refused.unlinked':
      'Nu știu ce utilizator HubSpot ești: niciunul nu are adresa ta de e-mail din Slack. Un administrator te poate asocia.',
    'refused.emailShared':
      'Nu știu ce utilizator HubSpot ești: mai mulți au adresa ta de e-mail din Slack. Un administrator te poate asocia cu cel potrivit.',
    'refused.linkEnded':
      'Erai asociat cu un utilizator HubSpot care nu mai este activ. Un administrator te poate asocia cu altul.',
    'refused.otherPerson':
      'Doar persoana respectivă, managerul și coach-ul ei pot vedea aceste cifre. Întreabă-l pe unul dintre ei sau scrie „team” pentru totalurile echipei tale.',
    'refused.otherTeam':
      'Poți vedea totalurile echipei tale și ale tuturor, dar nu ale altei echipe. Managerul acelei echipe te poate ajuta.',
    'refused.tooFew':
      'În spatele acestei cifre sunt prea puține persoane, așa că ar dezvălui cifra uneia. Managerul lor poate ajuta.',
    'refused.teamOnly':
      'Acest spațiu de lucru nu arată nume în clasamente. Poți cere cifrele tale sau ale echipei tale.',
    'refused.untracked': 'Nimeni cu acest nume nu este urmărit ca agent. Un administrator decide cine este.',
    'refused.boardNotChosen':
      'Niciun administrator nu a ales încă cine poate fi numit în clasamente, deci nu se afișează niciun clasament. Îți poți vedea în continuare cifrele și totalurile.',

    'notYet.word': 'Înțeleg „{word}”, dar încă nu pot răspunde la asta.',
    'notYet.never': 'Nu există liste cu cei de la coadă: nimeni nu este arătat ca ultimul.',
    'notYet.instead': 'Iată ce se apropie:',

    'setup.headline': 'Scoreline nu este încă gata',
    'setup.noAccount':
      'Încă nu s-a citit nimic din HubSpot. Un administrator poate vedea de ce cu „scoreline doctor”.',
    'setup.noReps': 'Încă nu este urmărit niciun agent. Un administrator îi alege.',
    'setup.reps':
      '{n, plural, one {1 agent este urmărit.} few {{n} agenți sunt urmăriți.} other {{n} de agenți sunt urmăriți.}}',
    'setup.ready':
      'Nu ai cifre și echipă proprii. Scrie „toți” pentru totalurile tuturor sau „clasament” pentru clasament.',

    'basis.asOf': 'date de la {time}',
    'basis.old': 'date de la {time} (vechi de {age})',
    'basis.down': 'HubSpot nu a putut fi contactat; date de la {time} (vechi de {age})',
    'basis.neverDown': 'HubSpot nu a putut fi contactat încă',
    'basis.unreadable': 'HubSpot nu lasă Scoreline să citească: {types}',
    'basis.never': 'HubSpot nu a fost citit încă',
    'basis.loading': 'se încarcă, {share}',
    'basis.loadingStart': 'se încarcă',
    'basis.recalculating': 'se recalculează, {share}',

    'digest.header': '{title} · {day}',
    'digest.bar': '{period} {bar} {share} din {target}',
    'digest.behind': '{gap} {by, select, past {sub ce e obișnuit acum} other {în urmă după zile lucrate}}',
    'digest.ahead': '{gap} {by, select, past {peste ce e obișnuit acum} other {în avans după zile lucrate}}',
    'digest.onPace': 'în ritm: {share} {by, select, past {obișnuit acum} other {după zile lucrătoare}}',
    'digest.tooEarly': 'prea devreme pentru un verdict',
    'digest.uncovered':
      '{n, plural, one {1 zi lucrătoare} few {{n} zile lucrătoare} other {{n} de zile lucrătoare}} fără țintă',
    'digest.board': '{metric} · {period}',
    'digest.empty': '{metric}: nimic încă · {period}',
    'digest.lastDay': '{day}: {counts}',
    'digest.dueSoon':
      '{n, plural, one {1 tranzacție} few {{n} tranzacții} other {{n} de tranzacții}} peste {amount} săpt. asta',
    'digest.improved': 'Cel mai mare progres: {name}, +{value}',
    'digest.asOf': 'De la {time} {city}',
    'digest.asOfDetails': 'De la {time} {city} · detalii ↓',
    'digest.fromDay': 'De la {day} {time} {city}',
    'digest.late':
      '{n, plural, one {trimis cu 1 minut întârziere} few {trimis cu {n} minute întârziere} other {trimis cu {n} de minute întârziere}}',
    'digest.stale': 'Date vechi, de la {time} {city}',
    'digest.staleDay': 'Date vechi, {day} {time} {city}',

    'table.caption': '{title} · {period}',
    'table.name': 'Nume',
    'table.quota': 'Țintă',
    'table.rows': 'Rândurile {first}–{last} din {total}',
    'table.summary': '{title}: toți agenții, {period}',
    'table.empty': 'Tabelul este gol: niciun agent nu a avut o zi lucrătoare în perioadă.',
    'table.definition': '{metric}: {about}',
    'table.quotaDefinition': 'Țintă: partea atinsă din ținta persoanei',
    'table.uncovered': '* zile lucrătoare din perioadă fără țintă',

    'problem.skipped': 'Rezumatul „{name}” a fost omis: {detail}',
    'problem.failed': 'Rezumatul „{name}” nu a putut fi publicat: {detail}',
    'problem.unknown':
      'Rezumatul „{name}” s-ar putea să fie în canal: verifică acolo. Slack nu l-a confirmat: {detail}',
    'problem.tableFailed': 'Tabelul rezumatului „{name}” nu a putut fi publicat: {detail}',
    'problem.tableUnknown':
      'Tabelul rezumatului „{name}” s-ar putea să fie în fir: verifică acolo. Slack nu l-a confirmat: {detail}',
    'problem.stale': 'Rezumatul „{name}” a fost publicat cu date vechi: {detail}',
    'problem.where': 'Canal: ',

    'home.headline': 'Cum întrebi',
    'home.type': 'Scrie {command} în orice canal; doar tu vezi răspunsul.',
    'door.error': 'Ceva nu a mers la mine; detaliile sunt în jurnal. Încearcă din nou peste un minut.',
    'door.stranger': 'Scoreline răspunde doar persoanelor din spațiul său de lucru.',
    'door.unknownCommand': 'Nu cunosc {command}. Scrie {base} help ca să vezi la ce pot răspunde.',
    'door.oldButton': 'Acest buton este dintr-un mesaj mai vechi. Scrie {base} ca să întrebi din nou.',

    ...missing,
    ...own,
    ...privacy,
    ...reps,
  },
  metrics: { ...activity, ...conversion, ...objective, ...pipeline, ...quota },
  parts,
  words,
}
