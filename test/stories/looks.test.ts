/** A manager looks at the figures of somebody in the team, in Slack; every look is in the store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bot } from '../../src/wiring.ts'
import { ANA, IOANA, userId } from '../company.ts'
import { type CompanyBot, companyBot } from './company-bot.ts'

const BO = '71000002'

let world: CompanyBot
let bot: Bot

beforeAll(async () => {
  const none = { teams: [], groups: [], reps: [] }
  world = await companyBot('sqlite', '2026-11-18T06:50:00Z', {
    days: 40,
    settings: { roles: [{ ...none, user: userId(ANA), role: 'coach', reps: [BO] }] },
  })
  bot = await world.newBot()
  await bot.start()
})
afterAll(async () => {
  await bot.stop()
  await world.end()
})

const nameOf = (ownerId: string) => {
  const owner = world.company.account.owners.find(({ id }) => id === ownerId)
  return `${owner?.firstName} ${owner?.lastName}`
}

/** As it is typed; Slack makes a mention of it. */
const mentionOf = (ownerId: string) => `@${nameOf(ownerId).split(' ')[0]?.toLowerCase()}`

describe('a coach', () => {
  test('is answered about a mentioned person, privately, and the store knows', async () => {
    const { text, isPrivate } = await world.ask(userId(ANA), `calls ${mentionOf(BO)}`)

    expect(text).toContain(`${nameOf(BO)} · `)
    expect(isPrivate).toBe(true)
    expect(await world.store.audit.looksAt(BO, 1)).toMatchObject([
      { actor: userId(ANA), actorOwnerId: ANA, surface: 'command', shown: { metrics: ['calls'] } },
    ])
  })

  test('is refused about anybody else, and told who can help', async () => {
    const { text } = await world.ask(userId(ANA), `calls ${mentionOf(IOANA)}`)

    expect(text).toMatch(/their manager and their coach can see these numbers/)
    expect(await world.store.audit.looksAt(IOANA, 1)).toEqual([])
  })
})

describe('a list of reps and a comparison', () => {
  test('are tables that Slack takes, for the coach alone', async () => {
    const list = await world.ask(userId(ANA), 'who is behind')
    const pair = await world.ask(userId(ANA), `calls ${mentionOf(BO)} vs last week`)

    expect(list).toMatchObject({
      text: expect.stringMatching(/the furthest behind first\nJonas Berg: /),
      isPrivate: true,
    })
    expect(pair.text).toMatch(/^Side by side: Calls\nCalls, Jonas Berg · this week: /)
    expect((await world.ask(userId(BO), 'who is behind')).text).toMatch(/for managers and coaches alone/)
    const seen = (await world.store.audit.looksAt(BO, 1)).map(({ shown }) => shown.view)
    expect(seen.sort()).toEqual(['card', 'card', 'card', 'reps'])
    expect(world.complaints).toEqual([])
  })
})

describe('the rep', () => {
  test('reads in Slack who looked', async () => {
    const { text, isPrivate } = await world.ask(userId(BO), 'privacy')

    expect(text).toMatch(/^What Scoreline knows about you\n/)
    expect(text).toContain(`Besides you, these may see your figures: <@${userId(ANA)}> (coach)\n`)
    expect(text).toContain(`Who looked at your figures in the last 90 days\nWed 18 Nov · ${nameOf(ANA)}: `)
    expect(isPrivate).toBe(true)
  })
})
