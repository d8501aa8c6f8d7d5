/** What HubSpot's object types and properties say against the declaration of an own metric, place by place. */
import { entryOf } from './entries.ts'
import {
  type OwnCount,
  type OwnMetric,
  type OwnSum,
  type PropertyPlace,
  propertyPlaces,
} from './own-metrics.ts'
import type { NamedObject } from './people.ts'

/**
 * - `unknownObject`, `forbidden`: HubSpot has no such object type, or the token may not read it
 * - `unknownProperty`: the type has no such property
 * - `notADate`, `notANumber`: the property has another type
 */
export interface OwnFault {
  reason: 'unknownObject' | 'forbidden' | 'unknownProperty' | 'notADate' | 'notANumber'
  /** Where in the metric. */
  path: readonly (string | number)[]
  /** The object type or the property, as declared there. */
  named: string
  /** The object type as declared. */
  object: string
  /** HubSpot's type of the property; `null` if it has no such property or if this is about the object type. */
  type: string | null
  /** Properties with names like an unknown one. */
  near: readonly string[]
}

/** The records that a metric counts or sums, and the key under which it declares them; `null` for a ratio. */
function declaredRecords({ count, sum }: OwnMetric): { key: string; records: OwnCount | OwnSum } | null {
  if (count) return { key: 'count', records: count }
  return sum ? { key: 'sum', records: sum } : null
}

const NUMBER = 'number'
const DATES = ['date', 'datetime']

/** All faults of a metric, as far as HubSpot was asked. `objects`: its object type, under whatever names it was asked. */
export function ownFaults(metric: OwnMetric, objects: readonly NamedObject[]): OwnFault[] {
  const declared = declaredRecords(metric)
  if (!declared) return []
  const { key, records } = declared
  const { object } = records
  const problem = objects.find(({ problem }) => problem !== null)?.problem
  const about = { object, type: null, near: [] }
  if (problem) return [{ ...about, reason: problem, path: [key, 'object'], named: object }]
  return propertyPlaces(records).flatMap((place) => {
    const known = objects.find(({ asked }) => asked.includes(place.property))
    if (!known) return []
    const type = entryOf(known.types, place.property) ?? null
    const reason = reasonAgainst(place, type)
    if (reason === null) return []
    const near = entryOf(known.near ?? {}, place.property) ?? []
    return [{ ...about, reason, path: [key, ...place.path], named: place.property, type, near }]
  })
}

function reasonAgainst({ isDate, isNumber }: PropertyPlace, type: string | null): OwnFault['reason'] | null {
  if (type === null) return 'unknownProperty'
  if (isDate && !DATES.includes(type)) return 'notADate'
  return isNumber && type !== NUMBER ? 'notANumber' : null
}
