import { readdirSync } from 'node:fs'
import type {
  CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
  SimplePublicObject,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js'
import { describe, expect, test } from 'vitest'
import type { AccountData } from '../../../src/sandbox/hubspot/account-data.ts'
import { loadAccount } from '../../../src/sandbox/hubspot/load-account.ts'
import { aSandbox, golden } from './sandbox.ts'

function recordsOf(data: AccountData, type: string) {
  return data.objects[type] ?? []
}

const types = [
  'deals',
  'calls',
  'emails',
  'meetings',
  'tasks',
  'notes',
  'communications',
  'contacts',
  'companies',
  'goal_targets',
  'users',
  'tickets',
  'quotes',
  'leads',
  '2-4711',
]

describe('a whole account loaded from a file', () => {
  test('lists every record, live and archived ones separately, with unchanged values', async () => {
    const data = golden('dataset.json')
    const { client } = await aSandbox({ account: loadAccount(data) })

    expect(Object.keys(data.objects).sort()).toEqual(types.toSorted())
    for (const type of types) {
      const names = [...new Set(recordsOf(data, type).flatMap((record) => Object.keys(record.properties)))]
      for (const archived of [false, true]) {
        const expected = recordsOf(data, type).filter((record) => record.archived === archived)
        const found: SimplePublicObject[] = []
        let after: string | undefined
        do {
          const page: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging =
            await client.crm.objects.basicApi.getPage(type, 100, after, names, undefined, undefined, archived)
          found.push(...page.results)
          after = page.paging?.next?.after
        } while (after !== undefined)
        expect(found.map((record) => record.id)).toEqual(
          expected.map((record) => record.id).sort((a, b) => Number(a) - Number(b)),
        )
        const shown = new Map(found.map((record) => [record.id, record.properties]))
        for (const record of expected) expect(shown.get(record.id)).toMatchObject(record.properties)
      }
    }
  })

  test('has the definitions of its properties and its own types as in the file', async () => {
    const data = golden('dataset.json')
    const { client, ask } = await aSandbox({ account: loadAccount(data) })

    for (const [type, properties] of Object.entries(data.properties)) {
      const { results } = await client.crm.properties.coreApi.getAll(type)
      const shown = new Map(results.map((property) => [property.name, property]))
      for (const { name, options, ...rest } of properties) {
        const { owner: _, ...known } = { owner: undefined, ...rest }
        expect(shown.get(name)).toMatchObject(known)
        const values = options?.map((option) => (typeof option === 'string' ? option : option[0]))
        if (values) expect(shown.get(name)?.options.map(({ value }) => value)).toEqual(values)
      }
    }
    const { json } = await ask('/crm-object-schemas/2026-09/schemas')
    expect(json.results).toMatchObject(data.schemas)
  })

  test('shows deals with the history and companies from the file', async () => {
    const data = golden('dataset.json')
    const { client } = await aSandbox({ account: loadAccount(data) })
    const deal = recordsOf(data, 'deals').find(
      (record) => record.associations !== undefined && !record.archived,
    )

    const shown = await client.crm.deals.basicApi.getById(
      deal?.id ?? '',
      undefined,
      ['dealstage', 'amount'],
      ['companies'],
    )

    expect(shown.propertiesWithHistory?.['dealstage']?.map((version) => version.value)).toEqual(
      deal?.history?.['dealstage']?.map((version) => version.value),
    )
    const ids = shown.associations?.['companies']?.results.map((link) => link.id)
    expect(new Set(ids)).toEqual(new Set(deal?.associations?.['companies']?.map((link) => link.id)))
  })

  test.each(readdirSync(new URL('../../golden/cases', import.meta.url)))('case %s loads', async (file) => {
    const account = loadAccount(golden(`cases/${file}`))

    expect(account.owners.length).toBeGreaterThan(0)
  })
})
