/** Checks what the token may read besides the records themselves, since those readers tolerate a refusal silently. */
import type { Readable } from '../ports/source-words.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { OAUTH_SCOPES } from './oauth-scopes.ts'
import { RATES_PATH } from './paths.ts'
import type { Transport } from './transport.ts'

/** Something that HubSpot does not let the token read. */
export interface Refusal {
  what: Readable
  /** What that is, in words. */
  gives: string
  /** The scope to add. */
  message: string
  /** Whether an account may do without it, so that nothing needs fixing. */
  isOptional: boolean
}

export type AccessChecker = () => Promise<Refusal[]>

export function createAccessChecker(client: HubSpotClient, transport: Transport): AccessChecker {
  const first = (type: string) => client.objects.getPage(type, { limit: 1, after: undefined, properties: [] })
  const tries: Partial<Record<Readable, () => Promise<unknown>>> = {
    owners: () => client.crm.owners.ownersApi.getPageWithHttpInfo(undefined, undefined, 1),
    companies: () => first('companies'),
    users: () => first('users'),
    goals: () => first('goal_targets'),
    currencies: () => client.get(RATES_PATH, { limit: '1' }),
    teams: () => client.settings.users.teamsApi.getAllWithHttpInfo(),
  }

  async function refused(what: Readable): Promise<string | null> {
    const ask = tries[what]
    if (!ask) return null
    try {
      await transport.call({ kind: 'general', what }, ask, () => undefined)
      return null
    } catch (error) {
      if (!(error instanceof SourceError) || error.fault === 'unauthorized') throw error
      return error.fault === 'forbidden' ? error.message : null
    }
  }

  return async () => {
    const refusals = OAUTH_SCOPES.map(async ({ reads, gives, isOptional }) => {
      const found = await Promise.all(
        reads.map(async (what) => ({ what, gives, isOptional, message: await refused(what) })),
      )
      return found.flatMap(({ message, ...rest }) => (message === null ? [] : [{ ...rest, message }]))
    })
    return (await Promise.all(refusals)).flat()
  }
}
