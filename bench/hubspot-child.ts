import { z } from 'zod'
import { type Child, withChild } from './child.ts'
import type { HubSpotOrder } from './processes/orders.ts'

export interface HubSpotAddress {
  url: string
  token: string
}

const Address = z.object({ url: z.string(), token: z.string() })

/** What a fill did in its process. */
export const Fill = z.object({ records: z.number(), cpuMs: z.number(), wallMs: z.number() })
export type Fill = z.infer<typeof Fill>

/** Runs work with a pretend HubSpot in its own process. */
export function withHubSpot<T>(
  order: HubSpotOrder,
  work: (hubspot: Child, address: HubSpotAddress) => Promise<T>,
): Promise<T> {
  return withChild('hubspot.ts', { place: 'around' }, async (hubspot) =>
    work(hubspot, await hubspot.ask('start', order, Address)),
  )
}
