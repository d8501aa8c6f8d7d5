import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answer/answer.ts'
import { aCard, anAnswer } from './builders.ts'
import { help, startWorld, until, type World } from './door.ts'

const choice: Answer = {
  body: { kind: 'choice', word: 'jan', readings: ['calls january', 'calls @jan'] },
  readAs: [],
  basis: null,
  named: [],
}

describe.each(['socket', 'http'] as const)('a command by %s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())
  afterEach(() => {
    world.answerWith(() => help)
    world.sandbox.faults.clear()
    world.asked.length = 0
    world.logged.length = 0
  })

  const type = (text: string, userId = 'U1') => world.sandbox.typeCommand({ userId, channelId: 'C1', text })

  it('is acked at once and answered only to the asker', async () => {
    world.answerWith(() => anAnswer(aCard({})))

    const run = await type('/sales calls this week')
    const shown = await run.reply()

    expect(run.acked).toBe(true)
    expect(shown.text).toContain('Calls this week: 212')
    expect(world.sandbox.workspace.messages).toEqual([])
    expect(world.asked).toEqual([
      {
        asker: { userId: 'U1', email: 'ana@nordlys.test', isFullMember: true },
        words: 'calls this week',
        surface: 'command',
        mentioned: [],
        language: 'en',
        channelId: 'C1',
      },
    ])
  })

  it('keeps mentions as Slack writes them, and an ampersand as it was typed', async () => {
    await (await type('/sales calls @bo R&D “last week”')).reply()

    expect(world.asked[0]?.words).toBe('calls <@U2|bo> R&D “last week”')
  })

  it('is read up to 300 characters', async () => {
    await (await type(`/sales ${'calls '.repeat(660)}`)).reply()

    expect(world.asked[0]?.words).toBe('calls '.repeat(50).trim())
  })

  it('puts an alias’s words first', async () => {
    await (await type('/sales-top 5 calls')).reply()

    expect(world.asked[0]?.words).toBe('top 5 calls')
  })

  it('gets help with its ack if it is unknown', async () => {
    const run = await type('/sales-weather today')

    expect(run.ack).toMatchObject({ response_type: 'ephemeral' })
    expect(JSON.stringify(run.ack)).toContain('/sales help')
    expect(world.asked).toEqual([])
  })

  it('is acked before the answer is ready, without a placeholder', async () => {
    let release: (answer: Answer) => void = () => undefined
    world.answerWith(() => new Promise((resolve) => (release = resolve)))

    const run = await type('/sales quota')
    await until(() => world.asked.length === 1)

    expect(run.acked).toBe(true)
    expect(run.replies).toEqual([])
    release(help)
    expect((await run.reply()).text).toContain('What you can type')
  })

  it('from a guest, a bot or a deactivated user is not asked as a full member', async () => {
    for (const userId of ['U3', 'U5', 'U6']) await (await type('/sales', userId)).reply()

    expect(world.asked.map(({ asker }) => [asker.userId, asker.isFullMember])).toEqual([
      ['U3', false],
      ['U5', false],
      ['U6', false],
    ])
  })

  it('from another organisation is politely refused without asking anything', async () => {
    const run = await type('/sales', 'U4')

    expect((await run.reply()).text).toContain('only people in its own workspace')
    expect(world.asked).toEqual([])
  })

  it('gives the person a plain sentence and the log the cause if it fails', async () => {
    world.answerWith(() => Promise.reject(new Error('the store is locked')))

    const run = await type('/sales')

    expect((await run.reply()).text).toContain('Something went wrong on my side')
    expect((await run.reply()).text).not.toContain('locked')
    expect(world.logged.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { err: { message: 'the store is locked' }, user: 'U1' } },
    ])
  })

  it('is answered in a direct message if its response URL fails', async () => {
    world.sandbox.faults.next('response_url', { kind: 'status', status: 404 })

    await type('/sales')
    const message = await world.sandbox.waitFor(({ messages }) => messages[0])

    expect(message).toMatchObject({ channelId: 'D1', text: expect.stringContaining('What you can type') })
    world.sandbox.workspace.messages.length = 0
  })

  it('is answered in a direct message when its answer comes after half an hour', async () => {
    let shift = 0
    const late = await startWorld({ mode, sandbox: { clock: () => Date.now() + shift } })
    let release: (answer: Answer) => void = () => undefined
    late.answerWith(() => new Promise((resolve) => (release = resolve)))

    await late.sandbox.typeCommand({ userId: 'U1', channelId: 'C1', text: '/sales' })
    await until(() => late.asked.length === 1)
    shift = 31 * 60_000
    release(help)

    expect(await late.sandbox.waitFor(({ messages }) => messages[0])).toMatchObject({ channelId: 'D1' })
    await late.stop()
  })

  it('is answered as text if the workspace does not know the blocks', async () => {
    world.sandbox.workspace.refuses.add('rich_text')

    const run = await type('/sales')
    const shown = await run.reply()

    expect(shown).toMatchObject({ blocks: [], text: expect.stringContaining('What you can type') })
    world.sandbox.workspace.refuses.clear()
  })
})

