/**
 * Every metric of a month from a store with a very large number of activities, compared with queries for the same sums.
 */

import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { addDays, dayOf, dayStart, daysOf } from '../../src/domain/calendar/day.ts'
import { askedDays } from '../../src/domain/figures/moment.ts'
import { hubSpotWords } from '../../src/hubspot/words.ts'
import type { Store } from '../../src/ports/store.ts'
import { readPeriodOrThrow } from '../../src/reports/asked-period.ts'
import { readReport } from '../../src/reports/report.ts'
import type { ReportObject } from '../../src/reports/scope-report.ts'
import { openStore } from '../../src/store/store.ts'
import { longestTurn } from './heartbeat.ts'
import { checkTallies, writeHistory } from './history-store.ts'
import { rawSums, type SumsByRep, tallySums } from './month-sums.ts'
import { MetricsOrder, QuotasOrder } from './orders.ts'
import { answerQuotas } from './quota-answers.ts'
import { type Numbers, readNumbers, readWorld, toNumbers } from './scope-numbers.ts'
import { cpuMs, serve } from './serve.ts'

const ZONE = 'Europe/Copenhagen'

interface World {
  store: Store
  now: number
  period: string
  sumTallies(): unknown[]
  readOpenDeals(): unknown[]
  /** Each rep's sums from the bare rows; `null` if there are no bare rows. */
  sumRows: (() => SumsByRep) | null
}

let opened: World | undefined

serve({
  async open(input) {
    const order = MetricsOrder.parse(input)
    const store = await openStore({ kind: 'sqlite', path: order.path })
    const today = dayOf(order.now, ZONE)
    const days = daysOf(addDays(today, -order.days), today)
    const tallies = await writeHistory(store, { ...order, days, zone: ZONE })
    opened = await openWorld(store, order)
    const compared = await checkAnswers(opened)
    return {
      tallies,
      compared,
      ...(order.rawPath === null && { checked: await checkTallies(store, order.path) }),
    }
  },
  numbers: () => timed(({ store, now, period }) => readNumbers(store, now, period)),
  report: () => timed(reportOf),
  sumTallies: () => timed(({ sumTallies }) => sumTallies()),
  openDeals: () => timed(({ readOpenDeals }) => readOpenDeals()),
  rawNumbers: () => timed(rawNumbers),
  async quotas(input) {
    const order = QuotasOrder.parse(input)
    await theWorld().store.settings.save({ pace: order.pace })
    return timed((world) => answerQuotas(world, order))
  },
  async longestTurns() {
    const world = theWorld()
    return {
      numbers: await longestTurn(() => readNumbers(world.store, world.now, world.period)),
      report: await longestTurn(() => reportOf(world)),
      quotas: await longestTurn(() => answerQuotas(world, { pace: 'past', isReadAgain: true })),
    }
  },
})

function theWorld(): World {
  if (!opened) throw new Error('nothing was opened')
  return opened
}

async function openWorld(store: Store, { path, rawPath, now, period }: MetricsOrder): Promise<World> {
  const { roster } = await readWorld(store, now)
  const { from, until } = askedDays(roster, readPeriodOrThrow(period), { zone: ZONE, at: now })
  const reader = new DatabaseSync(path, { readOnly: true })
  const sum = tallySums(reader)
  const open =
    reader.prepare(`select id, owner_id, pipeline_id, stage_id, created_at, closes_at, is_closed, is_won,
    amount, home_amount, currency, probability, forecast_category from deals where is_closed = 0 and is_won = 0`)
  const rows = rawPath === null ? null : rawSums(new DatabaseSync(rawPath, { readOnly: true }))
  const span = { from: dayStart(from, ZONE), until: dayStart(until, ZONE) }
  return {
    store,
    now,
    period,
    sumTallies: () => sum({ from, until }),
    readOpenDeals: () => open.all(),
    sumRows: rows && (() => rows(span)),
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage: (options: { type: 'minor' }) => void = runInNewContext('gc')

/** Earlier calls leave young garbage, which must not count for this work. */
async function timed(work: (world: World) => unknown): Promise<{ cpuMs: number; wallMs: number }> {
  const world = theWorld()
  collectGarbage({ type: 'minor' })
  const [cpu, began] = [cpuMs(), performance.now()]
  await work(world)
  return { cpuMs: cpuMs() - cpu, wallMs: performance.now() - began }
}

async function reportOf({ store, now, period }: World) {
  const report = await readReport(
    { store, clock: { now: () => now }, words: hubSpotWords },
    { periods: [period] },
  )
  if (!report) throw new Error('there is no report')
  return report
}

async function rawNumbers({ store, now, sumRows }: World): Promise<Numbers | null> {
  const world = await readWorld(store, now)
  return sumRows && toNumbers(world, sumRows())
}

/** Checks that report, numbers and bare rows agree. Returns how many numbers were compared. */
async function checkAnswers(world: World): Promise<number> {
  const numbers = await readNumbers(world.store, world.now, world.period)
  const report = await reportOf(world)
  const raw = await rawNumbers(world)
  let compared = 0
  for (const [scope, values] of numbers) {
    for (const [metric, value] of values) {
      const reported = sheetIn(sheetIn(sheetIn(report, world.period), scope), metric)
      const others = [reported, ...(raw ? [raw.get(scope)?.get(metric)] : [])]
      for (const other of others) {
        if (!isDeepStrictEqual(other, value)) {
          throw new Error(
            `${metric} of ${scope}: ${JSON.stringify(other)} instead of ${JSON.stringify(value)}`,
          )
        }
        compared++
      }
    }
  }
  return compared
}

function sheetIn(sheet: ReportObject, key: string): ReportObject {
  const value = sheet[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
