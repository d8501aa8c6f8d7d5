/** Every metric of a month for 250 reps and their teams, compared with the queries that it cannot do without. */
import { z } from 'zod'
import { median } from './arithmetic.ts'
import { type Child, withChild } from './child.ts'
import { withFolder } from './folder.ts'
import { atLeast, atMost, informs, type Measurement, type Row, type Settings } from './measurement.ts'
import type { MetricsOrder, QuotasOrder } from './processes/orders.ts'

const REPS = 250
const DAYS = 548
const ROUNDS = 7
/** Before that, each report is faster than the one before: code that runs once a minute is compiled late. */
const WARM_UP_ROUNDS = 4
/** How often a round repeats what takes only a few milliseconds. The median counts, as a single value says little. */
const SHORT_ONES = 5
const LONGEST_TURN_MS = 50

/** A Wednesday at noon, in the middle of a month: the last one is over. */
const NOW = Date.parse('2026-11-18T12:00:00Z')
const PERIOD = 'last month'

export const metrics: Measurement = {
  name: 'metrics',
  title: `Every metric of a month on SQLite: ${REPS} reps, 200,000 deals, 1,000,000 activities over ${DAYS} days; and ten times the activities
on the same days, which are also kept as bare rows under covering indexes (the store needs only their tallies)`,
  measure,
}

const Cost = z.object({ cpuMs: z.number(), wallMs: z.number() })
type Cost = z.infer<typeof Cost>

const LongestTurn = Cost.extend({ delayMs: z.number() })
const Turns = z.object({ numbers: LongestTurn, report: LongestTurn, quotas: LongestTurn })
type Turns = z.infer<typeof Turns>

const Opened = z.object({ tallies: z.number(), compared: z.number(), checked: z.number().optional() })
type Opened = z.infer<typeof Opened>

/** Both stores are open at the same time, each in its own process, and are asked alternately. */
function measure(settings: Settings): Promise<Row[]> {
  const { isQuick, profileFolder } = settings
  const activities = isQuick ? 100_000 : 1_000_000
  return withFolder((folder) =>
    withChild('metrics.ts', { place: 'tested', isBot: true, profileFolder }, (few) =>
      withChild('metrics.ts', { place: 'tested', isBot: true }, async (many) => {
        const order = { deals: isQuick ? 20_000 : 200_000, reps: REPS, days: DAYS, now: NOW, period: PERIOD }
        const one = { ...order, activities, path: `${folder}/few.db`, rawPath: null }
        const ten = { activities: activities * 10, path: `${folder}/many.db`, rawPath: `${folder}/rows.db` }
        const opened = { few: await open(few, one), many: await open(many, { ...order, ...ten }) }
        const rounds = await askInTurns(few, many, isQuick ? 3 : ROUNDS)
        return toRows({ opened, rounds, turns: await longestTurns(few, many) })
      }),
    ),
  )
}

/** Fills a store and checks that its answers are right. */
function open(child: Child, order: MetricsOrder): Promise<Opened> {
  return child.ask('open', order, Opened)
}

interface Round {
  few: Record<'query' | 'openDeals' | 'numbers' | 'report', Cost>
  many: Record<'numbers' | 'report' | 'raw', Cost>
  quotas: Record<'past' | 'straight' | 'pastReadAgain' | 'straightReadAgain', Cost>
}

/** The first rounds are a warm-up and do not count. */
async function askInTurns(few: Child, many: Child, count: number): Promise<Round[]> {
  const ask = (child: Child, what: string) => child.ask(what, null, Cost)
  const askOften = async (child: Child, what: string): Promise<Cost> => {
    const costs: Cost[] = []
    for (let time = 0; time < SHORT_ONES; time += 1) costs.push(await ask(child, what))
    const of = (cost: keyof Cost) => median(costs.map((one) => one[cost]))
    return { cpuMs: of('cpuMs'), wallMs: of('wallMs') }
  }
  const quotas = (order: QuotasOrder) => few.ask('quotas', order, Cost)
  const rounds: Round[] = []
  for (let round = 0; round < WARM_UP_ROUNDS + count; round += 1) {
    rounds.push({
      few: {
        query: await askOften(few, 'sumTallies'),
        numbers: await askOften(few, 'numbers'),
        openDeals: await ask(few, 'openDeals'),
        report: await ask(few, 'report'),
      },
      many: {
        numbers: await askOften(many, 'numbers'),
        report: await ask(many, 'report'),
        raw: await ask(many, 'rawNumbers'),
      },
      quotas: {
        straight: await quotas({ pace: 'straight', isReadAgain: false }),
        past: await quotas({ pace: 'past', isReadAgain: false }),
        straightReadAgain: await quotas({ pace: 'straight', isReadAgain: true }),
        pastReadAgain: await quotas({ pace: 'past', isReadAgain: true }),
      },
    })
  }
  return rounds.slice(WARM_UP_ROUNDS)
}

