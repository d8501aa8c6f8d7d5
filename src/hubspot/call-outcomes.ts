/** Reads the names of call outcomes: HubSpot's own and those that the account added. */
import type { Source } from '../ports/source.ts'
import { SourceError } from './errors.ts'
import type { Properties } from './properties.ts'

/** None if the token may not read them (403) or the account does not have them (404). */
export function createCallOutcomeReader(propertiesOf: Properties): Source['callOutcomes'] {
  return async () => {
    try {
      const outcomes = (await propertiesOf('calls')).get('hs_call_disposition')
      return (outcomes?.options ?? []).map(({ value, label }) => ({ id: value, label }))
    } catch (error) {
      if (error instanceof SourceError && (error.status === 403 || error.status === 404)) return []
      throw error
    }
  }
}
