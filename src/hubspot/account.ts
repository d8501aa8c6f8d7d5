/** Reads the account's details: its id, time zone, company currency and address. */
import { z } from 'zod'
import type { Zone } from '../domain/calendar/day.ts'
import type { Account } from '../domain/company/people.ts'
import type { HubSpotClient } from './client.ts'
import { GarbledAnswer, SourceError } from './errors.ts'
import { ACCOUNT_PATH } from './paths.ts'
import type { Transport } from './transport.ts'
import { zoneIn } from './zone.ts'

const HubSpotAccount = z.object({
  portalId: z.union([z.number(), z.string()]),
  timeZone: z.string(),
  companyCurrency: z.string(),
  uiDomain: z.string().catch('app.hubspot.com'),
})

export function createAccountReader(client: HubSpotClient, transport: Transport): () => Promise<Account> {
  return async () => {
    const details = await transport.call(
      { kind: 'general', what: 'account' },
      () => client.get(ACCOUNT_PATH),
      detailsIn,
    )
    return {
      portalId: String(details.portalId),
      zone: accountZone(details.timeZone),
      currency: details.companyCurrency.trim().toUpperCase(),
      uiDomain: details.uiDomain,
    }
  }
}

function detailsIn(answer: unknown): z.infer<typeof HubSpotAccount> {
  const read = HubSpotAccount.safeParse(answer)
  if (!read.success) throw new GarbledAnswer('account details without a zone or currency')
  return read.data
}

function accountZone(name: string): Zone {
  const zone = zoneIn(name)
  if (zone) return zone
  const message =
    `HubSpot gives '${name.slice(0, 100)}' as the account's time zone, which is not an IANA time zone. ` +
    "Set another one in HubSpot's account defaults."
  throw new SourceError('refused', message, { what: 'account', status: 200 })
}
