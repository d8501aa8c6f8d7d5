/** The bot as a process: it starts with what it has, reports its state, and ends when asked. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/ports/store.ts'
import { openStore } from '../../src/store/store.ts'
import { ANA, environmentOf, SALES, userId } from '../company.ts'
import { type Running, scoreline, startScoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

const HOUR_MS = 3_600_000

let world: FilledCompany
let behindMs = 3 * HOUR_MS
const bots: Running[] = []

beforeAll(async () => {
  world = await filledCompany({
    now: Date.now() - behindMs,
    days: 10,
    clock: () => Date.now() - behindMs,
  })
  behindMs = 0
})
afterAll(() => world.end())
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop('SIGKILL')))
  world.company.hubspot.faults.clear()
  world.company.slack.faults.clear()
  world.company.slack.link.httpTarget = undefined
})

/** A bot that has said where its pages are. */
async function startBot(env: Record<string, string> = {}) {
  const bot = startScoreline(['start'], {
    folder: world.folder.path,
    env: { ...environmentOf(world.company), ...env },
  })
  bots.push(bot)
  const [, port] = await bot.until(/"port":(\d+),"msg":"Scoreline is running"/)
  const url = `http://127.0.0.1:${port}`
  return { bot, url, page: (path: string) => fetch(url + path) }
}

async function untilReady(page: (path: string) => Promise<Response>, status = 200): Promise<string> {
  for (const giveUpAt = Date.now() + 10_000; ; await new Promise((next) => setTimeout(next, 50))) {
    const answer = await page('/readyz')
    const text = await answer.text()
    if (answer.status === status || Date.now() > giveUpAt) return `${answer.status} ${text}`
  }
}

async function ask(words: string): Promise<string> {
  const { slack } = world.company
  const run = await slack.typeCommand({ userId: userId(ANA), channelId: SALES.id, text: `/sales ${words}` })
  expect(run.error).toBeUndefined()
  const answer = await run.reply()
  return JSON.stringify(answer.blocks)
}

describe('a bot that starts while HubSpot is down', () => {
  test('answers with the data it has and says how old that is; it is ready, and shows how far behind it is', async () => {
    world.company.hubspot.faults.down(true)
    const { bot, page } = await startBot()

    const ready = await untilReady(page)
    const answer = await ask('calls this week')
    const healthy = await page('/healthz')
    const metrics = await (await page('/metrics')).text()
    const stopped = await bot.stop('SIGTERM')

    expect(ready).toBe('200 ready\n')
    expect(answer).toMatch(/Calls/)
    expect(answer).toMatch(/3 h (old|ago)/)
    expect([healthy.status, await healthy.text()]).toEqual([200, 'ok\n'])
    const lag = Number(/^scoreline_lag_seconds\{type="calls"\} (\d+)/m.exec(metrics)?.[1])
    expect(lag).toBeGreaterThan((3 * HOUR_MS) / 1000 - 60)
    expect(lag).toBeLessThan((3 * HOUR_MS) / 1000 + 120)
    expect(metrics).toMatch(/^scoreline_hubspot_requests_total\{.*status="none"\} \d+/m)
    expect([stopped.code, stopped.signal]).toEqual([0, null])
    expect(stopped.stderr).not.toContain('"level":60')
  })

  test('ends within 10 seconds of being asked, even while it waits for HubSpot', async () => {
    world.company.hubspot.faults.next({ kind: 'hang', times: 100 })
    const { bot, page } = await startBot()
    await untilReady(page)
    const askedAt = performance.now()
    const { code, signal, stderr } = await bot.stop('SIGTERM')

    expect([code, signal]).toEqual([0, null])
    expect(performance.now() - askedAt).toBeLessThan(10_000)
    expect(stderr).toContain('Scoreline has stopped')
    expect(stderr).not.toContain('"level":50')
  })
})

