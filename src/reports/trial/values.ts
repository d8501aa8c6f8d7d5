/** The values of tried metrics: of own ones as they were just counted, of built-in ones from the store. */
import type { OwnMetric } from '../../domain/company/own-metrics.ts'
import { ownTallyOf } from '../../domain/facts/tally.ts'
import type { Catalogue } from '../../domain/metrics/catalogue.ts'
import { inUnits } from '../../domain/metrics/measure.ts'
import { toNumber } from '../../domain/numbers/exact.ts'
import type { AnswerPorts } from '../../values/context.ts'
import { readTrend } from '../trend.ts'
import type { TrialTally } from './tally.ts'

/** `null`: there is no value. */
export interface WeeklyValues {
  weeks: (number | null)[]
  whole: number | null
}

/** The values of metrics by id; `undefined`: not known. */
export type ValuesOf = (metric: string) => WeeklyValues | undefined

/** An amount of an own tally in the unit of its metric. */
export function amountInUnits(catalogue: Catalogue, metric: string, amount: number): number {
  return toNumber(inUnits(amount, catalogue.ownPart(ownTallyOf(metric))))
}

export function countedValues(catalogue: Catalogue, metric: string, { amounts }: TrialTally): WeeklyValues {
  const inUnit = (amount: number) => amountInUnits(catalogue, metric, amount)
  return { weeks: amounts.map(inUnit), whole: inUnit(amounts.reduce((total, amount) => total + amount, 0)) }
}

/** The built-in metrics that ratios are made of, as far as the store has been filled. */
export async function readBuiltIn(
  ports: AnswerPorts,
  metrics: readonly OwnMetric[],
  period: string,
): Promise<ReadonlyMap<string, WeeklyValues>> {
  const own = new Set(metrics.map(({ id }) => id))
  const named = metrics.flatMap(({ ratio }) => (ratio ? [...ratio.numerator, ...ratio.denominator] : []))
  const found = new Map<string, WeeklyValues>()
  for (const metric of new Set(named.filter((id) => !own.has(id)))) {
    const trend = await readTrend(ports, { metric, scope: { kind: 'everyone' }, period, by: 'week' })
    if (typeof trend === 'string' || 'refused' in trend || trend.whole.value === null) continue
    found.set(metric, { weeks: trend.buckets.map(({ value }) => value), whole: trend.whole.value })
  }
  return found
}

/** The sums of both sides, divided; no value where a side has none or the denominator is 0. */
export function ratioValues(
  { numerator, denominator }: NonNullable<OwnMetric['ratio']>,
  valuesOf: ValuesOf,
): WeeklyValues | null {
  const sides = [numerator, denominator].map((ids) => ids.map(valuesOf))
  if (sides.some((side) => side.includes(undefined))) return null
  const divided = (valueIn: (values: WeeklyValues) => number | null): number | null => {
    const [above = null, below = null] = sides.map((side) => sumOf(side.map((one) => one && valueIn(one))))
    return above === null || below === null || below === 0 ? null : above / below
  }
  const [first] = sides[0] ?? []
  return {
    weeks: (first?.weeks ?? []).map((_, week) => divided(({ weeks }) => weeks[week] ?? null)),
    whole: divided(({ whole }) => whole),
  }
}

function sumOf(values: readonly (number | null | undefined)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null || value === undefined ? null : total + value),
    0,
  )
}
