/** The tallies of an account's own metrics: declarations matched with what HubSpot says about the properties they name. */
import { ownFaults } from './own-faults.ts'
import {
  type Condition,
  creditOf,
  type OwnMetric,
  type OwnSum,
  propertiesRead,
  recordsOf,
} from './own-metrics.ts'
import type { NamedObject } from './people.ts'

/** All that decides what a record adds to the tally `own:<id>`. */
export interface OwnTally {
  id: string
  /** A type of facts, or the id of a further object type. */
  type: string
  /** With `isDay` the date is a day as written, otherwise an instant. */
  date: { property: string; isDay: boolean }
  /** `null`: the record's owner. */
  owner: { property: string; holds: 'owner' | 'user' } | null
  where: Condition[]
  /** `null`: each record counts 1. */
  sum: { property: string; unit: OwnSum['unit']; currency: string | null } | null
}

/**
 * Why a declared metric has no numbers:
 *
 * - `loading`: HubSpot has not been asked about its object type yet
 * - `unknownObject`, `forbidden`: HubSpot has no such type, or the token may not read it
 * - `unknownProperty`, `notADate`: HubSpot has no such property, or it is not a date
 */
export interface OwnProblem {
  reason: 'loading' | 'unknownObject' | 'forbidden' | 'unknownProperty' | 'notADate'
  /** The object type as declared. */
  object: string
  /** `null` where the object type itself is the problem. */
  property: string | null
}

export interface OwnTallies {
  tallies: OwnTally[]
  /** By the id of the metric. */
  problems: ReadonlyMap<string, OwnProblem>
}

/** The tallies that can be computed, and why the others cannot. Ratios have none: they are made of other metrics. */
export function ownTalliesFrom(metrics: readonly OwnMetric[], objects: readonly NamedObject[]): OwnTallies {
  const tallies: OwnTally[] = []
  const problems = new Map<string, OwnProblem>()
  for (const metric of metrics) {
    const records = recordsOf(metric)
    if (!records) continue
    const object = objects.find(({ name }) => name === records.object)
    const problem = problemOf(metric, records, object)
    if (problem) problems.set(metric.id, problem)
    else if (object?.type) tallies.push(tallyOf(metric, records, { ...object, type: object.type }))
  }
  return { tallies, problems }
}

/** The first fault that leaves it without numbers: one that is not a number only adds nothing. */
function problemOf(
  metric: OwnMetric,
  records: ReturnType<typeof recordsOf> & object,
  object: NamedObject | undefined,
): OwnProblem | null {
  const about = { object: records.object, property: null }
  // A property may have been declared after HubSpot was last asked.
  const isAsked =
    object && (object.problem || propertiesRead(records).every((one) => object.asked.includes(one)))
  if (!isAsked) return { ...about, reason: 'loading' }
  const [problem] = ownFaults(metric, [object]).flatMap(({ reason, named }): OwnProblem[] => {
    if (reason === 'notANumber') return []
    const isOfType = reason === 'unknownObject' || reason === 'forbidden'
    return [{ ...about, reason, property: isOfType ? null : named }]
  })
  return problem ?? null
}

function tallyOf(
  { id }: OwnMetric,
  records: ReturnType<typeof recordsOf> & object,
  { type, types }: NamedObject & { type: string },
): OwnTally {
  const { date, where = [] } = records
  return {
    id,
    type,
    date: { property: date, isDay: types[date] === 'date' },
    owner: creditOf(records),
    where,
    sum:
      'property' in records
        ? { property: records.property, unit: records.unit, currency: records.currency ?? null }
        : null,
  }
}
