import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { AnswerBody } from '../../src/domain/answer/answer.ts'
import { aCard, anAnswer } from './builders.ts'
import { startWorld, until, type World } from './door.ts'

/** What Slack answers about three people on Enterprise Grid, one of them from another organisation. */
const Case = z.object({
  auth_test: z.looseObject({ team_id: z.string(), enterprise_id: z.string() }),
  users_info: z.array(
    z.object({
      user: z.looseObject({
        id: z.string(),
        team_id: z.string().optional(),
        profile: z.object({ email: z.string().optional() }),
        enterprise_user: z.object({ teams: z.array(z.string()) }).optional(),
      }),
    }),
  ),
})

const { auth_test: workspace, users_info: answers } = Case.parse(
  JSON.parse(readFileSync(new URL('cases/grid-users-info.json', import.meta.url), 'utf8')),
)

const choice: AnswerBody = { kind: 'choice', word: 'jan', readings: ['calls january', 'calls @jan'] }

const users = answers.map(({ user: { id, team_id, profile, enterprise_user } }) => ({
  id,
  name: id.toLowerCase(),
  realName: id,
  ...(profile.email === undefined ? {} : { email: profile.email }),
  ...(enterprise_user
    ? { grid: { teams: enterprise_user.teams, homeTeamId: team_id ?? null } }
    : { teamId: team_id ?? '' }),
}))

describe('on Enterprise Grid', () => {
  let world: World
  beforeAll(async () => {
    const { team_id: teamId, enterprise_id: enterpriseId } = workspace
    world = await startWorld({ sandbox: { users, teamId, enterpriseId } })
    world.answerWith(({ words }) => anAnswer(words === 'jan' ? choice : aCard({})))
  })
  afterAll(() => world.stop())

  async function infoOf(user: string): Promise<unknown> {
    const response = await fetch(`${world.sandbox.apiUrl}users.info`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.sandbox.botToken}` },
      body: new URLSearchParams({ user }),
    })
    return response.json()
  }

  it('the sandbox describes people as Slack does', async () => {
    for (const { user } of answers) expect(await infoOf(user.id)).toMatchObject({ ok: true, user })
    expect(await infoOf('U0BOB')).not.toHaveProperty('user.is_stranger')
    expect(await infoOf('W0ANN')).not.toHaveProperty('user.team_id')
  })

  it.each([
    ['without a workspace of her own', 'W0ANN', 'ann@example.com'],
    ['at home in another workspace', 'U0BOB', 'bob@example.com'],
  ])('a member %s is answered, when typing, clicking and in the Home', async (_, userId, email) => {
    const run = await world.sandbox.typeCommand({ userId, channelId: 'C1', text: '/sales jan' })

    const { ts } = await run.reply()
    expect(world.asked.at(-1)?.asker).toEqual({ userId, email, isFullMember: true })
    await world.sandbox.click({ userId, message: { channelId: 'C1', ts }, actionId: 'run:0' })
    await until(() => world.asked.at(-1)?.words === 'calls january')
    await world.sandbox.openHome(userId)
    const home = await world.sandbox.waitFor(({ homes }) => homes.get(userId))
    expect(JSON.stringify(home.payload)).toContain('212')
  })

  it('someone from another organisation is a stranger', async () => {
    const run = await world.sandbox.typeCommand({ userId: 'U0EVE', channelId: 'C1', text: '/sales' })

    expect((await run.reply()).text).toContain('only people in its own workspace')
  })

  it('someone who is only in other workspaces of the organisation is a stranger', async () => {
    world.sandbox.workspace.users.push({
      id: 'W0FAY',
      name: 'fay',
      realName: 'Fay',
      email: 'fay@example.com',
      grid: { teams: ['T0OTHER'], homeTeamId: null },
    })

    const run = await world.sandbox.typeCommand({ userId: 'W0FAY', channelId: 'C1', text: '/sales' })

    expect((await run.reply()).text).toContain('only people in its own workspace')
  })
})
