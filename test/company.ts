/** The seeded company with its HubSpot account and Slack workspace, both served over real sockets. */
import { KNOWN_NAMES } from '../src/cli/known-names.ts'
import { readSettingsDocument } from '../src/config/settings.ts'
import type { OwnMetric } from '../src/domain/company/own-metrics.ts'
import { createHubSpotSource } from '../src/hubspot/source.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Store } from '../src/ports/store.ts'
import type { SandboxAccount } from '../src/sandbox/hubspot/account.ts'
import { seedCompany } from '../src/sandbox/hubspot/company/company.ts'
import { companySettings } from '../src/sandbox/hubspot/company/company-settings.ts'
import { type HubSpotSandbox, startHubSpotSandbox } from '../src/sandbox/hubspot/hubspot-sandbox.ts'
import type { PropertyValues } from '../src/sandbox/hubspot/records.ts'
import type { SandboxUser } from '../src/sandbox/slack/model.ts'
import { type SlackSandbox, startSlackSandbox } from '../src/sandbox/slack/slack-sandbox.ts'
import { buildManifest } from '../src/slack/manifest.ts'
import { createSync } from '../src/sync/sync.ts'

export const SALES = { id: 'C0SALES', name: 'sales' }

/** Ana Sørensen sells in team North. */
export const ANA = '71000001'
/** Sells in team South. */
export const IOANA = '71000013'

/** Mikkel Kjær, who is a guest in Slack. */
export const GUEST = '71000004'

/** HubSpot promises text. */
export const GARBAGE = { pipeline: { id: 7 } } as unknown as PropertyValues

/** Has a Slack account, but nobody in HubSpot has her e-mail. */
export const STRANGER = {
  id: 'U0STRANGER',
  name: 'vera',
  realName: 'Vera Lund',
  email: 'vera.lund@fjordlys.example',
}

export interface Company {
  account: SandboxAccount
  hubspot: HubSpotSandbox
  slack: SlackSandbox
  /** The settings that suit the company, with one digest to #sales at 08:00 every day. */
  settings: object
  end(): Promise<void>
}

export interface CompanyOptions {
  /** Epoch ms: the past ends here. The sandboxes' clock is the real one unless `clock` says otherwise. */
  now: number
  days: number
  clock?: () => number
  /** Besides those that suit the company; own metrics come after its own. */
  settings?: { metrics?: readonly OwnMetric[]; [key: string]: unknown }
  /** Of Slack's sockets and response_urls. */
  origins?: { sockets: string; responses: string }
  limits?: Parameters<typeof startHubSpotSandbox>[0]['limits']
}

export const DIGEST = {
  name: 'morning',
  channel: SALES.id,
  scope: 'everyone',
  days: [1, 2, 3, 4, 5, 6, 7],
  time: '08:00',
  zone: 'Europe/Copenhagen',
}

/** Wide enough for a fill to take only moments. */
const WIDE = { tenSecondly: 20_000, searchPerSecond: 1_000, daily: null }

export async function startCompany(options: CompanyOptions): Promise<Company> {
  const { now, days, limits = WIDE, clock, origins } = options
  const account = seedCompany({ now, seed: 1, days })
  const timed = clock ? { clock } : {}
  const hubspot = await startHubSpotSandbox({ account, limits, ...timed })
  const slack = await startSlackSandbox({
    users: [...account.owners.flatMap(userOf), STRANGER],
    channels: [SALES],
    manifest: { ...JSON.parse(JSON.stringify(buildManifest({ http: false }))) },
    ...(origins && { origins }),
    ...timed,
  })
  const suited = companySettings(account)
  const metrics = [...suited.metrics, ...(options.settings?.metrics ?? [])]
  const settings = { ...suited, digests: [DIGEST], ...options.settings, metrics }
  return {
    account,
    hubspot,
    slack,
    settings,
    end: async () => void (await Promise.all([hubspot.stop(), slack.stop()])),
  }
}

/** Reads the whole company into a store at once, regardless of HubSpot's limits, and imports its settings. */
export async function fill({ hubspot, settings }: Company, store: Store, clock: Clock): Promise<void> {
  const reading = readSettingsDocument(settings, KNOWN_NAMES)
  if ('complaints' in reading) throw new Error(reading.complaints.join('\n'))
  await store.settings.save(reading.settings)
  const source = createHubSpotSource({
    token: hubspot.token,
    baseUrl: hubspot.url,
    clock,
    log: { debug: () => undefined },
    budget: { take: async () => undefined, adopt: () => undefined, hold: () => undefined },
  })
  const { types } = await createSync({ source, store, clock }).run()
  const failed = Object.values(types).filter(({ error }) => error !== null)
  if (failed.length > 0) throw new Error(JSON.stringify(failed))
}

/** The Slack user id of an owner. */
export function userId(ownerId: string): string {
  return `U${ownerId}`
}

function userOf(owner: SandboxAccount['owners'][number]): SandboxUser[] {
  const { id, email, firstName, lastName, archived, type } = owner
  if (archived || type === 'QUEUE' || !email) return []
  const name = (firstName ?? id).toLowerCase()
  const realName = `${firstName ?? ''} ${lastName ?? ''}`.trim()
  return [{ id: userId(id), name, realName, email, isRestricted: id === GUEST }]
}

/** The environment of a bot that works for the company, with its store in the working directory. */
export function environmentOf({ hubspot, slack }: Company): Record<string, string> {
  return {
    HUBSPOT_ACCESS_TOKEN: hubspot.token,
    HUBSPOT_API_URL: hubspot.url,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: 'sqlite:scoreline.db',
    PORT: '0',
  }
}
