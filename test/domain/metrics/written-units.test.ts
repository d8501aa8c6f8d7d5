import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/domain/company/settings.ts'
import { createCatalogue } from '../../../src/domain/metrics/catalogue.ts'
import { writtenUnit } from '../../../src/domain/metrics/written-units.ts'
import { toNumber } from '../../../src/domain/numbers/exact.ts'
import { allQuotas } from '../../../src/domain/quotas/quota.ts'

const catalogue = createCatalogue()

describe('units as people write them', () => {
  it('are major units for money, hours for durations, and everything else as it is counted', () => {
    const units = ['revenue', 'talk_time', 'calls'].map((id) =>
      toNumber(writtenUnit(catalogue.orThrow(id), 2)),
    )

    expect(units).toEqual([100, 3_600_000, 1])
  })

  it('apply to the targets of quotas', () => {
    const quota = { source: 'csv', who: 'rep:1', from: '2026-09-01', to: '2026-10-01' } as const
    const quotas = [
      { ...quota, metric: 'talk_time', target: '1.5' },
      { ...quota, metric: 'revenue', target: '10.005' },
    ]

    const targets = allQuotas(
      [],
      { reps: [], settings: { ...DEFAULT_SETTINGS, quotas } },
      { catalogue, exponent: 2 },
    ).map(({ target }) => target)

    expect(targets).toEqual(['5400000', '1001'])
  })
})
