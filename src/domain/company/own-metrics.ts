/** An account's own metrics as the settings declare them: what is counted of which records of HubSpot, and what it is called. */

/** The property whose value names who gets the credit for a record; left out: the record's owner. */
export type OwnerProperty = string | { property: string; holds: 'user' }

/** One comparison with the value of a property. Text is compared without regard to case and outer blanks. */
export type Condition = { property: string } & (
  | { is: string[] }
  | { isNot: string[] }
  | { has: boolean }
  | { above: number }
  | { atLeast: number }
  | { below: number }
  | { atMost: number }
  | { on: boolean }
)

/** The records of an object type, by name or type id, each on the day of its `date` property, that meet all conditions. */
export interface OwnCount {
  object: string
  date: string
  owner?: OwnerProperty | undefined
  where?: Condition[] | undefined
}

/** The sum of a number property of such records. `currency`: the property with the ISO code of a money amount. */
export interface OwnSum extends OwnCount {
  property: string
  unit: 'count' | 'money' | 'hours' | 'minutes'
  currency?: string | undefined
}

/** Sums of additive metrics, by id. */
export interface OwnRatio {
  numerator: string[]
  denominator: string[]
}

/** One of `count`, `sum` and `ratio` says what it is. Whatever is left out has a default: see `metrics/own.ts`. */
export interface OwnMetric {
  id: string
  /** By language; English is always there. */
  name: { en: string } & Partial<Record<string, string>>
  words?: string[] | undefined
  family?: 'A' | 'C' | 'O' | undefined
  better?: 'up' | 'down' | undefined
  min?: number | undefined
  private?: boolean | undefined
  count?: OwnCount | undefined
  sum?: OwnSum | undefined
  ratio?: OwnRatio | undefined
}

/** The records that a metric counts or sums; `undefined` for a ratio. */
export function recordsOf({ count, sum }: OwnMetric): OwnCount | OwnSum | undefined {
  return count ?? sum
}

/** The property that names who gets the credit, and whose id it holds; `null`: the record's owner. */
export function creditOf({ owner }: OwnCount): { property: string; holds: 'owner' | 'user' } | null {
  if (owner === undefined) return null
  return typeof owner === 'string' ? { property: owner, holds: 'owner' } : owner
}

/** A property that records are read by: the key that names it, and what its type in HubSpot must be. */
export interface PropertyPlace {
  path: readonly (string | number)[]
  property: string
  isDate: boolean
  isNumber: boolean
}

/** Every place of a declaration that names a property. Records without one of their own for the owner go by HubSpot's. */
export function propertyPlaces(records: OwnCount | OwnSum): PropertyPlace[] {
  const place = (path: (string | number)[], property: string, must: Partial<PropertyPlace> = {}) => ({
    path,
    property,
    isDate: false,
    isNumber: false,
    ...must,
  })
  const credit = creditOf(records)
  const ownerPath = typeof records.owner === 'string' ? ['owner'] : ['owner', 'property']
  const sum = 'property' in records ? records : null
  return [
    place(['date'], records.date, { isDate: true }),
    ...(credit ? [place(ownerPath, credit.property)] : []),
    ...(records.where ?? []).map(({ property }, at) => place(['where', at, 'property'], property)),
    ...(sum ? [place(['property'], sum.property, { isNumber: true })] : []),
    ...(sum?.currency !== undefined ? [place(['currency'], sum.currency)] : []),
  ]
}

/** Every property that a declaration reads besides the record's owner, each once, in order of their names. */
export function propertiesRead(records: OwnCount | OwnSum): string[] {
  return [...new Set(propertyPlaces(records).map(({ property }) => property))].sort()
}

/** The object types that metrics name, as they are declared, each with all properties that are read of it. */
export function objectsNamed(metrics: readonly OwnMetric[]): { name: string; properties: string[] }[] {
  const named = new Map<string, Set<string>>()
  for (const metric of metrics) {
    const records = recordsOf(metric)
    if (!records) continue
    const before = named.get(records.object) ?? []
    named.set(records.object, new Set([...before, ...propertiesRead(records)]))
  }
  return [...named].map(([name, properties]) => ({ name, properties: [...properties].sort() }))
}
