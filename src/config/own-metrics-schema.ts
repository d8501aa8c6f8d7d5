/** The schema of an account's own metrics. What their names and ids may not be, `own-metrics.ts` checks. */
import { z } from 'zod'
import type { Condition, OwnMetric } from '../domain/company/own-metrics.ts'
import { flag, listOf, name, object, whole } from './values.ts'

const number = z.number({ error: 'must be a number' })
const texts = listOf(name).min(1, 'must hold at least one text')

const CONDITIONS = {
  is: texts,
  isNot: texts,
  has: flag,
  above: number,
  atLeast: number,
  below: number,
  atMost: number,
  on: flag,
}

const CONDITION_KEYS = Object.keys(CONDITIONS)
const ONE_COMPARISON = `must have "property" and one of ${CONDITION_KEYS.join(', ')}`

const condition: z.ZodType<Condition> = z.union(
  [
    object({ property: name, is: CONDITIONS.is }),
    object({ property: name, isNot: CONDITIONS.isNot }),
    object({ property: name, has: CONDITIONS.has }),
    object({ property: name, above: CONDITIONS.above }),
    object({ property: name, atLeast: CONDITIONS.atLeast }),
    object({ property: name, below: CONDITIONS.below }),
    object({ property: name, atMost: CONDITIONS.atMost }),
    object({ property: name, on: CONDITIONS.on }),
  ],
  { error: ONE_COMPARISON },
)

const RECORDS = {
  object: name,
  date: name,
  owner: z.union([name, object({ property: name, holds: z.literal('user') })]).optional(),
  where: listOf(condition).optional(),
}

const metricIds = listOf(name).min(1, 'must name at least one metric')

export const ownMetric: z.ZodType<OwnMetric> = object({
  id: name,
  name: z.intersection(object({ en: name }).loose(), z.record(z.string(), name)),
  words: listOf(name).optional(),
  family: z.enum(['A', 'C', 'O'], { error: 'must be "A", "C" or "O"' }).optional(),
  better: z.enum(['up', 'down'], { error: 'must be "up" or "down"' }).optional(),
  min: whole(0, 1_000_000).optional(),
  private: flag.optional(),
  count: object(RECORDS).optional(),
  sum: object({
    ...RECORDS,
    property: name,
    unit: z.enum(['count', 'money', 'hours', 'minutes'], {
      error: 'must be "count", "money", "hours" or "minutes"',
    }),
    currency: name.optional(),
  }).optional(),
  ratio: object({ numerator: metricIds, denominator: metricIds }).optional(),
})
