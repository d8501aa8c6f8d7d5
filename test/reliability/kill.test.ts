/** A first fill that is killed repeatedly ends in the same state as an undisturbed one. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { FACT_TYPES, type FactType } from '../../src/domain/facts/facts.ts'
import { bulkAccount } from '../../src/sandbox/hubspot/bulk-account.ts'
import type { StoreAddress } from '../../src/store/store.ts'
import { aFolder, scoreline, startScoreline } from '../cli/command.ts'
import { allTallies } from '../sync/worlds.ts'
import { heldIn } from './looks.ts'
import { aWorld, large, NOON, type World } from './worlds.ts'

const KILLS = [
  { database: 'sqlite', kills: large(100), inFull: 100 },
  { database: 'postgres', kills: large(40), inFull: 40 },
] as const
const FILLER = join(import.meta.dirname, 'filler.ts')

/** An account with so many activities that no process finishes before the last kill. */
const accountFor = (kills: number) =>
  bulkAccount({
    activities: 1_000 * kills,
    deals: 260,
    reps: 4,
    days: 20,
    zone: 'Europe/Copenhagen',
    now: NOON,
  })

interface Life {
  world: World
  address: StoreAddress
  /** It is killed after sending this many requests; if omitted, it may end by itself. */
  requests?: number
}

/** Resolves to the exit code, or to the signal that killed the process. */
async function live({ world, address, requests }: Life): Promise<number | NodeJS.Signals | null> {
  const { url, token } = world.sandbox
  const order = JSON.stringify({ url, token, address, now: NOON })
  const child = spawn(process.execPath, [FILLER, order], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  if (requests === undefined) return ended
  const until = world.sandbox.requests.total + requests
  while (child.exitCode === null && world.sandbox.requests.total < until) await sleep(1)
  child.kill('SIGKILL')
  return ended
}

describe('kill -9', () => {
  it.each(KILLS)(
    'S12: a fill into $database that is killed $kills of $inFull times is as complete as one that is not, and reads hardly a page twice',
    async ({ database, kills }) => {
      const world = await aWorld({ database, account: accountFor(kills) })
      const endings: (number | NodeJS.Signals | null)[] = []
      for (let at = 0; at < kills; at++) {
        endings.push(await live({ world, address: world.address, requests: 6 + ((at * 7) % 17) }))
      }
      const isUndone = (await world.store.cursors.read()).some(({ asOf }) => asOf === null)
      endings.push(await live({ world, address: world.address }))

      expect(isUndone).toBe(true)
      expect(endings).toEqual([...Array(kills).fill('SIGKILL'), 0])
      for (const type of FACT_TYPES) {
        expect(listed(world, type), type).toBeGreaterThan(0)
        const pages = Math.max(1, Math.ceil((await world.store.facts.count(type)) / 100))
        expect(listed(world, type), type).toBeLessThanOrEqual(pages + 2 * kills)
      }
      const undisturbed = await aWorld({ account: world.account })
      await undisturbed.sync.run()
      expect(await heldIn(world.store)).toEqual(await heldIn(undisturbed.store))
      expect(await allTallies(world.store)).toEqual(await allTallies(undisturbed.store))
      expect(await asOfs(world)).toEqual(await asOfs(undisturbed))
    },
    1_000_000,
  )
})

function listed({ sandbox }: World, type: FactType): number {
  const { byPath } = sandbox.requests
  const paths = Object.keys(byPath).filter((path) => path.endsWith(`/${type}`))
  return paths.reduce((sum, path) => sum + (byPath[path] ?? 0), 0)
}

async function asOfs({ store }: World) {
  return (await store.cursors.read()).map(({ type, asOf }) => [type, asOf])
}

describe('Ctrl-C', () => {
  it('ends a sync immediately with a plain message, and the next one continues from there', async () => {
    const world = await aWorld({ account: accountFor(1) })
    const folder = aFolder()
    const env = {
      HUBSPOT_ACCESS_TOKEN: world.sandbox.token,
      HUBSPOT_API_URL: world.sandbox.url,
      DATABASE_URL: 'sqlite:scoreline.db',
    }
    try {
      world.sandbox.faults.next({ kind: 'hang', match: { type: 'calls', kind: 'list' }, after: 2 })
      const sync = startScoreline(['sync'], { folder: folder.path, env })
      while (listed(world, 'calls') < 3 || listed(world, 'emails') < 3) await sleep(5)
      const stopped = await sync.stop('SIGINT')
      world.sandbox.requests.reset()
      const next = await scoreline(['sync', '--json'], { folder: folder.path, env })
      const checked = await scoreline(['verify'], { folder: folder.path, env })

      expect([stopped.code, stopped.signal, stopped.stdout]).toEqual([1, null, ''])
      expect(stopped.stderr).toMatch(/^Stopped\. The next sync goes on from here\.$/m)
      expect(stopped.stderr).not.toMatch(/\n +at /)
      expect(stopped.tookMs).toBeLessThan(15_000)
      expect([next.code, checked.code]).toEqual([0, 0])
      expect(JSON.parse(next.stdout)).toMatchObject({ calls: { error: null }, emails: { error: null } })
      expect(listed(world, 'calls')).toBeLessThan(5)
    } finally {
      folder.remove()
    }
  }, 60_000)
})
