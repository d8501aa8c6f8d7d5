/** A process that is frozen while it is the leader, and wakes when another one leads. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import { LEASE_MS } from '../../src/ports/leases.ts'
import { aCall } from '../builders.ts'
import { heldIn, truthOf } from './looks.ts'
import { addCall, atEnd, aWorld, BEN, HOUR, type World } from './worlds.ts'

const FILLER = join(import.meta.dirname, 'filler.ts')
const ELSEWHERE = 2

/** A replica in a separate process, which polls once. */
function aReplica({ sandbox, address, clock }: World) {
  const { url, token } = sandbox
  const order = JSON.stringify({ url, token, address, now: clock.now(), replica: 'frozen' })
  const child = spawn(process.execPath, [FILLER, order], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  atEnd(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended }
}

async function aClient({ address }: World): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address.kind === 'postgres' ? address.url : '' })
  await client.connect()
  atEnd(() => client.end())
  return client
}

/** Freezes it repeatedly until it is in a transaction that holds the lock for all changes. */
async function freezeInTransaction(child: ChildProcess, client: pg.Client): Promise<void> {
  while (child.exitCode === null) {
    await sleep(7)
    child.kill('SIGSTOP')
    await sleep(30)
    const { rows } = await client.query(`select a.pid from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and a.state = 'idle in transaction'
      and a.datname = current_database()`)
    if (rows.length > 0) return
    child.kill('SIGCONT')
  }
  throw new Error('the process ended before it was frozen')
}

it('a process frozen in a transaction blocks the others only for seconds, and writes nothing when it wakes', async () => {
  const world = await aWorld({ database: 'postgres' })
  for (let at = 0; at < 20_000; at++) addCall(world.account)
  await world.store.directory.saveAccount({
    portalId: '1',
    zone: 'Europe/Copenhagen',
    currency: 'EUR',
    uiDomain: 'app.hubspot.com',
  })
  const client = await aClient(world)
  const { child, ended } = aReplica(world)
  while ((await world.store.facts.count('calls')) === 0) await sleep(20)
  await freezeInTransaction(child, client)
  const rules = await world.store.rules.current()
  if (!rules) throw new Error('the process must have adopted rules')

  const frozenAt = performance.now()
  await world.store.facts.savePage({ type: 'calls', facts: [aCall({ id: '9' })], skipped: [] }, rules)
  const waitedMs = performance.now() - frozenAt
  await world.store.facts.savePage({ type: 'calls', facts: [], skipped: [], gone: ['9'] }, rules)
  world.pass(LEASE_MS)
  const taken = await world.newSync({ replica: 'next' }).run()
  child.kill('SIGCONT')
  const code = await ended

  expect(waitedMs).toBeGreaterThan(1_000)
  expect(waitedMs).toBeLessThan(10_000)
  expect([taken.isPolledElsewhere, code]).toEqual([false, ELSEWHERE])
  expect(await heldIn(world.store)).toEqual(truthOf(world.account))
}, 120_000)

it('a process frozen after it requested the owners does not bring back one archived in the meantime', async () => {
  const world = await aWorld({ database: 'postgres' })
  await world.sync.run()
  world.pass(HOUR)
  world.sandbox.faults.next({ kind: 'slow', delayMs: 1_000, match: { type: 'owners' } })
  world.sandbox.requests.reset()
  const { child, ended } = aReplica(world)
  while (!world.sandbox.requests.latest.some(({ subject }) => subject === 'users')) await sleep(5)
  await sleep(100)
  child.kill('SIGSTOP')
  await sleep(1_500)
  const ben = world.account.owners.find(({ id }) => id === BEN)
  Object.assign(ben ?? {}, { archived: true, updatedAt: new Date(world.clock.now()).toISOString() })
  world.pass(LEASE_MS)
  const taken = await world.newSync({ replica: 'next' }).run()
  const archived = async () =>
    (await world.store.directory.read()).owners.filter(({ isArchived }) => isArchived).map(({ id }) => id)
  const before = await archived()
  child.kill('SIGCONT')
  const code = await ended

  expect([taken.isPolledElsewhere, code]).toEqual([false, ELSEWHERE])
  expect([before, await archived()]).toEqual([[BEN], [BEN]])
}, 60_000)
