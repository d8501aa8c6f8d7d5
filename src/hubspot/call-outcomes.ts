/** Reads the names of call outcomes: HubSpot's own and those that the account added. */
import { z } from 'zod'
import type { CallOutcome } from '../domain/company/people.ts'
import type { Source } from '../ports/source.ts'
import { SourceError } from './errors.ts'
import type { Properties } from './properties.ts'
import { nameIn, textIn } from './values.ts'

const HubSpotOption = z.object({ value: z.string(), label: z.string() })

/** None if the token may not read them (403) or the account does not have them (404). */
export function createCallOutcomeReader(propertiesOf: Properties): Source['callOutcomes'] {
  return async () => {
    try {
      const { options } = await propertiesOf('calls')
      return (options.get('hs_call_disposition') ?? []).flatMap(toOutcome)
    } catch (error) {
      if (error instanceof SourceError && (error.status === 403 || error.status === 404)) return []
      throw error
    }
  }
}

/** Reads ids the same way as those in calls, so that the two match. */
function toOutcome(option: unknown): CallOutcome[] {
  const read = HubSpotOption.safeParse(option)
  const id = read.success ? textIn(read.data.value) : null
  const label = read.success ? nameIn(read.data.label) : null
  return id === null || label === null ? [] : [{ id, label }]
}
