import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rules } from '../../src/domain/company/rules.ts'
import { CONNECTED } from '../../src/domain/company/settings.ts'
import type { DealChange } from '../../src/domain/facts/deal-changes.ts'
import type { EffortBasis, EffortType } from '../../src/domain/facts/deal-effort.ts'
import type { ContactFact, DealFact, Fact, FactType } from '../../src/domain/facts/facts.ts'
import { aCall, aDeal, aMeeting, at, aWonDeal, rulesBody } from '../builders.ts'
import { DATABASES, type TestStore, testStore } from './stores.ts'

const day = 86_400_000
const created = at('2026-09-01T09:00:00Z')
const closed = at('2026-09-21T09:00:00Z')

describe.each(DATABASES)('insights on %s', (database) => {
  let world: TestStore
  let rules: Rules
  let basis: EffortBasis

  beforeEach(async () => {
    world = await testStore(database)
    rules = await world.store.rules.adopt(rulesBody())
    basis = { rules, moment: at('2026-11-18T12:00:00Z') }
    await world.store.facts.mature(at('2026-11-18T12:00:00Z'))
  })
  afterEach(() => world.end())

  const save = (type: FactType, facts: Fact[]) =>
    world.store.facts.savePage({ type, facts, skipped: [] }, rules)

  async function link(deal: DealFact, links: Partial<Record<EffortType, string[]>>): Promise<void> {
    const rows = (['calls', 'emails', 'meetings'] as const).flatMap((type) =>
      (links[type] ?? []).map((activityId) => ({ dealId: deal.id, type, activityId })),
    )
    await world.store.dealDetails.saveActivities([deal], rows)
  }

  describe('outcomes of calls', () => {
    const known = async () => (await world.store.insights.outcomes()).sort()

    it('are empty before the first call', async () => {
      expect(await known()).toEqual([])
    })

    it('are those of all calls that count, each once, whatever their text, caller and time', async () => {
      const given = ['0', 'zz', 'Zz', 'ä', 'a b', 'a-b', "o'%_", CONNECTED, null, 'none']
      await save(
        'calls',
        given.flatMap((disposition, index) =>
          Array.from({ length: 40 }, (_, place) =>
            aCall({
              id: String(100 * index + place + 1),
              ownerId: String(1 + (place % 4)),
              at: created + place * day,
              disposition,
            }),
          ),
        ),
      )
      await save('calls', [
        aCall({ id: '2000', disposition: 'never made', status: 'CANCELED' }),
        aCall({ id: '2001', disposition: 'of nobody', ownerId: null }),
      ])
      await save('deals', [aWonDeal({ id: '1' })])

      expect(await known()).toEqual(given.filter((id) => id !== null && id !== 'none').sort())
    })

    it('have the names that were read last', async () => {
      const { directory } = world.store
      expect((await directory.read()).callOutcomes).toEqual([])
      await directory.saveCallOutcomes([{ id: 'a', label: 'Old' }])
      await directory.saveCallOutcomes([{ id: 'b', label: "Bød 'op'" }])

      expect((await directory.read()).callOutcomes).toEqual([{ id: 'b', label: "Bød 'op'" }])
    })
  })

  describe('efforts', () => {
    it("count what is associated with a won deal and dated within the deal's lifetime", async () => {
      const deal = aWonDeal({ id: '1' })
      await save('deals', [deal])
      const times = [created - day, created, closed, closed + day]
      await save(
        'calls',
        times.map((moment, index) => aCall({ id: String(100 + index), at: moment, ownerId: null })),
      )
      await save('calls', [aCall({ id: '200', at: created + 1 })])
      await save('meetings', [aMeeting({ startsAt: created + day, endsAt: created + day })])
      // Associated but not stored here: an association alone counts nothing.
      await link(deal, { calls: ['100', '101', '102', '103', '999'], emails: ['5'], meetings: ['300'] })

      expect(await world.store.insights.efforts({ from: closed, to: closed + 1 }, basis)).toEqual({
        deals: [
          {
            dealId: '1',
            ownerId: '1',
            pipelineId: 'default',
            createdAt: created,
            closesAt: closed,
            calls: 2,
            emails: 0,
            meetings: 1,
          },
        ],
        unread: 0,
      })
    })

    it('are of deals won in the requested period; deals not read yet are counted separately', async () => {
      const won = [closed - 1, closed, closed + day - 1, closed + day].map((closesAt, index) =>
        aWonDeal({ id: String(index + 1), closesAt }),
      )
      const lost = aDeal({ id: '8', isClosed: true, closesAt: closed })
      const undated = aWonDeal({ id: '9', createdAt: null, closesAt: closed })
      await save('deals', [...won, lost, undated])
      for (const deal of [...won.slice(0, 2), lost, undated]) await link(deal, {})

      const { deals, unread } = await world.store.insights.efforts({ from: closed, to: closed + day }, basis)

      expect(deals.map(({ dealId }) => dealId)).toEqual(['2'])
      expect(unread).toBe(1)
    })

    it('are right for any number of deals that share a call', async () => {
      const deals = Array.from({ length: 230 }, (_, index) => aWonDeal({ id: String(index + 1) }))
      await save('deals', deals)
      await save('calls', [aCall({ at: created + day })])
      const links = deals.map(({ id }) => ({ dealId: id, type: 'calls' as const, activityId: '100' }))
      await world.store.dealDetails.saveActivities(deals, links)

      const found = (await world.store.insights.efforts({ from: 0, to: closed + 1 }, basis)).deals

      expect(found.map(({ dealId, calls }) => `${dealId} ${calls}`)).toEqual(deals.map(({ id }) => `${id} 1`))
    })

    it('are missing for recently won deals until they are read, and again once the deal is modified', async () => {
      const { dealDetails } = world.store
      const deal = aWonDeal({ id: '1' })
      await save('deals', [
        deal,
        aWonDeal({ id: '2', closesAt: closed - day }),
        aDeal({ id: '3' }),
        aWonDeal({ id: '4' }),
      ])
      const due = async () => (await dealDetails.lackingActivities(closed, 1)).map(({ id }) => id)
      expect(await due()).toEqual(['1'])
      await link(deal, { calls: ['1', '2'] })
      expect(await due()).toEqual(['4'])

      await save('deals', [{ ...deal, modifiedAt: deal.modifiedAt + 1 }])
      expect(await due()).toEqual(['1'])
      await link({ ...deal, modifiedAt: deal.modifiedAt + 1 }, {})
      expect(await due()).toEqual(['4'])
      await dealDetails.forgetActivities()
      expect(await due()).toEqual(['1'])
    })

    it('are removed with the deal', async () => {
      const deal = aWonDeal({ id: '1' })
      await save('deals', [deal])
      await save('calls', [aCall({ at: created })])
      await link(deal, { calls: ['100'] })
      await world.store.facts.savePage({ type: 'deals', facts: [], skipped: [], gone: ['1'] }, rules)
      await save('deals', [deal])
      await world.store.dealDetails.saveActivities([deal], [])

      expect((await world.store.insights.efforts({ from: 0, to: closed + 1 }, basis)).deals).toMatchObject([
        { calls: 0 },
      ])
    })
  })

  describe('stays in stages', () => {
    async function move(deal: DealFact, ...stages: [number, string][]): Promise<void> {
      const changes = stages.map(([moment, value]): DealChange => {
        return { dealId: deal.id, property: 'stage', at: moment, value }
      })
      await save('deals', [deal])
      await world.store.dealDetails.saveChanges([deal], changes, rules)
    }

    it('are those that ended in the requested period, and the current ones of open deals', async () => {
      const open = aDeal({ id: '1', stageId: 'c', ownerId: null, modifiedAt: closed })
      await move(open, [created, 'a'], [created + day, 'b'], [created + 3 * day, 'c'])
      await move(aWonDeal({ id: '2', stageId: 'won' }), [created, 'a'], [created + 2 * day, 'won'])
      await move(aDeal({ id: '3', stageId: 'a', modifiedAt: created }), [created - 99 * day, 'a'])
      await save('deals', [aDeal({ id: '4' })])

      const stays = await world.store.insights.stageStays(created + 2 * day, created + 3 * day)

      expect(stays.map(({ dealId, ownerId, stageId, leftAt }) => [dealId, ownerId, stageId, leftAt])).toEqual(
        [
          ['1', null, 'c', null],
          ['2', '1', 'a', created + 2 * day],
          ['3', '1', 'a', null],
        ],
      )
    })

    it('use the later of two changes with the same timestamp', async () => {
      await move(aDeal({ id: '1', stageId: 'b' }), [created, 'a'], [created, 'b'])

      const stays = await world.store.insights.stageStays(0, created + day)

      expect(stays.map(({ stageId, enteredAt }) => [stageId, enteredAt])).toEqual([['b', created]])
    })

    it('hold for more deals than are read at once', async () => {
      const deals = Array.from({ length: 620 }, (_, index) => aDeal({ id: String(index + 1), stageId: 'a' }))
      await save('deals', deals)
      const entries = deals.map(({ id }): DealChange => {
        return { dealId: id, property: 'stage', at: created, value: 'a' }
      })
      await world.store.dealDetails.saveChanges(deals, entries, rules)

      const stays = await world.store.insights.stageStays(0, 1)

      expect(stays.map(({ dealId }) => dealId)).toEqual(deals.map(({ id }) => id))
    })
  })

  describe('territories', () => {
    const inSeptember = { from: '2026-09-01', until: '2026-10-01' }

    function aContact(changes: Partial<ContactFact>): ContactFact {
      const dates = { createdAt: created, mqlAt: null, sqlAt: null, opportunityAt: null, customerAt: null }
      return { type: 'contacts', id: '1', ownerId: '1', modifiedAt: 0, ...dates, territory: null, ...changes }
    }

    async function sums(query: Partial<Parameters<typeof world.store.insights.byTerritory>[0]> = {}) {
      const tallies = ['leads', 'deals_won', 'revenue'] as const
      const rows = await world.store.insights.byTerritory({ tallies, ...inSeptember, ...query })
      return rows.map(({ territory, tally, amount }) => `${territory} ${tally} ${amount}`).sort()
    }

    it('sum what their deals and contacts contribute; blank territories get nothing', async () => {
      await save('contacts', [
        aContact({ id: '1', territory: 'Jutland' }),
        aContact({ id: '2', territory: 'Jutland', ownerId: '2' }),
        aContact({ id: '3', territory: 'jutland' }),
        aContact({ id: '4' }),
        aContact({ id: '5', territory: 'Jutland', ownerId: null }),
        aContact({ id: '6', territory: 'Jutland', createdAt: created - day }),
      ])
      await save('deals', [
        aWonDeal({ id: '1', territory: 'Jutland' }),
        aWonDeal({ id: '2', territory: 'Jutland', amount: '5' }),
        aWonDeal({ id: '3' }),
      ])

      expect(await sums()).toEqual([
        'Jutland deals_won 2',
        'Jutland leads 2',
        'Jutland revenue 100500',
        'jutland leads 1',
      ])
      expect(await sums({ tallies: ['leads'] })).toEqual(['Jutland leads 2', 'jutland leads 1'])
      expect(await sums({ until: '2026-09-21', tallies: ['deals_won'] })).toEqual([])
    })

    it("sum only the requested reps' records, each up to the rep's last day", async () => {
      await save('deals', [
        aWonDeal({ id: '1', territory: 'Fyn' }),
        aWonDeal({ id: '2', territory: 'Fyn', ownerId: '2' }),
        aWonDeal({ id: '3', territory: 'Fyn', ownerId: '3' }),
      ])
      const reps = new Map([
        ['1', '2026-10-01'],
        ['2', '2026-09-21'],
      ])

      expect(await sums({ reps, tallies: ['deals_won'] })).toEqual(['Fyn deals_won 1'])
    })

    it('hold for more records than are read at once', async () => {
      const contacts = Array.from({ length: 1_260 }, (_, index) =>
        aContact({
          id: String(index + 1),
          ownerId: String(1 + (index % 3)),
          territory: index < 900 ? 'A' : 'B',
        }),
      )
      for (let begin = 0; begin < contacts.length; begin += 500)
        await save('contacts', contacts.slice(begin, begin + 500))

      expect(await sums()).toEqual(['A leads 900', 'B leads 360'])
    })

    it('include the deals that have an owner and a territory', async () => {
      await save('deals', [
        aDeal({ id: '1', territory: 'Fyn' }),
        aDeal({ id: '2' }),
        aDeal({ id: '3', territory: 'Fyn', ownerId: null }),
        aWonDeal({ id: '4', territory: 'Møn', ownerId: '2' }),
      ])

      expect(await world.store.insights.dealTerritories()).toEqual([
        { dealId: '1', territory: 'Fyn' },
        { dealId: '4', territory: 'Møn' },
      ])
    })

    it('name the reps with records in them', async () => {
      const contacts = ['1', '2', '2'].map((ownerId, at) =>
        aContact({ id: String(at + 1), ownerId, territory: 'Fyn' }),
      )
      await save('contacts', [...contacts, aContact({ id: '9', ownerId: '3', territory: 'Møn' })])

      const rows = await world.store.insights.byTerritory({ tallies: ['leads'], ...inSeptember })

      expect(rows.map(({ territory, reps }) => [territory, [...reps].sort()])).toEqual([
        ['Fyn', ['1', '2']],
        ['Møn', ['3']],
      ])
    })
  })
})
