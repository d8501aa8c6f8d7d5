import { objectName } from '../domain/company/object-names.ts'
import type { NamedObject } from '../domain/company/people.ts'
import type { SourceWords } from '../ports/source-words.ts'
import type { PollSummary, TypeSummary } from '../sync/poll-summary.ts'
import { scopeRemedy } from './doctor/own-findings.ts'

export interface SyncRow extends Omit<TypeSummary, 'fault'> {
  /** As people know the type. */
  name: string
}

/** What was read of each type, and the types of own metrics that cannot be read, with what to do about it. */
export function syncRows(
  types: PollSummary['types'],
  objects: readonly NamedObject[],
  words: SourceWords,
): SyncRow[] {
  const read = Object.entries(types).map(([type, { fault: _, ...summary }]) => ({
    name: objectName(type, objects),
    ...summary,
  }))
  const unread = objects.flatMap((object) => {
    const error = errorOf(object, objects, words)
    if (error === null) return []
    const name = object.type === null ? object.name : objectName(object.type, objects)
    const asOf = read.find((row) => row.name === name)?.asOf ?? null
    return [{ name, read: 0, changed: 0, skipped: 0, asOf, error }]
  })
  return [...new Map([...read, ...unread].map((row) => [row.name, row])).values()]
}

function errorOf({ name, problem }: NamedObject, objects: readonly NamedObject[], words: SourceWords) {
  if (problem === 'unknownObject') return `HubSpot has no object type "${name}".`
  if (problem === null) return null
  return `HubSpot does not let the token read ${name} (403). ${scopeRemedy(name, objects, words)}.`
}
