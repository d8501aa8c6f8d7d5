import { Command } from 'commander'
import { environment, readConfig } from '../../config/environment.ts'
import { FACT_TYPES, type FactType } from '../../domain/facts.ts'
import { isSourceError, type Store } from '../../ports.ts'
import type { Parts, SourceWithNames } from '../parts.ts'
import { configFor, print, printJson, tell, withStore } from '../run.ts'

interface Options {
  json?: boolean
  email?: string
}

/** `ok` false: somebody has to do something. `note`: worth knowing. */
interface Finding {
  about: string
  ok: boolean
  text: string
}

export function doctorCommand(parts: Parts): Command {
  return new Command('doctor')
    .description('look at tokens, scopes, zone, tables, clock and records that could not be read')
    .option('--json', 'print the findings as JSON')
    .option('--email <address>', 'print the Slack user id of a person, for SCORELINE_ADMINS')
    .action((options: Options) => doctor(parts, options))
}

async function doctor(parts: Parts, { json, email }: Options): Promise<void> {
  if (email !== undefined) return printUserId(parts, email)
  const findings = [
    ...(await storeFindings(parts)),
    ...(await hubSpotFindings(parts)),
    ...(await slackFindings(parts)),
  ]
  if (json) printJson({ ok: findings.every((one) => one.ok), findings })
  else
    for (const { ok, about, text } of findings) print(`${ok ? 'ok  ' : 'FIX '} ${about.padEnd(22)} ${text}`)
  process.exitCode = findings.every((one) => one.ok) ? 0 : 1
}

async function printUserId(parts: Parts, email: string): Promise<void> {
  const config = configFor('slack')
  const slack = await parts.createSlackInstallation(config, parts.createLog(config.logLevel))
  const id = await slack.userIdByEmail(email)
  if (id) return print(id)
  tell(`Slack knows no member with the e-mail ${email}.`)
  process.exitCode = 1
}

/** Every complaint about a part of the environment; the other parts are still looked at. */
function complaints(need: 'hubspot' | 'slack' | 'store'): Finding[] {
  const reading = readConfig([need], environment())
  return 'complaints' in reading
    ? reading.complaints.map((text) => ({ about: 'configuration', ok: false, text }))
    : []
}

async function storeFindings(parts: Parts): Promise<Finding[]> {
  const wrong = complaints('store')
  if (wrong.length > 0) return wrong
  return withStore(parts, async (store) => [
    { about: 'tables', ok: true, text: `version ${await store.schemaVersion()}` },
    ...(await directoryFindings(store)),
    ...(await freshness(parts, store)),
    ...(await qualityFindings(store)),
  ])
}

async function directoryFindings(store: Store): Promise<Finding[]> {
  const { account, owners, teams } = await store.directory.read()
  const settings = await store.settings.read()
  const readings = await store.directory.readings()
  const failed = readings.filter((reading) => reading.error !== null)
  return [
    account
      ? {
          about: 'account',
          ok: true,
          text: `HubSpot ${account.portalId}, ${account.zone}, ${account.currency}`,
        }
      : { about: 'account', ok: false, text: "was never read. Run 'scoreline sync' or start the bot." },
    {
      about: 'people',
      ok: true,
      text: `${owners.length} owners, ${settings.tracked?.length ?? owners.length} tracked, ${teams.length} teams`,
    },
    settings.visibility === null
      ? {
          about: 'visibility',
          ok: false,
          text: "is not chosen: no digest goes out and no board is shown. Set 'visibility' to named, top or team.",
        }
      : { about: 'visibility', ok: true, text: settings.visibility },
    ...failed.map(({ part, error }) => ({ about: part, ok: false, text: error ?? '' })),
  ]
}

