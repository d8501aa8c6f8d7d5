/** What people call the object types beyond the eight. */
import type { NamedObject } from './people.ts'

const TYPE_ID = /^\d+-\d+$/

/** As own metrics name the type, unless that is its id; otherwise as HubSpot calls it; the type itself if it is one of the eight. */
export function objectName(type: string, objects: readonly NamedObject[]): string {
  if (!TYPE_ID.test(type)) return type
  const known = objects.filter((object) => object.type === type)
  const named = known.find(({ name }) => !TYPE_ID.test(name))?.name
  return named ?? known.find(({ label }) => label !== null)?.label ?? type
}
