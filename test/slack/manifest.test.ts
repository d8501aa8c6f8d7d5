import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ALIASES, commandsOf, readCommand } from '../../src/slack/commands.ts'
import { CHANGE_EVENTS, WRITTEN_EVENTS } from '../../src/slack/events.ts'
import { buildManifest } from '../../src/slack/manifest.ts'

const Subscribed = z.object({
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
})

/** By file name. */
const MANIFESTS = {
  'slack-socket.json': buildManifest({ http: false }),
  'slack-http.json': buildManifest({ http: true }),
}

const folder = new URL('../../manifests/', import.meta.url)

describe('the manifests', () => {
  it('match what the code generates', () => {
    const names = readdirSync(folder).filter((name) => name.startsWith('slack-'))
    const stored = names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])

    // The formatter changes the layout of the files, so their content is compared, including its order.
    expect(stored.sort().map(([name = '', text = '']) => [name, JSON.stringify(JSON.parse(text))])).toEqual(
      Object.entries(MANIFESTS)
        .sort()
        .map(([name, manifest]) => [name, JSON.stringify(manifest)]),
    )
  })

  it('stay within Slack’s limits', () => {
    for (const command of commandsOf('/sales')) {
      expect(command.command).toMatch(/^\/[a-z-]{1,31}$/)
      expect(command.description.length).toBeLessThanOrEqual(2000)
      expect(command.usageHint.length).toBeLessThanOrEqual(1000)
    }
  })

  it('escape mentions, so that a name cannot be forged', () => {
    const text = JSON.stringify(buildManifest({ http: false }))

    expect(text.match(/"should_escape":true/g)).toHaveLength(6)
    expect(text).not.toContain('"should_escape":false')
  })

  it('subscribe to the events that end what is known, with the scopes that those events need', () => {
    for (const manifest of Object.values(MANIFESTS)) {
      const { settings, oauth_config } = Subscribed.parse(manifest)

      expect(settings.event_subscriptions.bot_events).toEqual([
        'app_home_opened',
        'message.im',
        'app_mention',
        'user_change',
        'channel_shared',
        'channel_unshared',
        'channel_archive',
        'member_left_channel',
        'channel_id_changed',
      ])
      for (const { scopes } of Object.values(CHANGE_EVENTS))
        expect(oauth_config.scopes.bot).toEqual(expect.arrayContaining([...scopes]))
      expect(oauth_config.scopes.bot_optional).toEqual(expect.arrayContaining(Object.values(WRITTEN_EVENTS)))
    }
  })

  it('accept another command name and address', () => {
    const manifest = buildManifest({ http: true, command: '/acme', publicUrl: 'https://bot.acme.test/' })

    expect(manifest).toMatchObject({
      features: {
        slash_commands: [
          { command: '/acme', url: 'https://bot.acme.test/slack/events' },
          { command: '/acme-quota' },
          { command: '/acme-top' },
          { command: '/acme-calls' },
          { command: '/acme-meetings' },
          { command: '/acme-pipeline' },
        ],
      },
      settings: {
        socket_mode_enabled: false,
        interactivity: { is_enabled: true, request_url: 'https://bot.acme.test/slack/events' },
      },
    })
  })

  it('contain no address in socket mode', () => {
    expect(JSON.stringify(buildManifest({ http: false }))).not.toContain('http')
  })
})

describe('a command', () => {
  it('is the router with the words as typed', () => {
    expect(readCommand('/sales', '  calls   last  week ')).toEqual({
      router: '/sales',
      words: 'calls last week',
    })
  })

  it('puts the words of an alias before the typed ones', () => {
    for (const { suffix, words } of ALIASES)
      expect(readCommand(`/sales-${suffix}`, 'team north')).toEqual({
        router: '/sales',
        words: `${words} team north`,
      })
  })

  it('may have another name', () => {
    expect(readCommand('/acme-top', '5 calls')).toEqual({ router: '/acme', words: 'top 5 calls' })
    expect(readCommand('/acme', '')).toEqual({ router: '/acme', words: '' })
  })

  it('is unknown if there is no such alias', () => {
    expect(readCommand('/sales-weather', 'today')).toBe(null)
  })
})