/** The longest turns of the event loop over several rounds: a turn that was long once counts. */
async function longestTurns(few: Child, many: Child): Promise<Turns> {
  const turns: Turns[] = []
  for (let round = 0; round < 3; round += 1) {
    for (const child of [few, many]) turns.push(await child.ask('longestTurns', null, Turns))
  }
  return {
    numbers: longest(turns.map(({ numbers }) => numbers)),
    report: longest(turns.map(({ report }) => report)),
    quotas: longest(turns.map(({ quotas }) => quotas)),
  }
}

function longest(all: readonly z.infer<typeof LongestTurn>[]): z.infer<typeof LongestTurn> {
  return {
    cpuMs: Math.max(...all.map(({ cpuMs }) => cpuMs)),
    wallMs: Math.max(...all.map(({ wallMs }) => wallMs)),
    delayMs: Math.max(...all.map(({ delayMs }) => delayMs)),
  }
}

interface Measured {
  opened: { few: Opened; many: Opened }
  rounds: readonly Round[]
  turns: Turns
}

function toRows({ opened, rounds, turns }: Measured): Row[] {
  const cpu = (pick: (round: Round) => Cost) =>
    `${median(rounds.map((round) => pick(round).cpuMs)).toFixed(1)} ms`
  const ratio = (pick: (round: Round) => number) => median(rounds.map(pick))
  const query = `the one query: ${cpu(({ few }) => few.query)}`
  return [
    {
      what: 'additive metrics and their ratios',
      ours: cpu(({ few }) => few.numbers),
      comparedWith: query,
      ...atMost(
        ratio(({ few }) => few.numbers.cpuMs / few.query.cpuMs),
        3,
        ' ×',
      ),
    },
    {
      what: 'the whole report, less one read of the open deals',
      ours: `${cpu(({ few }) => few.report)} less ${cpu(({ few }) => few.openDeals)}`,
      comparedWith: query,
      ...atMost(
        ratio(({ few }) => (few.report.cpuMs - few.openDeals.cpuMs) / few.query.cpuMs),
        12,
        ' ×',
      ),
    },
    turnRow('longest turn of the loop, metrics', turns.numbers),
    turnRow('longest turn of the loop, report', turns.report),
    turnRow('longest turn of the loop, quotas by the past', turns.quotas),
    quotaRow('50 quota answers by the past', rounds, ['past', 'straight']),
    quotaRow('the same, people and past read again for each', rounds, ['pastReadAgain', 'straightReadAgain']),
    ...(['numbers', 'report'] as const).map((what) => ({
      what: `ten times the activities, ${what === 'numbers' ? 'metrics' : what}`,
      ours: cpu(({ many }) => many[what]),
      comparedWith: cpu(({ few }) => few[what]),
      ...atMost(
        ratio(({ few, many }) => many[what].cpuMs / few[what].cpuMs),
        1.5,
        ' ×',
      ),
    })),
    {
      what: 'the same metrics from ten times the rows',
      ours: cpu(({ many }) => many.numbers),
      comparedWith: cpu(({ many }) => many.raw),
      ...atLeast(
        ratio(({ many }) => many.raw.cpuMs / many.numbers.cpuMs),
        40,
        ' ×',
      ),
    },
    {
      what: 'tallies stored',
      ours: opened.few.tallies.toLocaleString('en'),
      comparedWith: opened.many.tallies.toLocaleString('en'),
      ...informs(`${(opened.many.tallies / opened.few.tallies).toFixed(2)} ×`),
    },
    {
      what: 'numbers compared, all equal',
      ours: (opened.few.compared + opened.many.compared).toLocaleString('en'),
      comparedWith: `tallies recomputed: ${opened.few.checked?.toLocaleString('en')}`,
      ...informs(''),
    },
  ]
}

type QuotaCosts = keyof Round['quotas']

function quotaRow(what: string, rounds: readonly Round[], [past, straight]: [QuotaCosts, QuotaCosts]): Row {
  const cpu = (of: QuotaCosts) => median(rounds.map(({ quotas }) => quotas[of].cpuMs))
  return {
    what,
    ours: `${cpu(past).toFixed(1)} ms`,
    comparedWith: `by working days: ${cpu(straight).toFixed(1)} ms`,
    ...atMost(median(rounds.map(({ quotas }) => quotas[past].cpuMs / quotas[straight].cpuMs)), 2, ' ×'),
  }
}

/** Judged by CPU time of the main thread, because wall time also depends on other processes. */
function turnRow(what: string, { cpuMs, wallMs, delayMs }: z.infer<typeof LongestTurn>): Row {
  return {
    what,
    ours: `${cpuMs.toFixed(1)} ms of CPU at most`,
    comparedWith: `wall ${wallMs.toFixed(1)} ms, delay ${delayMs.toFixed(1)} ms`,
    ...atMost(cpuMs, LONGEST_TURN_MS, ' ms'),
  }
}
