import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Need } from '../../src/config/config.ts'
import { type Environment, environment, readConfig } from '../../src/config/environment.ts'
import { EnvironmentFileError } from '../../src/config/errors.ts'

const ALL: Need[] = ['hubspot', 'slack', 'store']

const GOOD = {
  HUBSPOT_ACCESS_TOKEN: 'pat-eu1-1234',
  SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
  SLACK_APP_TOKEN: 'xapp-1-A1-2-abc',
}

function complaintsAbout(changes: Environment, needs: Need[] = ALL): string[] {
  const reading = readConfig(needs, { ...GOOD, ...changes })
  return 'complaints' in reading ? reading.complaints : []
}

function configOf(changes: Environment) {
  const reading = readConfig(['hubspot', 'slack', 'store'], { ...GOOD, ...changes })
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
  return reading.config
}

describe('the environment', () => {
  test('three tokens are enough: everything else has a default', () => {
    expect(configOf({})).toEqual({
      hubspot: { token: 'pat-eu1-1234', apiUrl: 'https://api.hubapi.com' },
      slack: {
        botToken: 'xoxb-1-2-abc',
        mode: { kind: 'socket', appToken: 'xapp-1-A1-2-abc' },
        apiUrl: 'https://slack.com/api/',
      },
      proxy: null,
      store: { kind: 'sqlite', path: 'data/scoreline.db' },
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'info',
      admins: [],
    })
  })

  test('an empty environment yields every missing variable at once, each with what to do', () => {
    const reading = readConfig(ALL, {})

    expect(reading).toEqual({
      complaints: [
        'HUBSPOT_ACCESS_TOKEN is missing. Create a service key in HubSpot (Development, Keys, Service keys) with the scopes of manifests/hubspot-scopes.json and copy it.',
        'SLACK_BOT_TOKEN is missing. Copy the bot user token (xoxb-…) from OAuth & Permissions of the Slack app.',
        'SLACK_APP_TOKEN is missing. Write an app-level token (xapp-…, scope connections:write) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
      ],
    })
  })

  test('every malformed variable gets its own complaint in one pass', () => {
    const complaints = complaintsAbout({
      HUBSPOT_API_URL: 'api.hubapi.com',
      SLACK_API_URL: 'ftp://slack.com/api/',
      DATABASE_URL: 'mysql://host/db',
      PORT: '70000',
      HOST: 'http://0.0.0.0',
      LOG_LEVEL: 'loud',
      SCORELINE_ADMINS: 'U012AB3CD, ana@example.com',
    })

    const named = complaints.map((complaint) => complaint.split(' ')[0])
    expect(named.sort()).toEqual([
      'DATABASE_URL',
      'HOST',
      'HUBSPOT_API_URL',
      'LOG_LEVEL',
      'PORT',
      'SCORELINE_ADMINS',
      'SLACK_API_URL',
    ])
    expect(complaints.find((complaint) => complaint.startsWith('SCORELINE_ADMINS'))).toContain(
      "'ana@example.com'",
    )
  })

  test('a command needs only the variables that it uses', () => {
    const store = readConfig(['store'], { SLACK_BOT_TOKEN: 'nonsense', PORT: 'x' })
    const hubspot = readConfig(['hubspot'], { HUBSPOT_ACCESS_TOKEN: 'pat-1', DATABASE_URL: 'nonsense' })

    expect(store).toEqual({
      config: { store: { kind: 'sqlite', path: 'data/scoreline.db' }, logLevel: 'info' },
    })
    expect(hubspot).toEqual({
      config: {
        hubspot: { token: 'pat-1', apiUrl: 'https://api.hubapi.com' },
        proxy: null,
        logLevel: 'info',
      },
    })
  })

  test.each([
    [{ SLACK_BOT_TOKEN: 'xapp-1-a' }, "SLACK_BOT_TOKEN holds Slack's app-level token"],
    [{ SLACK_APP_TOKEN: 'xoxb-1-a' }, "SLACK_APP_TOKEN holds Slack's bot token"],
    [{ SLACK_BOT_TOKEN: 'xoxp-1-a' }, "SLACK_BOT_TOKEN holds a Slack user's token"],
    [{ SLACK_BOT_TOKEN: 'pat-1' }, "SLACK_BOT_TOKEN holds HubSpot's access token"],
    [{ SLACK_BOT_TOKEN: 'xoxb-' }, 'SLACK_BOT_TOKEN ends after xoxb-'],
    [{ SLACK_BOT_TOKEN: 'abc' }, 'SLACK_BOT_TOKEN does not begin with xoxb-'],
    [{ HUBSPOT_ACCESS_TOKEN: 'xoxb-1-a' }, "HUBSPOT_ACCESS_TOKEN holds Slack's bot token"],
    [{ HUBSPOT_ACCESS_TOKEN: 'pat-1 2' }, 'HUBSPOT_ACCESS_TOKEN holds a blank'],
    [{ HUBSPOT_ACCESS_TOKEN: '"pat-1"' }, 'HUBSPOT_ACCESS_TOKEN has quotes or blanks around its value'],
    [{ SLACK_BOT_TOKEN: ' xoxb-1' }, 'SLACK_BOT_TOKEN has quotes or blanks around its value'],
    [{ PORT: "'3000'" }, 'PORT has quotes or blanks around its value'],
    [{ HUBSPOT_ACCESS_TOKEN: '  ' }, 'HUBSPOT_ACCESS_TOKEN is missing'],
    [
      { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'xapp-1' },
      "SLACK_SIGNING_SECRET holds Slack's app-level token",
    ],
    [{ DATABASE_URL: 'sqlite:' }, 'DATABASE_URL names no file'],
    [{ DATABASE_URL: 'sqlite://data/x.db' }, 'DATABASE_URL has two slashes'],
    [{ DATABASE_URL: 'postgres://[bad' }, 'DATABASE_URL cannot be read as an address'],
    [{ PORT: '-1' }, 'PORT is not a port'],
    [{ HOST: '0.0.0.0:80' }, 'HOST is not a host'],
    [{ SLACK_API_URL: 'https://slack.com/api/?x=1' }, 'SLACK_API_URL is not an http'],
  ])('%o yields exactly one complaint', (changes, complaint) => {
    expect(complaintsAbout(changes)).toEqual([expect.stringMatching(new RegExp(`^${complaint}`))])
  })

  test('no complaint repeats a secret', () => {
    const complaints = complaintsAbout({
      HUBSPOT_ACCESS_TOKEN: 'xoxb-s3cret',
      SLACK_BOT_TOKEN: '"s3cret"',
      SLACK_APP_TOKEN: 's3cret',
      DATABASE_URL: 'mysql://me:s3cret@host/db',
    })

    expect(complaints).toHaveLength(4)
    expect(complaints.join()).not.toContain('s3cret')
  })

  test('Socket Mode wins if both modes are set up; a signing secret alone means HTTP', () => {
    const secret = 'abcdef0123456789abcdef0123456789'

    expect(configOf({ SLACK_SIGNING_SECRET: secret }).slack.mode.kind).toBe('socket')
    expect(configOf({ SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: '' }).slack.mode).toEqual({
      kind: 'http',
      signingSecret: secret,
    })
  })

  test('trailing slashes of addresses are normalised', () => {
    const config = configOf({
      HUBSPOT_API_URL: 'http://127.0.0.1:8080/',
      SLACK_API_URL: 'http://127.0.0.1:8081/api',
    })

    expect(config.hubspot.apiUrl).toBe('http://127.0.0.1:8080')
    expect(config.slack.apiUrl).toBe('http://127.0.0.1:8081/api/')
  })

  test.each([
    ['sqlite:/var/lib/s.db', { kind: 'sqlite', path: '/var/lib/s.db' }],
    ['sqlite:///var/lib/s.db', { kind: 'sqlite', path: '/var/lib/s.db' }],
    ['sqlite:s.db', { kind: 'sqlite', path: 's.db' }],
    ['postgresql://u:p@h/d', { kind: 'postgres', url: 'postgresql://u:p@h/d' }],
  ])('the database %s is read', (url, store) => {
    expect(configOf({ DATABASE_URL: url }).store).toEqual(store)
  })

  test('admins are separated by commas or blanks, and duplicates are dropped', () => {
    const { admins, port, logLevel } = configOf({
      SCORELINE_ADMINS: 'U012AB3CD, W045EF6GH U012AB3CD',
      PORT: '0',
      LOG_LEVEL: 'DEBUG',
    })

    expect(admins).toEqual(['U012AB3CD', 'W045EF6GH'])
    expect([port, logLevel]).toEqual([0, 'debug'])
  })
})

