/** Database connections that are cut, one by one or by a restart, interrupt the running query and nothing else. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import { createAnswers } from '../../src/answers/answers.ts'
import { createDeliveries } from '../../src/deliveries/deliveries.ts'
import { LEXICONS } from '../../src/i18n/lexicons.ts'
import { aDigest, fakeClock, fakeLog, fakeMessenger } from '../deliveries/fakes.ts'
import { startPostgres } from '../postgres-server.ts'
import { heldIn, truthOf } from './looks.ts'
import { addCall, atEnd, aWorld, HOUR, large, MINUTE, NOON, type World, winDeal } from './worlds.ts'

const CUTS = large(50)
const RESTARTS = large(20)

/** What a bot does all day: it reads, answers and posts, each repeatedly until `isOver`. */
function aBusyBot({ account, clock, sync, store }: World) {
  const own = fakeClock(new Date(NOON).toISOString())
  const messenger = fakeMessenger(own)
  const log = fakeLog()
  const deliveries = createDeliveries({ store, messenger, clock: own, log, wait: own.wait })
  const asker = { userId: 'U1', email: 'ann@example.com', isFullMember: true }
  const keys: string[] = []
  const done = { polls: 0, answers: 0, posts: 0 }
  const works = [
    async () => {
      for (let at = 0; at < 30; at++) addCall(account)
      winDeal(account)
      clock.time += 5 * MINUTE
      const { types } = await sync.run()
      expect(Object.values(types).filter(({ error }) => error !== null)).toEqual([])
      done.polls += 1
    },
    async () => {
      // New answers for each question, so nothing is cached from the previous one.
      const answers = createAnswers({ store, clock, lexicons: LEXICONS })
      const { body } = await answers.answer({ asker, words: 'calls this month' })
      expect(body.kind).toBe('card')
      done.answers += 1
    },
    async () => {
      const key = `digest ${keys.length}`
      const message = { kind: 'digest', digest: aDigest() } as const
      await store.deliveries.add([{ key, channel: `C${keys.length}`, message }], null)
      keys.push(key)
      await deliveries.work()
      done.posts += 1
    },
  ]
  return {
    done,
    keys,
    messenger,
    async run(isOver: () => boolean): Promise<void> {
      const loop = async (work: () => Promise<void>) => {
        while (!isOver()) await work()
      }
      const ended = await Promise.allSettled(works.map(loop))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    },
  }
}

async function expectAllDone(world: World, bot: ReturnType<typeof aBusyBot>): Promise<void> {
  world.clock.time += HOUR
  await world.sync.run()
  expect(await heldIn(world.store)).toEqual(truthOf(world.account))
  const states = await world.store.deliveries.list(100_000)
  expect(states.filter(({ state }) => state !== 'sent')).toEqual([])
  const posted = bot.messenger.posts.map(({ channel }) => channel)
  expect(posted.sort()).toEqual(bot.keys.map((_, at) => `C${at}`).sort())
  expect(Math.min(...Object.values(bot.done))).toBeGreaterThan(0)
}

async function aClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

it(`${CUTS} of 50 connections cut during a query do not make any poll, answer or post fail`, async () => {
  const world = await aWorld({ database: 'postgres' })
  addCall(world.account)
  await world.sync.run()
  const client = await aClient(world.address.kind === 'postgres' ? world.address.url : '')
  atEnd(() => client.end())
  const bot = aBusyBot(world)
  let isOver = false
  const running = bot.run(() => isOver)
  let cuts = 0
  while (cuts < CUTS) {
    await sleep(20 + (cuts % 7) * 11)
    const { rows } = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`)
    cuts += rows.length
  }
  isOver = true
  await running

  await expectAllDone(world, bot)
}, 120_000)

it(`${RESTARTS} of 20 restarts of the server do not make any poll, answer or post fail`, async () => {
  const server = await startPostgres()
  atEnd(() => server.stop())
  const world = await aWorld({ address: { kind: 'postgres', url: `${server.url}/postgres` } })
  addCall(world.account)
  await world.sync.run()
  const bot = aBusyBot(world)
  let isOver = false
  const running = bot.run(() => isOver)
  for (let restarts = 0; restarts < RESTARTS; restarts++) {
    await sleep(300)
    await server.restart()
  }
  isOver = true
  await running

  await expectAllDone(world, bot)
}, 120_000)
