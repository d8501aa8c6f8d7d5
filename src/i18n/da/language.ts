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

export const da: Language = {
  locale: 'da-DK',
  sentences: {
    'unit.percent': '{n} %',
    'unit.minutes': '{value} min',
    'unit.hours': '{value} t',
    'unit.days': '{n, plural, one {{value} dag} other {{value} dage}}',
    'unit.seconds': '{value} s',
    'unit.minutesSeconds': '{minutes} min {seconds} s',
    'unit.hoursMinutes': '{hours} t {minutes} min',
    'unit.yes': 'ja',
    'unit.no': 'nej',
    'unit.points': '{n, plural, one {{value} point} other {{value} point}}',

    'period.today': 'i dag',
    'period.yesterday': 'i går',
    'period.tomorrow': 'i morgen',
    'period.thisWeek': 'denne uge',
    'period.lastWeek': 'sidste uge',
    'period.nextWeek': 'næste uge',
    'period.thisMonth': 'denne måned',
    'period.lastMonth': 'sidste måned',
    'period.nextMonth': 'næste måned',
    'period.thisQuarter': 'dette kvartal',
    'period.lastQuarter': 'sidste kvartal',
    'period.nextQuarter': 'næste kvartal',
    'period.thisYear': 'i år',
    'period.lastYear': 'sidste år',
    'period.nextYear': 'næste år',
    'period.dated': '{period} ({dates})',
    'period.lastDays': '{n, plural, one {den seneste dag} other {de seneste {n} dage}}',
    'period.lastWeeks': '{n, plural, one {den seneste uge} other {de seneste {n} uger}}',
    'period.lastMonths': '{n, plural, one {den seneste måned} other {de seneste {n} måneder}}',
    'period.monthToDate': 'måned til dato',
    'period.quarterToDate': 'kvartal til dato',
    'period.yearToDate': 'år til dato',
    'period.since': 'siden {day}',
    'period.quarter': 'Q{n}',
    'period.quarterOfYear': 'Q{n} {year}',
    'period.half': '{n}. halvår {year}',
    'period.week': 'uge {n}',
    'period.weekOfYear': 'uge {n} i {year}',
    'period.dates': '{first} til {last}',

    'subject.everyone': 'Alle',
    'subject.you': '{name} (dig)',

    'line.value': '{metric} {period}: {value}',
    'line.valueNow': '{metric} nu: {value}',
    'line.ofParts': '{value} ({numerator} af {denominator})',
    'line.fromParts': '{value} (fra {denominator})',
    'line.loading': '{metric} {period}: indlæses, {share}',
    'line.loadingStart': '{metric} {period}: indlæses',
    'line.up': '▲ {change} mere end {period} ({value})',
    'line.down': '▼ {change} mindre end {period} ({value})',
    'line.same': 'det samme som {period} ({value})',
    'line.samePoint': '{period} på samme tidspunkt',
    'line.points': '{n, plural, one {{value} procentpoint} other {{value} procentpoint}}',
    'line.target': '{bar} {share} af {target}',
    'line.team': 'Dit team, {team}: {value}',
    'line.rank': 'Nummer {rank} af {of}',
    'line.workingDay': 'Seneste arbejdsdag: {day}',
    'line.none': 'Der er ikke logget noget i HubSpot til dette.',
    'line.unlogged':
      '{without} af {calls} opkald har intet udfald i HubSpot, og et opkald uden udfald tæller ikke som gennemført. En administrator kan tælle dem efter længde med “connectSeconds” (scoreline settings import).',
    'line.unloggedByLength':
      '{without} af {calls} opkald har intet udfald i HubSpot; de, der varer {seconds} sekunder eller mere, tæller som gennemførte.',
    'line.noParts': 'Der er intet at regne det ud fra.',

    'quota.headline': '{share} af {target} · {metric}, {period}',
    'quota.limit': '{share} af grænsen på {target} · {metric}, {period}',
    'quota.limitLeft': '{value} tilbage til grænsen',
    'quota.limitExceeded': '{value} over grænsen',
    'quota.bar': '{bar} {actual}',
    'quota.met': 'i mål: målet er nået',
    'quota.missed': 'ikke nået: {gap} manglede',
    'quota.ahead':
      'foran: {gap} over {by, select, past {det sædvanlige på dette tidspunkt} other {det forventede efter arbejdsdage}} ({share})',
    'quota.onPace':
      'på sporet: {share} {by, select, past {er sædvanligt på dette tidspunkt} other {forventet efter arbejdsdage}}',
    'quota.behind':
      'bagud: {gap} under {by, select, past {det sædvanlige på dette tidspunkt} other {det forventede efter arbejdsdage}} ({share})',
    'quota.atRisk':
      'i fare: {gap} under {by, select, past {det sædvanlige på dette tidspunkt} other {det forventede efter arbejdsdage}} ({share})',
    'quota.tooEarly': 'for tidligt at sige: kun {share} er sædvanligt på dette tidspunkt',
    'quota.heading': 'på vej mod {value}',
    'quota.needed': 'krævet: {value} pr. arbejdsdag i {days}',
    'quota.gapDeals':
      'mangler: {gap}, {n, plural, one {ca. 1 gennemsnitlig handel} other {ca. {n} gennemsnitlige handler}}',
    'quota.uncovered': '{n, plural, one {1 dag} other {{n} dage}} af denne periode har intet mål',
    'quota.leave': 'fravær: {days}',
    'quota.weekdays': 'arbejdsdage: {days} ({source})',
    'source.hubspot': 'HubSpot',
    'source.settings': 'indstillinger',
    'quota.none':
      'Der er ikke sat et mål for {period}. Din leder eller en administrator kan sætte et i HubSpots mål.',

    'today.headline': 'I dag, {day}',
    'today.target': '{metric}: {done} af {benchmark} {bar}',
    'today.noTargets': 'Der er ingen daglige mål for dig. En administrator kan sætte dem.',
    'today.dayOff': 'Du har fri i dag: der forventes intet af dig.',
    'next.activity': 'Næste skridt: {value} mangler i dag',
    'next.needed': 'Næste skridt: {metric}, {value} pr. arbejdsdag',
    'next.met': 'Næste skridt: intet, målet for {metric} er nået',

    'board.headline': '{metric} · {period}',
    'board.row': '{rank} {name} {value}',
    'board.smallSample': '{row} (få)',
    'board.tied': '{n, plural, one {+1 lige} other {+{n} lige}}',
    'board.gap': '…',
    'board.empty': 'Ingen har en værdi endnu: der er intet logget i HubSpot for perioden.',
    'board.few': '“få” betyder for få til at sammenligne; de står efter de andre.',

    'help.headline': 'Det kan du skrive',
    'help.unknown': 'Jeg kender ikke “{word}”.',
    'help.nearest': 'Mente du et af disse?',
    'help.own.today': 'dine mål i dag',
    'help.own.quota': 'mål, tempo og hvad der mangler',
    'help.own.week': 'ét tal for én periode',
    'help.own.top': 'ranglisten med din egen række',
    'help.team.today': 'hvordan det går for dit team i dag',
    'help.team.quota': 'dit teams mål',
    'help.team.week': 'ét tal for et team og én periode',
    'help.team.top': 'ranglisten',
    'help.people': 'Personer: intet navn for dig selv, “team” for {team}, “alle” for alle',
    'help.more': 'Skriv {command} for at se alt, du kan spørge om.',
    'metrics.show': 'Alle tal',
    'metrics.one': 'Skriv f.eks. {command} for at se, hvad et tal betyder.',
    'definition.words': 'Skriv et af disse: {words}',
    'definition.show': 'Vis {metric}',
    'help.periods': 'Perioder: i dag, i går, denne uge, sidste måned, Q3, 2026-09, seneste 30 dage og flere',

    'greeting.hello': 'Hej! Spørg mig om et tal, for eksempel sådan.',
    'greeting.thanks': 'Selv tak! Du kan spørge om mere.',
    leftOut: 'Et svar har plads til fem tal. Ikke med: {words}',
    'noPeriod.noSuchDay': '“{word}” er ikke en dag, der findes.',
    'noPeriod.noSuchWeek': '“{word}” er ikke en uge, der findes.',
    'noPeriod.endsBeforeItBegins': '“{word}” slutter, før det begynder.',
    'noPeriod.dayOrMonth': '“{word}” kan være en dag i den ene eller den anden måned.',
    'choice.headline': '“{word}” kan læses på flere måder. Hvilken mener du?',
    readAs: '“{typed}” blev læst som “{as}”',

    'refused.guest':
      'Scoreline svarer kun fuldgyldige medlemmer af dette workspace. En workspace-administrator kan ændre dit medlemskab.',
    'refused.unlinked':
      'Jeg kan ikke se, hvilken HubSpot-bruger du er: ingen HubSpot-bruger har din Slack-mailadresse. En administrator kan forbinde dig.',
    'refused.emailShared':
      'Jeg kan ikke se, hvilken HubSpot-bruger du er: flere har din Slack-mailadresse. En administrator kan forbinde dig med den rigtige.',
    'refused.linkEnded':
      'Du var forbundet med en HubSpot-bruger, som ikke længere er aktiv. En administrator kan forbinde dig med en anden.',
    'refused.otherPerson':
      'Kun personen selv og vedkommendes leder og coach kan se disse tal. Spørg en af dem, eller skriv “team” for dit teams totaler.',
    'refused.otherTeam':
      'Du kan se dit eget teams og alles totaler, men ikke et andet teams. Det teams leder kan hjælpe.',
    'refused.tooFew':
      'For få personer står bag dette tal, så det ville afsløre én persons. Deres leder kan hjælpe.',
    'refused.teamOnly':
      'Dette workspace viser ingen navne på ranglister. Du kan spørge om dine egne eller dit teams tal.',
    'refused.untracked': 'Ingen med det navn følges som sælger. En administrator bestemmer, hvem der følges.',
    'refused.boardNotChosen':
      'Ingen administrator har endnu valgt, hvem der må nævnes på ranglister, så der vises ingen rangliste. Du kan stadig se dine egne tal og totaler.',

    'notYet.word': 'Jeg forstår “{word}”, men kan ikke svare på det endnu.',
    'notYet.never': 'Der er ingen bundlister: ingen vises som den sidste.',
    'notYet.instead': 'Det her kommer tæt på:',

    'setup.headline': 'Scoreline er ikke klar endnu',
    'setup.noAccount':
      'Der er ikke læst noget fra HubSpot endnu. En administrator kan se hvorfor med “scoreline doctor”.',
    'setup.noReps': 'Ingen sælgere følges endnu. En administrator vælger dem.',
    'setup.reps': '{n, plural, one {1 sælger følges.} other {{n} sælgere følges.}}',
    'setup.ready':
      'Du har ingen egne tal og intet eget team. Skriv “alle” for alles totaler eller “top” for ranglisten.',

    'basis.asOf': 'data fra {time}',
    'basis.old': 'data fra {time} ({age} gamle)',
    'basis.down': 'HubSpot kunne ikke nås; data fra {time} ({age} gamle)',
    'basis.neverDown': 'HubSpot kunne ikke nås endnu',
    'basis.unreadable': 'HubSpot lader ikke Scoreline læse: {types}',
    'basis.never': 'HubSpot er ikke læst endnu',
    'basis.loading': 'indlæses, {share}',
    'basis.loadingStart': 'indlæses',
    'basis.recalculating': 'genberegnes, {share}',

    'digest.header': '{title} · {day}',
    'digest.bar': '{period} {bar} {share} af {target}',
    'digest.behind': '{gap} {by, select, past {under det sædvanlige nu} other {bagud efter arbejdsdage}}',
    'digest.ahead': '{gap} {by, select, past {over det sædvanlige nu} other {foran efter arbejdsdage}}',
    'digest.onPace': 'på sporet: {share} {by, select, past {er sædvanligt nu} other {efter arbejdsdage}}',
    'digest.tooEarly': 'for tidligt at sige',
    'digest.uncovered': '{n, plural, one {1 arbejdsdag} other {{n} arbejdsdage}} uden mål',
    'digest.board': '{metric} · {period}',
    'digest.empty': '{metric}: ingen endnu · {period}',
    'digest.lastDay': '{day}: {counts}',
    'digest.dueSoon': '{n, plural, one {1 handel} other {{n} handler}} over {amount} lukker denne uge',
    'digest.improved': 'Størst fremgang: {name}, +{value}',
    'digest.asOf': 'Fra {time} {city}',
    'digest.asOfDetails': 'Fra {time} {city} · detaljer ↓',
    'digest.fromDay': 'Fra {day} {time} {city}',
    'digest.late': '{n, plural, one {sendt 1 minut for sent} other {sendt {n} minutter for sent}}',
    'digest.stale': 'Gamle data, fra {time} {city}',
    'digest.staleDay': 'Gamle data, {day} {time} {city}',

    'table.caption': '{title} · {period}',
    'table.name': 'Navn',
    'table.quota': 'Mål',
    'table.rows': 'Række {first} til {last} af {total}',
    'table.summary': '{title}: alle sælgere, {period}',
    'table.empty': 'Tabellen er tom: ingen sælger havde en arbejdsdag i perioden.',
    'table.definition': '{metric}: {about}',
    'table.quotaDefinition': 'Mål: andel af personens mål, der er nået',
    'table.uncovered': '* arbejdsdage i perioden uden mål',

    'problem.skipped': 'Overblikket “{name}” blev sprunget over: {detail}',
    'problem.failed': 'Overblikket “{name}” kunne ikke sendes: {detail}',
    'problem.unknown':
      'Overblikket “{name}” er måske i kanalen: tjek den. Slack bekræftede det ikke: {detail}',
    'problem.tableFailed': 'Tabellen til overblikket “{name}” kunne ikke sendes: {detail}',
    'problem.tableUnknown':
      'Tabellen til overblikket “{name}” er måske i tråden: tjek den. Slack bekræftede det ikke: {detail}',
    'problem.stale': 'Overblikket “{name}” blev sendt med gamle data: {detail}',
    'problem.where': 'Kanal: ',

    'home.headline': 'Sådan spørger du',
    'home.type': 'Skriv {command} i en hvilken som helst kanal; kun du ser svaret.',
    'door.error': 'Noget gik galt hos mig; detaljerne står i loggen. Prøv igen om et minut.',
    'door.stranger': 'Scoreline svarer kun personer fra sit eget workspace.',
    'door.unknownCommand': 'Jeg kender ikke {command}. Skriv {base} help for at se, hvad jeg kan svare på.',
    'door.oldButton': 'Denne knap er fra en ældre besked. Skriv {base} for at spørge igen.',

    ...missing,
    ...own,
    ...privacy,
    ...reps,
  },
  metrics: { ...activity, ...conversion, ...objective, ...pipeline, ...quota },
  parts,
  words,
}
