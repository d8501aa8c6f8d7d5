/** Reading HubSpot from the command line: what it says, how it ends, and that one process at a time writes. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FACT_TYPES } from '../../src/domain/facts/facts.ts'
import { openStore } from '../../src/store/store.ts'
import { aCursor } from '../builders.ts'
import { ANA, type Company, environmentOf, GARBAGE, startCompany } from '../company.ts'
import { contentsOf, testStore } from '../store/stores.ts'
import { aFolder, type Folder, scoreline, startScoreline } from './command.ts'

let company: Company
let folder: Folder

beforeAll(async () => {
  // Nothing is recent enough for two passes of one poll to read it.
  company = await startCompany({ now: Date.now() - 3_600_000, days: 8 })
})
afterAll(() => company.end())
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => {
  company.hubspot.faults.clear()
  folder.remove()
})

const options = () => ({ folder: folder.path, env: environmentOf(company) })

interface TypeLine {
  read: number
  changed: number
  skipped: number
  asOf: string | null
  error: string | null
}

function typesOf(stdout: string): Record<string, TypeLine> {
  return JSON.parse(stdout)
}

function heldIn(type: 'calls' | 'deals'): number {
  return [...company.account.table(type).held()].filter(({ archived }) => !archived).length
}

describe('sync', () => {
  test('fills every type, then reads only what changed, and with --full everything again', async () => {
    const first = await scoreline(['sync', '--json'], options())
    const [call] = company.account.table('calls').held()
    company.account.update('calls', call?.id ?? '', { hs_call_duration: '61000' })
    const again = await scoreline(['sync'], options())
    const full = await scoreline(['sync', '--full', '--json'], options())
    const types = typesOf(first.stdout)

    expect([first.code, again.code, full.code]).toEqual([0, 0, 0])
    expect(Object.keys(types).sort()).toEqual([...FACT_TYPES].sort())
    expect(types['calls']).toEqual({
      read: heldIn('calls'),
      changed: heldIn('calls'),
      skipped: 0,
      asOf: expect.stringMatching(/^20\d\d-.*Z$/),
      error: null,
    })
    expect(types['deals']?.read).toBe(heldIn('deals'))
    expect(first.stderr).toMatch(/reading HubSpot: +100 %/)
    expect(again.stdout).toMatch(/^calls +\d+ read, 1 new or changed, 0 skipped, complete to 20\d\d-/m)
    expect(again.stdout.match(/ 0 new or changed/g)).toHaveLength(FACT_TYPES.length - 1)
    // Both passes read the changed call.
    expect(typesOf(full.stdout)['calls']).toMatchObject({
      read: heldIn('calls') + 1,
      changed: 0,
      error: null,
    })
  })

  test.for([[], ['--full']])(
    'reads the zone, people and rates again even if they were read a moment ago, with %j',
    async (more) => {
      const { account } = company
      const owner = account.owners.find(({ id }) => id === ANA)
      const was = { zone: account.account.timeZone, name: owner?.lastName }
      await scoreline(['sync'], options())
      account.account.timeZone = 'Pacific/Auckland'
      Object.assign(owner ?? {}, { lastName: 'Holm' })
      const { code } = await scoreline(['sync', ...more], options())
      account.account.timeZone = was.zone
      Object.assign(owner ?? {}, { lastName: was.name })
      const store = await openStore({ kind: 'sqlite', path: join(folder.path, 'scoreline.db') })
      const [directory, rules] = [await store.directory.read(), await store.rules.current()]
      await store.close()

      expect(code).toBe(0)
      expect([directory.account?.zone, rules?.accountZone]).toEqual(['Pacific/Auckland', 'Pacific/Auckland'])
      expect(directory.owners.find(({ id }) => id === ANA)?.lastName).toBe('Holm')
    },
  )

  test('a type that may not be read and a record that cannot be read are named, but are not failures', async () => {
    company.hubspot.faults.denyType('emails')
    const [deal] = company.account.table('deals').held()
    const { pipeline = null } = deal?.properties ?? {}
    company.account.update('deals', deal?.id ?? '', GARBAGE, { bump: false })
    const { code, stdout } = await scoreline(['sync', '--json'], options())
    company.account.update('deals', deal?.id ?? '', { pipeline }, { bump: false })
    const { emails, deals, calls } = typesOf(stdout)

    expect(code).toBe(0)
    expect(emails).toMatchObject({
      read: 0,
      asOf: null,
      error: expect.stringMatching(/\(403\).*sales-email-read/),
    })
    expect(deals).toMatchObject({ read: heldIn('deals'), skipped: 1, error: null })
    expect(calls).toMatchObject({ changed: heldIn('calls'), skipped: 0, error: null })
  })

  test('a daily limit that is hit at the start applies until midnight in the account’s zone, as last known', async () => {
    const { account } = company
    const zone = account.account.timeZone
    account.account.timeZone = 'Asia/Tokyo'
    await scoreline(['sync'], options())
    company.hubspot.faults.next({ kind: 'daily', times: 100 })
    const limited = [await scoreline(['sync'], options()), await scoreline(['doctor'], options())]
    account.account.timeZone = zone

    const until = limited.map(
      ({ stdout }) => /cannot be read until (\S+Z), the account's midnight/.exec(stdout)?.[1],
    )
    expect(until.map((instant) => instant?.slice(11))).toEqual(['15:00:00.000Z', '15:00:00.000Z'])
  })

  test('a type that cannot be compared with HubSpot is a failure that names it', async () => {
    const first = await scoreline(['sync'], options())
    company.hubspot.faults.next({ kind: 'status', status: 400, match: { type: 'calls', kind: 'batchRead' } })
    const { code, stdout, stderr } = await scoreline(['sync', '--full', '--json'], options())

    expect([first.code, code]).toEqual([0, 1])
    expect(typesOf(stdout)['calls']).toMatchObject({ skipped: 0, error: null })
    expect(stderr).toMatch(/^The stored records of calls were not compared with HubSpot: .*400/m)
    expect(stderr.match(/not compared/g)).toHaveLength(1)
  }, 60_000)

  test('a refused token is a failure that says what to do', async () => {
    company.hubspot.faults.refuseToken()
    const { code, stdout, stderr } = await scoreline(['sync', '--json'], options())

    expect(code).toBe(1)
    expect(typesOf(stdout)['calls']?.error).toMatch(/HUBSPOT_ACCESS_TOKEN was refused \(401\)/)
    expect(stdout + stderr).not.toContain(company.hubspot.token)
  })
})

describe('Ctrl-C', () => {
  test('ends a fill at once, says so, and the next one continues it', async () => {
    company.hubspot.faults.next({ kind: 'hang', match: { type: 'calls', kind: 'list' } })
    const first = startScoreline(['sync'], options())
    await first.until(/reading HubSpot/)
    const askedAt = performance.now()
    const { code, stdout, stderr } = await first.stop('SIGINT')
    const tookMs = performance.now() - askedAt
    const next = await scoreline(['sync', '--json'], options())

    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^Stopped\. The next sync goes on from here\.$/m)
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(tookMs).toBeLessThan(3_000)
    expect(next.code).toBe(0)
    expect(typesOf(next.stdout)['calls']).toMatchObject({ error: null })
  })
})

describe('a kill after the fill, before the details of deals are read', () => {
  const DETAILED = ['close_date_slip', 'arpa']

  async function reported() {
    const { stdout } = await scoreline(['report', '--period', 'this month', '--json'], options())
    const { 'this month': month, _meta } = JSON.parse(stdout)
    const { everyone } = month
    const entered = everyone._funnel.default.stages.map((stage: { entered: unknown }) => stage.entered)
    const numerators = [...DETAILED, 'revenue'].map((id) => everyone[id].numerator)
    return { numbers: [...numerators, entered[0]].map((number) => typeof number), _meta }
  }

  test('leaves no partial number, and the next sync completes them', async () => {
    for (const kind of ['batchRead', 'associations'] as const)
      company.hubspot.faults.next({ kind: 'hang', match: { type: 'deals', kind }, times: 99 })
    company.hubspot.requests.reset()
    const sync = startScoreline(['sync'], options())
    const isHeld = () => company.hubspot.requests.latest.some(({ kind }) => kind === 'batchRead')
    while (!isHeld()) await sleep(20)
    const held = await reported()
    await sync.stop('SIGKILL')
    company.hubspot.faults.clear()
    const killed = await reported()
    const next = await scoreline(['sync'], options())
    const complete = await reported()

    expect(held.numbers).toEqual(['object', 'object', 'number', 'object'])
    expect(held._meta.incomplete).toMatchObject({
      deals: { reason: 'loading', progress: 0 },
      companies: { reason: 'loading', progress: 0 },
    })
    expect([killed.numbers, killed._meta.incomplete]).toEqual([held.numbers, held._meta.incomplete])
    expect([next.code, complete._meta.incomplete]).toEqual([0, {}])
    expect(complete.numbers).toEqual(['number', 'number', 'number', 'number'])
  }, 60_000)
})

describe('two processes on one file', () => {
  test('the second is refused, and a killed one blocks nobody', async () => {
    company.hubspot.faults.next({ kind: 'hang', match: { type: 'calls', kind: 'list' } })
    const first = startScoreline(['sync'], options())
    await first.until(/reading HubSpot/)

    const second = await scoreline(['sync'], options())
    const start = await scoreline(['start'], options())
    const reader = await scoreline(['verify'], options())
    const { signal } = await first.stop('SIGKILL')
    const third = await scoreline(['sync', '--json'], options())

    expect([second.code, second.stdout]).toEqual([1, ''])
    expect(second.stderr).toMatch(
      /^Another 'scoreline start' or 'sync' runs on .*scoreline\.db\. Stop it first\.$/m,
    )
    expect([start.code, start.stderr]).toEqual([1, second.stderr])
    expect(reader.code).toBe(0)
    expect([signal, third.code]).toEqual(['SIGKILL', 0])
    expect(typesOf(third.stdout)['calls']).toMatchObject({ error: null, skipped: 0 })
  })
})

describe('two processes on one PostgreSQL', () => {
  test('a sync --full is refused while another one reads, and has written nothing', async () => {
    const world = await testStore('postgres')
    const url = world.address.kind === 'postgres' ? world.address.url : ''
    const shared = { ...options(), env: { ...environmentOf(company), DATABASE_URL: url } }
    try {
      for (const type of FACT_TYPES) await world.store.cursors.save(aCursor({ type, asOf: Date.now() }))
      await world.store.leases.acquire({ name: 'poll', holder: 'another' })
      const before = await contentsOf(world.address)
      const { code, stderr } = await scoreline(['sync', '--full'], shared)
      const after = await contentsOf(world.address)

      expect(code).toBe(1)
      expect(stderr).toMatch(/^Another process is reading HubSpot into this store right now/m)
      expect(after).toEqual(before)
    } finally {
      await world.end()
    }
  })

  test('one reads at a time, the other says so, and takes over when the first has ended', async () => {
    const world = await testStore('postgres')
    const url = world.address.kind === 'postgres' ? world.address.url : ''
    const shared = { ...options(), env: { ...environmentOf(company), DATABASE_URL: url } }
    try {
      company.hubspot.faults.next({ kind: 'hang', match: { type: 'calls', kind: 'list' } })
      const first = startScoreline(['sync'], shared)
      await first.until(/reading HubSpot/)
      const second = await scoreline(['sync', '--json'], shared)
      const doctor = await scoreline(['doctor'], shared)
      await first.stop('SIGTERM')
      const third = await scoreline(['sync', '--json'], shared)

      expect([second.code, second.stdout]).toEqual([1, ''])
      expect(second.stderr).toMatch(/^Another process is reading HubSpot into this store right now/m)
      expect(doctor.stdout).toMatch(/^ok {3}at work +\S+:\d+:\S+ polls at this moment$/m)
      expect(third.code).toBe(0)
      expect(typesOf(third.stdout)['calls']).toMatchObject({ error: null })
      expect(await world.store.facts.count('calls')).toBe(heldIn('calls'))
    } finally {
      await world.end()
    }
  })
})
