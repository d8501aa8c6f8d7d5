/** Checks that the account knows every property that is asked for: HubSpot leaves unknown ones out without a word. */
import { z } from 'zod'
import { FACT_TYPES } from '../domain/facts.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { GOAL_PROPERTIES } from './goal-quota.ts'
import { pageIn } from './raw-page.ts'
import { RECORD_TYPES } from './records/record-types.ts'
import type { Transport } from './transport.ts'

/** The names that a type lacks. Types that the token may not read are left out. */
export interface MissingNames {
  type: string
  missing: string[]
}

const Named = z.object({ name: z.string() })

export function createNameChecker(
  client: HubSpotClient,
  transport: Transport,
): () => Promise<MissingNames[]> {
  const asked = FACT_TYPES.map((type) => ({ type: `${type}`, properties: RECORD_TYPES[type].properties }))
  const all = [...asked, { type: 'goal_targets', properties: GOAL_PROPERTIES }]

  async function check({ type, properties }: (typeof all)[number]): Promise<MissingNames[]> {
    try {
      const records = await transport.call({ kind: 'general', what: type }, async () => {
        const answer = await client.crm.properties.coreApi.getAllWithHttpInfo(type, false)
        return pageIn(answer.data).records
      })
      const known = new Set(records.map((record) => Named.safeParse(record).data?.name))
      return [{ type, missing: properties.filter((name) => !known.has(name)) }]
    } catch (error) {
      if (error instanceof SourceError && error.fault === 'forbidden') return []
      throw error
    }
  }

  return async () => {
    const found = await Promise.all(all.map(check))
    return found.flat().filter(({ missing }) => missing.length > 0)
  }
}
