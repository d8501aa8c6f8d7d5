/** Checks of the installation, without a running bot. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Installation } from '../../src/ports/installation.ts'
import { createInstallation } from '../../src/slack/installation.ts'
import { startWorld, type World } from './door.ts'

let world: World
let installation: Installation

beforeEach(async () => {
  world = await startWorld({ isStarted: false })
  const { botToken, apiUrl } = world.sandbox
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
  installation = createInstallation({ botToken, apiUrl, log, fetch })
})
afterEach(() => world.sandbox.stop())

describe('the bot token', () => {
  it('may lack scopes', async () => {
    world.sandbox.workspace.scopes.delete('users:read.email')

    expect(await installation.check()).toEqual({
      ok: true,
      team: 'Nordlys Sales',
      teamId: world.sandbox.teamId,
      botUserId: 'U0SANDBOX01',
      scopes: [...world.sandbox.workspace.scopes],
      scopesMissing: ['users:read.email'],
    })
  })

  it('may be refused', async () => {
    world.sandbox.faults.next('auth.test', { kind: 'error', error: 'token_revoked' })

    expect(await installation.check()).toEqual({ ok: false, error: 'token_revoked' })
  })
})

describe('the app-level token', () => {
  it('is checked by asking for a connection, without connecting', async () => {
    expect(await installation.checkAppToken(world.sandbox.appToken)).toBe(null)
    expect(world.sandbox.calls.count('apps.connections.open')).toBe(1)
  })

  it.each([
    ['xapp-another', /^invalid_auth/],
    ['xoxb-sandbox-bot-token', /^not_allowed_token_type/],
  ])('%s is refused', async (token, error) => {
    expect(await installation.checkAppToken(token)).toEqual({ error: expect.stringMatching(error) })
  })

  it('may lack its scope', async () => {
    world.sandbox.workspace.appScopes.clear()

    expect(await installation.checkAppToken(world.sandbox.appToken)).toEqual({
      error: expect.stringMatching(/^missing_scope/),
    })
  })
})

describe('a channel', () => {
  const fine = { isMember: true, isPublic: true, isArchived: false, isShared: false }

  it.each([
    ['C1', { ...fine, name: 'sales' }],
    ['C3', { ...fine, name: 'old', isArchived: true }],
    ['C4', { ...fine, name: 'partners', isShared: true }],
    ['C5', { ...fine, name: 'elsewhere', isMember: false }],
    ['C2', { error: expect.stringMatching(/^channel_not_found: .*invite/) }],
    ['sales', { error: expect.stringMatching(/^channel_not_found/) }],
    ['U1', { ...fine, name: '', isPublic: false }],
  ])('%s is described as Slack has it', async (id, look) => {
    expect(await installation.channel(id)).toEqual(look)
  })

  it('is looked up again after the wait that Slack asks for', async () => {
    world.sandbox.faults.next('conversations.info', { kind: 'rate-limited', retryAfterSeconds: 1 })

    expect(await installation.channel('C1')).toMatchObject({ name: 'sales' })
  })
})

describe('a person', () => {
  it.each([
    ['U1', { name: 'Ana Sørensen', kind: 'member' }],
    ['U3', { name: 'Gast', kind: 'guest' }],
    ['U4', { name: 'Else', kind: 'stranger' }],
    ['U5', { name: 'Robot', kind: 'bot' }],
    ['U6', { name: 'Gone', kind: 'deactivated' }],
    ['U0NOBODY', { error: 'user_not_found' }],
  ])('%s is described as Slack has them', async (id, look) => {
    expect(await installation.person(id)).toEqual(look)
  })

  it('is found by e-mail address', async () => {
    expect(await installation.userIdByEmail('ana@nordlys.test')).toEqual({ id: 'U1' })
    expect(await installation.userIdByEmail('nobody@nordlys.test')).toEqual({ id: null })
  })
})
