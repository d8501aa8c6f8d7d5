import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContactFact, DealFact } from '../../src/domain/facts/facts.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { readInsights } from '../../src/reports/insights/insights.ts'
import { aCursor, aDeal, anAccount, anOwner, at, aWonDeal, rulesBody } from '../builders.ts'
import { noteDetailsRead } from '../store/details-read.ts'
import { type TestStore, testStore } from '../store/stores.ts'

const NOW = at('2026-09-25T14:00:00Z')
const THIS_MONTH = at('2026-09-10T09:00:00Z')
const LAST_YEAR = at('2025-09-10T09:00:00Z')

describe('territories by a property', () => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore('sqlite')
    const { store } = world
    await store.directory.saveAccount(anAccount())
    const owners = ['1', '2', '3'].map((id) => anOwner({ id, userId: id, email: `rep${id}@example.com` }))
    const left = anOwner({
      id: '4',
      userId: '4',
      email: 'left@example.com',
      isArchived: true,
      archivedAt: NOW,
    })
    await store.directory.saveOwners([...owners, left], [])
    await store.settings.save({ territoryProperty: 'area' })
    for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: NOW }))
    await noteDetailsRead(store)
  })
  afterEach(() => world.end())

  async function save(contacts: Partial<ContactFact>[], deals: DealFact[] = []): Promise<void> {
    const { store } = world
    const rules = await store.rules.adopt(rulesBody())
    const dates = { mqlAt: null, sqlAt: null, opportunityAt: null, customerAt: null, territory: null }
    const facts = contacts.map((contact, place): ContactFact => {
      const base = { id: String(place + 1), ownerId: '1', modifiedAt: 0, createdAt: THIS_MONTH, ...dates }
      return { type: 'contacts', ...base, ...contact }
    })
    await store.facts.savePage({ type: 'contacts', facts, skipped: [] }, rules)
    await store.facts.savePage({ type: 'deals', facts: deals, skipped: [] }, rules)
  }

  async function territories() {
    const document = await readInsights({ store: world.store, clock: { now: () => NOW } })
    if (!document) throw new Error('nothing was read')
    return document.territories
  }

  it('are those with a lead in the window or an open deal, whatever the spelling', async () => {
    await save(
      [
        { territory: 'Fyn' },
        { territory: ' FYN ', ownerId: '2' },
        { territory: 'Møn', createdAt: LAST_YEAR },
        { territory: 'Als', createdAt: LAST_YEAR },
        { territory: 'Samsø', ownerId: '99' },
      ],
      [
        aDeal({ id: '1', territory: 'møn', ownerId: '3', createdAt: LAST_YEAR }),
        aWonDeal({ id: '2', territory: 'Als', closesAt: THIS_MONTH }),
      ],
    )

    const { balance } = await territories()

    expect(
      balance.value?.territories.map(({ name, reps, leads, pipeline_per_rep: perRep }) => [
        name,
        reps.value,
        leads.value,
        perRep.value?.value,
      ]),
    ).toEqual([
      ['FYN', 2, 2, 0],
      ['møn', 1, 0, 1000_00],
    ])
  })

  it('count a record in each territory of a list, and do not count reps who have left', async () => {
    await save([{ territory: 'Fyn;Møn' }, { territory: 'Møn', ownerId: '4' }])

    const { balance, boards } = await territories()
    const converted = boards.value?.find(({ metric }) => metric === 'leads_per_rep')?.value

    expect(
      balance.value?.territories.map(({ name, reps, leads }) => [name, reps.value, leads.value]),
    ).toEqual([
      ['Fyn', 1, 1],
      ['Møn', 1, 2],
    ])
    expect(converted?.map(({ denominator }) => denominator)).toEqual([1, 1])
  })

  it('rank what deals were and are: forecasts, slips, stalled deals, accounts', async () => {
    const won = { ownerId: '1', closesAt: THIS_MONTH, createdAt: LAST_YEAR, stageId: 'closedwon' }
    await save(
      [{ territory: 'Fyn' }, { territory: 'Møn' }],
      [
        aWonDeal({ id: '1', territory: 'Fyn', companyId: '7', amount: '600', ...won }),
        aWonDeal({ id: '2', territory: 'Fyn', companyId: '7', amount: '400', ...won }),
        aDeal({ id: '3', territory: 'Møn', closesAt: at('2026-08-30T09:00:00Z'), createdAt: LAST_YEAR }),
      ],
    )

    const { boards } = await territories()
    const valuesOf = (id: string) =>
      Object.fromEntries(
        (boards.value?.find(({ metric }) => metric === id)?.value ?? []).map((one) => [one.name, one.value]),
      )

    expect(valuesOf('arpa')).toEqual({ Fyn: 1000_00, Møn: null })
    expect(valuesOf('forecast')).toEqual({ Fyn: 1000_00, Møn: 0 })
    expect(valuesOf('stalled_deals')).toEqual({ Fyn: 0, Møn: 1 })
    expect(valuesOf('close_date_slip')).toEqual({ Fyn: null, Møn: 0 })
  })
})
