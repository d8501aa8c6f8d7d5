import { phrases } from '../../domain/question/lexicon.ts'
import type { Words } from '../words.ts'

export const words: Words = {
  fillers: phrases(`
      visa, visa mig, ge mig, se, hur många, hur mycket, vad, vad är, hur, hur går det, hur går, har, hade,
      är, var, jag, vi, du, min, mitt, mina, vår, vårt, våra, för, på, till, av, från, med, under, och, eller,
      den, det, de, en, ett, antal, antalet, totalt, hittills, tack, snälla, nu, per, gjort, gjorda, siffror,
      i
    `),
  who: {
    me: phrases('mig, mig själv, mina siffror'),
    myTeam: phrases('mitt lag, mitt team, vårt lag, vårt team, laget, teamet'),
    everyone: phrases('alla, hela företaget, företaget, hela bolaget, bolaget, alla säljare, alla lag'),
  },
  teamWords: phrases('lag, team'),
  help: phrases('hjälp, hjälp mig, vad kan du, kommandon'),
  views: {
    card: phrases(
      'nyckeltal, mina nyckeltal, mina kpi, min översikt, instrumentpanel, översikt, sammanfattning',
    ),
    top: phrases('topp, topplista, topplistan, bäst, bästa, ledare, ställning, ställningen, ranking'),
    quota: phrases(`
      var står jag, var ligger jag, hur ligger jag till, hur ligger vi till, hur går det för mig, hur går det
      för oss, är jag på väg mot, är jag på väg mot målet, är vi på väg mot målet, hur långt är det kvar, hur
      långt är det kvar till målet, hur långt har jag kvar, hur långt har jag kvar till målet, hur mycket
      saknar jag, hur mycket saknas, hur mycket behöver jag sälja, hur mycket behöver jag, hur mycket måste
      jag sälja, kvar till målet, min takt, tempo, kvot, kvoten, mål, målet, måluppfyllelse, budget, takt,
      ligger jag rätt till, väntat hittills, på väg mot
    `),
    trend: phrases('trenden, utveckling, diagram, graf'),
    funnel: phrases('tratt, säljtratt'),
    deals: phrases('affärer, affär, mina affärer'),
    stale: phrases('fastnat, gamla affärer, avstannade'),
    explain: phrases('förklara, förklaring, varför'),
    plan: phrases('planen, min plan, vad krävs'),
    score: phrases('poängkort'),
    forecast: phrases('prognoser'),
    pipeline: phrases('öppna affärer'),
    reps: phrases('säljare, säljarna, vem ligger efter'),
  },
  compare: phrases('mot, jämför, jämfört med, kontra'),
  bottom: phrases('botten, sämst, sämsta, lägst'),
  group: phrases('grupp, grupper'),
  sayings: {
    topPerformers: phrases(`
      bästa säljare, bästa säljaren, bästa säljarna, toppsäljare, toppsäljarna, topp säljare, vem leder, vem
      är bäst, vem ligger först, vem säljer mest, vem har sålt mest
    `),
    today: phrases(`
      vad behöver jag idag, vad behöver jag i dag, vad behöver jag göra, vad behöver jag göra idag, vad
      behöver jag göra i dag, vad ska jag göra, vad ska jag göra idag, vad ska jag göra i dag, vad nu, vad gör
      jag nu, min dag
    `),
    dealsDue: phrases(`
      affärer som stänger, affärer att stänga, affärer som ska stängas, affärer som förfaller, affärer på väg
      att stängas, att stänga
    `),
    biggestDeals: phrases(`
      största affären, största affär, största affärer, största affärerna, mina största affärer, min största
      affär, största
    `),
    biggestWon: phrases(`
      största vunna affären, största vunna affär, största vunna affärer, största vinsten
    `),
    whoClosed: phrases('vem stängde, vem har stängt, vem vann, vem har vunnit, vem sålde, vem har sålt'),
  },
  greetings: {
    hello: phrases('hej, hejsan, hallå, god morgon, godmorgon, tjena, tja, god dag'),
    thanks: phrases('tack, tack så mycket, tusen tack, stort tack, tackar'),
  },
  joins: {
    since: phrases('sedan, från och med, sen'),
    from: phrases('från'),
    to: phrases('till, till och med, fram till'),
    between: phrases('mellan'),
    and: phrases('och'),
  },
  average: phrases(`
      genomsnittlig, genomsnittliga, genomsnittligt, genomsnitt, i genomsnitt, i snitt, snitt, per dag, om
      dagen, dagligen
    `),
  numbers: {
    2: phrases('två'),
    3: phrases('tre'),
    4: phrases('fyra'),
    5: phrases('fem'),
    6: phrases('sex'),
    7: phrases('sju'),
    8: phrases('åtta'),
    10: phrases('tio'),
    20: phrases('tjugo'),
  },
  commands: {
    settings: phrases('inställningar, inställning, språk'),
    setup: phrases('konfigurera, ställ in'),
    link: phrases('koppla, länka'),
    away: phrases('sjuk, sjukskriven, semester, på semester, ledig, frånvaro, frånvarande, borta'),
    mute: phrases('tysta, tyst, pausa'),
    wrong: phrases('fel, felaktigt'),
    status: phrases('status, läge'),
    privacy: phrases('integritet, vad vet du, dataskydd'),
    insights: phrases('insikter, insikt'),
    coaching: phrases('coachning, varningar'),
    contest: phrases('tävling, tävlingar, utmaning'),
  },
  conversion: phrases('konvertering, konverteringsgrad'),
  periods: {
    today: phrases('i dag, idag, dagens'),
    yesterday: phrases('i går, igår, gårdagens'),
    tomorrow: phrases('i morgon, imorgon'),
    'this week': phrases('denna vecka, den här veckan, vecka, veckan, veckans, nuvarande vecka'),
    'last week': phrases('förra veckan, föregående vecka, senaste veckan, förra vecka'),
    'next week': phrases('nästa vecka, kommande vecka'),
    'this month': phrases('denna månad, den här månaden, månad, månaden, månadens, nuvarande månad'),
    'last month': phrases('förra månaden, föregående månad, senaste månaden'),
    'next month': phrases('nästa månad, kommande månad'),
    'this quarter': phrases('detta kvartal, det här kvartalet, kvartal, kvartalet, kvartalets'),
    'last quarter': phrases('förra kvartalet, föregående kvartal, senaste kvartalet'),
    'next quarter': phrases('nästa kvartal, kommande kvartal'),
    'this year': phrases('i år, detta år, år, året, årets'),
    'last year': phrases('förra året, föregående år, i fjol'),
    mtd: phrases('hittills i månaden, månaden hittills, hittills denna månad'),
    qtd: phrases('hittills i kvartalet, kvartalet hittills'),
    ytd: phrases('hittills i år, året hittills'),
    'last {n} days': phrases(
      'senaste {n} dagarna, de senaste {n} dagarna, sista {n} dagarna, {n} dagar, {n} dag',
    ),
    'last {n} weeks': phrases('senaste {n} veckorna, de senaste {n} veckorna, {n} veckor, {n} vecka'),
    'last {n} months': phrases('senaste {n} månaderna, de senaste {n} månaderna, {n} månader, {n} månad'),
    'week {n}': phrases('vecka {n}, v {n}, vecka nr {n}'),
    'week {n} {y}': phrases('vecka {n} {y}, v {n} {y}'),
    'q{n}': phrases('kvartal {n}, k {n}'),
    '{y}-q{n}': phrases('kvartal {n} {y}, k {n} {y}'),
    '{d}': phrases('den {d}, på {d}'),
    'this morning': phrases('i morse, i förmiddags, i eftermiddag'),
    'last 2 weeks': phrases('senaste två veckorna, de senaste två veckorna'),
    'last 2 days': phrases('senaste två dagarna'),
    'last 2 months': phrases('senaste två månaderna'),
    h1: phrases('första halvåret, första halvår'),
    h2: phrases('andra halvåret, andra halvår'),
    'h{n}': phrases('halvår {n}, {n} halvåret'),
    'h{n} {y}': phrases('halvår {n} {y}, {n} halvåret {y}'),
    'h{n} fy{y}': phrases('halvår {n} räkenskapsår {y}'),
    'fy{n}': phrases('räkenskapsår {n}, räkenskapsåret {n}'),
    'q{n} fy{y}': phrases('kvartal {n} räkenskapsår {y}'),
    monday: phrases('måndag, i måndags, måndagen'),
    'last monday': phrases('förra måndag, förra måndagen, senaste måndag, senaste måndagen'),
    'this monday': phrases('denna måndag, denna måndagen'),
    'next monday': phrases('nästa måndag, nästa måndagen, kommande måndag, kommande måndagen'),
    tuesday: phrases('tisdag, i tisdags, tisdagen'),
    'last tuesday': phrases('förra tisdag, förra tisdagen, senaste tisdag, senaste tisdagen'),
    'this tuesday': phrases('denna tisdag, denna tisdagen'),
    'next tuesday': phrases('nästa tisdag, nästa tisdagen, kommande tisdag, kommande tisdagen'),
    wednesday: phrases('onsdag, i onsdags, onsdagen'),
    'last wednesday': phrases('förra onsdag, förra onsdagen, senaste onsdag, senaste onsdagen'),
    'this wednesday': phrases('denna onsdag, denna onsdagen'),
    'next wednesday': phrases('nästa onsdag, nästa onsdagen, kommande onsdag, kommande onsdagen'),
    thursday: phrases('torsdag, i torsdags, torsdagen'),
    'last thursday': phrases('förra torsdag, förra torsdagen, senaste torsdag, senaste torsdagen'),
    'this thursday': phrases('denna torsdag, denna torsdagen'),
    'next thursday': phrases('nästa torsdag, nästa torsdagen, kommande torsdag, kommande torsdagen'),
    friday: phrases('fredag, i fredags, fredagen'),
    'last friday': phrases('förra fredag, förra fredagen, senaste fredag, senaste fredagen'),
    'this friday': phrases('denna fredag, denna fredagen'),
    'next friday': phrases('nästa fredag, nästa fredagen, kommande fredag, kommande fredagen'),
    saturday: phrases('lördag, i lördags, lördagen'),
    'last saturday': phrases('förra lördag, förra lördagen, senaste lördag, senaste lördagen'),
    'this saturday': phrases('denna lördag, denna lördagen'),
    'next saturday': phrases('nästa lördag, nästa lördagen, kommande lördag, kommande lördagen'),
    sunday: phrases('söndag, i söndags, söndagen'),
    'last sunday': phrases('förra söndag, förra söndagen, senaste söndag, senaste söndagen'),
    'this sunday': phrases('denna söndag, denna söndagen'),
    'next sunday': phrases('nästa söndag, nästa söndagen, kommande söndag, kommande söndagen'),
    january: phrases('januari'),
    february: phrases('februari'),
    march: phrases('mars'),
    april: phrases('april'),
    may: phrases('maj'),
    june: phrases('juni'),
    july: phrases('juli'),
    august: phrases('augusti'),
    september: phrases('september'),
    october: phrases('oktober, okt'),
    november: phrases('november'),
    december: phrases('december'),
  },
}
