import { describe, expect, it } from 'vitest'
import { LeaseLostError } from '../../src/ports/leases.ts'
import { aCall, aCursor, aMeeting, rulesBody } from '../builders.ts'
import { DATABASES, testStore } from './stores.ts'

describe.each(DATABASES)('pages saved at the same moment on %s', (database) => {
  it('are all kept except the one that lost its lease, which alone is refused', async () => {
    const { store, end } = await testStore(database)
    try {
      const rules = await store.rules.adopt(rulesBody())
      const lost = await store.leases.acquire({ name: 'sync', holder: 'one' })
      if (!lost) throw new Error('nobody else has the lease')
      await store.leases.acquire({ name: 'sync', holder: 'one' })
      const late = store.under(() => lost)
      const page = { skipped: [], cursor: aCursor({ type: 'calls' }) }

      const saved = await Promise.allSettled([
        store.facts.savePage({ ...page, type: 'calls', facts: [aCall()] }, rules),
        store.facts.savePage({ ...page, type: 'calls', facts: [aCall({ id: '101' })] }, rules),
        late.facts.savePage({ ...page, type: 'calls', facts: [aCall({ id: '102' })] }, rules),
        store.facts.savePage(
          { skipped: [], cursor: aCursor({ type: 'meetings' }), type: 'meetings', facts: [aMeeting()] },
          rules,
        ),
      ])

      const refused = saved.filter((one) => one.status === 'rejected')
      expect(refused.map(({ reason }) => reason)).toEqual([expect.any(LeaseLostError)])
      expect(saved[2]?.status).toBe('rejected')
      expect(await store.facts.storedIds('calls', null, 10)).toEqual(['100', '101'])
      expect(await store.facts.storedIds('meetings', null, 10)).toEqual([aMeeting().id])
      expect((await store.tallies.verify()).differences).toEqual([])
    } finally {
      await end()
    }
  })

  it('are all kept even if they exceed one transaction', async () => {
    const { store, end } = await testStore(database)
    try {
      const rules = await store.rules.adopt(rulesBody())
      const pages = Array.from({ length: 40 }, (_, page) =>
        Array.from({ length: 100 }, (_, record) => aCall({ id: String(1_000 + page * 100 + record) })),
      )

      const saved = await Promise.all(
        pages.map((facts) =>
          store.facts.savePage(
            { type: 'calls', facts, skipped: [], cursor: aCursor({ type: 'calls' }) },
            rules,
          ),
        ),
      )

      expect(saved.map(({ changed }) => changed)).toEqual(pages.map(() => 100))
      expect(await store.facts.count('calls')).toBe(4_000)
      expect((await store.tallies.verify()).differences).toEqual([])
    } finally {
      await end()
    }
  })
})
