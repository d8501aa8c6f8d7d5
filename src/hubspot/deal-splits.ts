/** Counts the deals whose credit HubSpot splits between several owners, which Sales Hub Enterprise can do. */
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js'
import type { HubSpotClient } from './client.ts'
import { SourceError } from './errors.ts'
import type { Properties } from './properties.ts'
import { totalIn } from './raw-page.ts'
import type { Transport } from './transport.ts'

const IS_SPLIT = 'hs_is_deal_split'

export type SplitDealCounter = () => Promise<number>

/** 0 where the account does not have the property, or the token may not read deals. One search otherwise. */
export function createSplitDealCounter(
  client: HubSpotClient,
  transport: Transport,
  propertiesOf: Properties,
): SplitDealCounter {
  const filters = [{ propertyName: IS_SPLIT, operator: FilterOperatorEnum.Eq, value: 'true' }]
  const request = { limit: 1, properties: [], filterGroups: [{ filters }], sorts: [] }
  const search = () => client.objects.search('deals', request)
  return async () => {
    try {
      if (!(await propertiesOf('deals')).has(IS_SPLIT)) return 0
      return await transport.call({ kind: 'search', what: 'deals' }, search, totalIn)
    } catch (error) {
      if (error instanceof SourceError && error.fault === 'forbidden') return 0
      throw error
    }
  }
}
