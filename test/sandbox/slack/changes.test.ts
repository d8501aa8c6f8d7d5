import { afterEach, expect, test } from 'vitest'
import { type SlackSandbox, startSlackSandbox } from '../../../src/sandbox/slack/slack-sandbox.ts'

let sandbox: SlackSandbox
afterEach(() => sandbox.stop())

async function start(events?: string[]): Promise<void> {
  sandbox = await startSlackSandbox({
    users: [{ id: 'U1', name: 'ana', realName: 'Ana' }],
    channels: [
      { id: 'C1', name: 'sales' },
      { id: 'C2', name: 'secret', isPrivate: true },
    ],
    page: false,
    eventRetryDelaysMs: [],
    ...(events && { manifest: { settings: { event_subscriptions: { bot_events: events } } } }),
  })
}

test('the app receives only events that its manifest subscribes to', async () => {
  await start(['channel_shared'])

  expect(await sandbox.changeUser('U1', { isDeleted: true })).toEqual([])
  expect(await sandbox.changeChannel('C1', { isExtShared: true, isArchived: true })).toHaveLength(1)
  expect(sandbox.workspace.users[0]).toMatchObject({ isDeleted: true })
  expect(sandbox.workspace.channels[0]).toMatchObject({ isExtShared: true, isArchived: true })
})

test('the app receives only events that its scopes let it read', async () => {
  await start()
  sandbox.workspace.scopes.delete('channels:read')
  sandbox.workspace.scopes.delete('users:read')

  expect(await sandbox.changeUser('U1', { isDeleted: true })).toEqual([])
  expect(await sandbox.changeChannel('C1', { isExtShared: true })).toEqual([])
  expect(await sandbox.changeChannel('C2', { isExtShared: true })).toHaveLength(1)
})

test('archiving a private channel is an event with another name', async () => {
  await start(['channel_archive'])

  expect(await sandbox.changeChannel('C2', { isArchived: true })).toEqual([])
  expect(await sandbox.changeChannel('C1', { isArchived: true })).toHaveLength(1)
})

test('there is no event if nothing relevant changed, and one for each person who left', async () => {
  await start()

  expect(await sandbox.changeChannel('C1', { name: 'renamed' })).toEqual([])
  expect(await sandbox.changeChannel('C1', { members: [] })).toHaveLength(2)
})
