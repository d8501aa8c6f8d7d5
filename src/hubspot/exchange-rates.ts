/** Reads every exchange rate that was ever set in the account. */
import { z } from 'zod'
import type { ExchangeRate } from '../domain/company/people.ts'
import type { Source } from '../ports/source.ts'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import { RATES_PATH } from './paths.ts'
import { pageIn, readAll } from './raw-page.ts'
import type { Transport } from './transport.ts'
import { instantIn } from './values.ts'

const PAGE_LIMIT = '100'

const HubSpotRate = z.object({
  fromCurrencyCode: z.string(),
  toCurrencyCode: z.string(),
  conversionRate: z.union([z.number(), z.string()]),
  effectiveAt: z.string(),
})

/** Accounts with one currency have no rates: HubSpot answers with an empty list, 403 or 404. */
export function createRateReader(client: HubSpotClient, transport: Transport): Source['exchangeRates'] {
  const readPage = (after: string | undefined) =>
    transport.call(
      { kind: 'general', what: 'currencies' },
      () => client.get(RATES_PATH, { limit: PAGE_LIMIT, ...(after !== undefined && { after }) }),
      pageIn,
    )
  return async () => {
    try {
      const records = await readAll(readPage)
      return records.flatMap(toRate)
    } catch (error) {
      if (error instanceof SourceError && (error.status === 403 || error.status === 404)) return []
      throw error
    }
  }
}

function toRate(record: unknown): ExchangeRate[] {
  const read = HubSpotRate.safeParse(record)
  const effectiveAt = read.success ? instantIn(read.data.effectiveAt) : null
  if (!read.success || effectiveAt === null) return []
  const { fromCurrencyCode: from, toCurrencyCode: to, conversionRate } = read.data
  return [{ from, to, rate: String(conversionRate), effectiveAt }]
}
