import { Command } from 'commander'
import type { NamedProperties } from '../../ports/source.ts'
import type { Store } from '../../ports/store.ts'
import type { Parts } from '../../wiring.ts'
import { type DataReport, dataReportText, readDataReport } from '../doctor/data-report.ts'
import { complaints, type Finding } from '../doctor/finding.ts'
import { hubSpotFindings } from '../doctor/hubspot-findings.ts'
import { slackFindings } from '../doctor/slack-findings.ts'
import { storeFindings } from '../doctor/store-findings.ts'
import { configFor, plainText, print, printJson, tell, withStore } from '../run.ts'

interface Options {
  json?: boolean
  email?: string
}

export function doctorCommand(parts: Parts): Command {
  return new Command('doctor')
    .description(
      'look at tokens, scopes, zone, tables, clock, how complete the data is and what is wrong with it',
    )
    .option('--json', 'print the findings and up to 20 records of each flaw as JSON')
    .option('--email <address>', 'print the Slack user id of a person, for SCORELINE_ADMINS')
    .action((options: Options) => doctor(parts, options))
}

async function doctor(parts: Parts, { json, email }: Options): Promise<void> {
  if (email !== undefined) return printUserId(parts, email)
  const wrong = complaints('store')
  const look = wrong.length > 0 ? BLIND : await lookIfOpen(parts)
  const findings = [
    ...wrong,
    ...look.findings,
    ...(await hubSpotFindings(parts, look.named)),
    ...(await slackFindings(parts)),
  ]
  const ok = findings.every((one) => one.ok)
  if (json) printJson({ ok, findings, ...look.data })
  else {
    for (const { ok, about, text } of findings) print(`${ok ? 'ok  ' : 'FIX '} ${about.padEnd(22)} ${text}`)
    print(dataReportText(look.data))
  }
  process.exitCode = ok ? 0 : 1
}

interface Look {
  findings: Finding[]
  data: DataReport
  named: NamedProperties
}

/** Without a store. */
const BLIND: Look = {
  findings: [],
  data: { passes: [], quality: [], restated: [] },
  named: { cost: null, contractYears: null, territory: null },
}

/** A store that cannot be opened is one finding more; HubSpot and Slack are looked at all the same. */
async function lookIfOpen(parts: Parts): Promise<Look> {
  try {
    return await withStore(parts, (store) => lookInto(parts, store))
  } catch (error) {
    const text = plainText(error)
    if (text === null) throw error
    return { ...BLIND, findings: [{ about: 'store', ok: false, text }] }
  }
}

async function lookInto(parts: Parts, store: Store): Promise<Look> {
  const { costProperty, contractYearsProperty, territoryProperty } = await store.settings.read()
  return {
    findings: await storeFindings(parts, store),
    data: await readDataReport(parts, store),
    named: { cost: costProperty, contractYears: contractYearsProperty, territory: territoryProperty },
  }
}

async function printUserId(parts: Parts, email: string): Promise<void> {
  const config = configFor('slack')
  const slack = await parts.createSlackInstallation(config, parts.createLog(config.logLevel))
  const id = await slack.userIdByEmail(email)
  if (id) return print(id)
  tell(`Slack knows no member with the e-mail ${email}.`)
  process.exitCode = 1
}
