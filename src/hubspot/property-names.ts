/** Which properties an account has: asked hourly at most, since names are found and never built. */
import { z } from 'zod'
import type { Clock } from '../ports.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { pageIn } from './raw-page.ts'
import type { Transport } from './transport.ts'

const KEPT_MS = 3_600_000

/** Faults that an hour does not change. */
const REFUSALS = ['forbidden', 'refused']

const Named = z.object({ name: z.string() })

/** The names of a type's properties, at most an hour old; a refusal is kept for as long. */
export type PropertyNames = (type: string) => Promise<ReadonlySet<string>>

export function createPropertyNames(
  client: HubSpotClient,
  transport: Transport,
  clock: Clock,
): PropertyNames {
  const kept = new Map<string, { names: Promise<ReadonlySet<string>>; until: number }>()

  async function read(type: string): Promise<ReadonlySet<string>> {
    const { records } = await transport.call(
      { kind: 'general', what: type },
      () => client.crm.properties.coreApi.getAllWithHttpInfo(type, false),
      ({ data }) => pageIn(data),
    )
    return new Set(records.flatMap((record) => Named.safeParse(record).data?.name ?? []))
  }

  return (type) => {
    const last = kept.get(type)
    if (last && clock.now() < last.until) return last.names
    const entry = { names: read(type), until: clock.now() + KEPT_MS }
    kept.set(type, entry)
    entry.names.catch((error: unknown) => {
      const isRefusal = error instanceof SourceError && REFUSALS.includes(error.fault)
      if (!isRefusal && kept.get(type) === entry) kept.delete(type)
    })
    return entry.names
  }
}
