import { isZone, type Zone } from '../domain/calendar/day.ts'
import { textIn, type Value } from './values.ts'

/**
 * The IANA zone of a name; `null` if there is none. `Europe/Copenhagen` stays as it is; an old alias such as
 * `US/Eastern` or `EST` becomes the zone that it means.
 */
export function zoneIn(value: Value): Zone | null {
  const name = textIn(value)
  if (name === null || !/^[a-z]/i.test(name) || !isZone(name)) return null
  const isAlias = !name.includes('/') || /^(US|Canada|Brazil|Mexico|Chile)\//i.test(name)
  return isAlias ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone : name
}
