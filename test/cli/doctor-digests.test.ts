/** What doctor finds about digests and about the people alerted to their problems. */
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Settlement } from '../../src/ports/delivery-store.ts'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { ANA, DIGEST, environmentOf, GUEST, SALES, userId } from '../company.ts'
import { aDigest } from '../deliveries/fakes.ts'
import { scoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

interface Finding {
  check: string
  state: string
  text: string
  remedy: string | null
}

let world: FilledCompany
beforeAll(async () => {
  world = await filledCompany({ now: Date.now(), days: 3 })
})
afterAll(() => world.end())
afterEach(() => set({ digests: [DIGEST], roles: [] }))

async function set(settings: object): Promise<void> {
  const { code, stderr } = await world.run(['settings', 'import', '-'], JSON.stringify(settings))
  if (code !== 0) throw new Error(stderr)
}

async function findings(env: Record<string, string> = {}): Promise<Finding[]> {
  const { stdout } = await scoreline(['doctor', '--json'], {
    folder: world.folder.path,
    env: { ...environmentOf(world.company), ...env },
  })
  return JSON.parse(stdout)
}

function about(found: readonly Finding[], name: string): string[] {
  return found.filter(({ check }) => check === `digest ${name}`).map(({ state, text }) => `${state} ${text}`)
}

describe('a digest', () => {
  test('is named with what to do if its channel is missing, archived, shared, or without the bot', async () => {
    const { channels, scopes } = world.company.slack.workspace
    const before = channels.length
    channels.push(
      { id: 'C0OLD', name: 'old', isArchived: true, members: ['U0SANDBOX01'] },
      { id: 'C0EXT', name: 'partners', isExtShared: true, members: ['U0SANDBOX01'] },
      { id: 'C0OUT', name: 'elsewhere', members: [] },
    )
    const ids = ['C0OLD', 'C0EXT', 'C0OUT', 'C0NONE']
    await set({ digests: ids.map((channel) => ({ ...DIGEST, name: channel, channel })) })
    const found = await findings()
    scopes.add('chat:write.public')
    const open = await findings()
    scopes.delete('chat:write.public')
    channels.splice(before)

    expect(ids.flatMap((id) => about(found, id).slice(1))).toEqual([
      'fix its channel #old (C0OLD) is archived',
      'fix #partners (C0EXT) is shared with another organisation',
      'fix the bot is not in #elsewhere (C0OUT)',
      expect.stringMatching(/^fix its channel C0NONE cannot be checked \(channel_not_found: /),
    ])
    expect(found.filter(({ state, remedy }) => state === 'fix' && !remedy)).toEqual([])
    expect(about(open, 'C0OUT')[1]).toMatch(/^note may post to #elsewhere \(C0OUT\), but is not in it/)
  })

  test('needs an existing scope and metrics in which people are ranked; one that is off is left alone', async () => {
    await set({
      digests: [
        { ...DIGEST, scope: 'team:999', board: 'margin', columns: ['calls', 'admin_time'] },
        { ...DIGEST, name: 'off', scope: 'team:999', channel: 'C0NONE', enabled: false },
      ],
    })
    const found = await findings()

    expect(about(found, DIGEST.name).filter((line) => line.startsWith('fix'))).toEqual([
      'fix its scope team:999 does not exist',
      'fix margin is left out: nobody is ranked by it where others can see',
      'fix admin_time is left out: nobody is ranked by it where others can see',
    ])
    expect(about(found, 'off')).toEqual(['ok switched off'])
  })

  test('says what became of its last post: to be fixed, looked for, or in order', async () => {
    const ends = {
      failed: { state: 'failed', error: 'not_in_channel: invite the bot' },
      unknown: { state: 'unknown', error: 'ECONNRESET' },
      sent: { state: 'sent', ts: '1.1' },
    } as const
    await set({ digests: Object.keys(ends).map((name) => ({ ...DIGEST, name })) })
    await inStore(async (store) => {
      for (const [name, end] of Object.entries(ends)) await post(store, name, end)
    })
    const found = await findings()

    expect(Object.keys(ends).map((name) => about(found, name)[1])).toEqual([
      'fix last 2026-11-18: failed: not_in_channel: invite the bot',
      'note last 2026-11-18: unknown: may be in the channel: check there (ECONNRESET)',
      'ok last 2026-11-18: sent',
    ])
  })
})

async function inStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ kind: 'sqlite', path: join(world.folder.path, 'scoreline.db') })
  await work(store).finally(() => store.close())
}

async function post(store: Store, name: string, end: Settlement): Promise<void> {
  const key = `digest|${name}|2026-11-18|C0SALES`
  const message = { kind: 'digest', digest: aDigest({ name }) } as const
  const slot = { schedule: `digest|daily|${name}`, localDate: '2026-11-18', dueAt: 1 }
  const done = { outcome: 'queued', deliveryKey: key, reason: null, at: 1 } as const
  await store.deliveries.add([{ key, channel: SALES.id, message }], { ...slot, ...done })
  const [{ id = '' } = {}] = await store.deliveries.claim({ limit: 1, worker: 'w' })
  await store.deliveries.beginSending(id, 'w')
  await store.deliveries.settle(id, end, { state: 'sending', worker: 'w' })
}

describe('people who are told about problems', () => {
  test('are full members, each named by an id', async () => {
    const roles = [{ user: 'ana.sorensen@fjordlys.example', role: 'admin' }]
    await set({ roles, digests: [{ ...DIGEST, owner: userId(GUEST) }] })
    const found = await findings({ SCORELINE_ADMINS: `${userId(ANA)},U0NOBODY` })
    const people = found.filter(({ check }) => /^(admin|owner) /.test(check))

    expect(people.map(({ check, state, text }) => `${state} ${check}: ${text}`)).toEqual([
      `fix owner ${userId(GUEST)}: Mikkel Kjær is a guest, not a full member`,
      `ok admin ${userId(ANA)}: Ana Sørensen, a full member`,
      'fix admin U0NOBODY: cannot be checked (user_not_found)',
      'note admin ana.sorensen@fjordlys.example: is named by e-mail, which messages cannot be sent to',
    ])
    expect(people[3]?.remedy).toBe(`Replace it with ${userId(ANA)} in the settings.`)
  })

  test('are missing where nobody is named', async () => {
    expect(await findings()).toContainEqual(expect.objectContaining({ check: 'admins', state: 'note' }))
  })
})
