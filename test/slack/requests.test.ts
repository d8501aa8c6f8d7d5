import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, until, type World } from './door.ts'

describe('a request by HTTP', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode: 'http' })
  })
  afterAll(() => world.stop())

  function body(triggerId: string): string {
    return new URLSearchParams({
      command: '/sales',
      text: 'calls',
      trigger_id: triggerId,
      user_id: 'U1',
      team_id: world.sandbox.teamId,
      channel_id: 'C1',
      response_url: `${world.sandbox.url}/commands/T/1/none`,
    }).toString()
  }

  it('is refused with a wrong signature, and when it is too old', async () => {
    const forged = await world.sandbox.sendRaw({ body: body('1'), signingSecret: 'another' })
    const old = await world.sandbox.sendRaw({ body: body('2'), atSeconds: Date.now() / 1000 - 301 })

    expect([forged.status, old.status]).toEqual([401, 401])
    expect(world.asked).toEqual([])
  })

  it.each([
    '/slack/events',
    '/slack/events?a=1',
    '/slack/events#a',
    '/slack/./events',
    '/healthz/../slack/events',
    '/slack\\events',
    '//localhost/slack/events',
    'http://localhost/slack/events',
    '/slack/events/',
    '/SLACK/events',
    '/slack/%65vents',
  ])('has no effect without a signature, however its path is written: %s', async (path) => {
    world.asked.length = 0
    const options = { host: '127.0.0.1', port: world.door.port(), path, method: 'POST' }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const unsigned = request({ ...options, headers }).end(body(`unsigned ${path}`))
    const response = await new Promise<IncomingMessage>((resolve) => unsigned.on('response', resolve))
    response.resume()

    expect([401, 404]).toContain(response.statusCode)
    expect(world.asked).toEqual([])
  })

  it('takes effect once, even if it is delivered or replayed twice', async () => {
    const first = await world.sandbox.sendRaw({ body: body('3') })
    const second = await world.sandbox.sendRaw({ body: body('3') })
    await until(() => world.sandbox.calls.count('chat.postMessage') === 1)

    expect([first.status, second.status]).toEqual([200, 200])
    expect(world.asked).toHaveLength(1)
  })

  it('takes effect again only after the ten minutes in which it can be replayed', async () => {
    world.asked.length = 0
    await world.sandbox.sendRaw({ body: body('4') })
    world.now(10 * 60_000)
    await world.sandbox.sendRaw({ body: body('4') })
    await until(() => world.asked.length === 2)
    world.now(0)
  })

  it('is served beside the bot’s own pages', async () => {
    const page = await fetch(`http://127.0.0.1:${world.door.port()}/healthz`)
    const none = await fetch(`http://127.0.0.1:${world.door.port()}/nothing`)

    expect([page.status, await page.text(), none.status]).toEqual([200, 'well', 404])
  })
})

describe('the bot’s own pages by socket', () => {
  it('are served while the bot runs', async () => {
    const world = await startWorld()
    const at = `http://127.0.0.1:${world.door.port()}`

    const page = await fetch(`${at}/healthz?deep=1`)
    expect([page.status, await page.text()]).toEqual([200, 'well'])
    expect((await fetch(`${at}/healthz`, { method: 'POST' })).status).toBe(404)

    await world.stop()
    await expect(fetch(`${at}/healthz`)).rejects.toThrow()
  })

  it('make the start fail if their port is taken', async () => {
    const first = await startWorld()
    const second = await startWorld({ isStarted: false, config: { port: first.door.port() ?? 0 } })

    await expect(second.door.start()).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await second.stop()
    await first.stop()
  })
})