test('a post that hangs does not delay shutdown, and is looked for later', async () => {
  const { slack } = world.company
  const problem = {
    kind: 'digestProblem',
    digestName: 'morning',
    channel: SALES.id,
    problem: 'stale',
    detail: '',
  } as const
  await inStore((store) =>
    store.deliveries.add([{ key: 'hanging', channel: SALES.id, message: problem }], null),
  )
  slack.faults.next('chat.postMessage', { kind: 'accept-then-slow', delayMs: 30_000 })
  const { bot, page } = await startBot()
  await untilReady(page)
  await expect.poll(() => slack.calls.count('chat.postMessage'), { timeout: 10_000 }).toBe(1)
  const askedAt = performance.now()
  const { code } = await bot.stop('SIGTERM')

  expect(code).toBe(0)
  expect(performance.now() - askedAt).toBeLessThan(10_000)
  const [delivery] = await inStore((store) => store.deliveries.list(1))
  expect(delivery).toMatchObject({ key: 'hanging', state: 'sending' })
})

/** What doctor says about the signing secret. */
async function secretLine(env: Record<string, string>): Promise<string> {
  const { stdout } = await scoreline(['doctor'], {
    folder: world.folder.path,
    env: { ...environmentOf(world.company), ...env },
  })
  return stdout.split('\n').find((line) => line.includes('Slack signing secret')) ?? ''
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ kind: 'sqlite', path: join(world.folder.path, 'scoreline.db') })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

describe('a running bot', () => {
  test('reads HubSpot, counts its requests, and ends at once when nothing is running', async () => {
    const { bot, page } = await startBot()
    await untilReady(page)
    const read = async () => (await page('/metrics')).text()
    const counted =
      /^scoreline_hubspot_requests_total\{kind="search",type="communications",status="200"\} [1-9]/m
    await expect.poll(read, { timeout: 15_000, interval: 200 }).toMatch(counted)
    const metrics = await read()
    const askedAt = performance.now()
    const { code } = await bot.stop('SIGINT')

    expect(Number(/^scoreline_lag_seconds\{type="calls"\} ([\d.]+)/m.exec(metrics)?.[1])).toBeLessThan(60)
    expect(metrics).toMatch(/^# TYPE scoreline_skipped_records gauge$/m)
    expect(code).toBe(0)
    expect(performance.now() - askedAt).toBeLessThan(5_000)
    expect(existsSync(join(world.folder.path, 'scoreline.db-wal'))).toBe(false)
  })

  test('is not ready while Slack is unavailable, stays up, and is ready when Slack is back', async () => {
    world.company.slack.faults.isDown = true
    const { page } = await startBot()

    const away = await untilReady(page, 503)
    const healthy = (await page('/healthz')).status
    world.company.slack.faults.clear()
    const back = await untilReady(page)

    expect([away, healthy, back]).toEqual(['503 Slack is not connected\n', 200, '200 ready\n'])
  })

  test('answers signed requests in HTTP mode, and refuses unsigned ones', { timeout: 120_000 }, async () => {
    const { slack } = world.company
    const { page, url } = await startBot({ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: slack.signingSecret })
    slack.link.httpTarget = `${url}/slack/events`
    const ready = await untilReady(page)
    const env = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: slack.signingSecret }
    const before = await secretLine(env)
    const answer = await ask('calls this week')
    await expect
      .poll(() => secretLine(env), { timeout: 20_000 })
      .toMatch(/^ok {3}.* verified a request at 20/)
    const changed = await secretLine({ ...env, SLACK_SIGNING_SECRET: 'another' })
    const forged = await slack.sendRaw({ body: 'command=%2Fsales&text=quota', signingSecret: 'another' })

    expect(ready).toBe('200 ready\n')
    expect(answer).toMatch(/Calls/)
    expect(forged.status).toBe(401)
    for (const line of [before, changed])
      expect(line).toMatch(/^note .*has not verified any request from Slack yet/)
  })

  test('says which port is taken, and ends', async () => {
    const { url } = await startBot()
    const { port } = new URL(url)
    const second = await scoreline(['start'], {
      folder: world.folder.path,
      env: { ...environmentOf(world.company), DATABASE_URL: 'sqlite:second.db', PORT: port },
    })

    expect(second.code).toBe(1)
    expect(second.stderr).toMatch(new RegExp(`port ${port}|PORT`))
    expect(second.stderr).not.toMatch(/\n {4}at /)
  })
})
