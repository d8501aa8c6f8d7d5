/** Deals with deal splits: how many there are, where an account has them at all. */
import { expect, test } from 'vitest'
import { anAccount, aWorld, errorOf } from './worlds.ts'

function anAccountWithSplits() {
  const account = anAccount()
  for (const split of ['true', 'true', 'false', null]) account.create('deals', { hs_is_deal_split: split })
  return account
}

test('are counted by one search', async () => {
  const { source, sent } = await aWorld({ account: anAccountWithSplits() })

  expect(await source.countSplitDeals()).toBe(2)
  expect(sent.map(({ kind }) => kind)).toEqual(['general', 'search'])
})

test('are none, without a search, in an account that does not have the property', async () => {
  const account = anAccountWithSplits()
  account.archivedProperties.set('deals', new Set(['hs_is_deal_split']))
  const { source, sent } = await aWorld({ account })

  expect(await source.countSplitDeals()).toBe(0)
  expect(sent.map(({ kind }) => kind)).toEqual(['general'])
})

test('are none if the token may not read deals; any other fault is one', async () => {
  const { source, sandbox } = await aWorld({ account: anAccountWithSplits() })

  sandbox.faults.refuseToken()
  expect(await errorOf(source.countSplitDeals())).toMatchObject({ fault: 'unauthorized' })
  sandbox.faults.clear()
  sandbox.faults.denyType('deals')
  expect(await source.countSplitDeals()).toBe(0)
})
