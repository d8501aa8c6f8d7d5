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

export const sv: Language = {
  locale: 'sv-SE',
  sentences: {
    'unit.percent': '{n} %',
    'unit.minutes': '{value} min',
    'unit.hours': '{value} h',
    'unit.days': '{n, plural, one {{value} dag} other {{value} dagar}}',
    'unit.seconds': '{value} s',
    'unit.minutesSeconds': '{minutes} min {seconds} s',
    'unit.hoursMinutes': '{hours} h {minutes} min',
    'unit.yes': 'ja',
    'unit.no': 'nej',
    'unit.points': '{n, plural, one {{value} poäng} other {{value} poäng}}',

    'period.today': 'i dag',
    'period.yesterday': 'i går',
    'period.tomorrow': 'i morgon',
    'period.thisWeek': 'denna vecka',
    'period.lastWeek': 'förra veckan',
    'period.nextWeek': 'nästa vecka',
    'period.thisMonth': 'denna månad',
    'period.lastMonth': 'förra månaden',
    'period.nextMonth': 'nästa månad',
    'period.thisQuarter': 'detta kvartal',
    'period.lastQuarter': 'förra kvartalet',
    'period.nextQuarter': 'nästa kvartal',
    'period.thisYear': 'i år',
    'period.lastYear': 'förra året',
    'period.nextYear': 'nästa år',
    'period.dated': '{period} ({dates})',
    'period.lastDays': '{n, plural, one {senaste dagen} other {senaste {n} dagarna}}',
    'period.lastWeeks': '{n, plural, one {senaste veckan} other {senaste {n} veckorna}}',
    'period.lastMonths': '{n, plural, one {senaste månaden} other {senaste {n} månaderna}}',
    'period.monthToDate': 'hittills i månaden',
    'period.quarterToDate': 'hittills i kvartalet',
    'period.yearToDate': 'hittills i år',
    'period.since': 'sedan {day}',
    'period.quarter': 'Q{n}',
    'period.quarterOfYear': 'Q{n} {year}',
    'period.half': 'halvår {n} {year}',
    'period.week': 'vecka {n}',
    'period.weekOfYear': 'vecka {n} {year}',
    'period.dates': '{first} till {last}',

    'subject.everyone': 'Alla',
    'subject.you': '{name} (du)',

    'line.value': '{metric} {period}: {value}',
    'line.valueNow': '{metric} nu: {value}',
    'line.ofParts': '{value} ({numerator} av {denominator})',
    'line.fromParts': '{value} (från {denominator})',
    'line.loading': '{metric} {period}: läses in, {share}',
    'line.loadingStart': '{metric} {period}: läses in',
    'line.up': '▲ {change} mer än {period} ({value})',
    'line.down': '▼ {change} mindre än {period} ({value})',
    'line.same': 'samma som {period} ({value})',
    'line.samePoint': '{period} vid samma tidpunkt',
    'line.points': '{n, plural, one {{value} procentenhet} other {{value} procentenheter}}',
    'line.target': '{bar} {share} av {target}',
    'line.team': 'Ditt team, {team}: {value}',
    'line.rank': 'Plats {rank} av {of}',
    'line.workingDay': 'Senaste arbetsdagen: {day}',
    'line.none': 'Inget är loggat i HubSpot för detta.',
    'line.unlogged':
      '{without} av {calls} samtal har inget utfall i HubSpot, och ett samtal utan utfall räknas inte som kopplat. En administratör kan räkna dem efter längd med ”connectSeconds” (scoreline settings import).',
    'line.unloggedByLength':
      '{without} av {calls} samtal har inget utfall i HubSpot; de som varar {seconds} sekunder eller mer räknas som kopplade.',
    'line.noParts': 'Det finns inget att räkna ut det på.',

    'quota.headline': '{share} av {target} · {metric}, {period}',
    'quota.limit': '{share} av gränsen på {target} · {metric}, {period}',
    'quota.limitLeft': '{value} kvar till gränsen',
    'quota.limitExceeded': '{value} över gränsen',
    'quota.bar': '{bar} {actual}',
    'quota.met': 'i mål: målet är nått',
    'quota.missed': 'missat: {gap} saknades',
    'quota.ahead':
      'före: {gap} över det {by, select, past {vanliga hittills} other {väntade efter arbetsdagar}} ({share})',
    'quota.onPace':
      'i takt: {share} {by, select, past {är vanligt hittills} other {väntat efter arbetsdagar}}',
    'quota.behind':
      'efter: {gap} under det {by, select, past {vanliga hittills} other {väntade efter arbetsdagar}} ({share})',
    'quota.atRisk':
      'i fara: {gap} under det {by, select, past {vanliga hittills} other {väntade efter arbetsdagar}} ({share})',
    'quota.tooEarly': 'för tidigt att säga: bara {share} är vanligt hittills',
    'quota.heading': 'på väg mot {value}',
    'quota.needed': 'krävs: {value} per arbetsdag i {days}',
    'quota.gapDeals': 'kvar: {gap}, {n, plural, one {ca 1 snittaffär} other {ca {n} snittaffärer}}',
    'quota.uncovered': '{n, plural, one {1 dag} other {{n} dagar}} av perioden har inget mål',
    'quota.leave': 'ledighet: {days}',
    'quota.weekdays': 'arbetsdagar: {days} ({source})',
    'source.hubspot': 'HubSpot',
    'source.settings': 'inställningar',
    'quota.none':
      'Inget mål är satt för {period}. Din chef eller en administratör kan sätta ett i HubSpots mål.',

    'today.headline': 'I dag, {day}',
    'today.target': '{metric}: {done} av {benchmark} {bar}',
    'today.noTargets': 'Inga dagliga mål är satta för dig. En administratör kan sätta dem.',
    'today.dayOff': 'Du är ledig i dag: inget väntas av dig.',
    'next.activity': 'Nästa steg: {value} kvar i dag',
    'next.needed': 'Nästa steg: {metric}, {value} per arbetsdag',
    'next.met': 'Nästa steg: inget, målet för {metric} är nått',

    'board.headline': '{metric} · {period}',
    'board.row': '{rank} {name} {value}',
    'board.smallSample': '{row} (få)',
    'board.tied': '{n, plural, one {+1 lika} other {+{n} lika}}',
    'board.gap': '…',
    'board.empty': 'Ingen har ett värde ännu: inget är loggat i HubSpot för perioden.',
    'board.few': '”få” betyder för få för att jämföra; de kommer efter de andra.',

    'help.headline': 'Det här kan du skriva',
    'help.unknown': 'Jag känner inte till ”{word}”.',
    'help.nearest': 'Menade du något av dessa?',
    'help.own.today': 'dina mål i dag',
    'help.own.quota': 'mål, takt och vad som krävs',
    'help.own.week': 'en siffra för en period',
    'help.own.top': 'topplistan, med din egen rad',
    'help.team.today': 'hur ditt team ligger till i dag',
    'help.team.quota': 'ditt teams mål',
    'help.team.week': 'en siffra för ett team och en period',
    'help.team.top': 'topplistan',
    'help.people': 'Personer: inget namn för dig själv, ”team” för {team}, ”alla” för alla',
    'help.more': 'Skriv {command} för att se allt du kan fråga om.',
    'metrics.show': 'Alla tal',
    'metrics.one': 'Skriv t.ex. {command} för att se vad ett tal betyder.',
    'definition.words': 'Skriv något av dessa: {words}',
    'definition.show': 'Visa {metric}',
    'help.periods':
      'Perioder: i dag, i går, denna vecka, förra månaden, Q3, 2026-09, senaste 30 dagarna och fler',

    'greeting.hello': 'Hej! Fråga mig efter ett tal, till exempel så här.',
    'greeting.thanks': 'Varsågod! Det finns mer att fråga om.',
    leftOut: 'Ett svar rymmer fem tal. Inte med: {words}',
    'noPeriod.noSuchDay': '”{word}” är ingen dag som finns.',
    'noPeriod.noSuchWeek': '”{word}” är ingen vecka som finns.',
    'noPeriod.endsBeforeItBegins': '”{word}” slutar innan det börjar.',
    'noPeriod.dayOrMonth': '”{word}” kan vara en dag i den ena eller den andra månaden.',
    'choice.headline': '”{word}” kan läsas på flera sätt. Vilket menar du?',
    readAs: '”{typed}” lästes som ”{as}”',

    'refused.guest':
      'Scoreline svarar bara fullvärdiga medlemmar i arbetsytan. En administratör för arbetsytan kan ändra ditt medlemskap.',
    'refused.unlinked':
      'Jag kan inte se vilken HubSpot-användare du är: ingen HubSpot-användare har din mejladress i Slack. En administratör kan koppla dig.',
    'refused.emailShared':
      'Jag kan inte se vilken HubSpot-användare du är: flera har din mejladress i Slack. En administratör kan koppla dig till rätt användare.',
    'refused.linkEnded':
      'Du var kopplad till en HubSpot-användare som inte längre är aktiv. En administratör kan koppla dig till en annan.',
    'refused.otherPerson':
      'Bara personen själv och personens chef och coach kan se de här siffrorna. Fråga någon av dem, eller skriv ”team” för ditt teams totaler.',
    'refused.otherTeam':
      'Du kan se ditt eget teams och allas totaler, men inte ett annat teams. Det teamets chef kan hjälpa till.',
    'refused.tooFew':
      'För få personer ligger bakom den här siffran, så den skulle avslöja en persons. Deras chef kan hjälpa till.',
    'refused.teamOnly':
      'Den här arbetsytan visar inga namn på topplistor. Du kan fråga efter dina egna eller ditt teams siffror.',
    'refused.untracked':
      'Ingen med det namnet följs som säljare. En administratör bestämmer vilka som följs.',
    'refused.boardNotChosen':
      'Ingen administratör har ännu valt vem som får nämnas på topplistor, så ingen topplista visas. Du kan fortfarande se dina egna siffror och totaler.',

    'notYet.word': 'Jag förstår ”{word}” men kan inte svara på det ännu.',
    'notYet.never': 'Det finns inga bottenlistor: ingen visas som sist.',
    'notYet.instead': 'Det här kommer nära:',

    'setup.headline': 'Scoreline är inte klart ännu',
    'setup.noAccount':
      'Inget är läst från HubSpot ännu. En administratör kan se varför med ”scoreline doctor”.',
    'setup.noReps': 'Inga säljare följs ännu. En administratör väljer dem.',
    'setup.reps': '{n, plural, one {1 säljare följs.} other {{n} säljare följs.}}',
    'setup.ready':
      'Du har inga egna siffror och inget eget team. Skriv ”alla” för allas totaler eller ”topp” för topplistan.',

    'basis.asOf': 'data från {time}',
    'basis.old': 'data från {time} ({age} gamla)',
    'basis.down': 'HubSpot gick inte att nå; data från {time} ({age} gamla)',
    'basis.neverDown': 'HubSpot har inte gått att nå ännu',
    'basis.unreadable': 'HubSpot låter inte Scoreline läsa: {types}',
    'basis.never': 'HubSpot är inte läst ännu',
    'basis.loading': 'läses in, {share}',
    'basis.loadingStart': 'läses in',
    'basis.recalculating': 'räknas om, {share}',

    'digest.header': '{title} · {day}',
    'digest.bar': '{period} {bar} {share} av {target}',
    'digest.behind':
      '{gap} {by, select, past {under det vanliga hittills} other {efter sett till arbetsdagar}}',
    'digest.ahead': '{gap} {by, select, past {över det vanliga hittills} other {före sett till arbetsdagar}}',
    'digest.onPace': 'i takt: {share} {by, select, past {är vanligt hittills} other {efter arbetsdagar}}',
    'digest.tooEarly': 'för tidigt att säga',
    'digest.uncovered': '{n, plural, one {1 arbetsdag} other {{n} arbetsdagar}} utan mål',
    'digest.board': '{metric} · {period}',
    'digest.empty': '{metric}: inget ännu · {period}',
    'digest.lastDay': '{day}: {counts}',
    'digest.dueSoon': '{n, plural, one {1 affär} other {{n} affärer}} över {amount} denna vecka',
    'digest.improved': 'Mest framåt: {name}, +{value}',
    'digest.asOf': 'Från {time} {city}',
    'digest.asOfDetails': 'Från {time} {city} · detaljer ↓',
    'digest.fromDay': 'Från {day} {time} {city}',
    'digest.late': '{n, plural, one {skickat 1 minut sent} other {skickat {n} minuter sent}}',
    'digest.stale': 'Gamla data, från {time} {city}',
    'digest.staleDay': 'Gamla data, {day} {time} {city}',

    'table.caption': '{title} · {period}',
    'table.name': 'Namn',
    'table.quota': 'Mål',
    'table.rows': 'Rad {first} till {last} av {total}',
    'table.summary': '{title}: alla säljare, {period}',
    'table.empty': 'Tabellen är tom: ingen säljare hade någon arbetsdag under perioden.',
    'table.definition': '{metric}: {about}',
    'table.quotaDefinition': 'Mål: andel av personens mål som är nådd',
    'table.uncovered': '* arbetsdagar under perioden utan mål',

    'problem.skipped': 'Sammanfattningen ”{name}” hoppades över: {detail}',
    'problem.failed': 'Sammanfattningen ”{name}” kunde inte skickas: {detail}',
    'problem.unknown':
      'Sammanfattningen ”{name}” finns kanske i kanalen: titta där. Slack bekräftade det inte: {detail}',
    'problem.tableFailed': 'Tabellen till sammanfattningen ”{name}” kunde inte skickas: {detail}',
    'problem.tableUnknown':
      'Tabellen till sammanfattningen ”{name}” finns kanske i tråden: titta där. Slack bekräftade det inte: {detail}',
    'problem.stale': 'Sammanfattningen ”{name}” skickades med gamla data: {detail}',
    'problem.where': 'Kanal: ',

    'home.headline': 'Så frågar du',
    'home.type': 'Skriv {command} i vilken kanal som helst; bara du ser svaret.',
    'door.error': 'Något gick fel hos mig; detaljerna finns i loggen. Försök igen om en minut.',
    'door.stranger': 'Scoreline svarar bara personer i sin egen arbetsyta.',
    'door.unknownCommand':
      'Jag känner inte till {command}. Skriv {base} help för att se vad jag kan svara på.',
    'door.oldButton': 'Den här knappen är från ett äldre meddelande. Skriv {base} för att fråga igen.',

    ...missing,
    ...own,
    ...privacy,
    ...reps,
  },
  metrics: { ...activity, ...conversion, ...objective, ...pipeline, ...quota },
  parts,
  words,
}