describe('a button', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  it('runs the line that it shows and replaces the question', async () => {
    world.answerWith(({ words }) => (words === 'calls january' ? anAnswer(aCard({})) : choice))
    const run = await world.sandbox.typeCommand({ userId: 'U1', channelId: 'C1', text: '/sales jan' })
    const shown = await run.reply()

    await world.sandbox.click({
      userId: 'U1',
      message: { channelId: 'C1', ts: shown.ts },
      actionId: 'run:0',
    })
    await until(() => shown.text.includes('Calls this week: 212'))

    expect(world.asked.at(-1)?.words).toBe('calls january')
    expect(world.sandbox.workspace.ephemerals).toHaveLength(1)
  })

  it('of help shows all metrics when it is pressed', async () => {
    const metrics: Answer = { body: { kind: 'metrics' }, readAs: [], basis: null, named: [] }
    world.answerWith(({ words }) => (words === 'help all' ? metrics : help))
    const run = await world.sandbox.typeCommand({ userId: 'U1', channelId: 'C1', text: '/sales help' })
    const shown = await run.reply()

    expect(shown.text).not.toContain('Activity: ')
    await world.sandbox.click({
      ...{ userId: 'U1', message: { channelId: 'C1', ts: shown.ts }, actionId: 'run:0' },
    })
    await until(() => shown.text.includes('Activity: '))

    expect(world.asked.at(-1)?.words).toBe('help all')
  })

  it('says so if it is from an older message', async () => {
    world.sandbox.workspace.ephemerals.length = 0
    world.sandbox.workspace.ephemerals.push({
      ts: '1.1',
      channelId: 'C1',
      userId: 'U1',
      text: 'old',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [{ type: 'button', action_id: 'gone', text: { type: 'plain_text', text: 'x' } }],
        },
      ],
      threadTs: undefined,
      isFromSlack: false,
      state: {},
    })

    const run = await world.sandbox.click({
      userId: 'U1',
      message: { channelId: 'C1', ts: '1.1' },
      actionId: 'gone',
    })

    expect(run.acked).toBe(true)
    expect((await run.reply()).text).toContain('This button is from an older message')
  })
})

describe('Home', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  it('shows today and how to ask', async () => {
    world.answerWith(() => anAnswer(aCard({})))

    await world.sandbox.openHome('U1')
    const home = await world.sandbox.waitFor(({ homes }) => homes.get('U1'))

    expect(world.asked).toMatchObject([{ words: '', channelId: null, asker: { userId: 'U1' } }])
    expect(JSON.stringify(home.payload)).toContain('Calls this week: 212')
    expect(JSON.stringify(home.payload)).toContain('/sales help')
  })

  it('shows nothing to people from another organisation', async () => {
    world.asked.length = 0

    await world.sandbox.openHome('U4')
    const home = await world.sandbox.waitFor(({ homes }) => homes.get('U4'))

    expect(JSON.stringify(home.payload)).toContain('only people in its own workspace')
    expect(JSON.stringify(home.payload)).not.toContain('/sales help')
    expect(world.asked).toEqual([])
  })
})
