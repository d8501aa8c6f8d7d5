import type { Command } from 'commander'
import type { Zone } from '../../domain/calendar/day.ts'
import type { NamedProperties } from '../../ports/source.ts'
import type { Store } from '../../ports/store.ts'
import { readCompanyContext } from '../../values/context.ts'
import type { Services } from '../../wiring.ts'
import { type DataReport, dataFindings, dataReportText, readDataReport } from '../doctor/data-report.ts'
import { digestFindings } from '../doctor/digest-findings.ts'
import { complaints, type Finding, fixFrom } from '../doctor/finding.ts'
import { hubSpotFindings } from '../doctor/hubspot-findings.ts'
import type { OwnMetricsLook } from '../doctor/own-findings.ts'
import { proxyFindings } from '../doctor/proxy-findings.ts'
import { type KnownToStore, slackFindings } from '../doctor/slack-findings.ts'
import { storeFindings } from '../doctor/store-findings.ts'
import { configFor, withStore } from '../run.ts'
import { CommandError, plainText, print, printJson } from '../say.ts'

interface Options {
  json?: boolean
  email?: string
}

export function doctorCommand(command: Command, services: Services): Command {
  return command
    .option('--json', 'print all checks as JSON, with up to 20 records for each flaw')
    .option('--email <address>', 'print the Slack user id of a person, for SCORELINE_ADMINS')
    .action((options: Options) => doctor(services, options))
}

async function doctor(services: Services, { json, email }: Options): Promise<void> {
  if (email !== undefined) return printUserId(services, email)
  const wrong = complaints('store')
  const look = wrong.length > 0 ? BLIND : await lookIfOpen(services)
  const findings = eachOnce([
    ...wrong,
    ...look.findings,
    ...(await proxyFindings()),
    ...(await hubSpotFindings(services, look)),
    ...(await slackFindings(services, look)),
  ])
  if (json) printJson([...findings, ...dataFindings(look.data)])
  else {
    for (const finding of findings) print(lineOf(finding))
    print(dataReportText(look.data))
  }
  process.exitCode = findings.some(({ state }) => state === 'fix') ? 1 : 0
}

/** HubSpot and Slack both complain of a wrong proxy. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [lineOf(finding), finding])).values()]
}

const LABELS = { ok: 'ok  ', note: 'note', fix: 'FIX ' }

function lineOf({ check, state, text, remedy }: Finding): string {
  return `${LABELS[state]} ${check.padEnd(22)} ${text}${remedy ? `. ${remedy}` : ''}`
}

interface Look extends KnownToStore {
  findings: Finding[]
  data: DataReport
  named: NamedProperties
  /** The account's zone as last known. */
  zone: Zone | null
  own: OwnMetricsLook
}

/** Without a store. */
const BLIND: Look = {
  findings: [],
  data: { passes: [], quality: [], restated: [] },
  named: { cost: null, contractYears: null, territory: null },
  zone: null,
  own: { metrics: [], objects: [], problems: new Map() },
  settings: { digests: [], roles: [] },
  lastVerified: null,
}

/** A store that cannot be opened is one more finding; HubSpot and Slack are checked all the same. */
async function lookIfOpen(services: Services): Promise<Look> {
  try {
    return await withStore(services, (store) => lookInto(services, store))
  } catch (error) {
    const text = plainText(error)
    if (text === null) throw error
    return { ...BLIND, findings: [fixFrom('store', text, 'Correct DATABASE_URL.')] }
  }
}

async function lookInto(services: Services, store: Store): Promise<Look> {
  const company = await readCompanyContext({ store, clock: services.clock }, services.clock.now())
  const { settings, directory, ownProblems: problems } = company
  const { costProperty, contractYearsProperty, territoryProperty } = settings
  return {
    findings: [...(await storeFindings(services, store)), ...(await digestFindings(services, store))],
    data: await readDataReport(services, store),
    named: { cost: costProperty, contractYears: contractYearsProperty, territory: territoryProperty },
    zone: directory.account?.zone ?? null,
    own: { metrics: settings.metrics, objects: directory.objects, problems },
    settings,
    lastVerified: await readLastVerified(services, store),
  }
}

async function readLastVerified(services: Services, store: Store): Promise<number | null> {
  if (complaints('slack').length > 0) return null
  const { mode } = configFor('slack').slack
  return mode.kind === 'http' ? store.signatures.lastVerified(services.idOfSecret(mode.signingSecret)) : null
}

async function printUserId(services: Services, email: string): Promise<void> {
  const config = configFor('slack')
  const slack = await services.createSlackInstallation(config, await services.createLog('silent'))
  const found = await slack.userIdByEmail(email)
  if ('error' in found) throw new CommandError(`Slack did not say who ${email} is: ${found.error}.`, 1)
  if (found.id === null) throw new CommandError(`Slack knows no member with the e-mail ${email}.`, 1)
  print(found.id)
}
