/** What people write to the bot, in its direct message and by mentioning it, over the real Bolt. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildManifest } from '../../src/slack/manifest.ts'
import { aCard, anAnswer } from './builders.ts'
import { help, startWorld, until, type World } from './door.ts'

const ana = { userId: 'U1', channelId: 'dm' }
const mention = { userId: 'U1', channelId: 'C1' }

describe.each(['socket', 'http'] as const)('what people write, by %s', (mode) => {
  let world: World
  beforeAll(async () => {
    const manifest = JSON.parse(JSON.stringify(buildManifest({ http: mode === 'http' })))
    world = await startWorld({ mode, sandbox: { manifest } })
  })
  afterAll(() => world.stop())
  afterEach(() => {
    world.answerWith(() => help)
    world.sandbox.workspace.scopes.add('im:history').add('app_mentions:read')
    world.sandbox.workspace.messages.length = 0
    world.sandbox.workspace.ephemerals.length = 0
    world.asked.length = 0
  })

  const answers = () => world.sandbox.workspace.messages.filter(({ isFromApp }) => isFromApp)

  it('to the bot is answered in a thread of the direct message', async () => {
    world.answerWith(() => anAnswer(aCard({})))
    const { message } = await world.sandbox.write({ ...ana, text: 'calls R&D this  week' })
    await until(() => answers().length > 0)

    expect(answers()[0]).toMatchObject({ channelId: message.channelId, threadTs: message.ts })
    expect(answers()[0]?.text).toContain('Calls this week: 212')
    expect(world.asked).toMatchObject([
      { words: 'calls R&D this week', surface: 'message', channelId: null, place: message.channelId },
    ])
  })

  it('in a thread with a mention is answered there, to the asker alone', async () => {
    const { ts } = world.sandbox.say({ ...mention, text: 'how are we doing?' })
    await world.sandbox.write({ ...mention, text: '@Scoreline calls', threadTs: ts })
    await until(() => world.sandbox.workspace.ephemerals.length > 0)

    expect(world.sandbox.workspace.ephemerals).toMatchObject([
      { channelId: 'C1', userId: 'U1', threadTs: ts },
    ])
    expect(answers()).toEqual([])
    expect(world.asked).toMatchObject([
      { words: 'calls', surface: 'mention', channelId: 'C1', place: `C1:${ts}` },
    ])
  })

  it('in a channel with a mention is answered in the channel, to the asker alone', async () => {
    const { message } = await world.sandbox.write({ ...mention, text: '@Scoreline' })
    await until(() => world.sandbox.workspace.ephemerals.length > 0)

    expect(world.sandbox.workspace.ephemerals).toMatchObject([{ channelId: 'C1', threadTs: undefined }])
    expect(world.asked).toMatchObject([{ words: '', place: `C1:${message.ts}` }])
  })

  it('is answered once, however often Slack sends it', async () => {
    const { message } = await world.sandbox.write({ ...ana, text: 'calls' })
    await until(() => answers().length > 0)
    const again = { type: 'message', channel_type: 'im', channel: message.channelId, user: 'U1' }
    await world.sandbox.sendEvent({ ...again, text: 'calls', ts: message.ts })
    await world.sandbox.write({ ...ana, text: 'meetings' })
    await until(() => answers().length > 1)

    expect(world.asked.map(({ words }) => words)).toEqual(['calls', 'meetings'])
  })

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['a message of a bot', { bot_id: 'B1' }],
    ['a message of its own', { user: 'U0SANDBOX01' }],
    ['a message in a channel', { channel_type: 'channel' }],
  ])('is not answered if it is %s', async (_, fields) => {
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'calls' }
    await world.sandbox.sendEvent({
      ...event,
      ts: `${Date.now()}.${world.sandbox.calls.all.length}`,
      ...fields,
    })
    await world.sandbox.write({ ...ana, text: 'meetings' })
    await until(() => answers().length > 0)

    expect(world.asked.map(({ words }) => words)).toEqual(['meetings'])
  })

  it('does not reach the bot without the optional scopes', async () => {
    const { scopes } = world.sandbox.workspace
    scopes.delete('im:history')
    scopes.delete('app_mentions:read')

    expect((await world.sandbox.write({ ...ana, text: 'calls' })).sent).toEqual([])
    expect((await world.sandbox.write({ ...mention, text: '@Scoreline calls' })).sent).toEqual([])
  })
})
