/** What HubSpot says about the object types that own metrics name. */
import { describe, expect, test } from 'vitest'
import { loadAccount } from '../../src/sandbox/hubspot/load-account.ts'
import { allScopes } from '../../src/sandbox/hubspot/scopes.ts'
import { aWorld, golden } from './worlds.ts'

async function ask(name: string, properties: string[], scopes: readonly string[] = allScopes) {
  const { source } = await aWorld({ account: loadAccount(golden('dataset.json')), scopes })
  const [object] = await source.objects([{ name, properties }])
  return object
}

describe('an object type that own metrics name', () => {
  test('has its type, its label, and the types of the properties that were asked about', async () => {
    expect(await ask('p4000007_visits', ['visit_date', 'duration_minutes'])).toEqual({
      name: 'p4000007_visits',
      type: '2-4711',
      label: 'Visits',
      problem: null,
      asked: ['visit_date', 'duration_minutes'],
      types: { visit_date: 'date', duration_minutes: 'number' },
      labels: { visit_date: expect.any(String), duration_minutes: expect.any(String) },
    })
    expect(await ask('meeting', [])).toMatchObject({ type: 'meetings', label: 'Meetings' })
  })

  test('names what was probably meant by properties that it does not have', async () => {
    const object = await ask('quotes', ['hs_quote_amuont', 'status', 'esign_date', 'favourite_colour'])

    expect(object).toMatchObject({
      types: {},
      near: { hs_quote_amuont: ['hs_quote_amount'], status: ['hs_status'], esign_date: ['hs_esign_date'] },
    })
    expect(object?.near).not.toHaveProperty('favourite_colour')
  })

  test('has a problem if there is no such type, or if the token may not read it', async () => {
    expect(await ask('dragons', ['born_on'])).toMatchObject({ type: null, problem: 'unknownObject' })
    expect(
      await ask(
        'quotes',
        ['hs_status'],
        allScopes.filter((scope) => scope !== 'crm.objects.quotes.read'),
      ),
    ).toMatchObject({ type: null, problem: 'forbidden', lacking: ['crm.objects.quotes.read'] })
  })
})
