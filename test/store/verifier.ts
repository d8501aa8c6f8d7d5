/** A process of its own that verifies a store and prints what it found and how much memory it needed. */
import { openStore, type StoreAddress } from '../../src/store/store.ts'

const address: StoreAddress = JSON.parse(process.argv[2] ?? '')
const store = await openStore(address)
const { facts, tallies, differing } = await store.tallies.verify()
await store.close()
const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024)
process.stdout.write(JSON.stringify({ megabytes, facts, tallies, differing }))
