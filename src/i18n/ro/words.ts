import { phrases } from '../../domain/question/lexicon.ts'
import type { Words } from '../words.ts'

export const words: Words = {
  fillers: phrases(`
      arată, arată-mi, dă-mi, vezi, câte, câți, cât, câtă, ce, care, care este, care sunt, cum, cum merge, cum
      stau, este, e, sunt, am, avem, a, au, fost, eu, noi, pentru, în, din, de, la, pe, cu, prin, și, sau, un,
      o, acest, această, meu, mea, mei, mele, nostru, noastră, număr, numărul, numărul de, total, până acum,
      acum, te rog, făcut, făcute, cifre
    `),
  who: {
    me: phrases('mie, mine însumi, cifrele mele, ale mele'),
    myTeam: phrases('echipa mea, echipa noastră, echipei mele'),
    everyone: phrases('toți, toată lumea, toate, compania, toată compania, firma, toate echipele'),
  },
  teamWords: phrases('echipa, echipă, echipei, team'),
  help: phrases('ajutor, ajută-mă, comenzi, ce poți face'),
  views: {
    card: phrases(`
      indicatori, indicatorii mei, indicatorii, statisticile mele, statistici, tablou de bord, tabloul de
      bord, kpi urile mele, sumar, rezumat, privire de ansamblu
    `),
    top: phrases('clasament, clasamentul, topul, cei mai buni, lideri'),
    quota: phrases(`
      unde mă aflu, unde sunt, cum stau, cum stăm, cum stau cu ținta, cum stau cu norma, sunt pe drumul cel
      bun, suntem pe drumul cel bun, cum mă descurc, cum ne descurcăm, cât mai am, cât mai am până la țintă,
      cât mai am până la cotă, cât îmi lipsește, cât îmi mai trebuie, cât trebuie să vând, cât mai trebuie să
      vând, cât mai am de vândut, diferența până la țintă, ritmul meu, realizare, realizarea, realizarea
      cotei, cotă, cota, țintă, ținta, țintele, obiectiv, obiectivul, obiective, normă, norma, progres, ritm,
      atingerea țintei, așteptat până acum, se îndreaptă spre
    `),
    trend: phrases('tendință, tendința, evoluție, grafic'),
    funnel: phrases('pâlnie, pâlnia'),
    deals: phrases('tranzacții, tranzacțiile mele, afaceri, contracte'),
    stale: phrases('blocate, tranzacții blocate, tranzacții vechi'),
    explain: phrases('explică, explicație, de ce, definiție'),
    plan: phrases('planul, planul meu'),
    score: phrases('fișa de scor'),
    forecast: phrases('previziuni, prognoze'),
    pipeline: phrases('tranzacții deschise, oportunități deschise'),
    reps: phrases('agenți, agenții, cine este în urmă, în urmă'),
  },
  compare: phrases('față de, compară, comparativ cu, contra'),
  bottom: phrases('ultimii, cei mai slabi, coada'),
  group: phrases('grup, grupuri, grupul'),
  sayings: {
    topPerformers: phrases(`
      cei mai buni agenți, cel mai bun agent, cei mai buni vânzători, cel mai bun vânzător, top agenți, top
      vânzători, cine conduce, cine este primul, cine e primul, cine este cel mai bun, cine vinde cel mai
      mult, cine a vândut cel mai mult
    `),
    today: phrases(`
      ce am de făcut, ce am de făcut azi, ce am de făcut astăzi, ce trebuie să fac, ce trebuie să fac azi, ce
      trebuie să fac astăzi, de ce am nevoie azi, ce fac acum, ce urmează, și acum, ziua mea
    `),
    dealsDue: phrases(`
      tranzacții scadente, tranzacții care se închid, tranzacții de închis, contracte scadente, afaceri care
      se închid, scadente, de închis
    `),
    biggestDeals: phrases(`
      cea mai mare tranzacție, cele mai mari tranzacții, cel mai mare contract, cele mai mari contracte, cea
      mai mare afacere, cele mai mari afaceri, tranzacțiile cele mai mari
    `),
    biggestWon: phrases(`
      cea mai mare tranzacție câștigată, cele mai mari tranzacții câștigate, cel mai mare contract câștigat
    `),
    whoClosed: phrases('cine a închis, cine a câștigat, cine a vândut, cine a semnat'),
  },
  greetings: {
    hello: phrases('salut, bună, bună ziua, bună dimineața, bună seara, salutare, noroc'),
    thanks: phrases('mulțumesc, mulțumesc mult, mersi, mersi mult, mulțumim, îți mulțumesc'),
  },
  joins: {
    since: phrases('începând cu, începând din, începând de'),
    from: phrases('din, de la'),
    to: phrases('până la, până în, până pe, până'),
    between: phrases('între'),
    and: phrases('și'),
  },
  average: phrases('media, medie, în medie, mediu, pe zi, zilnic'),
  numbers: {
    2: phrases('doi, două'),
    3: phrases('trei'),
    4: phrases('patru'),
    5: phrases('cinci'),
    6: phrases('șase'),
    7: phrases('șapte'),
    8: phrases('opt'),
    10: phrases('zece'),
    20: phrases('douăzeci'),
  },
  commands: {
    settings: phrases('setări, setare, limbă, limba'),
    setup: phrases('configurare, configurează'),
    link: phrases('leagă, conectează'),
    away: phrases('bolnav, bolnavă, concediu, în concediu, liber, absent, absentă, plecat'),
    mute: phrases('mut, fără mesaje, pauză'),
    wrong: phrases('greșit, greșeală, eroare'),
    status: phrases('stare, starea'),
    privacy: phrases('confidențialitate, protecția datelor'),
    insights: phrases('perspective, concluzii'),
    coaching: phrases('îndrumare, alerte'),
    contest: phrases('concurs, concursuri, competiție, provocare'),
  },
  conversion: phrases('conversie, rata de conversie, conversii'),
  periods: {
    today: phrases('azi, astăzi, ziua de azi'),
    yesterday: phrases('ieri'),
    tomorrow: phrases('mâine'),
    'this week': phrases(
      'săptămâna aceasta, săptămâna asta, această săptămână, săptămâna, săptămână, săptămânal',
    ),
    'last week': phrases('săptămâna trecută, ultima săptămână, săptămâna precedentă'),
    'next week': phrases('săptămâna viitoare, săptămâna următoare'),
    'this month': phrases('luna aceasta, luna asta, această lună, luna, lună, lunar'),
    'last month': phrases('luna trecută, ultima lună, luna precedentă'),
    'next month': phrases('luna viitoare, luna următoare'),
    'this quarter': phrases('trimestrul acesta, trimestrul ăsta, acest trimestru, trimestrul, trimestru'),
    'last quarter': phrases('trimestrul trecut, ultimul trimestru, trimestrul precedent'),
    'next quarter': phrases('trimestrul viitor, trimestrul următor'),
    'this year': phrases('anul acesta, anul ăsta, acest an, anul, anual'),
    'last year': phrases('anul trecut, ultimul an, anul precedent'),
    mtd: phrases('luna până azi, de la începutul lunii'),
    qtd: phrases('trimestrul până azi, de la începutul trimestrului'),
    ytd: phrases('anul până azi, de la începutul anului'),
    'last {n} days': phrases('ultimele {n} zile, {n} zile, {n} zi, ultimele {n} de zile, {n} de zile'),
    'last {n} weeks': phrases('ultimele {n} săptămâni, {n} săptămâni, {n} săptămână'),
    'last {n} months': phrases('ultimele {n} luni, {n} luni, {n} lună'),
    'week {n}': phrases('săptămâna {n}, săpt {n}, săptămâna nr {n}'),
    'week {n} {y}': phrases('săptămâna {n} {y}, săpt {n} {y}'),
    'q{n}': phrases('trimestrul {n}, trim {n}, t {n}'),
    '{y}-q{n}': phrases('trimestrul {n} {y}, trim {n} {y}, t {n} {y}'),
    '{d}': phrases('pe {d}, în {d}'),
    'this morning': phrases('azi dimineață, în dimineața asta, dimineața asta, astăzi dimineață'),
    'last 2 weeks': phrases('ultimele două săptămâni'),
    'last 2 days': phrases('ultimele două zile'),
    'last 2 months': phrases('ultimele două luni'),
    h1: phrases('primul semestru, semestrul unu, semestrul întâi'),
    h2: phrases('al doilea semestru, semestrul doi'),
    'h{n}': phrases('semestrul {n}'),
    'h{n} {y}': phrases('semestrul {n} {y}'),
    'h{n} fy{y}': phrases('semestrul {n} anul fiscal {y}'),
    'fy{n}': phrases('anul fiscal {n}, an fiscal {n}'),
    'q{n} fy{y}': phrases('trimestrul {n} anul fiscal {y}'),
    monday: phrases('luni, lunea'),
    'last monday': phrases('luni trecută, lunea trecută'),
    'this monday': phrases('luni aceasta, lunea aceasta, luni asta, lunea asta'),
    'next monday': phrases('luni viitoare, lunea viitoare'),
    tuesday: phrases('marți, marțea'),
    'last tuesday': phrases('marți trecută, marțea trecută'),
    'this tuesday': phrases('marți aceasta, marțea aceasta, marți asta, marțea asta'),
    'next tuesday': phrases('marți viitoare, marțea viitoare'),
    wednesday: phrases('miercuri, miercurea'),
    'last wednesday': phrases('miercuri trecută, miercurea trecută'),
    'this wednesday': phrases('miercuri aceasta, miercurea aceasta, miercuri asta, miercurea asta'),
    'next wednesday': phrases('miercuri viitoare, miercurea viitoare'),
    thursday: phrases('joi, joia'),
    'last thursday': phrases('joi trecută, joia trecută'),
    'this thursday': phrases('joi aceasta, joia aceasta, joi asta, joia asta'),
    'next thursday': phrases('joi viitoare, joia viitoare'),
    friday: phrases('vineri, vinerea'),
    'last friday': phrases('vineri trecută, vinerea trecută'),
    'this friday': phrases('vineri aceasta, vinerea aceasta, vineri asta, vinerea asta'),
    'next friday': phrases('vineri viitoare, vinerea viitoare'),
    saturday: phrases('sâmbătă, sâmbăta'),
    'last saturday': phrases('sâmbătă trecută, sâmbăta trecută'),
    'this saturday': phrases('sâmbătă aceasta, sâmbăta aceasta, sâmbătă asta, sâmbăta asta'),
    'next saturday': phrases('sâmbătă viitoare, sâmbăta viitoare'),
    sunday: phrases('duminică, duminica'),
    'last sunday': phrases('duminică trecută, duminica trecută'),
    'this sunday': phrases('duminică aceasta, duminica aceasta, duminică asta, duminica asta'),
    'next sunday': phrases('duminică viitoare, duminica viitoare'),
    january: phrases('ianuarie, ian'),
    february: phrases('februarie'),
    march: phrases('martie'),
    april: phrases('aprilie'),
    may: phrases('mai'),
    june: phrases('iunie, iun'),
    july: phrases('iulie, iul'),
    august: phrases('august'),
    september: phrases('septembrie'),
    october: phrases('octombrie'),
    november: phrases('noiembrie'),
    december: phrases('decembrie'),
  },
}
