/** The tallies by name, as the object types that they rest on declare them. */
import type { OutcomeTally } from './calls.ts'
import type { StageTally } from './deal-tallies.ts'
import { DECLARED_TALLIES, FACT_TYPES, type FactType, idsOf, objectType, type ReadType } from './facts.ts'
import type { DeclaredTally } from './object-type.ts'

export type { OutcomeTally } from './calls.ts'
export type { StageTally } from './deal-tallies.ts'

export type NamedTally = keyof typeof DECLARED_TALLIES
export type Tally = NamedTally | StageTally | OutcomeTally | QualityTally | OwnTallyName | OwnRecordsTally

/** What an own metric counts or sums up: `own:<id of the metric>`. Sums that are neither money nor time are in millionths. */
export type OwnTallyName = `own:${string}`
/** How many records are behind the sum of an own metric, including those that add 0. */
export type OwnRecordsTally = `own_records:${string}`

const OWN = 'own:'

export function ownTallyOf(metric: string): OwnTallyName {
  return `${OWN}${metric}`
}

export function ownRecordsOf(metric: string): OwnRecordsTally {
  return `own_records:${metric}`
}

export function isOwnTally(name: string): name is OwnTallyName {
  return name.startsWith(OWN)
}

/** The id of the own metric that a tally counts or sums up. */
export function ownMetricOf(tally: OwnTallyName): string {
  return tally.slice(OWN.length)
}

/** Records of an owner by type, and those with a flaw by its reason and what it is about; they belong to no day. */
export type QualityTally = `held:${FactType}` | `flaw:${string}/${string}`

export const TALLIES: readonly NamedTally[] = idsOf(DECLARED_TALLIES)

const QUALITY_FAMILIES = ['held:', 'flaw:']
const FAMILIES = [
  ...QUALITY_FAMILIES,
  OWN,
  ownRecordsOf(''),
  ...FACT_TYPES.flatMap((type) => Object.keys(objectType(type).families)),
]

export function isNamedTally(name: string): name is NamedTally {
  return Object.hasOwn(DECLARED_TALLIES, name)
}

export function isTally(name: string): name is Tally {
  return isNamedTally(name) || FAMILIES.some((family) => name.startsWith(family))
}

export function declaredTally(name: NamedTally): DeclaredTally {
  return DECLARED_TALLIES[name]
}

const TYPES: ReadonlyMap<string, FactType> = new Map(
  FACT_TYPES.flatMap((type) => Object.keys(objectType(type).tallies).map((name) => [name, type] as const)),
)

/** The type of the facts that a tally rests on, so that an answer can say how fresh and complete it is. */
export function typeOfTally(tally: NamedTally | StageTally | OutcomeTally): FactType {
  const type = TYPES.get(tally) ?? FACT_TYPES.find((one) => isOfFamily(one, tally))
  if (type === undefined) throw new Error(`no type of facts adds to ${tally}`)
  return type
}

/** Everything that must have been read for a tally: the records that add to it, and details of deals. */
export function typesOfTally(tally: NamedTally | StageTally | OutcomeTally): ReadType[] {
  const type = typeOfTally(tally)
  const families = Object.entries(objectType(type).families)
  const restsOn = families.find(([family]) => tally.startsWith(family))?.[1].restsOn
  return restsOn ? [type, restsOn] : [type]
}

/** What must have been read for first entries into stages, which funnels count. */
export const TYPES_OF_STAGE_TALLIES = typesOfTally('stage_entered:/')

function isOfFamily(type: FactType, tally: string): boolean {
  return Object.keys(objectType(type).families).some((family) => tally.startsWith(family))
}
