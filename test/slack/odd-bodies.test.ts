import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cases, LONG_MS } from '../properties/cases.ts'
import { startWorld, type World } from './door.ts'
import { oddBodies, oddSocketTexts } from './odd-payloads.ts'

/** Per door; a long run sends ten times as many. */
const { numRuns, seed } = cases(100)
const AT_ONCE = 100

const uncaught: unknown[] = []
const keep = (error: unknown) => void uncaught.push(error)
beforeAll(() => {
  process.on('unhandledRejection', keep)
})
afterAll(() => {
  process.off('unhandledRejection', keep)
})

async function expectAnswer(world: World): Promise<void> {
  const run = await world.sandbox.typeCommand({ userId: 'U2', channelId: 'C1', text: '/sales' })
  expect((await run.reply()).text).toContain('What you can type')
  expect({ uncaught, fatal: world.fatal }).toEqual({ uncaught: [], fatal: [] })
}

describe('no malformed body ends the process', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'payload=null'],
    ['application/json', 'null'],
    ['application/json', ' null\n'],
    ['application/x-www-form-urlencoded', 'payload=%20null'],
  ])('signed as %s: %s', async (contentType, body) => {
    const world = await startWorld({ mode: 'http' })

    expect(await world.sandbox.sendRaw({ contentType, body })).toMatchObject({ status: 400 })

    await expectAnswer(world)
    await world.stop()
  })

  it.each([
    'null',
    '{"type":"events_api","envelope_id":"e","payload":null}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":{"type":"disconnected"}}}',
  ])('by socket: %s', async (text) => {
    const world = await startWorld()

    world.sandbox.sockets.sendRaw(text)

    await expectAnswer(world)
    expect(world.sandbox.sockets.opened).toBe(1)
    await world.stop()
  })

  it(
    `by HTTP, signed: ${numRuns} odd bodies (1,000 in a long run)`,
    async () => {
      const world = await startWorld({ mode: 'http' })
      const bodies = fc.sample(oddBodies, { numRuns, seed })

      for (let sent = 0; sent < bodies.length; sent += AT_ONCE) {
        const answers = await Promise.all(
          bodies.slice(sent, sent + AT_ONCE).map((body) => world.sandbox.sendRaw(body)),
        )
        expect(answers.filter(({ status }) => status >= 500)).toEqual([])
        await expectAnswer(world)
      }
      await world.stop()
    },
    LONG_MS,
  )

  it(
    `by socket: ${numRuns} odd texts (1,000 in a long run)`,
    async () => {
      const world = await startWorld()
      const texts = fc.sample(oddSocketTexts, { numRuns, seed })

      for (let sent = 0; sent < texts.length; sent += AT_ONCE) {
        for (const text of texts.slice(sent, sent + AT_ONCE)) world.sandbox.sockets.sendRaw(text)
        await expectAnswer(world)
      }
      expect(world.sandbox.sockets.opened).toBe(1)
      await world.stop()
    },
    LONG_MS,
  )
})
