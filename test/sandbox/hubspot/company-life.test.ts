import { describe, expect, test } from 'vitest'
import type { SandboxAccount } from '../../../src/sandbox/hubspot/account.ts'
import { goOn, liveUntil, seedCompany } from '../../../src/sandbox/hubspot/company/company.ts'
import { activityTypes } from '../../../src/sandbox/hubspot/object-types.ts'
import { aSandbox } from './sandbox.ts'

const now = Date.parse('2026-11-18T14:00:00Z')

describe('a company that carries on', () => {
  const contents = (company: SandboxAccount) =>
    Object.fromEntries(
      [...activityTypes, 'quotes' as const].map((type) => [
        type,
        [...company.table(type).held()].sort((a, b) => Number(a.id) - Number(b.id)),
      ]),
    )

  test('is the same after living through a day as one that was seeded after that day', () => {
    const later = Date.parse('2026-11-18T22:30:00Z')
    const lived = seedCompany({ now, seed: 3, days: 30 })
    for (let ms = now; ms <= later; ms += 17 * 60_000) liveUntil(lived, ms, { isBusy: false })
    liveUntil(lived, later, { isBusy: false })

    expect(contents(lived)).toEqual(contents(seedCompany({ now: later, seed: 3, days: 30 })))
  })

  test('has something happen in nearly every minute, even on a Sunday night', () => {
    const sunday = Date.parse('2026-11-22T02:00:00Z')
    const company = seedCompany({ now: sunday, seed: 4, days: 30 })
    const counts = Array.from({ length: 30 }, (_, minute) =>
      liveUntil(company, sunday + (minute + 1) * 60_000),
    )

    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(24)
    expect(liveUntil(company, sunday)).toBe(0)
  })

  test('has its latest changes found by search', async () => {
    let clock = now
    const company = seedCompany({ now, seed: 4, days: 30 })
    const { ask } = await aSandbox({ account: company, clock: () => clock })
    const living = goOn(company, () => clock, { everyMs: 10 })
    clock += 20 * 60_000
    await new Promise((resolve) => setTimeout(resolve, 60))
    living.stop()

    const filter = { propertyName: 'hs_lastmodifieddate', operator: 'GT', value: String(now) }
    const totals = await Promise.all(
      activityTypes.map(async (type) => {
        const { json } = await ask(`/crm/objects/2026-09/${type}/search`, {
          filterGroups: [{ filters: [filter] }],
        })
        return json.total
      }),
    )
    expect(totals.reduce((sum, total) => sum + total, 0)).toBeGreaterThan(10)
  })
})
