/**
 * The main job: HubSpot is read, the digest is posted once and on time, and answers to people show the same numbers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveUntil } from '../../src/sandbox/hubspot/company/company.ts'
import type { Bot } from '../../src/wiring.ts'
import { ANA, GUEST, IOANA, STRANGER, userId } from '../company.ts'
import { DATABASES } from '../store/stores.ts'
import { type CompanyBot, companyBot } from './company-bot.ts'
import { startTickingBot, type TickingBot } from './ticking-bot.ts'

/** 07:50 in Copenhagen, a Wednesday. */
const BEFORE = '2026-11-18T06:50:00Z'
const DUE = '2026-11-18T07:00:05Z'

/** A bot on the real clock, set up first so that its digest comes due while the other tests run. */
let ticking: TickingBot
beforeAll(async () => {
  ticking = await startTickingBot()
})
afterAll(() => ticking.end())

describe.each(DATABASES)('a morning on %s', (database) => {
  let world: CompanyBot
  let bot: Bot

  beforeAll(async () => {
    world = await companyBot(database, BEFORE, { days: 100 })
    bot = await world.newBot()
    await bot.start()
  })
  afterAll(async () => {
    await bot.stop()
    await world.end()
  })

  test('nothing is posted before the digest is due', async () => {
    const run = await bot.digests.runDue()
    await bot.deliveries.work()

    expect(run).toMatchObject({ queued: 0, failed: 0 })
    expect(world.company.slack.workspace.messages).toEqual([])
  })

  test('the digest is posted once at its minute: lines in the channel, the table of all reps in its thread', async () => {
    world.setTime(DUE)
    liveUntil(world.company.account, world.clock.now())
    await bot.sync.run()
    const run = await bot.digests.runDue()
    await bot.deliveries.work()
    const [post, ...more] = world.posts()
    const [table, ...others] = world.posts(post?.ts)
    const lines = (post?.text ?? '').split('\n')

    expect(run).toMatchObject({ queued: 1, late: 0, skipped: 0, failed: 0 })
    expect(more).toEqual([])
    expect(post?.blocks.length).toBeGreaterThan(0)
    expect(lines[0]).toBe('Everyone · Wed 18 Nov')
    expect(lines[1]).toMatch(/^November [▓░]{10} \d+ % of €[\d.]+k$/)
    expect(lines.filter((line) => /^[1-5] .+ €/.test(line))).toHaveLength(5)
    expect(lines.at(-1)).toBe('As of 08:00 Copenhagen · details ↓')
    expect(lines.length).toBeLessThanOrEqual(12)
    expect(lines.filter((line) => [...line].length > 40)).toEqual([])
    expect(others).toEqual([])
    expect(table?.blocks.map(({ type }) => type)).toContain('data_table')
    expect(JSON.stringify(table?.blocks)).toContain('Ana Sørensen')
  })

  test('the outbox has each message as sent, with its ts', async () => {
    const deliveries = await world.store.deliveries.list(10)
    const [post] = world.posts()
    const [table] = world.posts(post?.ts)
    const states = deliveries.map(({ state, ts, attempts, error }) => ({ state, ts, attempts, error }))

    expect(states).toHaveLength(2)
    expect(states).toEqual(
      expect.arrayContaining(
        [post, table].map((message) => ({ state: 'sent', ts: message?.ts, attempts: 1, error: null })),
      ),
    )
    expect(await world.store.slots.list(10)).toMatchObject([
      { localDate: '2026-11-18', outcome: 'sent', dueAt: Date.parse('2026-11-18T07:00:00Z') },
    ])
  })

  test('another check, a second bot and a restart post nothing more', async () => {
    const other = await world.newBot()
    await Promise.all([bot.digests.runDue(), other.digests.runDue()])
    await Promise.all([bot.deliveries.work(), other.deliveries.work()])
    await bot.stop()
    bot = await world.newBot()
    await bot.start()
    await bot.digests.runDue()
    await bot.deliveries.work()

    expect(world.posts()).toHaveLength(1)
    expect(world.company.slack.workspace.messages).toHaveLength(2)
  })

  test('a rep asks for the day, the quota, a number, the board and help, and nobody else sees the answers', async () => {
    const words = ['', 'quota', 'calls last week', 'top 5', 'help']
    const answers = []
    for (const line of words) answers.push(await world.ask(userId(ANA), line))
    const [day, quota, calls, top, help] = answers.map(({ text }) => text)

    expect(answers.map(({ isPrivate }) => isPrivate)).toEqual(words.map(() => true))
    expect(day).toMatch(/^Today, Wed 18 Nov\nCalls: \d+ of \d+/)
    expect(quota).toMatch(/^\d+ % of €25,500 · Bookings, this month\n/)
    expect(calls).toMatch(
      /^Calls last week: [1-9]\d*\n.*\nYour team, North: [1-9]\d*\nRank \d+ of \d+\nCalls · /,
    )
    expect(top).toMatch(/^Everyone · Bookings · this month\n1 .+ €.*\n2 .+ €/)
    expect(top).toMatch(/^\d+ Ana Sørensen \(you\) €/m)
    expect(help).toMatch(/^What you can type\n\/sales\n/)
    for (const text of [day, quota, calls, top]) {
      expect(text).toMatch(/Europe\/Copenhagen · data as of 08:00$/)
    }
  })

  test('the digest, its table, the board and the answers agree', async () => {
    const [post] = world.posts()
    const [table] = world.posts(post?.ts)
    const board = /^\d .+ €.+$/gm
    const [ana] = tableRows(table?.blocks ?? []).filter(([name]) => name === 'Ana Sørensen')
    const { text: top } = await world.ask(userId(ANA), 'top 5')
    const { text: quota } = await world.ask(userId(ANA), 'quota')
    const { text: calls } = await world.ask(userId(ANA), 'calls this month')

    expect(post?.text.match(board)).toHaveLength(5)
    expect(post?.text.match(board)).toEqual(top.match(board)?.slice(0, 5))
    expect(ana?.[1]).toBe(/^Calls this month: (\d+)/.exec(calls)?.[1])
    expect(ana?.[3]).toBe(/^\d+ %/.exec(quota)?.[0])
  })

  test('nobody gets another person’s numbers, neither by mention nor by name', async () => {
    const mention = await world.ask(userId(ANA), '@ioana calls this month')
    const name = await world.ask(userId(ANA), 'Ioana Ștefănescu calls this month')
    const own = await world.ask(userId(IOANA), '@ioana calls this month')

    expect(mention.text).toMatch(/^Only the person, their manager and /)
    expect(name.text).toBe(mention.text)
    expect(own.text).toMatch(/^Calls this month: \d+/)
    expect(mention.text + name.text).not.toMatch(/Calls this month/)
  })

  test('people who are not in HubSpot and guests get no numbers, and an explanation', async () => {
    const stranger = await world.ask(STRANGER.id, 'calls')
    const guest = await world.ask(userId(GUEST), 'calls')

    expect(stranger.text).toMatch(/^I cannot tell which HubSpot user you are/)
    expect(guest.text).toMatch(/^Scoreline answers only full members of this workspace/)
    expect([stranger, guest].map(({ isPrivate }) => isPrivate)).toEqual([true, true])
  })

  test('unknown words bring help, and a typo is corrected and mentioned', async () => {
    const typo = await world.ask(userId(ANA), 'calsl last week')
    const unknown = await world.ask(userId(ANA), 'frobnicate')

    expect(typo.text).toMatch(/^Calls last week: /m)
    expect(typo.text).toMatch(/calsl/)
    expect(unknown.text).toMatch(/^I do not know “frobnicate”\.\nWhat you can type/)
  })

  test('a bot that dies between deciding and posting posts once after its restart', async () => {
    world.setTime('2026-11-19T07:00:05Z')
    await bot.stop()
    const dying = await world.newBot()
    await dying.sync.run()
    await dying.digests.runDue()
    const before = world.posts().length
    bot = await world.newBot()
    await bot.start()
    await bot.digests.runDue()
    await Promise.all([bot.deliveries.work(), bot.deliveries.work()])

    expect([before, world.posts().length]).toEqual([1, 2])
  })

  test('a post is looked for, not sent again, if its answer was lost', async () => {
    world.setTime('2026-11-20T07:00:05Z')
    await bot.sync.run()
    world.company.slack.faults.next('chat.postMessage', { kind: 'accept-then-reset' })
    await bot.digests.runDue()
    await bot.deliveries.work()
    const [uncertain] = (await world.store.deliveries.list(20)).filter(({ state }) => state === 'uncertain')
    world.setTime('2026-11-20T07:01:30Z')
    await bot.deliveries.work()
    await bot.deliveries.work()
    const deliveries = await world.store.deliveries.list(20)

    expect(uncertain).toBeDefined()
    expect(world.posts()).toHaveLength(3)
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(['sent']))
    expect(deliveries.find(({ id }) => id === uncertain?.id)?.ts).toBe(world.posts().at(-1)?.ts)
  })

  test('during all this, the only complaint is about the lost answer', () => {
    expect(world.complaints).toEqual([expect.stringContaining('http request failed')])
  })
})

