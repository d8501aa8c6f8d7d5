/** What doctor finds: everything that somebody has to fix, by name, with what to do; and what is merely worth knowing. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { allScopes } from '../../src/sandbox/slack/workspace.ts'
import { ANA, DIGEST, environmentOf, GARBAGE, userId } from '../company.ts'
import { scoreline } from './command.ts'
import { type FilledCompany, filledCompany } from './company-store.ts'

interface Finding {
  check: string
  state: 'ok' | 'note' | 'fix'
  text: string
  remedy: string | null
}

let world: FilledCompany
let garbled: string[]
let ownerless: string
let closed: string
let narrow: string

beforeAll(async () => {
  world = await filledCompany({ now: Date.now(), days: 8 }, (account) => {
    ownerless = [...account.table('calls').held()][0]?.id ?? ''
    account.update('calls', ownerless, { hubspot_owner_id: '' })
    const deals = [...account.table('deals').held()].map(({ id }) => id)
    garbled = deals.slice(0, 2)
    closed = deals[2] ?? ''
    account.update('deals', closed, { pipeline: '7700200', dealstage: '1090000003' })
    for (const id of garbled) account.update('deals', id, GARBAGE)
    for (const id of deals.slice(3, 5)) account.update('deals', id, { hs_is_deal_split: 'true' })
    narrow = account.create('goal_targets', {
      hs_goal_name: 'Enterprise only',
      hs_goal_type: 'sales_quota',
      hs_pipeline_ids: '7700100',
      hubspot_owner_id: ANA,
      hs_target_amount: '1000',
      hs_start_datetime: '2026-11-01T00:00:00Z',
      hs_end_datetime: '2026-11-30T23:59:59.999Z',
    }).id
  })
})
afterAll(() => world.end())
afterEach(() => {
  world.company.hubspot.faults.clear()
  for (const scope of allScopes) world.company.slack.workspace.scopes.add(scope)
})

async function findings(env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await scoreline(['doctor', '--json'], {
    folder: world.folder.path,
    env: { ...environmentOf(world.company), ...env },
  })
  const findings: Finding[] = JSON.parse(stdout)
  const wrong = findings.filter(({ state }) => state === 'fix').map(lineOf)
  return { code, findings, wrong, stderr, said: stdout + stderr }
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

function lineOf({ check, text, remedy }: Finding): string {
  return `${check}: ${text}. ${remedy}`
}

describe('doctor', () => {
  test('finds nothing to fix in a healthy installation, and reports its state', async () => {
    const { code, wrong, findings: found } = await findings()
    const about = Object.fromEntries(found.map(({ check, text }) => [check, text]))

    expect([code, wrong]).toEqual([0, []])
    for (const finding of found) expect(Object.keys(finding)).toEqual(['check', 'state', 'text', 'remedy'])
    expect(about['account']).toBe('HubSpot 146700321, Europe/Copenhagen, EUR')
    expect(about['people']).toBe('28 owners, 27 tracked, 3 teams')
    expect(about['tables']).toMatch(/^version \d+$/)
    expect(about['calls']).toMatch(/^[\d,]+ facts, complete to 20.*\(\d+ min ago\)$/)
    expect(about['HubSpot token']).toMatch(/^accepted/)
    expect(about['Slack token']).toMatch(/^accepted; workspace Nordlys Sales \(T0SANDBOX01\)$/)
    expect(about['clock']).toMatch(/^\d s from HubSpot's$/)
    expect(about['Slack app token']).toMatch(/^accepted/)
    expect(found.filter(({ check }) => check === `digest ${DIGEST.name}`).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^C0SALES, everyone; next 20\d\d-\d\d-\d\d 08:00 Europe\/Copenhagen$/),
      'may post to #sales (C0SALES)',
    ])
  })

  test('names records that could not be read, with type, reason and ids', async () => {
    const { findings: found } = await findings()
    const skipped = found.filter(({ check }) => check === 'skipped records')

    expect(skipped).toEqual([
      {
        check: 'skipped records',
        state: 'note',
        text: expect.stringMatching(/^2 × deals: .*pipeline.* \(\d+, \d+\)$/),
        remedy: null,
      },
    ])
    for (const id of garbled) expect(skipped[0]?.text).toContain(id)
  })

  test('says who is on leave and who has weekdays of their own, with where that comes from', async () => {
    const { findings: found } = await findings()
    const about = found.filter(({ check }) => check === 'leave' || check === 'weekdays')

    expect(about.map(({ check, text }) => `${check} ${text}`)).toEqual([
      expect.stringMatching(
        /^leave from HubSpot's users: Tom Ashworth 20\S+ to 20\S+; Élodie Girard 20\S+ to 20\S+$/,
      ),
      'weekdays from the settings: Ioana Ștefănescu Mon Tue Thu',
    ])
  })

  test('counts deals with deal splits, and says to whom their bookings go', async () => {
    const { findings: found } = await findings()

    expect(found.filter(({ check }) => check === 'deal splits')).toEqual([
      {
        check: 'deal splits',
        state: 'note',
        text: '2 deals are split between owners in HubSpot: their bookings go to the owner of the deal (splits are not counted yet)',
        remedy: null,
      },
    ])
  })

  test('lists goals for which HubSpot measures less than the metric does, and says what helps', async () => {
    const { findings: found } = await findings()
    const goals = found.filter(({ check, text }) => check.startsWith('goals') && text.includes(narrow))

    expect(goals).toEqual([
      {
        check: 'goals that are not quotas',
        state: 'note',
        text: expect.stringMatching(
          /narrower than revenue: HubSpot measures it without the pipelines .*default/,
        ),
        remedy: expect.stringContaining("'goals'"),
      },
    ])
  })

  test('counts what is wrong with records by reason, with the page of each in HubSpot', async () => {
    const { findings: found } = await findings()
    const [first] = found.filter(({ check }) => check === 'data quality')
    const pattern = /^(\d+) calls without an owner: (.*?)(?: and \d+ more)?$/
    const [, count, shown = ''] = pattern.exec(first?.text ?? '') ?? []
    const links = shown.split(', ')

    expect(links).toHaveLength(Math.min(20, Number(count)))
    expect(links).toContain(`https://app-eu1.hubspot.com/contacts/146700321/record/0-48/${ownerless}`)
  })

  test('names closed deals that changed, and when each pass was last complete', async () => {
    const { account } = world.company
    account.update('deals', closed, { amount: '1234567' })
    const before = Date.now()
    const sync = await world.run(['sync', '--full'])
    const { findings: found } = await findings()
    const passes = found.filter(({ check }) => check.startsWith('passes of '))
    const link = `https://app-eu1\\.hubspot\\.com/contacts/146700321/record/0-3/${closed}`

    expect(sync.code).toBe(0)
    expect(found.filter(({ check }) => check === 'restated deals')).toEqual([
      {
        check: 'restated deals',
        state: 'note',
        text: expect.stringMatching(new RegExp(`^20\\S+Z amount ${link}$`)),
        remedy: null,
      },
    ])
    expect(passes.map(({ check }) => check)).toContain('passes of quotes')
    expect(passes).toHaveLength(9)
    for (const { text } of passes) {
      const [, polled = '', nightly = ''] = /^polled (\S+), .*, nightly pass (\S+)$/.exec(text) ?? []
      expect(Date.parse(polled)).toBeGreaterThan(before - 2_000)
      expect(Date.parse(nightly)).toBeGreaterThan(before - 2_000)
    }
  })

  test('prints a line for each finding for people, and tables of the data', async () => {
    const { code, stdout } = await world.run(['doctor'])

    expect(code).toBe(0)
    expect(stdout).toMatch(/^ {2}calls +20\d\d-\S+Z/m)
    expect(stdout).toMatch(
      /^ +\d+ calls without an owner\n +https:\/\/app-eu1\.hubspot\.com\/contacts\/146700321\//m,
    )
    expect(stdout).toMatch(/^Closed deals that changed in the last 30 days: \d+$/m)
    expect(stdout).toMatch(/^ok {3}account +HubSpot 146700321/m)
    expect(stdout).not.toMatch(/^FIX/m)
  })

  test('a refused HubSpot token is named, and Slack is still checked', async () => {
    world.company.hubspot.faults.refuseToken()
    const { code, wrong, findings: found, said } = await findings()

    expect(code).toBe(1)
    expect(wrong).toEqual([expect.stringMatching(/^HubSpot: HUBSPOT_ACCESS_TOKEN was refused \(401\)\. \w+/)])
    expect(found.map(({ check }) => check)).toContain('Slack token')
    expect(said).not.toContain(world.company.hubspot.token)
  })

  test('a missing scope is named for its type only', async () => {
    world.company.hubspot.faults.denyType('emails')
    const { code, wrong } = await findings()

    expect(code).toBe(1)
    expect(wrong).toEqual([expect.stringMatching(/^reading emails: .*\(403\).*sales-email-read/)])
  })

  test('a missing scope is named with what it hides, and is not a fault where an account may lack it', async () => {
    const { scopes } = world.company.hubspot
    const missing = ['crm.objects.companies.read', 'crm.objects.users.read', 'settings.users.teams.read']
    for (const scope of missing) scopes.delete(scope)
    const { code, wrong, findings: found } = await findings()
    for (const scope of missing) scopes.add(scope)

    expect(code).toBe(1)
    expect(wrong).toEqual([
      expect.stringMatching(/^reading companies: .*which company.*the scope crm\.objects\.companies\.read;/),
      expect.stringMatching(/^reading users: .*working hours.*the scope crm\.objects\.users\.read;/),
    ])
    expect(found).toContainEqual({
      check: 'reading teams',
      state: 'note',
      text: expect.stringContaining('until then'),
      remedy: expect.stringContaining('the scope settings.users.teams.read;'),
    })
  })

  test('an unavailable HubSpot is reported, not thrown', async () => {
    world.company.hubspot.faults.down(true)
    const { code, wrong, stderr } = await findings()

    expect(code).toBe(1)
    expect(wrong).toEqual([expect.stringMatching(/^HubSpot: /)])
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('an unavailable Slack is reported as that, and blames no token', async () => {
    const away = { SLACK_API_URL: `http://127.0.0.1:${await closedPort()}/api/` }
    const { code, wrong, stderr } = await findings(away)
    const looked = await scoreline(['doctor', '--email', 'ana.sorensen@fjordlys.example'], {
      folder: world.folder.path,
      env: { ...environmentOf(world.company), ...away },
    })

    expect(code).toBe(1)
    expect(wrong).toEqual([
      expect.stringMatching(/^Slack: cannot be reached: the connection to Slack failed \(ECONNREFUSED\)/),
    ])
    expect(looked.code).toBe(1)
    expect(looked.stderr).toBe(
      'Slack did not say who ana.sorensen@fjordlys.example is: the connection to Slack failed (ECONNREFUSED).\n',
    )
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('a refused Slack token and missing scopes are named', async () => {
    world.company.slack.workspace.scopes.delete('users:read.email')
    const [scopes, token] = await Promise.all([findings(), findings({ SLACK_BOT_TOKEN: 'xoxb-another' })])

    expect(scopes.wrong).toEqual([expect.stringMatching(/^Slack scopes: missing users:read\.email\. /)])
    expect(token.wrong).toEqual([expect.stringMatching(/^Slack token: invalid_auth\. .*SLACK_BOT_TOKEN/)])
    expect(token.said).not.toContain('xoxb-another')
  })

  test('everything that is wrong with the environment is a finding, and the rest is still checked', async () => {
    const {
      code,
      wrong,
      findings: found,
    } = await findings({ HUBSPOT_ACCESS_TOKEN: '', SLACK_APP_TOKEN: 'x' })

    expect(code).toBe(1)
    expect(wrong.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'configuration: HUBSPOT_ACCESS_TOKEN',
      'configuration: SLACK_APP_TOKEN',
    ])
    expect(wrong[0]).toMatch(/is missing\. Create a service key/)
    expect(found.map(({ check }) => check)).toContain('calls')
  })

  test('a refused app-level token is named, and one that opens no connections', async () => {
    const another = await findings({ SLACK_APP_TOKEN: 'xapp-another' })
    world.company.slack.workspace.appScopes.clear()
    const scopeless = await findings()
    world.company.slack.workspace.appScopes.add('connections:write')

    expect(another.wrong).toEqual([
      expect.stringMatching(/^Slack app token: invalid_auth.*connections:write.*SLACK_APP_TOKEN/),
    ])
    expect(another.said).not.toContain('xapp-another')
    expect(scopeless.wrong).toEqual([expect.stringMatching(/^Slack app token: missing_scope/)])
  })

  test('prints the Slack id of an e-mail, for the list of admins', async () => {
    const [known, unknown] = await Promise.all([
      world.run(['doctor', '--email', 'ana.sorensen@fjordlys.example']),
      world.run(['doctor', '--email', 'nobody@fjordlys.example']),
    ])

    expect([known.code, known.stdout]).toEqual([0, `${userId(ANA)}\n`])
    expect([unknown.code, unknown.stdout]).toEqual([1, ''])
    expect(unknown.stderr).toMatch(/no member with the e-mail nobody@/)
  })

  test('an empty store with no choice of who may be named reports both', async () => {
    const { code, wrong } = await findings({ DATABASE_URL: 'sqlite:empty.db' })

    expect(code).toBe(1)
    expect(wrong.map((text) => text.split(':')[0])).toEqual(['account', 'visibility'])
    expect(wrong[0]).toContain("Run 'scoreline sync'")
  })
})