describe('the proxy', () => {
  const A = 'http://a.example:3128'
  const B = 'https://anna:50%25@b.example'

  test.each([
    [{}, null],
    [{ NO_PROXY: 'a.example' }, null],
    [{ HTTPS_PROXY: ' ' }, null],
    [{ HTTPS_PROXY: B }, { http: null, https: B, variable: 'HTTPS_PROXY', except: '' }],
    [{ HTTP_PROXY: A }, { http: A, https: A, variable: 'HTTP_PROXY', except: '' }],
    [
      { HTTP_PROXY: A, HTTPS_PROXY: B, NO_PROXY: '.x' },
      { http: A, https: B, variable: 'HTTPS_PROXY', except: '.x' },
    ],
    [
      { https_proxy: A, HTTPS_PROXY: B, no_proxy: 'x', NO_PROXY: 'y' },
      { http: null, https: A, variable: 'https_proxy', except: 'x' },
    ],
  ])('of %j is %j', (env, proxy) => {
    expect(configOf(env).proxy).toEqual(proxy)
  })

  test.each(['a.example:3128', 'socks5://a.example', 'http://anna:50%off@a.example', 'http://', 'yes'])(
    '%s is not an address of one, whatever it is for, and is not repeated',
    (address) => {
      const complaint =
        'https_proxy is not the http or https address of a proxy; write one such as http://proxy.example.com:8080, or leave it out.'

      for (const need of ['hubspot', 'slack', 'proxy'] as const)
        expect(complaintsAbout({ https_proxy: address }, [need])).toEqual([complaint])
      expect(complaintsAbout({ https_proxy: address }, ['store'])).toEqual([])
    },
  )
})

