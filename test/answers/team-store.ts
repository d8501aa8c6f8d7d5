/** A store that has read the account, a team North with these owners, and all records up to a moment: there are none yet. */
import type { Owner } from '../../src/domain/company/people.ts'
import type { Rules } from '../../src/domain/company/rules.ts'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { aCursor, anAccount, anOwner, rulesBody } from '../builders.ts'
import { type TestStore, testStore } from '../store/stores.ts'

export async function teamStore(
  owners: readonly Owner[],
  now: number,
): Promise<{ world: TestStore; rules: Rules }> {
  const world = await testStore('sqlite')
  const { store } = world
  const rules = await store.rules.adopt(rulesBody())
  await store.directory.saveAccount(anAccount())
  await store.directory.saveOwners(owners, [{ id: '11', name: 'North' }])
  for (const type of FACT_TYPES) await store.cursors.save(aCursor({ type, asOf: now }))
  return { world, rules }
}

/** Owners with first names alone, and ids and e-mails that follow from these: 1 is ana@example.com. */
export function ownersCalled(names: readonly string[]): Owner[] {
  return names.map((firstName, index) =>
    anOwner({
      id: String(index + 1),
      firstName,
      lastName: '',
      email: `${firstName.toLowerCase()}@example.com`,
    }),
  )
}

/** Owners 1 to `count`, with the e-mails rep1@example.com and so on. */
export function someOwners(count: number): Owner[] {
  return Array.from({ length: count }, (_, index) =>
    anOwner({ id: String(index + 1), email: `rep${index + 1}@example.com` }),
  )
}
