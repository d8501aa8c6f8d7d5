import { phrases } from '../../domain/question/lexicon.ts'
import type { Words } from '../words.ts'

export const words: Words = {
  fillers: phrases(`
      d, vis, vis mig, giv mig, se, hvor mange, hvor meget, hvad, hvad er, hvordan, hvordan går det, hvordan
      går, har, havde, er, var, jeg, vi, du, min, mit, mine, vores, på, til, af, fra, med, under, og, eller,
      den, det, de, en, et, antal, antallet af, i alt, indtil nu, venligst, tak, nu, lavet, holdt, tal,
      tallene, i
    `),
  who: {
    me: phrases('mig, mig selv, mine tal'),
    myTeam: phrases('mit team, mit hold, vores team, vores hold, teamet, holdet'),
    everyone: phrases('alle, hele firmaet, firmaet, virksomheden, alle sælgere, alle hold, alle teams'),
  },
  teamWords: phrases('team, hold'),
  help: phrases('hjælp, hjælp mig, hvad kan du, kommandoer'),
  views: {
    card: phrases(
      'nøgletal, mine nøgletal, kpi, mine kpi, mine kpier, min oversigt, dashboard, overblik, oversigt',
    ),
    top: phrases('top, toppen, rangliste, ranglisten, topliste, bedste, førende, stilling, stillingen'),
    quota: phrases(`
      hvor står jeg, hvor er jeg, hvordan ligger jeg, hvordan ligger vi, hvordan ligger det, ligger jeg på
      målet, er jeg på vej mod, er jeg på vej mod målet, er vi på sporet, hvordan klarer jeg mig, hvordan
      klarer vi os, hvordan går det for mig, hvor langt er jeg fra, hvor langt er jeg fra målet, hvor langt er
      der til målet, hvor meget mangler jeg, hvor meget mangler jeg at sælge, hvor meget skal jeg sælge,
      mangler til målet, afstand til målet, min fart, tempo, mit tempo, kvote, kvoten, mål, målet,
      målopfyldelse, måltal, budget, fremdrift, er jeg på sporet, forventet nu, på vej mod
    `),
    trend: phrases('tendens, udvikling, kurve, graf'),
    funnel: phrases('tragt, salgstragt'),
    deals: phrases('handler, handel, mine handler, aftaler, mine aftaler'),
    stale: phrases('gået i stå, gamle handler, hængepartier'),
    explain: phrases('forklar, forklaring, hvorfor, definition'),
    plan: phrases('planen, min plan, hvad skal der til'),
    score: phrases('pointtavle'),
    forecast: phrases('prognoser'),
    pipeline: phrases('åbne handler, åbne aftaler'),
    reps: phrases('sælgere, sælgerne, hvem er bagud, bagud'),
  },
  compare: phrases('mod, imod, sammenlign, sammenlignet med, kontra'),
  bottom: phrases('bund, bunden, dårligste, laveste'),
  group: phrases('gruppe, grupper'),
  sayings: {
    topPerformers: phrases(`
      bedste sælger, bedste sælgere, topsælger, topsælgere, top sælger, top sælgere, bedste sælgerne, hvem
      fører, hvem er bedst, hvem er foran, hvem sælger mest, hvem har solgt mest
    `),
    today: phrases(`
      hvad mangler jeg i dag, hvad mangler jeg idag, hvad skal jeg, hvad skal jeg gøre, hvad skal jeg gøre i
      dag, hvad skal jeg nå i dag, hvad nu, hvad så nu, min dag
    `),
    dealsDue: phrases(`
      handler der lukker, handler til lukning, handler der skal lukkes, aftaler der lukker, aftaler til
      lukning, handler som lukker, til lukning, handler der forfalder
    `),
    biggestDeals: phrases(`
      største handel, største handler, største aftale, største aftaler, mine største handler, mine største
      aftaler, den største handel, største
    `),
    biggestWon: phrases(`
      største vundne handel, største vundne handler, største vundne aftale, største sejr
    `),
    whoClosed: phrases(`
      hvem lukkede, hvem har lukket, hvem vandt, hvem har vundet, hvem har solgt, hvem solgte
    `),
  },
  greetings: {
    hello: phrases('hej, hejsa, hej med dig, goddag, god morgen, godmorgen, davs, halløj'),
    thanks: phrases('tak, mange tak, tusind tak, tak skal du have, tak for hjælpen'),
  },
  joins: {
    since: phrases('siden, fra og med'),
    from: phrases('fra'),
    to: phrases('til, til og med, indtil'),
    between: phrases('mellem'),
    and: phrases('og'),
  },
  average: phrases(`
      gennemsnitlig, gennemsnitlige, gennemsnitligt, gennemsnit, i gennemsnit, i snit, pr dag, per dag, om
      dagen, daglig, dagligt
    `),
  numbers: {
    3: phrases('tre'),
    4: phrases('fire'),
    5: phrases('fem'),
    6: phrases('seks'),
    7: phrases('syv'),
    8: phrases('otte'),
    10: phrases('ti'),
    20: phrases('tyve'),
  },
  commands: {
    settings: phrases('indstillinger, indstilling, sprog'),
    setup: phrases('opsætning, sæt op'),
    link: phrases('forbind, tilknyt'),
    away: phrases('syg, sygemeldt, ferie, på ferie, fri, fravær, fraværende, barsel'),
    mute: phrases('lydløs, stilhed, stop beskeder'),
    wrong: phrases('forkert, fejl'),
    status: phrases('status, tilstand'),
    privacy: phrases('privatliv, hvad ved du, databeskyttelse'),
    insights: phrases('indsigt, indsigter'),
    coaching: phrases('coaching, advarsler'),
    contest: phrases('konkurrence, konkurrencer, udfordring'),
  },
  conversion: phrases('konvertering, konverteringsrate'),
  periods: {
    today: phrases('i dag, idag, dagens, dags dato'),
    yesterday: phrases('i går, igår, gårsdagens'),
    tomorrow: phrases('i morgen, imorgen'),
    'this week': phrases('denne uge, uge, ugen, ugens, i denne uge, nuværende uge'),
    'last week': phrases('sidste uge, forrige uge, seneste uge, i sidste uge'),
    'next week': phrases('næste uge, kommende uge'),
    'this month': phrases('denne måned, måned, måneden, månedens, nuværende måned, i denne måned'),
    'last month': phrases('sidste måned, forrige måned, seneste måned'),
    'next month': phrases('næste måned, kommende måned'),
    'this quarter': phrases('dette kvartal, kvartal, kvartalet, kvartalets, nuværende kvartal'),
    'last quarter': phrases('sidste kvartal, forrige kvartal, seneste kvartal'),
    'next quarter': phrases('næste kvartal, kommende kvartal'),
    'this year': phrases('i år, dette år, år, året, årets'),
    'last year': phrases('sidste år, forrige år, i fjor'),
    mtd: phrases('måned til dato, måneden til dato'),
    qtd: phrases('kvartal til dato, kvartalet til dato'),
    ytd: phrases('år til dato, året til dato, åtd'),
    'last {n} days': phrases('sidste {n} dage, seneste {n} dage, de sidste {n} dage, {n} dage, {n} dag'),
    'last {n} weeks': phrases('sidste {n} uger, seneste {n} uger, de sidste {n} uger, {n} uger, {n} uge'),
    'last {n} months': phrases('sidste {n} måneder, seneste {n} måneder, {n} måneder, {n} måned, {n} mdr'),
    'week {n}': phrases('uge {n}, u {n}, uge nr {n}'),
    'week {n} {y}': phrases('uge {n} {y}, u {n} {y}'),
    'q{n}': phrases('kvartal {n}, k {n}, {n} kvartal'),
    '{y}-q{n}': phrases('kvartal {n} {y}, k {n} {y}, {n} kvartal {y}'),
    '{d}': phrases('den {d}, på {d}'),
    'this morning': phrases('i morges, her til morgen, i formiddag, i eftermiddag'),
    'last 2 weeks': phrases('sidste to uger, seneste to uger, de sidste to uger, de seneste to uger'),
    'last 2 days': phrases('sidste to dage, seneste to dage'),
    'last 2 months': phrases('sidste to måneder, seneste to måneder'),
    h1: phrases('første halvår, 1 halvår'),
    h2: phrases('andet halvår, 2 halvår'),
    'h{n}': phrases('{n} halvår, halvår {n}'),
    'h{n} {y}': phrases('{n} halvår {y}, halvår {n} {y}'),
    'h{n} fy{y}': phrases('{n} halvår regnskabsår {y}'),
    'fy{n}': phrases('regnskabsår {n}, regnskabsåret {n}'),
    'q{n} fy{y}': phrases('{n} kvartal regnskabsår {y}'),
    monday: phrases('mandag, i mandags, mandags'),
    'last monday': phrases(`
      sidste mandag, sidste mandags, seneste mandag, seneste mandags, forrige mandag, forrige mandags
    `),
    'this monday': phrases('denne mandag, denne mandags'),
    'next monday': phrases('næste mandag, næste mandags, kommende mandag, kommende mandags'),
    tuesday: phrases('tirsdag, i tirsdags'),
    'last tuesday': phrases('sidste tirsdag, seneste tirsdag, forrige tirsdag'),
    'this tuesday': phrases('denne tirsdag'),
    'next tuesday': phrases('næste tirsdag, kommende tirsdag'),
    wednesday: phrases('onsdag, i onsdags'),
    'last wednesday': phrases('sidste onsdag, seneste onsdag, forrige onsdag'),
    'this wednesday': phrases('denne onsdag'),
    'next wednesday': phrases('næste onsdag, kommende onsdag'),
    thursday: phrases('torsdag, i torsdags'),
    'last thursday': phrases('sidste torsdag, seneste torsdag, forrige torsdag'),
    'this thursday': phrases('denne torsdag'),
    'next thursday': phrases('næste torsdag, kommende torsdag'),
    friday: phrases('fredag'),
    'last friday': phrases('sidste fredag, seneste fredag, forrige fredag'),
    'this friday': phrases('denne fredag'),
    'next friday': phrases('næste fredag, kommende fredag'),
    saturday: phrases('lørdag, i lørdags'),
    'last saturday': phrases('sidste lørdag, seneste lørdag, forrige lørdag'),
    'this saturday': phrases('denne lørdag'),
    'next saturday': phrases('næste lørdag, kommende lørdag'),
    sunday: phrases('søndag, i søndags'),
    'last sunday': phrases('sidste søndag, seneste søndag, forrige søndag'),
    'this sunday': phrases('denne søndag'),
    'next sunday': phrases('næste søndag, kommende søndag'),
    january: phrases('januar'),
    february: phrases('februar'),
    march: phrases('marts'),
    april: phrases('april'),
    may: phrases('maj'),
    june: phrases('juni'),
    july: phrases('juli'),
    august: phrases('august'),
    september: phrases('september'),
    october: phrases('oktober, okt'),
    november: phrases('november'),
    december: phrases('december'),
  },
}