describe('the .env file', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scoreline-env-'))
  })
  afterEach(() => {
    delete process.env['SCORELINE_TEST_REAL']
    rmSync(folder, { recursive: true })
  })

  test('real variables win over it', () => {
    writeFileSync(join(folder, '.env'), 'SCORELINE_TEST_REAL=file\nSCORELINE_TEST_FILE="from file"\n')
    process.env['SCORELINE_TEST_REAL'] = 'real'

    const env = environment(folder)

    expect(env['SCORELINE_TEST_REAL']).toBe('real')
    expect(env['SCORELINE_TEST_FILE']).toBe('from file')
  })

  test('without the file only the process environment counts', () => {
    expect(environment(folder)).toEqual({ ...process.env })
  })

  test.each(['bom.env', 'utf16.env'])('is read in the encodings that tools on Windows write: %s', (file) => {
    copyFileSync(join(import.meta.dirname, 'files', file), join(folder, '.env'))

    expect(environment(folder)).toMatchObject({
      HUBSPOT_ACCESS_TOKEN: 'pat-example',
      SLACK_BOT_TOKEN: 'xoxb-1',
    })
  })

  test.each([
    ['UTF-16 without a mark', Buffer.from('PORT=8080\n', 'utf16le')],
    ['big-endian UTF-16', Buffer.from('\ufeffPORT=8080\n', 'utf16le').swap16()],
    ['big-endian UTF-16 without a mark', Buffer.from('PORT=8080\n', 'utf16le').swap16()],
  ])('is read in %s', (_, bytes) => {
    writeFileSync(join(folder, '.env'), bytes)

    expect(environment(folder)['PORT']).toBe('8080')
  })

  test('an empty file adds nothing', () => {
    writeFileSync(join(folder, '.env'), '')

    expect(environment(folder)).toEqual({ ...process.env })
  })

  test('a file that cannot be read is named in the error, with the reason', () => {
    mkdirSync(join(folder, '.env'))

    expect(() => environment(folder)).toThrow(EnvironmentFileError)
    expect(() => environment(folder)).toThrow(`${join(folder, '.env')} is a folder. Make it a text file`)
  })

  test('a file that is not text is refused as a whole', () => {
    writeFileSync(join(folder, '.env'), Buffer.from('PORT=8080\nKEY=\0\x01\n'))

    expect(() => environment(folder)).toThrow(`${join(folder, '.env')} is not a text file.`)
  })

  test('.env.example explains every variable and shows the real defaults', () => {
    const example = readFileSync('.env.example', 'utf8')
    const explained = [...example.matchAll(/^#? ?([A-Z_]+)=(.*)$/gm)].map(([, name]) => name)
    const commented = parseEnv(example.replace(/^# (?=(?:[A-Z]+_)*[A-Z]+=)/gm, ''))

    expect(explained.sort()).toEqual([
      'DATABASE_URL',
      'HOST',
      'HTTPS_PROXY',
      'HUBSPOT_ACCESS_TOKEN',
      'HUBSPOT_API_URL',
      'LOG_LEVEL',
      'NO_PROXY',
      'PORT',
      'SCORELINE_ADMINS',
      'SLACK_API_URL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ])
    const { SLACK_SIGNING_SECRET, SCORELINE_ADMINS, HTTPS_PROXY, NO_PROXY, ...defaults } = commented
    expect(configOf({ ...defaults, ...GOOD })).toEqual(configOf({}))
    expect(SLACK_SIGNING_SECRET).toBe('')
    expect(configOf({ SCORELINE_ADMINS }).admins).toHaveLength(2)
    expect(configOf({ HTTPS_PROXY, NO_PROXY }).proxy).toEqual({
      http: null,
      https: 'http://proxy.example.com:8080',
      variable: 'HTTPS_PROXY',
      except: 'localhost,.example.com',
    })
  })
})