async function freshness({ clock }: Parts, store: Store): Promise<Finding[]> {
  const cursors = await store.cursors.read()
  return Promise.all(
    cursors.map(async ({ type, asOf, error, filled }) => {
      const count = `${(await store.facts.count(type)).toLocaleString('en')} facts`
      if (error)
        return { about: type, ok: false, text: `${error}${asOf === null ? '' : ` Data as of ${iso(asOf)}.`}` }
      if (asOf === null)
        return { about: type, ok: true, text: filled > 0 ? `being filled, ${count} so far` : 'not read yet' }
      const minutes = Math.round((clock.now() - asOf) / 60_000)
      return { about: type, ok: true, text: `${count}, complete to ${iso(asOf)} (${minutes} min ago)` }
    }),
  )
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

/** How many records of a reason are named by id. */
const NAMED = 5

async function qualityFindings(store: Store): Promise<Finding[]> {
  const skipped = await store.facts.skipped()
  const byReason = Map.groupBy(skipped, ({ type, reason }) => `${type}: ${reason}`)
  const { skipped: goals } = await store.directory.goals()
  const records = [...byReason].map(([reason, list]) => {
    const ids = list.slice(0, NAMED).map(({ id }) => id ?? 'without an id')
    const more = list.length > NAMED ? ' …' : ''
    return {
      about: 'skipped records',
      ok: true,
      text: `${list.length} × ${reason} (${ids.join(', ')}${more})`,
    }
  })
  const none = { about: 'skipped records', ok: true, text: 'none' }
  const goalNotes = [...Map.groupBy(goals, (goal) => goal.reason)].map(([reason, list]) => ({
    about: 'goals that are no quota',
    ok: true,
    text: `${list.length} × ${reason} (${list
      .slice(0, NAMED)
      .map((goal) => goal.id)
      .join(', ')}${list.length > NAMED ? ' …' : ''})`,
  }))
  return [...(records.length > 0 ? records : [none]), ...goalNotes]
}

/** A person waits. */
const TRIES = 3

async function hubSpotFindings(parts: Parts): Promise<Finding[]> {
  const wrong = complaints('hubspot')
  if (wrong.length > 0) return wrong
  const config = configFor('hubspot')
  const source = await parts.createSource(config.hubspot, {
    log: parts.createLog('silent'),
    tries: TRIES,
  })
  try {
    const { zone } = await source.account()
    return [
      { about: 'HubSpot token', ok: true, text: `accepted; the account's zone is ${zone}` },
      ...(await typeFindings(parts, source)),
      ...(await nameFindings(source)),
    ]
  } catch (error) {
    if (!isSourceError(error)) throw error
    return [{ about: 'HubSpot', ok: false, text: error.message }]
  }
}

/** More than this and 'data as of' misleads, and Slack refuses signed requests at five minutes. */
const LARGEST_SKEW_MS = 30_000

async function typeFindings({ clock }: Parts, source: SourceWithNames): Promise<Finding[]> {
  const looks = await Promise.all(FACT_TYPES.map((type) => lookAt(source, type)))
  const times = looks.flatMap(({ serverTime }) => (serverTime === null ? [] : [clock.now() - serverTime]))
  const refused = looks.flatMap(({ type, error }) =>
    error ? [{ about: `reading ${type}`, ok: false, text: error }] : [],
  )
  if (times.length === 0) return refused
  const skewMs = Math.min(...times.map(Math.abs))
  const isRight = skewMs <= LARGEST_SKEW_MS
  const text = `${Math.round(skewMs / 1000)} s from HubSpot's${isRight ? '' : '. Set the clock of this machine (ntp).'}`
  return [...refused, { about: 'clock', ok: isRight, text }]
}

async function lookAt(
  source: SourceWithNames,
  type: FactType,
): Promise<{ type: FactType; serverTime: number | null; error: string | null }> {
  try {
    const { serverTime } = await source.listPage(type, null)
    return { type, serverTime, error: null }
  } catch (error) {
    if (!isSourceError(error)) throw error
    return { type, serverTime: null, error: error.message }
  }
}

async function nameFindings(source: SourceWithNames): Promise<Finding[]> {
  const missing = await source.checkNames()
  return missing.map(({ type, missing: names }) => ({
    about: `properties of ${type}`,
    ok: true,
    text: `the account does not have ${names.join(', ')}`,
  }))
}

async function slackFindings(parts: Parts): Promise<Finding[]> {
  const wrong = complaints('slack')
  if (wrong.length > 0) return wrong
  const slack = await parts.createSlackInstallation(configFor('slack'), parts.createLog('silent'))
  const check = await slack.check()
  if (!check.ok)
    return [
      { about: 'Slack token', ok: false, text: `${check.error}. Reinstall the app and set SLACK_BOT_TOKEN.` },
    ]
  const { scopesMissing } = check
  return [
    { about: 'Slack token', ok: true, text: `accepted; workspace ${check.team} (${check.teamId})` },
    ...(scopesMissing.length > 0
      ? [
          {
            about: 'Slack scopes',
            ok: false,
            text: `missing ${scopesMissing.join(', ')}. Update the app from the manifest and reinstall it.`,
          },
        ]
      : []),
  ]
}
