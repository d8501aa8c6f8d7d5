/** Reads who the account is: its zone and its company currency. */
import { z } from 'zod'
import { isZone, type Zone } from '../domain/calendar/day.ts'
import type { Account } from '../domain/people.ts'
import type { HubSpotClient } from './client.ts'
import { GarbledAnswer, SourceError } from './errors.ts'
import type { Transport } from './transport.ts'

const DETAILS_PATH = '/account-info/v3/details'

const HubSpotAccount = z.object({
  portalId: z.union([z.number(), z.string()]),
  timeZone: z.string(),
  companyCurrency: z.string(),
  uiDomain: z.string().catch('app.hubspot.com'),
})

export function createAccountReader(client: HubSpotClient, transport: Transport): () => Promise<Account> {
  return async () => {
    const details = await transport.call({ kind: 'general', what: 'account' }, async () => {
      const read = HubSpotAccount.safeParse(await client.get(DETAILS_PATH))
      if (!read.success) throw new GarbledAnswer('an account without zone or currency')
      return read.data
    })
    return {
      portalId: String(details.portalId),
      zone: zoneIn(details.timeZone),
      currency: details.companyCurrency.trim().toUpperCase(),
      uiDomain: details.uiDomain,
    }
  }
}

/** `Europe/Copenhagen` stays as it is; an old alias such as `US/Eastern` or `EST` becomes the zone that it stands for. */
function zoneIn(name: string): Zone {
  const trimmed = name.trim()
  if (!isZone(trimmed)) throw unknownZone(trimmed)
  const isAlias = !trimmed.includes('/') || /^(US|Canada|Brazil|Mexico|Chile)\//i.test(trimmed)
  if (!isAlias) return trimmed
  return new Intl.DateTimeFormat('en', { timeZone: trimmed }).resolvedOptions().timeZone
}

function unknownZone(name: string): SourceError {
  const message =
    `HubSpot gives '${name.slice(0, 100)}' as the account's time zone, which is no IANA time zone. ` +
    "Set another one in HubSpot's account defaults."
  return new SourceError('refused', message, { what: 'account', status: 200 })
}
