/**
 * A separate process that reads an account into a store once, as a bot does at its start. It may be killed or frozen.
 */
import { openStore, type StoreAddress } from '../../src/store/store.ts'
import { createSync } from '../../src/sync/sync.ts'

const order = JSON.parse(process.argv[2] ?? '') as {
  url: string
  token: string
  address: StoreAddress
  now: number
  /** Its name, if others read into the same store; it exits with 2 if one of them has taken over. */
  replica?: string
}

const { createHubSpotSource } = await import('../../src/hubspot/source.ts')
const clock = { now: () => order.now }
const store = await openStore(order.address)
const source = createHubSpotSource({
  token: order.token,
  baseUrl: order.url,
  clock,
  log: { debug: () => undefined },
  budget: { take: async () => undefined, adopt: () => undefined, hold: () => undefined },
})
const { types, isPolledElsewhere } = await createSync({
  source,
  store,
  clock,
  replica: order.replica,
}).run()
await store.close()
const isDone = Object.values(types).every(({ asOf, error }) => asOf !== null && error === null)
process.exit(isPolledElsewhere ? 2 : isDone ? 0 : 1)
