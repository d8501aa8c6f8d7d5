import { describe, expect, it } from 'vitest'
import type { QuotaSetting } from '../../../src/domain/company/settings.ts'
import { replaceCsvQuotas } from '../../../src/domain/quotas/replace-csv-quotas.ts'

function aQuota(changes: Partial<QuotaSetting> = {}): QuotaSetting {
  return {
    source: 'csv',
    who: 'rep:1',
    metric: 'revenue',
    from: '2026-10-01',
    to: '2026-11-01',
    target: '5000',
    at: '2026-09-01T08:00:00.000Z',
    ...changes,
  }
}

const LATER = '2026-10-02T08:00:00.000Z'

describe('importing quotas', () => {
  it('replaces what an earlier file said about the same who, metric and days, and puts new ones last', () => {
    const other = aQuota({ who: 'rep:2' })
    const changed = aQuota({ target: '6000', at: LATER })
    const added = aQuota({ metric: 'calls', at: LATER })

    expect(replaceCsvQuotas([aQuota(), other], [changed, added])).toEqual({
      quotas: [other, changed, added],
      added: 1,
      replaced: 1,
      unchanged: 0,
    })
  })

  it('from the same file again changes nothing, not even when they were made', () => {
    const before = [aQuota(), aQuota({ who: 'team:11' })]
    const again = [aQuota({ at: LATER, target: '5000.00' }), aQuota({ who: 'team:11', at: LATER })]

    expect(replaceCsvQuotas(before, again)).toEqual({ quotas: before, added: 0, replaced: 0, unchanged: 2 })
  })

  it.each<[string, Partial<QuotaSetting>]>([
    ['set in Slack', { source: 'slack' }],
    ['of others', { who: 'team:1' }],
    ['of other metrics', { metric: 'calls' }],
    ['that begin on another day', { from: '2026-10-02' }],
    ['that end on another day', { to: '2026-10-31' }],
  ])('leaves quotas %s', (_which, changes) => {
    const kept = aQuota(changes)
    const imported = aQuota({ target: '7000', at: LATER })

    expect(replaceCsvQuotas([kept], [imported]).quotas).toEqual([kept, imported])
  })

  it('replaces several quotas about the same who, metric and days by one', () => {
    const twice = [aQuota({ target: '4000' }), aQuota()]
    const imported = aQuota({ at: LATER })

    expect(replaceCsvQuotas(twice, [imported])).toMatchObject({ quotas: [imported], replaced: 1 })
  })
})
