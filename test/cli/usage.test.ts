/** Wrong usage and configuration: everything that is wrong at once, what to do, and exit code 2. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFolder, type Folder, scoreline } from './command.ts'

let folder: Folder
beforeAll(() => {
  folder = aFolder()
})
afterAll(() => folder.remove())

function run(args: string[], env: Record<string, string> = {}) {
  return scoreline(args, { folder: folder.path, env })
}

function complaintsIn(stderr: string): string[] {
  return stderr.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []))
}

describe('the environment', () => {
  test('everything that start lacks is reported at once, each with what to do', async () => {
    const { code, stdout, stderr } = await run(['start'])

    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(complaintsIn(stderr).map((line) => line.split('.')[0])).toEqual([
      'HUBSPOT_ACCESS_TOKEN is missing',
      'SLACK_BOT_TOKEN is missing',
      'SLACK_APP_TOKEN is missing',
    ])
    expect(stderr).toContain('Create a service key')
    expect(stderr).not.toMatch(/private app/i)
    expect(stderr).toContain('SLACK_SIGNING_SECRET')
    expect(stderr).toContain('.env.example')
  })

  test('everything malformed is reported at once, and no secret is repeated', async () => {
    const { code, stderr } = await run(['start'], {
      HUBSPOT_ACCESS_TOKEN: 'xoxb-of-slack',
      HUBSPOT_API_URL: 'hubapi.com',
      SLACK_BOT_TOKEN: '"xoxb-secret-in-quotes"',
      SLACK_APP_TOKEN: 'xapp-with blank',
      SLACK_API_URL: 'ftp://slack.com',
      DATABASE_URL: 'mysql://user:hunter2@host/db',
      PORT: '99999',
      HOST: 'http://here',
      LOG_LEVEL: 'loud',
      SCORELINE_ADMINS: 'ana@example.com',
    })

    expect(code).toBe(2)
    expect(
      complaintsIn(stderr)
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual([
      ...['DATABASE_URL', 'HOST', 'HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_API_URL', 'LOG_LEVEL', 'PORT'],
      ...['SCORELINE_ADMINS', 'SLACK_API_URL', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'],
    ])
    expect(stderr).not.toMatch(/of-slack|secret-in-quotes|with blank|hunter2/)
  })

  test('.env of the working directory is read, and real variables win', async () => {
    const own = { path: join(folder.path, 'own') }
    mkdirSync(own.path)
    writeFileSync(join(own.path, '.env'), 'DATABASE_URL=sqlite:own.db\nLOG_LEVEL=loud\n')
    const [wrong, right] = await Promise.all([
      scoreline(['settings', 'export'], { folder: own.path }),
      scoreline(['settings', 'export'], { folder: own.path, env: { LOG_LEVEL: 'warn' } }),
    ])

    expect([wrong.code, complaintsIn(wrong.stderr)]).toEqual([
      2,
      [expect.stringMatching(/^LOG_LEVEL is not /)],
    ])
    expect(right.code).toBe(0)
    expect(existsSync(join(own.path, 'own.db'))).toBe(true)
  })

  test('a command asks only for what it uses', async () => {
    const [manifest, settings, sync] = await Promise.all([
      run(['manifest']),
      run(['settings', 'export']),
      run(['sync']),
    ])

    expect(manifest.code).toBe(0)
    expect([settings.code, settings.stderr]).toEqual([0, ''])
    expect([sync.code, complaintsIn(sync.stderr).map((line) => line.split(' ')[0])]).toEqual([
      2,
      ['HUBSPOT_ACCESS_TOKEN'],
    ])
  })
})

describe('the arguments', () => {
  test('help lists every command', async () => {
    const { code, stdout } = await run(['--help'])

    expect(code).toBe(0)
    for (const name of [
      'start',
      'demo',
      'doctor',
      'sync',
      'report',
      'metric',
      'ask',
      'digest',
      'verify',
      'settings',
      'quotas',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
    expect(stdout).toMatch(/^ {2}manifest /m)
  })

  test.concurrent.for([
    { words: [], says: /Usage: scoreline/ },
    { words: ['frobnicate'], says: /unknown command 'frobnicate'/ },
    { words: ['verify', '--loud'], says: /unknown option '--loud'/ },
    { words: ['metric', 'calls'], says: /--period/ },
    {
      words: ['metric', 'cals', '--period', 'today'],
      says: /no metric 'cals'\. Did you mean calls .*metrics list/,
    },
    { words: ['metric', 'win', '--period', 'today'], says: /no metric 'win'\. Did you mean win_rate\b/ },
    { words: ['metric', 'zzzzzz', '--period', 'today'], says: /no metric 'zzzzzz'\. All metrics: run/ },
    { words: ['report'], says: /period/ },
    { words: ['report', '--period', 'next blue moon'], says: /'next blue moon' is not a period/ },
    { words: ['report', '--period', '30 feb'], says: /'30 feb' is not a period: .* does not exist/ },
    { words: ['metric', 'calls', '--period', 'week 54'], says: /'week 54' is not a period: .* week / },
    {
      words: ['metric', 'calls', '--period', '3/4'],
      says: /'3\/4' is not a period: .* either of two months/,
    },
    { words: ['report', '--period', 'today', '--at', 'noon'], says: /--at 'noon' is not a moment/ },
    { words: ['metric', 'calls', '--period', 'today', '--rep', '1', '--team', '2'], says: /not both/ },
    { words: ['ask', 'calls'], says: /--as/ },
    { words: ['ask', '--as', 'ana@example.com', '--file', 'p.txt', 'calls'], says: /not both/ },
    { words: ['ask', '--as', 'ana@example.com', '--file', 'absent.txt'], says: /absent\.txt cannot be read/ },
    {
      words: ['ask', '--as', 'nobody@example.com', 'calls'],
      says: /Nobody has the e-mail nobody@example\.com/,
    },
    { words: ['manifest', '--command', 'Score!'], says: /not a valid command name/ },
    { words: ['digest', 'preview', 'none'], says: /no digest 'none'/ },
    { words: ['settings', 'import', 'absent.json'], says: /absent\.json cannot be read/ },
  ])('$words is incorrect usage, and the message says what is right', async ({ words, says }, { expect }) => {
    const { code, stdout, stderr } = await run(words)

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('a store into which nothing has been read says so', async () => {
    const [report, metric] = await Promise.all([
      run(['report', '--period', 'today', '--json']),
      run(['metric', 'calls', '--period', 'today']),
    ])

    expect([report.code, report.stdout, metric.code]).toEqual([1, '', 1])
    expect(report.stderr).toBe(metric.stderr)
    expect(report.stderr).toContain("Run 'scoreline sync' first")
  })
})

describe('the manifest', () => {
  test('is for Socket Mode unless specified otherwise', async () => {
    const { stdout } = await run(['manifest'])
    const manifest = JSON.parse(stdout)

    expect(manifest.settings.socket_mode_enabled).toBe(true)
    expect(manifest.features.slash_commands[0].command).toBe('/sales')
  })

  test('is for HTTP and under another name on request', async () => {
    const { stdout } = await run([
      'manifest',
      '--http',
      '--command',
      '/score',
      '--url',
      'https://bot.example',
    ])
    const manifest = JSON.parse(stdout)
    const commands = manifest.features.slash_commands

    expect(manifest.settings.socket_mode_enabled).toBe(false)
    expect(commands.map(({ command }: { command: string }) => command)).toEqual([
      ...['/score', '/score-quota', '/score-top', '/score-calls', '/score-meetings', '/score-pipeline'],
    ])
    expect(new Set(commands.map(({ url }: { url: string }) => url))).toEqual(
      new Set(['https://bot.example/slack/events']),
    )
    expect(manifest.settings.interactivity.request_url).toBe('https://bot.example/slack/events')
  })
})

/** A Node of this machine that is too old, where there is one. */
function oldNode(): string | undefined {
  return ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
    if (!existsSync(path)) return false
    const [major = 99] = execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' })
      .split('.')
      .map(Number)
    return major < 24
  })
}

describe('a Node that is too old', () => {
  test.concurrent.for(['22.18.0', '24.14.9'])(
    '%s gets a message that says so, and what to do',
    async (version, { expect }) => {
      const faked = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
      const nodeArgs = ['--import', `data:text/javascript,${encodeURIComponent(faked)}`]
      const { code, stdout, stderr } = await scoreline(['verify'], { folder: folder.path, nodeArgs })

      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`needs Node 24.15 or newer; this is Node ${version}`)
      expect(stderr).toContain('npm ci')
    },
  )

  test.runIf(oldNode())('gets the message from a real old version, if this machine has one', async () => {
    const { code, stderr } = await scoreline(['verify'], { folder: folder.path, node: oldNode() ?? '' })

    expect([code, stderr.split(';')[0]]).toEqual([2, 'Scoreline needs Node 24.15 or newer'])
  })
})
