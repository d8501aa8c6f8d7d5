/** Reads the history of deals, from which their state at any past moment can be derived. */
import { z } from 'zod'
import type { DealChange, TrackedProperty } from '../domain/facts/deal-changes.ts'
import type { Source } from '../ports/source.ts'
import { atMost, type BatchReader } from './batch.ts'
import { moment, rawId, value } from './records/record.ts'
import { idIn, instantIn, textIn, type Value } from './values.ts'

const LARGEST_BATCH = 50

interface Tracked {
  name: string
  property: TrackedProperty
  toText: (value: Value) => string | null
}

const TRACKED: readonly Tracked[] = [
  { name: 'dealstage', property: 'stage', toText: textIn },
  { name: 'closedate', property: 'closesAt', toText: instantText },
  { name: 'amount', property: 'amount', toText: textIn },
  { name: 'amount_in_home_currency', property: 'homeAmount', toText: textIn },
  { name: 'hubspot_owner_id', property: 'owner', toText: idIn },
  { name: 'hs_manual_forecast_category', property: 'forecastCategory', toText: textIn },
]

const NAMES = TRACKED.map(({ name }) => name)

function instantText(text: Value): string | null {
  const at = instantIn(text)
  return at === null ? null : String(at)
}

/** A value that a property has had, and since when. A timestamp that cannot be read becomes `null`. */
const Version = z.object({ value, timestamp: moment })

const HubSpotDeal = z.object({
  properties: z.record(z.string(), value),
  createdAt: moment,
  archived: z.boolean().nullish(),
  propertiesWithHistory: z
    .record(z.string(), z.array(Version.nullable().catch(null)).nullish().catch(null))
    .nullish(),
})
type HubSpotDeal = z.infer<typeof HubSpotDeal>

/** Deals that are gone, archived or unreadable are left out; a merged deal is returned under its new id. */
export function createDealChangeReader(readBatch: BatchReader): Source['dealChanges'] {
  return async (ids) => {
    const asked = atMost(LARGEST_BATCH, ids)
    if (asked.length === 0) return []
    const { records } = await readBatch({
      type: 'deals',
      ids: asked,
      properties: ['createdate', ...NAMES],
      history: NAMES,
    })
    const deals = new Map<string, DealChange[]>()
    for (const record of records) {
      const dealId = idIn(rawId(record))
      const read = HubSpotDeal.safeParse(record)
      if (dealId === null || !read.success || read.data.archived) continue
      deals.set(dealId, changesOf(dealId, read.data))
    }
    return [...deals].sort(([one], [other]) => Number(one) - Number(other)).flatMap(([, changes]) => changes)
  }
}

function changesOf(dealId: string, deal: HubSpotDeal): DealChange[] {
  return TRACKED.flatMap(({ name, property, toText }) => {
    const versions = versionsOf(deal, name).map(({ at, text }) => ({ at, value: toText(text) }))
    // If two values have the same timestamp, the one that HubSpot lists first is the newer one.
    versions.reverse().sort((one, other) => one.at - other.at)
    const distinct = versions.filter(
      ({ value }, index) => index === 0 || value !== versions[index - 1]?.value,
    )
    return distinct.map(({ at, value }) => ({ dealId, property, at, value }))
  })
}

/** Newest first. Without history, a property has always had its present value, or no versions if it has none. */
function versionsOf(deal: HubSpotDeal, name: string): { at: number; text: Value }[] {
  const kept = (deal.propertiesWithHistory?.[name] ?? []).flatMap((version) => {
    const at = instantIn(version?.timestamp)
    return at === null ? [] : [{ at, text: version?.value }]
  })
  if (kept.length > 0) return kept
  const at = instantIn(deal.properties['createdate']) ?? instantIn(deal.createdAt)
  const text = textIn(deal.properties[name])
  return at === null || text === null ? [] : [{ at, text }]
}
