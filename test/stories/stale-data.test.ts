/** HubSpot is unreachable for hours: every answer says how old its numbers are. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bot } from '../../src/wiring.ts'
import { ANA, userId } from '../company.ts'
import { type CompanyBot, companyBot } from './company-bot.ts'

let world: CompanyBot
let bot: Bot

beforeAll(async () => {
  world = await companyBot('sqlite', '2026-11-18T06:50:00Z', { days: 40 })
  bot = await world.newBot()
  await bot.start()
})
afterAll(async () => {
  await bot.stop()
  await world.end()
})

const QUESTIONS = [
  '',
  'quota',
  'calls',
  'top 5',
  'revenue team north',
  'win rate last month',
  'top 3 meetings',
]

describe('three hours after the last good poll', () => {
  test.each(QUESTIONS)("'/sales %s' says so", async (words) => {
    world.setTime('2026-11-18T09:50:00Z')
    world.company.hubspot.faults.down(true)

    expect((await world.ask(userId(ANA), words)).text).toMatch(/data as of 07:50 \(3 h old\)/)
  })

  test('each answer that depends on a type that was not updated says so', async () => {
    world.setTime('2026-11-18T09:55:00Z')
    const cursors = await world.store.cursors.read()
    for (const cursor of cursors) {
      if (cursor.type !== 'deals') await world.store.cursors.save({ ...cursor, asOf: world.clock.now() })
    }

    expect((await world.ask(userId(ANA), 'calls')).text).toMatch(/data as of 10:55$/)
    expect((await world.ask(userId(ANA), 'quota')).text).toMatch(/data as of 07:50 \(3 h old\)/)
    expect((await world.ask(userId(ANA), '')).text).toMatch(/data as of 07:50 \(3 h old\)/)
  })
})

describe('a bot that starts when the daily limit is used up', () => {
  test('waits until midnight in the account’s zone, which it still knows', async () => {
    world.company.hubspot.faults.clear()
    world.company.hubspot.faults.next({ kind: 'daily', times: 100 })
    const late = await world.newBot()
    const { pausedUntil } = await late.sync.run()
    world.company.hubspot.faults.clear()

    expect(new Date(pausedUntil ?? 0).toISOString()).toBe('2026-11-18T23:00:00.000Z')
  })
})
