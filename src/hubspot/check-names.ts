/** Checks that the account has every property that is asked for: HubSpot silently leaves out unknown ones. */
import { FACT_TYPES, TERRITORY_TYPES } from '../domain/facts/facts.ts'
import type { NamedProperties } from '../ports/source.ts'
import { SourceError } from './errors.ts'
import { GOAL_PROPERTIES } from './goal-record.ts'
import type { Properties } from './properties.ts'
import { contactsWith, lifecycleNamesIn, type Names, PLAIN_LIFECYCLE_NAMES } from './records/contacts.ts'
import { dealsWith } from './records/deals.ts'
import { RECORD_TYPES } from './records/record-types.ts'

/** The property names that a type lacks. Types that the token may not read are left out. */
export interface MissingNames {
  type: string
  missing: string[]
}

export type NameChecker = (named?: NamedProperties) => Promise<MissingNames[]>

export function createNameChecker(propertiesOf: Properties): NameChecker {
  async function check({ type, properties }: Asked): Promise<MissingNames[]> {
    try {
      const names = await propertiesOf(type)
      const found = type === 'contacts' ? withStageDates(names) : names
      return [{ type, missing: properties.filter((name) => !found.has(name)) }]
    } catch (error) {
      if (error instanceof SourceError && error.fault === 'forbidden') return []
      throw error
    }
  }

  return async (named) => {
    const found = (await Promise.all(askedWith(named).map(check))).flat()
    const isElsewhere = (name: string) => name === named?.territory && hasTerritory(found, name)
    return found
      .map(({ type, missing }) => ({ type, missing: missing.filter((name) => !isElsewhere(name)) }))
      .filter(({ missing }) => missing.length > 0)
  }
}

/** The territory property needs to exist on only one of these types. */
function hasTerritory(checked: readonly MissingNames[], name: string): boolean {
  return checked.some(
    ({ type, missing }) => TERRITORY_TYPES.some((one) => one === type) && !missing.includes(name),
  )
}

interface Asked {
  type: string
  properties: readonly string[]
}

function askedWith(named: NamedProperties | undefined): Asked[] {
  const types = named ? { ...RECORD_TYPES, ...typesWith(named) } : RECORD_TYPES
  const asked = FACT_TYPES.map((type) => ({ type: `${type}`, properties: types[type].properties }))
  return [...asked, { type: 'goal_targets', properties: GOAL_PROPERTIES }]
}

function typesWith(named: NamedProperties): Pick<typeof RECORD_TYPES, 'deals' | 'contacts'> {
  const lifecycle = PLAIN_LIFECYCLE_NAMES
  return { deals: dealsWith(named), contacts: contactsWith({ lifecycle, territory: named.territory }) }
}

/** Adds the plain names of stage dates that the account has only with a number, since those are not missing. */
function withStageDates(known: Names): Names {
  const found = lifecycleNamesIn(known)
  const plain = PLAIN_LIFECYCLE_NAMES
  return new Set([
    ...known.keys(),
    ...(found.mql.length > 0 ? plain.mql : []),
    ...(found.sql.length > 0 ? plain.sql : []),
    ...(found.opportunity.length > 0 ? plain.opportunity : []),
    ...(found.customer.length > 0 ? plain.customer : []),
  ])
}
