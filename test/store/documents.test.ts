import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { anAccount } from '../builders.ts'
import { DATABASES, type TestStore, testStore, writeInto } from './stores.ts'

describe.each(DATABASES)('a document on %s', (database) => {
  let world: TestStore

  beforeEach(async () => {
    world = await testStore(database)
    await world.store.directory.saveAccount(anAccount())
  })
  afterEach(() => world.end())

  const accountOf = async ({ directory } = world.store) => (await directory.read()).account

  it('is read only once while nobody writes it', async () => {
    const read = await accountOf()
    await writeInto(world.address, ["update documents set body = 'no JSON'"])

    expect(await accountOf()).toBe(read)
  })

  it('is read again after another process has written it', async () => {
    await accountOf()
    const other = await openStore(world.address)
    await other.directory.saveAccount(anAccount({ currency: 'SEK' }))
    await other.close()

    expect(await accountOf()).toEqual(anAccount({ currency: 'SEK' }))
  })

  it('is not mistaken for that of another database', async () => {
    const another = await testStore(database)
    await another.store.directory.saveAccount(anAccount({ currency: 'DKK' }))

    expect([await accountOf(another.store), await accountOf()]).toEqual([
      anAccount({ currency: 'DKK' }),
      anAccount(),
    ])
    await another.end()
  })
})
