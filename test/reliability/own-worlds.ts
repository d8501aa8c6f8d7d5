/** An account with dates and kinds on calls, tickets and visits, of which own metrics are declared. */
import type { OwnMetric } from '../../src/domain/company/own-metrics.ts'
import { ownTallyOf } from '../../src/domain/facts/tally.ts'
import { readMetric } from '../../src/reports/metric.ts'
import type { PropertyValues } from '../../src/sandbox/hubspot/records.ts'
import { readCompanyContext } from '../../src/values/context.ts'
import { ANN, aWorld, twoReps, type World } from './worlds.ts'

export const VISITS = '2-4711'
export const NAMED = 'p1_visits'
export const TODAY = '2026-11-18'
export const YESTERDAY = '2026-11-17'

export function anAccount() {
  const labels = { singular: 'Visit', plural: 'Visits' }
  const schema = { name: 'visits', objectTypeId: VISITS, fullyQualifiedName: NAMED, labels }
  const on = { name: 'on', type: 'date' }
  const kind = { name: 'kind', type: 'string' }
  return twoReps({
    schemas: [schema],
    properties: { calls: [on, kind], tickets: [on, kind], [NAMED]: [on, kind] },
  })
}

export function counting(
  id: string,
  object: string,
  more: Partial<NonNullable<OwnMetric['count']>> = {},
): OwnMetric {
  return { id, name: { en: id }, count: { object, date: 'on', ...more } }
}

export const DEMO = { where: [{ property: 'kind', is: ['demo'] }] }
export const VALUES: PropertyValues = { hubspot_owner_id: ANN, on: TODAY, kind: 'demo' }

/** What the metric shows for the month, or why it shows nothing. */
export async function shown({ store, clock }: World, metric: string): Promise<number | string | null> {
  const found = await readMetric(
    { store, clock },
    { metric, period: 'this month', scope: { kind: 'everyone' } },
  )
  if (typeof found === 'string') return found
  const { ownProblems } = await readCompanyContext({ store, clock }, clock.now())
  const problem = ownProblems.get(metric)
  return found.value ?? problem?.reason ?? 'no value'
}

export const declare = ({ store }: World, ...metrics: OwnMetric[]) => store.settings.save({ metrics })

export async function days({ store }: World, metric: string): Promise<Record<string, number>> {
  const span = { from: '2026-11-01', until: '2026-12-01' }
  const rows = await store.tallies.byDay({ ...span, tallies: [ownTallyOf(metric)] })
  return Object.fromEntries(rows.filter(({ amount }) => amount !== 0).map(({ day, amount }) => [day, amount]))
}

export async function aWorldWith(...metrics: OwnMetric[]): Promise<World> {
  const world = await aWorld({ account: anAccount() })
  await declare(world, ...metrics)
  return world
}
