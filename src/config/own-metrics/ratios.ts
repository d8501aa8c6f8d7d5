/** What the ratios among own metrics are made of: additive metrics of one unit on each side, which together mean something. */
import type { OwnMetric } from '../../domain/company/own-metrics.ts'
import { builtIn } from '../../domain/metrics/catalogue.ts'
import type { Metric } from '../../domain/metrics/metric.ts'
import { ownMetrics, ratioUnit } from '../../domain/metrics/own.ts'
import type { Unit } from '../../domain/metrics/unit.ts'
import type { Complaint } from '../complaints.ts'
import type { Placed } from './basis.ts'

interface Known {
  metrics: readonly OwnMetric[]
  unread: ReadonlySet<string>
}

type Find = (id: string) => Metric | undefined

export function ratioComplaints(placed: readonly Placed[], { metrics, unread }: Known): Complaint[] {
  const own = new Map(ownMetrics({ metrics: [...metrics] }, [], builtIn).metrics.map((one) => [one.id, one]))
  const find: Find = (id) => own.get(id) ?? builtIn(id)
  return placed.flatMap(({ at, metric: { ratio } }) => {
    if (!ratio) return []
    const { numerator, denominator } = ratio
    const sides = { numerator, denominator }
    const found = Object.entries(sides).flatMap(([side, ids]) =>
      ids.flatMap((id, index) => {
        const message = unread.has(id) ? null : partComplaint(id, find)
        return message === null ? [] : [{ path: [at, 'ratio', side, index], message }]
      }),
    )
    const isUnreadable = found.length > 0 || [...numerator, ...denominator].some((id) => unread.has(id))
    if (isUnreadable) return found
    const mixed = Object.entries(sides).flatMap(([side, ids]) => {
      const message = mixComplaint(ids, find)
      return message === null ? [] : [{ path: [at, 'ratio', side], message }]
    })
    if (mixed.length > 0 || ratioUnit(numerator, denominator, find) !== null) return mixed
    return [
      { path: [at, 'ratio'], message: meaninglessText(find(numerator[0] ?? ''), find(denominator[0] ?? '')) },
    ]
  })
}

function partComplaint(id: string, find: Find): string | null {
  const metric = find(id)
  if (!metric) return `"${id}" is not the id of a metric: name counts and sums, such as deals_won or revenue`
  if (metric.kind === 'additive') return null
  if (metric.own) return `"${id}" is a ratio itself: name the counts and sums that it is made of`
  return `"${id}" does not add up over days: name counts and sums, such as deals_won or revenue`
}

const UNITS: Readonly<Record<Unit, string>> = {
  count: 'a count',
  money: 'money',
  ratio: 'a ratio',
  duration: 'time',
  days: 'days',
  points: 'points',
}

function mixComplaint(ids: readonly string[], find: Find): string | null {
  const units = new Map(ids.map((id) => [find(id)?.unit, id]))
  if (units.size < 2) return null
  const named = [...units].map(([unit, id]) => `"${id}" is ${unit ? UNITS[unit] : 'unknown'}`)
  return `mixes units (${named.join(', ')}): name metrics of one unit`
}

function meaninglessText(above: Metric | undefined, below: Metric | undefined): string {
  const [numerator, denominator] = [above, below].map((metric) => (metric ? UNITS[metric.unit] : 'unknown'))
  return `would divide ${numerator} by ${denominator}: the denominator must be a count, or both must have the same unit`
}
