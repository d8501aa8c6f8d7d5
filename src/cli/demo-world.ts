/** The world of the demo: a pretend HubSpot account and Slack workspace, a store of its own, and digests that are due. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConfigFor } from '../config/config.ts'
import type { DigestSetting } from '../domain/company/settings.ts'
import type { Store } from '../ports/store.ts'
import type { SandboxAccount } from '../sandbox/hubspot/account.ts'
import { goOn, seedCompany } from '../sandbox/hubspot/company/company.ts'
import { companySettings } from '../sandbox/hubspot/company/company-settings.ts'
import { userZones } from '../sandbox/hubspot/company/users.ts'
import { startHubSpotSandbox } from '../sandbox/hubspot/hubspot-sandbox.ts'
import { objectOf, parseJson } from '../sandbox/slack/json.ts'
import type { SandboxChannel, SandboxUser } from '../sandbox/slack/model.ts'
import { startSlackSandbox } from '../sandbox/slack/slack-sandbox.ts'
import { buildManifest } from '../slack/manifest.ts'
import type { Services } from '../wiring.ts'
import { settingsOrThrow } from './demo-settings.ts'

export interface DemoWorld {
  config: ConfigFor<'hubspot' | 'slack' | 'store'>
  store: Store
  /** Whether every channel has its digest. */
  hasPosted(): Promise<boolean>
  welcome(): string
  close(): Promise<void>
}

/** Wider than HubSpot's, so that the first fill takes seconds. */
const WIDE_LIMITS = { tenSecondly: 20_000, searchPerSecond: 50, daily: null }

/** Roughly how long the first fill takes here: the digests are due when it is done. */
const FILL_MS = 30_000

const CHANNELS: readonly (SandboxChannel & { id: string; scope: string })[] = [
  { id: 'C0SALES', name: 'sales', topic: 'Everybody who sells', scope: 'everyone' },
  { id: 'C0NORTH', name: 'team-north', scope: 'team:301' },
  { id: 'C0SOUTH', name: 'team-south', scope: 'team:302' },
  { id: 'C0ENTERPRISE', name: 'team-enterprise', scope: 'team:303' },
]

export async function openDemoWorld(services: Services, { port }: { port: number }): Promise<DemoWorld> {
  const now = services.clock.now()
  const account = seedCompany({ now, seed: 1 })
  const living = goOn(account, services.clock.now)
  const hubspot = await startHubSpotSandbox({ account, limits: WIDE_LIMITS, clock: services.clock.now })
  const users = [...usersOf(account), AGENCY_GUEST]
  const slack = await startSlackSandbox({
    users,
    channels: CHANNELS.map(({ scope: _scope, ...channel }) => channel),
    manifest: objectOf(parseJson(JSON.stringify(buildManifest({ http: false })))),
    port,
  })
  const folder = await mkdtemp(join(tmpdir(), 'scoreline-demo-'))
  const storeConfig = { kind: 'sqlite', path: join(folder, 'scoreline.db') } as const
  const store = await services.openStore(storeConfig)
  await store.settings.save(
    settingsOrThrow({ ...companySettings(account), digests: digestsFor(now, account.account.timeZone) }),
  )
  const asked = users[0]?.id ?? ''
  return {
    config: {
      hubspot: { token: hubspot.token, apiUrl: hubspot.url },
      proxy: null,
      slack: {
        botToken: slack.botToken,
        mode: { kind: 'socket', appToken: slack.appToken },
        apiUrl: slack.apiUrl,
      },
      store: storeConfig,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'warn',
      admins: [users[0]?.id ?? ''],
    },
    store,
    async hasPosted() {
      const deliveries = await store.deliveries.list(CHANNELS.length * 4)
      const posts = deliveries.filter(({ state, parentId }) => state === 'sent' && parentId === null)
      return posts.length >= CHANNELS.length
    },
    welcome: () => welcome(slack.url, asked),
    async close() {
      living.stop()
      await store.close()
      await Promise.all([slack.stop(), hubspot.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Someone the bot does not answer: not a full member, and not in HubSpot. */
const AGENCY_GUEST: SandboxUser = {
  id: 'U0AGENCY',
  name: 'agency',
  realName: 'Guest from the agency',
  email: 'guest@agency.example',
  isRestricted: true,
}

/** Everyone in the company has a Slack account with the same e-mail, except archived people. */
function usersOf(account: SandboxAccount): SandboxUser[] {
  const zones = userZones(account)
  const people = account.owners.filter((owner) => !owner.archived && owner.type !== 'QUEUE' && owner.email)
  return people.map(({ id, userId, email, firstName, lastName }) => ({
    id: `U${id}`,
    name: (firstName ?? id).toLowerCase(),
    realName: `${firstName ?? ''} ${lastName ?? ''}`.trim(),
    tz: zones.get(String(userId)) ?? account.account.timeZone,
    ...(email && { email }),
  }))
}

/** One digest per channel, every day, due in the minute in which the first fill will be done. */
function digestsFor(now: number, zone: string): Partial<DigestSetting>[] {
  const due = new Date(now + FILL_MS)
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(due)
  return CHANNELS.map(({ id, name, scope }) => ({
    name,
    channel: id,
    scope,
    days: [1, 2, 3, 4, 5, 6, 7],
    time,
    zone,
  }))
}

function welcome(url: string, userId: string): string {
  return [
    '',
    '  The digest has been posted. Watch the workspace and type commands here:',
    '',
    `    ${url}/#channel=C0SALES&as=${userId}`,
    '',
    '  Try as a rep:  /sales     /sales quota     /sales calls     /sales top 5     /sales help',
    '  Stop with Ctrl-C.',
    '',
  ].join('\n')
}