test('the schedule itself triggers a digest at its minute, and the outbox posts it', {
  timeout: 90_000,
}, async () => {
  const { slack } = ticking.company
  const post = await slack.waitFor(
    ({ messages }) => messages.find((one) => one.threadTs === undefined),
    80_000,
  )
  const table = await slack.waitFor(({ messages }) => messages.find((one) => one.threadTs === post.ts))
  const sent = async () => (await ticking.store.deliveries.list(5)).filter(({ state }) => state === 'sent')
  await expect.poll(sent).toHaveLength(2)
  const [slot] = await ticking.store.slots.list(5)

  expect(Number(post.ts) * 1000).toBeGreaterThanOrEqual(ticking.dueAt)
  expect(Number(post.ts) * 1000).toBeLessThan(ticking.dueAt + 15_000)
  expect(table.blocks.map(({ type }) => type)).toContain('data_table')
  expect((await sent()).map(({ ts }) => ts).sort()).toEqual([post.ts, table.ts].sort())
  expect(slot).toMatchObject({ dueAt: ticking.dueAt, outcome: 'sent' })
})

/** The cells of a data_table as text, without the header. */
function tableRows(blocks: readonly { [key: string]: unknown }[]): string[][] {
  const rows = blocks.flatMap((block) =>
    block['type'] === 'data_table' ? (block['rows'] as { text: string }[][]) : [],
  )
  return rows.slice(1).map((cells) => cells.map(({ text }) => text))
}
