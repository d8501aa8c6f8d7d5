/** The object types and properties that own metrics name, against what HubSpot has said of them. */
import { type OwnFault, ownFaults } from '../../domain/company/own-faults.ts'
import { recordsOf } from '../../domain/company/own-metrics.ts'
import { isFactType } from '../../domain/facts/facts.ts'
import type { Complaint } from '../complaints.ts'
import type { Placed, Present } from './basis.ts'

const MOST_FURTHER_TYPES = 20

export function objectComplaints(placed: readonly Placed[], present: Present): Complaint[] {
  const faults = placed.flatMap(({ at, metric }) => {
    const records = recordsOf(metric)
    if (!records) return []
    const type = typeOf(records.object, present)
    const objects = present.objects.filter(
      ({ name }) => name === records.object || typeOf(name, present) === type,
    )
    // A scope can be added later, and `doctor` names it.
    const refused = ownFaults(metric, objects).filter(({ reason }) => reason !== 'forbidden')
    return refused.map((fault) => ({ path: [at, ...fault.path], message: faultText(fault) }))
  })
  return [...faults, ...countComplaints(placed, present)]
}

/** What two names of one type have in common: the type if anything is known of it, otherwise the name itself. */
function typeOf(object: string, { objects, typeOf: known }: Present): string {
  return known(object) ?? objects.find(({ name }) => name === object)?.type ?? object
}

function countComplaints(placed: readonly Placed[], present: Present): Complaint[] {
  const named = placed.flatMap(({ metric }) => recordsOf(metric)?.object ?? [])
  const further = new Map(
    named.map((object) => [typeOf(object, present), object] as const).filter(([type]) => !isFactType(type)),
  )
  if (further.size <= MOST_FURTHER_TYPES) return []
  const list = [...further.values()].join(', ')
  const message = `may name at most ${MOST_FURTHER_TYPES} object types besides those that are always read, not ${further.size} (${list})`
  return [{ path: [], message }]
}

/** What is wrong, and what to write instead. */
export function faultText(fault: OwnFault): string {
  return `${wrongText(fault)}: ${insteadText(fault)}`
}

export function wrongText({ reason, named, object, type }: OwnFault): string {
  switch (reason) {
    case 'unknownObject':
      return `HubSpot has no object type "${named}"`
    case 'forbidden':
      return `the token may not read ${named}`
    case 'unknownProperty':
      return `HubSpot has no property "${named}" for ${object}`
    case 'notADate':
      return `"${named}" is not a date (HubSpot's type of it is ${type})`
    case 'notANumber':
      return `"${named}" is not a number (HubSpot's type of it is ${type})`
  }
}

export function insteadText({ reason, near }: OwnFault): string {
  switch (reason) {
    case 'unknownObject':
      return 'write a name such as tickets, or a type id such as 2-4711'
    case 'forbidden':
      return 'add the scope'
    case 'unknownProperty':
      return near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : 'write the internal name, which HubSpot shows in the settings of the property'
    case 'notADate':
      return 'name a property with a date'
    case 'notANumber':
      return 'name a property with a number'
  }
}
