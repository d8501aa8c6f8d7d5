/** Which properties an account has, asked at most hourly. Property names are looked up here and never constructed. */
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Clock } from '../ports/clock.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { pageIn } from './raw-page.ts'
import type { Transport } from './transport.ts'

/** A little less than an hour, so that an hourly read never gets the previous hour's result. */
const KEPT_MS = 3_590_000

/** Faults that are unlikely to pass within an hour. */
const REFUSALS = ['forbidden', 'refused']

const HubSpotProperty = z.object({ name: z.string(), options: z.array(z.unknown()).catch([]) })

export interface TypeProperties {
  names: ReadonlySet<string>
  /** The options of each property that has any, as HubSpot gave them. */
  options: ReadonlyMap<string, readonly unknown[]>
}

/** The properties of a type, at most an hour old; a refusal is kept just as long. */
export type Properties = (type: string) => Promise<TypeProperties>

export function createProperties(client: HubSpotClient, transport: Transport, clock: Clock): Properties {
  const kept = new LRUCache<string, Promise<TypeProperties>>({
    max: 100,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: clock,
  })

  async function read(type: string): Promise<TypeProperties> {
    const { records } = await transport.call(
      { kind: 'general', what: type },
      () => client.crm.properties.coreApi.getAllWithHttpInfo(type, false),
      ({ data }) => pageIn(data),
    )
    const found = records.flatMap((record) => HubSpotProperty.safeParse(record).data ?? [])
    const choices = found.filter(({ options }) => options.length > 0)
    return {
      names: new Set(found.map(({ name }) => name)),
      options: new Map(choices.map(({ name, options }) => [name, options])),
    }
  }

  return (type) => {
    const last = kept.get(type)
    if (last) return last
    const properties = read(type)
    kept.set(type, properties)
    properties.catch((error: unknown) => {
      const isRefusal = error instanceof SourceError && REFUSALS.includes(error.fault)
      if (!isRefusal && kept.peek(type) === properties) kept.delete(type)
    })
    return properties
  }
}
